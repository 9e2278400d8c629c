"""The tables' lines: ``Chinese = English``."""

from __future__ import annotations

from collections.abc import Iterator


def rows(text: str) -> Iterator[tuple[str, str]]:
    """Yield both sides of each line of a table."""
    for line in text.splitlines():
        zh, sign, en = line.partition(" = ")
        if sign:
            yield zh.strip(), en.strip()
