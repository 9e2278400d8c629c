"""What is written is what was read, also to the eye of another parser."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable
from typing import Any

import pytest
from benchmarks.scoring import DATA
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.tmx.generated import headers, some_units, tmx_text, units

from vet_terms.errors import InputError
from vet_terms.tmx.editing import with_text
from vet_terms.tmx.model import Element, TmxHeader, TmxUnit, Variant
from vet_terms.tmx.reading import read_tmx_bytes
from vet_terms.tmx.writing import TmxWriter, unit_of_xml, unit_xml, units_of_xml


def written(header: TmxHeader, given: Iterable[TmxUnit]) -> bytes:
    stream = io.BytesIO()
    writer = TmxWriter(stream, header)
    for unit in given:
        writer.write(unit)
    writer.close()
    return stream.getvalue()


def test_the_whole_file() -> None:
    header = TmxHeader(
        (("creationtool", "x"), ("srclang", "zh-CN")),
        (Element("prop", (("type", "p"),), ("a\nb",)), Element("note")),
        root_attributes=(("version", "1.4"),),
    )
    zh = Variant("zh-CN", ("一\r]]>&", Element("ph", (("x", '"<\t\n>"'),)), Element("hi", (), ("二",))),
                 (("xml:lang", "zh-CN"),), (Element("note", (), ("n",)),))  # fmt: skip
    unit = TmxUnit((zh, Variant("en")), (("tuid", "a&b"),), (Element("prop", (("type", "x-a"),)),))
    assert written(header, [unit]).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        '  <header creationtool="x" srclang="zh-CN">\n'
        '    <prop type="p">a\nb</prop>\n'
        "    <note></note>\n"
        "  </header>\n"
        "  <body>\n"
        '    <tu tuid="a&amp;b">\n'
        '      <prop type="x-a"></prop>\n'
        '      <tuv xml:lang="zh-CN"><note>n</note><seg>一&#13;]]&gt;&amp;'
        '<ph x="&quot;&lt;&#9;&#10;&gt;&quot;"/><hi>二</hi></seg></tuv>\n'
        "      <tuv><seg></seg></tuv>\n"
        "    </tu>\n"
        "  </body>\n"
        "</tmx>\n"
    )


def test_what_xml_cannot_hold_is_left_out() -> None:
    variant = Variant("", ("学\0校\x0b\ud800\ufffe。",), (("a", "x\0\x1fy\udfff"),))
    (read,) = unit_of_xml(unit_xml(TmxUnit((variant,)))).variants
    assert read == Variant("", ("学校。",), (("a", "xy"),))


def test_a_second_segment_stays_behind_the_first() -> None:
    given = TmxUnit((Variant("", ("x",), (), (Element("note", (), ("n",)), Element("seg", (), ("y",)))),))
    assert "<note>n</note><seg>x</seg><seg>y</seg></tuv>" in unit_xml(given)
    assert unit_of_xml(unit_xml(given)) == given


@given(headers, st.lists(units, min_size=1, max_size=4))
def test_what_is_written_is_read_back(header: TmxHeader, given: list[TmxUnit]) -> None:
    data = written(header, given)
    reader = read_tmx_bytes(data, "a.tmx")
    assert (reader.header, list(reader)) == (header, given)
    assert written(header, given) == data
    assert [unit_of_xml(unit_xml(unit)) for unit in given] == given
    assert list(units_of_xml(unit_xml(unit) for unit in given)) == given


@given(headers, st.lists(units, min_size=1, max_size=3))
def test_another_parser_reads_the_same(header: TmxHeader, given: list[TmxUnit]) -> None:
    given = [
        unit._replace(attributes=tuple(each for each in unit.attributes if each[0] != "xml:id"))
        for unit in given
    ]
    root = etree.fromstring(written(header, given), PARSER)
    found = [each for each in root.iter("{*}tu") if isinstance(each.tag, str)]
    assert [unit_of(each) for each in found] == [as_seen(unit) for unit in given]


PARSER = etree.XMLParser(
    load_dtd=False,
    no_network=True,
    resolve_entities=False,
    remove_comments=True,
    remove_pis=True,
    collect_ids=False,
)


def as_seen(unit: TmxUnit) -> Any:
    """What lxml can tell of a unit, in plain values; attributes without an order."""
    variants = [
        (dict(each.attributes), [seen(one) for one in each.remarks], dict(each.segment_attributes),
         [seen(one) for one in each.content])
        for each in unit.variants
    ]  # fmt: skip
    return dict(unit.attributes), [seen(each) for each in unit.remarks], variants


def seen(part: str | Element) -> Any:
    if isinstance(part, str):
        return part
    return part.name, dict(part.attributes), [seen(each) for each in part.content]


def unit_of(element: Any) -> Any:
    variants = [
        (
            attributes_of(each),
            [node(one) for one in each if not is_named(one, "seg")],
            attributes_of(segment),
            content_of(segment),
        )
        for each in element
        if is_named(each, "tuv")
        for segment in each
        if is_named(segment, "seg")
    ]
    return attributes_of(element), [node(one) for one in element if not is_named(one, "tuv")], variants


def is_named(element: Any, name: str) -> bool:
    return bool(etree.QName(element).localname == name)


def node(element: Any) -> Any:
    return prefixed(element, element.tag), attributes_of(element), content_of(element)


def content_of(element: Any) -> list[Any]:
    parts = [element.text]
    for child in element:
        parts += [node(child), child.tail]
    return [part for part in parts if part]


def attributes_of(element: Any) -> dict[str, str]:
    return {prefixed(element, name): value for name, value in element.attrib.items()}


def prefixed(element: Any, name: str) -> str:
    prefixes = {"http://www.w3.org/XML/1998/namespace": "xml", "urn:e": "ext"}
    namespace, _, local = name.removeprefix("{").rpartition("}")
    return f"{prefixes[namespace]}:{local}" if namespace in prefixes else local


FILES = sorted((DATA / "tmx").rglob("*.tmx")) if DATA.is_dir() else []


def canonical(data: bytes) -> Any:
    """Return a file's root, header and units in canonical XML, without white space that is layout."""
    root = etree.fromstring(data, PARSER)
    parts = [element for element in root.iter("{*}header", "{*}tu") if isinstance(element.tag, str)]
    for part in parts:
        for element in (part, *part.iter("{*}tuv")):
            assert not (element.text or "").strip()
            element.text = element.tail = None
            for child in element:
                child.tail = None
    return root.tag, dict(root.attrib), root.nsmap, [etree.tostring(part, method="c14n") for part in parts]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_of_a_tool_loses_anything(path: Any) -> None:
    data = path.read_bytes()
    reader = read_tmx_bytes(data, path.name)
    if path.name == "empty.tmx":
        with pytest.raises(InputError, match="a TMX without a unit"):
            list(reader)
        return
    given = list(reader)
    copy = written(reader.header, given)
    assert canonical(copy) == canonical(data)
    again = read_tmx_bytes(copy, path.name)
    assert (again.header, list(again)) == (reader.header, given)
    edited = with_text(given[0].variants[0], "新" + given[0].variants[0].text + "文")
    changed = [given[0]._replace(variants=(edited, *given[0].variants[1:])), *given[1:]]
    third = read_tmx_bytes(written(reader.header, changed), path.name)
    assert list(third) == changed
    assert changed != given


