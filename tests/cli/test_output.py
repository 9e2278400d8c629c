from __future__ import annotations

import sys

import pytest

from vet_terms.cli import output
from vet_terms.cli.output import clip, print_json, progress, table, width
from vet_terms.model import Place

Capture = pytest.CaptureFixture[str]


def test_widths_of_chinese_characters() -> None:
    assert width("职业a") == 5
    assert clip("职业教育", 6) == "职业…"
    assert clip("abc", 3) == "abc"
    assert table(("a", "b"), [("职业", "x"), ("y", "z")], (10, 10)) == "a     b\n----  -\n职业  x\ny     z"


def test_json_shows_chinese_and_dataclasses_as_they_are(capsys: Capture) -> None:
    print_json({"place": Place("学校.txt", 1, 2)})
    assert '"document": "学校.txt"' in capsys.readouterr().out
    with pytest.raises(TypeError):
        print_json({"set": {1}})


def test_no_bar_where_nobody_watches(capsys: Capture) -> None:
    assert list(progress([1, 2, 3], "Reading")) == [1, 2, 3]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (60.0, False)])
def test_a_bar_on_a_terminal_after_a_second(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, patience: float, shown: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(output, "SECONDS_BEFORE_A_BAR", patience)
    assert list(progress([1, 2, 3], "Reading")) == [1, 2, 3]
    assert ("Reading" in capsys.readouterr().err) == shown
