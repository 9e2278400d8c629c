"""Visual lines back to paragraphs: the wraps of a dump undone, in both languages.

For each line the evidence that it goes on the one before is weighed: what the last line ended
with, what the next begins with, open quotes and brackets, a word that would be cut, indents, blank
lines, and whether the last line was full. The weights are small whole numbers; more than zero joins.
Too few joins are mended later by the aligner, too many by nobody, so doubt keeps lines apart.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.documents.lines import Line
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.language.sentences import ends_sentence
from vet_terms.language.wordbreaks import cuts_chinese_word, is_english_word
from vet_terms.model import Language

UNWRAPPED_WIDTH = 180
"""A line of more columns was never wrapped: it is a paragraph of its own."""

LONGEST_OPEN_QUOTE = 600
"""Characters after which an unclosed quote is taken for a slip and no longer holds lines together."""

_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("【", "】"))
_CLOSING_START = re.compile(r"[，。、；：！？”’）》】」』,.;:!?)\]%％]")
_DASH_ITEM = re.compile(r"(?:——|--|[-–—]\s)\S")
_CHINESE_GOES_ON = re.compile(r"[，、：（《“‘—\-/]$|[的与和及或在对将把被从向为于以了]$")
_ENGLISH_GOES_ON = re.compile(
    r"(?:[,\-–—/(“‘&+]|\b(?:a|an|the|of|and|or|to|in|on|at|by|for|with|from|as|into|than|that|which|who|whose|"
    r"its|their|our|his|her|this|these|those|is|are|was|were|be|been|has|have|had|will|can|not|between|through|"
    r"under|over|such|no))$",
    re.IGNORECASE,
)
_BYLINE_NAMES = re.compile(rf"(?:^|[（(／/：:\s])[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})+$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text."""

    text: str
    language: Language
    line: int
    lines: int
    indent: int
    gap: int


@dataclass(frozen=True, slots=True)
class _Widths:
    """The greatest width, in columns, of the same-language lines around a line and from it on.

    ``ahead`` is 0 where the line is the last of its run, and so may end anywhere.
    """

    around: int
    ahead: int

    @classmethod
    def near(cls, page: Sequence[Line], index: int) -> _Widths:
        language = page[index].language
        start = index
        while start > 0 and page[start - 1].language == language and index - start < 8:
            start -= 1
        end = index
        while end < len(page) and page[end].language == language and end - index < 8:
            end += 1
        return cls(
            around=max(line.width + line.indent for line in page[start:end]),
            ahead=max(line.width + line.indent for line in page[index : min(end, index + 3)])
            if index + 1 < end
            else 0,
        )


def paragraphs(page: Sequence[Line], *, spaces_mark_wraps: bool) -> tuple[list[Paragraph], list[Line]]:
    """Return the paragraphs of a page in order, and the lines that hold no word of a language.

    ``spaces_mark_wraps`` says that in this document a line that goes on ends in a space.
    """
    found: list[Paragraph] = []
    wordless: list[Line] = []
    group: list[Line] = []
    for index, line in enumerate(page):
        if line.language is None:
            if group and _stands_inside(group, line, page[index + 1 : index + 2]):
                group.append(line)
            else:
                wordless.append(line)
            continue
        if group and _continues(group, line, _Widths.near(page, index), spaces_mark_wraps):
            group.append(line)
            continue
        if group:
            found.append(_paragraph(group))
        group = [line]
    if group:
        found.append(_paragraph(group))
    return found, wordless


def spaces_mark_wraps(pages: Sequence[Sequence[Line]]) -> bool:
    """Say whether, in this document, English lines that surely go on end in a space.

    Surely: the next line of the page follows at once and starts with a small letter.
    """
    going_on = [
        line.continued
        for page in pages
        for line, after in itertools.pairwise(page)
        if line.language == after.language == "en"
        and after.text[:1].islower()
        and not ends_sentence(line.text)
    ]
    return len(going_on) >= 5 and sum(going_on) >= 0.8 * len(going_on)


def _paragraph(group: Sequence[Line]) -> Paragraph:
    first = group[0]
    assert first.language is not None
    return Paragraph(_joined(group), first.language, first.number, len(group), first.indent, first.gap)


