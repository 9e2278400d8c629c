"""What commands that ask a memory share: the texts asked about, their language, where a unit is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from vet_terms.cli.standard_input import lines_of_input, refuse_to_read_twice
from vet_terms.files import STDIN
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
    refuse_to_read_twice(texts)
    for text in texts:
        for each in lines_of_input() if text == STDIN else [text]:
            yield each, language or language_of(each) or "zh"


def origin_of(unit: MemoryUnit) -> str:
    """Return where a unit is from and who made it, as a person reads it."""
    who = unit.changer or unit.creator
    when = (unit.changed or unit.created)[:8]
    return ", ".join(part for part in (unit.place or unit.document or unit.origin, who, when) if part)
