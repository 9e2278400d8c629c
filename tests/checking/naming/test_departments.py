"""Offices and schools of an institution taken for one another."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.naming.departments import other_departments
from vet_terms.model import TranslationUnit

OTHER = [
    (
        "请各单位将名单报至人事处。",
        "All units should report the list to the Finance Office.",
        "Finance Office",
    ),
    ("由职业教育与成人教育司指导。", "Guided by the Department of Higher Education.", "Department of Higher"),
    ("机电工程学院承办了比赛。", "The School of Economics and Management hosted it.", "School of Economics"),
    ("教务处负责排课。", "The logistics office draws up the timetable.", "logistics office"),
]

SAME = [
    ("请到教务处领取表格。", "Please collect the form from the Registrar's Office."),
    ("请到学生处领取表格。", "Please collect the form from the office in charge of student affairs."),
    ("科技部发布了通知。", "The Finance Department issued the notice."),
    ("人事处和财务处联合发文。", "The Finance Office and Human Resources issued it jointly."),
    ("后勤处负责维修。", "The maintenance department does repairs."),
]


def _marked(zh: str, en: str) -> list[str]:
    reading = Reading(TranslationUnit(zh, en, id="1"), Context())
    return [en[slip.start : slip.end] for slip in other_departments(reading, Context())]


@pytest.mark.parametrize(("zh", "en", "marked"), OTHER)
def test_another_office_is_told_with_its_place(zh: str, en: str, marked: str) -> None:
    assert _marked(zh, en) == [marked]


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_an_office_by_any_of_its_names_is_left_alone(zh: str, en: str) -> None:
    assert not _marked(zh, en)


def test_the_table_is_well_formed() -> None:
    text = files("vet_terms.checking").joinpath("tables/departments.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")][1:]
    assert all(len(row) == 4 and all(row[:3]) and row[0] in {"office", "school"} for row in rows)
    words = [(row[0], word) for row in rows for word in row[1].split()]
    assert len(words) == len(set(words))
    assert all(re.fullmatch(r"[A-Za-z*?.&\- ]+", row[2]) for row in rows)
