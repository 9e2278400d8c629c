"""What commands that ask a memory share: the texts asked about, their language, where a unit is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from vet_terms.errors import UsageError
from vet_terms.files import STDIN, read_bytes
from vet_terms.language.scripts import language_of
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language


def language_option(function: Any) -> Any:
    """Add the ``--language`` option: which side of the units is asked."""
    return click.option(
        "--language",
        type=click.Choice(("zh", "en")),
        help="The side to look at [default: told from the text].",
    )(function)


def asked(texts: Sequence[str], language: Language | None) -> Iterator[tuple[str, Language]]:
    """Yield each text with its language; ``-`` is the lines of standard input. Raises UsageError."""
    if texts.count(STDIN) > 1:
        raise UsageError("standard input can be read once; name - a single time")
    for text in texts:
        for each in _lines_of_input() if text == STDIN else [text]:
            yield each, language or language_of(each) or "zh"


def origin_of(unit: MemoryUnit) -> str:
    """Return where a unit is from and who made it, as a person reads it."""
    who = unit.changer or unit.creator
    when = (unit.changed or unit.created)[:8]
    return ", ".join(part for part in (unit.place or unit.document or unit.origin, who, when) if part)


def _lines_of_input() -> list[str]:
    from vet_terms.documents.encoding import decode

    text, _ = decode(read_bytes(STDIN), "standard input")
    return [line.strip() for line in text.splitlines() if line.strip()]
