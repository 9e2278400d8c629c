"""The structure of TBX: which element stands in which, in what order and how often, with which attributes.

Said as tables, for version 3 (ISO 30042:2019, core structure) and version 2 (ISO 30042:2008). An element's
content is a row of places; each takes elements of some names between so and so many times. Data categories
and dialects are no matter of structure: ``dialects`` and ``validation``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MANY = 10**9

ID, IDREF, LANGUAGE, ANY, URI = "id", "idref", "language", "any", "uri"
"""Kinds of attributes; anything else is a list of allowed values, parted by spaces."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in an element: the names that may stand there, how often at least and at most."""

    names: frozenset[str]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Model:
    """What an element may hold: places in their order, text or not, attributes by kind, required ones."""

    slots: tuple[Slot, ...]
    text: bool
    attributes: Mapping[str, str]
    required: frozenset[str]


def _slot(said: str) -> Slot:
    """Return the place that is written ``a|b*``: one of the names, then ``?``, ``*``, ``+`` or nothing."""
    least, most = {"?": (0, 1), "*": (0, MANY), "+": (1, MANY)}.get(said[-1], (1, 1))
    return Slot(frozenset(said.rstrip("?*+").split("|")), least, most)


def _model(content: str, attributes: str = "", *, text: bool = False) -> Model:
    """Return the model of a content like ``term termNote|termNoteGrp*``; ``!`` marks required attributes."""
    kinds: dict[str, str] = {}
    for each in attributes.split():
        name, _, kind = each.partition("=")
        kinds[name.rstrip("!")] = kind.replace(",", " ") or ANY
    required = frozenset(each.partition("=")[0][:-1] for each in attributes.split() if "!" in each)
    return Model(tuple(_slot(each) for each in content.split()), text, kinds, required)


def _models(*rows: tuple[str, Model]) -> Mapping[str, Model]:
    return {name: model for names, model in rows for name in names.split()}


_LANG = "xml:lang=language"
_ID = "id=id"
_AUX = "admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|xref"
_LINKS = "admin|adminGrp|note|ref|transacGrp|xref"
_INLINE = "ec|foreign|hi|ph|sc*"
_META = f"{_ID} {_LANG} target=idref datatype type!"

VERSION_3: Mapping[str, Model] = _models(
    ("tbx", _model("tbxHeader text", "xml:lang!=language type! style!=dca,dct")),
    ("tbxHeader", _model("fileDesc encodingDesc? revisionDesc?", _ID)),
    ("fileDesc", _model("publicationStmt? titleStmt? sourceDesc", _ID)),
    ("publicationStmt encodingDesc", _model("p+", _ID)),
    ("sourceDesc change", _model("p+", f"{_ID} {_LANG}")),
    ("titleStmt", _model("title note*", f"{_ID} {_LANG}")),
    ("title", _model("", f"{_ID} {_LANG}", text=True)),
    ("revisionDesc", _model("change+", f"{_ID} {_LANG}")),
    ("p", _model(_INLINE, f"{_ID} {_LANG} type", text=True)),
    ("text", _model("body? back?", _ID)),
    ("body", _model("conceptEntry+", _ID)),
    ("back", _model("refObjectSec*", _ID)),
    ("conceptEntry", _model(f"{_AUX}* langSec+", "id!=id")),
    ("langSec", _model(f"{_AUX}* termSec+", "xml:lang!=language")),
    ("termSec", _model(f"term termNote|termNoteGrp* {_AUX}*", _ID)),
    ("term", _model("hi*", _ID, text=True)),
    ("termNoteGrp", _model(f"termNote {_LINKS}*", _ID)),
    ("adminGrp", _model("admin adminNote|note|ref|xref*", _ID)),
    ("descripGrp", _model("descrip admin|adminGrp|descripNote|note|ref|transacGrp|xref*", _ID)),
    ("transacGrp", _model("transac date|note|ref|transacNote|xref*", _ID)),
    ("admin descrip termNote", _model(_INLINE, _META, text=True)),
    ("adminNote descripNote ref transac transacNote", _model("", _META, text=True)),
    ("xref", _model("", f"{_ID} target!=uri type!", text=True)),
    ("date", _model("", _ID, text=True)),
    ("note foreign", _model(_INLINE, f"{_ID} {_LANG}", text=True)),
    (
        "hi",
        _model(
            "", "target=idref type=entailedTerm,hotkey,italics,bold,superscript,subscript,math", text=True
        ),
    ),
    ("ph", _model("", "type")),
    ("sc", _model("", "id!=id isolated=yes,no")),
    (
        "ec",
        _model(
            "",
            f"startRef=idref isolated=yes,no disp equiv {_ID} subtype target=uri "
            "type=fmt,ui,quote,link,image,other",
        ),
    ),
    ("refObjectSec", _model("refObject+", f"{_ID} type!")),
    ("refObject", _model("itemSet|itemGrp|item+", _ID)),
    ("itemSet", _model("itemGrp|item+", f"{_ID} type")),
    ("itemGrp", _model(f"item {_LINKS}*", _ID)),
    ("item", _model(_INLINE, f"{_ID} type", text=True)),
)
"""Every element of version 3 by its name."""

