"""The runner and the two reports."""

from __future__ import annotations

import json

import pytest

from vet_terms.checking.inputs import InputFile, Inputs
from vet_terms.checking.reports.as_json import render
from vet_terms.checking.reports.text import report_text, summary_line
from vet_terms.checking.rules import RULES
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.errors import UsageError
from vet_terms.model import Place, TranslationUnit

UNITS = [
    TranslationUnit("共有29所。", "There are 26.", id="a", places=(Place("deck.tsv", block=1, line=2),)),
    TranslationUnit("深化改革。", "", id="b", places=(Place("deck.tsv", block=2, line=3),)),
    TranslationUnit("共有30所。", "There are 30.", id="c"),
]


def inputs_of(units: list[TranslationUnit]) -> Inputs:
    return Inputs((InputFile("deck.tsv", tuple(units)),))


def report_of(units: list[TranslationUnit]) -> str:
    return report_text(check(units), inputs_of(units))


def test_findings_stand_in_input_order_and_are_counted() -> None:
    result = check(UNITS)
    assert [(each.unit, each.rule) for each in result.findings] == [
        ("a", "numbers/value"),
        ("b", "omission/empty"),
    ]
    assert (result.units, result.count("error"), result.at_least("info")) == (3, 2, 2)
    assert result == check(UNITS)


def test_an_empty_target_is_marked_for_nothing_else() -> None:
    assert [each.rule for each in check([TranslationUnit("共有29所。", "", id="1")]).findings] == [
        "omission/empty"
    ]


@pytest.mark.parametrize("ignored", ["numbers", "numbers/value"])
def test_a_rule_or_a_family_can_be_left_out(ignored: str) -> None:
    result = check(UNITS, settings=Settings(ignore=(ignored,)))
    assert [each.rule for each in result.findings] == ["omission/empty"]
    assert f"ignore:{ignored}" in result.signature


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(UsageError, match="no rule is called numbers/valeu"):
        check(UNITS, settings=Settings(ignore=("numbers/valeu",)))


def test_the_signature_names_version_and_settings() -> None:
    assert (
        check([]).signature.startswith("vet-terms:")
        and f"rules:{sum(rule.on for rule in RULES)}" in check([]).signature
    )


def test_the_json_surface() -> None:
    text = render(check(UNITS), inputs_of(UNITS)).decode()
    surface = json.loads(text)
    assert text == json.dumps(surface, ensure_ascii=False, indent=2) + "\n"
    assert list(surface) == ["signature", "findings", "summary"]
    first, second = surface["findings"]
    assert list(first) == [
        "unit", "rule", "severity", "message", "source", "target", "span", "suggestion", "place", "fix",
    ]  # fmt: skip
    assert first["span"] == {"side": "target", "start": 10, "end": 12} and first["place"] == "deck.tsv:b1"
    assert second["span"] is None
    assert surface["summary"] == {
        "units": 3, "locked": 0, "findings": 2, "error": 2, "warning": 0, "info": 0,
        "rules": {"numbers/value": 1, "omission/empty": 1},
        "set_aside": {"ignored": 0, "baseline": 0}, "unused_ignores": [], "unused_baseline": 0,
    }  # fmt: skip


def test_the_text_report_marks_the_spot() -> None:
    lines = report_of(UNITS).split("\n")
    assert lines[:2] == ["deck.tsv", "line 2, unit a"]
    target = next(line for line in lines if line.lstrip().startswith("target"))
    carets = lines[lines.index(target) + 1]
    assert carets.index("^") == target.index("26") and carets.count("^") == 2


def test_long_and_wide_texts_keep_their_marks() -> None:
    zh = "柳州职业教育" * 30 + "共有29所。"
    report = report_of([TranslationUnit(zh, "word " * 60, id="1")])
    lines = report.split("\n")
    caret = next(number for number, line in enumerate(lines) if "^" in line)
    assert "29" in lines[caret - 1] and lines[caret].count("^") == 2


def test_control_characters_do_not_reach_the_terminal() -> None:
    report = report_of([TranslationUnit("29\x1b[31m所\n学校", "26\x07\x1b[31m schools", id="1")])
    assert "\x1b" not in report and "\x07" not in report


def test_the_summary_line() -> None:
    assert summary_line(check(UNITS), inputs_of(UNITS)) == "3 units checked: 2 errors, 0 warnings, 0 info"
    assert report_of([UNITS[2]]) == ""
