"""Lines that hold both languages: where the one ends and the other begins.

Only lines that say the same twice, or end one text and begin another, are cut; a foreign name in
a sentence is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from vet_terms.documents.text.paired_lines import split_pair
from vet_terms.language.scripts import HAN, count_han, count_latin_words, has_both_languages, language_of
from vet_terms.model import Language

_LONGEST_PIECE = 4000
_PIECE = re.compile(r".{1000,3999}?(?:[。！？][”’」』）]*|[.!?][”\"')]*(?=\s))|.{1,4000}", re.DOTALL)
_BARS = " /|｜"

_LATIN_RUN = re.compile(rf"[^{HAN}]+")
_STRONG_BEFORE = re.compile(r"(?:[。！？；.!?;][”’」』）)》]*\s*|\s{2,}|\s[/|｜]\s)$")
_STRONG_AFTER = re.compile(r"^(?:\s{2,}|\s[/|｜]\s)")


def split_languages(line: str, *, paired: Collection[str] = ()) -> list[tuple[Language | None, str]]:
    """Return the parts of a line that stand in one language each, in order.

    Chinese sentences carry Latin names and English ones Chinese terms, so a line is cut only at a
    visible boundary (an end mark, a wide gap, a bar), or where a run of English words reaches the
    edge of the line beside a run of Chinese that is as long. ``paired`` are the forms in which this
    document says the same twice on a line: there a space, a bar or a bracket is a boundary too.
    """
    if len(line) <= _LONGEST_PIECE and not has_both_languages(line):
        return [(language_of(line), line)]
    pair = split_pair(line, paired)
    if pair:
        return pair
    return [part for piece in _pieces(line) for part in _parts(piece)]


def _pieces(line: str) -> list[str]:
    """Cut a line of thousands of characters behind end marks, so that each piece is quickly searched."""
    if len(line) <= _LONGEST_PIECE:
        return [line]
    return [piece for found in _PIECE.finditer(line) if (piece := found.group().strip())]


def _parts(line: str) -> list[tuple[Language | None, str]]:
    parts: list[tuple[Language | None, str]] = []
    while english := _english_that_stands_apart(line):
        start, end = english
        before, after = line[:start].rstrip(_BARS), line[end:].strip(_BARS)
        if before.strip():
            parts.append((language_of(before), before))
        parts.append(("en", line[start:end].strip(_BARS)))
        line = after
    return [*parts, (language_of(line), line)] if line or not parts else parts


def _english_that_stands_apart(line: str) -> tuple[int, int] | None:
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
        if words > 1 or _stands_apart(before, after):
            return start, end
    return None


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
