"""A TMX checked against the standard and against what tools make of it, streaming, in bounded memory.

The file is gone through element by element, so that what `reading.py` mends on reading is seen here: order,
unknown elements, several ``seg``. The rules are in ``rules.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from vet_terms.tmx.attribute_problems import SHOWN, attribute_problems
from vet_terms.tmx.findings import TmxFindings
from vet_terms.tmx.model import NATIVE_CODES, local
from vet_terms.tmx.opening import utf8_blocks
from vet_terms.tmx.parsing import BrokenTmxError
from vet_terms.tmx.profiles import ALTERNATIVE_PROPERTIES, LONGEST_SEGMENT, ONE_GIGABYTE
from vet_terms.tmx.standard import ATTRIBUTES, CHILDREN, HEADER_REQUIRED, HOLDS_TEXT, VERSIONS

_ONCE_A_FILE = frozenset(
    {"namespace", "omegat/schema", "phrase/people", "trados/multilingual", "trados/property", "weblate/codes"}
)
_PEOPLE = frozenset({"creationid", "creationdate", "changeid", "changedate"})
_OF_THE_SCHEMA = frozenset(
    {"namespace", "version", "header", "header-attribute", "element", "place", "order", "attribute", "value"}
    | {"language", "segment"}
)
"""Rules that a schema can hold a file to."""
_PEOPLE_FOR_PHRASE = frozenset({"created_at", "created_by", "modified_at", "modified_by"})


@dataclass(slots=True)
class _Segment:
    """What is known of the ``seg`` that is being read."""

    open_codes: set[str] = field(default_factory=set)
    closed_codes: set[str] = field(default_factory=set)
    length: int = 0
    has_text: bool = False


@dataclass(slots=True)
class _Unit:
    """What is known of the ``tu`` that is being read."""

    line: int
    source: str
    languages: list[str] = field(default_factory=list)
    matched: list[frozenset[tuple[str, str]]] = field(default_factory=list)
    codes: set[tuple[str, str]] = field(default_factory=set)
    segments: int = 0
    variant_line: int = 0
    has_people: bool = False
    tells_phrase: bool = False


def check_tmx(path: Path | str, findings: TmxFindings) -> int:
    """Add what is wrong with a TMX file to the findings; return how many units it has.

    A file that is broken or no TMX is a finding. Raises InputError where there is none to read.
    """
    name = str(path)
    check = _Check(name, findings)
    check.name_of_file(Path(name).name)
    with utf8_blocks(path) as blocks:
        try:
            check.read(blocks)
        except BrokenTmxError as error:
            findings.add(name, check.line, "xml", f"broken: {error}")
    return check.units


class _NoMoreToSayError(Exception):
    """What comes after cannot be judged."""


class _Check:
    """Takes the events of a file's XML; adds to the findings."""

    def __init__(self, name: str, findings: TmxFindings) -> None:
        self.name = name
        self.findings = findings
        self.units = 0
        self._stack: list[str] = []
        self._seen_header = self._seen_body = False
        self._version = "1.4"
        self._source = ""
        self._unit: _Unit | None = None
        self._segment: _Segment | None = None
        self._texts_begun: list[bool] = []
        self._languages: set[str] = set()
        self._said: set[str] = set()
        self._bytes = 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self._parser.CurrentLineNumber

    def name_of_file(self, name: str) -> None:
        """Look at how the file is called."""
        if not name.endswith((".tmx", ".tmx.gz", ".zip")):
            self._add("omegat/extension", f"OmegaT passes over a file called {name}; call it ….tmx", 0)
        if not name.endswith(".tmx"):
            self._add("weblate/extension", f"Weblate does not take a file called {name}; call it ….tmx", 0)

    def read(self, blocks: Iterable[bytes]) -> None:
        """Go through the file, to its end or to where nothing more can be said."""
        try:
            for block in blocks:
                self._bytes += len(block)
                self._parser.Parse(block, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            self._add("xml", f"broken XML: {expat.ErrorString(error.code)}", error.lineno)
            return
        except _NoMoreToSayError:
            return
        if not self._seen_body:
            self._add("header", "has no body")
        for rule, tool in (("trados/size", "Trados Studio"), ("phrase/size", "Phrase TMS")):
            if self._bytes > ONE_GIGABYTE:
                self._add(rule, f"is larger than 1 GB, which {tool} does not import; cut it in parts")

    def _add(self, rule: str, message: str, line: int | None = None) -> None:
        if rule in _ONCE_A_FILE:
            if rule in self._said:
                return
            self._said.add(rule)
        self.findings.add(self.name, self.line if line is None else line, rule, message)
        if rule in _OF_THE_SCHEMA:
            self._add("omegat/schema", "breaks the standard, so newer OmegaT does not load the file", line)

    def _entity(self, *_: object) -> None:
        self._add("entities", "declares XML entities; text behind them is not read; export it without")
        raise _NoMoreToSayError

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        name = local(written)
        parent = self._stack[-1] if self._stack else ""
        if not self._stack and name != "tmx":
            self._add("root", f"is XML but no TMX: its root is <{name[:SHOWN]}>")
            raise _NoMoreToSayError
        self._place(name, parent)
        for rule, message in attribute_problems(name, attributes, self._version):
            self._add(rule, message)
        self._stack.append(name)
        self._texts_begun.append(False)
        self._begin(name, attributes)

    def _place(self, name: str, parent: str) -> None:
        if name not in ATTRIBUTES:
            self._add("element", f"<{name[:SHOWN]}> is no element of TMX")
            return
        if parent in ATTRIBUTES and name not in CHILDREN.get(parent, frozenset()):
            self._add("place", f"<{name}> cannot stand in <{parent}>")
        if name in {"tuv", "seg"}:
            self._texts_begun[-1] = True
        elif name in {"note", "prop"} and self._texts_begun[-1]:
            self._add("order", f"<{name}> stands after <{'tuv' if parent == 'tu' else 'seg'}>")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "tmx" and "version" in attributes:
            self._version = attributes["version"]
            if self._version not in VERSIONS:
                self._add("version", f"version={self._version[:SHOWN]!r} is none of 1.1 to 1.4")
        elif name == "header":
            self._header(attributes)
        elif name == "body":
            if not self._seen_header:
                self._add("header", "has no header before its body")
            if self._seen_body:
                self._add("header", "has a second body")
            self._seen_body = True
        elif name == "tu":
            self.units += 1
            self._begin_unit(attributes)
        elif name == "tuv" and self._unit:
            self._begin_variant(self._unit, attributes)
        elif name == "seg" and self._unit:
            self._unit.segments += 1
            self._segment = _Segment()
        elif name == "prop":
            self._property(attributes.get("type", ""))
        elif self._segment and name in ATTRIBUTES:
            self._inline(self._segment, name, attributes)

    def _header(self, attributes: dict[str, str]) -> None:
        if self._seen_header:
            self._add("header", "has a second header")
        self._seen_header = True
        for key in HEADER_REQUIRED:
            if not attributes.get(key):
                self._add("header-attribute", f"the header lacks {key}")
        self._source = attributes.get("srclang", "")
        if self._source == "*all*":
            self._add("generic/all", "srclang is *all*: Okapi and Smartling refuse that")
        if attributes.get("creationtool") == "OmegaT":
            self._add("omegat/creationtool", "says that OmegaT made it: OmegaT reads its codes its own way")

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        source = attributes.get("srclang", self._source)
        self._unit = _Unit(self.line, source)
        if source.lower() != self._source.lower():
            self._add("generic/srclang", f"goes from {source[:SHOWN]}, the file from {self._source[:SHOWN]}")
        self._unit.has_people = bool(_PEOPLE & attributes.keys())

    def _begin_variant(self, unit: _Unit, attributes: dict[str, str]) -> None:
        unit.variant_line, unit.segments, unit.codes = self.line, 0, set()
        code = attributes.get("xml:lang", "") or attributes.get("lang", "")
        if not code:
            self._add("language", "<tuv> does not say its language")
        elif ("xml:lang" in attributes) == (self._version < "1.2"):
            says, not_by = ("xml:lang", "lang") if "xml:lang" in attributes else ("lang", "xml:lang")
            self._add(
                "language-attribute", f"the language is said by {says}={code[:SHOWN]!r}, not by {not_by}"
            )
        unit.languages.append(code.lower())
        if code and code.lower() not in self._languages:
            self._languages.add(code.lower())
            if len(self._languages) == 3:
                self._add(
                    "trados/multilingual",
                    f"has more than two languages ({', '.join(sorted(self._languages))}), which "
                    "Trados Studio does not import",
                )

    def _property(self, kind: str) -> None:
        if self._unit and kind in _PEOPLE_FOR_PHRASE:
            self._unit.tells_phrase = True
        on_unit = len(self._stack) > 1 and self._stack[-2] in {"tu", "tuv"}
        if on_unit and kind in ALTERNATIVE_PROPERTIES:
            self._add(
                "omegat/alternative", f"property {kind} makes it an alternative for one place in OmegaT"
            )
        if on_unit and kind and not kind.startswith("x-"):
            self._add(
                "trados/property",
                f"property {kind[:SHOWN]} does not begin with x-: no field for Trados Studio",
            )

    def _inline(self, segment: _Segment, name: str, attributes: dict[str, str]) -> None:
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
        if self._unit and "x" in attributes and name in {"bpt", "it", "ph", "hi"}:
            self._unit.codes.add((name, attributes["x"]))

    def _text(self, text: str) -> None:
        inside = self._stack[-1] if self._stack else ""
        if text.isspace() and not self._segment:
            return
        if inside in ATTRIBUTES and inside not in HOLDS_TEXT and not text.isspace():
            self._add("place", f"text stands directly in <{inside}>: {' '.join(text.split())[:SHOWN]!r}")
        if self._segment and not NATIVE_CODES.intersection(self._stack):
            self._segment.length += len(text)
            self._segment.has_text = self._segment.has_text or not text.isspace()

    def _end(self, written: str) -> None:
        name = self._stack.pop()
        self._texts_begun.pop()
        if name == "seg" and self._segment:
            self._end_segment(self._segment)
            self._segment = None
        elif name == "tuv" and self._unit:
            if self._unit.segments != 1:
                how_many = "no" if not self._unit.segments else str(self._unit.segments)
                self._add("segment", f"<tuv> has {how_many} <seg>", self._unit.variant_line)
            self._unit.matched.append(frozenset(self._unit.codes))
        elif name == "tu" and self._unit:
            self._end_unit(self._unit)
            self._unit = None

    def _end_segment(self, segment: _Segment) -> None:
        if segment.open_codes:
            numbers = ", ".join(sorted(segment.open_codes))[:SHOWN]
            self._add("codes-paired", f"<bpt> without <ept>: i={numbers}")
        if not segment.has_text:
            self._add("empty", "<seg> has no text")
        if segment.length > LONGEST_SEGMENT:
            self._add(
                "trados/long", f"a segment of {segment.length:,} characters, which Trados Studio leaves out"
            )

    def _end_unit(self, unit: _Unit) -> None:
        if not unit.languages:
            self._add("segment", "<tu> has no <tuv>", unit.line)
            return
        if unit.has_people and not unit.tells_phrase:
            message = "says who and when on the unit, where Phrase TMS does not look"
            self._add("phrase/people", message, unit.line)
        known = {code for code in unit.languages if code}
        if unit.source and unit.source != "*all*" and unit.source.lower() not in known:
            self._add("source-language", f"<tu> has no text in {unit.source[:SHOWN]} (srclang)", unit.line)
        if len(unit.languages) == 1:
            self._add("alone", "<tu> has one language only", unit.line)
        elif len(known) < len([code for code in unit.languages if code]):
            self._add("twice", "<tu> has several texts in one language", unit.line)
        if len(set(unit.matched)) > 1:
            self._add("codes-matched", "the x of codes differ between the texts of the unit", unit.line)


def checked(paths: Collection[Path | str], profiles: Collection[str] = ()) -> tuple[TmxFindings, int]:
    """Return what is wrong with TMX files, and how many units they have in all.

    Without profiles those of all tools are looked at and are warnings. Raises InputError.
    """
    findings = TmxFindings(profiles)
    return findings, sum(check_tmx(path, findings) for path in paths)
