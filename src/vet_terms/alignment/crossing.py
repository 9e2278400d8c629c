"""Pairs out of order: what the best string of beads cannot say, since it only goes forward.

Captions, labels and text boxes are delivered in the order in which somebody drew them. Running
text keeps its order, so nothing else is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vet_terms.alignment.beads import Band, Bead
from vet_terms.alignment.evidence import Evidence
from vet_terms.alignment.groups import Group
from vet_terms.language.sentences import ends_sentence
from vet_terms.model import Segment

REUNITED = 0.1
"""The least score at which two texts left over on one slide are paired out of order."""

EXCHANGED = 0.1
"""The least gain at which two pairs of labels exchange their English."""

_MOST_LABELS = 60


def with_labels_exchanged(beads: Sequence[Bead], group: Group, evidence: Evidence, band: Band) -> list[Bead]:
    """Exchange the English of pairs of labels as long as two of them gain by it, the best gain first."""
    kept = [bead for bead in beads if not _pairs_labels(bead, group)]
    labels = [bead for bead in beads if _pairs_labels(bead, group)]
    if not 2 <= len(labels) <= _MOST_LABELS:
        return list(beads)
    scores = {bead.zh_start: evidence.row(bead.zh_start, (1, 1)) for bead in labels}

    def score(zh: Bead, en: Bead) -> float:
        start, end = band[zh.zh_start]
        return scores[zh.zh_start][en.en_start - start] if start <= en.en_start < end else float("-inf")

    while True:
        offers = [
            (round(score(left, right) + score(right, left) - left.score - right.score, 6), -i, -j)
            for i, left in enumerate(labels)
            for j, right in enumerate(labels[:i])
        ]
        gain, i, j = max(offers)
        if gain < EXCHANGED:
            return sorted([*kept, *labels])
        left, right = labels[-i], labels[-j]
        labels[-i] = replace(left, en_start=right.en_start, score=score(left, right))
        labels[-j] = replace(right, en_start=left.en_start, score=score(right, left))


def _pairs_labels(bead: Bead, group: Group) -> bool:
    return (
        (bead.zh_count, bead.en_count) == (1, 1)
        and _is_label(group.zh[bead.zh_start])
        and _is_label(group.en[bead.en_start])
    )


def _is_label(segment: Segment) -> bool:
    return segment.role in {"caption", "heading"} and not ends_sentence(segment.text)


def with_reunited(beads: Sequence[Bead], evidence: Evidence, band: Band) -> list[Bead]:
    """Pair leftovers of one stretch that are surely each other's, though out of order.

    A caption or text box may be delivered out of turn; the best pairs are taken first.
    """
    alone_zh = [bead.zh_start for bead in beads if not bead.en_count]
    alone_en = {bead.en_start for bead in beads if not bead.zh_count}
    offers: list[Bead] = []
    for i in alone_zh:
        start, end = band[i]
        row = evidence.row(i, (1, 1))
        offers += [
            Bead(i, 1, j, 1, float(row[j - start]))
            for j in sorted(alone_en)
            if start <= j < end and row[j - start] >= REUNITED
        ]
    taken: list[Bead] = []
    for offer in sorted(offers, key=lambda bead: (-bead.score, bead.zh_start, bead.en_start)):
        if all(offer.zh_start != bead.zh_start and offer.en_start != bead.en_start for bead in taken):
            taken.append(offer)
    gone_zh = {bead.zh_start for bead in taken}
    gone_en = {bead.en_start for bead in taken}
    kept = [
        bead
        for bead in beads
        if bead.pairs
        or (bead.zh_count and bead.zh_start not in gone_zh)
        or (bead.en_count and bead.en_start not in gone_en)
    ]
    return sorted([*kept, *taken], key=lambda bead: (bead.zh_start, bead.en_start))
