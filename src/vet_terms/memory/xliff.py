"""Bilingual XLIFF 1.2 and 2.x, as CAT tools write them, read as translation units.

Text is what a reader would see, as `documents.xliff` reads it. Writing XLIFF is not done here.
"""

from __future__ import annotations

from vet_terms.documents.bilingual.xliff import xliff_entries, xml_root
from vet_terms.errors import InputError
from vet_terms.model import Place, TranslationUnit

REVERSED = (
    "is translated from English into Chinese: the Chinese is shown as the source, "
    "and the rules judge the English alone"
)


def read_xliff_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the units of an XLIFF file's bytes, in its order, without those marked translate="no".

    Raises InputError for broken XML, another format, another language pair, or no units.
    """
    entries = [entry for entry in xliff_entries(xml_root(data, name), name) if not entry.left_out]
    if not entries:
        raise InputError(f"{name}: has no translation units; there is nothing to check")
    return [
        TranslationUnit(
            zh=entry.source if entry.language == "zh" else entry.target,
            en=entry.target if entry.language == "zh" else entry.source,
            notes=() if entry.language == "zh" else (REVERSED,),
            status=entry.status,
            id=entry.identifier or str(number),
            places=(Place(name, block=number),),
        )
        for number, entry in enumerate(entries, start=1)
    ]
