"""Visual lines back to paragraphs: the wraps of a dump undone, in both languages.

For each line the evidence that it goes on the one before is weighed: what the last line ended
with, what the next begins with, open quotes and brackets, a word that would be cut, indents, blank
lines, and whether the last line was full. The weights are small whole numbers; more than zero joins.
Too few joins are mended later by the aligner, too many by nobody, so doubt keeps lines apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.documents.text.joins import join
from vet_terms.documents.text.line_ends import PROSE_MARK, UNWRAPPED_WIDTH, Style
from vet_terms.documents.text.lines import Line, LineKind
from vet_terms.language.divisions import division_of
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.language.sentences import ends_sentence
from vet_terms.language.wordbreaks import cuts_chinese_word, is_title
from vet_terms.model import Language

LONGEST_OPEN_QUOTE = 600
"""Characters after which an unclosed quote is taken for a slip and no longer holds lines together."""

BOX_GAP = 2
"""Blank lines that part two texts whatever they say."""

LONGEST_PARAGRAPH = 5000
"""Characters beyond which a new paragraph begins: no paragraph is so long, but a list of lines may be."""

_PAIRS = (("“", '”"'), ("《", "》"), ("（(", "）)"), ("「", "」"), ("【", "】"))
"""What opens and what closes it: people open “ and close with ", open （ and close with )."""
_CLOSING_START = re.compile(r"[，。、；：！？”’）》】」』,.;:!?)\]%％]")
CAPTION_START = re.compile(
    r"[▲△▼▽↑](?=\s?\S)|[图圖表]\s?\d|[图圖][为為]|(?:Fig(?:ure|\.)|Table|Photo)\s\d", re.IGNORECASE
)
"""What only the caption of a picture or a table begins with."""

_LABELLED = re.compile(rf"[{HAN}]{{2,6}}\s?[：:]|[A-Z][A-Za-z]*(?: [A-Za-z]+){{0,3}}:\s")
"""What a line of a form or a notice begins with: the name of what it says, as 地点： or Hosted by:."""

