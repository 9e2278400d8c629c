"""Which texts of a page are its document, and which are menus, labels and boxes beside it.

Everything is decided with the whole page in view: no rule takes what holds much of the page's sentences, and
where the rules together would take more than half of them, they are not believed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from vet_terms.documents.web.elements import Strength
from vet_terms.documents.web.pieces import LONGEST_FURNITURE, Piece, code_or_links, row_reason
from vet_terms.language.scripts import HAN, comparable

_SENTENCE_MARK = re.compile(r"[，。；！？、]|[,;.!?](?:\s|$)")
_SENTENCE_END = re.compile(r"[。！？!?…；;.][”’」』）)\"']*$")
_LEAST_SENTENCE = 10

_MOST_TAKEN: dict[Strength, float] = {"hidden": 1 / 2, "element": 1 / 2, "word": 1 / 3}
"""How much of the page's sentences a rule of each strength may take."""

_ATTEMPTS: tuple[Collection[Strength], ...] = (("hidden", "element", "word"), ("hidden", "element"))
"""A page whose classes mislead may still be told by its elements."""

_BETWEEN_TITLES = re.compile(rf"\s*[|｜_»>]+\s*|\s+[-–—·]+\s+|--+|——|(?<=[{HAN}])[-–—](?=[{HAN}])")
_LEAST_TITLE = 4
_LINKED = 0.6
_LEAST_LINKS = 3
_LABEL = 12
_SCRAPS = 60
_LINKS, _OUTSIDE, _FOOT = "links", "outside the main text", "foot of the site"

_IMPRINT = re.compile(
    r"版权所有|版權所有|Copyright\b|©|All rights reserved|ICP备\s?\d|公网安备", re.IGNORECASE
)
_MOST_IN_FOOT = 10
"""Texts in what stands at the foot of a page with the name of its owner."""

NOTHING_TAKEN = "its main text could not be told from its menus; all of it was kept"


@dataclass(frozen=True, slots=True)
class Region:
    """A block of the page: its pieces from ``start`` up to ``end``, and what its markup says of it.

    ``kind`` is ``main`` or ``article`` where the element is one. ``reason`` is why it may be no text.
    """

    start: int
    end: int
    kind: Literal["", "main", "article"] = ""
    reason: str = ""
    strength: Strength = "word"


class _Page:
    """The pieces with what is asked of them again and again, as sums up to each piece."""

    def __init__(self, pieces: Sequence[Piece], titles: Sequence[str]) -> None:
        self.pieces = pieces
        self.prose = [_prose(piece) for piece in pieces]
        # The name of the site stands behind the title, and on the page it is no title.
        known = {comparable(title) for title in titles[:2]}
        self.titled = [piece.is_title or comparable(piece.text[:400]) in known for piece in pieces]
        self._prose = _sums(self.prose)
        # What a list of news has beside each link is its date.
        self._letters = _sums(piece.letters - piece.dated for piece in pieces)
        self._linked = _sums(piece.linked for piece in pieces)
        self._links = _sums(piece.links for piece in pieces)
        self._titled = _sums(self.titled)
        self._texts = _sums(piece.ends_sentence or piece.role == "cell" for piece in pieces)
        feet = [_foot(piece) for piece in pieces]
        self._imprints = _sums(imprint for imprint, _ in feet)
        self._no_foot = _sums(not fits for _, fits in feet)
        self.all_prose = self._prose[-1]

    def share(self, region: Region) -> float:
        """Return how much of the page's sentences are in a region, from 0 to 1."""
        return (self._prose[region.end] - self._prose[region.start]) / max(self.all_prose, 1)

    def titles_in(self, region: Region) -> int:
        return self._titled[region.end] - self._titled[region.start]

    def is_menu(self, region: Region) -> bool:
        """Say whether a region is links, with nothing that ends a sentence and no title."""

        def inside(sums: list[int]) -> int:
            return sums[region.end] - sums[region.start]

        if inside(self._links) < _LEAST_LINKS or inside(self._texts) or inside(self._titled):
            return False
        return inside(self._linked) >= _LINKED * inside(self._letters)

    def is_foot(self, region: Region) -> bool:
        """Say whether a region stands at the foot of the page, says who owns it, and has no sentence."""
        if region.end - region.start > _MOST_IN_FOOT or self._titled[region.end] > self._titled[region.start]:
            return False
        owned = self._imprints[region.end] > self._imprints[region.start]
        return owned and self._no_foot[-1] == self._no_foot[region.start]

    def holds_all_titles(self, region: Region) -> bool:
        return 0 < self.titles_in(region) == self._titled[-1]


