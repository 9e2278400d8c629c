"""Findings on regions of China taken for one another: the Pearl River Delta for 长三角.

A region that the English does not name is no finding, nor is one of its own names. Only where another region
of the table stands there, which the Chinese does not name, is it one.
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
class Region:
    """A region: its Chinese names and its English ones, the usual first."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]


@functools.cache
def regions() -> tuple[Region, ...]:
    """Return the table."""
    lines = (
        resources.files("vet_terms.checking").joinpath("tables/regions.tsv").read_text("utf-8").split("\n")
    )
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return tuple(Region(tuple(zh.split("|")), tuple(en.split("|"))) for zh, en in rows)


@functools.cache
def _chinese() -> tuple[re.Pattern[str], dict[str, Region]]:
    of_name = {name: region for region in regions() for name in region.chinese}
    longest_first = sorted(of_name, key=lambda name: (-len(name), name))
    return re.compile("|".join(longest_first)), of_name


@functools.cache
def _english() -> tuple[tuple[re.Pattern[str], Region], ...]:
    return tuple((re.compile("|".join(map(re.escape, each.english))), each) for each in regions())


def other_regions(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the region that the English names where the Chinese names another one."""
    pattern, of_name = _chinese()
    called = {of_name[match.group()]: match.group() for match in pattern.finditer(reading.zh)}
    if not called:
        return
    en = reading.en.translate(_DASHES)
    named = [(match, region) for pattern, region in _english() if (match := pattern.search(en))]
    lacking = [region for region in called if all(region is not each for _, each in named)]
    # A name of two regions (Bay Area) is the called one's, if one of them is called.
    uncalled = [
        match
        for match, region in named
        if region not in called and not any(name in reading.zh for name in region.chinese)
    ]
    if len(lacking) == 1 and uncalled and not any(region in called for _, region in named):
        region, there = lacking[0], max(uncalled, key=lambda match: (len(match.group()), -match.start()))
        official = region.english[0]
        written = reading.en[slice(*there.span())]
        message = f"{called[region]} is “{official}”, not “{written}”."
        yield Slip(*there.span(), message, "error", official)
