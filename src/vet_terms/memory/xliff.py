"""Bilingual XLIFF 1.2 and 2.x, as CAT tools write them, read as translation units.

Text is what a reader would see: inline markup goes, native codes inside it too, what it encloses
stays. Alternative translations and notes are not read. The file is parsed without entities, network
or DTD. Writing XLIFF is not done here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vet_terms.errors import InputError
from vet_terms.model import Language, Place, TranslationUnit
from vet_terms.xml_input import local_name, refuse_entities

# Their content is code of the original format, not text.
_NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "x", "bx", "ex", "sc", "ec", "sm", "em"})


REVERSED = (
    "is translated from English into Chinese: the Chinese is shown as the source, "
    "and the rules judge the English alone"
)


def read_xliff_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the units of an XLIFF file's bytes, in its order, without those marked translate="no".

    Raises InputError for broken XML, another format, another language pair, or no units.
    """
    root = _parsed(data, name)
    kind = local_name(root)
    if kind == "tmx":
        raise InputError(f"{name}: is TMX; save it with the ending .tmx and name the file")
    if kind != "xliff":
        raise InputError(f"{name}: is XML of another kind (<{kind}>); XLIFF, TMX, TSV or CSV can be read")
    version = root.get("version", "")
    pairs = _pairs_2(root, name) if version.startswith("2") else _pairs_1(root, name)
    units = [
        TranslationUnit(
            zh=source if chinese_first else target,
            en=target if chinese_first else source,
            notes=() if chinese_first else (REVERSED,),
            status=status,
            id=identifier or str(number),
            places=(Place(name, block=number),),
        )
        for number, (identifier, source, target, chinese_first, status) in enumerate(pairs, start=1)
    ]
    if not units:
        raise InputError(f"{name}: has no translation units; there is nothing to check")
    return units


def _parsed(data: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise InputError(
            f"{name}, line {line}: is not well-formed XML ({error.msg}); export it again"
        ) from error
    refuse_entities(root, name)
    return root


def _pairs_1(root: Any, name: str) -> Iterator[tuple[str, str, str, bool, str]]:
    for file in _children(root, "file"):
        chinese_first = _direction(file.get("source-language"), file.get("target-language"), name)
        for unit in file.iter("{*}trans-unit"):
            if unit.get("translate") == "no":
                continue
            target = _child(unit, "target")
            approved = unit.get("approved") == "yes" or (
                target is not None and target.get("state") == "final"
            )
            status = "approved" if approved else "machine"
            segments = _marked_segments(_child(unit, "seg-source"))
            if segments:
                # A CAT tool's segments inside the unit; the source element holds the paragraph.
                translated = dict(_marked_segments(target))
                for mark, text in segments:
                    identifier = f"{unit.get('id', '')}:{mark}" if len(segments) > 1 else unit.get("id", "")
                    yield identifier, text, translated.get(mark, ""), chinese_first, status
            else:
                yield unit.get("id", ""), _text(_child(unit, "source")), _text(target), chinese_first, status


def _marked_segments(element: Any) -> list[tuple[str, str]]:
    if element is None:
        return []
    marks = [mark for mark in element.iter("{*}mrk") if mark.get("mtype") == "seg"]
    return [(mark.get("mid", ""), _text(mark)) for mark in marks]


def _pairs_2(root: Any, name: str) -> Iterator[tuple[str, str, str, bool, str]]:
    chinese_first = _direction(root.get("srcLang"), root.get("trgLang"), name)
    for unit in root.iter("{*}unit"):
        if unit.get("translate") == "no":
            continue
        segments = _children(unit, "segment")
        for segment in segments:
            identifier = unit.get("id", "")
            if len(segments) > 1:
                identifier = f"{identifier}:{segment.get('id', '') or segments.index(segment) + 1}"
            status = "approved" if segment.get("state") == "final" else "machine"
            source, target = _text(_child(segment, "source")), _text(_child(segment, "target"))
            yield identifier, source, target, chinese_first, status


def _direction(source: str | None, target: str | None, name: str) -> bool:
    """Return whether the source is Chinese. Raises InputError for any other pair than zh and en."""
    languages = (_language(source), _language(target))
    if languages in {("zh", "en"), ("en", "zh")}:
        return languages[0] == "zh"
    # A missing target language is the other one of the two.
    if not target and languages[0]:
        return languages[0] == "zh"
    raise InputError(
        f"{name}: goes from {source or 'an unnamed language'} to {target or 'an unnamed language'}; "
        "only Chinese with English can be read"
    )


def _language(code: str | None) -> Language | None:
    main = (code or "").lower().replace("_", "-").partition("-")[0]
    return "zh" if main in {"zh", "zho", "cmn"} else "en" if main in {"en", "eng"} else None


def _text(element: Any) -> str:
    """Return what a reader sees of an element: text, with inline markup taken off."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        name = local_name(child)
        if name == "cp":
            parts.append(_code_point(child.get("hex", "")))
        elif name and name not in _NATIVE_CODE:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _code_point(hexadecimal: str) -> str:
    """Return the character of an XLIFF 2 code point; a replacement character where it is none.

    Half a surrogate pair is no character, and no file can be written with one in it.
    """
    try:
        char = chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char


def _children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local_name(child) == name]


def _child(element: Any, name: str) -> Any:
    return next(iter(_children(element, name)), None)
