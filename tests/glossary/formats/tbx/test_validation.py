"""Files held to the standard: the public samples, one bad example a rule, and the public schema's opinion."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.glossary.formats.tbx.public_files import FOLDER, needs_public_files

from vet_terms.glossary.formats.tbx.rules import RULES
from vet_terms.glossary.formats.tbx.structure import VERSION_3
from vet_terms.glossary.formats.tbx.validation import tbx_findings

NAMESPACES = (
    'xmlns="urn:iso:std:iso:30042:ed-2" '
    'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
)


def file(
    *,
    dialect: str = "TBX-Basic",
    style: str = "dca",
    entry: str = "",
    section: str = "",
    term: str = "<term>a</term>",
    more: str = "",
    lang: str = "en",
) -> str:
    """Return a TBX of one entry, valid but for what is put into it: each part on a line of its own."""
    return f"""<tbx type="{dialect}" style="{style}" xml:lang="en" {NAMESPACES}>
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1">
{entry}
<langSec xml:lang="{lang}">
{section}
<termSec>
{term}
</termSec></langSec></conceptEntry>
{more}
</body></text></tbx>"""


def said(text: str | bytes) -> list[tuple[int, str]]:
    data = text.encode() if isinstance(text, str) else text
    return [(each.line, each.rule) for each in tbx_findings(data, "a.tbx")]


def martif(entry: str) -> str:
    """Return a TBX of version 2 with one entry, on one line."""
    return (
        '<martif type="TBX" xml:lang="en"><martifHeader/><text><body>'
        f"<termEntry>{entry}</termEntry></body></text></martif>"
    )


GOOD = [
    file(),
    file(dialect="TBX-Core", entry='<admin type="anything">x</admin>'),
    file(
        entry='<descripGrp><descrip type="definition">x</descrip><admin type="source">y</admin></descripGrp>'
        '<transacGrp><transac type="transactionType">origination</transac><date>2024-02-29</date>'
        '<transacNote type="responsibility" target="c1">me</transacNote></transacGrp>'
        '<xref type="xGraphic" target="https://a.org/a.png">x</xref>'
    ),
    file(term='<term>a<hi type="math">2</hi></term><termNoteGrp><termNote type="partOfSpeech">noun</termNote>'
         '<note>n</note></termNoteGrp><ref type="crossReference" target="c1">x</ref>'),
    file(style="dct", term="<term>a</term><min:partOfSpeech>noun</min:partOfSpeech>"
         "<basic:source>x</basic:source>"),
    file(dialect="TBX-Min", section='<xref type="externalCrossReference" target="https://a.org">x</xref>'),
    file(entry='<note>a <sc id="s1"/>b<ec startRef="s1"/></note>'),
    file(entry='<note>a <ec id="e1" isolated="yes"/></note>'),
    martif("<langSet xml:lang='zh'><tig><term>a</term></tig></langSet>"),
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_good_files_have_no_findings(text: str) -> None:
    assert said(text) == []


TERM = "<term>a</term>"
BAD: list[tuple[str, str | bytes, int]] = [
    ("xml", "<tbx><p></tbx>", 1),
    ("xml", b'<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', 1),
    ("xml", b"", 1),
    ("root", "<glossary/>", 1),
    ("namespace", file(term=f"{TERM}<min:partOfSpeech>noun</min:partOfSpeech>"), 8),
    ("namespace", file(style="dct", term=f"{TERM}<basic:partOfSpeech>noun</basic:partOfSpeech>"), 8),
    ("namespace", file().replace('xmlns="urn:iso:std:iso:30042:ed-2"', 'xmlns="urn:other"'), 1),
    ("element", file(entry="<comment>x</comment>"), 4),
    ("place", file(entry='<termNote type="partOfSpeech">noun</termNote>'), 4),
    ("place", file(term='<note>x</note><term>a</term>'), 8),
    ("place", file(term=TERM + TERM), 8),
    ("place", file(more="<langSec xml:lang='en'><termSec><term>b</term></termSec></langSec>"), 10),
    ("missing", file(term=""), 7),
    ("text", file(section="loose"), 5),
    ("attribute", file(entry="<admin>x</admin>"), 4),
    ("attribute", file(entry='<note colour="red">x</note>'), 4),
    ("attribute", file(style="other"), 1),
    ("attribute", file(dialect="Basic"), 1),
    ("attribute", file(term='<term><hi type="blink">a</hi></term>'), 8),
    ("id", file(more='<conceptEntry id="1 a"><langSec xml:lang="en"><termSec><term>b</term></termSec>'
                "</langSec></conceptEntry>"), 10),
    ("id", file(term='<term id="c1">a</term>'), 8),
    ("target", file(term=f'{TERM}<ref type="crossReference" target="c2">x</ref>'), 8),
    ("address", file(entry='<xref type="xGraphic" target="C:/a.png">x</xref>'), 4),
    ("target", file(style="dct", entry='<basic:crossReference target="c2">x</basic:crossReference>'), 4),
    ("language", file(lang="zh_CN"), 5),
    ("date", file(entry='<transacGrp><transac type="transactionType">origination</transac>'
                  '<date>31.5.2024</date></transacGrp>'), 4),
    ("date", file(entry='<transacGrp><transac type="transactionType">origination</transac>'
                  '<date>2023-02-29</date></transacGrp>'), 4),
    ("dialect", file(dialect="TBX-Linguist"), 1),
    ("style", file(style="dct", entry='<descrip type="subjectField">x</descrip>'), 4),
    ("category", file(entry='<admin type=" ">x</admin>'), 4),
    ("category", file(term=f'{TERM}<termNote type="usageStatus">preferred</termNote>'), 8),
    ("category", file(entry='<admin type="subjectField">x</admin>'), 4),
    ("category", file(dialect="TBX-Min", entry='<descrip type="definition">x</descrip>'), 4),
    ("category", file(style="dct", entry="<min:colour>x</min:colour>"), 4),
    ("category", file(dialect="TBX-Core", style="dct", entry="<min:subjectField>x</min:subjectField>"), 4),
    ("level", file(section='<descrip type="subjectField">x</descrip>'), 6),
    ("level", file(entry='<admin type="source">x</admin>'), 4),
    ("level", file(term=f'{TERM}<descrip type="definition">x</descrip>'), 8),
    ("level", file(entry='<descrip type="context">x</descrip>'), 4),
    ("level", file(style="dct", entry="<basic:context>x</basic:context>"), 4),
    ("level", file(entry='<descripGrp><descrip type="definition">x</descrip>'
                   '<xref type="xGraphic" target="https://a.org">x</xref></descripGrp>'), 4),
    ("value", file(term=f'{TERM}<termNote type="partOfSpeech">nominal</termNote>'), 8),
    ("value", file(style="dct", term=f"{TERM}<min:partOfSpeech>nominal</min:partOfSpeech>"), 8),
    ("inline", file(entry='<note><sc id="s1" isolated="yes"/>a<ec startRef="s1"/></note>'), 4),
    ("inline", file(entry='<note><sc id="s1"/>a<ec/></note>'), 4),
    ("inline", file(entry='<note>a<ec/></note>'), 4),
    ("empty", file(term="<term> </term>"), 8),
    ("empty", file(entry='<descrip type="definition"/>'), 4),
    ("missing", martif(""), 1),
    ("place", martif("<langSet xml:lang='zh'><tig><term>a</term><term>b</term></tig></langSet>"), 1),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "line"), BAD)
def test_each_rule_finds_what_breaks_it_at_its_line(rule: str, text: str | bytes, line: int) -> None:
    assert (line, rule) in said(text)


@pytest.mark.parametrize(("rule", "text", "line"), BAD)
def test_a_single_fault_is_one_kind_of_finding(rule: str, text: str | bytes, line: int) -> None:
    # A text in the wrong place, or an element that lacks a type, can be two faults at once.
    assert {found for _, found in said(text)} - {rule} <= {"missing", "level", "namespace"}


def test_every_rule_has_a_bad_example() -> None:
    assert {rule for rule, _, _ in BAD} == set(RULES)


def test_messages_show_no_long_texts_and_nothing_that_a_terminal_obeys() -> None:
    value = "\x9b31m" + "n" * 10_000
    [found] = tbx_findings(file(term=f'{TERM}<termNote type="partOfSpeech">{value}</termNote>').encode(), "a")
    assert found.message.startswith("partOfSpeech is “\ufffd31mnnn")
    assert len(found.message) < 200


def test_messages_say_what_to_do() -> None:
    [found] = tbx_findings(file(term=f'{TERM}<termNote type="partOfSpeech">n</termNote>').encode(), "a.tbx")
    assert (found.severity, found.message) == (
        "error",
        "partOfSpeech is “n”; it may be adjective, noun, other, verb, adverb",
    )
    [found] = tbx_findings(b"<tbx>\n<p></tbx>", "a.tbx")
    assert found.message.startswith("is not well-formed XML (")
    assert found.line == 2


@needs_public_files
def test_the_valid_samples_are_accepted() -> None:
    samples = sorted(FOLDER.glob("*valid.tbx"))
    assert len(samples) == 5
    for path in samples:
        assert tbx_findings(path.read_bytes(), path.name) == []


PLANTED = [
    ("core_structure_bad.tbx", 15, "text", "text may not stand directly in <sourceDesc>; wrap it in <p>"),
    ("core_structure_bad.tbx", 21, "place", "<admin> may not stand in <text>"),
    ("core_structure_bad.tbx", 28, "place", "<term> must stand before <admin> in <termSec>"),
    ("core_structure_bad.tbx", 27, "attribute", "<admin> lacks the attribute type"),
    ("core_structure_bad.tbx", 32, "place", "only one <term> may stand in <termSec>"),
    ("core_structure_bad.tbx", 46, "place", "only one <descrip> may stand in <descripGrp>"),
    ("basic_bad.tbx", 24, "level", "source stands in <conceptEntry>"),
    ("basic_bad.tbx", 97, "level", "definition stands in <termSec>"),
    ("basic_bad.tbx", 69, "value", "partOfSpeech is “nominal”"),
    ("basic_bad.tbx", 140, "category", 'TBX-Basic has no <transacNote type="wrongType">'),
    ("basic_bad.tbx", 26, "category", 'TBX-Basic has no <transac type="theWrongType">'),
    ("min_bad.tbx", 21, "category", 'TBX-Min has no <admin type="source">'),
    ("min_bad.tbx", 41, "category", 'TBX-Min has no <xref type="error">'),
    ("poorly_formed_xml.tbx", 42, "xml", "is not well-formed XML"),
]


@needs_public_files
@pytest.mark.parametrize(("name", "line", "rule", "message"), PLANTED)
def test_the_planted_errors_are_rejected(name: str, line: int, rule: str, message: str) -> None:
    found = [each for each in tbx_findings((FOLDER / name).read_bytes(), name) if each.line == line]
    assert [each.rule for each in found if each.message.startswith(message)] == [rule]


@needs_public_files
def test_nothing_else_is_found_in_the_bad_samples() -> None:
    """But for a category and a value that the published dialects do not have, which these files use."""
    for name in ("core_structure_bad.tbx", "basic_bad.tbx", "min_bad.tbx", "poorly_formed_xml.tbx"):
        lines = {
            each.line
            for each in tbx_findings((FOLDER / name).read_bytes(), name)
            if "usageStatus" not in each.message and "transactionType is “creation”" not in each.message
        }
        assert lines == {line for planted, line, _, _ in PLANTED if planted == name}


RICH = file(
    dialect="TBX-Core",
    entry='<admin type="a" id="i1">x</admin><adminGrp><admin type="a">x</admin><adminNote type="b"/>'
    '</adminGrp><descripGrp><descrip type="d">x<foreign>f</foreign></descrip><note>n</note></descripGrp>'
    '<transacGrp><transac type="t">x</transac><date>2024-01-01</date></transacGrp>'
    '<xref type="x" target="https://a.org">x</xref>',
    section='<note>n<sc id="s1"/>o<ec startRef="s1"/></note>',
    term='<term id="i2">a<hi type="math">b</hi></term><termNoteGrp><termNote type="n">x</termNote>'
    '<ref type="r" target="i1">x</ref></termNoteGrp><descrip type="e">x</descrip>',
).replace(
    "</body>",
    '</body><back><refObjectSec type="r"><refObject id="i3"><itemGrp><item type="fn">x</item>'
    "</itemGrp></refObject></refObjectSec></back>",
)
STRUCTURE = {"id", "target", "element", "place", "missing", "text", "attribute", "language", "date"}
ATTRIBUTES = [
    "type",
    "id",
    "style",
    "isolated",
    "colour",
    "{http://www.w3.org/XML/1998/namespace}lang",
    "target",
]


@needs_public_files
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_structure_is_that_of_the_public_schema(data: st.DataObject) -> None:
    """A file that was changed at a few places is rejected by both or by neither."""
    schema = etree.RelaxNG(etree.parse(FOLDER / "core.rng"))
    root: Any = etree.fromstring(RICH)
    for _ in range(data.draw(st.integers(0, 3))):
        _change(root, data)
    changed = etree.tostring(root)
    ours = [each for each in tbx_findings(changed, "a.tbx") if each.rule in STRUCTURE]
    # A tree that was validated keeps pointers to its ids: it is never changed, and never the changed one.
    assert schema.validate(etree.fromstring(changed)) == (not ours), (ours, changed.decode())


def _change(root: Any, data: st.DataObject) -> None:
    """Change one element of a tree: take it away, double or rename it, move it, give or take an attribute."""
    elements = [each for each in root.iter("*") if each is not root] or [root]
    element = data.draw(st.sampled_from(elements))
    parent = element.getparent()
    kind = data.draw(st.sampled_from(["remove", "double", "rename", "move", "give", "take", "text"]))
    if parent is None:
        element.text = "x"
    elif kind == "remove":
        parent.remove(element)
    elif kind == "double":
        parent.insert(parent.index(element), copy.deepcopy(element))
    elif kind == "rename":
        name = data.draw(st.sampled_from(sorted(VERSION_3)))
        element.tag = f"{{urn:iso:std:iso:30042:ed-2}}{name}"
    elif kind == "move":
        parent.append(element)
    elif kind == "give":
        element.set(data.draw(st.sampled_from(ATTRIBUTES)), data.draw(st.sampled_from(["en", "yes", "math"])))
    elif kind == "take" and element.attrib:
        del element.attrib[data.draw(st.sampled_from(sorted(element.attrib)))]
    elif kind == "text":
        element.text = data.draw(st.sampled_from(["x", " ", "2024-01-01"]))
