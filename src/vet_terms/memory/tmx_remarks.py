"""What a TMX unit holds beside its texts: the inline codes of a segment, and what people wrote of the unit.

A code is called by ``x``, the attribute that matches it with the other languages; where it has none, by its
number among those of its side: ``i`` tells pairs apart within a segment only, and types and native codes may
differ from language to language. Highlights (``hi``) are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vet_terms.documents.bilingual.code_texts import closing_of, shown_of_native
from vet_terms.documents.bilingual.entries import Code, Codes
from vet_terms.tmx.model import NATIVE_CODES, Content, Element, TmxUnit, Variant, local

_REMARK = re.compile(r"(?:x-)?(?:\w+::?)?(?:notes?|comments?|remarks?|备注|批注)(?::\w+)?", re.IGNORECASE)
"""Types of properties in which tools keep comments: ``x-note``, ``x-Comment:SingleString``."""

_OPENING = frozenset({"bpt", "bx"})
_CLOSING = frozenset({"ept", "ex"})


def remarks_of(unit: TmxUnit, variants: Iterable[Variant]) -> tuple[str, ...]:
    """Return the notes and comments on a unit, and those on some of its variants."""
    every = (*unit.remarks, *(each for variant in variants for each in variant.remarks))
    texts = (each.text.strip() for each in every if _is_remark(each))
    return tuple(dict.fromkeys(text for text in texts if text))


def _is_remark(element: Element) -> bool:
    name = local(element.name)
    return name == "note" or (
        name == "prop" and _REMARK.fullmatch(element.attribute("type").strip()) is not None
    )


def codes_of(content: Content) -> Codes:
    """Return the inline codes of a segment, at their places in its text without them."""
    if not any(isinstance(each, Element) for each in content):
        return ()
    return tuple(_Codes().found_in(content))


class _Codes:
    """The codes of one segment while they are met: how much text stands before, and what opened a pair."""

    def __init__(self) -> None:
        self._at = 0
        self._alone = self._pairs = 0
        self._opened: dict[str, str] = {}
        self._shown: dict[str, str] = {}

    def found_in(self, content: Content) -> Iterator[Code]:
        for each in content:
            if isinstance(each, str):
                self._at += len(each)
            elif local(each.name) in NATIVE_CODES:
                called = self._called(each)
                # What stands in an element of its own (sub) is text.
                own = "".join(part for part in each.content if isinstance(part, str))
                shown = shown_of_native(own) or closing_of(self._shown.get(called[1:], ""))
                self._shown[called] = shown
                yield Code(self._at, called, shown)
            else:
                yield from self.found_in(each.content)

    def _called(self, code: Element) -> str:
        name = local(code.name)
        if name in _OPENING:
            self._pairs += 1
            called = f"g{code.attribute('x') or self._pairs}"
            self._opened[code.attribute("i")] = called
            return called
        if name in _CLOSING:
            number = code.attribute("i")
            return f"/{self._opened.get(number, f'g{number}')}"
        self._alone += 1
        called = code.attribute("x") or str(self._alone)
        if name == "it":
            return f"/g{called}" if code.attribute("pos") == "end" else f"g{called}"
        return f"x{called}"
