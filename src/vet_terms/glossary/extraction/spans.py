"""A Chinese term candidate in its sentence: what it reads, where it stands, how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.entities import EntityKind
from vet_terms.language.supposed_names import DASHES

Origin = Literal["quote", "book", "entity", "formula", "compound"]

QUOTE_MARKS = '“”‘’「」『』"《》〈〉'


@dataclass(frozen=True, slots=True)
class ChineseSpan:
    """A candidate in its sentence: the term (quotes inside it taken out) and where it stands."""

    text: str
    start: int
    end: int
    origin: Origin
    kind: EntityKind | None = None
    tags: tuple[str, ...] = ()
    """Of a compound, the tags of its words."""
    before: str = ""
    after: str = ""
    """Of a compound, the words beside it that belong to the same run of nouns, if any."""


def without_marks(text: str) -> str:
    """Return a term with the quotes and book marks in it taken out and dashes made one kind."""
    plain = "".join(character for character in text if character not in QUOTE_MARKS)
    return re.sub(rf"\s*[{re.escape(DASHES)}]+\s*", _one_dash, plain).strip(" ,，、。;；：:")


def span_of(text: str, start: int, end: int, origin: Origin, kind: EntityKind | None = None) -> ChineseSpan:
    """Return the candidate that stands from ``start`` to ``end`` of a sentence."""
    return ChineseSpan(without_marks(text[start:end]), start, end, origin, kind)


def is_inside_name(span: ChineseSpan, spans: Iterable[ChineseSpan]) -> bool:
    """Return whether a candidate is only a part of a longer name."""
    return any(
        other.kind is not None
        and other.start <= span.start
        and span.end <= other.end
        and other.end - other.start > span.end - span.start
        for other in spans
    )


def holds(outer: ChineseSpan, inner: ChineseSpan) -> bool:
    """Return whether a candidate is longer than another and takes it in."""
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and outer.end - outer.start > inner.end - inner.start
    )


def surest(spans: Iterable[ChineseSpan]) -> ChineseSpan:
    """Return the span that was found in the surest way."""
    order = ("book", "entity", "quote", "formula", "compound")
    return min(spans, key=lambda span: (order.index(span.origin), span.kind or "", span.text))


def _one_dash(match: re.Match[str]) -> str:
    return "—" if "—" in match.group() else "-"
