"""A text file's lines, each known by its language, indent and surroundings, grouped in pages.

A dump of slides or pages knows no boxes any more: all that is left of the layout are the line
ends, the spaces and the blank lines. This room keeps that evidence; it joins nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vet_terms.language.scripts import (
    HAN,
    HAN_CHARACTER,
    LATIN_WORD,
    count_han,
    count_latin_words,
    language_of,
)
from vet_terms.model import Language


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line of one language.

    ``gap`` counts the blank lines before it on its page; ``continued`` says that the line ended in
    a space, which is how many dumps leave a soft wrap; ``same_line`` that it stands behind a text
    of the other language.
    """

    text: str
    language: Language | None
    number: int
    indent: int
    gap: int
    continued: bool
    same_line: bool = False

    @property
    def width(self) -> int:
        """Return the columns that the text takes; dashes and curly quotes are wide in Chinese."""
        wide = "WFA" if self.language == "zh" else "WF"
        return sum(2 if unicodedata.east_asian_width(char) in wide else 1 for char in self.text)


def pages(text: str) -> list[list[Line]]:
    """Return the lines of each page or slide.

    Pages are told apart by form feeds, or by runs of blank lines that are longer than those inside
    a page: three or more, or two where two is the longest run and comes more than once.
    """
    rows = text.replace("\f", "\n\f\n").split("\n")
    threshold = _page_gap(rows)
    result: list[list[Line]] = [[]]
    gap = number = 0
    for row in rows:
        if row == "\f":
            result.append([])
            gap, number = 0, number - 1
            continue
        number += 1
        if not row.strip():
            gap += 1
            continue
        if gap >= threshold:
            result.append([])
        result[-1].extend(_lines_of(row, number, gap if result[-1] else 0))
        gap = 0
    return [_with_strays_returned(page) for page in result if page]


def _page_gap(rows: Iterable[str]) -> int:
    runs: Counter[int] = Counter()
    gap = 0
    started = False
    for row in rows:
        if row.strip():
            if gap and started:
                runs[gap] += 1
            gap, started = 0, True
        else:
            gap += 1
    if any(length >= 3 for length in runs):
        return 3
    return 2 if runs[2] > 1 else 3


def _lines_of(row: str, number: int, gap: int) -> list[Line]:
    expanded = row.expandtabs(4)
    body = expanded.strip()
    indent = sum(2 if char == "\u3000" else 1 for char in expanded[: len(expanded) - len(expanded.lstrip())])
    continued = expanded != expanded.rstrip()
    parts = split_languages(body)
    return [
        Line(
            text=part,
            language=language,
            number=number,
            indent=indent if index == 0 else 0,
            gap=gap if index == 0 else 0,
            continued=continued and index == len(parts) - 1,
            same_line=index > 0,
        )
        for index, (language, part) in enumerate(parts)
    ]


_LATIN_RUN = re.compile(rf"[^{HAN}]+")
_STRONG_BEFORE = re.compile(r"(?:[。！？；.!?;][”’」』）)》]*\s*|\s{2,}|\s[/|｜]\s)$")
_STRONG_AFTER = re.compile(r"^(?:\s{2,}|\s[/|｜]\s)")


def split_languages(line: str) -> list[tuple[Language | None, str]]:
    """Return the parts of a line that stand in one language each, in order.

    Chinese sentences carry Latin names and English ones Chinese terms, so a line is cut only at a
    visible boundary (an end mark, a wide gap, a bar), or where a run of English words reaches the
    edge of the line beside a run of Chinese that is as long.
    """
    for found in _LATIN_RUN.finditer(line):
        words = count_latin_words(found.group())
        if not words or _inside_brackets(line, found.start(), found.end()):
            continue
        start, end = _trimmed_to_english(line, found.start(), found.end())
        before, english, after = line[:start], line[start:end], line[end:]
        if not before.strip() and not after.strip():
            continue
        if not (_opens(before, english, words) and _closes(before, english, after, words)):
            continue
        if words == 1 and not _stands_apart(before, after):
            continue
        head = [(language_of(before), before.rstrip(" /|｜"))] if before.strip() else []
        rest = split_languages(after.strip(" /|｜")) if after.strip() else []
        return [*head, ("en", english.strip(" /|｜")), *rest]
    return [(language_of(line), line)]


def _trimmed_to_english(line: str, start: int, end: int) -> tuple[int, int]:
    """Move the ends of a run of non-Chinese characters past the marks that belong to the Chinese."""
    if start > 0:
        lead = re.match(r"[。！？；，、：”’」』）》】]*[\s/|｜]*", line[start:end])
        start += lead.end() if lead else 0
    if end < len(line):
        tail = re.search(r"[\s/|｜]*[“‘「『（《【(]*\d*$", line[start:end])
        end -= len(tail.group()) if tail else 0
    return start, end


def _opens(before: str, english: str, words: int) -> bool:
    """Say whether English that is no part of the Chinese before it may begin here."""
    if not before.strip():
        return True
    if count_han(before) < 2:
        return False
    return bool(_STRONG_BEFORE.search(before)) or (
        words >= 4 and english[:1].isupper() and words * 4 >= count_han(before)
    )


def _closes(before: str, english: str, after: str, words: int) -> bool:
    """Say whether the Chinese after a run of English words is no part of the same sentence."""
    if not after.strip():
        return True
    if count_han(after) < 2:
        return False
    if _STRONG_BEFORE.search(english) or _STRONG_AFTER.match(after):
        return True
    return words >= 3 and count_han(after) >= 6 and before == ""


def _stands_apart(before: str, after: str) -> bool:
    """Say whether a single English word is parted from the Chinese by a wide gap or a bar."""
    gap_before = not before.strip() or bool(re.search(r"\s{2,}$|\s[/|｜]\s$", before))
    gap_after = not after.strip() or bool(_STRONG_AFTER.match(after))
    return gap_before and gap_after


def _inside_brackets(line: str, start: int, end: int) -> bool:
    opening = sum(line[: start + 1].count(mark) for mark in "（([【《")
    closing = sum(line[:start].count(mark) for mark in "）)]】》")
    return opening > closing and any(mark in line[max(start, end - 1) :] for mark in "）)]】》")


_LAST_LATIN = re.compile(rf"(?<=[{HAN}”’])\s?([A-Z][a-z]+(?:\s[A-Z][a-z]+)*)$")


def _with_strays_returned(page: list[Line]) -> list[Line]:
    """Give a name at the end of a Chinese line back to the English line below that it begins.

    It is taken for the English when that line opens with something no sentence opens with (a dash
    or a small letter), so that its first word must stand elsewhere.
    """
    lines = list(page)
    for index in range(len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        if line.language != "zh" or after.language != "en" or not re.match(r"[-–—&,;a-z]", after.text):
            continue
        stray = _LAST_LATIN.search(line.text)
        if (
            not stray
            or not HAN_CHARACTER.search(line.text[: stray.start()])
            or not LATIN_WORD.search(after.text)
        ):
            continue
        lines[index] = replace(line, text=line.text[: stray.start()].rstrip(), continued=False)
        lines[index + 1] = replace(after, text=f"{stray.group(1)} {after.text}")
    return lines
