"""Bilingual PO (GNU gettext) read as translation units, as `documents.bilingual.po` reads it.

Headers and obsolete entries are not read, nor are the further forms of a plural.
"""

from __future__ import annotations

from vet_terms.documents.bilingual.po import po_entries, po_text
from vet_terms.errors import InputError
from vet_terms.memory.entry_units import units_of_entries
from vet_terms.model import TranslationUnit


def read_po_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the entries of a PO file's bytes, in its order; the id of each is its number.

    Raises InputError for what is no PO, and for another language pair.
    """
    units = units_of_entries(po_entries(po_text(data, name)[0], name), name)
    if not units:
        raise InputError(f"{name}: has no entries; there is nothing to check")
    return units
