"""XLIFF 1.2 (OASIS standard, 2008): one ``file``, one ``trans-unit`` for each segment.

States and qualifiers are those of section 2.3 of the standard, with ``x-`` values where it has none; what
is offered stands in ``alt-trans``. Elements stand in the order of its schema: source, target, context-group,
note, alt-trans. A unit without a translation has no target, since most tools would count a copy of the source
there as one. OmegaT's own filter shows nothing but targets: it does better with the document and a TMX.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vet_terms import __version__
from vet_terms.memory.pretranslation.units import Filled, Offer, PretranslatedUnit
from vet_terms.memory.pretranslation.xliff_file import XliffFile
from vet_terms.memory.pretranslation.xml_parts import element, empty, indented, opened

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_STATES: dict[Filled, tuple[str, str]] = {
    "exact": ("translated", "exact-match"),
    "one of several": ("needs-review-translation", "exact-match"),
    "form": ("needs-review-translation", "x-form-differs"),
    "numbers": ("needs-review-translation", "x-numbers-replaced"),
    "list mark": ("needs-review-translation", "x-list-mark-added"),
}
"""The state of a target and its qualifier."""


def xliff12(file: XliffFile, units: Iterable[PretranslatedUnit]) -> Iterator[str]:
    """Yield the lines of a file of version 1.2."""
    about = {
        "original": file.original, "source-language": file.source_code, "target-language": file.target_code,
        "datatype": "plaintext", "tool-id": "vet-terms", "xml:space": "preserve",
    }  # fmt: skip
    tool = {"tool-id": "vet-terms", "tool-name": "vet-terms", "tool-version": __version__}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield opened("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    yield "  " + opened("file", about)
    yield "    <header>"
    yield "      " + empty("tool", tool)
    yield "      " + element("note", {"from": "vet-terms"}, file.signature)
    yield "    </header>"
    yield "    <body>"
    for unit in units:
        yield from indented(3, _unit(unit, file))
    yield "    </body>"
    yield "  </file>"
    yield "</xliff>"


def _unit(unit: PretranslatedUnit, file: XliffFile) -> Iterator[str]:
    yield opened("trans-unit", {"id": unit.id, "resname": unit.place})
    yield "  " + element("source", {"xml:lang": file.source_code}, unit.source)
    if unit.filled:
        state, qualifier = _STATES[unit.filled]
        said = {"xml:lang": file.target_code, "state": state, "state-qualifier": qualifier}
        yield "  " + element("target", said, unit.target)
    yield from indented(1, _context(unit, file))
    if unit.remark:
        yield "  " + element("note", {"from": "vet-terms", "annotates": "target"}, unit.remark)
    for term in unit.terms:
        yield "  " + element("note", {"from": "vet-terms", "annotates": "source"}, term.line)
    for offer in unit.offers:
        yield from indented(1, _offer(offer, file))
    yield "</trans-unit>"


def _context(unit: PretranslatedUnit, file: XliffFile) -> Iterator[str]:
    contexts = {
        "sourcefile": file.original,
        "linenumber": str(unit.line or ""),
        "x-place": unit.place,
        "x-kind": unit.kind,
    }
    yield opened("context-group", {"purpose": "location"})
    for kind, said in contexts.items():
        if said:
            yield "  " + element("context", {"context-type": kind}, said)
    yield "</context-group>"


def _offer(offer: Offer, file: XliffFile) -> Iterator[str]:
    yield opened("alt-trans", {"match-quality": f"{offer.percent}%", "origin": offer.origin})
    yield "  " + element("source", {"xml:lang": file.source_code}, offer.source)
    yield "  " + element("target", {"xml:lang": file.target_code}, offer.target)
    yield "</alt-trans>"
