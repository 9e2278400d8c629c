"""Findings written into the text of an XLIFF file, 1.2 or 2.x; nothing that was in it changes its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vet_terms.checking.fixing.located_xml import LocatedXml, Node, located_xml
from vet_terms.checking.fixing.unit_fix import with_edits
from vet_terms.checking.fixing.xliff import LocatedCharacter, XliffSegment, characters_of, xliff_segments
from vet_terms.checking.reports.its import NAMESPACE, issue
from vet_terms.checking.reports.marked import visible
from vet_terms.checking.reports.places import message_of
from vet_terms.memory.pretranslation.xml_parts import element, empty, opened
from vet_terms.model import Finding, Severity

_PRIORITIES: dict[Severity, str] = {"error": "1", "warning": "3", "info": "7"}
_TAG_NAME = re.compile(rb"<[^\s/>]+")

Insertion = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the file's bytes to put a mark around, and the findings that it is for."""

    start: int
    end: int
    findings: tuple[Finding, ...]


def annotated(
    text: str, name: str, findings: Mapping[int, tuple[Finding, ...]], *, marks: bool
) -> str:  # fmt: skip
    """Return an XLIFF file's text with findings, given by the number of their segment from 1.

    Raises InputError for text that is no well-formed XML.
    """
    if not findings:
        return text
    xml = located_xml(text, name)
    writer = _Writer(xml)
    by_unit: dict[int, list[tuple[XliffSegment, tuple[Finding, ...]]]] = defaultdict(list)
    for number, segment in enumerate(xliff_segments(xml.root), start=1):
        if number in findings:
            by_unit[segment.unit.start].append((segment, findings[number]))
    for segments in by_unit.values():
        writer.write(segments, marks=marks)
    if writer.has_marks:
        writer.declare()
    return with_edits(xml.data, writer.insertions).decode()


class _Writer:
    """Gathers what is inserted where."""

    def __init__(self, xml: LocatedXml) -> None:
        self.insertions: list[Insertion] = []
        self.has_marks = False
        self._xml = xml
        self._is_2 = xml.root.get("version").startswith("2")
        self._ids = _new_ids(xml.data)
        self._prefix = _prefix(xml.root)

    def write(self, segments: Sequence[tuple[XliffSegment, tuple[Finding, ...]]], *, marks: bool) -> None:
        """Note and mark the findings on the segments of one unit."""
        unit = segments[0][0].unit
        stand_off: list[str] = []
        for segment, findings in segments if marks else ():
            for mark in _marks(self._xml, segment.target, findings):
                stand_off += self._mark(mark)
        every = [finding for _, findings in segments for finding in findings]
        if self._is_2:
            self._write_notes_2(unit, every, stand_off)
        else:
            self._write_notes_1(unit, every, stand_off)

    def declare(self) -> None:
        """Say in the root what the prefix of ITS means, and which version it is."""
        root = self._xml.root
        declared = (
            f' xmlns:{self._prefix}="{NAMESPACE}"' if f"xmlns:{self._prefix}" not in root.attributes else ""
        )
        version = f' {self._prefix}:version="2.0"' if f"{self._prefix}:version" not in root.attributes else ""
        name = _TAG_NAME.match(self._xml.data, root.start)
        assert name is not None, "an element begins with its name"
        self._insert(name.end(), declared + version)

    def _insert(self, at: int, text: str) -> None:
        self.insertions.append((at, at, text.encode()))

    def _mark(self, mark: _Mark) -> Iterator[str]:
        """Put a mark around a stretch; yield the list of its issues where it has several."""
        self.has_marks = True
        about = {"id": next(self._ids), "type": "its:generic"} if self._is_2 else {"mtype": "x-its"}
        issues = [issue(each, _comment(each)) for each in mark.findings]
        if len(issues) == 1:
            about |= {f"{self._prefix}:{name}": value for name, value in issues[0].items()}
        else:
            listed = next(self._ids)
            about[f"{self._prefix}:locQualityIssuesRef"] = f"#{listed}"
            yield opened(f"{self._prefix}:locQualityIssues", {"xml:id": listed})
            yield from (empty(f"{self._prefix}:locQualityIssue", each) for each in issues)
            yield f"</{self._prefix}:locQualityIssues>"
        self._insert(mark.start, opened("mrk", about))
        self._insert(mark.end, "</mrk>")

    def _write_notes_1(self, unit: Node, findings: Sequence[Finding], stand_off: Sequence[str]) -> None:
        """Put notes after the sides and notes of a unit, and lists of issues at its end (XLIFF 1.2)."""
        known = ("source", "seg-source", "target", "context-group", "count-group", "prop-group", "note")
        before = [child for name in known for child in unit.named(name)]
        at = max((child.end for child in before), default=self._xml.inside(unit)[0])
        notes = []
        for each in findings:
            side = each.span.side if each.span else "target"
            said = {"from": "vet-terms", "priority": _PRIORITIES[each.severity], "annotates": side}
            notes.append(element("note", said, _comment(each)))
        self._insert(at, "".join(notes))
        self._insert(self._xml.inside(unit)[1], "".join(stand_off))

    def _write_notes_2(self, unit: Node, findings: Sequence[Finding], stand_off: Sequence[str]) -> None:
        """Put lists of issues first in a unit, and notes among its notes (XLIFF 2.1, 4.2.2.5)."""
        begin = self._xml.inside(unit)[0]
        notes = []
        for each in findings:
            side = each.span.side if each.span else "target"
            said = {"category": "vet-terms", "priority": _PRIORITIES[each.severity], "appliesTo": side}
            notes.append(element("note", {"id": next(self._ids), **said}, _comment(each)))
        there = unit.first("notes")
        if there is None:
            first = min((child.start for child in _after_notes(unit)), default=begin)
            self._insert(begin, "".join(stand_off))
            self._insert(first, "".join(["<notes>", *notes, "</notes>"]))
        else:
            self._insert(begin, "".join(stand_off))
            self._insert(self._xml.inside(there)[1], "".join(notes))