_DASH_ITEM = re.compile(r"(?:——|--|[-–—]\s)\S")
CHINESE_GOES_ON = re.compile(r"[，、：（《“‘—\-/]$|[的与和及或在对将把被从向为于以了]$")
_ENGLISH_GOES_ON = re.compile(
    r"(?:[,\-–—/(“‘&+]|\b(?:a|an|the|of|and|or|to|in|on|at|by|for|with|from|as|into|than|that|which|who|whose|"
    r"its|their|our|his|her|this|these|those|is|are|was|were|be|been|has|have|had|will|can|not|between|through|"
    r"under|over|such|no))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text."""

    text: str
    language: Language
    line: int
    lines: int
    indent: int
    gap: int
    recurring: bool = False
    kind: LineKind = "text"


@dataclass(frozen=True, slots=True)
class _Box:
    """The lines around a line that may be set in one column with it: same language, no wider gaps.

    ``around`` and ``ahead`` are the greatest widths, in columns, of all of them and of those from the
    line on; ``ahead`` is 0 where the line is the last, and so may end anywhere. ``prose`` says that
    one has a comma or an end mark; ``stacked`` that three or more without any stand there which all
    begin with a capital, as labels do and wrapped text does not.
    """

    around: int
    ahead: int
    prose: bool
    stacked: bool

    @classmethod
    def near(cls, page: Sequence[Line], index: int) -> _Box:
        here = page[index]
        start = index
        while start > 0 and index - start < 8 and _in_one_column(page[start - 1], page[start], here):
            start -= 1
        end = index + 1
        while end < len(page) and end - index < 8 and _in_one_column(page[end - 1], page[end], here):
            end += 1
        box = page[start:end]
        prose = any(PROSE_MARK.search(line.text) for line in box)
        return cls(
            around=max(line.width + line.indent for line in box),
            ahead=max(line.width + line.indent for line in page[index : min(end, index + 3)])
            if index + 1 < end
            else 0,
            prose=prose,
            stacked=len(box) >= 3 and not prose and all(line.text[:1].isupper() for line in box),
        )


def _in_one_column(line: Line, after: Line, here: Line) -> bool:
    return line.language == after.language == here.language and after.gap <= here.gap


def paragraphs(page: Sequence[Line], style: Style) -> tuple[list[Paragraph], list[Line]]:
    """Return the paragraphs of a page in order, and the lines that hold no word of a language."""
    found: list[Paragraph] = []
    wordless: list[Line] = []
    group: list[Line] = []
    text = ""
    for index, line in enumerate(page):
        if line.language is None:
            goes_on = bool(group) and _stands_inside(group, line, page[index + 1 : index + 2])
            if not goes_on:
                wordless.append(line)
                continue
        else:
            goes_on = bool(group) and _continues(group, text, page, index, style)
        if goes_on:
            text = join(text, line.text, group[0].language, continued=group[-1].continued)
            group.append(line)
            continue
        if group:
            found.append(_paragraph(group, text))
        group, text = [line], line.text
    if group:
        found.append(_paragraph(group, text))
    return found, wordless


def _paragraph(group: Sequence[Line], text: str) -> Paragraph:
    first = group[0]
    assert first.language is not None
    return Paragraph(
        text, first.language, first.number, len(group), first.indent, first.gap, first.recurring, first.kind
    )


def _continues(group: Sequence[Line], text: str, page: Sequence[Line], index: int, style: Style) -> bool:
    last, line = group[-1], page[index]
    if line.language != group[0].language or line.same_line or last.width > UNWRAPPED_WIDTH:
        return False
    if line.kind != "text" or last.kind in {"heading", "cell"}:
        return False
    if line.gap >= BOX_GAP or len(text) > LONGEST_PARAGRAPH:
        return False
    if split_mark(line.text)[0] or division_of(line.text):
        return False
    if line.recurring != last.recurring:
        return False
    if _CLOSING_START.match(line.text):
        return True
    box = _Box.near(page, index)
    dedented = line.indent <= group[0].indent + 1
    is_over = line.gap > 0 and ends_sentence(last.text)
    if dedented and not is_over and len(text) < LONGEST_OPEN_QUOTE and _open_quotes(text):
        return True
    if _DASH_ITEM.match(line.text) or CAPTION_START.match(line.text):
        return False
    if _LABELLED.match(line.text) and _LABELLED.match(group[0].text):
        return False
    if ends_sentence(last.text):
        if line.language in style.unwrapped:
            return False
        return line.gap == 0 and dedented and line.indent == last.indent and _is_full(last, line, box)
    if line.language == "zh":
        score = _chinese_weight(group, _open_sentence(text), line, box)
    else:
        score = _english_weight(group, text, line, box, style.spaces_mark_wraps)
    score += 1 if _is_full(last, line, box) else -2
    if 0 < box.ahead < last.width - 4 and not ends_sentence(line.text):
        # The text below is set narrower: it wraps earlier than this line, so it is another box.
        score -= 3
    score += -3 if line.indent >= last.indent + 2 else 0
    score += _gap_weight(group, line)
    if line.language in style.unwrapped:
        # Lines are whole here; only words that cannot begin one are joined.
        score -= 4
    return score > 0


def _open_sentence(text: str) -> str:
    """Return what stands behind the last end mark of a text, and no more than a line needs."""
    return re.split("[。！？；]", text[-200:])[-1]


def _stands_inside(group: Sequence[Line], line: Line, after: Sequence[Line]) -> bool:
    """Say whether a line of digits or signs alone is a part of the text around it."""
    if line.gap or line.same_line or group[-1].kind in {"heading", "cell"} or ends_sentence(group[-1].text):
        return False
    if _CLOSING_START.match(line.text) or ends_sentence(line.text):
        # The last of a text may be no more than its closing mark, or a figure.
        return True
    return any(following.language == group[-1].language and not following.gap for following in after)


def _gap_weight(group: Sequence[Line], line: Line) -> int:
    """Weigh the blank lines: none speaks for going on; one against, unless the text is double-spaced."""
    if line.gap == 0:
        return 1
    return 0 if len(group) > 1 and group[-1].gap == line.gap else -1


def _chinese_weight(group: Sequence[Line], sentence: str, line: Line, box: _Box) -> int:
    last = group[-1]
    score = 0
    if cuts_chinese_word(last.text, line.text):
        score += 3
    if CHINESE_GOES_ON.search(last.text):
        score += 3
    sentence_marks = bool(re.search(r"[，、]", split_mark(sentence)[1]))
    if sentence_marks:
        score += 2
    if group[0].indent > line.indent:
        score += 2
    if re.search(r"[，；。]", line.text):
        score += 1
    wider = line.width + line.indent > last.width + last.indent + 4
    if len(group) == 1 and wider and split_mark(last.text)[0] and not sentence_marks:
        # An enumerated heading; the first line of an enumerated text would be as wide as the next.
        score -= 3
    if not box.prose and (line.width >= last.width or _are_parallel(last.text, line.text)):
        # The last line of a text is the shorter one; labels are as long as they please.
        score -= 3
    elif last.width < 20 and len(group) == 1:
        # Two short lines without a mark between them are more often two labels than one text.
        score -= 2
    return score


def _english_weight(group: Sequence[Line], text: str, line: Line, box: _Box, marked: bool) -> int:
    last = group[-1]
    score = 0
    if line.text[:1].islower():
        score += 3
    if _ENGLISH_GOES_ON.search(last.text):
        score += 3
    if marked:
        score += 2 if last.continued else -2
    if line.text[:1].isdigit():
        score += 1
    if line.text[:1].isupper():
        titled = is_title(text) and not is_title(line.text)
        if box.stacked or titled or _are_parallel(last.text, line.text):
            score -= 3
        elif re.search(r"\b[A-Z]\w*$", last.text) and line.gap == 0:
            score += 2
    return score


def _are_parallel(left: str, right: str) -> bool:
    """Say whether two lines are built alike, as rows of a list are: at an edge or for the most part."""
    if HAN_CHARACTER.search(left):
        same = sum(a == b for a, b in zip(left, right, strict=False))
        return (
            left[:2] == right[:2]
            or left[-2:] == right[-2:]
            or (len(left) == len(right) and same * 3 >= len(left))
        )
    before, after = left.split(), right.split()
    shared = len(set(before) & set(after))
    return before[:2] == after[:2] or shared * 2 >= max(len(before), len(after), 6)


def _is_full(last: Line, line: Line, box: _Box) -> bool:
    """Say whether the next line's first word would not have fitted behind the last line."""
    # A Chinese first line may have lost its indent of two characters, and one more to a closing mark.
    room = 12 if line.language == "zh" else 1 + len(line.text.split(" ", 1)[0])
    if ends_sentence(last.text):
        # Here the paragraph may as well be over, and to keep two sentences apart does no harm.
        room = min(room, 4)
    return last.width + last.indent + room > box.around


def _open_quotes(text: str) -> bool:
    return any(sum(map(text.count, opening)) > sum(map(text.count, closing)) for opening, closing in _PAIRS)
