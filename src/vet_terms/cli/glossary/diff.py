"""``vet-terms glossary diff``: what changed between two glossaries, or since the machine last wrote one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from vet_terms.cli.glossary.wording import of, printable
from vet_terms.cli.output import DEFAULT_GLOSSARY, as_json_option, print_json, say
from vet_terms.cli.standard_input import refuse_to_read_twice
from vet_terms.errors import InputError
from vet_terms.glossary.by_people import current_and_last
from vet_terms.glossary.comparing import (
    CellChange,
    Difference,
    added_columns,
    difference,
    edits_by_people,
    empty_columns,
)
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.termbase import absent_columns
from vet_terms.model import Concept

TABLES = (".csv", ".tsv", ".tab")


@click.command(name="diff", epilog="Example: vet-terms glossary diff old-terms.csv glossary/terms.csv")
@click.argument("old", metavar="[OLD]", required=False)
@click.argument("new", metavar="[NEW]", required=False)
@as_json_option
def command(old: str | None, new: str | None, as_json: bool) -> None:
    """Show what changed from OLD to NEW, concept by concept and cell by cell.

    With one FILE, or none (glossary/terms.csv): what people changed in it since the machine last wrote it.
    Order, spaces and line ends are no change, nor is a column that one of the two does not have at all.
    Exit code 1 where something differs, 0 where nothing does.
    """
    refuse_to_read_twice([old, new], "name a file for the other")
    if new is not None:
        found, left_out = _between(str(old), new)
    else:
        found, left_out = _since_the_build(DEFAULT_GLOSSARY if old is None else Path(old))
    if as_json:
        print_json(_as_object(found))
    else:
        for line in _lines(found):
            click.echo(printable(line))
    if left_out:
        say(f"not compared, as only one of the two has it: {', '.join(left_out)}")
    say(
        f"{of(len(found.added), 'concept')} added, {len(found.removed)} gone, {len(found.changed)} changed"
        if found
        else "no difference"
    )
    if found:
        sys.exit(1)


def _between(old: str, new: str) -> tuple[Difference, list[str]]:
    before, after = read_glossary(old), read_glossary(new)
    lacking = _lacking(old, before) | _lacking(new, after) | (added_columns(before) ^ added_columns(after))
    return difference(before, after, lacking), sorted(
        lacking - (empty_columns(before) & empty_columns(after))
    )


def _lacking(path: str, concepts: list[Concept]) -> frozenset[str]:
    """Return the columns that a file does not have: a table names those it has, of others only cells tell."""
    try:
        return frozenset(absent_columns(path)) if path.lower().endswith(TABLES) else empty_columns(concepts)
    except InputError:  # a table of another make, without names of columns
        return empty_columns(concepts)


def _since_the_build(path: Path) -> tuple[Difference, list[str]]:
    machine = path.parent / MACHINE_FILE
    for needed, what in ((path, "name a glossary"), (machine, "name two files to compare")):
        if not needed.exists():
            raise InputError(f"{needed}: no such file; {what}")
    return edits_by_people(*current_and_last(path)), []


def _as_object(found: Difference) -> dict[str, object]:
    return {
        "added": [asdict(each) for each in found.added],
        "removed": [asdict(each) for each in found.removed],
        "changed": [asdict(each) for each in found.changed],
        "summary": {
            "added": len(found.added),
            "removed": len(found.removed),
            "changed": len(found.changed),
        },
    }


def _lines(found: Difference) -> Iterator[str]:
    for change in found.changed:
        yield f"~ {change.zh} = {change.en}  {change.id}".rstrip()
        yield from (f"    {_cell(cell)}" for cell in change.cells)
    yield from (f"+ {_row(concept)}" for concept in found.added)
    yield from (f"- {_row(concept)}" for concept in found.removed)


def _cell(cell: CellChange) -> str:
    if cell.added or cell.removed:
        values = [*(f"+ {value}" for value in cell.added), *(f"- {value}" for value in cell.removed)]
        return f"{cell.column}: {', '.join(values)}"
    return f"{cell.column}: {cell.before or '(empty)'} → {cell.after or '(empty)'}"


def _row(concept: Concept) -> str:
    return f"{concept.zh} = {concept.en or '(no English)'}  {concept.id}".rstrip()
