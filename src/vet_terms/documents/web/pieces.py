"""Texts of a page of the web or a Markdown file as their markup parts them, before it is known which stay.

HTML and Markdown mark the same things (links, code, headings, cells); what reads either hands over pieces.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from vet_terms.documents.parts import Part
from vet_terms.documents.text.furniture import furniture_reason
from vet_terms.language.scripts import HAN, comparable
from vet_terms.model import Dropped, Place, Role

_SIDES = re.compile(rf"[/|｜（）()\n]|(?<=[{HAN}])\s+(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=[{HAN}])")
"""Where a heading in both languages may be parted."""

_DATE = r"(?:\d{4}\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
_ONLY_DATE = re.compile(rf"[\s\[\]【】()（）]*{_DATE}[\s\[\]【】()（）]*")
_DATED_LABEL = re.compile(rf"(?=\d{{4}}){_DATE}\s+\w{{2,8}}\s?[：:]")

_NO_LETTERS = re.compile(r"[\W_]+")
_BETWEEN_TOOLS = re.compile(r"[\s|｜·\[\]【】]+")
_ENDS_SENTENCE = re.compile(r"[。！？!?…；;.][”’」』）)\"']*$")

_LONGEST_DATE = 40
LONGEST_FURNITURE = 400
"""Characters of a line beyond which it is not asked whether it is navigation or a label of the site."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text between two block boundaries; ``text`` has a line end where the page shows one.

    ``letters`` counts its letters, characters and digits, ``linked`` those inside links, ``coded`` those
    inside code, ``dated`` those of dates beside links; ``is_title`` says that the markup calls it the title
    of the page. ``apart`` is the text with a space wherever an element begins or ends: what stands in boxes
    of its own is shown apart though nothing stands between.
    """

    text: str
    line: int = 0
    role: Role | None = None
    spot: str = ""
    letters: int = 0
    linked: int = 0
    coded: int = 0
    links: int = 0
    is_title: bool = False
    dated: int = 0
    apart: str = ""

    @property
    def ends_sentence(self) -> bool:
        """Say whether it ends as sentences do, which the texts of menus do not."""
        return _ENDS_SENTENCE.search(self.text) is not None


@dataclass(slots=True)
class Gathered:
    """What a piece is made of, as the markup is walked through."""

    texts: list[str] = field(default_factory=list)
    linked: int = 0
    coded: int = 0
    links: int = 0
    dated: int = 0

    def add(self, text: str, *, linked: bool, coded: bool) -> None:
        """Add a text as it stands between two marks."""
        self.texts.append(text)
        if not linked and len(text) <= _LONGEST_DATE and _ONLY_DATE.fullmatch(text):
            self.dated += count_letters(text)
        if linked or coded:
            letters = count_letters(text)
            self.linked += letters if linked else 0
            self.coded += letters if coded else 0

    def piece(self, text: str, line: int, role: Role | None, spot: str = "", *, title: bool = False) -> Piece:
        """Return the piece; ``text`` is what has become of its texts."""
        counts = count_letters(text), self.linked, self.coded, self.links
        texts = [each.strip() for each in self.texts if each.strip()]
        short = len(texts) > 1 and len(text) <= LONGEST_FURNITURE and "\n" not in text
        apart = " ".join(texts) if short else ""
        return Piece(text, line, role, spot, *counts, is_title=title, dated=self.dated, apart=apart)


def count_letters(text: str) -> int:
    """Return how many letters, Chinese characters and digits a text has."""
    return len(_NO_LETTERS.sub("", text))


def code_or_links(piece: Piece) -> str:
    """Return why a piece of nothing but code or links is left out; empty where it is a text.

    In a heading or a cell either may be the text, and what ends a sentence is one.
    """
    if not piece.letters or piece.role in {"heading", "cell"}:
        return ""
    if piece.coded == piece.letters:
        return "code"
    return "links" if piece.linked == piece.letters and not piece.ends_sentence else ""


def parts_of(
    pieces: Iterable[Piece], reasons: Sequence[str], document: str, row_step: int = 0
) -> tuple[list[Part], list[Dropped]]:
    """Return the parts of the pieces that stay, and the rest; ``reasons`` are empty for those that stay.

    Lines that are navigation, labels or tools of the site by their words go here too.
    """
    parts: list[Part] = []
    dropped: list[Dropped] = []
    for piece, reason in zip(pieces, reasons, strict=True):
        place = Place(document, line=piece.line, spot=piece.spot)
        if reason:
            dropped.append(Dropped(piece.text, reason, place))
            continue
        rows: list[str] = []
        for row in piece.text.split("\n"):
            found = (row_reason(row) or row_reason(piece.apart)) if piece.role in {None, "body"} else ""
            if found:
                dropped.append(Dropped(row.strip(), found, place))
            else:
                rows.append(row)
        text = "\n".join(rows).strip()
        if text:
            parts.append(Part(text, place, piece.role, row_step=row_step))
    return parts, dropped


def says_title(texts: Iterable[str], titles: Collection[str]) -> bool:
    """Say whether a text is one of some titles, or is one in one of its two languages."""
    wanted = {comparable(title) for title in titles}
    return any(
        comparable(side) in wanted
        for text in texts
        if len(text) <= LONGEST_FURNITURE
        for side in (text, *_SIDES.split(text))
        if side.strip()
    )


def row_reason(row: str) -> str:
    """Return why a line is no text of the document: by its own words, or because all its words are tools."""
    text = row.strip()
    if not text or len(text) > LONGEST_FURNITURE:
        return ""
    # A date in front of other labels of the page needs no label of its own.
    reason = furniture_reason(text) or (furniture_reason(f"日期：{text}") if _DATED_LABEL.match(text) else "")
    if reason:
        return reason
    words = [word for word in _BETWEEN_TOOLS.split(text) if word]
    reasons = [furniture_reason(word) for word in words] if 1 < len(words) < 8 else []
    return reasons[0] if reasons and all(reasons) else ""
