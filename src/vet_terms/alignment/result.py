"""What an alignment is: rows in the order of the document, the units made of them, and what made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vet_terms.model import Segment, TranslationUnit


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may decide about an alignment.

    ``vectors``: ask the sentence encoder, where it is installed. ``layout``: how a bilingual file is laid
    out, empty to have it found out. ``glossary``: English forms of Chinese terms, as evidence for pairs.
    ``force``: pair also what does not look like a translation.
    """

    vectors: bool = True
    layout: str = ""
    glossary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    force: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Segments that say the same, or segments of one language that have no partner.

    ``score`` is the probability from 0 to 1 that the row is right as it stands. ``status`` is
    ``machine``, or ``edited`` where a person decided.
    """

    zh: tuple[Segment, ...]
    en: tuple[Segment, ...]
    score: float
    status: str = "machine"

    @property
    def pairs(self) -> bool:
        """Say whether the row has something on both sides."""
        return bool(self.zh and self.en)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Rows in the order of the Chinese, English without a partner where it stands.

    ``units`` are the pairs, those of the same texts made one; ``zh_only`` and ``en_only`` what stayed
    alone; ``layout`` how the document is laid out; ``notes`` are remarks for the person who reads it.
    """

    rows: tuple[Row, ...]
    units: tuple[TranslationUnit, ...]
    zh_only: tuple[Segment, ...]
    en_only: tuple[Segment, ...]
    layout: str
    signature: str
    notes: tuple[str, ...] = ()
