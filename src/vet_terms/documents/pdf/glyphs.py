"""What a page of a PDF draws: runs of glyphs with their places, and rules; nothing is put in order here.

A run is what one drawing of a text sets on one straight line. Its places are told along the line and
across it, so that text which stands turned, or from top to bottom, is read like any other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from vet_terms.documents.pdf.file import LIBRARY_ERRORS, Budget

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

UNREADABLE = "\ufffd"
"""What stands for a glyph whose font does not say which character it is."""

UPRIGHT, DOWN = 0, 270
"""Directions in degrees: text as usual, and text that runs from the top down."""

_LEAST_RULE = 8.0
_LEVEL = 0.05
"""Sine of the angle by which the text of a scanned page may lean."""

_MOST_RULES = 4000
_BOLD = re.compile(r"Bold|Black|Heavy|SimHei|-Hei|DemiBold", re.IGNORECASE)


class Run(NamedTuple):
    """Glyphs that one drawing of a text sets: each with its start and end along the line."""

    texts: list[str]
    starts: list[float]
    ends: list[float]
    baseline: float
    """Place across the line: greater is higher, seen along the line."""
    size: float
    bold: bool
    vertical: bool


class Rule(NamedTuple):
    """A straight line, level or upright, in the places of upright text."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class DrawnPage:
    """What a page draws; ``runs`` by their direction in degrees, and those that lie outside the sheet."""

    runs: dict[int, list[Run]] = field(default_factory=dict)
    outside: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    sheet: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    pictures: bool = False
    damaged: bool = False

    def heights(self, angle: int) -> tuple[float, float]:
        """Return where the page ends below and above, for text of a direction."""
        left, bottom, right, top = self.sheet
        return {90: (-right, -left), 180: (-top, -bottom), DOWN: (left, right)}.get(angle, (bottom, top))


def drawn_page(page: PDFPage, budget: Budget, manager: Any) -> DrawnPage:
    """Return what a page draws. Of a damaged page, what stands before the damage.

    ``manager`` is pdfminer's store of fonts, the same for all pages. Raises InputError where the page
    takes more than a document may.
    """
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.psexceptions import PSException

    device = _device(manager)
    try:
        PDFPageInterpreter(manager, device).process_page(page)
    except (PSException, *LIBRARY_ERRORS):
        device.drawn.damaged = True
    drawn: DrawnPage = device.drawn
    return drawn


def new_manager() -> Any:
    """Return pdfminer's store of fonts."""
    from pdfminer.pdfinterp import PDFResourceManager

    return PDFResourceManager()


