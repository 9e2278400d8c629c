"""A text cut where findings mark it, with its inline codes put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.tags import tag_of
from vet_terms.model import Finding, InlineCode, Severity, Side


class Piece(NamedTuple):
    """A stretch of a text, or a tag that stands in it, and the gravest severity that marks it."""

    text: str
    severity: Severity | None = None
    is_tag: bool = False


class Tag(NamedTuple):
    """A tag before the character ``at``, and the gravest of the findings that name it."""

    at: int
    text: str
    severity: Severity | None


class Spot(NamedTuple):
    """A stretch of a text that a finding marks; ``start`` and ``end`` may be the same."""

    start: int
    end: int
    severity: Severity


def spots_and_tags(
    side: Side, findings: Iterable[Finding], codes: Iterable[InlineCode]
) -> tuple[list[Spot], list[Tag]]:
    """Return what findings mark on a side, and the tags of that side in their order.

    A finding that names a tag in its message, at an edge of its spot, marks that tag; one that marks nothing
    else has no spot.
    """
    texts = [(code.at, tag_of(code)) for code in codes if code.side == side]
    at_place: dict[int, list[int]] = {}
    for index, (at, _) in enumerate(texts):
        at_place.setdefault(at, []).append(index)
    spots: list[Spot] = []
    ranks: dict[int, int] = {}
    for finding in findings:
        if finding.span is None or finding.span.side != side:
            continue
        start, end = finding.span.start, finding.span.end
        rank = SEVERITIES.index(finding.severity)
        named = [
            index
            for place in dict.fromkeys((start, end))
            for index in at_place.get(place, ())
            if texts[index][1] in finding.message
        ]
        for index in named:
            ranks[index] = min(rank, ranks.get(index, rank))
        if not (named and start == end):
            spots.append(Spot(start, end, finding.severity))
    tags = [
        Tag(at, text, SEVERITIES[ranks[index]] if index in ranks else None)
        for index, (at, text) in enumerate(texts)
    ]
    return spots, tags


def marked_pieces(
    text: str, side: Side, findings: Iterable[Finding], codes: Iterable[InlineCode] = ()
) -> Iterator[Piece]:
    """Yield a side's text piece by piece, its tags in their places.

    A spot between two characters marks the one after it, or the last of the text.
    """
    spots, tags = spots_and_tags(side, findings, codes)
    tags.reverse()
    at = 0
    for piece, severity in _cut(text, spots):
        end = at + len(piece)
        begin = at
        while tags and tags[-1].at < end:
            tag = tags.pop()
            if tag.at > at:
                yield Piece(text[at : tag.at], severity)
                at = tag.at
            inside = severity if at > begin else None
            yield Piece(tag.text, tag.severity or inside, True)
        if end > at:
            yield Piece(text[at:end], severity)
        at = end
    while tags:
        tag = tags.pop()
        yield Piece(tag.text, tag.severity, True)


def _cut(text: str, spots: Sequence[Spot]) -> Iterator[tuple[str, Severity | None]]:
    edges: dict[int, list[tuple[int, int]]] = {}
    for spot in spots if text else ():
        start, end = visible(spot.start, spot.end, len(text))
        rank = SEVERITIES.index(spot.severity)
        edges.setdefault(start, []).append((rank, 1))
        edges.setdefault(end, []).append((rank, -1))
    covering = [0] * len(SEVERITIES)
    at = 0
    shown: Severity | None = None
    for edge in sorted(edges):
        for rank, change in edges[edge]:
            covering[rank] += change
        if (severity := _gravest(covering)) != shown:
            if edge > at:
                yield text[at:edge], shown
            at, shown = edge, severity
    if at < len(text):
        yield text[at:], None


def visible(start: int, end: int, length: int) -> tuple[int, int]:
    """Return a stretch of a text of that length with at least one character in it."""
    end = min(max(end, start + 1), length)
    return min(start, end - 1), end


def _gravest(covering: list[int]) -> Severity | None:
    return next((SEVERITIES[rank] for rank, count in enumerate(covering) if count), None)
