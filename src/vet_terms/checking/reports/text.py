"""Findings as a person reads them at the terminal: by unit, source and target with the spot marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Finding, Side

_COLUMNS = 100


def report_text(result: CheckResult) -> str:
    """Return the findings unit by unit; empty where there are none."""
    units = groupby(result.findings, key=lambda each: (each.place, each.unit, each.source, each.target))
    return "\n\n".join("\n".join(_unit_lines(list(group))) for _, group in units)


def summary_line(result: CheckResult) -> str:
    """Return one line: what was checked, against what, and how many findings there are."""
    counts = ", ".join(_counted(result.count(severity), severity) for severity in SEVERITIES)
    glossary = f" against {_counted(result.glossary_terms, 'glossary term')}" if result.glossary_terms else ""
    return f"{_counted(result.units, 'unit')} checked{glossary}: {counts}"


def _counted(number: int, noun: str) -> str:
    plural = noun if number == 1 or noun == "info" else f"{noun}s"
    return f"{number} {plural}"


def _unit_lines(findings: list[Finding]) -> Iterator[str]:
    first = findings[0]
    where = first.place.document if first.place else ""
    page = f", page {first.place.page}" if first.place and first.place.page else ""
    line = f", line {first.place.line}" if first.place and first.place.line else ""
    yield f"{where}{page}{line}, unit {first.unit}".lstrip(", ")
    for each in findings:
        hint = f" → {each.suggestion}" if each.suggestion and each.suggestion not in each.message else ""
        yield f"  {each.severity:<7}  {each.rule}: {each.message}{hint}"
    yield from _marked("source", first.source, findings)
    yield from _marked("target", first.target, findings)


def _marked(side: Side, text: str, findings: list[Finding]) -> Iterator[str]:
    """Yield a side's text in lines of a readable width, each with its marked spots underlined."""
    spots = [each.span for each in findings if each.span and each.span.side == side]
    marked = {index for span in spots for index in range(span.start, max(span.end, span.start + 1))}
    for number, (start, end) in enumerate(_slices(text)):
        label = side if number == 0 else ""
        yield f"  {label:<7}  {_shown(text[start:end])}".rstrip()
        carets = "".join(
            ("^" if index in marked else " ") * _width(text[index]) for index in range(start, end)
        ).rstrip()
        if carets:
            yield f"  {'':<7}  {carets}"


def _slices(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text) or start == 0:
        end, used, break_at = start, 0, 0
        while end < len(text) and used + _width(text[end]) <= _COLUMNS:
            used += _width(text[end])
            end += 1
            if text[end - 1] == " ":
                break_at = end
        if end < len(text) and break_at > start and text[end - 1].isascii():
            end = break_at
        yield start, end
        if end >= len(text):
            return
        start = end


def _shown(text: str) -> str:
    """Return the text with line breaks, tabs and control characters as one visible column each."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
