"""Parts of a period: the beginning, middle or end of a month, a year, a decade, a century.

Told only where each side names one part and no other; what has no period beside it (the middle of a river, an
early start) is no part of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip

Part = Literal["early", "mid", "late"]

_NUMERAL = "[\\d〇零一二三四五六七八九十本上下当今去明次同每]"
_CHINESE = re.compile(
    rf"""
      (?:{_NUMERAL}0?年代|世纪|年代)(?:的)?(?:
          (?P<early>初期?|早期|前期|上半叶)
        | (?P<mid>中期|中叶|中(?=[，。；、]|$))
        | (?P<late>末期?|后期|晚期|下半叶)
      )
    | {_NUMERAL}个?月(?:份)?(?:的)?(?:
          (?P<early2>初|上旬) | (?P<mid2>中旬) | (?P<late2>底|末|下旬)
      )
    | (?<![少青中老晚童幼])(?:{_NUMERAL}年|年)(?:的)?(?:
          (?P<early3>初|伊始) | (?P<mid3>中(?=[，。；、]|$)) | (?P<late3>底|末)
      )
    """,
    re.VERBOSE,
)
_PERIOD = (
    r"(?:(?:the\s)?(?:\d{4}s?|['’]?\d0s|\w+ties|(?:\d{1,2}(?:st|nd|rd|th)|\w+th|\w+first)[\s-]century)"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:this|next|last|the(?:\s(?:same|following|previous))?|each|every)\s(?:year|month|decade|century))\b"
)
_FIRST = r"beginning|start|outset|first\s(?:ten\sdays|third|half|few\s(?:days|weeks))"
_MIDDLE = r"middle|second\sthird|middle\sten\sdays"
_LAST = r"end|close|last\s(?:ten\sdays|third|few\s(?:days|weeks))|latter\s(?:part|half)"
_ENGLISH = re.compile(
    rf"""
      \b(?:(?P<early>[Ee]arly)|(?P<mid>[Mm]id)|(?P<late>[Ll]ate))(?:\s|-)(?:in\s)?{_PERIOD}
    | \b(?:(?P<early2>{_FIRST})|(?P<mid2>{_MIDDLE})|(?P<late2>{_LAST}))\sof\s{_PERIOD}
    """,
    re.VERBOSE,
)
_BEGINS = re.compile("[初早前上中末底后晚下伊]")
_PARTS: tuple[Part, ...] = ("early", "mid", "late")


def other_parts(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the part of a period that the English names where the Chinese names another."""
    if not _BEGINS.search(reading.zh):
        return
    named = list(_CHINESE.finditer(reading.zh))
    if len({_part(match) for match in named}) != 1:
        return
    rendered = list(_ENGLISH.finditer(reading.en))
    if len({_part(match) for match in rendered}) == 1 and _part(rendered[0]) != _part(named[0]):
        message = f"The source says “{named[0].group()}”, the target says “{rendered[0].group()}”."
        yield Slip(*rendered[0].span(), message)


def _part(match: re.Match[str]) -> Part:
    group = match.lastgroup or ""
    return next(part for part in _PARTS if group.startswith(part))