def _device(manager: Any) -> Any:
    from pdfminer.pdfdevice import PDFDevice
    from pdfminer.utils import apply_matrix_pt, mult_matrix

    class Device(PDFDevice):
        """Notes what is drawn."""

        def __init__(self) -> None:
            super().__init__(manager)
            self.drawn = DrawnPage()
            self.fonts: dict[Any, tuple[dict[int, tuple[str, float]], bool]] = {}

        def begin_page(self, page: PDFPage, ctm: Any) -> None:
            x0, y0, x1, y1 = page.cropbox
            (ax, ay), (bx, by) = apply_matrix_pt(ctm, (x0, y0)), apply_matrix_pt(ctm, (x1, y1))
            self.drawn.sheet = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

        def render_image(self, _name: str, _stream: Any) -> None:
            self.drawn.pictures = True

        def paint_path(
            self, _state: Any, _stroke: bool, _fill: bool, _evenodd: bool, path: Sequence[Any]
        ) -> None:
            if len(self.drawn.rules) < _MOST_RULES:
                self.drawn.rules += _rules(path, self.ctm)

        def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
            font = textstate.font
            if font is None:
                return
            assert self.ctm is not None
            known = self.fonts.get(font)
            if known is None:
                known = self.fonts[font] = ({}, bool(_BOLD.search(str(font.fontname))))
            glyphs, bold = known
            size, stretch = textstate.fontsize, textstate.scaling * 0.01
            # What is set along the line: x in text as usual, y in text from the top down.
            vertical = bool(font.is_vertical())
            if vertical:
                stretch = 1.0
            between, wide = textstate.charspace * stretch, textstate.wordspace * stretch
            if font.is_multibyte():
                wide = 0
            position = start = textstate.linematrix[1 if vertical else 0]
            texts: list[str] = []
            starts: list[float] = []
            ends: list[float] = []
            for item in seq:
                if isinstance(item, bytes):
                    for code in font.decode(item):
                        glyph = glyphs.get(code)
                        if glyph is None:
                            glyph = glyphs[code] = _glyph(font, code)
                        texts.append(glyph[0])
                        starts.append(position)
                        position += glyph[1] * size * stretch
                        ends.append(position)
                        position += -between if vertical else between
                        if code == 32:
                            position += -wide if vertical else wide
                elif isinstance(item, int | float):
                    position -= item * 0.001 * size * stretch
            x, y = textstate.linematrix
            textstate.linematrix = (x, position) if vertical else (position, y)
            if not texts:
                return
            a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm)
            along, across = ((-c, -d), (a, b)) if vertical else ((a, b), (c, d))
            scale, height = math.hypot(*along), math.hypot(*across) * abs(size)
            if scale == 0 or height == 0 or not math.isfinite(scale * height * (abs(e) + abs(f) + 1)):
                return
            if vertical:
                x += 0 if textstate.rise == 0 else textstate.rise
            else:
                y += textstate.rise
            first = (x, start) if vertical else (start, y)
            px, py = a * first[0] + c * first[1] + e, b * first[0] + d * first[1] + f
            ux, uy = along[0] / scale, along[1] / scale
            if size < 0 and not vertical:
                ux, uy, scale = -ux, -uy, -scale
            ux, uy = _squared(ux, uy)
            base, line = ux * px + uy * py, -uy * px + ux * py
            factor = -scale if vertical else scale
            run = Run(
                texts,
                [base + (each - start) * factor for each in starts],
                [base + (each - start) * factor for each in ends],
                line,
                height,
                bold,
                vertical,
            )
            reach = run.ends[-1] - base
            if _is_outside((px, py), (px + reach * ux, py + reach * uy), self.drawn.sheet):
                self.drawn.outside.append(run)
                return
            angle = round(math.degrees(math.atan2(uy, ux))) % 360
            self.drawn.runs.setdefault(angle, []).append(run)

    return Device()


def _is_outside(
    first: tuple[float, float], last: tuple[float, float], sheet: tuple[float, float, float, float]
) -> bool:
    """Say whether all of a text lies beyond one edge of the sheet; what begins or ends on it is seen."""
    left, bottom, right, top = sheet
    (ax, ay), (bx, by) = first, last
    return (
        max(ax, bx) < left - 2 or min(ax, bx) > right + 2 or max(ay, by) < bottom - 2 or min(ay, by) > top + 2
    )


def _squared(ux: float, uy: float) -> tuple[float, float]:
    """Return a direction as upright or level where it is nearly so, as text of a scanned page is."""
    if abs(uy) < _LEVEL:
        return math.copysign(1, ux), 0.0
    return (0.0, math.copysign(1, uy)) if abs(ux) < _LEVEL else (ux, uy)


def _glyph(font: Any, code: int) -> tuple[str, float]:
    """Return the text of a glyph and its width in ems: down the line a width is less than zero."""
    from pdfminer.pdffont import PDFUnicodeNotDefined

    try:
        text = str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        text = UNREADABLE
    return text, float(font.char_width(code))


def _rules(path: Sequence[Any], matrix: Any) -> list[Rule]:
    """Return the level and the upright lines of a path; curves have none."""
    from pdfminer.utils import apply_matrix_pt

    found: list[Rule] = []
    if any(step[0] in "cvy" for step in path):
        return found
    first = last = (0.0, 0.0)
    for step in path:
        point = first if step[0] == "h" else apply_matrix_pt(matrix, (step[1], step[2]))
        if step[0] == "m":
            first = last = point
            continue
        (x0, y0), (x1, y1) = sorted((last, point))
        length = max(abs(x1 - x0), abs(y1 - y0))
        if length >= _LEAST_RULE and min(abs(x1 - x0), abs(y1 - y0)) < 1:
            found.append(Rule(x0, min(y0, y1), x1, max(y0, y1)))
        last = point
    return found
