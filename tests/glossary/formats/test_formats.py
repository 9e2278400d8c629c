"""What leaves the house, whatever the format, and the table of formats: each brings back what it holds."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.glossary.concepts import concept, concepts
from tests.glossary.formats.held import held, on_one_line

from vet_terms.glossary.formats import FORMATS, export, exportable
from vet_terms.glossary.formats.format import DEFAULT, Format, Held, WriteOptions
from vet_terms.glossary.reading import concepts_of_file
from vet_terms.model import Concept

ROWS = [
    concept("双元制", "Dual System", status="approved", en_forbidden=("Double Element System",)),
    concept("吃饭", "eat", status="rejected"),
    concept("市域产教联合体", ""),
    concept("柳州职业技术学院", "LVTC", type="organisation", status="superseded"),
]
NOTHING = Concept(id="", zh="", en="", status="approved")

every_format = pytest.mark.parametrize("name", FORMATS)


def only_what_is_held(row: Concept, chosen: Format) -> Concept:
    """Return a concept with nothing in it but its Chinese term and what a format says that it holds."""
    others: Any = {name: getattr(NOTHING, name) for name in get_args(Held) if name not in chosen.holds}
    return dataclasses.replace(row, **others)


def _chinese(text: str) -> str:
    return re.sub(r"[\s區]", "", text).lstrip("#") + "职业学院" * 4


def _english(text: str) -> str:
    return re.sub(r"[\u4e00-\u9fff]", "", on_one_line(text)).lstrip("# ") + "x"


def _tidy(row: Concept) -> Concept:
    """Return a concept in Chinese and English, on one line: other changes have tests of their own."""
    return dataclasses.replace(
        row,
        zh=_chinese(row.zh),
        en=_english(row.en),
        zh_variants=tuple(dict.fromkeys(map(_chinese, row.zh_variants))),
        en_variants=tuple(dict.fromkeys(map(_english, row.en_variants))),
        en_forbidden=tuple(dict.fromkeys(map(_english, row.en_forbidden))),
        domain=on_one_line(row.domain),
        definition=on_one_line(row.definition),
        context_zh=on_one_line(row.context_zh),
        context_en=on_one_line(row.context_en),
        note=on_one_line(row.note),
        source=tuple(dict.fromkeys(map(on_one_line, row.source))),
    )


tidy = st.lists(
    concepts(("proposed", "approved", "superseded")).map(_tidy), max_size=3, unique_by=lambda each: each.id
)


def test_rejected_and_untranslated_concepts_stay_at_home() -> None:
    assert [row.zh for row in exportable(ROWS)] == ["柳州职业技术学院", "双元制"]
    assert [row.zh for row in exportable(ROWS, needs_english=False)] == [
        "柳州职业技术学院",
        "双元制",
        "市域产教联合体",
    ]


@every_format
def test_what_the_machine_says_of_a_pair_stays_in_the_term_base(tmp_path: Path, name: str) -> None:
    rows = [concept("双元制", "Dual System", note="confidence 0.87: entity, pinyin; ask Qin")]
    path = tmp_path / FORMATS[name].file_name
    export(rows, name, path)
    [row] = concepts_of_file(path.read_bytes(), path.name)
    assert ("confidence" in row.note) == (name in {"csv", "xlsx"})
    assert ("ask Qin" in row.note) == ("note" in FORMATS[name].holds | FORMATS[name].shows)


@every_format
@settings(max_examples=30)
@given(rows=tidy, source=st.sampled_from(["zh", "en"]))
def test_what_a_format_holds_comes_back(name: str, rows: list[Concept], source: Any) -> None:
    chosen = FORMATS[name]
    options = WriteOptions(source=source)
    whole = "count" in chosen.holds
    sent = [only_what_is_held(row if whole else held(row), chosen) for row in exportable(rows)]
    first = {(row.zh, row.en)[source == "en"]: row for row in reversed(sent)}
    sent = [row for row in first.values() if not chosen.leaves_out([row], options)]
    sent = exportable({row.zh if name == "jieba" else row.id + row.zh + row.en: row for row in sent}.values(),
                      needs_english=chosen.needs_english)  # fmt: skip
    if not sent:
        return
    assert chosen.read is not None
    data = chosen.write(sent, options)
    back = [only_what_is_held(row, chosen) for row in chosen.read(data, chosen.file_name)]
    assert back == sent
    assert concepts_of_file(data, chosen.file_name) == chosen.read(data, chosen.file_name)


@every_format
@pytest.mark.parametrize("source", ["zh", "en"])
def test_every_format_writes_the_same_bytes_whatever_the_order(
    tmp_path: Path, name: str, source: Any
) -> None:
    path = tmp_path / FORMATS[name].file_name
    export(ROWS, name, path, WriteOptions(source=source))
    first = path.read_bytes()
    export(reversed(ROWS), name, path, WriteOptions(source=source))
    assert path.read_bytes() == first
    assert "双元制".encode() in first
    assert "吃饭".encode() not in first
    assert ("市域产教联合体".encode() in first) is not FORMATS[name].needs_english


@every_format
def test_every_format_can_be_empty(name: str) -> None:
    assert isinstance(FORMATS[name].write([]), bytes)


@every_format
def test_what_a_format_leaves_out_is_counted(name: str) -> None:
    rows = [
        concept("双元制", "-x"),
        concept("双元制", "dual system"),
        concept("双元制", "y"),
        concept("1 +", "z"),
    ]
    chosen = FORMATS[name]
    assert chosen.read is not None
    left_out = sum(chosen.leaves_out(rows, DEFAULT).values())
    written = len(chosen.read(chosen.write(rows), chosen.file_name))
    if name != "jieba":  # which has a form once
        assert written + left_out == len(rows)


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if each.takes_mark])
def test_a_table_has_a_mark_where_it_is_wanted(name: str) -> None:
    plain = FORMATS[name].write(ROWS[:1])
    marked = FORMATS[name].write(ROWS[:1], WriteOptions(mark=True))
    assert marked == b"\xef\xbb\xbf" + plain
    read = FORMATS[name].read
    assert read is not None
    assert read(marked, "a.csv") == read(plain, "a.csv")


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if not each.takes_mark])
def test_what_is_no_such_table_has_none(name: str) -> None:
    assert FORMATS[name].write(ROWS[:1], WriteOptions(mark=True)) == FORMATS[name].write(ROWS[:1])


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if each.file_name.endswith(".csv")])
@given(sign=st.sampled_from("=+-@＝＋－＠\t"), rest=st.sampled_from(["学", "1+1", "cmd|'/c calc'!A1"]))
def test_no_cell_of_a_csv_is_run_by_a_spreadsheet(name: str, sign: str, rest: str) -> None:
    rows = [
        Concept("c1", f"{sign}{rest}", f"{sign}x{rest}", definition=f"{sign}y", note=f"{sign}z", domain=sign)
    ]
    text = FORMATS[name].write(rows).decode("utf-8")
    assert not re.search(r'(?:^|,|")[=+\-@＝＋－＠\t]', text, re.MULTILINE)


@given(st.lists(concepts(), max_size=3))
def test_no_text_breaks_a_format(rows: list[Concept]) -> None:
    body = etree.fromstring(FORMATS["tbx2"].write(exportable(rows))).find("text/body")
    assert body is not None
    assert len(body) == len(exportable(rows))
    for line in FORMATS["omegat"].write(exportable(rows)).decode("utf-8").split("\n")[:-1]:
        assert line.count("\t") == 2
        assert not line.startswith("#")
    for line in FORMATS["utx"].write(exportable(rows)).decode("utf-8").split("\r\n")[2:-1]:
        assert line.count("\t") == 5


@every_format
def test_control_characters_and_what_looks_like_an_escape(name: str) -> None:
    chosen = FORMATS[name]
    assert chosen.read is not None
    strange = concept("双_x0041_元", "dual_x0041_", note="a\x0bb\x01", definition="c\x0cd", status="approved")
    [back] = chosen.read(chosen.write([strange]), chosen.file_name)
    assert back.zh == "双_x0041_元"
    assert back.en == ("dual_x0041_" if "en" in chosen.holds else "")