def _continues(group: Sequence[Line], line: Line, widths: _Widths, marked: bool) -> bool:
    last = group[-1]
    text = _joined(group)
    if line.language != group[0].language or line.same_line or last.width > UNWRAPPED_WIDTH:
        return False
    if line.gap >= 2 or split_mark(line.text)[0]:
        return False
    if _CLOSING_START.match(line.text):
        return True
    dedented = line.indent <= group[0].indent + 1
    if _open_quotes(text) and dedented and len(text) < LONGEST_OPEN_QUOTE:
        return True
    if _DASH_ITEM.match(line.text):
        return False
    if ends_sentence(last.text):
        return line.gap == 0 and dedented and line.indent == last.indent and _is_full(last, line, widths)
    weight = _chinese_weight if line.language == "zh" else _english_weight
    score = weight(group, line, marked)
    score += 1 if _is_full(last, line, widths) else -2
    if 0 < widths.ahead < last.width - 4 and not ends_sentence(line.text):
        # The text below is set narrower: it wraps earlier than this line, so it is another box.
        score -= 3
    score += -3 if line.indent >= last.indent + 2 else 0
    score += _gap_weight(group, line)
    return score > 0


def _stands_inside(group: Sequence[Line], line: Line, after: Sequence[Line]) -> bool:
    """Say whether a line of digits or signs alone is a part of the text around it."""
    tight = line.gap == 0 and all(following.gap == 0 for following in after)
    same = any(following.language == group[-1].language for following in after)
    return tight and same and not ends_sentence(group[-1].text)


def _gap_weight(group: Sequence[Line], line: Line) -> int:
    """Weigh the blank lines: none speaks for going on; one against, unless the text is double-spaced."""
    if line.gap == 0:
        return 1
    return 0 if len(group) > 1 and group[-1].gap == line.gap else -1


def _chinese_weight(group: Sequence[Line], line: Line, marked: bool) -> int:
    last = group[-1]
    text = _joined(group)
    score = 0
    if cuts_chinese_word(last.text, line.text):
        score += 3
    if _CHINESE_GOES_ON.search(last.text):
        score += 3
    if re.search(r"[，。；、]", text):
        score += 2
    if group[0].indent > line.indent:
        score += 2
    if re.search(r"[，；。]", line.text):
        score += 1
    if last.width < 20 and len(group) == 1:
        # Two short lines without a mark between them are more often two labels than one text.
        score -= 2
    return score


def _english_weight(group: Sequence[Line], line: Line, marked: bool) -> int:
    last = group[-1]
    score = 0
    if line.text[:1].islower():
        score += 3
    if _ENGLISH_GOES_ON.search(last.text):
        score += 3
    if re.search(r"\b[A-Z]\w*$", last.text) and line.text[:1].isupper() and line.gap == 0:
        score += 2
    if marked:
        score += 2 if last.continued else -2
    if line.text[:1].isdigit():
        score += 1
    return score


def _is_full(last: Line, line: Line, widths: _Widths) -> bool:
    """Say whether the next line's first word would not have fitted behind the last line."""
    # A Chinese first line may have lost its indent of two characters, and one more to a closing mark.
    room = 12 if line.language == "zh" else 1 + len(line.text.split(" ", 1)[0])
    return last.width + last.indent + room > widths.around


def _open_quotes(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in _PAIRS)


def _joined(group: Sequence[Line]) -> str:
    text = group[0].text
    for line, last in zip(group[1:], group, strict=False):
        text = _join(text, line.text, group[0].language, continued=last.continued)
    return text


def _join(left: str, right: str, language: Language | None, *, continued: bool) -> str:
    if language == "en":
        return _join_english(left, right)
    if re.search(r"[A-Za-z]$", left) and re.match(r"[A-Za-z]", right):
        return f"{left} {right}"
    if continued and _BYLINE_NAMES.search(left) and HAN_CHARACTER.match(right):
        return f"{left} {right}"
    return left + right


def _join_english(left: str, right: str) -> str:
    hyphenated = re.search(r"([A-Za-z]+)-$", left)
    following = re.match(r"[a-z]+", right)
    if hyphenated and following:
        whole = hyphenated.group(1) + following.group()
        return (left[:-1] if is_english_word(whole) else left) + right
    return f"{left} {right}"
