"""``vet-terms memory stats``: what a memory holds."""

from __future__ import annotations

import dataclasses

import click

from vet_terms.cli.memory.opened_memory import opened_memory
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.output import as_json_option, counted, print_json, table


@click.command("stats", epilog="Example: vet-terms memory stats --json")
@store_option
@as_json_option
def command(store: str, as_json: bool) -> None:
    """Show what a memory holds: units, where they are from, their status, and the size of its index."""
    from vet_terms.memory.statistics import statistics

    with opened_memory(store) as memory:
        found = statistics(counted(memory.store.after(0), "counting"))
        sizes = {language: memory.index(language).bytes_on_disk() for language in ("zh", "en")}
        name = memory.store.name
    if as_json:
        print_json({"store": name, **dataclasses.asdict(found), "index_bytes": sizes})
        return
    rows = [
        ("units", found.units),
        ("different Chinese texts", found.zh_texts),
        ("different English texts", found.en_texts),
        ("Chinese texts with several translations", found.zh_with_several),
        ("Chinese characters", found.zh_characters),
        ("English words", found.en_words),
        *((f"status {status}", count) for status, count in found.statuses.items()),
        *((f"from {origin}", count) for origin, count in found.origins.items()),
        *((f"index of {language}, bytes", size) for language, size in sizes.items()),
    ]
    click.echo(table((name, "number"), [(what, f"{count:,}") for what, count in rows], (100, 20)))
