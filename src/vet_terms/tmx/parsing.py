"""UTF-8 blocks of a TMX file to units, with expat: no tree, no DTD, no entity, bounded memory.

Names are told by what follows their namespace prefix, and are kept as written. A ``tu`` counts wherever it
stands below the root. What stands in ``tmx``, in ``body`` or between the parts of a unit and is no element
of a unit (white space, comments, stray text) lays the file out and is not kept.
"""

from __future__ import annotations

from html.entities import html5
from xml.parsers import expat

from vet_terms.errors import InputError
from vet_terms.tmx.model import Attributes, Content, Element, TmxHeader, TmxUnit, Variant, local

DEEPEST = 256
"""Elements that may stand in each other."""
LARGEST_UNIT = 16_000_000
"""Bytes that may pass without the end of a unit."""

MOST_VARIANTS = 1000
"""Variants that a unit may have: each Chinese one makes a pair with each English one."""

_BUFFERED = 1 << 16
_CUT_OFF = frozenset({"no element found", "unclosed token", "partial character", "unclosed CDATA section"})
_LONGEST = 4
"""Bytes of a character in UTF-8."""
_OUTSIDE, _IN_UNIT, _IN_HEADER, _IN_VARIANT = range(4)

_new = tuple.__new__
_Open = tuple[str, Attributes, "list[str | Element]"]


class BrokenTmxError(InputError):
    """A file breaks off or is damaged somewhere; the units before that are whole.

    Its message says what is broken and leaves the file and the line to `vet_terms.tmx.reading`.
    """


