"""The exchange formats of the glossary: one file each, one table of all.

A writer gets concepts and returns the bytes of a file. What is exported at all is decided once, in
``exportable``. Nothing here decides what a format's cells mean to the people who edit ``terms.csv``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vet_terms.files import write_whole
from vet_terms.glossary.formats import omegat, tbx2
from vet_terms.glossary.termbase import in_order
from vet_terms.model import Concept


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name on the command line, its usual file name, and its writer."""

    name: str
    file_name: str
    description: str
    write: Callable[[Sequence[Concept]], bytes]


FORMATS: Mapping[str, ExportFormat] = {
    entry.name: entry
    for entry in (
        ExportFormat("tbx2", "terms.tbx", "TBX version 2 (martif): OmegaT, Weblate and others", tbx2.write),
        ExportFormat("omegat", "terms.utf8", "OmegaT's tab-separated glossary", omegat.write),
    )
}
"""Every format by its name. Adding one: its file, and one line here."""


def exportable(concepts: Iterable[Concept]) -> list[Concept]:
    """Return the concepts that may leave the house, in order: not rejected, and with English."""
    return in_order(concept for concept in concepts if concept.status != "rejected" and concept.en)


def export(concepts: Iterable[Concept], name: str, path: Path | str) -> None:
    """Write the concepts in the format of that name (a key of FORMATS). Raises OutputError."""
    write_whole(path, FORMATS[name].write(exportable(concepts)))
