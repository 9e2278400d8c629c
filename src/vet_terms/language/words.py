"""Chinese words: where one ends and the next begins, and how common each is in general text.

The words are jieba's. Its dictionary is read straight from its package: the cache file that it would
leave in the shared temporary folder (and read back from there) is never made. Its search for the likeliest
words, where most of its time goes, is made in one pass here instead of two, and its words are taken from
there without its layers of generators, with the same result. Parts of speech and names are not known here;
see :mod:`vet_terms.language.tagging`.
"""

from __future__ import annotations

import functools
import importlib.util
import math
from collections.abc import Mapping, Sequence
from pathlib import Path


def words(text: str) -> list[str]:
    """Return the text cut into words; joined again they are the text, spaces and marks included."""
    import jieba

    known, total = _with_beginnings()
    found: list[str] = []
    # What splits the text stands at the odd places: runs of characters, Latin letters and digits.
    for number, part in enumerate(jieba.re_han_default.split(text)):
        if number % 2:
            _cut_run(part, known, total, found)
        else:
            for mark in jieba.re_skip_default.split(part):
                found += [mark] if mark.isspace() else mark
    return found


def general_frequency(word: str) -> int:
    """Return how often a word was met in the general corpus behind jieba's dictionary; 0 if never."""
    return frequencies().get(word, 0)


@functools.cache
def frequencies() -> Mapping[str, int]:
    """Return the words of the general dictionary with how often each was met, without loading jieba."""
    return _read_dictionary()[0]


@functools.cache
def _read_dictionary() -> tuple[Mapping[str, int], int]:
    """Return the words with how often each was met, and the sum over all lines: a word may have two."""
    package = importlib.util.find_spec("jieba")
    if package is None or not package.origin:
        raise ModuleNotFoundError("jieba", name="jieba")
    fields = Path(package.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    counts = list(map(int, fields[1::3]))
    return dict(zip(fields[0::3], counts, strict=True)), sum(counts)


@functools.cache
def _with_beginnings() -> tuple[Mapping[str, int], int]:
    """Return what jieba makes of its dictionary: words, 0 for what only words begin with, and the sum."""
    known, total = _read_dictionary()
    beginnings: dict[str, int] = {}
    longer = list(known)
    size = 1
    while longer := [word for word in longer if len(word) > size]:
        beginnings.update(dict.fromkeys([word[:size] for word in longer], 0))
        size += 1
    return beginnings | dict(known), total


def _cut_run(text: str, frequencies: Mapping[str, int], total: int, found: list[str]) -> None:
    """Add the likeliest words of a text without marks and spaces."""
    ends = _ends_of_words(text, frequencies, total)
    start = single = 0
    while start < len(text):
        end = ends[start]
        if end - start > 1:
            if single < start:
                found += _words_of_characters(text[single:start])
            found.append(text[start:end])
            single = end
        start = end
    if single < len(text):
        found += _words_of_characters(text[single:])


@functools.lru_cache(maxsize=65536)
def _words_of_characters(text: str) -> Sequence[str]:
    """Return the words of characters that the dictionary's likeliest words leave single."""
    from jieba import finalseg

    return text if len(text) == 1 or general_frequency(text) else tuple(finalseg.cut(text))


def _ends_of_words(text: str, frequencies: Mapping[str, int], total: int) -> list[int]:
    """Return for each place in a text where the word ends that begins the likeliest words from there on.

    Of equals the longer one. ``frequencies`` are those of words, and 0 of what only words begin with. What is
    not among them is a word of one character, as if met once.
    """
    log, frequency_of = math.log, frequencies.get
    log_total = log(total)
    length = len(text)
    worths = [0.0] * (length + 1)
    ends = [0] * length
    for start in range(length - 1, -1, -1):
        best, last = -math.inf, start + 1
        for end in range(start + 1, length + 1):
            frequency = frequency_of(text[start:end])
            if frequency:
                worth = log(frequency) - log_total + worths[end]
                if worth >= best:
                    best, last = worth, end
            elif frequency is None:
                break
        worths[start] = best if best > -math.inf else worths[last] - log_total
        ends[start] = last
    return ends
