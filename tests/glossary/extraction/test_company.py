"""Which words keep company, also where there is room for few."""

from __future__ import annotations

from vet_terms.glossary.extraction.company import CompanyCount


def counted(units: list[tuple[set[str], set[str]]], most: int = 1000) -> dict[str, dict[str, float]]:
    count = CompanyCount(most)
    for zh, en in units:
        count.add(zh, en)
    return {zh: dict(met) for zh, met in count.company().items()}


TOGETHER = [({"工匠", f"甲{n}"}, {"craftsman", f"word{n}"}) for n in range(5)]


def test_words_that_meet_three_times_and_mostly_each_other() -> None:
    assert counted(TOGETHER) == {"工匠": {"craftsman": 0.75}}


def test_two_times_are_too_few() -> None:
    assert counted(TOGETHER[:2]) == {}


def test_words_that_mostly_meet_others_keep_no_company() -> None:
    assert counted([*TOGETHER[:3], *[({f"乙{n}"}, {"craftsman"}) for n in range(9)]]) == {}


def test_little_room_keeps_what_keeps_company() -> None:
    passing = [({"的", f"乙{n}"}, {"the", f"other{n}"}) for n in range(40)]
    units = [unit for pair in zip(TOGETHER, passing[:5], strict=True) for unit in pair] + passing[5:]
    assert counted(units, most=60)["工匠"] == {"craftsman": 0.75}
