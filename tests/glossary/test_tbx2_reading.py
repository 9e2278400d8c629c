from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from translate.storage.tbx import tbxfile

from vet_terms.errors import InputError
from vet_terms.glossary.formats import exportable
from vet_terms.glossary.formats.tbx2 import write
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.tbx2_reading import concepts_of_tbx
from vet_terms.glossary.termbase import read_concepts
from vet_terms.model import Concept

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "data" / "tbx"

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
    assert concepts_of_tbx(write([FULL]), "a.tbx") == [FULL]


def test_our_whole_glossary_is_read_back() -> None:
    concepts = exportable(read_concepts(ROOT / "glossary" / "terms.csv"))
    read = read_glossary(ROOT / "glossary" / "terms.tbx")
    assert read == [dataclasses.replace(each, count=0, extra=()) for each in concepts]


def test_a_foreign_file() -> None:
    (concept,) = concepts_of_tbx(FOREIGN.encode(), "a.tbx")
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
    concepts = concepts_of_tbx(stream.getvalue(), "a.tbx")
    assert [(each.zh, each.en, each.note) for each in concepts] == [(*pair, "checked") for pair in pairs]


BAD = [
    (b"<martif", "not well-formed"),
    (b"<glossary/>", "is XML but no TBX"),
    (b'<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"/>', "version 3"),
    (FOREIGN.replace("zh-", "ja-").encode(), "none of its 2 entries has a Chinese term"),
    (b'<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', "declares XML entities"),
]


@pytest.mark.parametrize(("data", "said"), BAD)
def test_bad_files_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        concepts_of_tbx(data, "a.tbx")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public data is not here")
@pytest.mark.parametrize(
    ("name", "said"), [("v2_sample.tbx", "has a Chinese term"), ("basic_dca_valid.tbx", "version 3")]
)
def test_public_samples_are_told(name: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_glossary(SAMPLES / name)
