"""XLIFF 1.2 and 2.x, as CAT tools write them, read as entries: source and target of each segment.

Alternative translations and the tools' own elements are not read; notes and comments are kept beside the text
as remarks. The file is parsed without entities, network or DTD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from vet_terms.documents.bilingual.code_texts import NativeCodes, original_data, trados_tags
from vet_terms.documents.bilingual.entries import Entry, source_language
from vet_terms.documents.bilingual.inline_markup import (
    is_marked_segment,
    segment_text,
    text_and_codes,
    texts_in_codes,
)
from vet_terms.documents.bilingual.tool_segments import (
    is_locked,
    is_protected,
    trados_locks,
    trados_number,
)
from vet_terms.documents.bilingual.xliff_remarks import comments_on, notes_of, sdl_comments
from vet_terms.errors import InputError
from vet_terms.model import Language
from vet_terms.xml_input import local_name, refuse_entities, what_is_broken

_LIMIT = re.compile("Resource limit|Excessive depth|[Hh]uge")
"""What the parser says of a file that it does not read for its size."""

PROTECTED = 'translate="no"'
BETWEEN = "between segments"
OF_NO_SEGMENT = "translation of no segment"


def xliff_entries(root: Any, name: str) -> Iterator[Entry]:
    """Yield the entries below the root of an XLIFF file, in its order; also those not to be translated.

    Raises InputError for another format and for another language pair.
    """
    kind = local_name(root)
    if kind == "tmx":
        raise InputError(f"{name}: is TMX; save it with the ending .tmx and name the file")
    if kind != "xliff":
        raise InputError(f"{name}: is XML of another kind (<{kind}>); XLIFF, TMX, TSV or CSV can be read")
    version = root.get("version", "")
    return _entries_2(root, name) if version.startswith("2") else _entries_1(root, name)


def xml_root(data: bytes, name: str, encoding: str | None = None) -> Any:
    """Return the root of an XML file's bytes; ``encoding`` overrules what the file says.

    Raises InputError for what is not well-formed, and for text behind entities.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding=encoding
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        if _LIMIT.search(error.msg or ""):
            raise InputError(
                f"{name}, line {line}: holds more in one element than is read safely (an embedded file, "
                "or thousands of nested elements); export it again without that"
            ) from error
        raise InputError(
            f"{name}, line {line}: is not well-formed XML ({what_is_broken(error)}); export it again"
        ) from error
    refuse_entities(root, name)
    return root


def _entries_1(root: Any, name: str) -> Iterator[Entry]:
    comments = sdl_comments(root)
    for file in _children(root, "file"):
        language = source_language(file.get("source-language"), file.get("target-language"), name)
        header = _child(file, "header")
        native = trados_tags(header) if header is not None else {}
        for unit in file.iter("{*}trans-unit"):
            source, target = _child(unit, "source"), _child(unit, "target")
            approved = unit.get("approved") == "yes" or (
                target is not None and target.get("state") == "final"
            )
            whole = _Whole(
                language,
                unit.get("id", ""),
                "approved" if approved else "machine",
                PROTECTED if is_protected(unit) else "",
                notes_of(unit),
                unit.sourceline or 0,
                native,
                is_locked(unit),
            )
            segmented = _child(unit, "seg-source")
            segments = _marked_segments(segmented)
            if not segments:
                remarks = comments_on(comments, source, target)
                yield whole.entry(source, target, remarks=remarks, beside=texts_in_codes(source, target))
                continue
            # A CAT tool's segments inside the unit; the source element holds the paragraph.
            translated = dict(_marked_segments(target))
            locks = trados_locks(unit)
            beside = _beside_segments(segmented, target, {mark for mark, _ in segments})
            for index, (mark, segment) in enumerate(segments):
                translation = translated.get(mark)
                of_segment = whole
                if locks is not None:
                    # Trados numbers its segments through the file, and shows no other name of them.
                    locked = whole.locked or locks.get(mark, False)
                    of_segment = replace(whole, identifier=trados_number(mark), locked=locked)
                yield of_segment.entry(
                    segment,
                    translation,
                    number=mark if len(segments) > 1 and locks is None else None,
                    remarks=comments_on(comments, segment, translation),
                    beside=beside if index == len(segments) - 1 else (),
                )


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the segments of a unit share."""

    language: Language
    identifier: str
    status: str
    left_out: str
    notes: tuple[str, ...]
    line: int
    native: NativeCodes
    locked: bool = False

    def entry(
        self,
        source: Any,
        target: Any,
        *,
        number: str | None = None,
        status: str = "",
        remarks: Iterable[str] = (),
        beside: tuple[tuple[str, str], ...] = (),
    ) -> Entry:
        """Return the entry of a segment; ``number`` tells it from the others of its unit."""
        source_text, source_codes = text_and_codes(source, self.native)
        target_text, target_codes = text_and_codes(target, self.native)
        return Entry(
            source_text,
            target_text,
            self.language,
            self.identifier if number is None else f"{self.identifier}:{number}",
            status or self.status,
            self.left_out,
            beside=beside,
            source_codes=source_codes,
            target_codes=target_codes,
            remarks=tuple(dict.fromkeys((*self.notes, *remarks))),
            line=self.line,
            locked=self.locked,
        )


def _marked_segments(element: Any) -> list[tuple[str, Any]]:
    return [] if element is None else [(mark.get("mid", ""), mark) for mark in _marks(element)]


def _marks(element: Any) -> list[Any]:
    return [mark for mark in element.iter("{*}mrk") if is_marked_segment(mark)]


def _beside_segments(segmented: Any, target: Any, known: set[str]) -> tuple[tuple[str, str], ...]:
    """Return what a segmented unit holds beside its segments, and translations that belong to none."""
    found = [(segment_text(segmented, marked=False), BETWEEN)]
    if target is not None:
        marks = _marks(target)
        found.append((segment_text(target, marked=False), BETWEEN if marks else OF_NO_SEGMENT))
        found += [(segment_text(mark), OF_NO_SEGMENT) for mark in marks if mark.get("mid", "") not in known]
    found += texts_in_codes(segmented, target)
    return tuple((text, what) for text, what in found if text.strip())


def _entries_2(root: Any, name: str) -> Iterator[Entry]:
    language = source_language(root.get("srcLang"), root.get("trgLang"), name)
    for unit in root.iter("{*}unit"):
        whole = _Whole(
            language,
            unit.get("id", ""),
            "machine",
            PROTECTED if is_protected(unit) else "",
            notes_of(unit),
            unit.sourceline or 0,
            original_data(unit),
        )
        segments = _children(unit, "segment")
        between = [
            (text, BETWEEN)
            for ignorable in _children(unit, "ignorable")
            for text in (segment_text(_child(ignorable, "source")), segment_text(_child(ignorable, "target")))
            if text.strip()
        ]
        for number, segment in enumerate(segments, start=1):
            source, target = _child(segment, "source"), _child(segment, "target")
            yield whole.entry(
                source,
                target,
                number=(segment.get("id", "") or str(number)) if len(segments) > 1 else None,
                status="approved" if segment.get("state") == "final" else "",
                remarks=comments_on({}, source, target),
                beside=(*texts_in_codes(source, target), *(between if number == len(segments) else ())),
            )


def _children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local_name(child) == name]


def _child(element: Any, name: str) -> Any:
    return next(iter(_children(element, name)), None)
