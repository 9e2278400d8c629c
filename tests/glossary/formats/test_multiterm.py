"""MultiTerm XML: what we write, and what MultiTerm and others export."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from vet_terms.errors import InputError
from vet_terms.glossary.formats.multiterm import read, write
from vet_terms.glossary.reading import read_glossary
from vet_terms.model import Concept

COLLEGE = Concept(
    id="c1",
    zh="柳州职业技术学院",
    en="Liuzhou Vocational College",
    zh_variants=("柳职院",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    domain="education",
    definition="A college",
    context_en="The college was founded.",
    source=("a.txt:p3:b2", "b.txt"),
    note="since 1998",
)

EXPORTED = """<?xml version="1.0" encoding="UTF-16"?><mtf><conceptGrp><concept>41</concept>
<system type="entryClass">1</system>
<transacGrp><transac type="origination">me</transac><date>2021-03-01T11:21:32</date></transacGrp>
<descripGrp><descrip type="Subject">schools</descrip></descripGrp>
<descripGrp><descrip type="Author">Chen</descrip></descripGrp>
<languageGrp><language lang="EN" type="English"/>
 <descripGrp><descrip type="Definition">a <xref Tlink="English:school">school</xref></descrip>
  <descripGrp><descrip type="Source">a book</descrip></descripGrp></descripGrp>
 <termGrp><term>college</term><descripGrp><descrip type="Status">Forbidden</descrip></descripGrp></termGrp>
 <termGrp><term>university</term><transacGrp><transac type="origination">me</transac>
  <date>2021-03-01T11:21:32</date></transacGrp>
  <descripGrp><descrip type="Example">A university.</descrip></descripGrp>
  <descripGrp><descrip type="Note">new</descrip></descripGrp></termGrp></languageGrp>
<languageGrp><language lang="DE" type="German"/><termGrp><term>Hochschule</term></termGrp></languageGrp>
<languageGrp><language lang="ZH_CN" type="Chinese (PRC)"/>
 <termGrp><term>学院</term></termGrp>
 <termGrp><term>大学</term><descripGrp><descrip type="Status">preferred</descrip></descripGrp></termGrp>
</languageGrp></conceptGrp>
<conceptGrp><concept>42</concept><languageGrp><language type="Chinese"/>
<termGrp><term>学校</term></termGrp></languageGrp></conceptGrp></mtf>"""


def test_what_an_entry_looks_like() -> None:
    root: Any = etree.fromstring(write([COLLEGE]))
    [entry] = root
    fields = [(each.get("type"), each.text) for each in entry.findall("descripGrp/descrip")]
    assert (root.tag, entry.tag, entry.findtext("concept")) == ("mtf", "conceptGrp", "1")
    assert fields == [
        ("ID", "c1"),
        ("Subject", "education"),
        ("Type", "organisation"),
        ("Definition", "A college"),
        ("Process status", "proposed"),
        ("Source", "a.txt:p3:b2"),
        ("Source", "b.txt"),
        ("Note", "since 1998"),
    ]
    languages = [dict(each.attrib) for each in entry.iter("language")]
    assert languages == [{"type": "Chinese", "lang": "ZH-CN"}, {"type": "English", "lang": "EN-US"}]
    assert [
        (term.findtext("term"), [(each.get("type"), each.text) for each in term.iter("descrip")])
        for term in entry.iter("termGrp")
    ] == [
        ("柳州职业技术学院", [("Status", "preferred")]),
        ("柳职院", [("Status", "admitted")]),
        ("Liuzhou Vocational College", [("Status", "preferred"), ("Context", "The college was founded.")]),
        ("Liuzhou Polytechnic", [("Status", "deprecated")]),
    ]


ENCODED = {
    "utf-16 with a mark": EXPORTED.encode("utf-16"),
    "utf-16-le": EXPORTED.encode("utf-16-le"),
    "utf-16-be with a mark": b"\xfe\xff" + EXPORTED.encode("utf-16-be"),
    "utf-8": EXPORTED.replace("UTF-16", "UTF-8").encode(),
    "utf-8 that says utf-16": EXPORTED.encode(),
    "utf-8 with a mark that says utf-16": b"\xef\xbb\xbf" + EXPORTED.encode(),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_an_export_of_multiterm_in_any_encoding(data: bytes) -> None:
    assert read(data, "a.xml") == [
        Concept(
            id="41",
            zh="大学",
            zh_variants=("学院",),
            en="university",
            en_forbidden=("college",),
            status="approved",
            domain="schools",
            definition="a school",
            context_en="A university.",
            source=("a book",),
            note="new",
        ),
        Concept(id="42", zh="学校", en="", status="approved"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<martif/>", r"is no MultiTerm XML \(its root is <martif>\)"),
        (b"<mtf>", "not well-formed"),
        (b"<mtf/>", "none of its 0 entries"),
        (
            EXPORTED.replace('"ZH_CN"', '"JA"').replace("Chinese", "Japanese").encode(),
            "none of its 2 entries",
        ),
        (b'<!DOCTYPE mtf [<!ENTITY a "b">]><mtf/>', "declares XML entities"),
    ],
)
def test_bad_files_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data, "a.xml")


@pytest.mark.parametrize("ending", ["xml", "XML", "mtf"])
def test_a_glossary_of_that_kind_is_told_by_its_root(tmp_path: Any, ending: str) -> None:
    path = tmp_path / f"terms.{ending}"
    path.write_bytes(write([COLLEGE]))
    assert read_glossary(path) == [COLLEGE]