def test_files_of_tools_are_there() -> None:
    if not FILES:
        pytest.skip(f"{DATA / 'tmx'} is not there")
    assert len(FILES) > 30


STORED = {
    "two": ("<tu></tu><tu></tu>", "a stored unit holds 2 units; import its file again"),
    "none": ("<note/>", "a stored unit holds 0 units; import its file again"),
    "broken": ("<tu></tuv>", r"a stored unit is broken XML (mismatched tag); import its file again"),
    "cut": ("<tu>", "a stored unit holds 0 units; import its file again"),
}


@pytest.mark.parametrize("case", STORED)
def test_a_text_that_is_no_unit(case: str) -> None:
    text, said = STORED[case]
    with pytest.raises(InputError) as caught:
        unit_of_xml(text)
    assert str(caught.value) == said


def test_many_units_are_written_as_they_come() -> None:
    given = list(read_tmx_bytes(tmx_text(some_units(1000)).encode(), "a.tmx"))
    stream = io.BytesIO()
    writer = TmxWriter(stream, TmxHeader())
    sizes = []
    for unit in given:
        writer.write(unit)
        sizes.append(stream.tell())
    assert max(after - before for before, after in itertools.pairwise(sizes)) < sizes[-1] / 2
    writer.close()
    assert list(read_tmx_bytes(stream.getvalue(), "a.tmx")) == given


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("1.1", "tmx11.dtd"),
        ("1.4", "tmx14.dtd"),
        ("1.4b", "tmx14.dtd"),
        ("", "tmx14.dtd"),
        ('"', "tmx14.dtd"),
    ],
)
def test_the_version_names_its_dtd(version: str, name: str) -> None:
    data = written(TmxHeader(root_attributes=(("version", version),)), [])
    assert f'<!DOCTYPE tmx SYSTEM "{name}">'.encode() in data
