"""Wrong characters that only the translation tells."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.wrong_characters import told_by_the_translation
from vet_terms.model import Concept, TranslationUnit


def slips(zh: str, en: str, context: Context | None = None) -> list[Slip]:
    context = context or Context()
    return list(told_by_the_translation(Reading(TranslationUnit(zh, en), context), context))


def test_the_place_and_the_word_that_is_meant_are_told() -> None:
    (slip,) = slips("展品受到了广范好评。", "The exhibits were widely praised.")
    assert (slip.start, slip.end, slip.suggestion) == (5, 7, "广泛")
    assert slip.message == "广范 should be 广泛: the English has “widely”."
    assert slip.replacement is None


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("展品受到了广范好评。", ""),
        ("展品受到了广范好评。", "The exhibits were praised."),
        ("展品得到大量关注，受到了广范好评。", "The exhibits drew wide attention in Guangfan."),
        ("展品题为“广范”。", "The exhibits are widely known."),
        ("广范·威尔逊受到好评。", "He was widely praised."),
        ("展品受到了广范Plus好评。", "The exhibits were widely praised."),
        ("展品受到了廣范好評。", "The exhibits were widely praised."),
        ("中国智造受到好评。", "Products manufactured in China were praised."),
        ("除一人外都参加了。", "All but one took part."),
    ],
)
def test_what_is_not_told_by_the_translation_is_left_alone(zh: str, en: str) -> None:
    assert slips(zh, en) == []


def test_what_the_glossary_has_is_a_word() -> None:
    context = Context([Concept(id="1", zh="广范", en="Wide Model")])
    assert slips("展品受到了广范好评。", "The exhibits were widely praised.", context) == []
