"""``vet-terms inspect``: what a reader saw of a file."""

from __future__ import annotations

from typing import Any

import click

from vet_terms.cli.output import as_json_option, print_json, progress, say, table
from vet_terms.documents.readers import read_document
from vet_terms.language.segmentation import segments
from vet_terms.model import Document, Place


@click.command("inspect")
@click.argument("file")
@click.option(
    "--encoding", default="", metavar="NAME", help="Encoding of the file, where it is not found out."
)
@click.option("--segments", "by_segment", is_flag=True, help="Show sentences instead of blocks.")
@as_json_option
def command(file: str, encoding: str, by_segment: bool, as_json: bool) -> None:
    """Show what was read of a file: blocks, places, languages, and what was left out.

    The first thing to try when an alignment looks wrong.

    Example: vet-terms inspect seeds/deck.txt
    """
    document = read_document(file, encoding, progress=progress)
    if as_json:
        print_json(_as_json(document))
    else:
        shown = segments(document) if by_segment else document.blocks
        rows = [(_where(each.place), each.language, each.role, _text(each)) for each in shown]
        click.echo(table(("place", "lang", "role", "text"), rows, (40, 4, 8, 120)))
        left_out = [(_where(each.place), each.reason, each.text) for each in document.dropped]
        if left_out:
            click.echo()
            click.echo(table(("place", "left out", "text"), left_out, (40, 30, 120)))
    for note in document.notes:
        say(f"warning: {document.name}: {note}")
    read_as = ", ".join(each for each in (document.encoding, document.script) if each)
    sizes = f"{len(document.blocks)} blocks, {len(document.dropped)} left out"
    say(f"{document.name}: {read_as}{', ' if read_as else ''}{sizes}")


def _text(each: Any) -> str:
    return str(getattr(each, "mark", "") + each.text)


def _where(place: Place) -> str:
    """Return a place without its document; one without a block is told by its line."""
    page = f"p{place.page}" if place.page else ""
    block = f"b{place.block}" if place.block else f"line {place.line}" if place.line else ""
    return ":".join(part for part in (page, block, place.spot) if part)


def _as_json(document: Document) -> dict[str, Any]:
    return {
        "document": document.name,
        "encoding": document.encoding,
        "script": document.script,
        "blocks": document.blocks,
        "segments": segments(document),
        "dropped": document.dropped,
        "notes": document.notes,
    }
