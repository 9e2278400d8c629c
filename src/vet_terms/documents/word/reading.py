"""What the stories of one Word document share while it is read: its styles and notes, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vet_terms.documents.parts import Part
from vet_terms.documents.word.numbering import Numbering
from vet_terms.documents.word.package import Package, Relationship
from vet_terms.documents.word.styles import Styles
from vet_terms.model import Dropped


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a part by their ids, and the relationships of the part."""

    by_id: Mapping[str, Any]
    links: Mapping[str, Relationship]


@dataclass(slots=True)
class Reading:
    """What the stories of one document share: where their texts go, and what they count."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: Mapping[str, Notes] = field(default_factory=dict)
    """The footnotes as ``footnote``, the endnotes as ``endnote``."""
    parts: list[Part] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)
    """The notes and drawn parts that were read, and the texts of headers: each stands here once."""
    elsewhere: list[str] = field(default_factory=list)
    """Texts in other files or formats that Word would show in place, by the names of their parts."""

    def next_spot(self, kind: str) -> str:
        """Return the name of the next table, box or note."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind}{self.counts[kind]}"

    def is_new(self, kind: str, what: str) -> bool:
        """Say whether something is met for the first time."""
        key = (kind, what)
        new = key not in self.seen
        self.seen.add(key)
        return new
