"""The corrected review sheets of a folder of memories, applied to the alignments of its documents.

A sheet lies beside the memory it belongs to and bears its name. It is a person's: nothing here writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vet_terms.alignment.corrections import Corrected, corrected
from vet_terms.alignment.result import Alignment
from vet_terms.alignment.reviewed import traced
from vet_terms.errors import UsageError
from vet_terms.memory.review.sheet import read_review

REVIEW = ".review.xlsx"
"""What follows a memory's name in that of its review sheet."""

_LOCKS = (".", "~$")
"""How the names of files begin that office programs leave beside an open one."""


def with_reviews(
    workspace: Path, folder: str, stems: Mapping[str, str], alignments: Mapping[str, Alignment]
) -> tuple[dict[str, Corrected], list[str]]:
    """Return the alignments that a person corrected, by document, and what is to be said of the sheets.

    ``folder`` holds the memories, ``stems`` are their names by document. A sheet of another document is
    not applied, one without a document is left alone; both are said. Raises InputError for a sheet that
    cannot be read: a person's work is not passed over.
    """
    results: dict[str, Corrected] = {}
    said: list[str] = []
    for name, alignment in alignments.items():
        path = workspace / folder / f"{stems[name]}{REVIEW}"
        if not path.is_file():
            continue
        shown = f"{folder}/{stems[name]}{REVIEW}"
        sheet = read_review(path, shown)
        try:
            results[name] = corrected(traced(alignment), sheet)
        except UsageError as error:
            said.append(f"{error}; it is not applied")
            continue
        said += [f"{shown}: {warning}" for warning in results[name].warnings]
    applicable = {stems[name] for name in alignments}
    return results, said + _without_pairs(workspace / folder, folder, set(stems.values()), applicable)


def _without_pairs(memory: Path, folder: str, known: set[str], applicable: set[str]) -> list[str]:
    """Return a remark for each sheet whose document is gone or has nothing to correct."""
    said: list[str] = []
    for path in sorted(memory.rglob(f"*{REVIEW}")):
        stem = path.relative_to(memory).as_posix().removesuffix(REVIEW)
        if path.name.startswith(_LOCKS) or stem in applicable:
            continue
        why = "its document has no pairs" if stem in known else "its document is no longer in seeds/"
        said.append(f"{folder}/{stem}{REVIEW}: {why}; delete it if it is not needed")
    return said
