"""A unit of the memory: a Chinese and an English text, and who made them, when, and from where.

Plain values, no store and no file format: stores keep them, the index finds them.
"""

from __future__ import annotations

from dataclasses import dataclass

from vet_terms.model import Language


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One pair of the memory. Texts are what a reader sees, with U+FFFC for each inline code.

    Dates are as TMX has them (``20260131T120000Z``), empty where the file says nothing.
    """

    zh: str
    en: str
    tu: str = ""
    """The whole TMX unit as XML (one ``tu`` element), from which nothing of the file is missing."""
    id: int = 0
    """Its number in its store, ascending in the order in which units came in; 0 before it is kept."""
    tuid: str = ""
    zh_code: str = "zh-CN"
    en_code: str = "en-US"
    creator: str = ""
    created: str = ""
    changer: str = ""
    changed: str = ""
    document: str = ""
    """The document that the texts are from, where the file names it (property ``x-document``)."""
    place: str = ""
    origin: str = ""
    """The name of the file that was imported, without its folder."""
    status: str = "approved"
    """``machine``, ``edited`` or ``approved``."""
    score: float = 1.0

    def text(self, language: Language) -> str:
        """Return one side."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that was found for a text, and how like it is."""

    unit: MemoryUnit
    percent: int
    """From 0 to 100, rounded down; 100 only where the texts are the same to the letter."""
    differs: tuple[str, ...] = ()
    """What alone makes a 99 of a text that is else the same: ``numbers``, ``codes`` (inline), ``form`` (case,
    width, script, kinds of quotes, spaces)."""