def reasons_of(
    pieces: Sequence[Piece], regions: Sequence[Region], title: str = ""
) -> tuple[list[str], tuple[str, ...]]:
    """Return for each piece why it is left out, empty where it stays, and remarks for the person.

    ``regions`` are in the order of their starts, the outer before the inner.
    """
    page = _Page(pieces, title_parts(title))
    for believed in _ATTEMPTS:
        reasons = _reasons(page, regions, believed)
        kept = sum(prose for prose, reason in zip(page.prose, reasons, strict=True) if not reason)
        if kept * 2 >= page.all_prose and any(
            piece.letters and not reason for piece, reason in zip(pieces, reasons, strict=True)
        ):
            return reasons, ()
    return [""] * len(pieces), (NOTHING_TAKEN,) if any(piece.letters for piece in pieces) else ()


def title_parts(title: str) -> list[str]:
    """Return a page's title and its parts, as in “Opening of the workshop – News – College”."""
    parts = [title, *_BETWEEN_TITLES.split(title[:400])]
    return [part.strip() for part in parts if len(comparable(part)) >= _LEAST_TITLE]


def _reasons(page: _Page, regions: Sequence[Region], strengths: Collection[Strength]) -> list[str]:
    # A single link may be an attachment of the text; links go where there are several.
    reasons = ["code" if code_or_links(piece) == "code" else "" for piece in page.pieces]
    covered = 0
    for region in regions:
        if region.start < covered:
            continue
        reason = _reason(page, region, strengths)
        if reason:
            reasons[region.start : region.end] = [reason] * (region.end - region.start)
            covered = region.end
    _leave_out_around(page, _main(page, regions), reasons)
    _leave_out_scraps(page, reasons)
    return reasons


def _reason(page: _Page, region: Region, strengths: Collection[Strength]) -> str:
    claimed = region.reason if region.strength in strengths else ""
    believed = page.share(region) <= _MOST_TAKEN[region.strength]
    if claimed and believed and (region.strength == "hidden" or not page.holds_all_titles(region)):
        return claimed
    if page.share(region) < 1 / 2 and page.is_menu(region):
        return _LINKS
    return _FOOT if page.is_foot(region) else ""


def _main(page: _Page, regions: Sequence[Region]) -> Region | None:
    """Return the part of the page that says it is the text, where at least half of the sentences are."""
    mains = [region for region in regions if region.kind == "main"]
    articles = [region for region in regions if region.kind == "article"]
    for found in (mains, articles):
        if found:
            whole = Region(
                min(region.start for region in found), max(region.end for region in found), found[0].kind
            )
            if page.share(whole) > 1 / 2:
                return whole
    return None


def _leave_out_around(page: _Page, main: Region | None, reasons: list[str]) -> None:
    """Leave out what stands around the main text; beside an article only what is no sentence."""
    if main is None:
        return
    untitled = page.titles_in(main) == 0
    for index in (*range(main.start), *range(main.end, len(reasons))):
        keeps = page.titled[index] if untitled else False
        if not keeps and (main.kind == "main" or not _is_prose(page, index)):
            reasons[index] = reasons[index] or _OUTSIDE


def _leave_out_scraps(page: _Page, reasons: list[str]) -> None:
    """Leave out the labels over menus, and a few words that are left between two things left out."""
    start = 0
    for end in range(len(reasons) + 1):
        if end < len(reasons) and not reasons[end]:
            continue
        run, start = range(start, end), end + 1
        if not run:
            continue
        letters = sum(page.pieces[index].letters for index in run)
        if run.start and letters <= _SCRAPS and all(_is_scrap(page, index) for index in run):
            reasons[run.start : run.stop] = [_OUTSIDE] * len(run)
        elif end < len(reasons) and reasons[end] == _LINKS and _is_scrap(page, end - 1):
            label = page.pieces[end - 1]
            if label.letters <= _LABEL or label.role == "heading":
                reasons[end - 1] = "label of links"


def _is_scrap(page: _Page, index: int) -> bool:
    piece = page.pieces[index]
    return not (_is_prose(page, index) or page.titled[index] or piece.role in {"cell", "caption", "note"})


def _is_prose(page: _Page, index: int) -> bool:
    return page.pieces[index].ends_sentence or page.prose[index] >= _LEAST_SENTENCE


def _prose(piece: Piece) -> int:
    """Return the letters of a piece outside links, a fourth of them where it has no sentence."""
    letters = piece.letters - piece.linked
    if piece.coded == piece.letters or row_reason(piece.text) or row_reason(piece.apart):
        return 0
    return letters if letters >= _LEAST_SENTENCE and _SENTENCE_MARK.search(piece.text) else letters // 4


def _foot(piece: Piece) -> tuple[bool, bool]:
    """Return whether a piece says who owns the page, and whether it may stand beside what does."""
    imprint = _IMPRINT.search(piece.text[:LONGEST_FURNITURE]) is not None
    if piece.role in {"heading", "cell", "caption", "note"} or len(piece.text) > LONGEST_FURNITURE:
        return False, False
    return imprint, all(
        _IMPRINT.search(row) or row_reason(row) or not _SENTENCE_END.search(row)
        for row in piece.text.split("\n")
    )


def _sums(values: Iterable[int]) -> list[int]:
    return [0, *accumulate(values)]
