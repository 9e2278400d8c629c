"""Findings as a person reads them at the terminal: by file and unit, both sides with the spots marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vet_terms.checking.reports.marked import spots_and_tags
from vet_terms.checking.reports.places import FoundUnit, by_file, message_of
from vet_terms.checking.reports.terminal import column_width, columns_of, one_line
from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Side

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs

_COLUMNS = 100


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the findings by file and unit, and a table of them by rule; nothing where there are none."""
    report = report_text(result, inputs)
    return f"{report}\n".encode("utf-8", "replace") if report else b""


def report_text(result: CheckResult, inputs: Inputs) -> str:
    """Return the findings by file and unit, and a table of them by rule; empty where there are none."""
    parts = []
    for name, units in by_file(result, inputs):
        for number, unit in enumerate(units):
            lines = list(_unit_lines(unit))
            parts.append("\n".join([one_line(name), *lines] if number == 0 and name else lines))
    return "\n\n".join([*parts, "\n".join(_table(result))]) if parts else ""


def summary_line(result: CheckResult, inputs: Inputs) -> str:
    """Return one line: what was checked and what not, against what, and how many findings there are."""
    counts = ", ".join(_counted(result.count(severity), severity) for severity in SEVERITIES)
    glossary = f" against {_counted(result.glossary_terms, 'glossary term')}" if result.glossary_terms else ""
    left = inputs.unit_count - result.units
    locked = f" ({left:,} more {'is' if left == 1 else 'are'} locked)" if left else ""
    return f"{_counted(result.units, 'unit')} checked{locked}{glossary}: {counts}"


def _counted(number: int, noun: str) -> str:
    plural = noun if number == 1 or noun == "info" else f"{noun}s"
    return f"{number:,} {plural}"


def _table(result: CheckResult) -> Iterator[str]:
    """Yield a line a rule that found something, in the order of the rules, with its counts by severity."""
    counted = Counter((each.rule, each.severity) for each in result.findings)
    order = {rule.id: number for number, rule in enumerate(result.rules)}
    found = sorted({rule for rule, _ in counted}, key=lambda rule: (order.get(rule, len(order)), rule))
    width = max(map(columns_of, found))
    yield f"{'rule':<{width}}" + "".join(f"{severity:>9}" for severity in SEVERITIES)
    for rule in found:
        counts = (counted[rule, severity] for severity in SEVERITIES)
        yield rule + " " * (width - columns_of(rule)) + "".join(f"{each or '·':>9}" for each in counts)


def _unit_lines(unit: FoundUnit) -> Iterator[str]:
    yield one_line(unit.place)
    for each in unit.findings:
        yield f"  {each.severity:<7}  {each.rule}: {one_line(message_of(each))}"
    yield from _marked("source", unit.first.source, unit)
    yield from _marked("target", unit.first.target, unit)


def _marked(side: Side, text: str, unit: FoundUnit) -> Iterator[str]:
    """Yield a side's text in lines of a readable width, each with its marked spots underlined."""
    shown, marked = _with_tags(side, text, unit)
    for number, (start, end) in enumerate(_slices(shown)):
        label = side if number == 0 else ""
        yield f"  {label:<7}  {one_line(shown[start:end])}".rstrip()
        carets = "".join(
            ("^" if index in marked else " ") * column_width(shown[index]) for index in range(start, end)
        ).rstrip()
        if end >= len(shown) and len(shown) in marked:
            # What is missing at the end of a text has no character of its own.
            carets = f"{carets:<{columns_of(shown[start:end])}}^"
        if carets:
            yield f"  {'':<7}  {carets}"


def _with_tags(side: Side, text: str, unit: FoundUnit) -> tuple[str, set[int]]:
    """Return a side's text with its tags in it, and the marked characters of that."""
    spots, tags = spots_and_tags(side, unit.findings, unit.unit.codes)
    in_text = {index for spot in spots for index in range(spot.start, max(spot.end, spot.start + 1))}
    if not tags:
        return text, in_text
    shown: list[str] = []
    marked: set[int] = set()
    length = at = 0
    for tag in tags:
        marked.update(length + index - at for index in range(at, tag.at) if index in in_text)
        shown += [text[at : tag.at], tag.text]
        length += tag.at - at
        at = tag.at
        if tag.severity or (at in in_text and at - 1 in in_text):
            marked.update(range(length, length + len(tag.text)))
        length += len(tag.text)
    marked.update(length + index - at for index in range(at, len(text) + 1) if index in in_text)
    return "".join([*shown, text[at:]]), marked


def _slices(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text) or start == 0:
        end, used, break_at = start, 0, 0
        while end < len(text) and used + column_width(text[end]) <= _COLUMNS:
            used += column_width(text[end])
            end += 1
            if text[end - 1] == " ":
                break_at = end
        if end < len(text) and break_at > start and text[end - 1].isascii():
            end = break_at
        yield start, end
        if end >= len(text):
            return
        start = end
