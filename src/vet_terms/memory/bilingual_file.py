"""What reading a bilingual file gives: its units, and what a person should know of how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vet_terms.errors import InputError
from vet_terms.model import TranslationUnit


class NotBilingualError(InputError):
    """A file holds running text, in one language or in both: it is to be aligned."""


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """Units in the order of the file, and remarks on its reading.

    ``sheets`` are the names of a workbook's sheets by their numbers.
    """

    units: tuple[TranslationUnit, ...]
    remarks: tuple[str, ...] = ()
    sheets: Mapping[int, str] = field(default_factory=dict)
