"""Where on a slide a shape stands: its own place, that of its layout or master, and where its groups put it.

Places that no program writes (no numbers, beyond any slide) are taken for none, so that no file can stop the
reading with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vet_terms.documents.slides.package import Deck, related
from vet_terms.documents.slides.reading_order import Box
from vet_terms.xml_input import local_name

if TYPE_CHECKING:
    from pptx.opc.package import Part

TITLES = frozenset({"title", "ctrTitle", "subTitle"})
_PARENT_TYPE = {"ctrTitle": "title", "subTitle": "body"}
_OF_THEIR_OWN = frozenset({"title", "body", "sldNum", "dt", "ftr", "hdr"})
"""What a master has; every other placeholder of a layout descends from its body."""

_DEEPEST_GROUP = 30
"""Groups in groups beyond which what they hold is taken to be in the last of them."""

_FARTHEST = 10**10
"""In a slide's units, 914,400 an inch: a place beyond is none."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How places in a group become places on the slide."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    shift_x: float = 0.0
    shift_y: float = 0.0

    def box(self, box: Box) -> Box:
        """Return where a box of the group stands on the slide."""
        return Box(
            box.left * self.scale_x + self.shift_x,
            box.top * self.scale_y + self.shift_y,
            box.right * self.scale_x + self.shift_x,
            box.bottom * self.scale_y + self.shift_y,
        )


@dataclass(frozen=True, slots=True)
class Around:
    """What holds a shape: the groups and their frame, and whether one of them is hidden."""

    frame: Frame = Frame()
    groups: tuple[int, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What an empty frame of the layout is for, and its number there."""

    type: str
    index: str


Inherited = Mapping[str, Box]
"""Where the placeholders of a layout stand: by ``#`` and their number, and by their type."""


def placeholder_of(element: Any) -> Placeholder | None:
    """Return what an element stands in for; None where it is no placeholder."""
    for properties in element:
        if local_name(properties).startswith("nv"):
            found = properties.find("{*}nvPr/{*}ph")
            return None if found is None else Placeholder(found.get("type", "obj"), found.get("idx", "0"))
    return None


def places_on_layout(part: Part, deck: Deck) -> dict[str, Box]:
    """Return where the placeholders of a layout stand, those of its master where it does not say."""
    places: dict[str, Box] = {}
    for master in related(part, "slideMaster"):
        for placeholder, box in _placeholders(master, deck):
            if box is not None:
                places.setdefault(placeholder.type, box)
    own: dict[str, Box] = {}
    for placeholder, box in _placeholders(part, deck):
        if box is None:
            box = places.get(_type_on_master(placeholder.type))
        if box is not None:
            if placeholder.index != "0" or placeholder.type not in TITLES:
                own.setdefault(f"#{placeholder.index}", box)
            own.setdefault(placeholder.type, box)
    return {**places, **own}


def _placeholders(part: Part, deck: Deck) -> Iterator[tuple[Placeholder, Box | None]]:
    for element in deck.tree_of(part).iterfind("{*}cSld/{*}spTree/*"):
        placeholder = placeholder_of(element)
        if placeholder is not None:
            yield placeholder, own_box(element)


def _type_on_master(kind: str) -> str:
    kind = _PARENT_TYPE.get(kind, kind)
    return kind if kind in _OF_THEIR_OWN else "body"


def is_hidden_shape(element: Any) -> bool:
    """Say whether a person switched a shape or a group off."""
    for properties in element:
        if local_name(properties).startswith("nv"):
            own = properties.find("{*}cNvPr")
            return own is not None and own.get("hidden") in {"1", "true"}
    return False


def inherited_box(placeholder: Placeholder | None, inherited: Inherited) -> Box | None:
    """Return where a placeholder stands that does not say so itself; None where its layout has none such."""
    if placeholder is None:
        return None
    number, kind = f"#{placeholder.index}", placeholder.type
    # A title has no number of its own: it counts as 0, as others without a number do.
    keys = (kind, _type_on_master(kind)) if kind in TITLES else (number, kind, _type_on_master(kind))
    return next((inherited[key] for key in keys if key in inherited), None)


def own_box(element: Any) -> Box | None:
    """Return where a shape says that it stands, in the units of what holds it."""
    frame = element.find("{*}xfrm") if local_name(element) == "graphicFrame" else None
    frame = element.find("{*}spPr/{*}xfrm") if frame is None else frame
    edges = None if frame is None else _edges(frame, "off", "ext")
    if edges is None:
        return None
    left, top, width, height = edges
    if 45 <= _number(frame.get("rot")) / 60_000 % 180 < 135:
        # A place is given as before the turn, which is about the middle.
        left, top = left + (width - height) / 2, top + (height - width) / 2
        width, height = height, width
    return Box(left, top, left + width, top + height)


def inside(group: Any, around: Around, number: int) -> Around:
    """Return what holds the shapes of a group, the group itself with its number being the last of it."""
    frame = group.find("{*}grpSpPr/{*}xfrm")
    own = None if frame is None else _edges(frame, "off", "ext")
    inner = None if frame is None else _edges(frame, "chOff", "chExt")
    outer = around.frame
    if own is not None and inner is not None:
        ratio_x, ratio_y = _ratio(own[2], inner[2]), _ratio(own[3], inner[3])
        outer = Frame(
            _bounded(outer.scale_x * ratio_x),
            _bounded(outer.scale_y * ratio_y),
            _bounded(outer.shift_x + outer.scale_x * (own[0] - inner[0] * ratio_x)),
            _bounded(outer.shift_y + outer.scale_y * (own[1] - inner[1] * ratio_y)),
        )
    return Around(
        outer, (*around.groups, number)[:_DEEPEST_GROUP], around.is_hidden or is_hidden_shape(group)
    )


def _edges(frame: Any, corner: str, size: str) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height; None where either is missing."""
    place, extent = frame.find(f"{{*}}{corner}"), frame.find(f"{{*}}{size}")
    if place is None or extent is None:
        return None
    return (
        _number(place.get("x")),
        _number(place.get("y")),
        max(0.0, _number(extent.get("cx"))),
        max(0.0, _number(extent.get("cy"))),
    )


def _ratio(outer: float, inner: float) -> float:
    return outer / inner if outer > 0 and inner > 0 else 1.0


def _number(text: str | None) -> float:
    try:
        return _bounded(float(text or 0))
    except ValueError:
        return 0.0


def _bounded(value: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, value)) if value == value else 0.0
