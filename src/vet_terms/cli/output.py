"""What commands share: the default glossary, JSON, tables that know wide characters, progress."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from vet_terms.checking.reports.terminal import one_line

Item = TypeVar("Item")

SECONDS_BEFORE_A_BAR = 1.0
SECONDS_BETWEEN_COUNTS = 0.2

DEFAULT_GLOSSARY = Path("glossary") / "terms.csv"
"""The term base of the workspace that a person stands in."""


def print_json(value: object) -> None:
    """Print one JSON object (dataclasses as objects), Chinese as it is, and nothing else."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def say(message: str) -> None:
    """Print a line for the person at the terminal, on standard error; nothing in it acts there."""
    click.echo(one_line(message), err=True)


def width(text: str) -> int:
    """Return how many terminal columns a text takes: wide characters two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def clip(text: str, columns: int) -> str:
    """Return the text, cut with an ellipsis where it is wider than so many columns."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for char in text:
        used += width(char)
        if used > columns:
            break
        kept += char
    return kept + "…"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], limits: Sequence[int]) -> str:
    """Return an aligned plain-text table; ``limits`` is the greatest width of each column."""
    cells = [
        [clip(cell.replace("\n", " "), limit) for cell, limit in zip(row, limits, strict=True)]
        for row in rows
    ]
    widths = [max(width(row[column]) for row in [list(header), *cells]) for column in range(len(header))]
    lines = [list(header), ["-" * columns for columns in widths], *cells]
    return "\n".join(
        "  ".join(
            cell + " " * (columns - width(cell)) for cell, columns in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )


def progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """Yield the items; after a second of work, show a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    with contextlib.ExitStack() as stack:
        bar = None
        for index, item in enumerate(items):
            if bar is None and time.monotonic() - started > SECONDS_BEFORE_A_BAR:
                bar = stack.enter_context(click.progressbar(length=len(items), label=label, file=sys.stderr))
                bar.update(index)
            yield item
            if bar is not None:
                bar.update(1)


def number_of(number: int, noun: str) -> str:
    """Return a number with its noun: 1 segment, 2,000 segments."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def counted(items: Iterable[Item], label: str) -> Iterator[Item]:
    """Yield items of unknown number; after a second of work, count them on standard error at a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    shown = started = time.monotonic()
    count = 0
    for count, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if now - started > SECONDS_BEFORE_A_BAR and now - shown > SECONDS_BETWEEN_COUNTS:
            click.echo(f"\r{label}: {count:,}", err=True, nl=False)
            shown = now
    if shown != started:
        click.echo(f"\r{label}: {count:,}", err=True)


def as_json_option(function: Any) -> Any:
    """Add the ``--json`` flag that every command has."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")(
        function
    )
