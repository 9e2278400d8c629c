"""Foreign names with a letter wrong, and forms of a name that are its own."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.naming.foreign import misspelt_foreign_names
from vet_terms.model import Concept, TranslationUnit

WRONG = [
    ("哈佛大学", "Havard University", "Harvard"),
    ("悉尼大学", "the University of Sidney", "Sydney"),
    ("印度尼西亚", "Indoensia", "Indonesia"),
    ("菲律宾", "the Phillipines", "Philippines"),
    ("海德堡", "Heidelburg", "Heidelberg"),
    ("马来西亚学生", "Malayisan students", "Malaysian"),
]
RIGHT = [
    ("哈佛大学", "Harvard University"),
    ("马来西亚学生", "Malaysian students"),
    ("汉诺威工业展", "Hannover Messe"),
    ("巴西利亚", "Brasília"),
    ("欧洲杯", "the Europa Cup"),
    ("伊丽莎白·泰勒", "Elisabeth Taylor"),
    ("华盛顿", "the American capital, with Watson"),
    ("施罗德", "Schroeder"),
    ("Sidney作报告", "Sidney gave a talk"),
]


def found(zh: str, en: str, *concepts: Concept) -> list[str]:
    """Return the names that are suggested."""
    context = Context(concepts)
    return [
        slip.suggestion for slip in misspelt_foreign_names(Reading(TranslationUnit(zh, en), context), context)
    ]


@pytest.mark.parametrize(("zh", "en", "name"), WRONG)
def test_a_name_with_a_letter_wrong(zh: str, en: str, name: str) -> None:
    assert found(zh, en) == [name]


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_another_form_of_a_name_is_its_own(zh: str, en: str) -> None:
    assert found(zh, en) == []


def test_what_the_glossary_writes_is_right() -> None:
    assert found("悉尼公司", "Sidney Ltd", Concept("1", "悉尼公司", "Sidney Ltd", status="approved")) == []
