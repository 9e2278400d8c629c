"""The table of the versions of XLIFF that are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from vet_terms.memory.pretranslation.units import PretranslatedUnit
from vet_terms.memory.pretranslation.xliff12 import xliff12
from vet_terms.memory.pretranslation.xliff21 import xliff21
from vet_terms.memory.pretranslation.xliff_file import XliffFile

VERSIONS: Mapping[str, Callable[[XliffFile, Iterable[PretranslatedUnit]], Iterator[str]]] = {
    "1.2": xliff12,
    "2.1": xliff21,
}
"""What yields the lines of a file, for each version."""


def xliff_bytes(version: str, file: XliffFile, units: Iterable[PretranslatedUnit]) -> bytes:
    """Return an XLIFF file of one of `VERSIONS`; the same bytes for the same units."""
    return "".join(f"{line}\n" for line in VERSIONS[version](file, units)).encode("utf-8")
