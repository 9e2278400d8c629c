"""Remarks and baselines take out what they name and nothing else; what they no longer answer is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.checking.runner import CheckResult, check
from vet_terms.checking.setting_aside import baseline_text, ignored_by, key_of, read_baseline
from vet_terms.checking.settings import Settings
from vet_terms.errors import InputError
from vet_terms.model import Finding, TranslationUnit

WRONG_NUMBER = TranslationUnit("共有29所。", "There are 26.", id="a")
EMPTY = TranslationUnit("深化改革。", "", id="b")


def with_remarks(*remarks: str) -> CheckResult:
    return check([TranslationUnit(WRONG_NUMBER.zh, WRONG_NUMBER.en, id="a", remarks=remarks), EMPTY])


@pytest.mark.parametrize(
    ("remark", "names"),
    [
        ("vet-terms: ignore numbers/value", ("numbers/value",)),
        ("By the client. vet-terms: ignore numbers, spelling/unknown — MZ", ("numbers", "spelling/unknown")),
        ("VET-TERMS:ignore Numbers/Value", ("numbers/value",)),
        ("vet-terms: ignore: numbers/value", ("numbers/value",)),
        ("vet-terms: ignore `numbers/value`", ("numbers/value",)),
        ("vet-terms: ignore “numbers”", ("numbers",)),
        ("vet-terms：ignore numbers", None),
        ("vet-terms: ignore numbers/value，spelling、dates", ("numbers/value", "spelling", "dates")),
        ("vet-terms: ignore numbers/value，客户要求", ("numbers/value",)),
        ("vet-terms: ignore", ()),
        ("vet-terms: ignore — MZ", ()),
        ("vet-terms: ignored once", None),
        ("please ignore", None),
    ],
)  # fmt: skip
def test_a_remark_names_rules(remark: str, names: tuple[str, ...] | None) -> None:
    assert ignored_by(TranslationUnit("一", "one", remarks=(remark,))) == names


@pytest.mark.parametrize("name", ["numbers/value", "numbers", ""])
def test_a_remark_takes_out_the_findings_of_its_unit(name: str) -> None:
    result = with_remarks(f"vet-terms: ignore {name}")
    assert [each.unit for each in result.findings] == ["b"]
    assert (result.aside.by_remark, result.aside.unused_ignores) == (1, ())


@pytest.mark.parametrize(
    ("name", "known"), [("terms", True), ("terms/missing", True), ("term/missing", False)]
)
def test_a_remark_that_takes_out_nothing_is_told(name: str, known: bool) -> None:
    result = with_remarks(f"vet-terms: ignore numbers/value, {name}")
    (unused,) = result.aside.unused_ignores
    assert (unused.unit, unused.rule, unused.known) == ("a", name, known)


def test_an_ignore_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    unit = TranslationUnit("共有29所。", "There are 29.", remarks=("vet-terms: ignore terms/missing",))
    assert check([unit], settings=Settings(ignore=("terms",))).aside.unused_ignores == ()


def test_a_baseline_leaves_only_new_findings() -> None:
    before = check([WRONG_NUMBER])
    baseline = read_baseline(baseline_text(before.findings), "baseline")
    same = check([WRONG_NUMBER, WRONG_NUMBER, EMPTY], baseline=baseline)
    assert [each.unit for each in same.findings] == ["a", "b"], "the second of two like findings is new"
    assert (same.aside.by_baseline, same.aside.unused_baseline) == (1, 0)
    assert check([EMPTY], baseline=baseline).aside.unused_baseline == 1


def test_unchanged_units_are_not_reported() -> None:
    result = check([WRONG_NUMBER, EMPTY], unchanged=frozenset({(WRONG_NUMBER.zh, WRONG_NUMBER.en)}))
    assert [each.unit for each in result.findings] == ["b"]


TEXT = st.text(max_size=8)


@given(st.lists(st.builds(Finding, TEXT, TEXT, st.just("error"), TEXT, TEXT, TEXT), max_size=6))
def test_a_baseline_is_read_as_it_was_written(findings: list[Finding]) -> None:
    text = baseline_text(findings)
    assert sum(read_baseline(text, "b").values()) == len(findings)
    assert set(read_baseline(text, "b")) == {key_of(each) for each in findings}
    assert baseline_text(reversed(findings)) == text


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        '{"vet-terms-baseline": 1}\nnonsense\n',
        '{"vet-terms-baseline": 1}\n{"rule": 1, "source": "", "target": "", "count": 1}\n',
        '{"vet-terms-baseline": 1}\n{"rule": "a/b"}\n',
        '{"vet-terms-baseline": 1}\n{"rule": "a/b", "source": "", "target": "", "count": 0}\n',
        '{"vet-terms-baseline": 1}\n{"rule": "a/b", "source": "", "target": "", "count": true}\n',
        '{"vet-terms-baseline": 1}\n[1, 2, 3, 4]\n',
        "[" * 5000,
    ],
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no line of a baseline"):
        read_baseline(text, "old.baseline")


@pytest.mark.parametrize(
    "text", ["{}\n", '{"vet-terms-baseline": 2}\n', "[]", '\n{"vet-terms-baseline": 1}\n']
)
def test_a_baseline_of_another_version_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"old: is no baseline|old, line 1: is no line"):
        read_baseline(text, "old")


def test_an_empty_file_is_no_baseline() -> None:
    with pytest.raises(InputError, match="write it anew with --write-baseline"):
        read_baseline("", "empty")
