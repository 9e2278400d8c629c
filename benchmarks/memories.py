"""A translation memory of any size: pairs whose clauses are those of real translations, recombined.

Clauses come from NTREX-128 (news, zh-CN), else from the hand-made key of the deck: where the two sides of a
line have the same number of clauses, one by one; else the English words are shared out among the Chinese
clauses by length, which is near enough where only time is measured. A pair is a few of them in a row, up to
a length drawn from a log-normal distribution, so that the Chinese has about 20, 40 and 80
characters at the percentiles 5, 50 and 95, as segments have. No Chinese comes twice. A clause recurs some
hundred times in a million pairs, which is harder for an index than a real memory is.
"""

from __future__ import annotations

import hashlib
import itertools
import math
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.ntrex import read_news
from benchmarks.scoring import DATA, DECK_KEY

SEED = 20_240_805
NTREX = DATA / "ntrex"

_MEDIAN, _SPREAD = 35.5, 0.45
_LONGEST_CLAUSE = 40
_ZH_CLAUSE = re.compile(r"[^，；：。！？]+[，；：。！？]?")
_EN_CLAUSE = re.compile(r"[^,;:.!?]+(?:[,;:.!?](?=\s|$))?")

Pair = tuple[str, str]


def pairs(count: int, seed: int = SEED, folder: Path = NTREX) -> Iterator[Pair]:
    """Yield so many pairs (Chinese, English) with distinct Chinese; the same for the same seed.

    ``folder`` holds NTREX; where it is missing, the deck's own clauses serve.
    """
    clauses = list(dict.fromkeys(_clauses(_lines(folder))))
    generator = random.Random(seed)
    seen: set[int] = set()
    while len(seen) < count:
        zh, en = _recombined(clauses, generator)
        # A hash of eight bytes in place of the text: two of a million collide once in ten million runs.
        key = _number_of(zh)
        if key not in seen:
            seen.add(key)
            yield zh, en


def _number_of(text: str) -> int:
    """Return a number for a text that is the same in every process, unlike `hash`."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _recombined(clauses: Sequence[Pair], generator: random.Random) -> Pair:
    wanted = generator.lognormvariate(math.log(_MEDIAN), _SPREAD)
    zh: list[str] = []
    en: list[str] = []
    length = 0
    while length < wanted - 1:
        clause = clauses[int(generator.random() * len(clauses))]
        if length and length + len(clause[0]) > wanted + 6:
            continue
        zh.append(clause[0])
        en.append(clause[1])
        length += len(clause[0]) + 1
    return "，".join(zh) + "。", ", ".join(en) + "."


def _lines(folder: Path) -> list[Pair]:
    if folder.is_dir():
        return [(line.zh, line.en) for line in read_news(folder, "zho-CN")]
    rows = [line.split("\t") for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    return [(zh, en) for _, kind, zh, en in rows if kind == "pair"]


def _clauses(lines: Sequence[Pair]) -> Iterator[Pair]:
    for zh, en in lines:
        zh_clauses = [bare for each in _ZH_CLAUSE.findall(zh) if (bare := each.strip(" ，；：。！？"))]
        en_clauses = [bare for each in _EN_CLAUSE.findall(en) if (bare := each.strip(" ,;:.!?"))]
        if len(zh_clauses) != len(en_clauses):
            en_clauses = _shared_out(en.strip(",;:.!?").split(), [len(clause) for clause in zh_clauses])
        for pair in zip(zh_clauses, en_clauses, strict=True):
            if 2 <= len(pair[0]) <= _LONGEST_CLAUSE and pair[1]:
                yield pair


def _shared_out(words: Sequence[str], shares: Sequence[int]) -> list[str]:
    """Return words in so many runs, each as long as its share."""
    ends = [round(len(words) * sum(shares[: number + 1]) / sum(shares)) for number in range(len(shares))]
    return [" ".join(words[start:end]) for start, end in itertools.pairwise([0, *ends])]
