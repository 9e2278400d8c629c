"""False alarms on human translations, and shifted ones found, where the public test data is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from vet_terms.language.vectors import is_available
from vet_terms.memory.cleaning.examination import Examination, examined
from vet_terms.memory.cleaning.subject import Subject

NTREX = Path(__file__).parents[4] / "shared" / "data" / "ntrex"

pytestmark = [
    pytest.mark.skipif(not NTREX.is_dir(), reason="the NTREX test data is not here"),
    pytest.mark.skipif(not is_available(), reason="the sentence encoder is not installed"),
]


def lines(name: str) -> list[str]:
    return (NTREX / name).read_text(encoding="utf-8").split("\n")[:600]


def look(pairs: Sequence[tuple[str, str]]) -> Examination:
    subjects = [Subject(number, *pair) for number, pair in enumerate(pairs, start=1)]
    return examined(lambda: iter(subjects))


def test_few_right_pairs_are_listed_and_few_shifted_ones_are_not() -> None:
    zh, en, of = lines("zho-CN.txt"), lines("eng.txt"), lines("document_ids.tsv")
    assert len(look(list(zip(zh, en, strict=True))).listed) <= 0.005 * len(zh)
    shifted = [(zh[at], en[at + 1]) for at in range(len(zh) - 1) if of[at] == of[at + 1]]
    assert len(look(shifted).listed) >= 0.9 * len(shifted)
