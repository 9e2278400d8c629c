"""Fixes written into the English variants of a TMX file's units, where English is not the file's source."""

from __future__ import annotations

from vet_terms.checking.fixing.file_text import xml_text
from vet_terms.checking.fixing.located_xml import Node, Text, located_xml
from vet_terms.checking.fixing.unit_fix import Character, Fixes, Written, edits_in_file, with_edits
from vet_terms.language.codes import language_of_code
from vet_terms.tmx.model import NATIVE_CODES


def write_tmx_fixes(data: bytes, name: str, fixes: Fixes) -> Written:
    """Write fixes into the variants of a TMX file that were read as English."""
    content = xml_text(data, name)
    xml = located_xml(content.text, name)
    header = next(xml.root.below("header"), None)
    source = header.get("srclang") if header else ""
    edits: list[tuple[int, int, bytes]] = []
    written = set()
    for number, unit in enumerate(_units(xml.root), start=1):
        fix = fixes.get(number)
        if fix is None:
            continue
        language = "zh" if fix.swapped else "en"
        if language_of_code(unit.get("srclang") or source) == language:
            continue
        segment = _segment(unit, language)
        characters = _characters(segment) if segment else []
        if "".join(text for text, _ in characters) == fix.english:
            places = [place for _, place in characters]
            edits += [(each.start, each.end, each.text.encode()) for each in edits_in_file(places, fix.edits)]
            written.add(number)
    return content.written(with_edits(xml.data, edits).decode()), frozenset(written)


def _units(root: Node) -> list[Node]:
    return list(root.below("tu"))


def _segment(unit: Node, language: str) -> Node | None:
    """Return the segment of the first variant in a language."""
    for variant in unit.named("tuv"):
        if language_of_code(variant.get("xml:lang") or variant.get("lang")) == language:
            return variant.first("seg")
    return None


def _characters(segment: Node) -> list[tuple[str, Character]]:
    found: list[tuple[str, Character]] = []
    for child in segment.children:
        if isinstance(child, Text):
            found += zip(child.text, child.characters(), strict=True)
        elif child.name not in NATIVE_CODES:
            found += _characters(child)
    return found
