"""What is wrong with one unit of a TMX: its languages, its segments, and its codes among themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from vet_terms.tmx.attribute_problems import SHOWN
from vet_terms.tmx.model import NATIVE_CODES
from vet_terms.tmx.pairs import PEOPLE
from vet_terms.tmx.profiles import LONGEST_SEGMENT

_PEOPLE = frozenset(PEOPLE.values())


class Add(Protocol):
    """Adds a finding: its rule, what is wrong, and a line, else the one that is being read."""

    def __call__(self, rule: str, message: str, line: int | None = None) -> None:
        """Add a finding."""
        ...


@dataclass(slots=True)
class _Segment:
    """What is known of the ``seg`` that is being read."""

    open_codes: set[str] = field(default_factory=set)
    closed_codes: set[str] = field(default_factory=set)
    length: int = 0
    has_text: bool = False


class UnitCheck:
    """Takes what stands in a ``tu`` in its order; adds findings."""

    def __init__(self, add: Add, line: int, file_source: str, attributes: Mapping[str, str]) -> None:
        self._add = add
        self._line = line
        self._source = attributes.get("srclang", file_source)
        self.languages: list[str] = []
        """The code of each variant in lower case, empty where there is none."""
        self._has_people = bool(_PEOPLE & attributes.keys())
        self._tells_phrase = False
        self._matched: list[frozenset[tuple[str, str]]] = []
        self._codes: set[tuple[str, str]] = set()
        self._segments = 0
        self._segment: _Segment | None = None
        self._variant_line = 0
        if self._source.lower() != file_source.lower():
            add("generic/srclang", f"goes from {self._source[:SHOWN]}, the file from {file_source[:SHOWN]}")

    @property
    def is_in_segment(self) -> bool:
        """Whether a ``seg`` is open."""
        return self._segment is not None

    def begin_variant(self, line: int, attributes: Mapping[str, str], version: str) -> None:
        """Take the start of a ``tuv``."""
        self._variant_line, self._segments, self._codes = line, 0, set()
        code = attributes.get("xml:lang", "") or attributes.get("lang", "")
        if not code:
            self._add("language", "<tuv> does not say its language")
        elif ("xml:lang" in attributes) == (version < "1.2"):
            says, not_by = ("xml:lang", "lang") if "xml:lang" in attributes else ("lang", "xml:lang")
            self._add(
                "language-attribute", f"the language is said by {says}={code[:SHOWN]!r}, not by {not_by}"
            )
        self.languages.append(code.lower())

    def begin_segment(self) -> None:
        """Take the start of a ``seg``."""
        self._segments += 1
        self._segment = _Segment()

    def see_property(self, kind: str) -> None:
        """Take the type of a ``prop``."""
        self._tells_phrase = self._tells_phrase or kind in PEOPLE

    def see_inline(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element inside a segment; elsewhere it is none of this."""
        segment = self._segment
        if segment is None:
            return
        if name in NATIVE_CODES:
            segment.length += 1
            self._add("weblate/codes", "has inline codes, which Weblate keeps as text")
        number = attributes.get("i", "")
        if name == "bpt" and number:
            if number in segment.open_codes or number in segment.closed_codes:
                self._add("codes-paired", f"a second <bpt> with i={number[:SHOWN]!r} in one segment")
            segment.open_codes.add(number)
        elif name == "ept" and number:
            if number in segment.open_codes:
                segment.open_codes.remove(number)
                segment.closed_codes.add(number)
            else:
                self._add("codes-paired", f"<ept> with i={number[:SHOWN]!r} has no <bpt> before it")
        if "x" in attributes and name in {"bpt", "it", "ph", "hi"}:
            self._codes.add((name, attributes["x"]))

    def see_text(self, text: str) -> None:
        """Take text of a segment that is no code."""
        if self._segment:
            self._segment.length += len(text)
            self._segment.has_text = self._segment.has_text or not text.isspace()

    def end_segment(self) -> None:
        """Take the end of a ``seg``."""
        segment, self._segment = self._segment, None
        if segment is None:
            return
        if segment.open_codes:
            numbers = ", ".join(sorted(segment.open_codes))[:SHOWN]
            self._add("codes-paired", f"<bpt> without <ept>: i={numbers}")
        if not segment.has_text:
            self._add("empty", "<seg> has no text")
        if segment.length > LONGEST_SEGMENT:
            self._add(
                "trados/long", f"a segment of {segment.length:,} characters, which Trados Studio leaves out"
            )

    def end_variant(self) -> None:
        """Take the end of a ``tuv``."""
        if self._segments != 1:
            how_many = "no" if not self._segments else str(self._segments)
            self._add("segment", f"<tuv> has {how_many} <seg>", self._variant_line)
        self._matched.append(frozenset(self._codes))

    def end(self) -> None:
        """Take the end of the unit."""
        if not self.languages:
            self._add("segment", "<tu> has no <tuv>", self._line)
            return
        if self._has_people and not self._tells_phrase:
            message = "says who and when on the unit, where Phrase TMS does not look"
            self._add("phrase/people", message, self._line)
        known = {code for code in self.languages if code}
        if self._source and self._source != "*all*" and self._source.lower() not in known:
            message = f"<tu> has no text in {self._source[:SHOWN]} (srclang)"
            self._add("source-language", message, self._line)
        if len(self.languages) == 1:
            self._add("alone", "<tu> has one language only", self._line)
        elif len(known) < len([code for code in self.languages if code]):
            self._add("twice", "<tu> has several texts in one language", self._line)
        if len(set(self._matched)) > 1:
            self._add("codes-matched", "the x of codes differ between the texts of the unit", self._line)
