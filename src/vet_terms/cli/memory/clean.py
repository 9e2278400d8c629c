"""``vet-terms memory clean``: units that a memory would be better without, listed or moved out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from vet_terms.checking.rule import SEVERITIES, as_grave_as
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.output import as_json_option, print_json, progress, say, table
from vet_terms.errors import UsageError
from vet_terms.files import STDIN
from vet_terms.memory.cleaning.examination import Examination, examined
from vet_terms.memory.cleaning.removal import move_out, refuse_to_overwrite, write_without
from vet_terms.memory.cleaning.rules import RULES, rule_ids
from vet_terms.memory.cleaning.subject import Subject, Subjects, chosen, subjects_of_store, subjects_of_tmx
from vet_terms.memory.store.opening import open_store
from vet_terms.model import Severity

MOST_SHOWN = 200
"""Units of a memory that are listed one by one; --json lists all."""

_LIMITS = (8, 14, 60, 32, 32)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A memory, or a file, with what was found in it and the texts that are shown."""

    name: str
    examination: Examination
    texts: dict[int, Subject]


@click.command(
    "clean",
    epilog="Example: vet-terms memory clean --only duplicate --remove duplicates.tmx",
)
@click.argument("files", metavar="[FILE.tmx...]", nargs=-1)
@store_option
@click.option(
    "--only",
    type=click.Choice(rule_ids()),
    multiple=True,
    help="Look for this alone; repeatable.",
)
@click.option(
    "--remove",
    "side",
    metavar="SIDE.tmx",
    help="Write the listed units to a new TMX, then take them out of the memory (of a file: with -o).",
)
@click.option(
    "-o",
    "--output",
    metavar="OUT.tmx",
    help="Write a copy of FILE.tmx without the listed units; the file itself stays as it is.",
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="error", show_default=True,
              help="Exit with 1 where a listed unit is at least so grave.")  # fmt: skip
@as_json_option
def command(
    files: tuple[str, ...],
    store: str,
    only: tuple[str, ...],
    side: str | None,
    output: str | None,
    fail_on: Severity,
    as_json: bool,
) -> None:
    """List units of the memory, or of TMX files, that it would be better without.

    \b
    empty           one side is empty or has no word and no number
    identical       both sides are the same text, which is no name, number or code
    wrong-language  a side is not in its language
    untranslated    a part of the Chinese is left in the English
    unequal         one side is far longer than a translation of the other can be
    misaligned      by the aligner's own score the sides are no translations of each other
    duplicate       another unit has the same texts; the best of them stays

    A unit is listed under the first that holds. Nothing is taken out unless --remove (or -o, for a file) asks
    for all that is listed; narrow it down with --only. Without findings as grave as --fail-on, and when they
    were taken out, the exit code is 0.
    """
    _refuse_misuse(files, side, output)
    rules = [rule for rule in RULES if not only or rule.id in only]

    def looked_at(name: str, subjects: Subjects) -> _Looked:
        found = examined(subjects, rules, progress)
        shown = found.listed if as_json else found.listed[:MOST_SHOWN]
        return _Looked(name, found, chosen(subjects, {each.number for each in shown}))

    looked: list[_Looked] = []
    removed = 0
    if files:
        looked = [looked_at(file, subjects_of_tmx(file)) for file in files]
        if output:
            numbers = {each.number for each in looked[0].examination.listed}
            taken = Path(side) if side and numbers else None
            removed = write_without(Path(files[0]), numbers, Path(output), taken)
    else:
        with open_store(store) as opened:
            looked = [looked_at(opened.name, subjects_of_store(opened))]
            listed = [each.number for each in looked[0].examination.listed]
            if side and listed:
                removed = move_out(opened, listed, Path(side))
    _show(looked, as_json=as_json, removed=removed)
    taken_out = bool(output or side)
    _report(looked, removed, side, output)
    grave = as_grave_as(fail_on)
    if not taken_out and any(
        found.rule.severity in grave for each in looked for found in each.examination.listed
    ):
        sys.exit(1)


def _refuse_misuse(files: Sequence[str], side: str | None, output: str | None) -> None:
    if STDIN in files:
        raise UsageError("a file is gone through twice, which standard input cannot be; name a file")
    if output and len(files) != 1:
        raise UsageError(
            "-o writes a copy of one file; name one FILE.tmx (a memory is cleaned with --remove)"
        )
    if side and files and not output:
        raise UsageError("--remove takes units out of the memory; for a file, name the cleaned copy with -o")
    for path in (side, output):
        if path:
            refuse_to_overwrite(Path(path))


def _show(looked: Sequence[_Looked], *, as_json: bool, removed: int) -> None:
    if as_json:
        print_json(
            {
                "memories": [_as_json(each) for each in looked],
                "removed": removed,
                "signature": _made_by(),
            }
        )
        return
    for each in looked:
        rows = [
            (
                str(found.number),
                found.rule.id,
                found.message,
                each.texts[found.number].zh,
                each.texts[found.number].en,
            )
            for found in each.examination.listed[:MOST_SHOWN]
        ]
        if rows:
            if len(looked) > 1:
                click.echo(f"{each.name}:")
            click.echo(table(("unit", "rule", "what is wrong", "Chinese", "English"), rows, _LIMITS))


def _as_json(looked: _Looked) -> dict[str, Any]:
    return {
        "name": looked.name,
        "units": looked.examination.units,
        "by_rule": looked.examination.by_rule,
        "listed": [
            {
                "unit": found.number,
                "rule": found.rule.id,
                "severity": found.rule.severity,
                "message": found.message,
                "zh": looked.texts[found.number].zh,
                "en": looked.texts[found.number].en,
            }
            for found in looked.examination.listed
        ],
    }


def _made_by() -> str:
    from vet_terms.alignment.aligner import alignment_signature

    return alignment_signature()


def _report(looked: Sequence[_Looked], removed: int, side: str | None, output: str | None) -> None:
    for each in looked:
        listed = each.examination.listed
        if len(listed) > MOST_SHOWN:
            say(f"{each.name}: {len(listed) - MOST_SHOWN} more units; --json lists all")
        by_rule = each.examination.by_rule.items()
        kinds = ": " + ", ".join(f"{count} {rule}" for rule, count in by_rule) if listed else ""
        say(f"{each.name}: {each.examination.units} units, {len(listed)} listed{kinds}")
    if output:
        where = f", which are in {side}" if side and removed else ""
        say(f"{output}: written without {removed} units{where}")
    elif side and removed:
        say(f"{removed} units taken out; they are in {side}")
    elif side:
        say(f"nothing to take out; {side} was not written")
