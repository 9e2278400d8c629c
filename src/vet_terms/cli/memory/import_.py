"""``vet-terms memory import``: bilingual files into the memory, all or none."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import click

from vet_terms.cli.memory.opened_memory import opened_memory
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.output import as_json_option, counted, print_json, progress, say
from vet_terms.cli.standard_input import refuse_to_read_twice
from vet_terms.memory.importing import Passed, units_of_file
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language


@click.command("import", epilog="Example: vet-terms memory import tmx/*.tmx old-projects.tmx.gz")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@store_option
@click.option(
    "--recover", is_flag=True, help="Of a TMX that breaks off, take the whole units before the break."
)
@as_json_option
def command(files: tuple[str, ...], store: str, recover: bool, as_json: bool) -> None:
    """Import bilingual files into the memory: TMX (also .tmx.gz and .zip), XLIFF, PO, TSV, CSV.

    All FILEs come in together or none does. Every unit keeps who made it, when, and from where; several
    translations of one text stay side by side. What the memory has already to the letter is only counted.
    `-` reads a table from standard input. The memory is created where there is none.
    """
    refuse_to_read_twice(files)
    passed = {file: Passed() for file in dict.fromkeys(files)}
    units = _units(passed, recover)
    # Where the first file cannot be read no memory is made.
    first = list(itertools.islice(units, 1))
    with opened_memory(store, create=True) as memory:
        added = memory.add(counted(itertools.chain(first, units), "importing"))
        languages: tuple[Language, ...] = ("zh", "en")
        for language in progress(languages, "indexing"):
            memory.index(language)
        held = memory.store.state().units
        name = memory.store.name
    for file, each in passed.items():
        if each.broken:
            say(f"warning: {file}: {each.broken}; the whole units before that were taken")
        if each.without_both:
            lack = "unit lacks" if each.without_both == 1 else "units lack"
            were = "was" if each.without_both == 1 else "were"
            say(f"{file}: {each.without_both:,} {lack} Chinese or English and {were} passed over")
    if as_json:
        print_json(
            {
                "store": name,
                "new": added.new,
                "known": added.known,
                "passed_over": sum(each.without_both for each in passed.values()),
                "broken": {file: each.broken for file, each in passed.items() if each.broken},
                "units": held,
            }
        )
    say(f"{name}: {added.new:,} new units, {added.known:,} known already; {held:,} units now")


def _units(passed: dict[str, Passed], recover: bool) -> Iterator[MemoryUnit]:
    for file, each in passed.items():
        yield from units_of_file(file, each, recover=recover)
