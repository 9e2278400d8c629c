"""Where findings stand, in the words of who reads the file, and findings put together by file and unit.

A cell is called as a spreadsheet calls it, a segment as the CAT tool numbers it. What a unit says of the
document that it was made from is told behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Finding, Place, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs

_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_DECKS = frozenset({".pptx", ".pptm"})
_OF_TRADOS = ".sdlxliff"
_SPOT_PART = re.compile(r"(?P<name>[A-Za-z]+?)(?P<number>\d*)")
_ROW_AND_COLUMN = {"r": "row", "c": "column"}
_MOST_PAGES = 4


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """The findings of one unit, the gravest first; ``position`` is the unit's among all.

    ``spot`` tells its place in its file, ``where`` its name too. ``made_from`` tells where else it stands, in
    its file or the document that it comes from; both are empty where nobody says.
    """

    position: int
    findings: tuple[Finding, ...]
    unit: TranslationUnit
    spot: str
    where: str
    made_from: str

    @property
    def first(self) -> Finding:
        """One of them: texts, place and id are the same for all."""
        return self.findings[0]

    @property
    def place(self) -> str:
        """All that is known of its place, with its name."""
        return "; ".join(each for each in (self.where, self.made_from) if each)

    @property
    def place_beside_name(self) -> str:
        """All that is known of its place, for a table that has its name in a column."""
        return "; ".join(each for each in (self.spot, self.made_from) if each)


def found_units(result: CheckResult, inputs: Inputs) -> Iterator[FoundUnit]:
    """Yield the units that have findings, in their order."""
    units = inputs.units
    sheets = {file.name: file.sheets for file in inputs.files}
    both = zip(result.positions, result.findings, strict=True)
    for position, group in groupby(both, key=lambda pair: pair[0]):
        findings = sorted((each for _, each in group), key=lambda each: SEVERITIES.index(each.severity))
        unit = units[position]
        first = findings[0]
        told = first.unit, first.place, sheets.get(document_of(first), {})
        others = "; ".join(_other_places(unit))
        yield FoundUnit(position, tuple(findings), unit, spot_in_words(*told), unit_in_words(*told), others)


def by_file(result: CheckResult, inputs: Inputs) -> Iterator[tuple[str, tuple[FoundUnit, ...]]]:
    """Yield each document's name with its units that have findings; empty where no place is known."""
    for name, units in groupby(found_units(result, inputs), key=lambda unit: document_of(unit.first)):
        yield name, tuple(units)


def document_of(finding: Finding) -> str:
    """Return the name of the document that a finding stands in, empty where it has no place."""
    return finding.place.document if finding.place else ""


def unit_in_words(name: str, place: Place | None, sheets: Mapping[int, str] | None = None) -> str:
    """Return where a unit stands in its document: ``Sheet “Terms”, C31, unit 7``; ``segment 12``.

    ``sheets`` are the names of a workbook's sheets by their numbers.
    """
    spot = spot_in_words(name, place, sheets or {})
    if place is not None and _ending(place) == _OF_TRADOS:
        return spot
    return f"{spot}, unit {name}" if spot else f"unit {name}"


def spot_in_words(name: str, place: Place | None, sheets: Mapping[int, str]) -> str:
    """Return where a unit stands, without its name where that is none of the place."""
    if place is None:
        return ""
    return f"segment {name}" if _ending(place) == _OF_TRADOS else _in_words(place, sheets)


def _in_words(place: Place, sheets: Mapping[int, str]) -> str:
    parts = []
    if place.page:
        sheet = f"Sheet “{sheets[place.page]}”" if place.page in sheets else ""
        parts.append(sheet or f"{_page_word(place)} {place.page}")
    if place.spot:
        parts.append(_spot_in_words(place.spot))
    elif place.line:
        parts.append(f"line {place.line}")
    return ", ".join(parts)


def _page_word(place: Place) -> str:
    ending = _ending(place)
    return "sheet" if ending in _WORKBOOKS else "slide" if ending in _DECKS else "page"


def _spot_in_words(spot: str) -> str:
    """Return the name of a spot as a reader says it: ``table 1, row 2 (column 3)``; cells as they are."""
    words = []
    for part in spot.split("."):
        found = _SPOT_PART.fullmatch(part)
        if found is None or found["name"].isupper():
            words.append(part)
        elif found["name"] == "c" and words:
            words[-1] += f" (column {found['number']})"
        else:
            words.append(f"{_ROW_AND_COLUMN.get(found['name'], found['name'])} {found['number']}".rstrip())
    return ", ".join(words)


def _other_places(unit: TranslationUnit) -> Iterator[str]:
    """Yield for each document where else the unit stands, and where it was made from."""
    if not unit.places:
        return
    own, *others = unit.places
    by_document: dict[str, list[Place]] = {}
    for place in others:
        by_document.setdefault(place.document, []).append(place)
    for document, places in by_document.items():
        words = _several_in_words(places)
        if words:
            yield f"also {words}" if document == own.document else f"{document}: {words}"


def _several_in_words(places: list[Place]) -> str:
    pages = list(dict.fromkeys(place.page for place in places if place.page))
    if len(pages) < 2:
        return _in_words(places[0], {})
    shown = ", ".join(map(str, pages[:_MOST_PAGES]))
    more = f" and {len(pages) - _MOST_PAGES} more" if len(pages) > _MOST_PAGES else ""
    return f"{_page_word(places[0])}s {shown}{more}"


def _ending(place: Place) -> str:
    return PurePath(place.document).suffix.lower()


def hint_of(finding: Finding) -> str:
    """Return what a finding suggests, unless its message says so already."""
    return "" if finding.suggestion in finding.message else suggestion_of(finding)


def suggestion_of(finding: Finding) -> str:
    """Return what a finding suggests, with the beginning of the word that its spot ends."""
    suggestion, span = finding.suggestion, finding.span
    if not suggestion or span is None:
        return suggestion
    text = finding.source if span.side == "source" else finding.target
    before = re.search(r"[A-Za-z]*$", text[: span.start]) if text[span.start : span.end].isalpha() else None
    return f"{before[0]}{suggestion}" if before else suggestion


def message_of(finding: Finding) -> str:
    """Return the message with what is suggested."""
    hint = hint_of(finding)
    return f"{finding.message} → {hint}" if hint else finding.message
