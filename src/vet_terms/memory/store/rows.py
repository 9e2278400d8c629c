"""Units as rows of a table, the same in both stores: their columns, their digest, pages of them.

What either store could not keep to the letter is refused here, so that both refuse the same: a zero
character (PostgreSQL has none), half of a surrogate pair (UTF-8 has none) and a score that is no number.
No XML file can hold them either. Knows no database.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from vet_terms.errors import InputError
from vet_terms.memory.store.store import StoredText
from vet_terms.memory.unit import MemoryUnit

Row = tuple[Any, ...]

COLUMNS = tuple(field.name for field in fields(MemoryUnit))
"""Columns of a whole unit, in the order in which ``MemoryUnit(*row)`` takes them."""
KEPT = tuple(name for name in COLUMNS if name != "id")
"""What a unit brings with it, texts and at last its score; its id is given by the store."""
TEXTS = StoredText._fields

FORM = 1
"""The form of the tables; a store with a greater number was written by a newer program."""

IDS_AT_ONCE = 500
ROWS_IN_A_PAGE = 1000
CHARACTERS_IN_A_PAGE = 4_000_000
_DIGEST_BYTES = 16
_QUOTED = 30

_values = attrgetter(*KEPT)


def kept_row(unit: MemoryUnit) -> Row:
    """Return the digest of every field but the id (16 bytes of BLAKE2b), and then those fields.

    Raises InputError where a store could not give the unit back as it is.
    """
    *texts, score = _values(unit)
    joined = "\0".join(texts)
    if joined.count("\0") >= len(texts):
        raise InputError(_refusal(unit, "has a zero character (U+0000)"))
    if not math.isfinite(score):
        raise InputError(_refusal(unit, f"has a score that is no number ({score})"))
    score = float(score) + 0.0  # one zero, not two
    try:
        content = f"{joined}\0{score!r}".encode()
    except UnicodeEncodeError as error:
        raise InputError(_refusal(unit, "has half of a surrogate pair")) from error
    return (blake2b(content, digest_size=_DIGEST_BYTES).digest(), *texts, score)


def page_of(rows: Iterable[Row]) -> list[Row]:
    """Return the first rows: a thousand, or fewer where their texts are long."""
    page: list[Row] = []
    characters = 0
    for row in rows:
        page.append(row)
        characters += sum(len(value) for value in row if isinstance(value, str))
        if len(page) >= ROWS_IN_A_PAGE or characters >= CHARACTERS_IN_A_PAGE:
            break
    return page


def in_chunks(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    """Yield ids, some hundred at a time."""
    chunk: list[int] = []
    for number in ids:
        chunk.append(number)
        if len(chunk) == IDS_AT_ONCE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _refusal(unit: MemoryUnit, what: str) -> str:
    text = (unit.zh or unit.en)[:_QUOTED].replace("\0", "").encode("utf-8", "replace").decode()
    whose = unit.origin or "a unit"
    return f"{whose}: “{text}” {what}, which a memory cannot keep; take it out and import again"
