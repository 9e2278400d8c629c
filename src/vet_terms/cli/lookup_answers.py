"""The answers of a lookup as a person, a spreadsheet or a program reads them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence

from vet_terms.cli.output import clip, table
from vet_terms.glossary.lookup.answers import Hit
from vet_terms.glossary.lookup.renaming import Renaming
from vet_terms.glossary.succession import successor_of
from vet_terms.glossary.termbase import COLUMNS

# A term is there to be copied, so only what no term is as long as gets cut.
COLUMN_LIMITS = (80, 120, 12, 10, 11)
TSV_COLUMNS = ("zh", "en", "type", "status", "match", "term", "score", "note", "query")


def is_for_a_person() -> bool:
    """Say whether standard output is a terminal: there a table stands, in a pipe tab-separated values."""
    return sys.stdout.isatty()


def tsv_line(cells: Sequence[object]) -> str:
    """Return cells with tabs between; a tab or a line end in a cell becomes a space."""
    return "\t".join(one_line(str(cell)) for cell in cells)


def tsv_cells(query: str, hit: Hit) -> tuple[object, ...]:
    """Return the cells of a hit, in the order of ``TSV_COLUMNS``."""
    concept, match = hit.concept, hit.match
    described = (concept.zh, concept.en, concept.type, concept.status)
    return (*described, match.kind, match.term, f"{match.score:.3f}", concept.note, query)


def as_object(query: str, hit: Hit) -> dict[str, object]:
    """Return a hit with all of its concept, for JSON."""
    concept, match = hit.concept, hit.match
    return {
        **{column: getattr(concept, column) for column in COLUMNS},
        "extra": dict(concept.extra),
        "match": {
            "query": query,
            "kind": match.kind,
            "side": match.side,
            "term": match.term,
            "score": match.score,
        },
        "renamed_to": [_renaming(each) for each in hit.renamings if each.is_new_name],
        "renamed_from": [_renaming(each) for each in hit.renamings if not each.is_new_name],
    }


def lines(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the table's lines, each row followed by what else there is to say of its concept."""
    columns = shutil.get_terminal_size((100, 24)).columns
    rows = [
        (hit.concept.zh, hit.concept.en, hit.concept.type, hit.concept.status, hit.match.kind) for hit in hits
    ]
    head, rule, *body = table(("Chinese", "English", "type", "status", "match"), rows, COLUMN_LIMITS).split(
        "\n"
    )
    yield from (head, rule)
    for line, hit in zip(body, hits, strict=True):
        yield line
        yield from (f"    {detail}" for detail in _terms_and_decisions(hit))
        yield from (clip(f"    {detail}", columns) for detail in _explanations(hit))


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def renaming_told(change: Renaming) -> str:
    """Return a change of a name in words, as ``now: 柳州职业技术大学 (since 2024)``."""
    since = f" ({'since' if change.is_new_name else 'until'} {change.year})" if change.year else ""
    name = f"{change.zh} = {change.en}" if change.en else change.zh
    return (
        f"{'' if change.decided else 'likely '}{'now' if change.is_new_name else 'formerly'}: {name}{since}"
    )


def _renaming(change: Renaming) -> dict[str, object]:
    return {
        "id": change.id,
        "zh": change.zh,
        "en": change.en,
        "year": change.year or None,
        "decided": change.decided,
    }


def _terms_and_decisions(hit: Hit) -> Iterator[str]:
    concept, match = hit.concept, hit.match
    variants = (*concept.zh_variants, *concept.en_variants)
    if match.term not in {concept.zh, concept.en}:
        yield f"found by: {match.term}" + (" (do not use)" if match.term in concept.en_forbidden else "")
    successor = successor_of(concept)
    # The new name stands on the next line.
    is_told = successor is not None and one_line(concept.note).lower() == str(successor).lower()
    if concept.status in {"superseded", "rejected"} and not is_told:
        yield f"{concept.status.upper()}: {one_line(concept.note) or 'no note says why'}"
    yield from map(renaming_told, hit.renamings)
    if variants:
        yield f"also: {' | '.join(variants)}"
    if concept.en_forbidden:
        yield f"do not use: {' | '.join(concept.en_forbidden)}"


def _explanations(hit: Hit) -> Iterator[str]:
    concept = hit.concept
    if concept.definition:
        yield f"definition: {one_line(concept.definition)}"
    for context in (concept.context_zh, concept.context_en):
        if context:
            yield f"context: {one_line(context)}"
    if concept.note and concept.status not in {"superseded", "rejected"}:
        yield f"note: {one_line(concept.note)}"
