"""The fixes of one text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.checking.fixing.texts import Edit, edited, edits_of, fixed_text, moved
from vet_terms.model import Finding, Span

TEXT = "Two  colleges ，  one centre"


def fix(start: int, end: int, replacement: str | None, *, text: str = TEXT, side: str = "target") -> Finding:
    span = Span(side, start, end)  # type: ignore[arg-type]
    return Finding("1", "typography/x", "warning", "m", "两所院校", text, span, replacement=replacement)


def test_all_fixes_that_stand_apart_are_written() -> None:
    findings = [fix(3, 5, " "), fix(13, 16, ", "), fix(16, 17, "")]
    assert fixed_text(TEXT, findings) == "Two colleges, one centre"


@pytest.mark.parametrize(
    ("second", "answered"),
    [
        (fix(3, 5, " "), {0, 1}),
        (fix(4, 6, "x"), {0}),
        (fix(5, 5, "x"), {0}),
        (fix(3, 3, "x"), {0}),
        (fix(5, 6, "x"), {0, 1}),
        (fix(2, 3, "x"), {0, 1}),
    ],
)
def test_of_fixes_at_one_spot_the_first_wins(second: Finding, answered: set[int]) -> None:
    assert edits_of(TEXT, [fix(3, 5, " "), second])[1] == answered


@pytest.mark.parametrize(
    "finding",
    [
        fix(3, 5, None),
        fix(0, 2, "x", side="source"),
        fix(3, 5, " ", text="another text"),
        fix(3, 500, " "),
        fix(0, 3, "Two"),
    ],
)
def test_nothing_else_is_fixed(finding: Finding) -> None:
    assert edits_of(TEXT, [finding]) == ((), frozenset())


findings = st.lists(
    st.builds(
        lambda start, length, text: fix(start, min(len(TEXT), start + length), text),
        st.integers(0, len(TEXT)),
        st.integers(0, 6),
        st.sampled_from(["", " ", ", ", "ab"]),
    ),
    max_size=12,
)


@given(findings)
def test_edits_never_overlap_and_fixing_twice_is_fixing_once(found: list[Finding]) -> None:
    edits, _ = edits_of(TEXT, found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(edits))
    once = fixed_text(TEXT, found)
    assert once == edited(TEXT, edits)
    if once != TEXT:
        assert fixed_text(once, found) == once


@given(findings, st.integers(0, len(TEXT)), st.integers(0, 6))
def test_a_span_that_no_edit_touches_keeps_its_characters(
    found: list[Finding], start: int, size: int
) -> None:
    edits, _ = edits_of(TEXT, found)
    end = min(len(TEXT), start + size)
    span, untouched = moved(Span("target", start, end), edits)
    text = edited(TEXT, edits)
    assert 0 <= span.start <= span.end <= len(text)
    if untouched and start < end:
        assert text[span.start : span.end] == TEXT[start:end]


def test_an_edit_inside_a_span_is_told() -> None:
    assert moved(Span("target", 0, 13), [Edit(3, 5, " ")]) == (Span("target", 0, 12), False)
    assert moved(Span("target", 4, 8), [Edit(3, 5, " ")]) == (Span("target", 3, 7), False)
