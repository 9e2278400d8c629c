from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from tests.glossary.formats.tbx.public_files import FOLDER, needs_public_files
from translate.storage.tbx import tbxfile

from vet_terms.errors import InputError
from vet_terms.glossary.formats import exportable
from vet_terms.glossary.formats.tbx.reading import read
from vet_terms.glossary.formats.tbx.version2 import write
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.termbase import read_concepts
from vet_terms.model import Concept

ROOT = Path(__file__).parents[4]

FULL = Concept(
    id="c-1",
    zh="职业教育",
    en="vocational education",
    zh_variants=("职教",),
    en_variants=("vocational training",),
    en_forbidden=("professional education",),
    type="policy",
    status="approved",
    domain="education",
    definition="学校里的职业训练 & more",
    context_zh="发展职业教育。",
    context_en="Develop vocational education.",
    source=("a.pptx:p1",),
    note="see “双元制”",
)

FOREIGN = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="e1"><descripGrp><descrip type="definition">a school</descrip></descripGrp>
 <langSet xml:lang="de"><tig><term>Schule</term></tig></langSet>
 <langSet xml:lang="en"><ntig><termGrp><term>academy</term>
   <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig>
   <ntig><termGrp><term>college</term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="zh-TW"><tig><term>學 院</term></tig></langSet>
 <langSet xml:lang="zh-CN"><tig><term><hi>学院</hi></term></tig></langSet>
</termEntry>
<termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_what_we_write_is_read_back() -> None:
    assert read(write([FULL]), "a.tbx") == [FULL]


def test_our_whole_glossary_is_read_back() -> None:
    concepts = exportable(read_concepts(ROOT / "glossary" / "terms.csv"))
    whole = read_glossary(ROOT / "glossary" / "terms.tbx")
    assert whole == [dataclasses.replace(each, count=0, extra=()) for each in concepts]


def test_a_foreign_file() -> None:
    (concept,) = read(FOREIGN.encode(), "a.tbx")
    assert (concept.zh, concept.zh_variants) == ("學 院", ("学院",))
    assert (concept.en, concept.en_variants) == ("college", ("academy",))
    assert (concept.id, concept.definition, concept.status, concept.type) == (
        "e1",
        "a school",
        "approved",
        "term",
    )


def test_what_translate_toolkit_writes_is_read() -> None:
    store: Any = tbxfile(sourcelanguage="zh-CN", targetlanguage="en-US")
    pairs = [("职业教育", "vocational education"), ("学校 <1>", "school & co")]
    for zh, en in pairs:
        unit = store.addsourceunit(zh)
        unit.target = en
        unit.addnote("checked", "translator")
    stream = io.BytesIO()
    store.serialize(stream)
    concepts = read(stream.getvalue(), "a.tbx")
    assert [(each.zh, each.en, each.note) for each in concepts] == [(*pair, "checked") for pair in pairs]


BAD = [
    (b"<martif", "not well-formed"),
    (b"<glossary/>", "is XML but no TBX"),
    (b'<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"/>', "none of its 0 entries"),
    (FOREIGN.replace("zh-", "ja-").encode(), "none of its 2 entries has a Chinese term"),
    (b'<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', "declares XML entities"),
]


@pytest.mark.parametrize(("data", "said"), BAD)
def test_bad_files_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data, "a.tbx")


VERSION_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="{style}" xml:lang="en"
 xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:bas="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c7">{subject}{definition}<note>seen <!-- not --> twice</note>
<langSec xml:lang="zh-Hans"><termSec><term>学院</term>{deprecated}</termSec>
<termSec><term>大
  学</term>{preferred}{context}<note>new</note></termSec></langSec>
<langSec xml:lang="en"><termSec><term>college</term>{deprecated}</termSec>
<termSec><term>university</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>université</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""
DCA = {
    "style": "dca",
    "subject": '<descrip type="subjectField">schools</descrip>',
    "definition": '<descripGrp><descrip type="definition">a school</descrip>'
    '<admin type="source">a book</admin></descripGrp>',
    "deprecated": '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>',
    "preferred": '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
    '<admin type="source">a law</admin>',
    "context": '<descripGrp><descrip type="context">在大学里</descrip>'
    '<admin type="source">a page</admin></descripGrp>',
}
DCT = {
    "style": "dct",
    "subject": "<m:subjectField>schools</m:subjectField>",
    "definition": "<descripGrp><bas:definition>a school</bas:definition>"
    "<bas:source>a book</bas:source></descripGrp>",
    "deprecated": "<m:administrativeStatus>deprecatedTerm-admn-sts</m:administrativeStatus>",
    "preferred": "<m:administrativeStatus>preferredTerm-admn-sts</m:administrativeStatus>"
    "<bas:source>a law</bas:source>",
    "context": "<descripGrp><bas:context>在大学里</bas:context><bas:source>a page</bas:source></descripGrp>",
}


