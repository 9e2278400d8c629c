"""The term base: what a file may say, and that writing and reading lose nothing."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.glossary.concepts import concept, concepts, several, terms

from vet_terms.errors import InputError
from vet_terms.glossary.termbase import (
    COLUMNS,
    canonical,
    in_order,
    join_values,
    read_concepts,
    split_values,
    write_concepts,
)
from vet_terms.model import Concept

FULL = Concept(
    id="c0123456789",
    zh="柳州职业技术学院",
    en="Liuzhou Vocational & Technical College",
    zh_variants=("柳职院", "柳州职院"),
    en_variants=("LVTC",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    status="superseded",
    domain="vocational education",
    definition='A "college",\nin Liuzhou',
    context_zh="柳州职业技术学院成立。",
    context_en="It was founded.",
    source=("004.txt:p3:b2", "004.txt:p9:b1"),
    count=12,
    note="= 柳州职业技术大学 since 2024",
)


def test_a_file_is_written_as_the_design_says(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    write_concepts(path, [FULL])
    assert path.read_bytes().decode("utf-8") == (
        "id,zh,zh_variants,en,en_variants,en_forbidden,type,status,domain,definition,"
        "context_zh,context_en,source,count,note\n"
        "c0123456789,柳州职业技术学院,柳职院 | 柳州职院,Liuzhou Vocational & Technical College,LVTC,"
        'Liuzhou Polytechnic,organisation,superseded,vocational education,"A ""college"",\nin Liuzhou",'
        "柳州职业技术学院成立。,It was founded.,004.txt:p3:b2 | 004.txt:p9:b1,12,"
        "'= 柳州职业技术大学 since 2024\n"
    )
    assert read_concepts(path) == [FULL]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(concepts(), max_size=4, unique_by=lambda c: c.id))
def test_what_is_written_is_read(tmp_path: Path, rows: list[Concept]) -> None:
    path = tmp_path / "terms.csv"
    write_concepts(path, rows)
    assert read_concepts(path) == in_order(rows)


@given(several)
def test_several_values_share_a_cell(values: tuple[str, ...]) -> None:
    trimmed = tuple(dict.fromkeys(value.strip() for value in values))
    assert split_values(join_values(values)) == trimmed


@given(terms)
def test_a_cell_of_one_value_with_a_bar_in_it_stays_one(value: str) -> None:
    assert split_values(join_values([value])) == (value.strip(),)


def test_columns_that_people_add_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("zh,Reviewer,en,日期\n双元制,李,Dual System,\n职教,,VET,2024\n", encoding="utf-8")
    rows = read_concepts(path)
    assert [row.extra for row in rows] == [
        (("Reviewer", "李"), ("日期", "")),
        (("Reviewer", ""), ("日期", "2024")),
    ]
    write_concepts(path, [*rows, concept("新", "new")])
    header, *_ = path.read_text(encoding="utf-8").splitlines()
    assert header == ",".join((*COLUMNS, "Reviewer", "日期"))
    assert {row.zh: dict(row.extra) for row in read_concepts(path)} == {
        "双元制": {"Reviewer": "李", "日期": ""},
        "职教": {"Reviewer": "", "日期": "2024"},
        "新": {"Reviewer": "", "日期": ""},
    }


HEADERS = [
    "zh,en",
    "source,target",
    "ZH,EN",
    "zh-CN,en-US",
    "zh_CN,en_GB",
    "Chinese,English",
    "中文,英文",
    "zh-TW,EN",
]


@pytest.mark.parametrize("header", HEADERS)
def test_a_small_glossary_has_two_columns_under_common_names(tmp_path: Path, header: str) -> None:
    path = tmp_path / "g.csv"
    path.write_text(f"{header}\n双元制,Dual System | dual system\n", encoding="utf-8")
    assert read_concepts(path) == [
        Concept(id="", zh="双元制", en="Dual System", en_variants=("dual system",), status="approved")
    ]


def test_source_is_a_column_of_its_own_beside_zh(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("zh,en,source\n双元制,Dual System,a.txt:p1\n", encoding="utf-8")
    assert read_concepts(path)[0].source == ("a.txt:p1",)


BAD_ROWS = {
    "no english column": ("zh,note\n双元制,x\n", "line 1: no column named en"),
    "no header": ("双元制,Dual System\n", "line 1: no column named zh or en"),
    "chinese lost in saving": ("zh,en\n????,Dual System\n", "line 2, column zh: '????' lost its Chinese"),
    "no chinese": ("zh,en\n,Dual System\n", "line 2, column zh"),
    "type": (
        "zh,en,type\n双元制,Dual System,thing\n",
        "line 2, column type: 'thing' is not one of organisation",
    ),
    "status": ("zh,en,status\n双元制,Dual System,ok\n", "line 2, column status: 'ok' is not one of proposed"),
    "count": ("zh,en,count\n双元制,Dual System,many\n", "line 2, column count: 'many'"),
    "negative count": ("zh,en,count\n双元制,Dual System,-1\n", "line 2, column count: '-1'"),
    "endless count": (f"zh,en,count\n双元制,Dual System,{'9' * 5000}\n", "at most 15 digits"),
    "same id": ("id,zh,en\nc1,甲,a\nc2,乙,b\nc1,丙,c\n", "line 4, column id: c1 is the id of line 2 too"),
}


@pytest.mark.parametrize(("text", "said"), BAD_ROWS.values(), ids=BAD_ROWS.keys())
def test_a_bad_cell_is_named_with_line_and_column(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "g.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_concepts(path)
    assert str(raised.value).startswith(str(path))
    assert said in str(raised.value)


def test_status_and_type_may_be_typed_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("zh,en,status,type\n双元制,Dual System,Proposed,Policy\n", encoding="utf-8")
    [row] = read_concepts(path)
    assert (row.status, row.type) == ("proposed", "policy")


def test_rows_stand_by_type_then_by_chinese(tmp_path: Path) -> None:
    rows = [concept("乙", "b"), concept("甲", "a"), concept("柳工", "Liugong", type="organisation")]
    path = tmp_path / "terms.csv"
    write_concepts(path, rows)
    first = path.read_bytes()
    write_concepts(path, reversed(rows))
    assert path.read_bytes() == first
    assert [row.zh for row in read_concepts(path)] == ["柳工", "乙", "甲"]


def test_a_canonical_form_forgets_what_a_spreadsheet_adds() -> None:
    saved = dataclasses.replace(
        FULL, zh=" 柳州职业技术学院 ", definition='A "college",\r\nin Liuzhou ', extra=(("x", ""),)
    )
    assert canonical(saved) == FULL
