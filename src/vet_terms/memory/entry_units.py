"""Entries of translators' files (XLIFF, PO) as translation units: Chinese and English in their places.

A unit is placed by its number among those that are read, from 1, and by the line where it begins. Entries
that are not to be translated, headers and obsolete ones are passed over and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from vet_terms.documents.bilingual.entries import Codes, Entry
from vet_terms.model import InlineCode, Place, TranslationUnit

REVERSED = (
    "is translated from English into Chinese: the Chinese is shown as the source, "
    "and the rules judge the English alone"
)


def units_of_entries(entries: Iterable[Entry], name: str) -> list[TranslationUnit]:
    """Return the units of the entries that are to be translated, in their order."""
    wanted = (entry for entry in entries if not entry.left_out)
    return [_unit(entry, number, name) for number, entry in enumerate(wanted, start=1)]


def inline_codes(zh: Codes, en: Codes) -> tuple[InlineCode, ...]:
    """Return the codes of both sides, the Chinese first."""
    return tuple(
        chain(
            (InlineCode("source", *code) for code in zh),
            (InlineCode("target", *code) for code in en),
        )
    )


def _unit(entry: Entry, number: int, name: str) -> TranslationUnit:
    forth = entry.language == "zh"
    codes = (entry.source_codes, entry.target_codes)
    return TranslationUnit(
        zh=entry.source if forth else entry.target,
        en=entry.target if forth else entry.source,
        notes=() if forth else (REVERSED,),
        status=entry.status,
        id=entry.identifier or str(number),
        places=(Place(name, block=number, line=entry.line),),
        codes=inline_codes(*(codes if forth else codes[::-1])),
        remarks=entry.remarks,
        locked=entry.locked,
    )
