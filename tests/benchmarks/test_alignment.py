from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.intertext import ParallelText
from benchmarks.scoring import ScoredBead

from benchmarks import alignment, methods
from vet_terms.errors import UsageError

TEXT = ParallelText("t", ("一。", "二。"), ("One.", "Two."), (((0,), (0,)), ((1,), (1,))), (1, 1), (1, 1))


def test_the_table_shows_scores_ratios_and_confidences(capsys: pytest.CaptureFixture[str]) -> None:
    def half(_: ParallelText) -> list[ScoredBead]:
        return [ScoredBead(TEXT.beads[0], 0.95), ScoredBead(((1,), ()), 0.6), ScoredBead(((), (1,)), 0.6)]

    def whole(_: ParallelText) -> list[ScoredBead]:
        return [ScoredBead(bead, None) for bead in TEXT.beads]

    results = [
        alignment.result_of(name, find, [TEXT]) for name, find in (("vet-terms", half), ("peer", whole))
    ]
    alignment.show("texts", [TEXT], results)
    said = capsys.readouterr().out
    assert "texts: 1 texts, 2 Chinese and 2 English sentences, 2 beads" in said
    assert "0.333  0.500     0.400   0.400  1.00 × vet-terms" in said
    assert "1.000  1.000     1.000   1.000" in said
    assert said.count("confidence     pairs") == 1
    assert "of the 1 pairs said to be at least 0.9 sure, 100.0 % are right" in said


def test_a_peer_that_fails_is_a_line_and_ours_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    def failing(_: ParallelText) -> list[ScoredBead]:
        raise RuntimeError("core dumped")

    assert list(alignment._results({"peer": failing}, [TEXT])) == []
    assert "peer: failed, RuntimeError: core dumped" in capsys.readouterr().out
    with pytest.raises(RuntimeError):
        list(alignment._results({"vet-terms --no-vectors": failing}, [TEXT]))


def test_peers_without_a_path_are_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    ready = methods.ready_methods(methods.METHODS, [])
    said = capsys.readouterr().out
    assert {"vet-terms", "vet-terms --no-vectors"} <= ready.keys()
    for method in methods.METHODS:
        if method.peer:
            assert f"{method.name}: skipped, no path (--peers {method.peer}=PATH)" in said
    with pytest.raises(UsageError, match="NAME one of bertalign, hunalign, vecalign"):
        methods.ready_methods([], ["gargantua=x"])


def test_wrong_options_and_folders_end_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alignment, "_deck", lambda: None)
    assert alignment.main(["--peers", "gargantua=x"]) == 2
    assert "gargantua" in capsys.readouterr().err
    assert alignment.main(["--mac", str(tmp_path), "--methods", "nothing"]) == 2
    assert f"{tmp_path}: holds no links" in capsys.readouterr().err


def test_data_that_is_not_there_is_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alignment, "_deck", lambda: None)
    absent = str(tmp_path / "absent")
    assert alignment.main(["--mac", absent, "--ntrex", absent, "--methods", "nothing"]) == 0
    assert capsys.readouterr().out.count("is not there") == 2


def test_held_out_documents_are_others_than_those_for_development() -> None:
    first, last = (alignment._options(arguments) for arguments in ([], ["--held-out"]))
    assert set(first.documents).isdisjoint(last.documents)
    assert set(first.seeds).isdisjoint(last.seeds)
