"""Chinese words: where one ends and the next begins, and how common each is in general text.

The words are jieba's. Its dictionary is read straight from its package: the cache file that it would
leave in the shared temporary folder (and read back from there) is never made. Its search for the likeliest
words, where most of its time goes, is made in one pass here instead of two, with the same result. Parts of
speech and names are not known here; see :mod:`vet_terms.language.tagging`.
"""

from __future__ import annotations

import functools
import importlib.util
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_Route = dict[int, tuple[float, int]]
"""For each place in a text how likely the best words from there on are (as a logarithm), and where the first
of them ends: its last character."""


def words(text: str) -> list[str]:
    """Return the text cut into words; joined again they are the text, spaces and marks included."""
    return list(_tokenizer().cut(text)) if text else []


def general_frequency(word: str) -> int:
    """Return how often a word was met in the general corpus behind jieba's dictionary; 0 if never."""
    return int(_tokenizer().FREQ.get(word) or 0)


@functools.cache
def frequencies() -> Mapping[str, int]:
    """Return the words of the general dictionary with how often each was met, without loading jieba."""
    package = importlib.util.find_spec("jieba")
    if package is None or not package.origin:
        raise ModuleNotFoundError("jieba", name="jieba")
    fields = Path(package.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    return dict(zip(fields[0::3], map(int, fields[1::3]), strict=True))


@functools.cache
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    # What Tokenizer.initialize() does, without its cache file.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True

    def calc(text: str, _words: object, route: _Route) -> None:
        _find_route(text, tokenizer.FREQ, tokenizer.total, route)

    # It lists the words that a text can have, and then weighs them.
    tokenizer.get_DAG = lambda _text: None
    tokenizer.calc = calc
    return tokenizer


def _find_route(text: str, frequencies: Mapping[str, int], total: int, route: _Route) -> None:
    """Fill a route with the likeliest words of a text; of equals the longer one.

    ``frequencies`` are those of words, and 0 of what only words begin with. What is not among them is a word
    of one character, as if met once.
    """
    log_total = math.log(total)
    route[len(text)] = (0.0, 0)
    for start in reversed(range(len(text))):
        best, last = -math.inf, start
        for end in range(start + 1, len(text) + 1):
            frequency = frequencies.get(text[start:end])
            if frequency is None:
                break
            if frequency:
                worth = math.log(frequency) - log_total + route[end][0]
                if worth >= best:
                    best, last = worth, end - 1
        route[start] = (best, last) if best > -math.inf else (route[start + 1][0] - log_total, start)
