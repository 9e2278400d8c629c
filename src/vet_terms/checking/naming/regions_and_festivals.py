"""Findings on regions of China and on festivals taken for one another: the Pearl River Delta for 长三角.

A name that the English leaves out is no finding, nor is another name of the same. Only where another region
or festival of the table stands there, which the Chinese does not name, is it one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip

_DASHES = str.maketrans("–—‑", "---")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A region or a festival: its Chinese names and its English ones, the usual first."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]


TABLES = ("regions.tsv", "festivals.tsv")


@functools.cache
def names_of(table: str) -> tuple[Fixed, ...]:
    """Return the rows of a table."""
    lines = resources.files("vet_terms.checking").joinpath("tables", table).read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return tuple(Fixed(tuple(zh.split("|")), tuple(en.split("|"))) for zh, en in rows)


@functools.cache
def _chinese(table: str) -> tuple[re.Pattern[str], dict[str, Fixed]]:
    of_name = {name: each for each in names_of(table) for name in each.chinese}
    longest_first = sorted(of_name, key=lambda name: (-len(name), name))
    return re.compile("|".join(longest_first)), of_name


@functools.cache
def _english(table: str) -> tuple[tuple[re.Pattern[str], Fixed], ...]:
    return tuple(
        (re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, each.english))})(?!\w)"), each)
        for each in names_of(table)
    )


def other_regions_and_festivals(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the region or festival that the English names where the Chinese names another one."""
    for table in TABLES:
        yield from _others(table, reading)


def _others(table: str, reading: Reading) -> Iterator[Slip]:
    pattern, of_name = _chinese(table)
    called = {of_name[match.group()]: match.group() for match in pattern.finditer(reading.zh)}
    if not called:
        return
    en = reading.en.translate(_DASHES)
    named = [(match, each) for pattern, each in _english(table) if (match := pattern.search(en))]
    lacking = [wanted for wanted in called if all(wanted is not each for _, each in named)]
    # A name of two regions (Bay Area) is the called one's, if one of them is called.
    uncalled = [
        match
        for match, each in named
        if each not in called and not any(name in reading.zh for name in each.chinese)
    ]
    if len(lacking) == 1 and uncalled and not any(each in called for _, each in named):
        wanted, there = lacking[0], max(uncalled, key=lambda match: (len(match.group()), -match.start()))
        official = wanted.english[0]
        written = reading.en[slice(*there.span())]
        message = f"{called[wanted]} is “{official}”, not “{written}”."
        yield Slip(*there.span(), message, "error", official)
