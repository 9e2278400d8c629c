"""A TMX checked against the standard and against what tools make of it, streaming, in bounded memory.

The file is gone through element by element, so that what `reading.py` mends on reading is seen here: order,
unknown elements, several ``seg``. The rules are in ``rules.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from xml.parsers import expat

from vet_terms.tmx.attribute_problems import SHOWN, attribute_problems
from vet_terms.tmx.findings import TmxFindings
from vet_terms.tmx.model import NATIVE_CODES, local
from vet_terms.tmx.opening import utf8_blocks
from vet_terms.tmx.parsing import BrokenTmxError
from vet_terms.tmx.profiles import ALTERNATIVE_PROPERTIES, ONE_GIGABYTE
from vet_terms.tmx.standard import ATTRIBUTES, CHILDREN, HEADER_REQUIRED, HOLDS_TEXT, VERSIONS
from vet_terms.tmx.unit_validation import UnitCheck

_ONCE_A_FILE = frozenset(
    {"namespace", "omegat/schema", "phrase/people", "trados/multilingual", "trados/property", "weblate/codes"}
)
_OF_THE_SCHEMA = frozenset(
    {"namespace", "version", "header", "header-attribute", "element", "place", "order", "attribute", "value"}
    | {"language", "segment"}
)
"""Rules that a schema can hold a file to."""


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
        self._unit: UnitCheck | None = None
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
            self._unit = UnitCheck(self._add, self.line, self._source, attributes)
        elif name == "tuv" and self._unit:
            self._unit.begin_variant(self.line, attributes, self._version)
            self._see_language(self._unit.languages[-1])
        elif name == "seg" and self._unit:
            self._unit.begin_segment()
        elif name == "prop":
            self._property(attributes.get("type", ""))
        elif self._unit and name in ATTRIBUTES:
            self._unit.see_inline(name, attributes)

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

    def _see_language(self, code: str) -> None:
        if code and code not in self._languages:
            self._languages.add(code)
            if len(self._languages) == 3:
                self._add(
                    "trados/multilingual",
                    f"has more than two languages ({', '.join(sorted(self._languages))}), which "
                    "Trados Studio does not import",
                )

    def _property(self, kind: str) -> None:
        if self._unit:
            self._unit.see_property(kind)
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

    def _text(self, text: str) -> None:
        inside = self._stack[-1] if self._stack else ""
        in_segment = self._unit is not None and self._unit.is_in_segment
        if text.isspace() and not in_segment:
            return
        if inside in ATTRIBUTES and inside not in HOLDS_TEXT and not text.isspace():
            self._add("place", f"text stands directly in <{inside}>: {' '.join(text.split())[:SHOWN]!r}")
        if self._unit and in_segment and not NATIVE_CODES.intersection(self._stack):
            self._unit.see_text(text)

    def _end(self, written: str) -> None:
        name = self._stack.pop()
        self._texts_begun.pop()
        if not self._unit:
            return
        if name == "seg":
            self._unit.end_segment()
        elif name == "tuv":
            self._unit.end_variant()
        elif name == "tu":
            self._unit.end()
            self._unit = None


def checked(paths: Collection[Path | str], profiles: Collection[str] = ()) -> tuple[TmxFindings, int]:
    """Return what is wrong with TMX files, and how many units they have in all.

    Without profiles those of all tools are looked at and are warnings. Raises InputError.
    """
    findings = TmxFindings(profiles)
    return findings, sum(check_tmx(path, findings) for path in paths)
