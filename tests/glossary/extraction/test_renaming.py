"""Names that took over from others: the hand-made table, neighbours, contradictions."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from vet_terms.glossary.extraction.renaming import successions
from vet_terms.model import Place, Segment

with (Path(__file__).parent / "renamings.tsv").open(encoding="utf-8", newline="") as file:
    TABLE = [(row["text"], row["renamings"] or "") for row in csv.DictReader(file, delimiter="\t")]


def said(*texts: str, document: str = "page.txt") -> list[Segment]:
    return [
        Segment(text, "zh", "body", Place(document, 0, number)) for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_table(text: str, expected: str) -> None:
    found = successions(said(*re.findall("[^。]+。", text)))
    told = {f"{each.old} > {each.new} > {each.year}" for each in found}
    assert told == {part for part in expected.split(" | ") if part}


def test_the_place_and_the_sentence_are_kept() -> None:
    [found] = successions(said("学校历史悠久。", "2024年，柳州职业技术学院更名为柳州职业技术大学。"))
    assert found.place == Place("page.txt", 0, 2)
    assert found.evidence == "2024年，柳州职业技术学院更名为柳州职业技术大学。"


def test_only_sentences_near_by_and_of_one_document_count() -> None:
    old, new = "柳州职业技术学院师生到会。", "2024年，柳州职业技术大学获批设立。"
    filling = ["今天天气很好。"] * 6
    assert successions(said(old, new))
    assert not successions(said(old, *filling, new))
    assert not successions([*said(old, document="a.txt"), *said(new, document="b.txt")])


def test_texts_that_contradict_each_other_are_not_believed() -> None:
    assert not successions(
        said("柳州职业技术学院更名为柳州职业技术大学。", "柳州职业技术大学更名为柳州职业技术学院。")
    )


def test_the_sentence_with_a_year_counts_before_one_without() -> None:
    [found] = successions(
        said(
            "南宁职业技术大学（原南宁职业技术学院）很大。", "2023年，南宁职业技术学院更名为南宁职业技术大学。"
        )
    )
    assert (found.year, found.place.block) == (2023, 2)


def test_english_is_passed_over() -> None:
    assert successions([Segment("LVTC 更名为", "en", "body", Place("a.txt"))]) == []


@pytest.mark.parametrize("filling", ["2024年1月1日", "获批", "获批准", "经同意批准", "同年同", "、原"])
def test_a_long_run_of_what_may_stand_between_ends(filling: str) -> None:
    """Read in every grouping, the search for the verb's subject would not end."""
    assert successions(said(f"柳州职业技术学院{filling * 40}x更名为柳州职业技术大学。")) == []
