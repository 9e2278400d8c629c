"""Seeded damage to the bytes of a file, for readers that must never fall over."""

from __future__ import annotations

import random
from collections.abc import Iterator

_INSERTS = (
    b"\0",
    b"\xff",
    b"<",
    b"&",
    b'"',
    b"\n\n",
    b"]]>",
    b"-->",
    b"\xed\xa0\x80",
    b"&#xD800;",
    b"9" * 50,
)


def mutants(data: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield damaged copies: bytes changed, cut out, doubled, put in; the end missing."""
    chance = random.Random(seed)
    for _ in range(count):
        mutant = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            position = chance.randrange(len(mutant) or 1)
            length = chance.randint(1, 40)
            kind = chance.randrange(5)
            if kind == 0 and mutant:
                mutant[position] = chance.randrange(256)
            elif kind == 1:
                del mutant[position : position + length]
            elif kind == 2:
                mutant[position:position] = mutant[position : position + length]
            elif kind == 3:
                mutant[position:position] = chance.choice(_INSERTS)
            else:
                del mutant[-length:]
        yield bytes(mutant)
