"""What an index is made from: one text of a unit, folded, with what ranks the unit among equals."""

from __future__ import annotations

from typing import NamedTuple

from vet_terms.memory.matching.folding import folded
from vet_terms.memory.matching.measure import digest_of
from vet_terms.model import Language


class IndexRow(NamedTuple):
    """A folded text with its unit. A million of them are made at once, so they are bare tuples."""

    text: str
    id: int
    rank: int
    """The greater the better among units that are equally like."""
    digest: int
    """Of the text as it stands: `matching.measure.digest_of`."""


def index_row(unit_id: int, text: str, rank: int, language: Language) -> IndexRow:
    """Return the row of a unit's text as it stands."""
    return IndexRow(folded(text, language), unit_id, rank, digest_of(text))
