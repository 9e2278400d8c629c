"""Damaged, hostile and huge Word documents: each is read whole, or refused in one sentence."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from tests.documents.word.docx_files import (
    box,
    definition,
    docx,
    field,
    item,
    level,
    link,
    note_mark,
    notes,
    numbered_list,
    p,
    r,
    relationships,
    root,
    row,
    table,
    zipped,
)

from vet_terms.documents.source import Source
from vet_terms.documents.word.docx import read_docx
from vet_terms.errors import InputError
from vet_terms.model import Document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOOD = docx(p("学校很好。"))
ENTITY = '<!DOCTYPE w [<!ENTITY a "学校"><!ENTITY b "&a;&a;">]>'
WITH_ENTITY = ENTITY + root("w:document", "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>")


def read(data: bytes) -> Document:
    return read_docx(Source(data, "a.docx"))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def with_text_part(content: str | bytes) -> bytes:
    return docx("", parts={"word/document.xml": content})


def nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("学校") + "</w:tc></w:tr></w:tbl>" * depth


REFUSED: dict[str, tuple[bytes, str]] = {
    "an old document renamed": (OLE, "is an Office file of before 2007"),
    "a locked document": (OLE + "EncryptedPackage".encode("utf-16-le"), "is locked with a password"),
    "nothing": (b"", "is no Word document"),
    "half a file": (GOOD[: len(GOOD) // 2], "is no Word document"),
    "the end of a file": (GOOD[len(GOOD) // 2 :], "is no Word document"),
    "no part with the text": (docx("", without=["word/document.xml"]), "has no text in it"),
    "no relationships": (docx("", without=["_rels/.rels"]), "has no text in it"),
    "no types": (docx("", without=["[Content_Types].xml"]), "is no Word document"),
    "no body": (with_text_part(root("w:document", "")), "has no text in it"),
    "an empty part": (with_text_part(""), "document.xml cannot be read"),
    "markup cut off": (with_text_part(root("w:document", "<w:body/>")[:-9]), "document.xml cannot be read"),
    "no markup": (with_text_part("学校很好。"), "document.xml cannot be read"),
    "broken styles": (docx(p("学校"), parts={"word/styles.xml": "<w"}), "styles.xml cannot be read"),
    "entities": (with_text_part(WITH_ENTITY), "declares XML entities"),
    "entities in a part with another ending": (
        docx(
            "",
            parts={
                "_rels/.rels": relationships(link("r", "officeDocument", "text.bin")),
                "text.bin": WITH_ENTITY,
            },
        ),
        "declares XML entities",
    ),
    "NUL": (docx(p("学\0校")), "document.xml cannot be read"),
    "NUL as a reference": (docx("<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>"), "document.xml cannot be read"),
    "half a surrogate pair": (
        with_text_part(
            root("w:document", f"<w:body>{p('学')}</w:body>").encode().replace("学".encode(), b"\xed\xa0\x80")
        ),
        "document.xml cannot be read",
    ),
    "half a surrogate pair as a reference": (
        docx("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>"),
        "document.xml cannot be read",
    ),
    "tables nested a thousand deep": (docx(nested_tables(1000)), "cannot be read|nests tables"),
    "tables nested three hundred deep": (docx(nested_tables(300)), "nests tables or boxes more than"),
    "runs nested a thousand deep": (
        docx(p("<w:ins>" * 1000 + r("学校") + "</w:ins>" * 1000)),
        "nests tables or boxes more than",
    ),
    "rows nested a thousand deep": (
        docx("<w:tbl>" + "<w:sdt>" * 1000 + row("学校") + "</w:sdt>" * 1000 + "</w:tbl>"),
        "nests tables or boxes more than",
    ),
    "a slide deck renamed": (
        docx(
            p("学"),
            main_type="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        ),
        "is a slide deck, not a Word document",
    ),
    "a bomb": (docx("", parts={"word/bomb.xml": b" " * (257 << 20)}), "more than a document takes"),
    "a bomb of markup": (docx("<w:p/>" * 6_000_001), "more markup than a document takes"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read(data)
    assert re.fullmatch(r"a\.docx: [^\n]*; [^\n]*[^.\n]", str(refused.value))


def test_nothing_outside_the_archive_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file or a connection was opened")

    links = (
        link("a", "attachedTemplate", "http://example.invalid/a.dotm", "External")
        + link("b", "footnotes", "http://example.invalid/notes.xml", "External")
        + link("c", "header", "../../../../etc/passwd")
        + link("d", "aFChunk", "file:///etc/passwd", "External")
        + link("e", "chart", "../../../etc/hostname")
    )
    chart = '<w:r><w:drawing><c:chart r:id="e"/></w:drawing></w:r>'
    body = p("学校", note_mark(1), chart, "很好。") + '<w:altChunk r:id="d"/>'
    outside = {"../../evil.xml": "<a/>", "/etc/evil.xml": "<a/>", "word/../../x.xml": "<a/>"}
    data = docx(body, parts=outside, links=links)
    import lxml.etree  # noqa: F401 - what is imported later would open its own files

    read(GOOD)
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("io.open", refuse)
    monkeypatch.setattr("socket.socket", refuse)
    assert texts(read(data)) == ["学校很好。"]


HUGE: dict[str, Callable[[], str]] = {
    "a million empty paragraphs": lambda: "<w:p/>" * 1_000_000 + p("学校很好。"),
    "a paragraph of 20 MB": lambda: p("学校与企业合作。" * 850_000),
    "a paragraph of 5 MB without an end": lambda: p("学校与企业合作" * 250_000),
    "a hundred thousand runs": lambda: p(r("学") * 100_000),
    "ten thousand joined paragraphs": lambda: (
        p("学", properties="<w:rPr><w:del/></w:rPr>") * 10_000 + p("校")
    ),
    "fields that never end": lambda: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000) + p("学"),
    "fields within results of fields": lambda: p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 20_000,
        "学校",
    ),
    "an instruction in a hundred thousand pieces": lambda: p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>REF abcdefghi</w:instrText></w:r>" * 100_000,
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "学校",
    ),
    "a row of ten thousand cells": lambda: table(row(*["学校"] * 10_000)),
    "tables nested fifty deep": lambda: nested_tables(50),
}


@pytest.mark.parametrize("body", HUGE.values(), ids=HUGE)
def test_a_huge_document_is_read_to_its_end(body: Callable[[], str]) -> None:
    markup = body()
    document = read(docx(markup))
    seen = [*texts(document), *(each.text for each in document.dropped)]
    assert sum(map(len, seen)) == sum(map(len, re.findall(r"<w:t [^>]*>([^<]*)", markup)))


NUMBERS = (
    definition(
        1,
        level(0, "upperRoman", "%1." * 20, start=999_999_999),
        level(1, "upperLetter", "%2" * 9, start=9**8),
    )
    + definition(2, level(0, "decimal", "%1" * 10_000_000))
    + numbered_list(1, 1)
    + numbered_list(2, 2)
)


def test_numbers_beyond_all_measure_are_no_way_to_a_huge_text() -> None:
    odd = f'<w:numPr><w:ilvl w:val="{"9" * 5000}"/><w:numId w:val="1"/></w:numPr>'
    body = item("甲。", 1) + item("乙。", 1, 1) + item("丙。", 2) + p("丁。", properties=odd)
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr>{p("戊")}</w:tc>'
    document = read(docx(body + table(row(wide, "己")), parts={"numbering": NUMBERS}))
    assert sum(len(text) for text in texts(document)) < 2000
    assert document.blocks[-1].place.spot == "table1.r1.c2"


def test_a_note_within_itself_is_read_once() -> None:
    inner = f'<w:footnote w:id="1">{p("注。", note_mark(1), note_mark(2))}</w:footnote>'
    other = f'<w:footnote w:id="2">{p("又注。", note_mark(1))}</w:footnote>'
    document = read(docx(p("学校。", note_mark(1)), parts={"footnotes": inner + other}))
    assert texts(document) == ["学校。", "注。", "又注。"]


RICH = docx(
    p("学校概况", style="1")
    + p("学校", note_mark(1), field("REF a", "很"), box(p("框内。")), "好。")
    + table(row("学分", "credit"), row("学年", "year"))
    + item("办学条件好。", 1)
    + p("<w:sdt><w:sdtPr/><w:sdtContent>" + r("柳职") + "</w:sdtContent></w:sdt>"),
    parts={
        "footnotes": notes(["注。"]),
        "numbering": definition(1, level(0, "chineseCounting", "%1、")) + numbered_list(1, 1),
        "header1": p("学校年报", field("PAGE", "1")),
        "comments": f'<w:comment w:id="1">{p("请核对。")}</w:comment>',
    },
)
MUTANTS = 80


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return some bytes with one to four places flipped, deleted, doubled or filled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(changed))
        end = start + chance.randint(1, 12)
        kind = chance.randrange(4)
        if kind == 0:
            changed[start] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[start:end]
        elif kind == 2:
            changed[start:start] = changed[start:end]
        else:
            changed[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
        changed = changed or bytearray(b"<")
    return bytes(changed)


def outcome(data: bytes) -> str:
    try:
        read(data)
    except InputError:
        return "refused"
    return "read"


@pytest.mark.parametrize("seed", range(2))
def test_mutants_of_the_archive_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    found = {outcome(mutated(RICH, chance)) for _ in range(MUTANTS)}
    assert "refused" in found


@pytest.mark.parametrize("seed", range(2))
def test_mutants_of_the_markup_are_read_or_refused(seed: int) -> None:
    """Half of them stay well-formed: there, names, numbers and whole elements are changed."""
    chance = random.Random(seed)
    with zipfile.ZipFile(BytesIO(RICH)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    found = set()
    for turn in range(MUTANTS):
        name = chance.choice(sorted(files))
        content = files[name]
        assert isinstance(content, bytes)
        change = mutated if turn % 2 else well_formed_mutant
        found.add(outcome(zipped({**files, name: change(content, chance)})))
    assert found == {"read", "refused"}


def well_formed_mutant(data: bytes, chance: random.Random) -> bytes:
    """Return markup with an element deleted, doubled or moved, a name or a value changed."""
    from lxml import etree

    tree = etree.fromstring(data)
    for _ in range(3):
        every = list(tree.iter())
        one, other = chance.choice(every), chance.choice(every)
        kind = chance.randrange(4)
        around = one.getparent()
        if kind == 0 and around is not None:
            around.remove(one)
        elif kind == 1:
            other.append(etree.fromstring(etree.tostring(one)))
        elif kind == 2:
            one.tag = other.tag
        elif one.attrib:
            values = ["", "-1", "99999999999", "0", "\u202e", "true", "separate", "../.."]
            one.set(chance.choice(one.keys()), chance.choice(values))
    return bytes(etree.tostring(tree))
