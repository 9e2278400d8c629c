"""The fixes of one text: which of its findings can be fixed together, and the text after that. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vet_terms.model import Finding, Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters ``start`` (included) to ``end`` (excluded) of a text, and what is written instead."""

    start: int
    end: int
    text: str


def edits_of(text: str, findings: Sequence[Finding]) -> tuple[tuple[Edit, ...], frozenset[int]]:
    """Return the edits that the findings of a text ask for, in the order of the text, and whose they are.

    The positions of the findings that the edits answer are returned. Of findings that ask for different
    things at one spot the first is answered; the others stay.
    """
    edits: list[Edit] = []
    answered: set[int] = set()
    for position, finding in enumerate(findings):
        edit = _edit(text, finding)
        if edit is None:
            continue
        at = bisect_left(edits, edit)
        if at < len(edits) and edits[at] == edit:
            answered.add(position)
        elif not any(_meet(edit, other) for other in edits[max(0, at - 1) : at + 1]):
            edits.insert(at, edit)
            answered.add(position)
    return tuple(edits), frozenset(answered)


def fixed_text(text: str, findings: Sequence[Finding]) -> str:
    """Return a text with the safe fixes of its findings; findings on another text change nothing."""
    return edited(text, edits_of(text, findings)[0])


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text after edits that stand in its order and do not overlap."""
    parts = []
    written = 0
    for edit in edits:
        parts += [text[written : edit.start], edit.text]
        written = edit.end
    return "".join((*parts, text[written:]))


def moved(span: Span, edits: Iterable[Edit]) -> tuple[Span, bool]:
    """Return where a span of the target stands after the edits, and whether none of them touched it."""
    start, end, untouched = span.start, span.end, True
    shift = shift_of_end = 0
    for edit in edits:
        grown = len(edit.text) - (edit.end - edit.start)
        if edit.end <= span.start:
            shift += grown
            shift_of_end += grown
        elif edit.start < span.end:
            untouched = False
            start = min(start, edit.start)
            end = max(end, edit.end)
            shift_of_end += grown
    return Span(span.side, start + shift, end + shift_of_end), untouched


def _edit(text: str, finding: Finding) -> Edit | None:
    span = finding.span
    if finding.replacement is None or span is None or span.side != "target" or finding.target != text:
        return None
    if not 0 <= span.start <= span.end <= len(text) or text[span.start : span.end] == finding.replacement:
        return None
    return Edit(span.start, span.end, finding.replacement)


def _meet(one: Edit, other: Edit) -> bool:
    """Say whether two edits overlap, or one inserts where the other begins or ends."""
    first, second = max(one.start, other.start), min(one.end, other.end)
    inserts = one.start == one.end or other.start == other.end
    return first <= second if inserts else first < second
