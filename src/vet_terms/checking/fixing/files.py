"""The files of a check with their safe fixes: new bytes, what changed, and the findings that are left.

Nothing is written to the disk here. A file that changed since it was read keeps what is not as it was read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vet_terms.checking.fixing.po import write_po_fixes
from vet_terms.checking.fixing.tables import write_table_fixes
from vet_terms.checking.fixing.texts import Edit, edited, edits_of, moved
from vet_terms.checking.fixing.tmx import write_tmx_fixes
from vet_terms.checking.fixing.unit_fix import Fixes, UnitFix, Writer
from vet_terms.checking.fixing.xliff import write_xliff_fixes
from vet_terms.checking.reports.places import unit_in_words
from vet_terms.checking.reports.terminal import one_line
from vet_terms.checking.runner import CheckResult
from vet_terms.errors import UsageError
from vet_terms.files import STDIN, read_bytes
from vet_terms.memory.bilingual import PO_SUFFIXES, TABLE_SUFFIXES
from vet_terms.memory.entry_units import REVERSED
from vet_terms.memory.sides import SWAPPED, SWAPPED_CODES
from vet_terms.memory.xliff import XLIFF_SUFFIXES
from vet_terms.model import Finding, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.checking.inputs import InputFile, Inputs

WRITERS: Mapping[str, Writer] = {
    **dict.fromkeys(XLIFF_SUFFIXES, write_xliff_fixes),
    **dict.fromkeys(PO_SUFFIXES, write_po_fixes),
    **dict.fromkeys(TABLE_SUFFIXES, write_table_fixes),
    ".tmx": write_tmx_fixes,
}
"""Who writes fixes into files of an ending."""

_CAN_BE_FIXED = "XLIFF, PO, TMX, TSV and CSV files can be fixed"
_XML = re.compile(rb"[\s\0]*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:\w+:)?(tmx|xliff)\b", re.DOTALL)
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file with its fixes: ``diff`` shows them, a unit each, as unified diffs do.

    ``edits`` are those of each unit, by its position among all units of the check; ``answered`` are the
    positions of the findings that they answer, among all findings.
    """

    name: str
    content: bytes
    diff: str
    fixes: int
    edits: Mapping[int, tuple[Edit, ...]]
    answered: frozenset[int]


def fixed_files(inputs: Inputs, result: CheckResult) -> tuple[FixedFile, ...]:
    """Return the files in which something is fixed, with the safe fixes of the findings.

    Raises UsageError for a file that cannot be written back, before any is looked at, and InputError for one
    that is gone or cannot be written in its own encoding.
    """
    for file in inputs.files:
        _refuse_what_cannot_be_written(file)
    by_unit: dict[int, list[int]] = defaultdict(list)
    for index, position in enumerate(result.positions):
        by_unit[position].append(index)
    found = []
    first = 0
    for file in inputs.files:
        positions = range(first, first + len(file.units))
        first = positions.stop
        fixed = _fixed_file(file, positions, by_unit, result)
        if fixed is not None:
            found.append(fixed)
    return tuple(found)


def without_fixed(result: CheckResult, files: Iterable[FixedFile]) -> CheckResult:
    """Return a result without the findings that were fixed; the others of a unit are about its new text."""
    edits: dict[int, tuple[Edit, ...]] = {}
    answered: set[int] = set()
    for file in files:
        edits.update(file.edits)
        answered |= file.answered
    left = [index for index in range(len(result.findings)) if index not in answered]
    positions = tuple(result.positions[index] for index in left)
    findings = tuple(
        _about_new_text(result.findings[index], edits.get(result.positions[index], ())) for index in left
    )
    return replace(result, findings=findings, positions=positions)


def with_fixes(inputs: Inputs, files: Iterable[FixedFile]) -> Inputs:
    """Return the inputs with the English of the units as it is after the fixes, codes in their places."""
    edits = {position: made for file in files for position, made in file.edits.items()}
    found = []
    first = 0
    for file in inputs.files:
        units = tuple(
            _with_edits(unit, edits.get(position, ())) for position, unit in enumerate(file.units, first)
        )
        first += len(units)
        found.append(replace(file, units=units))
    return replace(inputs, files=tuple(found))


def _with_edits(unit: TranslationUnit, edits: tuple[Edit, ...]) -> TranslationUnit:
    if not edits:
        return unit
    codes = tuple(
        replace(code, at=_place_of_code(code.at, edits, len(unit.en))) if code.side == "target" else code
        for code in unit.codes
    )
    return replace(unit, en=edited(unit.en, edits), codes=codes)


