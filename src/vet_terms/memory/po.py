"""Bilingual PO (GNU gettext) read as translation units, as `documents.po` reads it.

Headers and obsolete entries are not read, nor are the further forms of a plural.
"""

from __future__ import annotations

from vet_terms.documents.bilingual.po import po_entries, po_text
from vet_terms.errors import InputError
from vet_terms.model import Place, TranslationUnit


def read_po_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the entries of a PO file's bytes, in its order.

    Raises InputError for what is no PO, and for another language pair.
    """
    entries = [entry for entry in po_entries(po_text(data, name)[0], name) if not entry.left_out]
    if not entries:
        raise InputError(f"{name}: has no entries; there is nothing to check")
    return [
        TranslationUnit(
            zh=entry.source if entry.language == "zh" else entry.target,
            en=entry.target if entry.language == "zh" else entry.source,
            status=entry.status,
            id=str(number),
            places=(Place(name, block=number),),
        )
        for number, entry in enumerate(entries, start=1)
    ]