_OLD_META = f"{_ID} {_LANG} target datatype type!"
_OLD_INLINE = "hi|foreign|bpt|ept|ph|it|sub|ut*"

VERSION_2: Mapping[str, Model] = _models(
    ("martif", _model("martifHeader text", "type! xml:lang!=language")),
    ("text", _model("body back?", _ID)),
    ("body", _model("termEntry+", _ID)),
    ("termEntry", _model(f"{_AUX}* langSet+", _ID)),
    ("langSet", _model(f"{_AUX}* tig|ntig+", f"{_ID} xml:lang!=language")),
    ("tig", _model(f"term termNote* {_AUX}*", _ID)),
    ("ntig", _model(f"termGrp {_AUX}*", _ID)),
    ("termGrp", _model("term termNote|termNoteGrp* termCompList*", _ID)),
    ("term", _model("hi*", _ID, text=True)),
    ("descripGrp", _model("descrip descripNote|admin|adminGrp|transacGrp|note|ref|xref*", _ID)),
    ("adminGrp", _model("admin adminNote|note|ref|xref*", _ID)),
    ("transacGrp", _model("transac transacNote|date|note|ref|xref*", _ID)),
    ("termNoteGrp", _model(f"termNote {_LINKS}*", _ID)),
    ("admin descrip termNote", _model(_OLD_INLINE, _OLD_META, text=True)),
)
"""The elements of version 2 that hold the entries; the others are not looked at."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """What is wrong with an element's content: the position of a child, or -1, and the words for it."""

    position: int
    rule: str
    said: str


def misplaced(parent: str, model: Model, children: Iterable[str]) -> list[Misplaced]:
    """Return what of the named children of an element does not stand where its model has it.

    An empty name is a child that is passed over: what it is, is found fault with elsewhere.
    """
    problems: list[Misplaced] = []
    counts = [0] * len(model.slots)
    current = 0
    before = ""
    for position, name in enumerate(children):
        if not name:
            continue
        fitting = [number for number, slot in enumerate(model.slots) if name in slot.names]
        if not fitting:
            problems.append(Misplaced(position, "place", f"<{name}> may not stand in <{parent}>"))
            continue
        slot = fitting[0]
        counts[slot] += 1
        if counts[slot] > model.slots[slot].most:
            problems.append(Misplaced(position, "place", f"only one <{name}> may stand in <{parent}>"))
        elif slot < current:
            problems.append(
                Misplaced(position, "place", f"<{name}> must stand before <{before}> in <{parent}>")
            )
        else:
            current, before = slot, name if slot > current or not before else before
    for number, slot_model in enumerate(model.slots):
        if counts[number] < slot_model.least:
            wanted = " or ".join(f"<{name}>" for name in sorted(slot_model.names))
            problems.append(Misplaced(-1, "missing", f"<{parent}> has no {wanted}"))
    return problems
