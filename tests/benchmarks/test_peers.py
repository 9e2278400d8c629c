from __future__ import annotations

import stat
import sys
from pathlib import Path

import numpy as np
import pytest
from benchmarks.intertext import ParallelText
from benchmarks.methods import METHODS, Method, group_of

from benchmarks import peers
from vet_terms.language.vectors import DIMENSIONS, embed

ZH = ("职业学校与企业合作。", "学生在工厂实习。", "他们毕业后就业，待遇很好。", "完。")
EN = (
    "Vocational schools cooperate with firms.",
    "Students train in factories. They find work after graduation,",
    "and are paid well.",
    "End.",
)
TEXT = ParallelText("t", ZH, EN, (), (1, 1, 2, 2), (1, 1, 2, 3))


def test_lengths_of_runs_are_bytes_with_seams() -> None:
    lengths = peers.run_lengths(("ab", "学", "c"))
    assert lengths.shape == (peers.LONGEST_RUN, 3)
    assert lengths[:3].tolist() == [[2, 3, 1], [3, 6, 5], [3, 3, 8]]


@pytest.mark.parametrize("overlaps", [1, 3])
def test_vectors_of_runs(overlaps: int) -> None:
    runs = peers.run_vectors(ZH, "", overlaps)
    assert runs.shape == (peers.LONGEST_RUN, len(ZH), DIMENSIONS)
    assert np.allclose(np.linalg.norm(runs, axis=2), 1, atol=1e-3)
    assert np.allclose(runs[0], embed(ZH), atol=1e-3)
    joined = embed(["".join(ZH[1:3])])[0]
    assert (float(runs[1, 2] @ joined) > 0.9999) == (overlaps > 1)
    assert float(runs[1, 2] @ joined) > 0.6, "a sum of vectors comes near the whole"
    assert abs(float(runs[3, 0] @ runs[0, 0])) < 0.3, "what cannot be is like nothing"


def test_gale_church_covers_every_sentence_in_order() -> None:
    pytest.importorskip("galechurch")
    beads = peers.gale_church(None)(TEXT)
    assert [index for zh, _ in beads for index in zh] == [0, 1, 2, 3]
    assert [index for _, en in beads for index in en] == [0, 1, 2, 3]
    assert beads[0] == ((0,), (0,))


def test_a_ladder_is_read_rung_by_rung() -> None:
    ladder = "0\t0\t0.3\n1\t1\t0.5\n\n1\t2\t0\n3\t3\t0.2\n4\t4\t-1\n5\t5\t0\n"
    assert peers.ladder_beads(ladder, 4, 4) == [
        ((0,), (0,)),
        ((), (1,)),
        ((1, 2), (2,)),
        ((3,), (3,)),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no binary there")
def test_hunalign_gets_stretched_words_and_a_dictionary(tmp_path: Path) -> None:
    """A stand-in for the binary, which notes what it is given and pairs line by line."""
    binary = tmp_path / "hunalign"
    binary.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, shutil, sys\n"
        "dictionary, zh, en = sys.argv[1:]\n"
        f"for each in sys.argv[1:]: shutil.copy(each, {str(tmp_path)!r})\n"
        "for line in range(len(pathlib.Path(zh).read_text('utf-8').splitlines()) + 1):\n"
        "    print(line, line, 0.1, sep='\\t')\n",
        "utf-8",
    )
    binary.chmod(stat.S_IRWXU)
    beads = peers.hunalign(binary)(TEXT)
    assert beads == [((index,), (index,)) for index in range(4)]
    assert (tmp_path / "zh").read_text("utf-8").splitlines()[3] == "完__ 。"
    assert (tmp_path / "en").read_text("utf-8").splitlines()[3] == "end ."
    assert "school @ 学校____\n" in (tmp_path / "dictionary").read_text("utf-8")


def test_peers_that_cannot_run_say_why(tmp_path: Path) -> None:
    core = tmp_path / "corelib.py"
    core.write_text("import torch\nimport no_such_module_here\n", "utf-8")
    with pytest.raises(peers.UnavailableError, match="no such binary"):
        peers.hunalign(None)
    with pytest.raises(peers.UnavailableError, match="no such file"):
        peers.bertalign(tmp_path / "absent.py", overlaps=1)
    with pytest.raises(peers.UnavailableError, match="no_such_module_here"):
        peers.bertalign(core, overlaps=1)
    with pytest.raises(peers.UnavailableError, match="dp_utils"):
        peers.vecalign(tmp_path, overlaps=1)
    assert "torch" not in sys.modules or hasattr(sys.modules["torch"], "__file__")
    assert str(tmp_path) not in sys.path


def test_texts_become_groups_with_paragraphs_as_blocks() -> None:
    group = group_of(TEXT)
    assert [(segment.text, segment.place.block) for segment in group.en] == list(
        zip(EN, (1, 1, 2, 3), strict=True)
    )
    assert {segment.language for segment in group.zh} == {"zh"}


@pytest.mark.parametrize("method", [each for each in METHODS if not each.peer], ids=lambda each: each.name)
def test_every_sentence_is_in_one_bead_of_each_method(method: Method) -> None:
    if method.name.startswith("galechurch"):
        pytest.importorskip("galechurch")
    beads = [each.bead for each in method.ready(None)(TEXT)]
    assert sorted(index for zh, _ in beads for index in zh) == [0, 1, 2, 3]
    assert sorted(index for _, en in beads for index in en) == [0, 1, 2, 3]