def _after_notes(unit: Node) -> list[Node]:
    return [child for name in ("originalData", "segment", "ignorable") for child in unit.named(name)]


def _comment(finding: Finding) -> str:
    return f"{finding.severity}: {message_of(finding)} ({finding.rule})"


def _marks(xml: LocatedXml, target: Node | None, findings: Sequence[Finding]) -> list[_Mark]:
    """Return what to mark in a target, apart from each other and in the order of the file."""
    if target is None:
        return []
    characters = characters_of(target)
    text = "".join(each.text for each in characters)
    spots: list[tuple[int, int, tuple[Finding, ...]]] = []
    for each in findings:
        if each.span is not None and each.span.side == "source":
            continue
        if text and each.span is not None and each.target == text:
            spots.append((*visible(each.span.start, each.span.end, len(text)), (each,)))
        elif text:
            spots.append((0, len(text), (each,)))
    marks: list[_Mark] = []
    for start, end, found in sorted(spots, key=lambda spot: spot[:2]):
        first, last = _balanced(target, characters[start], characters[end - 1])
        mark = _Mark(first, last, found)
        while marks and marks[-1].end > mark.start:
            before = marks.pop()
            mark = _Mark(
                min(before.start, mark.start), max(before.end, mark.end), before.findings + mark.findings
            )
        marks.append(mark)
    return marks


def _balanced(target: Node, first: LocatedCharacter, last: LocatedCharacter) -> tuple[int, int]:
    """Return the bytes from one character to another, with all of the elements that lie across an end."""
    around_last = list(_up_to(target, last.parent))
    shared = next(node for node in _up_to(target, first.parent) if any(node is each for each in around_last))
    start = next((node.start for node in _up_to(target, first.parent) if node.parent is shared), None)
    end = next((node.end for node in around_last if node.parent is shared), None)
    if first.parent is shared:
        start = first.place.start
    if last.parent is shared:
        end = last.place.end
    assert start is not None and end is not None, "both are below what they share"
    return start, end


def _up_to(target: Node, node: Node) -> Iterator[Node]:
    """Yield an element and those around it, up to the target."""
    while True:
        yield node
        if node is target or node.parent is None:
            return
        node = node.parent


def _new_ids(data: bytes) -> Iterator[str]:
    """Yield ids that begin as no id in the file does."""
    start = "vt"
    while f'"{start}'.encode() in data or f"'{start}".encode() in data:
        start += "t"
    number = 0
    while True:
        number += 1
        yield f"{start}{number}"


def _prefix(root: Node) -> str:
    """Return the prefix of ITS in a file: its own, or one that is free."""
    declared = {name[6:]: value for name, value in root.attributes.items() if name.startswith("xmlns:")}
    for prefix, namespace in declared.items():
        if namespace == NAMESPACE:
            return prefix
    return next(each for each in ("its", "its20", "vetterms") if each not in declared)