class UnitParser:
    """Takes the blocks of a file in order; fills its ``header``, and ``units`` with the line of each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.units: list[TmxUnit] = []
        self.lines: list[int] = []
        self.root_name = ""
        self.root_attributes: Attributes = ()
        self.header: TmxHeader | None = None
        self._parser = self._prepared_parser()
        self._since_unit = 0

    def feed(self, block: bytes, *, last: bool = False) -> None:
        """Parse a block. Raises BrokenTmxError for broken XML, InputError for what is refused."""
        before = len(self.units)
        try:
            self._parser.Parse(block, last)
        except expat.ExpatError as error:
            raise BrokenTmxError(self._broken(error, block)) from error
        self._since_unit = len(block) if len(self.units) > before else self._since_unit + len(block)
        if self._since_unit > LARGEST_UNIT:
            raise InputError(
                f"{self.name}: line {self.line}: {LARGEST_UNIT // 1_000_000} million characters without the "
                "end of a unit; no segment is so long, so it is not read"
            )

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self._parser.CurrentLineNumber

    def taken(self) -> tuple[list[TmxUnit], list[int]]:
        """Return the units read since the last call, and the line at which each begins; forget them."""
        taken = self.units.copy(), self.lines.copy()
        self.units.clear()
        self.lines.clear()
        return taken

    def _broken(self, error: expat.ExpatError, block: bytes) -> str:
        said = expat.ErrorString(error.code) or "no XML"
        if said in _CUT_OFF:
            said = "it breaks off"
        elif not _is_utf8(block):
            said += "; it has bytes that are no UTF-8"
        where = "" if self.root_name else " before any TMX begins"
        return f"broken XML ({said}){where}"

    def _prepared_parser(self) -> expat.XMLParserType:
        """Return a parser whose handlers fill this object.

        They share local names and call nothing of our own, since they run some thirty times a unit.
        """
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = _BUFFERED
        parser.specified_attributes = True

        texts: list[str] = []
        append = texts.append
        is_leaf = False  # in a segment, note or property that has no element inside, so far
        leaf_name = ""
        leaf_attributes: Attributes = ()
        nodes: list[_Open] = []  # the same with elements inside: it, and what is open in it
        state = _OUTSIDE
        depth = 0  # of elements outside units and header
        units, lines = self.units, self.lines
        line = 0
        unit_attributes: Attributes = ()
        unit_remarks: list[Element] = []
        variants: list[Variant] = []
        language = ""
        variant_attributes: Attributes = ()
        remarks: list[Element] = []
        segment: Content | None = None
        segment_attributes: Attributes = ()

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal is_leaf, leaf_name, leaf_attributes, state, depth, line
            nonlocal unit_attributes, language, variant_attributes
            if is_leaf:
                is_leaf = False
                nodes.append((leaf_name, leaf_attributes, []))
            if nodes:
                if texts:
                    nodes[-1][2].append("".join(texts))
                    texts.clear()
                if len(nodes) > DEEPEST:
                    raise too_deep()
                nodes.append((name, tuple(attributes.items()), []))
                return
            if state == _IN_UNIT and (name == "tuv" or name[-4:] == ":tuv"):
                state = _IN_VARIANT
                language = attributes.get("xml:lang") or attributes.get("lang") or ""
                variant_attributes = tuple(attributes.items())
            elif state:
                is_leaf = True
                parser.CharacterDataHandler = append
                leaf_name = name
                leaf_attributes = tuple(attributes.items()) if attributes else ()
            elif depth and (name == "tu" or name[-3:] == ":tu"):
                state = _IN_UNIT
                line = parser.CurrentLineNumber
                unit_attributes = tuple(attributes.items())
            else:
                depth += 1
                if depth > DEEPEST:
                    raise too_deep()
                if depth == 1:
                    self._begin(name, tuple(attributes.items()))
                elif local(name) == "header" and self.header is None:
                    state = _IN_HEADER
                    unit_attributes = tuple(attributes.items())

        def end(name: str) -> None:
            nonlocal is_leaf, state, depth, segment, segment_attributes
            if is_leaf:
                is_leaf = False
                parser.CharacterDataHandler = None
                attributes = leaf_attributes
                content: Content = tuple(texts) if len(texts) < 2 else ("".join(texts),)
                texts.clear()
            elif nodes:
                _, attributes, parts = nodes.pop()
                if texts:
                    parts.append("".join(texts))
                    texts.clear()
                content = tuple(parts)
                if nodes:
                    nodes[-1][2].append(_new(Element, (name, attributes, content)))
                    return
                parser.CharacterDataHandler = None
            elif state == _IN_VARIANT:
                state = _IN_UNIT
                whole = (language, segment or (), variant_attributes, tuple(remarks), segment_attributes)
                variants.append(_new(Variant, whole))
                segment, segment_attributes = None, ()
                remarks.clear()
                return
            elif state == _IN_UNIT:
                state = _OUTSIDE
                if len(variants) > MOST_VARIANTS:
                    raise InputError(
                        f"{self.name}: line {line}: a unit with {len(variants):,} variants, more than "
                        f"{MOST_VARIANTS:,}; cut it into several"
                    )
                units.append(_new(TmxUnit, (tuple(variants), unit_attributes, tuple(unit_remarks))))
                lines.append(line)
                variants.clear()
                unit_remarks.clear()
                return
            else:
                depth -= 1
                if state == _IN_HEADER:
                    state = _OUTSIDE
                    of_root = (self.root_name, self.root_attributes)
                    self.header = TmxHeader(unit_attributes, tuple(unit_remarks), *of_root)
                    unit_remarks.clear()
                return
            if state != _IN_VARIANT:
                unit_remarks.append(_new(Element, (name, attributes, content)))
            elif segment is None and (name == "seg" or name[-4:] == ":seg"):
                segment, segment_attributes = content, attributes
            else:
                remarks.append(_new(Element, (name, attributes, content)))

        def skipped(name: str, is_parameter: bool) -> None:
            # Declared in a DTD that is not loaded: HTML's names are known, others stay as written.
            if not is_parameter and (is_leaf or nodes):
                texts.append(html5.get(f"{name};", f"&{name};"))

        def too_deep() -> BrokenTmxError:
            return BrokenTmxError(f"broken XML (more than {DEEPEST} elements in each other)")

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.SkippedEntityHandler = skipped
        parser.EntityDeclHandler = self._refuse_entity
        return parser

    def _begin(self, name: str, attributes: Attributes) -> None:
        if local(name) != "tmx":
            raise InputError(
                f"{self.name}: is XML but no TMX (its root is <{local(name)[:40]}>); give a .tmx file"
            )
        self.root_name, self.root_attributes = name, attributes

    def _refuse_entity(self, *_: object) -> None:
        raise InputError(f"{self.name}: declares XML entities, which are not read; export it without them")


def _is_utf8(block: bytes) -> bool:
    """Say whether all bytes of a block are UTF-8 but for characters that are cut at its edges."""
    try:
        block.decode()
    except UnicodeDecodeError as error:
        return error.start < _LONGEST or error.start > len(block) - _LONGEST
    return True
