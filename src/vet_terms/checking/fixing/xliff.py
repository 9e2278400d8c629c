"""The segments of an XLIFF file at their places, counted as its reader counts, and fixes written there.

SDLXLIFF and MQXLIFF are XLIFF 1.2. What a segment's text is must be told here as
`vet_terms.documents.bilingual` tells it; where the two differ, a unit is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vet_terms.checking.fixing.file_text import xml_text
from vet_terms.checking.fixing.located_xml import LocatedXml, Node, Text, located_xml
from vet_terms.checking.fixing.unit_fix import Character, Fixes, Written, edits_in_file, with_edits

_NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em"})
_DELETED = frozenset({"x-sdl-deleted", "x-sdl-feedback-deleted"})


@dataclass(frozen=True, slots=True)
class XliffSegment:
    """One segment that is to be translated: its unit's element, and those of its two sides."""

    unit: Node
    source: Node | None
    target: Node | None


@dataclass(frozen=True, slots=True)
class LocatedCharacter:
    """A character of a segment's text, what stands there, and the element that holds it."""

    text: str
    place: Character
    parent: Node


def write_xliff_fixes(data: bytes, name: str, fixes: Fixes) -> Written:
    """Write fixes into the targets of an XLIFF file."""
    content = xml_text(data, name)
    xml = located_xml(content.text, name)
    edits: list[tuple[int, int, bytes]] = []
    written = set()
    for number, segment in enumerate(xliff_segments(xml.root), start=1):
        fix = fixes.get(number)
        if fix is None or segment.target is None:
            continue
        characters = characters_of(segment.target)
        if "".join(each.text for each in characters) == fix.english:
            places = [each.place for each in characters]
            edits += [(each.start, each.end, each.text.encode()) for each in edits_in_file(places, fix.edits)]
            written.add(number)
    return content.written(with_edits(xml.data, edits).decode()), frozenset(written)


def xliff_segments(root: Node) -> Iterator[XliffSegment]:
    """Yield the segments of a file, 1.2 or 2.x, without those of units that are not to be translated."""
    if root.get("version").startswith("2"):
        for unit in root.below("unit"):
            if not _is_protected(unit):
                for segment in unit.named("segment"):
                    yield XliffSegment(unit, segment.first("source"), segment.first("target"))
        return
    for file in root.named("file"):
        for unit in file.below("trans-unit"):
            if not _is_protected(unit):
                yield from _segments_1(unit)


def _is_protected(unit: Node) -> bool:
    """Say whether a unit is not to be translated, as `vet_terms.documents.bilingual` tells it."""
    element: Node | None = unit
    while element is not None:
        if said := element.get("translate"):
            return said == "no"
        element = element.parent
    return False


def _segments_1(unit: Node) -> Iterator[XliffSegment]:
    source, target = unit.first("source"), unit.first("target")
    segments = _marked_segments(unit.first("seg-source"))
    if not segments:
        yield XliffSegment(unit, source, target)
        return
    translated = dict(_marked_segments(target))
    for mark, segment in segments:
        yield XliffSegment(unit, segment, translated.get(mark))


def _marked_segments(element: Node | None) -> list[tuple[str, Node]]:
    if element is None:
        return []
    return [(mark.get("mid"), mark) for mark in element.below("mrk") if mark.get("mtype") == "seg"]


def characters_of(segment: Node) -> list[LocatedCharacter]:
    """Return the characters that a reader sees of a segment, without its codes and what was deleted."""
    found: list[LocatedCharacter] = []
    for child in segment.children:
        if isinstance(child, Text):
            pairs = zip(child.text, child.characters(), strict=True)
            found += [LocatedCharacter(char, place, segment) for char, place in pairs]
        elif child.name == "cp":
            place = Character(child.start, child.end)
            found.append(LocatedCharacter(_code_point(child.get("hex")), place, segment))
        elif child.name not in _NATIVE_CODE and child.get("mtype") not in _DELETED:
            found += characters_of(child)
    return found


def _code_point(hexadecimal: str) -> str:
    try:
        return chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def xliff_root(data: bytes, name: str) -> LocatedXml:
    """Return the tree of places of an XLIFF file's bytes."""
    return located_xml(xml_text(data, name).text, name)
