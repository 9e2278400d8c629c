"""The things that vet-terms speaks of, as plain frozen values.

Nothing here reads, writes, or knows a file format or a library: every room imports this one, and
this one imports none. Texts are as in the document, with only what the layout did to them undone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
"""The two languages of the house, as rooms tell them apart; BCP 47 codes belong to file formats."""

Role = Literal["heading", "body", "caption", "byline", "cell", "note"]
"""What a block is on its page."""

Severity = Literal["error", "warning", "info"]

Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a text stands: document name, page or slide or sheet, block on the page, line of a text file.

    Numbers count from 1; 0 means that the format has no such thing. ``spot`` names what on the page holds
    the text, where the format has names for it, in letters, digits and points: ``box3``,
    ``table1.r2.c1``, ``notes``, ``B7`` (see docs/documents.md).
    """

    document: str
    page: int = 0
    block: int = 0
    line: int = 0
    spot: str = ""

    def __str__(self) -> str:
        """Return the place as people write it, ``deck.pptx:p4:b2:box3``; absent parts are left out."""
        page = f":p{self.page}" if self.page else ""
        block = f":b{self.block}" if self.block else ""
        spot = f":{self.spot}" if self.spot and self.block else ""
        return f"{self.document}{page}{block}{spot}"


_PLACE = re.compile(
    r"(?P<document>.*?)(?::p(?P<page>\d{1,9}))?(?::b(?P<block>\d{1,9})(?::(?P<spot>[A-Za-z][\w.]*))?)?",
    re.ASCII | re.DOTALL,
)


def place_named(text: str) -> Place:
    """Return the place that a text like ``deck.pptx:p4:b2:box3`` names; a line is no part of such a text."""
    found = _PLACE.fullmatch(text)
    assert found is not None, "every part of the pattern may be empty"
    page, block = int(found["page"] or 0), int(found["block"] or 0)
    return Place(found["document"], page, block, spot=found["spot"] or "")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or cell in one language, its line wraps undone."""

    text: str
    language: Language
    role: Role
    place: Place


@dataclass(frozen=True, slots=True)
class Dropped:
    """A text that a reader left out of the blocks, with the reason in a few words."""

    text: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader saw of one file: blocks in reading order, and what it left out and why."""

    name: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    encoding: str = "utf-8"
    script: str = ""
    """``Hans``, ``Hant`` or empty where the text does not tell."""
    notes: tuple[str, ...] = ()
    """Remarks for the person who reads the result, as "read as gb18030"."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence (or the finest clause that can pair) of one language.

    ``mark`` is the enumerator that stood before it ("1.", "（一）"), with the spacing of the source;
    ``text`` does not include it.
    """

    text: str
    language: Language
    role: Role
    place: Place
    mark: str = ""


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A code inside a text, a tag or a placeholder of a CAT tool's file.

    It stands before the character ``at`` of the text. ``name`` is the same on both sides for the same code,
    and tells its opening, its closing and what stands alone apart: ``g1``, ``/g1``, ``x2``. ``shown`` is
    what a translator sees of it, as ``<b>``; empty where the file does not say.
    """

    side: Side
    at: int
    name: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A Chinese text and the English that says the same.

    ``score`` is the aligner's confidence from 0 to 1. ``status`` is ``machine``, ``edited`` or
    ``approved``. A unit that stands in a document several times keeps all its places. ``codes`` are those of
    the Chinese (source) and of the English (target), where the file has codes and its reader keeps them;
    ``remarks`` are what people wrote of the unit in its file. ``locked`` says that its tool lets nobody
    change the translation.
    """

    zh: str
    en: str
    score: float = 1.0
    kind: Role = "body"
    places: tuple[Place, ...] = ()
    status: str = "machine"
    id: str = ""
    notes: tuple[str, ...] = ()
    codes: tuple[InlineCode, ...] = ()
    remarks: tuple[str, ...] = ()
    locked: bool = False


ConceptType = Literal[
    "organisation", "person", "place", "programme", "policy", "event", "publication", "role", "term"
]
CONCEPT_TYPES: tuple[ConceptType, ...] = (
    "organisation",
    "person",
    "place",
    "programme",
    "policy",
    "event",
    "publication",
    "role",
    "term",
)

ConceptStatus = Literal["proposed", "approved", "rejected", "superseded"]
CONCEPT_STATUSES: tuple[ConceptStatus, ...] = ("proposed", "approved", "rejected", "superseded")


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept entry of the glossary: a row of ``terms.csv``, several values as tuples.

    ``zh`` and ``en`` are the preferred terms; variants are admitted; ``en_forbidden`` must not be
    used. ``source`` names documents and places; ``count`` is how often the Chinese was met.
    """

    id: str
    zh: str
    en: str
    zh_variants: tuple[str, ...] = ()
    en_variants: tuple[str, ...] = ()
    en_forbidden: tuple[str, ...] = ()
    type: ConceptType = "term"
    status: ConceptStatus = "proposed"
    domain: str = ""
    definition: str = ""
    context_zh: str = ""
    context_en: str = ""
    source: tuple[str, ...] = ()
    count: int = 0
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns that people added to their table, as (column, cell); nothing here is interpreted."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Chinese term that has no English yet, with what speaks for it."""

    zh: str
    type: ConceptType
    count: int
    documents: tuple[str, ...]
    context: str
    place: Place
    guess: str = ""
    how: str = ""
    """How the guess was made, in words; empty where there is none."""
    zh_variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one side of a unit: characters ``start`` (included) to ``end`` (excluded)."""

    side: Side
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say of one unit."""

    unit: str
    rule: str
    severity: Severity
    message: str
    source: str
    target: str
    span: Span | None = None
    suggestion: str = ""
    place: Place | None = None
    replacement: str | None = None
    """What may safely be written instead of the span; None where a person must decide."""
