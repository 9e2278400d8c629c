"""A clause left out of a series, and what looks like one and is none."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.skipped import are_left_out, skipped_clauses
from vet_terms.model import TranslationUnit

INSIDE = "护士应核对患者姓名，测量体温，并记录用药时间。"


def left_out(zh: str, en: str) -> list[str]:
    reading = Reading(TranslationUnit(zh, en, id="1"), Context([]))
    found = skipped_clauses(zh, en, reading.chinese_words, lambda: reading.contents)
    agreed = are_left_out([(zh, en, each) for each in found])
    return [zh[each.start : each.end] for each, agrees in zip(found, agreed, strict=True) if agrees]


@pytest.mark.parametrize(
    ("zh", "en", "clause"),
    [
        (INSIDE, "Nurses should check the patient's name and record the time of medication.", "测量体温"),
        (
            "该系统可自动采集数据，实时预警故障，并生成维修工单。",
            "The system can collect data automatically and warn of faults in real time.",
            "并生成维修工单",
        ),
    ],
)
def test_a_clause_without_a_place_in_the_english_is_left_out(zh: str, en: str, clause: str) -> None:
    assert left_out(zh, en) == [clause]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            INSIDE,
            "Nurses check the patient's name, take their temperature and record the time of medication.",
        ),
        # Said in other words, in its place.
        (
            INSIDE,
            "Nurses check the patient's name, see how hot they are and record the time of medication.",
        ),
        # Moved to the front.
        (
            "学员分组讨论，结合自身经验，提出改进建议。",
            "Drawing on what they had lived through, trainees held discussions and proposed improvements.",
        ),
        # Who says it is no part of a series.
        (
            "新教师须参加培训，校长表示，考核不合格者不得上岗。",
            "New teachers must attend training; those who fail the assessment may not take up their posts.",
        ),
        # Two clauses are no series.
        ("核对姓名，测量体温。", "Check the name."),
    ],
)
def test_other_words_other_places_and_frames_are_none(zh: str, en: str) -> None:
    assert left_out(zh, en) == []


def test_nothing_is_asked_of_nothing() -> None:
    assert are_left_out([]) == []
