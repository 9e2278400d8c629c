from __future__ import annotations

from vet_terms.alignment.aligner import beads_of
from vet_terms.alignment.groups import Group
from vet_terms.model import Language, Place, Role, Segment

CHINESE = ["中泰班第一期开班仪式", "中泰班第二期开班仪式", "中老班第一期开班仪式"]
ENGLISH = [
    "Opening ceremony of the second China-Thailand class",
    "Opening ceremony of the first China-Laos class",
    "Opening ceremony of the first China-Thailand class",
]
RIGHT = [(0, 2), (1, 0), (2, 1)]


def pairs(role: Role, end: tuple[str, str]) -> list[tuple[int, int]]:
    def side(texts: list[str], language: Language, mark: str, first: int) -> tuple[Segment, ...]:
        return tuple(
            Segment(text + mark, language, role, Place("a", block=number))
            for number, text in enumerate(texts, first)
        )

    group = Group(side(CHINESE, "zh", end[0], 1), side(ENGLISH, "en", end[1], 11))
    return [(bead.zh_start, bead.en_start) for bead in beads_of(group) if bead.pairs]


def test_labels_that_stand_in_another_order_find_their_own_partners() -> None:
    assert pairs("caption", ("", "")) == RIGHT


def test_running_text_keeps_its_order() -> None:
    assert pairs("body", ("。", ".")) == sorted(pairs("body", ("。", ".")), key=lambda pair: pair[1])
