"""A text cut where findings mark it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vet_terms.checking.rule import SEVERITIES
from vet_terms.model import Finding, Severity, Side


def marked_pieces(
    text: str, side: Side, findings: Iterable[Finding]
) -> Iterator[tuple[str, Severity | None]]:
    """Yield a side's text piece by piece, each with the gravest severity that marks it, None for none.

    A spot between two characters marks the one after it, or the last of the text.
    """
    edges: dict[int, list[tuple[int, int]]] = {}
    for finding in findings:
        if finding.span is not None and finding.span.side == side and text:
            start, end = visible(finding.span.start, finding.span.end, len(text))
            rank = SEVERITIES.index(finding.severity)
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
