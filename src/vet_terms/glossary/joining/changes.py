"""What a join did to a term base, and what it left for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vet_terms.model import Concept

TakenKind = Literal["concept", "term", "decision", "cell", "deletion"]
"""A new concept; a term for a known one; a preferred term, status or type; any other cell; a row gone."""

ClashKind = Literal["preferred", "forbidden", "status", "cell", "deleted"]
"""Two preferred terms; one says forbidden, the other not; two decisions; other cells; gone on one side."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that a table had from another; for a cell of several values only what came or went."""

    kind: TakenKind
    id: str
    zh: str
    column: str
    before: str
    after: str
    origin: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Something on which two tables disagree; ``kept`` is what stands, ``offered`` what the other says."""

    kind: ClashKind
    id: str
    zh: str
    column: str
    kept: str
    offered: str
    origin: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A term base that others were joined into, and the report of it.

    ``known`` counts concepts of the others that were there already, with or without something new in them.
    """

    concepts: tuple[Concept, ...]
    taken: tuple[Taken, ...]
    clashes: tuple[Clash, ...]
    known: int
