"""Phrases added at the end of a sentence."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.added_endings import added_ending
from vet_terms.model import TranslationUnit

ENDINGS = [
    (
        "企业导师每周来校授课两次。",
        "Mentors from enterprises come to teach twice a week without asking strangers for extra money.",
        "asking strangers for extra money",
    ),
    (
        "学生在车间学习数控加工技术。",
        "Students learn numerical control machining in the workshop from famous old retired craftsmen.",
        "famous old retired craftsmen",
    ),
    # An idiom is said in other words.
    (
        "车间里的机器五花八门，她却如数家珍。",
        "There was every kind of machine in the workshop, and she knew them all like the back of her hand.",
        "",
    ),
    ("推进三教改革。", "Advance the reform of teachers, teaching materials and teaching methods.", ""),
    ("企业导师每周来校授课两次。", "Mentors from enterprises come to teach at the school twice a week.", ""),
]


@pytest.mark.parametrize(("zh", "en", "added"), ENDINGS)
def test_words_at_the_end_that_the_chinese_has_not(zh: str, en: str, added: str) -> None:
    place = added_ending(Reading(TranslationUnit(zh, en, id="1"), Context([])))
    assert (en[slice(*place)] if place else "") == added
