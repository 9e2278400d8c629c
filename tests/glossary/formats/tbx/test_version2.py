"""TBX version 2, read back by the library that Weblate reads it with."""

from __future__ import annotations

from lxml import etree
from tests.glossary.concepts import concept
from translate.storage.tbx import tbxfile

from vet_terms.glossary.formats.format import WriteOptions
from vet_terms.glossary.formats.tbx import version2
from vet_terms.model import Concept

COLLEGE = concept(
    "柳州职业技术学院",
    "Liuzhou Vocational & Technical College",
    zh_variants=("柳职院",),
    en_variants=("LVTC",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    status="approved",
    domain="vocational education",
    definition="A college in Liuzhou",
    context_zh="柳州职业技术学院成立。",
    context_en="The college was founded.",
    source=("004.txt:p3:b2", "004.txt:p9:b1"),
    note="since 2024 柳州职业技术大学",
)
DUAL = concept("双元制", "Dual System")
OLD = concept("旧称", "Old Name", status="superseded", en_variants=("older name",))


def read(data: bytes, **languages: str) -> tbxfile:
    store: tbxfile = tbxfile.parsestring(data, **languages)  # type: ignore[no-untyped-call]
    return store


LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_translate_toolkit_reads_both_languages_and_every_term() -> None:
    store = read(version2.write([COLLEGE, DUAL]), sourcelanguage="zh-CN", targetlanguage="en-US")
    college, dual = store.units
    assert (str(college.source), str(college.target)) == (COLLEGE.zh, COLLEGE.en)
    assert (str(dual.source), str(dual.target)) == ("双元制", "Dual System")
    assert [term.text for term in college.get_source_terms()] == ["柳州职业技术学院", "柳职院"]
    assert [(term.text, term.deprecated) for term in college.get_target_terms()] == [
        ("Liuzhou Vocational & Technical College", False),
        ("LVTC", False),
        ("Liuzhou Polytechnic", True),
    ]
    assert store.getsourcelanguage() == "zh-CN"


def test_without_being_told_the_languages_the_file_still_says_them() -> None:
    [unit] = read(version2.write([DUAL])).units
    assert unit.source == "双元制"
    assert [term.text for term in unit.get_target_terms("en-US")] == ["Dual System"]


def test_everything_an_entry_carries_is_where_the_standard_puts_it() -> None:
    root = etree.fromstring(version2.write([COLLEGE]))
    assert (root.tag, root.get("type"), root.get(LANG)) == ("martif", "TBX", "zh-CN")
    assert str(root.findtext("martifHeader/fileDesc/sourceDesc/p")).startswith("vet-terms:")
    [entry] = root.findall("text/body/termEntry")
    assert [(child.tag, child.get("type"), child.text) for child in entry if child.tag != "langSet"] == [
        ("descrip", "subjectField", "vocational education / organisation"),
        ("descrip", "definition", "A college in Liuzhou"),
        ("admin", "elementWorkingStatus", "consolidatedElement"),
        ("admin", "source", "004.txt:p3:b2"),
        ("admin", "source", "004.txt:p9:b1"),
        ("note", None, "since 2024 柳州职业技术大学"),
    ]
    chinese, english = entry.findall("langSet")
    assert (chinese.get(LANG), english.get(LANG)) == ("zh-CN", "en-US")
    assert [child.tag for child in chinese.findall("tig")[0]] == ["term", "termNote", "descrip"]
    assert chinese.findtext("tig/descrip[@type='context']") == COLLEGE.context_zh
    assert english.findtext("tig/descrip[@type='context']") == COLLEGE.context_en
    assert [note.text for note in english.iter("termNote")] == [
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    ]


def test_the_terms_of_a_superseded_concept_are_superseded() -> None:
    notes = [note.text for note in etree.fromstring(version2.write([OLD])).iter("termNote")]
    assert notes == ["supersededTerm-admn-sts"] * 3


def test_what_xml_cannot_hold_becomes_a_space_and_a_strange_id_another() -> None:
    strange = concept("双\x0b元\ufffe制", "<Dual> & ]]> System", note="a\nb")
    [unit] = read(version2.write([strange])).units
    assert (unit.source, unit.target) == ("双 元 制", "<Dual> & ]]> System")
    root = etree.fromstring(version2.write([strange]))
    assert [entry.get("id") for entry in root.iter("termEntry")] == ["entry-1"]


def test_a_term_that_stands_twice_is_written_once_with_its_first_status() -> None:
    twice = concept("双元制", "Dual System", en_variants=("Dual System",), en_forbidden=("Dual System",))
    root = etree.fromstring(version2.write([twice]))
    english = root.findall("text/body/termEntry/langSet")[1]
    assert [term.text for term in english.iter("term")] == ["Dual System"]
    assert [note.text for note in english.iter("termNote")] == ["preferredTerm-admn-sts"]


def test_languages_and_direction_are_the_ones_asked_for() -> None:
    options = WriteOptions(source="en", chinese="zh-TW", english="en-GB")
    data = version2.write([COLLEGE], options)
    root = etree.fromstring(data)
    assert root.get(LANG) == "en-GB"
    assert [each.get(LANG) for each in root.iter("langSet")] == ["en-GB", "zh-TW"]
    [unit] = read(data, sourcelanguage="en-GB", targetlanguage="zh-TW").units
    assert (str(unit.source), str(unit.target)) == (COLLEGE.en, COLLEGE.zh)


def test_no_two_entries_have_one_id() -> None:
    def row(identifier: str) -> Concept:
        return Concept(id=identifier, zh="双元制", en="dual system")

    root = etree.fromstring(version2.write([row("c1"), row("c1"), row(""), row("entry-3"), row("1a")]))
    ids = [entry.get("id") for entry in root.iter("termEntry")]
    assert ids == ["c1", "entry-2", "entry-3-", "entry-3", "entry-5"]
