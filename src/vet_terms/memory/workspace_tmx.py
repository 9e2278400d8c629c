"""The workspace's own TMX files, and any other's Chinese–English units, as translation units.

Written: the form that every CAT tool reads (source first, hyphen language codes, notes then
``x-`` props then variants, no ``file``/``id``/``prev``/``next``/``path`` props, which OmegaT reads as
alternatives), the same bytes for the same units. Read: any TMX; inline codes are no text and kept beside it.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from vet_terms import __version__
from vet_terms.errors import InputError
from vet_terms.files import read_bytes, whole_file
from vet_terms.language.codes import language_of_code
from vet_terms.language.varieties import OPEN, TAIWAN, variety_of_texts
from vet_terms.memory.entry_units import inline_codes
from vet_terms.memory.tmx_remarks import codes_of, remarks_of
from vet_terms.model import Language, Place, Role, TranslationUnit, place_named
from vet_terms.tmx.model import Element, TmxHeader, TmxUnit, Variant
from vet_terms.tmx.opening import name_of, utf8_blocks
from vet_terms.tmx.reading import TmxReader
from vet_terms.tmx.writing import TmxWriter

SOURCE_CODE, TARGET_CODE = "zh-CN", "en-US"

MEMORY = "tmx"
"""The folder of a workspace that holds them."""

_HEADER = {
    "creationtool": "vet-terms",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "vet-terms",
    "adminlang": "en-US",
    "srclang": SOURCE_CODE,
    "datatype": "plaintext",
}
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
    stream = io.BytesIO()
    writer = TmxWriter(stream, _header(signature, chinese))
    for unit in units:
        writer.write(_tmx_unit(unit, chinese))
    writer.close()
    data = stream.getvalue()
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


def chinese_code(texts: Iterable[str], script: str) -> str:
    """Return the language code of some Chinese texts by what is in them (``zh-CN``, ``zh-TW``, ``zh-HK``).

    Where they tell no place, ``script`` decides (``Hans``, ``Hant`` or unknown).
    """
    variety = variety_of_texts(texts)
    if variety != OPEN:
        return variety
    return TAIWAN if script == "Hant" else SOURCE_CODE


def _header(signature: str, chinese: str) -> TmxHeader:
    attributes = {**_HEADER, "srclang": chinese}
    properties = (_property("x-signature", signature), _property("x-digest", _NO_DIGEST))
    return TmxHeader(tuple(attributes.items()), properties, root_attributes=(("version", "1.4"),))


def _tmx_unit(unit: TranslationUnit, chinese: str) -> TmxUnit:
    notes = (Element("note", content=(note,)) for note in unit.notes)
    properties = (_property(name, value) for name, value in _props(unit))
    variants = (
        Variant(code, (text,), (("xml:lang", code),))
        for code, text in ((chinese, unit.zh), (TARGET_CODE, unit.en))
    )
    return TmxUnit(tuple(variants), (("tuid", unit.id or unit_id(unit)),), (*notes, *properties))


def _property(name: str, value: str) -> Element:
    return Element("prop", (("type", name),), (value,))


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


def read_tmx(path: Path | str, *, for_review: bool = False, in_file: bool = False) -> list[TranslationUnit]:
    """Return the Chinese–English units of a TMX file, in order; see `tmx_units`.

    Raises InputError where it is missing, no TMX, broken (with the line), or has no such unit.
    """
    with utf8_blocks(path) as blocks:
        return tmx_units(TmxReader(blocks, name_of(path)), for_review=for_review, in_file=in_file)


def tmx_units(reader: TmxReader, *, for_review: bool = False, in_file: bool = False) -> list[TranslationUnit]:
    """Return the Chinese–English units of a TMX that is read; units without both are passed over.

    A unit without ``tuid`` has its number in the file as id, and of several variants in a language the first
    is taken. For a review, a Chinese unit that has no other language stays, with empty English, the notes of
    units are their remarks too, and a unit that names no place is placed by its number and line. With
    ``in_file`` every unit is, and the places that it names stand behind. Raises InputError.
    """
    units: list[TranslationUnit] = []
    languages: set[str] = set()
    for number, tmx_unit in enumerate(reader, start=1):
        sides = _sides(tmx_unit, languages, empty_english=for_review)
        if sides is None:
            continue
        unit = _unit(tmx_unit, sides, number)
        here = Place(reader.name, block=number, line=reader.line)
        if for_review:
            unit = replace(unit, remarks=remarks_of(tmx_unit, sides.values()), places=unit.places or (here,))
        if in_file:
            others = (place for place in unit.places if place != here)
            unit = replace(unit, places=(here, *others))
        units.append(unit)
    if not units:
        found = ", ".join(sorted(languages)) or "none"
        raise InputError(
            f"{reader.name}: has no unit with both Chinese and English (languages in it: {found})"
        )
    return units


def _sides(unit: TmxUnit, languages: set[str], *, empty_english: bool) -> dict[Language, Variant] | None:
    """Return the Chinese and the English variant of a unit; the languages met are added to the set."""
    sides: dict[Language, Variant] = {}
    others = False
    for variant in unit.variants:
        languages.add(variant.language)
        language = language_of_code(variant.language)
        others = others or language is None
        if language:
            sides.setdefault(language, variant)
    if empty_english and not others and "zh" in sides:
        sides.setdefault("en", Variant(TARGET_CODE))
    return sides if sides.keys() == {"zh", "en"} else None


def _unit(unit: TmxUnit, sides: dict[Language, Variant], number: int) -> TranslationUnit:
    values = dict(unit.properties)
    zh, en = sides["zh"], sides["en"]
    return TranslationUnit(
        zh=zh.plain,
        en=en.plain,
        score=_score(values.get("x-score", "")),
        kind=_ROLES.get(values.get("x-kind", ""), "body"),
        places=tuple(place_named(value) for name, value in unit.properties if name == "x-place"),
        status=values.get("x-status", "approved"),
        id=unit.attribute("tuid") or str(number),
        notes=unit.notes,
        codes=inline_codes(codes_of(zh.content), codes_of(en.content)),
    )


def _score(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 1.0
