"""A segment's text changed and its inline codes kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vet_terms.errors import UsageError
from vet_terms.tmx.model import NATIVE_CODES, PLACEABLE, Content, Element, Variant, local

_Code = str | Element
"""What a `PLACEABLE` stands for: a code, or that very character, which a file may hold too."""


def with_text(variant: Variant, text: str) -> Variant:
    """Return a variant whose text is another one, with `PLACEABLE` where an inline code stands.

    What begins and ends as before keeps its codes. In the stretch between, which was changed, the codes
    take the placeables in their order; codes for which none is left are kept too, at the end of that
    stretch. An element that encloses text (``hi``, ``sub``) stays around what it enclosed; where an edge of
    it stood in what was changed, all new text there is inside. Nothing is ever dropped.

    Raises UsageError where the changed stretch has more placeables than codes.
    """
    old = variant.text
    if text == old:
        return variant
    return variant._replace(content=_Edited(variant.content, old, text).content)


@dataclass(frozen=True, slots=True)
class _Change:
    """The stretch of the old text that was changed, and the end of what it became; both begin alike."""

    start: int
    old_end: int
    new_end: int

    def new_start(self, position: int) -> int:
        """Where an element begins now that began at a position of the old text."""
        return self.start if self.start < position < self.old_end else self._shifted(position)

    def new_stop(self, position: int) -> int:
        """Where an element ends now that ended at a position of the old text."""
        if self.start < position < self.old_end:
            return self.new_end
        return position if position <= self.start else self._shifted(position)

    def _shifted(self, position: int) -> int:
        return position + self.new_end - self.old_end if position >= self.old_end else position


class _Edited:
    """The content of a segment under its new text."""

    def __init__(self, content: Content, old: str, text: str) -> None:
        self._text = text
        self._change = _change(old, text)
        self._codes, self._left = _placed(list(_codes(content)), old, text, self._change)
        self._position = 0
        self.content = self._rebuilt(content, 0, len(text))

    def _rebuilt(self, content: Content, start: int, end: int) -> Content:
        """Return what stands from ``start`` to ``end`` of the new text: the elements of the old content."""
        parts: list[str | Element] = []
        for each in content:
            if isinstance(each, str):
                self._position += len(each)
            elif local(each.name) in NATIVE_CODES:
                self._position += 1
            else:
                length = len(Variant("", each.content).text)
                inner = min(max(self._change.new_start(self._position), start), end)
                outer = min(max(self._change.new_stop(self._position + length), inner), end)
                parts += self._stretch(start, inner)
                parts.append(each._replace(content=self._rebuilt(each.content, inner, outer)))
                start = outer
        return _joined([*parts, *self._stretch(start, end)])

    def _stretch(self, start: int, end: int) -> Iterator[str | Element]:
        """Yield a stretch of the new text, with its codes, and those left over at the end of the change."""
        codes = {position: code for position, code in self._codes.items() if start <= position < end}
        left = [self._change.new_end] if self._left and start <= self._change.new_end <= end else []
        for stop in sorted({*codes, *left}):
            yield self._text[start:stop]
            start = stop
            if stop == self._change.new_end:
                yield from self._left
                self._left = []
            if stop in codes:
                yield codes[stop]
                start += 1
        yield self._text[start:end]


def _change(old: str, text: str) -> _Change:
    start = _alike(old, text)
    same = _alike(old[start:][::-1], text[start:][::-1])
    return _Change(start, len(old) - same, len(text) - same)


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _codes(content: Content) -> Iterator[_Code]:
    """Yield what each `PLACEABLE` in the text of a content stands for."""
    for each in content:
        if isinstance(each, str):
            yield from PLACEABLE * each.count(PLACEABLE)
        elif local(each.name) in NATIVE_CODES:
            yield each
        else:
            yield from _codes(each.content)


def _placed(
    codes: list[_Code], old: str, text: str, change: _Change
) -> tuple[Mapping[int, _Code], list[Element]]:
    """Return the codes by their position in the new text, and those for which no placeable is left."""
    placed: dict[int, _Code] = {}
    changed: list[_Code] = []
    for position, code in zip(_placeables(old, 0, len(old)), codes, strict=True):
        if change.start <= position < change.old_end:
            changed.append(code)
        else:
            placed[change.new_start(position)] = code
    places = _placeables(text, change.start, change.new_end)
    if len(places) > len(changed):
        raise UsageError(
            f"the new text has {len(places) - len(changed)} inline codes (U+FFFC) more than the segment; "
            "take them out, since nothing says what they stand for"
        )
    placed.update(zip(places, changed, strict=False))
    return placed, [code for code in changed[len(places) :] if isinstance(code, Element)]


def _placeables(text: str, start: int, end: int) -> list[int]:
    return [position for position in range(start, end) if text[position] == PLACEABLE]


def _joined(parts: list[str | Element]) -> Content:
    """Return parts as a content: no empty text, and none beside another."""
    joined: list[str | Element] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part:
            joined.append(part)
    return tuple(joined)
