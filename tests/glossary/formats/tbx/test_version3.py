"""TBX version 3 as it is written: the schema's and our own validator's opinion, and where things stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.glossary.concepts import concepts
from tests.glossary.formats.tbx.public_files import FOLDER, needs_public_files

from vet_terms.glossary.formats import exportable
from vet_terms.glossary.formats.tbx.validation import tbx_findings
from vet_terms.glossary.formats.tbx.version3 import write_basic, write_basic_dct, write_min
from vet_terms.model import Concept

Write = Callable[..., bytes]
WRITERS: list[Write] = [write_basic, write_basic_dct, write_min]
every_writer = pytest.mark.parametrize("write", WRITERS, ids=lambda each: each.__name__)

COLLEGE = Concept(
    id="c1",
    zh="柳州职业技术学院",
    en="Liuzhou Vocational College",
    en_variants=("LVTC",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    domain="education",
    definition="A college",
    context_zh="学院成立。",
    context_en="The college was founded.",
    source=("a.txt:p3:b2", "b.txt"),
    note="since 1998",
)


@every_writer
@settings(max_examples=40)
@given(rows=st.lists(concepts(), max_size=3))
def test_whatever_is_written_is_valid(write: Write, rows: list[Concept]) -> None:
    # An empty domain of spaces or a source that is only signs is text all the same: nothing to warn of.
    data = write(exportable(rows))
    assert tbx_findings(data, "a.tbx") == []


@needs_public_files
@every_writer
@settings(max_examples=40)
@given(rows=st.lists(concepts(), max_size=3))
def test_whatever_is_written_is_valid_for_the_public_schema(write: Write, rows: list[Concept]) -> None:
    schema = etree.RelaxNG(etree.parse(FOLDER / "core.rng"))
    schema.assertValid(etree.fromstring(write(exportable(rows))))


def _told(element: Any) -> list[tuple[str, str, str]]:
    """Return name, type and text of each thing that an element says of itself."""
    return [
        (etree.QName(each).localname, each.get("type", ""), each.text or "")
        for each in element
        if etree.QName(each).localname not in {"langSec", "termSec"}
    ]


def test_basic_says_each_thing_where_the_dialect_has_it() -> None:
    root: Any = etree.fromstring(write_basic([COLLEGE]))
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    [entry] = root.iter("{*}conceptEntry")
    assert _told(entry) == [
        ("descrip", "subjectField", "education / organisation"),
        ("descrip", "definition", "A college"),
        ("note", "", "Status: proposed"),
        ("note", "", "since 1998"),
    ]
    assert [_told(term) for term in root.iter("{*}termSec")] == [
        [
            ("term", "", "柳州职业技术学院"),
            ("termNote", "administrativeStatus", "preferredTerm-admn-sts"),
            ("descrip", "context", "学院成立。"),
            ("admin", "source", "a.txt:p3:b2"),
            ("admin", "source", "b.txt"),
        ],
        [
            ("term", "", "Liuzhou Vocational College"),
            ("termNote", "administrativeStatus", "preferredTerm-admn-sts"),
            ("descrip", "context", "The college was founded."),
        ],
        [("term", "", "LVTC"), ("termNote", "administrativeStatus", "admittedTerm-admn-sts")],
        [
            ("term", "", "Liuzhou Polytechnic"),
            ("termNote", "administrativeStatus", "deprecatedTerm-admn-sts"),
        ],
    ]


def test_the_style_dct_says_the_same_with_elements_of_the_modules() -> None:
    root: Any = etree.fromstring(write_basic_dct([COLLEGE]))
    assert root.get("style") == "dct"
    tags = {etree.QName(each).localname: etree.QName(each).namespace for each in root.iter("*")}
    assert tags["administrativeStatus"] == tags["subjectField"] == "http://www.tbxinfo.net/ns/min"
    assert tags["definition"] == tags["context"] == tags["source"] == "http://www.tbxinfo.net/ns/basic"
    assert root.nsmap == {
        None: "urn:iso:std:iso:30042:ed-2",
        "min": "http://www.tbxinfo.net/ns/min",
        "basic": "http://www.tbxinfo.net/ns/basic",
    }


def test_min_says_in_notes_what_it_has_no_categories_for() -> None:
    root: Any = etree.fromstring(write_min([COLLEGE]))
    notes = [note.text for note in root.iter("{*}note")]
    assert notes == [
        "Definition: A college",
        "Status: proposed",
        "since 1998",
        "Context: 学院成立。",
        "Source: a.txt:p3:b2",
        "Source: b.txt",
        "Context: The college was founded.",
    ]
    assert {each.get("type") for each in root.iter("{*}descrip", "{*}termNote", "{*}admin")} == {
        "subjectField",
        "administrativeStatus",
    }
