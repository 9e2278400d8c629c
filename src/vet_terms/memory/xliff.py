"""Bilingual XLIFF 1.2 and 2.x, as CAT tools write them, read as translation units.

Text is what a reader would see, as `documents.bilingual.xliff` reads it. Writing XLIFF is not done here.
"""

from __future__ import annotations

from vet_terms.archives import only_member
from vet_terms.documents.bilingual.xliff import xliff_entries, xml_root
from vet_terms.errors import InputError
from vet_terms.memory.entry_units import units_of_entries
from vet_terms.memory.sides import right_way_round
from vet_terms.model import TranslationUnit

XLIFF_SUFFIXES = frozenset({".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"})
PACKED_SUFFIXES = frozenset({".xlz", ".mqxlz"})
"""Archives of one XLIFF file and what its tool needs to make the document again."""


def read_xliff_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the units of an XLIFF file's bytes, in its order, without those marked translate="no".

    Raises InputError for broken XML, another format, another language pair, or no units.
    """
    units = units_of_entries(xliff_entries(xml_root(data, name), name), name)
    if not units:
        raise InputError(f"{name}: has no translation units; there is nothing to check")
    return right_way_round(units, name)


def read_packed_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the units of the one XLIFF file in an archive. Raises InputError also for a damaged archive."""
    return read_xliff_units(only_member(data, name, XLIFF_SUFFIXES), name)
