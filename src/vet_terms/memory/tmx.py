"""TMX 1.4 in and out (LISA OSCAR standard, 2005), without a word lost that the model can hold.

Written: the form that every CAT tool reads (source first, hyphen language codes, notes then
``x-`` props then variants, no ``file``/``id``/``prev``/``next``/``path`` props, which OmegaT reads as
alternatives), the same bytes for the same units. Read: any TMX, namespace or none, ``xml:lang`` or
``lang``, streaming; inline codes as their text. No DTD and no entity from outside is ever loaded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from vet_terms import __version__
from vet_terms.documents.bilingual.entries import language_of_code
from vet_terms.documents.bilingual.tmx import tmx_elements
from vet_terms.errors import InputError
from vet_terms.files import read_bytes, whole_file
from vet_terms.model import Language, Place, Role, TranslationUnit, place_named
from vet_terms.xml_input import local_name

if TYPE_CHECKING:
    from lxml import etree

SOURCE_CODE, TARGET_CODE = "zh-CN", "en-US"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INLINE_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements of a segment whose content is code of the original format and not text."""

_HEADER = {
    "creationtool": "vet-terms",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "vet-terms",
    "adminlang": "en-US",
    "srclang": SOURCE_CODE,
    "datatype": "plaintext",
}
_PROLOGUE = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
)
_BODY_START, _BODY_END = b"  <body>\n", b"  </body>\n</tmx>\n"
_NO_DIGEST = "0" * 64
_ROLES: dict[str, Role] = {role: role for role in ("heading", "body", "caption", "byline", "cell", "note")}


def write_tmx(
    path: Path | str, units: Iterable[TranslationUnit], signature: str, chinese: str = SOURCE_CODE
) -> None:
    """Write units as a TMX 1.4 file, whole or not at all.

    ``chinese`` is the language code of the Chinese side. Raises OutputError where the file cannot
    be written.
    """
    with whole_file(path) as stream:
        stream.write(tmx_bytes(units, signature, chinese))


def tmx_bytes(units: Iterable[TranslationUnit], signature: str, chinese: str = SOURCE_CODE) -> bytes:
    """Return the TMX 1.4 file of units. Its header keeps a digest of the whole file but for itself."""
    header = _header(signature, _NO_DIGEST, chinese)
    data = _PROLOGUE + header + _BODY_START + _body(units, chinese) + _BODY_END
    return data.replace(_NO_DIGEST.encode(), hashlib.sha256(data).hexdigest().encode(), 1)


def is_as_written(path: Path) -> bool:
    """Say whether a TMX file is byte for byte as this program wrote it: nobody has edited it since."""
    return _is_intact(read_bytes(path)) is True


def is_edited(path: Path) -> bool:
    """Say whether a TMX file was written by this program and changed since."""
    return _is_intact(read_bytes(path)) is False


def _is_intact(data: bytes) -> bool | None:
    """Compare a file with its own digest; None where it has none."""
    digest = re.search(rb'<prop type="x-digest">([0-9a-f]{64})</prop>', data)
    if not digest:
        return None
    blank = data[: digest.start(1)] + _NO_DIGEST.encode() + data[digest.end(1) :]
    return hashlib.sha256(blank).hexdigest().encode() == digest.group(1)


def chinese_code(script: str) -> str:
    """Return the language code of Chinese in a script (``Hans``, ``Hant`` or unknown)."""
    return "zh-TW" if script == "Hant" else SOURCE_CODE


def _header(signature: str, digest: str, chinese: str) -> bytes:
    from lxml import etree

    header = etree.Element("header", {**_HEADER, "srclang": chinese})
    header.text = "\n    "
    _child(header, "prop", signature, type="x-signature").tail = "\n    "
    _child(header, "prop", digest, type="x-digest").tail = "\n  "
    return b"  " + etree.tostring(header, encoding="utf-8") + b"\n"


def _body(units: Iterable[TranslationUnit], chinese: str) -> bytes:
    from lxml import etree

    return b"".join(
        b"    " + etree.tostring(_element(unit, chinese), encoding="utf-8") + b"\n" for unit in units
    )


