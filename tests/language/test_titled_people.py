"""Persons with a title: from the characters alone, and as the tagger sees them."""

from __future__ import annotations

import pytest

from vet_terms.language.titled_people import end_of_person, is_person, titled_people


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("校长覃正海致辞", [2]),
        ("覃正海校长致辞", [0]),
        ("会上，刘红梅副教授发言", [3]),
        ("学校有教授十五名", []),
        ("教师队伍建设", []),
        ("", []),
    ],
)
def test_where_a_titled_person_may_stand(text: str, possible: list[int]) -> None:
    assert list(titled_people(text)) == possible


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        ("校长李建国出席揭牌仪式。", 2, "李建国"),
        ("校长李明为获奖学生颁奖。", 2, "李明"),
        ("卡尔·海因茨先生受聘。", 3, ""),
        ("李建国出席揭牌仪式。", 0, ""),
        ("高校长期开放办学。", 0, ""),
    ],
)
def test_a_person_with_a_title(text: str, start: int, name: str) -> None:
    end = end_of_person(text, start)
    assert (text[start:end] if end else "") == name


def test_a_person_exactly_or_among_others() -> None:
    text = "王芳教授主持课题。"
    assert is_person(text, 0, 2, exactly=True)
    assert not is_person(text, 0, 3, exactly=True)
    assert is_person(text, 0, 3)
    assert not is_person("刘" * 3000, 0, 2)