def _place_of_code(at: int, edits: tuple[Edit, ...], length: int) -> int:
    """Return where a code of a text stands after edits, as `edits_in_file` writes them around it."""
    moved_to = at
    for edit in edits:
        at_the_end = edit.start == edit.end == length
        if edit.start < at or at_the_end:
            moved_to += len(edit.text) - (min(edit.end, at) - edit.start)
    return moved_to


def _about_new_text(finding: Finding, edits: tuple[Edit, ...]) -> Finding:
    if not edits:
        return finding
    target = edited(finding.target, edits)
    if finding.span is None or finding.span.side == "source":
        return replace(finding, target=target)
    span, untouched = moved(finding.span, edits)
    return replace(finding, target=target, span=span, replacement=finding.replacement if untouched else None)


def _refuse_what_cannot_be_written(file: InputFile) -> None:
    if file.name == STDIN:
        raise UsageError("standard input cannot be fixed in place; save it in a file and name that")
    if file.is_aligned:
        raise UsageError(f"{file.name}: was aligned for the check and cannot be fixed; {_CAN_BE_FIXED}")
    if _writer(file.name) is None:
        raise UsageError(f"{file.name}: cannot be fixed; {_CAN_BE_FIXED}")


def _writer(name: str) -> Writer | None:
    """Return what writes fixes into a file, told by its name, or by how it begins where that is silent."""
    suffix = Path(name).suffix.lower()
    known = WRITERS.get(suffix)
    if suffix in {".xlsx", ".xlsm", ".docx", ".docm", ".xlz", ".mqxlz"}:
        return None
    data = read_bytes(name)
    if data.startswith(_ARCHIVES):
        return None
    if known is not None:
        return known
    found = _XML.match(data[: 1 << 16].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if found:
        return write_tmx_fixes if found[1] == b"tmx" else write_xliff_fixes
    is_po = re.match(rb"(?:#[^\n]*\n|\s)*+(?:msgctxt|msgid)[ \t]+\"", data)
    return write_po_fixes if is_po else write_table_fixes


def _fixed_file(
    file: InputFile, positions: Sequence[int], by_unit: Mapping[int, list[int]], result: CheckResult
) -> FixedFile | None:
    fixes: dict[int, UnitFix] = {}
    position_of: dict[int, int] = {}
    answers: dict[int, frozenset[int]] = {}
    for position, unit in zip(positions, file.units, strict=True):
        indexes = by_unit.get(position)
        if not indexes or not unit.places or unit.locked or _english_is_source(unit):
            continue
        edits, answered = edits_of(
            unit.en, keeping_codes(unit, [result.findings[index] for index in indexes])
        )
        if edits:
            number = unit.places[0].block
            fixes[number] = UnitFix(unit.en, edits, _is_swapped(unit))
            position_of[number] = position
            answers[number] = frozenset(indexes[each] for each in answered)
    if not fixes:
        return None
    writer = _writer(file.name)
    assert writer is not None, "was refused before"
    content, written = writer(read_bytes(file.name), file.name, fixes)
    numbers = sorted(written)
    if not numbers:
        return None
    units = {position_of[number]: fixes[number].edits for number in numbers}
    return FixedFile(
        file.name,
        content,
        "".join(_diff(file, fixes, numbers)),
        sum(len(edits) for edits in units.values()),
        units,
        frozenset().union(*(answers[number] for number in numbers)),
    )


def keeping_codes(unit: TranslationUnit, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings of a unit; those whose fix would move words out of an inline code lose the fix."""
    codes = [code.at for code in unit.codes if code.side == "target"]
    return [
        replace(each, replacement=None) if _moves_words(unit.en, each, codes) else each for each in findings
    ]


def _moves_words(text: str, finding: Finding, codes: Sequence[int]) -> bool:
    span = finding.span
    if span is None or finding.replacement is None or not codes:
        return False
    if not (text[span.start : span.end].strip() or finding.replacement.strip()):
        return False
    return any(span.start <= at <= span.end for at in codes)


def _english_is_source(unit: TranslationUnit) -> bool:
    return (REVERSED in unit.notes) != (SWAPPED_CODES in unit.notes)


def _is_swapped(unit: TranslationUnit) -> bool:
    return SWAPPED in unit.notes or SWAPPED_CODES in unit.notes


def _diff(file: InputFile, fixes: Fixes, numbers: Iterable[int]) -> Iterator[str]:
    by_number = {unit.places[0].block: unit for unit in file.units if unit.places}
    yield f"--- {one_line(file.name)}\n+++ {one_line(file.name)}\n"
    for number in numbers:
        unit = by_number[number]
        yield f"@@ {one_line(unit_in_words(unit.id, unit.places[0]))} @@\n"
        fix = fixes[number]
        for sign, text in (("-", fix.english), ("+", edited(fix.english, fix.edits))):
            yield from (f"{sign}{one_line(each)}\n" for each in text.split("\n"))
