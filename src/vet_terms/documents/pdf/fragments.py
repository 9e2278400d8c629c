"""Runs of glyphs to pieces of lines: letters in their order, and the spaces that a person sees.

A PDF may set each letter by itself and have no space at all: what is a space, and what only the layout put
between two letters, is told by the width of the gap, which in Chinese is another than in English.
"""

from __future__ import annotations

import itertools
import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vet_terms.documents.pdf.glyphs import Rule, Run
from vet_terms.language.scripts import HAN

SAME_LINE = 0.3
"""Ems by which the feet of letters on one line may differ."""

_LEAST_SPACE = 0.15
_BESIDE_CHINESE = 0.5
_BETWEEN_CHINESE = 0.8
_SPLIT = 0.9
"""Gaps in ems: a space in English, between the languages and in Chinese; and what may part two columns."""

_SPLIT_AT_EDGE = 0.5
_LEAST_AT_EDGE = 2
"""A lesser gap parts columns too, where at least so many other pieces begin just behind it."""

_SAME_PLACE = 0.12
"""Ems by which a letter that is drawn twice, to look bold or to cast a shadow, is shifted."""

_MOST_LAYERS = 3
"""Texts that may lie over each other on one line and are still told apart."""

_CHINESE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uffee，。、；：！？“”‘’（）《》【】…—]")


class _Glyph(NamedTuple):
    start: float
    end: float
    text: str
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line without a wide gap in it. ``bold`` says that all of it is."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    inner: float = 0.0
    """Where the text begins behind a mark, in a line that was made of two pieces; else the left end."""

    @property
    def top(self) -> float:
        """Return where its letters end above."""
        return self.baseline + 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Return where its letters end below."""
        return self.baseline - 0.2 * self.size


def fragments_of(runs: Iterable[Run], rules: Sequence[Rule]) -> list[Fragment]:
    """Return the pieces of lines that runs make, from the top down and along each line."""
    uprights = [rule for rule in rules if rule.right - rule.left < rule.top - rule.bottom]
    pieces = [piece for row in _rows(runs) for piece in _pieces(row, uprights)]
    edges = Counter(round(piece[0].start) for piece in pieces)
    return [_fragment(part) for piece in pieces for part in _parted(piece, edges)]


def _parted(piece: list[_Glyph], edges: Counter[int]) -> Iterator[list[_Glyph]]:
    """Yield the pieces that a piece falls into where a column begins in it."""
    begin = 0
    last: _Glyph | None = None
    for index, glyph in enumerate(piece):
        if not glyph.text.strip():
            continue
        if last is not None and glyph.start - last.end > _SPLIT_AT_EDGE * max(glyph.size, last.size):
            edge = round(glyph.start)
            if edges[edge - 1] + edges[edge] + edges[edge + 1] >= _LEAST_AT_EDGE:
                yield piece[begin:index]
                begin = index
        last = glyph
    yield piece[begin:]


def _rows(runs: Iterable[Run]) -> list[list[_Glyph]]:
    """Return the glyphs of each line; raised and lowered small ones are on the line beside them."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: -each.baseline):
        for row in reversed(rows[-_MOST_LAYERS:]):
            near = abs(row[0].baseline - run.baseline) <= SAME_LINE * max(row[0].size, run.size)
            if near and not any(_hides(other, run) for other in row):
                row.append(run)
                break
        else:
            rows.append([run])
    return _with_raised([[glyph for run in row for glyph in _glyphs(run)] for row in rows])


def _hides(other: Run, run: Run) -> bool:
    """Say whether letters of a run lie over those of another; the same text drawn twice does not count.

    The letters count and not the whole run: quotation marks of another font are one run around a word.
    """
    if run.texts == other.texts or min(run.ends[-1], other.ends[-1]) <= max(run.starts[0], other.starts[0]):
        return False
    letters = sorted(_places(other))
    starts = [start for start, _ in letters]
    for start, end in _places(run):
        at = bisect_left(starts, end)
        if any(
            min(end, right) - max(start, left) > 0.5 * (end - start)
            for left, right in letters[max(0, at - 2) : at]
        ):
            return True
    return False


def _places(run: Run) -> Iterator[tuple[float, float]]:
    for text, start, end in zip(run.texts, run.starts, run.ends, strict=True):
        if not text.isspace():
            yield start, end


def _glyphs(run: Run) -> list[_Glyph]:
    baseline, size, bold = run.baseline, run.size, run.bold
    return [
        _Glyph(start, end, text, baseline, size, bold)
        for text, start, end in zip(run.texts, run.starts, run.ends, strict=True)
    ]


