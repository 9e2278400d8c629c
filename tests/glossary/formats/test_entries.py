"""The formats of entries, languages and terms: what each of them must do alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.glossary.concepts import concept, concepts
from tests.glossary.formats.held import held

from vet_terms.errors import InputError
from vet_terms.glossary.formats import exportable, multiterm
from vet_terms.glossary.formats.entries import term_status
from vet_terms.glossary.formats.format import WriteOptions
from vet_terms.glossary.formats.tbx import reading, version2, version3
from vet_terms.glossary.reading import concepts_of_xml
from vet_terms.model import Concept

Write = Callable[..., bytes]
Read = Callable[[bytes, str], list[Concept]]

FORMATS: list[tuple[Write, Read]] = [
    (version2.write, reading.read),
    (version3.write_basic, reading.read),
    (version3.write_basic_dct, reading.read),
    (version3.write_min, reading.read),
    (multiterm.write, multiterm.read),
]
every_format = pytest.mark.parametrize(
    ("write", "read"), FORMATS, ids=lambda each: f"{each.__module__.rpartition('.')[2]}.{each.__name__}"
)

OLD = Concept(
    id="c1",
    zh="柳州职业技术学院",
    en="Liuzhou Vocational & Technical College",
    zh_variants=("柳职院",),
    en_variants=("LVTC",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    status="superseded",
    domain="education / colleges",
    definition="A college <in> Liuzhou",
    context_zh="柳州职业技术学院成立。",
    context_en='The "college" was founded.',
    source=("004.txt:p3:b2", "004.txt:p9:b1"),
    note="superseded by 柳州职业技术大学 since 2024",
)


@every_format
@given(rows=st.lists(concepts(), max_size=3, unique_by=lambda each: each.id))
def test_what_it_can_hold_comes_back(write: Write, read: Read, rows: list[Concept]) -> None:
    sent = exportable(rows)
    if sent:
        assert read(write(sent), "a") == [held(each) for each in sent]


@every_format
def test_whoever_reads_the_file_by_its_name_reads_the_same(write: Write, read: Read) -> None:
    assert concepts_of_xml(write([OLD]), "a.xml") == read(write([OLD]), "a.xml") == [OLD]


@every_format
def test_a_note_that_looks_like_a_label_stays_a_note(write: Write, read: Read) -> None:
    notes = ["Status: proposed", "Note: x", "Definition: y", "Source: ", "Status quo: z"]
    rows = [concept(f"甲{number}", "A", status="approved", note=note) for number, note in enumerate(notes)]
    assert [(each.status, each.note) for each in read(write(rows), "a")] == [
        ("approved", note.strip()) for note in notes
    ]


@every_format
def test_the_source_language_stands_first_and_codes_are_the_ones_asked_for(write: Write, read: Read) -> None:
    options = WriteOptions(source="en", chinese="zh-TW", english="en-GB")
    data = write([OLD], options)
    codes = [
        each.get("{http://www.w3.org/XML/1998/namespace}lang") or each.get("lang")
        for each in etree.fromstring(data).iter("{*}langSec", "langSet", "language")
    ]
    assert [str(code).lower() for code in codes] == ["en-gb", "zh-tw"]
    assert read(data, "a") == [OLD]


@every_format
def test_the_preferred_term_of_a_language_is_its_first(write: Write, read: Read) -> None:
    root: Any = etree.fromstring(write([OLD]))
    assert [term.text for term in root.iter("{*}term")] == [
        "柳州职业技术学院",
        "柳职院",
        "Liuzhou Vocational & Technical College",
        "LVTC",
        "Liuzhou Polytechnic",
    ]


@every_format
def test_what_xml_cannot_hold_becomes_a_space(write: Write, read: Read) -> None:
    [back] = read(write([concept("双\x0b元\ufffe制", "a\ud800b", note="\x00")]), "a")
    assert (back.zh, back.en, back.note) == ("双 元 制", "a b", "")


@every_format
def test_no_concepts_and_concepts_without_english(write: Write, read: Read) -> None:
    with pytest.raises(InputError, match="none of its 0 entries has a Chinese term"):
        read(write([]), "a")
    assert [(each.zh, each.en) for each in read(write([concept("双元制", "")]), "a")] == [("双元制", "")]


@every_format
def test_spaces_that_are_no_layout_are_kept(write: Write, read: Read) -> None:
    [back] = read(write([concept("覃\u3000正海", "Qin\u00a0Zhenghai")]), "a")
    assert (back.zh, back.en) == ("覃\u3000正海", "Qin\u00a0Zhenghai")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", "preferred"),
        ("Preferred", "preferred"),
        ("preferred term", "preferred"),
        ("standardizedTerm", "preferred"),
        ("admitted", "admitted"),
        ("supersededTerm-admn-sts", "superseded"),
        ("Obsolete", "superseded"),
        ("deprecatedTerm", "deprecated"),
        ("forbidden", "deprecated"),
        ("Do not use", "deprecated"),
        ("Not recommended", "deprecated"),
        ("legalTerm", ""),
        ("", ""),
    ],
)
def test_statuses_in_the_words_of_tools(word: str, status: str) -> None:
    assert term_status(word) == status
