"""Words taken for each other: the table, and what the source tells."""

from __future__ import annotations

from importlib.resources import files

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.spelling.by_sense import confused_by_sense
from vet_terms.language.spelling import is_english
from vet_terms.model import TranslationUnit

TABLE = files("vet_terms.checking").joinpath("tables/confused_senses.txt").read_text("utf-8")
LINES = [line for line in TABLE.split("\n") if line and not line.startswith("#")]
CASES = [
    ("坚持公平原则。", "Uphold the principal of fairness.", ["principle"]),
    ("校长说明了原则。", "The principal explained the principle.", []),
    ("校长来访。", "The principal came.", []),
    ("The principal came.", "The principal came.", []),
    ("", "the principal", []),
]


@pytest.mark.parametrize("line", LINES)
def test_each_line_has_as_many_forms_on_both_sides(line: str) -> None:
    one, other = (side.split() for side in line.replace(">", "|").split("|"))
    assert len(one) == len(other) > 0
    assert all(word.islower() for word in (*one, *other))
    assert all(map(is_english, other)), "what may be meant is a word"


@pytest.mark.parametrize(("zh", "en", "rights"), CASES)
def test_the_source_tells_which_word_is_meant(zh: str, en: str, rights: list[str]) -> None:
    reading = Reading(TranslationUnit(zh, en), Context())
    assert [slip.suggestion for slip in confused_by_sense(reading)] == rights