def _with_raised(rows: list[list[_Glyph]]) -> list[list[_Glyph]]:
    """Put a row of small glyphs that touches a line of larger ones, above or below its foot, on that line."""
    taken: set[int] = set()
    for index, row in enumerate(rows):
        size = max(glyph.size for glyph in row)
        for other in (index + 1, index - 1):
            if not 0 <= other < len(rows) or other in taken:
                continue
            line = rows[other]
            large = max(glyph.size for glyph in line)
            shift = row[0].baseline - line[0].baseline
            if size > 0.8 * large or not -0.3 * large < shift < 0.65 * large:
                continue
            starts = sorted(glyph.start for glyph in line)
            ends = sorted(glyph.end for glyph in line)
            if _touches(row[0], starts, ends, 0.3 * large):
                line += row
                taken.add(index)
                break
    return [row for index, row in enumerate(rows) if index not in taken]


def _touches(glyph: _Glyph, starts: Sequence[float], ends: Sequence[float], room: float) -> bool:
    before = bisect_left(ends, glyph.start - room)
    return (before < len(ends) and ends[before] <= glyph.start + room) or any(
        abs(start - glyph.end) <= room for start in starts
    )


def _pieces(row: list[_Glyph], uprights: Sequence[Rule]) -> list[list[_Glyph]]:
    row.sort(key=lambda glyph: glyph.start)
    baseline = row[0].baseline
    walls = [rule.left for rule in uprights if rule.bottom <= baseline + 1 and rule.top >= baseline - 1]
    pieces: list[list[_Glyph]] = []
    last: _Glyph | None = None
    for glyph in row:
        if not glyph.text.strip():
            if pieces:
                pieces[-1].append(glyph)
            continue
        if last is not None and pieces:
            if glyph.text == last.text and abs(glyph.start - last.start) < _SAME_PLACE * glyph.size:
                continue
            gap = glyph.start - last.end
            if gap > _SPLIT * max(glyph.size, last.size) or (
                walls and any(last.end - 1 <= wall <= glyph.start + 1 for wall in walls)
            ):
                pieces.append([])
        else:
            pieces.append([])
        pieces[-1].append(glyph)
        last = glyph
    return pieces


def _fragment(piece: list[_Glyph]) -> Fragment:
    while not piece[-1].text.strip():
        piece.pop()
    letters = [glyph for glyph in piece if glyph.text.strip()]
    sizes: dict[float, int] = {}
    for glyph in letters:
        sizes[glyph.size] = sizes.get(glyph.size, 0) + 1
    size = max(sizes, key=lambda each: (sizes[each], each))
    main = next(glyph for glyph in letters if glyph.size == size)
    return Fragment(
        _text(piece, letters),
        letters[0].start,
        max(glyph.end for glyph in letters),
        main.baseline,
        size,
        all(glyph.bold for glyph in letters),
        letters[0].start,
    )


def _text(piece: Sequence[_Glyph], letters: Sequence[_Glyph]) -> str:
    gaps = [(after.start - glyph.end) / after.size for glyph, after in itertools.pairwise(letters)]
    # In letter-spaced text every gap is wide; the usual one says how much the spacing adds.
    usual = max(0.0, statistics.median(gaps)) if len(gaps) > 3 else 0.0
    parts: list[str] = []
    last: _Glyph | None = None
    spaced = False
    for glyph in piece:
        if not glyph.text.strip():
            spaced = True
            continue
        if last is not None and (
            _is_space((glyph.start - last.end) / glyph.size, usual, last.text, glyph.text, spaced)
        ):
            parts.append(" ")
        parts.append(glyph.text)
        last, spaced = glyph, False
    return "".join(parts)


def _is_space(gap: float, usual: float, before: str, after: str, spaced: bool) -> bool:
    left, right = bool(_CHINESE.match(before[-1:])), bool(_CHINESE.match(after[:1]))
    if spaced:
        # A space that takes no room is a leftover of the program that made the file.
        return gap > 0.05
    if left and right:
        return gap > usual + _BETWEEN_CHINESE
    if left or right:
        return gap > usual + _BESIDE_CHINESE
    return gap > usual + _LEAST_SPACE


def joined(row: Sequence[Fragment]) -> Fragment:
    """Return the pieces of one line as one."""
    if len(row) == 1:
        return row[0]
    text = row[0].text
    gaps = [after.left - piece.right for piece, after in itertools.pairwise(row)]
    even = len(gaps) > 1 and max(gaps) < 1.1 * min(gaps)
    for piece, after in itertools.pairwise(row):
        gap = (after.left - piece.right) / max(piece.size, after.size)
        han = _CHINESE.match(piece.text[-1:]) and _CHINESE.match(after.text[:1])
        # Characters of a heading that are set far apart are one word.
        single = han and all(len(each.text) == 1 for each in row)
        text += ("" if single else "    " if gap > 2 and not even else " ") + after.text
    widest = max(row, key=lambda each: len(each.text))
    return replace(
        widest,
        text=text,
        left=row[0].left,
        right=max(each.right for each in row),
        bold=all(each.bold for each in row),
        inner=row[1].left,
    )
