"""A unit of any make to the form that every CAT tool takes, and what a tool wants beside it.

The form: two variants, Chinese first, codes with hyphens; notes, then properties, then variants; properties
all ``x-…``; dates in UTC, basic; nothing that the standard does not know. What has no place in it becomes a
property, so that nothing is lost; only attributes of inline codes that TMX does not have are left off.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vet_terms import __version__
from vet_terms.tmx.dates import date_of_milliseconds, milliseconds, tmx_date
from vet_terms.tmx.model import Attributes, Content, Element, TmxHeader, TmxUnit, Variant, local
from vet_terms.tmx.pairs import PEOPLE, Pair, who_and_when
from vet_terms.tmx.profiles import Profile
from vet_terms.tmx.standard import ATTRIBUTES, CHILDREN, DATES, NUMBERS, VALUES

_SOURCE_CONTEXT = (("x-context-pre", "x-previous-source-text"), ("x-context-post", "x-next-source-text"))
"""Properties of a unit that hold its neighbours, and what XTM calls them on the source variant."""

_OWN_OF_A_FILE = frozenset({"x-digest", "x-signature"})
"""Properties of a header that say something of that one file."""


class Change(StrEnum):
    """What was done to a unit so that tools take it, as people are told."""

    RENAMED = "properties were given an x- before their name"
    CODES = "language codes were written the usual way"
    ENGLISH = "another English was written under the file's code (property x-language keeps which)"
    DATES = "dates were written the usual way"
    MADE_PROPERTIES = "what TMX has no place for was made a property"
    INLINE = "inline elements that TMX does not have became ph or hi"
    LEFT_OFF = "attributes of inline codes that TMX does not have were left off"


@dataclass(frozen=True, slots=True)
class Direction:
    """The two language codes of a file: ``zh-CN`` and ``en-US``."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """A unit in its new form, and what was done to it."""

    unit: TmxUnit
    changes: frozenset[Change]


def shaped(pair: Pair, profile: Profile, direction: Direction, variety: str) -> Shaped:
    """Return a pair as a unit of a file in that direction; ``variety`` is that of its Chinese (zh-CN …)."""
    changes: set[Change] = set()
    english = usual_code(pair.en.language)
    target = direction.target if profile.one_direction else english
    if target != english and english != "en":
        changes.add(Change.ENGLISH)
    elif pair.en.language != target:
        changes.add(Change.CODES)
    if pair.zh.language != variety:
        changes.add(Change.CODES)
    attributes, moved = _attributes("tu", pair.unit.attributes, changes)
    attributes = tuple(each for each in attributes if each[0] not in {"tuid", "srclang"})
    if variety != direction.source:
        attributes = (*attributes, ("srclang", variety))
    context = tuple(_context(pair, profile))
    people = tuple(_people(pair, profile))
    own = (("x-language", english),) if Change.ENGLISH in changes else ()
    unit = TmxUnit(
        variants=(
            _variant(_without(pair.zh, context), variety, context, changes),
            _variant(_without(pair.en, people), target, (*own, *people), changes),
        ),
        attributes=(("tuid", _tuid(pair)), *attributes),
        remarks=_remarks(pair.unit.remarks, moved, changes),
    )
    return Shaped(unit, frozenset(changes))


def header(direction: Direction, signature: str, remarks: Iterable[Element] = ()) -> TmxHeader:
    """Return the header of an exported file, with the notes and properties of the files it was made from."""
    kept = [each for each in remarks if each.attribute("type") not in _OWN_OF_A_FILE]
    return TmxHeader(
        attributes=(
            ("creationtool", "vet-terms"),
            ("creationtoolversion", __version__),
            ("segtype", "sentence"),
            ("o-tmf", "vet-terms"),
            ("adminlang", "en-US"),
            ("srclang", direction.source),
            ("datatype", "plaintext"),
        ),
        remarks=tuple(dict.fromkeys((*_remarks(kept, (), set()), _property("x-signature", signature)))),
        root_attributes=(("version", "1.4"),),
    )


@functools.lru_cache(maxsize=256)
def usual_code(code: str) -> str:
    """Return a language code in its usual form: ``EN_us`` becomes ``en-US`` (RFC 5646, section 2.1.1)."""
    parts = code.strip().replace("_", "-").split("-")
    return "-".join(
        [parts[0].lower()]
        + [
            part.upper()
            if len(part) == 2
            else part.title()
            if len(part) == 4 and part.isalpha()
            else part.lower()
            for part in parts[1:]
        ]
    )


def longest_side(unit: TmxUnit) -> int:
    """Return the characters of the longer variant, its codes counted as one each."""
    return max(len(variant.text) for variant in unit.variants)


def _tuid(pair: Pair) -> str:
    tuid = pair.unit.attribute("tuid")
    if not tuid:
        texts = f"{pair.zh.text}\n{pair.en.text}"
        return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return tuid if pair.number == 1 else f"{tuid}-{pair.number}"


def _variant(variant: Variant, code: str, own: Iterable[tuple[str, str]], changes: set[Change]) -> Variant:
    attributes, moved = _attributes("tuv", variant.attributes, changes)
    moved = (*moved, *((f"x-seg-{local(name)}", value) for name, value in variant.segment_attributes))
    remarks = _remarks(variant.remarks, moved, changes)
    return Variant(
        language=code,
        content=_content(variant.content, changes),
        attributes=(
            ("xml:lang", code),
            *(each for each in attributes if each[0] not in {"xml:lang", "lang"}),
        ),
        remarks=(*remarks, *(_property(name, value) for name, value in own)),
    )


def _attributes(
    name: str, attributes: Attributes, changes: set[Change]
) -> tuple[Attributes, tuple[tuple[str, str], ...]]:
    """Return the attributes of an element that the standard has, and the others as properties."""
    kept: list[tuple[str, str]] = []
    moved: list[tuple[str, str]] = []
    for key, value in attributes:
        date = tmx_date(value) if key in DATES else ""
        values = VALUES.get((name, key))
        is_right = (
            key in ATTRIBUTES[name]
            and (key not in DATES or date)
            and (key not in NUMBERS or (value.isascii() and value.isdigit()))
            and (values is None or value in values)
        )
        if not is_right:
            if not key.startswith("xmlns"):
                moved.append((f"x-{local(key)}", value))
            continue
        if key in DATES and date != value:
            changes.add(Change.DATES)
        kept.append((key, date or value))
    if moved:
        changes.add(Change.MADE_PROPERTIES)
    return tuple(kept), tuple(moved)


def _remarks(
    remarks: Iterable[Element], moved: Iterable[tuple[str, str]], changes: set[Change]
) -> tuple[Element, ...]:
    notes: list[Element] = []
    properties: list[Element] = []
    for each in remarks:
        name = local(each.name)
        if name not in {"note", "prop"}:
            changes.add(Change.MADE_PROPERTIES)
            properties += [_property(f"x-{name}-{local(key)}", value) for key, value in each.attributes]
            properties.append(_property(f"x-{name}", each.text))
            continue
        attributes, others = _attributes(name, _with_xml_lang(each.attributes), changes)
        text: Content = (each.text,) if each.text else ()
        if name == "note":
            notes.append(Element("note", attributes, text))
        else:
            kind = each.attribute("type")
            if not kind.startswith("x-"):
                changes.add(Change.RENAMED)
                kind = f"x-{kind or 'untyped'}"
            rest = tuple(attribute for attribute in attributes if attribute[0] != "type")
            properties.append(Element("prop", (("type", kind), *rest), text))
        properties += [_property(key, value) for key, value in others]
    return (*notes, *properties, *(_property(key, value) for key, value in moved))


def _with_xml_lang(attributes: Attributes) -> Attributes:
    if any(name == "xml:lang" for name, _ in attributes):
        return attributes
    return tuple(("xml:lang" if name == "lang" else name, value) for name, value in attributes)


def _content(content: Content, changes: set[Change], parent: str = "seg") -> Content:
    return tuple(each if isinstance(each, str) else _inline(each, changes, parent) for each in content)


def _inline(element: Element, changes: set[Change], parent: str) -> Element:
    """Return an inline element as the standard has it; an unknown one as a placeholder or a highlight."""
    name = local(element.name)
    known = name in CHILDREN.get(parent, frozenset())
    attributes = element.attributes
    if not known:
        changes.add(Change.INLINE)
        holds_text = parent in {"seg", "hi", "sub"} and bool(element.content)
        attributes = (("type", f"x-{name}"), *(each for each in attributes if each[0] != "type"))
        name = "hi" if holds_text else "ph" if parent in {"seg", "hi", "sub"} else "sub"
    allowed = ATTRIBUTES[name]
    kept = tuple(each for each in attributes if each[0] in allowed)
    if len(kept) < len(attributes):
        changes.add(Change.LEFT_OFF)
    return Element(name, kept, _content(element.content, changes, name))


def _people(pair: Pair, profile: Profile) -> Iterator[tuple[str, str]]:
    if not profile.people_on_target:
        return
    said = who_and_when(pair)
    own = {each.attribute("type").removeprefix("x-"): each.text for each in pair.en.remarks}
    for name, attribute in PEOPLE.items():
        value = said.get(attribute, "")
        if name.endswith("_at"):
            moment = milliseconds(value)
            # Phrase's own are to the millisecond, dates to the second.
            is_own = moment is not None and milliseconds(date_of_milliseconds(own.get(name, ""))) == moment
            value = own[name] if is_own else "" if moment is None else str(moment)
        if value:
            yield name, value


def _context(pair: Pair, profile: Profile) -> Iterator[tuple[str, str]]:
    if not profile.context_on_source:
        return
    said = dict(pair.unit.properties)
    yield from ((name, said[kept]) for kept, name in _SOURCE_CONTEXT if said.get(kept))


def _without(variant: Variant, said: Iterable[tuple[str, str]]) -> Variant:
    """Return a variant without the properties that are going to be said of it once more."""
    again = {(name.removeprefix("x-"), value) for name, value in said}
    kept = [
        each
        for each in variant.remarks
        if local(each.name) != "prop" or (each.attribute("type").removeprefix("x-"), each.text) not in again
    ]
    return variant if len(kept) == len(variant.remarks) else variant._replace(remarks=tuple(kept))


def _property(name: str, value: str) -> Element:
    return Element("prop", (("type", name),), (value,) if value else ())
