"""OmegaT's tab-separated glossary (``.utf8``): source, target, comment, and no header.

OmegaT reads such a file as UTF-8, without quoting, and skips lines that begin with ``#``. It marks
every source form it knows in the text, so each Chinese form is a row of its own, with the preferred
English. Admitted and forbidden forms are in the comment: as targets they would be offered. On reading a
comment is a note; a first line ``-*- coding: … -*-`` and other lines that begin with ``#`` say no terms.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.glossary.formats.comments import comment_on
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.pairs import Pair, concepts_of_pairs, sources_and_target
from vet_terms.model import Concept


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the file's bytes: one line per source form, without repetitions."""
    lines: dict[str, None] = {}
    for concept in concepts:
        sources, target = sources_and_target(concept, options.source)
        about = _cell(comment_on(concept))
        lines |= dict.fromkeys("\t".join((_source(form), _cell(target), about)) for form in sources)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a glossary with tabs, one a line. Raises InputError for one without Chinese."""
    from vet_terms.documents.encoding import decode

    pairs = []
    for line in decode(data, name)[0].split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.startswith("#") and len(cells) > 1 and cells[0] and cells[1]:
            pairs.append(Pair(cells[0], cells[1], cells[2] if len(cells) > 2 else ""))
    return concepts_of_pairs(pairs, name)


def _cell(text: str) -> str:
    """Return the text on one line: the format has no way to write a tab or a line end."""
    return " ".join(text.split())


def _source(form: str) -> str:
    """Return the form as a line may begin with it: ``#`` would make the line a comment."""
    cell = _cell(form)
    return f"＃{cell[1:]}" if cell.startswith("#") else cell