def _element(unit: TranslationUnit, chinese: str) -> etree._Element:
    from lxml import etree

    element = etree.Element("tu", tuid=unit.id or unit_id(unit))
    for note in unit.notes:
        _child(element, "note", note)
    for name, value in _props(unit):
        _child(element, "prop", value, type=name)
    for code, text in ((chinese, unit.zh), (TARGET_CODE, unit.en)):
        variant = etree.SubElement(element, "tuv", {XML_LANG: code})
        _child(variant, "seg", text)
    _indent(element)
    return element


def unit_id(unit: TranslationUnit) -> str:
    """Return an id that depends on the two texts alone, so that it outlives a rebuild."""
    return hashlib.sha256(f"{unit.zh}\n{unit.en}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _props(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    for document in dict.fromkeys(place.document for place in unit.places):
        yield "x-document", document
    for place in unit.places:
        yield "x-place", str(place)
    yield "x-score", f"{unit.score:.2f}"
    yield "x-kind", unit.kind
    yield "x-status", unit.status


def _child(parent: etree._Element, tag: str, text: str, **attributes: str) -> etree._Element:
    from lxml import etree

    child = etree.SubElement(parent, tag, attributes)
    child.text = _xml_text(text)
    return child


def _xml_text(text: str) -> str:
    """Return a text without the characters that XML 1.0 cannot hold (section 2.2)."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r"
        or (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
    )


def _indent(element: etree._Element) -> None:
    """Put each child of a unit on a line of its own, leaving the segments' text alone."""
    element.text = "\n      "
    children = list(element)
    for child in children:
        child.tail = "\n      "
    children[-1].tail = "\n    "


def read_tmx(path: Path | str, *, for_review: bool = False) -> list[TranslationUnit]:
    """Return the Chinese–English units of a TMX file, in order; units without both are passed over.

    A unit without ``tuid`` has its number in the file as id. For a review, a Chinese unit that has
    no other language stays, with empty English, and a unit that names no place is placed by its
    number. Raises InputError where it is missing, no TMX, broken (with the line), or has no such unit.
    """
    data = read_bytes(path)
    units: list[TranslationUnit] = []
    languages: set[str] = set()
    elements = (each for each in tmx_elements(data, str(path)) if local_name(each) == "tu")
    for number, element in enumerate(elements, start=1):
        unit = _unit(element, number, languages, empty_english=for_review)
        if unit is not None:
            placed = unit.places or not for_review
            units.append(unit if placed else replace(unit, places=(Place(str(path), block=number),)))
    if not units:
        found = ", ".join(sorted(languages)) or "none"
        raise InputError(f"{path}: has no unit with both Chinese and English (languages in it: {found})")
    return units


def _unit(
    element: etree._Element, number: int, languages: set[str], *, empty_english: bool
) -> TranslationUnit | None:
    texts: dict[Language, str] = {}
    others = False
    for variant in element:
        if local_name(variant) != "tuv":
            continue
        code = variant.get(XML_LANG) or variant.get("lang") or ""
        languages.add(code)
        language = language_of_code(code)
        others = others or language is None
        segment = next((child for child in variant if local_name(child) == "seg"), None)
        if language and segment is not None:
            texts.setdefault(language, segment_text(segment))
    if empty_english and not others and "zh" in texts:
        texts.setdefault("en", "")
    if texts.keys() != {"zh", "en"}:
        return None
    props = [(each.get("type", ""), each.text or "") for each in element if local_name(each) == "prop"]
    values = dict(props)
    return TranslationUnit(
        zh=texts["zh"],
        en=texts["en"],
        score=_score(values.get("x-score", "")),
        kind=_ROLES.get(values.get("x-kind", ""), "body"),
        places=tuple(place_named(value) for name, value in props if name == "x-place"),
        status=values.get("x-status", "approved"),
        id=element.get("tuid") or str(number),
        notes=tuple(each.text or "" for each in element if local_name(each) == "note"),
    )


def segment_text(segment: etree._Element) -> str:
    """Return the text of a ``seg``: content of ``hi`` and of ``sub`` is text, that of other codes is not."""
    parts = [segment.text or ""]
    for child in segment:
        if not isinstance(child.tag, str):
            pass
        elif local_name(child) not in INLINE_CODES:
            parts.append(segment_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _score(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 1.0
