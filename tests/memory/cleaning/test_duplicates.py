from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from vet_terms.memory.cleaning.duplicates import Duplicates
from vet_terms.memory.cleaning.subject import Subject


def found(subjects: Sequence[Subject]) -> list[tuple[int, int, int]]:
    duplicates = Duplicates()
    for subject in subjects:
        duplicates.see(subject)
    return sorted(duplicates.found())


def test_the_best_stays_and_of_equals_the_first() -> None:
    subjects = [
        Subject(1, "学校", "school", rank=1),
        Subject(2, "教师", "teacher"),
        Subject(3, "学校", "school", rank=5),
        Subject(4, "学校 ", "school", rank=5),
        Subject(5, "学校", "School", rank=9),
    ]
    assert found(subjects) == [(1, 1, 3), (4, 1, 3)]


def test_varieties_are_not_each_other_s_duplicates_but_spellings_of_a_code_are() -> None:
    subjects = [
        Subject(1, "中文", "Chinese", codes=("zh-CN", "en-US")),
        Subject(2, "中文", "Chinese", codes=("zh-TW", "en-US")),
        Subject(3, "中文", "Chinese", codes=("ZH_CN", "EN-us")),
    ]
    assert found(subjects) == [(3, 1, 1)]


def test_nothing_is_found_in_nothing() -> None:
    assert found([]) == []


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.integers(0, 3)), max_size=30))
def test_exactly_one_of_each_text_stays_and_none_stands_better(rows: list[tuple[str, str, int]]) -> None:
    subjects = [Subject(number, zh, en, rank) for number, (zh, en, rank) in enumerate(rows, start=1)]
    gone = {number: stays for number, _, stays in found(subjects)}
    left = [each for each in subjects if each.number not in gone]
    assert sorted({(zh, en) for zh, en, _ in rows}) == sorted((each.zh, each.en) for each in left)
    by_number = {each.number: each for each in subjects}
    for number, stays in gone.items():
        assert by_number[stays] in left
        assert (by_number[stays].rank, -stays) > (by_number[number].rank, -number)
