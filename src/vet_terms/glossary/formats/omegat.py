"""OmegaT's tab-separated glossary (``.utf8``): source, target, comment, and no header.

OmegaT reads such a file as UTF-8, without quoting, and skips lines that begin with ``#``. It marks
every source form it knows in the text, so each Chinese form is a row of its own, with the preferred
English. Admitted and forbidden forms are in the comment: as targets they would be offered.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.model import Concept


def write(concepts: Sequence[Concept]) -> bytes:
    """Return the file's bytes: one line per Chinese form, without repetitions."""
    lines = (
        "\t".join((_source(form), _cell(concept.en), _cell(_comment(concept))))
        for concept in concepts
        for form in dict.fromkeys((concept.zh, *concept.zh_variants))
    )
    return "".join(f"{line}\n" for line in dict.fromkeys(lines)).encode("utf-8")


def _comment(concept: Concept) -> str:
    parts = [
        concept.type,
        "" if concept.status == "approved" else concept.status,
        concept.domain,
        concept.definition,
        f"also: {', '.join(concept.en_variants)}" if concept.en_variants else "",
        f"do not use: {', '.join(concept.en_forbidden)}" if concept.en_forbidden else "",
        concept.note,
    ]
    return "; ".join(part for part in parts if part)


def _cell(text: str) -> str:
    """Return the text on one line: the format has no way to write a tab or a line end."""
    return " ".join(text.split())


def _source(form: str) -> str:
    """Return the form as a line may begin with it: ``#`` would make the line a comment."""
    cell = _cell(form)
    return f"＃{cell[1:]}" if cell.startswith("#") else cell
