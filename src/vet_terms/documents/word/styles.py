"""What the styles of a Word document say of a paragraph: heading, caption, line of a table of contents,
hidden, numbered. A style says what the one it is based on says, unless it says otherwise itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from vet_terms.documents.word.package import attribute, child, is_on, number, value_of
from vet_terms.model import Role

BODY_LEVEL = 9
"""The outline level of running text; headings have those from 0."""

# Built-in styles keep their English names in the files of every edition; other programs translate them.
_HEADING = re.compile(r"(?:(?:toc )?heading|标题|標題)(?: ?\d)?|(?:sub)?title|副标题|副標題", re.IGNORECASE)
_CAPTION = re.compile("caption|题注|題注", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄) ?\d|table of figures|图表目录|圖表目錄", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberedAs:
    """The list that a paragraph is an item of, and its level there; None: not said."""

    list_id: str | None = None
    level: int | None = None


NOT_NUMBERED = NumberedAs()


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it inherits."""

    role: Role | None = None
    is_contents: bool = False
    hidden: bool = False
    numbered: NumberedAs = NOT_NUMBERED


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids; ``default`` is that of paragraphs without one."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: Style = PLAIN
    hide: bool = False
    """Whether any of them hides its text."""

    def of(self, identity: str) -> Style:
        """Return a style; an unknown one is the default, as in Word."""
        return self.by_id.get(identity, self.default) if identity else self.default


def read_styles(root: Any) -> Styles:
    """Return the styles of a part; None gives none."""
    if root is None:
        return Styles()
    elements = {attribute(each, "styleId"): each for each in root.iterchildren("{*}style")}
    by_id = {identity: _style(identity, elements) for identity in elements}
    default = next(
        (
            by_id[identity]
            for identity, each in elements.items()
            if attribute(each, "type") == "paragraph" and attribute(each, "default") in {"1", "true", "on"}
        ),
        PLAIN,
    )
    return Styles(MappingProxyType(by_id), default, any(each.hidden for each in by_id.values()))


def numbered_as(properties: Any) -> NumberedAs:
    """Return the list and the level that paragraph properties name."""
    found = child(properties, "numPr") if properties is not None else None
    if found is None:
        return NOT_NUMBERED
    level = value_of(found, "ilvl")
    return NumberedAs(value_of(found, "numId") or None, number(level, 0) if level else None)


def role_of_level(level: str) -> Role | None:
    """Return the role that an outline level gives a paragraph."""
    return "heading" if 0 <= number(level, BODY_LEVEL) < BODY_LEVEL else None


_LONGEST_CHAIN = 50


def _style(identity: str, elements: Mapping[str, Any]) -> Style:
    chain = list(_chain(identity, elements))
    properties = [child(each, "pPr") for each in chain]
    lists = [numbered_as(each) for each in properties]
    hiding = [child(marks, "vanish") for each in chain if (marks := child(each, "rPr")) is not None]
    return Style(
        role=_role(chain),
        is_contents=any(_CONTENTS.fullmatch(value_of(each, "name")) for each in chain),
        hidden=is_on(next((each for each in hiding if each is not None), None)),
        numbered=NumberedAs(
            next((each.list_id for each in lists if each.list_id is not None), None),
            next((each.level for each in lists if each.level is not None), None),
        ),
    )


def _role(chain: list[Any]) -> Role | None:
    for each in chain:
        name = value_of(each, "name").strip()
        if _CAPTION.fullmatch(name):
            return "caption"
        if _HEADING.fullmatch(name):
            return "heading"
        properties = child(each, "pPr")
        level = value_of(properties, "outlineLvl") if properties is not None else ""
        if level:
            return role_of_level(level)
    return None


def _chain(identity: str, elements: Mapping[str, Any]) -> Iterator[Any]:
    """Yield a style and those it is based on, the nearest first; styles that are based in a circle end."""
    seen: set[str] = set()
    while identity in elements and identity not in seen and len(seen) < _LONGEST_CHAIN:
        seen.add(identity)
        yield elements[identity]
        identity = value_of(elements[identity], "basedOn")
