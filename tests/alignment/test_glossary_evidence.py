"""A person's glossary decides where nothing else does."""

from __future__ import annotations

from collections.abc import Mapping

from vet_terms.alignment.aligner import beads_of
from vet_terms.alignment.groups import Group
from vet_terms.alignment.result import Options
from vet_terms.model import Language, Place, Role, Segment

GLOSSARY = {"匠心斋": ("Craft Lodge",), "云栖阁": ("Cloud Loft",), "听雨轩": ("Patter Hall",)}


def side(texts: list[str], language: Language, role: Role, first: int = 1) -> tuple[Segment, ...]:
    return tuple(
        Segment(text, language, role, Place("a.txt", 1, number)) for number, text in enumerate(texts, first)
    )


def test_labels_in_another_order_find_their_partners_by_the_glossary() -> None:
    zh = side(["匠心斋", "云栖阁", "听雨轩"], "zh", "caption")
    en = side(["Patter Hall", "Craft Lodge", "Cloud Loft"], "en", "caption", 11)

    def pairs(glossary: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
        return {
            (zh[bead.zh_start].text, en[bead.en_start].text)
            for bead in beads_of(Group(zh, en), Options(vectors=False, glossary=glossary))
            if bead.pairs
        }

    right = {(term, forms[0]) for term, forms in GLOSSARY.items()}
    assert pairs(GLOSSARY) == right
    assert pairs({}) != right


def test_a_term_makes_its_pair_surer() -> None:
    zh = side(["上午参观匠心斋。", "中午参观云栖阁。", "下午参观听雨轩。", "晚上返回学校。"], "zh", "body")
    en = side(["The Craft Lodge.", "The Patter Hall.", "Return to the school."], "en", "body", 11)

    def chance(glossary: Mapping[str, tuple[str, ...]]) -> float:
        beads = beads_of(Group(zh, en), Options(vectors=False, glossary=glossary))
        return max((bead.score for bead in beads if bead.zh_start == 2 and bead.en_start == 1), default=0.0)

    assert chance(GLOSSARY) > chance({})
