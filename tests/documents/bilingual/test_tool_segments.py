"""Segments as their tool knows them: numbers of Trados, locks, and what is not to be translated."""

from __future__ import annotations

import pytest
from tests.documents.bilingual.bilingual_files import xliff_1_of, xliff_2_of

from vet_terms.documents.bilingual.tool_segments import trados_number
from vet_terms.errors import InputError
from vet_terms.memory.xliff import read_xliff_units

PAIR = "<source>学院</source><target>college</target>"
LOCKED = [
    ('mq:locked="locked" xmlns:mq="MQXliff"', True),
    ('mq:locked="no" xmlns:mq="MQXliff"', False),
    ('m:locked="true" xmlns:m="http://www.memsource.com/mxlf/2.0"', True),
    ('m:locked="false" xmlns:m="http://www.memsource.com/mxlf/2.0"', False),
    ("", False),
]


@pytest.mark.parametrize(("attribute", "locked"), LOCKED)
def test_locks_of_memoq_and_phrase(attribute: str, locked: bool) -> None:
    [unit] = read_xliff_units(xliff_1_of(f'<trans-unit id="1" {attribute}>{PAIR}</trans-unit>'), "a.mqxliff")
    assert unit.locked is locked


def trados(segments: str, definitions: str, target: str) -> bytes:
    return xliff_1_of(
        '<trans-unit id="0fd4b1ca" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><source>学院</source>'
        f"<seg-source>{segments}</seg-source><target>{target}</target><sdl:seg-defs>{definitions}"
        "</sdl:seg-defs></trans-unit>"
    )


def test_segments_of_trados_have_their_numbers_and_locks() -> None:
    marks = "".join(f'<mrk mtype="seg" mid="{mid}">{{}}</mrk>' for mid in ("7", "8_x0020_a", "9"))
    data = trados(
        marks.format("学院", "学校", "大学"),
        '<sdl:seg id="7"/><sdl:seg id="8_x0020_a" locked="true"/><sdl:seg id="9" locked="false"/>',
        marks.format("college", "school", "university"),
    )
    units = read_xliff_units(data, "a.sdlxliff")
    assert [(unit.id, unit.locked) for unit in units] == [("7", False), ("8 a", True), ("9", False)]


def test_a_unit_of_one_segment_is_called_by_its_number_too() -> None:
    mark = '<mrk mtype="seg" mid="12">{}</mrk>'
    [unit] = read_xliff_units(
        trados(mark.format("学院"), '<sdl:seg id="12"/>', mark.format("college")), "a.sdlxliff"
    )
    assert unit.id == "12"


def test_segments_of_other_tools_keep_the_unit_in_their_names() -> None:
    marks = '<mrk mtype="seg" mid="0">{}</mrk><mrk mtype="seg" mid="1">{}</mrk>'
    data = xliff_1_of(
        f'<trans-unit id="t"><source>学院</source><seg-source>{marks.format("学院", "学校")}</seg-source>'
        f"<target>{marks.format('college', 'school')}</target></trans-unit>"
    )
    assert [unit.id for unit in read_xliff_units(data, "a.xlf")] == ["t:0", "t:1"]


@pytest.mark.parametrize(("mark", "number"), [("12", "12"), ("3_x0020_b", "3 b"), ("_x00", "_x00")])
def test_numbers_as_trados_shows_them(mark: str, number: str) -> None:
    assert trados_number(mark) == number


UNIT_1 = f'<trans-unit id="1"{{}}>{PAIR}</trans-unit>'
UNIT_2 = f'<unit id="1"{{}}><segment>{PAIR}</segment></unit>'
YES = ' translate="yes"'
PROTECTED = [
    (xliff_1_of(UNIT_1.format(' translate="no"')), 0),
    (xliff_1_of(f'<group translate="no"><group>{UNIT_1.format("")}</group></group>'), 0),
    (xliff_1_of(f'<group translate="no">{UNIT_1.format(YES)}</group>'), 1),
    (xliff_2_of(f'<group id="g" translate="no">{UNIT_2.format("")}</group>'), 0),
    (xliff_2_of(f'<group id="g" translate="yes">{UNIT_2.format("")}</group>'), 1),
]  # fmt: skip


@pytest.mark.parametrize(("data", "count"), PROTECTED)
def test_what_is_not_to_be_translated_is_told_by_what_is_around_it_too(data: bytes, count: int) -> None:
    if count:
        assert len(read_xliff_units(data, "a.xlf")) == count
    else:
        with pytest.raises(InputError, match="no translation units"):
            read_xliff_units(data, "a.xlf")
