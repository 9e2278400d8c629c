"""XLIFF of both versions: the structure that the standards ask for, and what readers find in it.

The tables of elements and attributes are typed from the text of the standards (XLIFF 1.2, section 3; XLIFF
2.1, sections 4.2, 5.1 and 5.2), as far as these files use them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from vet_terms.documents.readers import read_document
from vet_terms.memory.pretranslation.formats import VERSIONS, xliff_bytes
from vet_terms.memory.pretranslation.terms import TermNote
from vet_terms.memory.pretranslation.units import Filled, Offer, PretranslatedUnit
from vet_terms.memory.pretranslation.xliff_file import XliffFile
from vet_terms.memory.xliff import read_xliff_units

FILE = XliffFile("deck & more.pptx", "zh-CN", "en-US", "vet-terms:test")

OFFER = Offer("学校<成立>。", "The college “was” founded & opened.", 85, 'old "deck".tmx')
UNIT = PretranslatedUnit("s1", "学校建立。", "p1:b2", 3, "body")
UNITS = (
    UNIT,
    replace(UNIT, id="s2", target="A & B < C.", filled="exact", offers=(replace(OFFER, percent=100),)),
    replace(UNIT, id="s3", target="31 colleges.", filled="numbers", remark="29 → 31", offers=(OFFER, OFFER)),
    replace(UNIT, id="s4", target="One.", filled="one of several", remark="2 translations"),
    replace(UNIT, id="s5", target="1. One.", filled="list mark", remark="The list mark is added.", line=0),
    replace(
        UNIT,
        id="s6",
        place="",
        terms=(
            TermNote("双元制", ("dual system", "dual training"), "双元制 = dual system (…)", "Two places."),
            TermNote("旧名", (), "旧名 = old name (superseded: …)"),
        ),
    ),
)

ONCE, MAYBE, ANY, MANY = (1, 1), (0, 1), (0, 10**9), (1, 10**9)

CHILDREN_12 = {
    "xliff": [("file", MANY)],
    "file": [("header", ONCE), ("body", ONCE)],
    "header": [("tool", ANY), ("note", ANY)],
    "tool": [],
    "body": [("trans-unit", ANY)],
    "trans-unit": [
        ("source", ONCE), ("target", MAYBE), ("context-group", ANY), ("note", ANY), ("alt-trans", ANY),
    ],
    "context-group": [("context", MANY)],
    "alt-trans": [("source", MAYBE), ("target", MANY)],
    "source": [], "target": [], "note": [], "context": [],
}  # fmt: skip
REQUIRED_12 = {
    "xliff": {"version"}, "file": {"original", "source-language", "datatype"},
    "tool": {"tool-id", "tool-name"}, "trans-unit": {"id"}, "context": {"context-type"},
}  # fmt: skip

CHILDREN_21 = {
    "xliff": [("file", MANY)],
    "file": [("notes", MAYBE), ("unit", MANY)],
    "unit": [("mtc:matches", MAYBE), ("gls:glossary", MAYBE), ("notes", MAYBE), ("segment", MANY)],
    "notes": [("note", MANY)],
    "segment": [("source", ONCE), ("target", MAYBE)],
    "mtc:matches": [("mtc:match", MANY)],
    "mtc:match": [("source", ONCE), ("target", ONCE)],
    "gls:glossary": [("gls:glossEntry", MANY)],
    "gls:glossEntry": [("gls:term", ONCE), ("gls:translation", ANY), ("gls:definition", MAYBE)],
    "source": [], "target": [], "note": [], "gls:term": [], "gls:translation": [], "gls:definition": [],
}  # fmt: skip
REQUIRED_21 = {"xliff": {"version", "srcLang"}, "file": {"id"}, "unit": {"id"}, "mtc:match": {"ref"}}

PREFIXES = {
    "urn:oasis:names:tc:xliff:document:1.2": "",
    "urn:oasis:names:tc:xliff:document:2.0": "",
    "urn:oasis:names:tc:xliff:matches:2.0": "mtc:",
    "urn:oasis:names:tc:xliff:glossary:2.0": "gls:",
}


def name(element: etree._Element) -> str:
    qualified = etree.QName(element)
    return PREFIXES[qualified.namespace or ""] + qualified.localname


def attributes(element: etree._Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.items()}


def faults(root: etree._Element, version: str) -> list[str]:
    """Return how a file differs from the structure of its version: children in order, attributes there."""
    children, required = (CHILDREN_12, REQUIRED_12) if version == "1.2" else (CHILDREN_21, REQUIRED_21)
    found = []
    for element in root.iter():
        names = [name(child) for child in element]
        allowed = children[name(element)]
        order = [each for each, _ in allowed]
        if not set(names) <= set(order) or names != sorted(names, key=order.index):
            found.append(f"{name(element)} holds {names}")
        for child, (least, most) in allowed:
            if not least <= names.count(child) <= most:
                found.append(f"{name(element)} has {names.count(child)} {child}")
        missing = required.get(name(element), set()) - set(element.keys())
        found += [f"{name(element)} lacks {each}" for each in missing]
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_the_structure_is_that_of_the_standard(version: str) -> None:
    root = etree.fromstring(xliff_bytes(version, FILE, UNITS))
    assert faults(root, version) == []
    assert root.get("version") == version


@pytest.mark.parametrize("version", VERSIONS)
def test_ids_are_unique(version: str) -> None:
    root = etree.fromstring(xliff_bytes(version, FILE, UNITS))
    units = root.findall(".//{*}trans-unit") + root.findall(".//{*}unit")
    assert [unit.get("id") for unit in units] == ["s1", "s2", "s3", "s4", "s5", "s6"]
    for unit in units:
        inner = [each.get("id") for each in unit.iterdescendants() if each.get("id")]
        assert len(inner) == len(set(inner))


STATES_12 = {
    "exact": ("translated", "exact-match"),
    "one of several": ("needs-review-translation", "exact-match"),
    "numbers": ("needs-review-translation", "x-numbers-replaced"),
    "list mark": ("needs-review-translation", "x-list-mark-added"),
}
STATES_21 = {
    "exact": ("translated", "vet-terms:exact-match"),
    "one of several": ("initial", "vet-terms:one-of-several"),
    "numbers": ("initial", "vet-terms:numbers-replaced"),
    "list mark": ("initial", "vet-terms:list-mark-added"),
}


@pytest.mark.parametrize("filled", STATES_12)
def test_states(filled: Filled) -> None:
    unit = replace(UNIT, target="One.", filled=filled)
    [target] = etree.fromstring(xliff_bytes("1.2", FILE, [unit])).iter("{*}target")
    assert (target.get("state"), target.get("state-qualifier")) == STATES_12[filled]
    [segment] = etree.fromstring(xliff_bytes("2.1", FILE, [unit])).iter("{*}segment")
    assert (segment.get("state"), segment.get("subState")) == STATES_21[filled]


def test_a_unit_that_is_not_filled_has_no_target_and_no_sub_state() -> None:
    root = etree.fromstring(xliff_bytes("1.2", FILE, [replace(UNIT, offers=(OFFER,))]))
    assert root.find(".//{*}trans-unit/{*}target") is None
    segment = etree.fromstring(xliff_bytes("2.1", FILE, [UNIT])).find(".//{*}segment")
    assert segment is not None
    assert attributes(segment) == {"id": "s1", "state": "initial"}


def test_offers() -> None:
    [offered, _] = etree.fromstring(xliff_bytes("1.2", FILE, [UNITS[2]])).iter("{*}alt-trans")
    assert attributes(offered) == {"match-quality": "85%", "origin": 'old "deck".tmx'}
    assert [child.text for child in offered] == [OFFER.source, OFFER.target]
    [first, second] = etree.fromstring(xliff_bytes("2.1", FILE, [UNITS[2]])).iter("{*}match")
    assert attributes(first) == {
        "id": "m1", "ref": "#s1", "type": "tm", "similarity": "85.0", "matchQuality": "85.0",
        "origin": 'old "deck".tmx',
    }  # fmt: skip
    assert (second.get("id"), [child.text for child in second]) == ("m2", [OFFER.source, OFFER.target])


def test_notes_and_places_of_version_1() -> None:
    root = etree.fromstring(xliff_bytes("1.2", FILE, [UNITS[2], UNITS[5]]))
    notes = [(note.get("annotates"), note.text) for note in root.iterfind(".//{*}trans-unit/{*}note")]
    assert notes == [
        ("target", "29 → 31"),
        ("source", "双元制 = dual system (…)"),
        ("source", "旧名 = old name (superseded: …)"),
    ]
    contexts = [(each.get("context-type"), each.text) for each in root.iter("{*}context")]
    assert contexts[:4] == [
        ("sourcefile", "deck & more.pptx"), ("linenumber", "3"), ("x-place", "p1:b2"), ("x-kind", "body"),
    ]  # fmt: skip


def test_notes_and_glossary_of_version_2() -> None:
    root = etree.fromstring(xliff_bytes("2.1", FILE, [UNITS[5]]))
    notes = [(note.get("category"), note.text) for note in root.iterfind(".//{*}unit/{*}notes/{*}note")]
    assert notes == [
        ("place", "line 3, body"),
        ("term", "双元制 = dual system (…)"),
        ("term", "旧名 = old name (superseded: …)"),
    ]
    [entry] = root.iter("{*}glossEntry")
    assert [(name(child), child.text) for child in entry] == [
        ("gls:term", "双元制"), ("gls:translation", "dual system"), ("gls:translation", "dual training"),
        ("gls:definition", "Two places."),
    ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_our_own_readers_find_the_texts_again(version: str, tmp_path: Path) -> None:
    data = xliff_bytes(version, FILE, UNITS)
    units = read_xliff_units(data, "a.xlf")
    assert [(unit.id, unit.zh, unit.en) for unit in units] == [
        (unit.id, unit.source, unit.target) for unit in UNITS
    ]
    path = tmp_path / "a.xlf"
    path.write_bytes(data)
    blocks = read_document(path).blocks
    assert [block.text for block in blocks if block.language == "zh"] == [unit.source for unit in UNITS]


@pytest.mark.parametrize(("version", "kind"), [("1.2", xlifffile), ("2.1", Xliff2File)])
def test_translate_toolkit_finds_the_texts_again(version: str, kind: Any) -> None:
    read = kind.parsestring(xliff_bytes(version, FILE, UNITS))
    found = [(str(unit.source), str(unit.target or "")) for unit in read.units if not unit.isheader()]
    assert found == [(unit.source, unit.target) for unit in UNITS]


def test_translate_toolkit_sees_which_need_review_and_what_is_offered() -> None:
    toolkit: Any = xlifffile
    read = toolkit.parsestring(xliff_bytes("1.2", FILE, UNITS))
    units = [unit for unit in read.units if not unit.isheader()]
    assert [unit.get_state_n() >= unit.S_TRANSLATED for unit in units if unit.target] == [
        True, False, False, False,
    ]  # fmt: skip
    assert [str(each.target) for each in units[2].getalttrans()] == [OFFER.target, OFFER.target]


@pytest.mark.parametrize("version", VERSIONS)
def test_english_to_chinese(version: str) -> None:
    file = XliffFile("a.txt", "en-US", "zh-TW", "vet-terms:test")
    unit = replace(UNIT, source="A college.", target="學校。", filled="exact")
    [read] = read_xliff_units(xliff_bytes(version, file, [unit]), "a.xlf")
    assert (read.zh, read.en) == ("學校。", "A college.")


@pytest.mark.parametrize("version", VERSIONS)
@given(st.text(), st.text())
def test_any_text_makes_a_file_that_can_be_read(version: str, source: str, place: str) -> None:
    unit = replace(UNIT, source=f"校{source}", target=source, filled="exact", place=place, remark=place)
    root = etree.fromstring(xliff_bytes(version, FILE, [unit]))
    assert faults(root, version) == []
    legal = "".join(
        char for char in source if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff")
    )
    [found] = read_xliff_units(xliff_bytes(version, FILE, [unit]), "a.xlf")
    assert found.zh == f"校{legal}"


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_units_give_the_same_bytes(version: str) -> None:
    assert xliff_bytes(version, FILE, UNITS) == xliff_bytes(version, FILE, list(UNITS))
