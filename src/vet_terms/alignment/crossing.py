"""Pairs out of order: what the best string of beads cannot say, since it only goes forward.

Captions, labels and text boxes are delivered in the order in which somebody drew them. Running
text keeps its order, so nothing else is moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vet_terms.alignment.beads import Bead
from vet_terms.alignment.groups import Group
from vet_terms.alignment.model import Solved
from vet_terms.alignment.sides import is_label

REUNITED = 1.5
"""The least gain at which two texts left over on one slide are paired out of order."""

EXCHANGED = 1.0
"""The least gain at which two pairs of labels exchange their English."""

_MOST_LABELS = 60


def with_labels_exchanged(beads: Sequence[Bead], group: Group, found: Solved) -> list[Bead]:
    """Exchange the English of pairs of labels as long as two of them gain by it, the best gain first."""
    kept = [bead for bead in beads if not _pairs_labels(bead, group)]
    labels = [bead for bead in beads if _pairs_labels(bead, group)]
    if not 2 <= len(labels) <= _MOST_LABELS:
        return list(beads)
    worth = {
        (zh.zh_start, en.en_start): found.gain(zh.zh_start, en.en_start) for zh in labels for en in labels
    }
    while True:
        offers = [
            (
                round(
                    worth[left.zh_start, right.en_start]
                    + worth[right.zh_start, left.en_start]
                    - worth[left.zh_start, left.en_start]
                    - worth[right.zh_start, right.en_start],
                    6,
                ),
                -i,
                -j,
            )
            for i, left in enumerate(labels)
            for j, right in enumerate(labels[:i])
        ]
        best, i, j = max(offers)
        if best < EXCHANGED:
            return sorted([*kept, *labels])
        left, right = labels[-i], labels[-j]
        labels[-i] = _moved(left, right.en_start, found)
        labels[-j] = _moved(right, left.en_start, found)


def _moved(bead: Bead, en_start: int, found: Solved) -> Bead:
    return replace(bead, en_start=en_start, score=found.certainty(bead.zh_start, en_start))


def _pairs_labels(bead: Bead, group: Group) -> bool:
    return (
        (bead.zh_count, bead.en_count) == (1, 1)
        and is_label(group.zh[bead.zh_start])
        and is_label(group.en[bead.en_start])
    )


def with_reunited(beads: Sequence[Bead], group: Group, found: Solved) -> list[Bead]:
    """Pair leftovers of one stretch that are surely each other's, though out of order.

    A caption or text box of a page may be delivered out of turn; the best pairs are taken first. Between
    two files only labels are: what is left over in running text was left out by one of them.
    """
    alone_zh = [bead.zh_start for bead in beads if not bead.en_count]
    alone_en = [bead.en_start for bead in beads if not bead.zh_count]
    offers = [
        (found.gain(i, j), i, j)
        for i in alone_zh
        for j in alone_en
        if group.one_file or (is_label(group.zh[i]) and is_label(group.en[j]))
    ]
    offers = sorted((offer for offer in offers if offer[0] >= REUNITED), key=lambda o: (-o[0], o[1], o[2]))
    taken: list[Bead] = []
    gone_zh: set[int] = set()
    gone_en: set[int] = set()
    for _, i, j in offers:
        if i not in gone_zh and j not in gone_en:
            taken.append(Bead(i, 1, j, 1, found.certainty(i, j)))
            gone_zh.add(i)
            gone_en.add(j)
    kept = [
        bead
        for bead in beads
        if bead.pairs
        or (bead.zh_count and bead.zh_start not in gone_zh)
        or (bead.en_count and bead.en_start not in gone_en)
    ]
    return sorted([*kept, *taken], key=lambda bead: (bead.zh_start, bead.en_start))