@pytest.mark.parametrize("style", [DCA, DCT], ids=["dca", "dct"])
def test_version_3_in_both_styles_whatever_the_prefixes(style: dict[str, str]) -> None:
    (concept,) = read(VERSION_3.format(**style).encode(), "a.tbx")
    assert concept == Concept(
        id="c7",
        zh="大 学",
        zh_variants=("学院",),
        en="university",
        en_forbidden=("college",),
        status="approved",
        domain="schools",
        definition="a school",
        context_zh="在大学里",
        source=("a law",),
        note="seen twice; new",
    )


def test_the_flags_that_some_tools_write_instead_of_a_status() -> None:
    flags = '<termNote type="preferred">true</termNote><termNote type="forbidden">{}</termNote>'
    entry = (
        "<martif><text><body><termEntry>"
        "<langSet xml:lang='zh'><tig><term>不</term></tig></langSet><langSet xml:lang='en'>"
        f"<tig><term>nay</term>{flags.format('true')}</tig><tig><term>no</term>{flags.format('false')}</tig>"
        "</langSet></termEntry></body></text></martif>"
    )
    (concept,) = read(entry.encode(), "a.tbx")
    assert (concept.en, concept.en_forbidden) == ("no", ("nay",))


def test_a_term_in_use_is_the_concepts_own_before_one_that_is_superseded() -> None:
    entry = (
        "<martif><text><body><termEntry><langSet xml:lang='zh'>"
        "<tig><term>学院</term><termNote type='administrativeStatus'>supersededTerm-admn-sts</termNote></tig>"
        "<tig><term>大学</term></tig></langSet></termEntry></body></text></martif>"
    )
    (concept,) = read(entry.encode(), "a.tbx")
    assert (concept.zh, concept.zh_variants, concept.status) == ("大学", ("学院",), "approved")


def test_the_tbx_min_of_before_version_3() -> None:
    old = (
        '<TBX dialect="TBX-Min"><header><id>x</id><languages source="zh" target="en"/></header><body>'
        '<entry id="c2"><subjectField>schools</subjectField>'
        '<langGroup xml:lang="zh"><termGroup><term>学院</term></termGroup></langGroup>'
        '<langGroup xml:lang="en"><termGroup><term>academy</term><termStatus>notRecommended</termStatus>'
        "<note>rare</note></termGroup><termGroup><term>college</term><termStatus>preferred</termStatus>"
        "</termGroup></langGroup></entry></body></TBX>"
    )
    (concept,) = read(old.encode(), "a.tbx")
    assert (concept.id, concept.zh, concept.en, concept.en_forbidden) == (
        "c2",
        "学院",
        "college",
        ("academy",),
    )
    assert (concept.domain, concept.note) == ("schools", "rare")


@needs_public_files
@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("v2_sample.tbx", 1),
        ("core_dca_valid.tbx", 45),
        ("min_dca_valid.tbx", 45),
        ("min_dct_valid.tbx", 45),
        ("basic_dca_valid.tbx", 45),
        ("basic_dct_valid.tbx", 45),
    ],
)
def test_the_public_samples_are_read_whole(name: str, entries: int) -> None:
    """They have no Chinese; with their Spanish called Chinese every entry that has it is a concept."""
    data = (FOLDER / name).read_bytes()
    with pytest.raises(InputError, match=f"none of its {entries} entries has a Chinese term"):
        read(data, name)
    other = b'"es"' if entries > 1 else b'"hu"'
    concepts = read(data.replace(b"xml:lang=" + other, b'xml:lang="zh"'), name)
    assert len(concepts) == (39 if entries > 1 else 1)
    assert all(each.zh and each.en for each in concepts)


@needs_public_files
def test_both_styles_of_a_public_sample_say_the_same() -> None:
    def told(name: str) -> list[Concept]:
        data = (FOLDER / name).read_bytes().replace(b'xml:lang="es"', b'xml:lang="zh"')
        return [dataclasses.replace(each, note="") for each in read(data, name)]

    assert told("basic_dca_valid.tbx") == told("basic_dct_valid.tbx")
    assert any(each.definition and each.context_en and each.domain for each in told("basic_dca_valid.tbx"))
