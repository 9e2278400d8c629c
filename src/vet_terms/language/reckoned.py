"""Numbers that a translator reckons from those of the source: halves, parts, sums, the last of some days.

What is reckoned so is no number of its own: 36人，男女各半 may be 18 and 18, “9+2”城市群 eleven cities,
一行6人 someone and five others, and 3月1日起为期一周 the days from March 1 to 7.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from vet_terms.language.quantity import Quantity

_HALVED = re.compile("各(?:占一?)?半|对半|参半|(?:占|各|是|有)一半|半价|减半|折半|半数|平分")
_IN_PARTS = re.compile("等额|均分|等分|平均分|平分|各")
_MOST_PARTS = 12
_SUM = re.compile(r"(?<![\d.+])(\d{1,2})\s?[+＋]\s?(\d{1,2})(?![\d.+])")
_PARTY = re.compile(r"一行(?P<number>[\d一二三四五六七八九十]{1,3})余?人")
_LASTING = re.compile("为期|历时|持续|连续|共.{1,3}天")
_MAY_BE = re.compile(r"[半均等平各行期时续共]|[+＋]")

_BUT = re.compile("缺|除|只有|仅|其余|未|没|不|余下|剩")
_THE_REST = re.compile(r"\bthe (?:rest|remainder|balance)\b|\bremaining\b|\bthe others?\b", re.IGNORECASE)
_TERM = re.compile("第(?P<year>[一二三四])学?年(?:的)?第?(?P<half>[上下一二])学期")

Known = Callable[[Fraction], bool]
"""Tells whether the source says a value."""


def without_reckoned(
    zh: str, lacking: Sequence[Quantity], en: str, added: Sequence[Quantity], known: Known
) -> tuple[list[Quantity], list[Quantity]]:
    """Return what the target lacks and what it adds, without numbers that are reckoned from the source's."""
    lacking, added = list(lacking), list(added)
    if lacking and _THE_REST.search(en):
        lacking = [each for each in lacking if each.value >= 1 or not known(1 - each.value)]
    if lacking and added and _BUT.search(zh):
        for each in lacking:
            whole = [other for other in added if known(other.value + each.value) and other.kind == each.kind]
            if whole:
                return [one for one in lacking if one is not each], [
                    one for one in added if one is not whole[0]
                ]
    if not added or not _MAY_BE.search(zh):
        return lacking, added
    if term := _TERM.search(zh):
        number = 2 * ("一二三四".index(term["year"]) + 1) - (term["half"] in "上一")
        if any(each.value == number for each in added):
            added = [each for each in added if each.value != number]
            lacking = [each for each in lacking if not term.start() <= each.start < term.end()]
    if _HALVED.search(zh):
        added = [each for each in added if not known(each.value * 2)]
    if _IN_PARTS.search(zh):
        parts = [Fraction(count) for count in range(2, _MOST_PARTS + 1) if known(Fraction(count))]
        added = [each for each in added if not any(known(each.value * count) for count in parts)]
    for match in _SUM.finditer(zh):
        total = sum(map(int, match.groups()))
        if any(each.value == total for each in added):
            added = [each for each in added if each.value != total]
            lacking = [each for each in lacking if not match.start() <= each.start < match.end()]
    if party := _PARTY.search(zh):
        whole = [each for each in lacking if party.start() <= each.start < party.end()]
        others = [each for each in added if any(each.value == one.value - 1 for one in whole)]
        if whole and others:
            lacking.remove(whole[0])
            added.remove(others[0])
    if _LASTING.search(zh):
        added = [each for each in added if each.kind != "day"]
    return lacking, added
