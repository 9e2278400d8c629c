"""``vet-terms glossary merge``: other people's edits and outside term lists, joined into the term base."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import click

from vet_terms.cli.glossary.wording import of, printable
from vet_terms.cli.output import DEFAULT_GLOSSARY, as_json_option, print_json, say
from vet_terms.cli.standard_input import refuse_to_read_twice
from vet_terms.errors import InputError, UsageError
from vet_terms.files import is_one_of
from vet_terms.glossary.by_people import current_and_last
from vet_terms.glossary.joining.changes import Clash, Joined, Taken
from vet_terms.glossary.joining.tables import Other, join_tables
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.termbase import write_concepts

_HEADINGS = {
    "concept": "concepts added",
    "term": "terms added to known concepts",
    "decision": "decisions taken over",
    "cell": "other cells taken over",
    "deletion": "rows deleted, as there",
}
_SIGNS = {"zh_variants": "also", "en_variants": "also", "en_forbidden": "forbidden"}


@click.command(
    name="merge",
    epilog="Example: vet-terms glossary merge from-wang.xlsx --dry-run",
)
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@click.option("--glossary", type=click.Path(path_type=Path), metavar="FILE", default=DEFAULT_GLOSSARY,
              help="The term base (default: glossary/terms.csv).")  # fmt: skip
@click.option("--base", metavar="FILE",
              help="What the term base and OTHER both began with: a true three-way merge.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT.csv",
              help="Write here; the term base stays as it is.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be done and write nothing.")
@as_json_option
def command(
    others: tuple[str, ...],
    glossary: Path,
    base: str | None,
    output: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Join other people's edits or outside term lists into the term base.

    OTHER is a glossary of any kind that vet-terms reads. Concepts are known again by id, else by their terms.
    Where the two disagree, the row that stands stays and the difference is listed (exit code 1);
    only a proposal of the machine that nobody touched gives way to a person.
    """
    target = output or glossary
    if target.suffix.lower() != ".csv":
        raise UsageError(f"{target}: a term base is written as CSV; name the result with -o OUT.csv")
    refuse_to_read_twice([*others, base], "name a file for the other")
    if output is not None and not is_one_of(output, [glossary]) and is_one_of(output, [*others, base]):
        raise UsageError(f"{output}: is what is joined; choose another name for the output")
    if not glossary.exists():
        raise InputError(f"{glossary}: no such file; name the term base with --glossary")
    before = glossary.read_bytes()
    current, last = current_and_last(glossary)
    begun = read_glossary(base) if base else None
    joined = join_tables(current, [Other(other, read_glossary(other)) for other in others], last, begun)
    written = not dry_run and (output is not None or bool(joined.taken))
    if written and glossary.read_bytes() != before:
        raise InputError(f"{glossary}: was saved by another program meanwhile; run the command again")
    if written:
        write_concepts(target, joined.concepts)
    if as_json:
        print_json(_as_object(joined, str(target) if written else ""))
    else:
        for line in _report(joined, several=len(others) > 1):
            click.echo(printable(line))
    say(_summary(joined))
    say(f"written: {target}" if written else "nothing was written")
    if joined.clashes:
        sys.exit(1)


def _as_object(joined: Joined, written: str) -> dict[str, object]:
    return {
        "taken": joined.taken,
        "conflicts": joined.clashes,
        "summary": {
            "known": joined.known,
            **{kind: sum(each.kind == kind for each in joined.taken) for kind in _HEADINGS},
            "conflicts": len(joined.clashes),
            "concepts": len(joined.concepts),
        },
        "written": written,
    }


def _report(joined: Joined, *, several: bool) -> Iterator[str]:
    for kind, heading in _HEADINGS.items():
        of_kind = [each for each in joined.taken if each.kind == kind]
        if of_kind:
            yield f"{heading} ({len(of_kind)}):"
            yield from (f"  {_said(each)}{_from(each, several=several)}" for each in of_kind)
    if joined.clashes:
        yield f"conflicts ({len(joined.clashes)}); what stands is kept, decide by hand:"
        for _, of_concept in groupby(joined.clashes, attrgetter("id", "origin")):
            yield from _conflicts(of_concept)


def _said(taken: Taken) -> str:
    if taken.kind == "concept":
        return f"{taken.zh} = {taken.after or '(no English)'}"
    if taken.kind == "deletion":
        return f"{taken.zh} = {taken.before}"
    if taken.kind == "term":
        return f"{taken.zh}: {_SIGNS[taken.column]} {taken.after}"
    return f"{taken.zh}: {taken.column}: {taken.before or '(empty)'} → {taken.after or '(empty)'}"


def _from(taken: Taken, *, several: bool) -> str:
    return f"  [{taken.origin}]" if several else ""


def _conflicts(clashes: Iterable[Clash]) -> Iterator[str]:
    for each in clashes:
        column = f"{each.column}: " if each.column else ""
        yield f"  {each.zh}: {column}kept {each.kept}; {each.origin} says {each.offered or '(empty)'}"


def _summary(joined: Joined) -> str:
    count = {kind: sum(each.kind == kind for each in joined.taken) for kind in _HEADINGS}
    deleted = f", {of(count['deletion'], 'row')} deleted" if count["deletion"] else ""
    return (
        f"{of(joined.known, 'concept')} known already, {count['concept']} added, {count['term']} with new "
        f"terms, {of(count['decision'] + count['cell'], 'cell')} taken over{deleted}, "
        f"{of(len(joined.clashes), 'conflict')}"
    )
