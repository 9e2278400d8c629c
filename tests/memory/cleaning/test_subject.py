from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.errors import InputError
from vet_terms.memory.cleaning.examination import examined
from vet_terms.memory.cleaning.rules import RULES
from vet_terms.memory.cleaning.subject import subjects_of_tmx

ON_TEXTS = [rule for rule in RULES if rule.problem]


def unit(*variants: tuple[str, str]) -> str:
    inside = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in variants)
    return f"<tu>{inside}</tu>"


UNITS = (
    unit(("zh-CN", "学校<ph>&lt;br/&gt;</ph>概况"), ("en-US", "About the school")),
    unit(("zh-CN", "教师"), ("en-US", "")),
    unit(("fr", "école"), ("en-US", "school")),
    unit(("zh-CN", "教师"), ("en-US", "教师"), ("en-GB", "teacher")),
    unit(("zh-CN", "学生"), ("en-US", "学生"), ("en-GB", "學生")),
)


def tmx(path: Path, units: tuple[str, ...] = UNITS) -> Path:
    path.write_text(
        '<tmx version="1.4"><header srclang="zh-CN"/><body>' + "".join(units) + "</body></tmx>",
        encoding="utf-8",
    )
    return path


def test_pairs_have_the_numbers_of_their_units_and_no_codes(tmp_path: Path) -> None:
    subjects = list(subjects_of_tmx(tmx(tmp_path / "a.tmx"))())
    assert [(each.number, each.pair, each.zh, each.en) for each in subjects] == [
        (1, 1, "学校概况", "About the school"),
        (2, 1, "教师", ""),
        (4, 1, "教师", "教师"),
        (4, 2, "教师", "teacher"),
        (5, 1, "学生", "学生"),
        (5, 2, "学生", "學生"),
    ]


def test_a_unit_is_listed_where_all_its_pairs_are_found(tmp_path: Path) -> None:
    found = examined(subjects_of_tmx(tmx(tmp_path / "a.tmx")), ON_TEXTS)
    assert found.units == 4
    assert [(each.number, each.rule.id) for each in found.listed] == [(2, "empty"), (5, "identical")]


def test_a_broken_file_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.tmx"
    path.write_text('<tmx version="1.4"><body><tu>', encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.tmx: line 1"):
        list(subjects_of_tmx(path)())
