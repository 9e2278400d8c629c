"""``glossary/candidates.csv``: Chinese terms that have no English yet, with what speaks for them.

The machine writes this list anew at each build; a person works in ``terms.csv``. A ``guess`` is a
suggestion and no entry, and ``how`` says how it was made: nothing here reaches an export or a check.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from vet_terms.errors import InputError
from vet_terms.glossary.sheets import read_table, write_table
from vet_terms.glossary.termbase import MOST_DIGITS, join_values, split_values, whole_number
from vet_terms.model import CONCEPT_TYPES, Candidate, Concept, Place, place_named

COLUMNS = ("zh", "type", "count", "documents", "context", "place", "guess", "how", "zh_variants")
_ADDED = frozenset({"how", "zh_variants"})
"""Columns that older files do not have."""

_LINE = re.compile(rf":l(?P<line>[0-9]{{1,{MOST_DIGITS}}})$")


def write_candidates(path: Path | str, candidates: Iterable[Candidate]) -> None:
    """Write the candidates, the best first, whole or not at all. Raises OutputError."""
    write_table(path, *table_of_candidates(candidates))


def table_of_candidates(candidates: Iterable[Candidate]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return the columns of the list and its rows, the best first."""
    return COLUMNS, [_cells(candidate) for candidate in best_first(candidates)]


def best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates as a person should go through them.

    Names, programmes, policies and the like before plain terms; what more documents and more sentences
    have before what fewer have.
    """
    return sorted(
        candidates, key=lambda c: (c.type == "term", -len(c.documents), -c.count, c.zh, c.type, c.place)
    )


def joined(
    first: Sequence[Candidate], second: Sequence[Candidate], translated: Iterable[str]
) -> list[Candidate]:
    """Return the candidates of both lists, the same term made one, without those that are translated.

    Marks do not count: one name is written with several kinds of dash. What one list has for the short form
    of a name in the other is no candidate of its own.
    """
    done = set(map(_bare, translated))
    found: dict[str, Candidate] = {}
    for candidate in [*first, *second]:
        if _bare(candidate.zh) not in done:
            known = found.get(candidate.zh)
            found[candidate.zh] = candidate if known is None else _together(known, candidate)
    for zh in list(found):
        for form in found[zh].zh_variants if zh in found else ():
            if form in found and form != zh:
                found[zh] = _together(found[zh], found.pop(form))
    return list(found.values())


def with_short_forms(concepts: Iterable[Concept], candidates: Iterable[Candidate]) -> list[Concept]:
    """Return concepts with the short forms that candidates of the same name have, and no concept has."""
    kept = list(concepts)
    taken = {_bare(form) for concept in kept for form in (concept.zh, *concept.zh_variants)}
    short: dict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        short[_bare(candidate.zh)] += [form for form in candidate.zh_variants if _bare(form) not in taken]
    return [
        replace(concept, zh_variants=tuple(dict.fromkeys((*concept.zh_variants, *short[_bare(concept.zh)]))))
        for concept in kept
    ]


def _bare(zh: str) -> str:
    return re.sub(r"[\W_]", "", zh)


def _together(first: Candidate, second: Candidate) -> Candidate:
    guessed = first if first.guess else second
    return Candidate(
        zh=first.zh,
        type=first.type,
        count=first.count + second.count,
        documents=tuple(sorted({*first.documents, *second.documents})),
        context=first.context,
        place=first.place,
        guess=guessed.guess,
        how=guessed.how,
        zh_variants=tuple(dict.fromkeys((*first.zh_variants, *second.zh_variants))),
    )


def read_candidates(path: Path | str) -> list[Candidate]:
    """Read a file that ``write_candidates`` wrote, also after a spreadsheet. Raises InputError."""
    table = read_table(path)
    if missing := [column for column in COLUMNS if column not in {*table.columns, *_ADDED}]:
        raise InputError(
            f"{table.name}, line 1: has no column {missing[0]}; "
            "run `vet-terms build` to write the candidates anew"
        )
    candidates = []
    for row in table.rows:
        cells = row.cells
        kind = next((kind for kind in CONCEPT_TYPES if kind == cells["type"]), None)
        if kind is None:
            raise InputError(
                f"{table.name}, line {row.line}, column type: {cells['type']!r} is not one of "
                f"{', '.join(CONCEPT_TYPES)}"
            )
        count = whole_number(cells["count"])
        if count is None:
            raise InputError(
                f"{table.name}, line {row.line}, column count: {cells['count'][:40]!r} is not a whole number "
                f"with at most {MOST_DIGITS} digits"
            )
        candidates.append(
            Candidate(
                zh=cells["zh"],
                type=kind,
                count=count,
                documents=split_values(cells["documents"]),
                context=cells["context"],
                place=_place(cells["place"]),
                guess=cells["guess"],
                how=cells.get("how", ""),
                zh_variants=split_values(cells.get("zh_variants", "")),
            )
        )
    return candidates


def _cells(candidate: Candidate) -> list[str]:
    place = candidate.place
    return [
        candidate.zh,
        candidate.type,
        str(candidate.count),
        join_values(candidate.documents),
        candidate.context,
        f"{place}:l{place.line}" if place.line else str(place),
        candidate.guess,
        candidate.how,
        join_values(candidate.zh_variants),
    ]


def _place(cell: str) -> Place:
    line = _LINE.search(cell)
    place = place_named(cell[: line.start()] if line else cell)
    return replace(place, line=int(line["line"]) if line else 0)
