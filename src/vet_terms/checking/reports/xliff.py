"""Findings in an XLIFF file: the file that was checked as it was, with notes, and marks at the spots.

A finding is a note of its unit, which every tool shows, and an ITS 2.0 quality issue on a mark around its
spot in the target, or around the whole target where it names no spot there. The marks are those of the
mapping of ITS to XLIFF 1.2 (``mtype="x-its"``) and of the ITS module of XLIFF 2.1 (``type="its:generic"``).
Files of Trados and memoQ get the notes alone: what else they may hold is for their tools to say. Whatever is
no XLIFF, and several files at once, become an XLIFF 1.2 of their units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vet_terms.checking.fixing.file_text import FileText, xml_text
from vet_terms.checking.reports.places import found_units
from vet_terms.checking.reports.xliff_notes import annotated
from vet_terms.checking.runner import CheckResult
from vet_terms.files import STDIN, read_bytes
from vet_terms.memory.pretranslation.xliff12 import NAMESPACE
from vet_terms.memory.pretranslation.xml_parts import element, opened
from vet_terms.memory.workspace_tmx import TARGET_CODE, chinese_code
from vet_terms.memory.xliff import XLIFF_SUFFIXES
from vet_terms.model import Finding, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.checking.inputs import InputFile, Inputs

_NOTES_ALONE = frozenset({".sdlxliff", ".mqxliff"})


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the file with its findings. Raises InputError where it is gone or was broken meanwhile."""
    alone = inputs.files[0] if len(inputs.files) == 1 else None
    if alone is not None and _is_xliff(alone):
        by_number = {
            alone.units[found.position].places[0].block: found.findings
            for found in found_units(result, inputs)
        }
        content = xml_text(read_bytes(alone.name), alone.name)
        marks = Path(alone.name).suffix.lower() not in _NOTES_ALONE
        text = annotated(content.text, alone.name, by_number, marks=marks)
        return content.written(text, "xmlcharrefreplace")
    by_position: Mapping[int, tuple[Finding, ...]] = {
        found.position + 1: found.findings for found in found_units(result, inputs)
    }
    text = "".join(f"{line}\n" for line in _made(inputs, result))
    made = FileText(text, "utf-8")
    return made.written(annotated(made.text, "report", by_position, marks=True))


def _is_xliff(file: InputFile) -> bool:
    return (
        file.name != STDIN
        and not file.is_aligned
        and Path(file.name).suffix.lower() in XLIFF_SUFFIXES
        and all(unit.places for unit in file.units)
    )


def _made(inputs: Inputs, result: CheckResult) -> Iterator[str]:
    """Yield the lines of an XLIFF 1.2 of all units, in their order."""
    chinese = chinese_code((unit.zh for unit in inputs.units), "")
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield opened("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    number = 0
    for file in inputs.files:
        about = {
            "original": "standard input" if file.name == STDIN else file.name,
            "source-language": chinese, "target-language": TARGET_CODE,
            "datatype": "plaintext", "xml:space": "preserve",
        }  # fmt: skip
        yield "  " + opened("file", about)
        yield "    <header>"
        yield "      " + element("note", {"from": "vet-terms"}, result.signature)
        yield "    </header>"
        yield "    <body>"
        for unit in file.units:
            number += 1
            yield from _unit(unit, number)
        yield "    </body>"
        yield "  </file>"
    yield "</xliff>"


def _unit(unit: TranslationUnit, number: int) -> Iterator[str]:
    yield "      " + opened("trans-unit", {"id": str(number), "resname": unit.id})
    yield "        " + element("source", {}, unit.zh)
    yield "        " + element("target", {}, unit.en)
    yield "      </trans-unit>"
