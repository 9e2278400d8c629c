"""Figures and parties that changed places: 男生320人、女生280人 as "280 boys and 320 girls".

Figures are paired with the words of the stretch between marks that holds one figure alone, on both sides.
They are swapped where the words of each stretch are answered beside the other's figure, and not beside their
own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vet_terms.checking.counterparts.answers import Content, chinese_contents, english_contents
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Quantity

_NUMERALS = "\\d二两三四五六七八九十"
_TWO_NUMERALS = re.compile(f"[{_NUMERALS}][^\\d.,]+[{_NUMERALS}]")
_FIGURE = rf"(?:[{_NUMERALS}]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
_TWO_FIGURES = re.compile(rf"{_FIGURE}(?:[^\d.,]|[.,](?!\d))+{_FIGURE}", re.IGNORECASE)
_DIGIT = re.compile(_FIGURE, re.IGNORECASE)
_OF_A_WHOLE = re.compile(r"\bof (?:wh(?:om|ich)|them|these|those)\b", re.IGNORECASE)
"""What is counted is named beside the whole: 10,500 students, 4,000 of whom are enrolled in."""
_IN_ORDER = re.compile(r"分别|依次|\brespective", re.IGNORECASE)
_NO_AMOUNTS = frozenset({"year", "month", "day", "time", "ordinal"})
_MOST_FIGURES = 16
_MARK_ZH = re.compile(r"[，、；。：！？;:!?\n()（）]|,(?!\d)|以及|[和与及]|而(?=.{2})")
_MARK_EN = re.compile(
    r"[;:!?()\n—–]|,(?!\d)|\.(?!\d)|\b(?:and|while|whereas|but|or|with|against|compared)\b", re.IGNORECASE
)

Words = Sequence[tuple[int, str]]
"""The words of a Chinese text, each with its place."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """Two figures of the English, each of which stands where the other belongs."""

    first: Quantity
    second: Quantity


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure and the words of its stretch that carry meaning, the nearest first, each by its answers."""

    figure: Quantity
    words: tuple[frozenset[str], ...]


def swapped_figures(zh: str, en: str, words: Callable[[], Words]) -> Swapped | None:
    """Return the first two figures of an English text that changed places; ``words`` gives the Chinese."""
    if (
        not (_TWO_NUMERALS.search(zh) and _TWO_FIGURES.search(en))
        or _IN_ORDER.search(zh)
        or _IN_ORDER.search(en)
    ):
        return None
    if not (_has_two_figures(_MARK_ZH, zh) and _has_two_figures(_MARK_EN, en)):
        return None
    in_chinese = _alone(_MARK_ZH, zh, read_chinese(zh))
    in_english = _alone(_MARK_EN, en, read_english(en)) if in_chinese else {}
    if len(in_chinese.keys() & in_english.keys()) < 2:
        return None
    chinese = _held(in_chinese, chinese_contents(words()))
    english = _held(in_english, english_contents(en))
    values = [value for value in chinese if value in english]
    for index, one in enumerate(values):
        for other in values[index + 1 :]:
            told = _elsewhere(chinese, english, one, other), _elsewhere(chinese, english, other, one)
            in_other_order = _are_in_other_order(chinese, english, one, other)
            # Of two figures in the other order one tells enough if nothing is known of the other.
            is_told_by_one = len(values) == 2 and "不是" not in zh and in_other_order
            by_both = min(told) > 0 and (in_other_order or not _OF_A_WHOLE.search(en))
            if by_both or (is_told_by_one and min(told) == 0 and max(told) > 0):
                return Swapped(english[one].figure, english[other].figure)
    return None


def _has_two_figures(mark: re.Pattern[str], text: str) -> bool:
    """Tell whether two stretches between marks have a digit, which costs little to see."""
    return sum(_DIGIT.search(part) is not None for part in mark.split(text)) > 1


_Alone = dict[Fraction, tuple[Quantity, int, int]]


def _alone(mark: re.Pattern[str], text: str, quantities: Sequence[Quantity]) -> _Alone:
    """Return the figures that are the only one of a stretch between marks and that the text says once."""
    amounts = [each for each in quantities if each.weight != "loose" and each.kind not in _NO_AMOUNTS]
    if not 2 <= len(amounts) <= _MOST_FIGURES:
        return {}
    ends = [match.span() for match in mark.finditer(text)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)]
    found: _Alone = {}
    said: list[Fraction] = [each.value for each in amounts]
    for start, stop in zip(starts, stops, strict=True):
        here = [each for each in amounts if start <= each.start < stop]
        if len(here) == 1 and said.count(here[0].value) == 1:
            found[here[0].value] = here[0], start, stop
    return found


def _held(alone: _Alone, words: Sequence[Content]) -> dict[Fraction, _Held]:
    found = {}
    for value, (figure, start, stop) in alone.items():
        inside = [(at, keys) for at, keys in words if start <= at < stop and keys]
        near = sorted((min(abs(at - figure.start), abs(at - figure.end)), at) for at, _ in inside)
        by_place = dict(inside)
        found[value] = _Held(figure, tuple(by_place[at] for _, at in near))
    return found


def _elsewhere(
    chinese: dict[Fraction, _Held], english: dict[Fraction, _Held], one: Fraction, other: Fraction
) -> int:
    """Return by how much what one figure counts is answered beside another figure rather than its own."""
    own, others = english[one].words, english[other].words
    # What both Chinese stretches say tells nothing.
    heads = [keys for keys in chinese[one].words if keys not in chinese[other].words]
    nearer = (
        sum(akin(keys, word) for word in others) - sum(akin(keys, word) for word in own) for keys in heads
    )
    return next((each for each in nearer if each), 0)


def _are_in_other_order(
    chinese: dict[Fraction, _Held], english: dict[Fraction, _Held], one: Fraction, other: Fraction
) -> bool:
    return (chinese[one].figure.start < chinese[other].figure.start) != (
        english[one].figure.start < english[other].figure.start
    )


_PARTIES = {"甲方": "A", "乙方": "B", "丙方": "C"}
_DUTY_ZH = "应当?|必须|须|负责|有义务"
_RIGHT_ZH = "有权|可以"
# Who accepts, receives or may have something is rendered by what the other does.
_PASSIVE_ZH = "接受|配合|服从|允许|获得|取得|享有|听从|遵守|协助|收到(?![^，。；]{0,10}[后起])"
_PARTY_ZH = re.compile(
    rf"(?P<who>[甲乙丙]方)(?:(?P<duty>{_DUTY_ZH})|(?P<right>{_RIGHT_ZH}))"
    rf"(?![^，。；]{{0,4}}(?:{_PASSIVE_ZH}))[^，。；;]{{0,24}}?(?P<whom>[甲乙丙]方)"
)
_PARTY_EN = re.compile(
    r"\bParty (?P<who>[ABC]) (?:(?P<duty>shall|must|is (?:obliged|required) to|undertakes to)"
    r"|(?P<right>may|(?:has|shall have) the right to|is entitled to))"
    r" (?!not |be |receive|accept|obtain|allow|permit|let |enable|cooperate|grant|ensure|hold|have )"
    r"(?P<deed>[^.;]{0,100}?)\bParty (?P<whom>[ABC])\b"
)
_TURNED_BY = re.compile(
    r"\b(?:by|from|at|upon|on|under|(?:consent|approval|permission|agreement|request|behalf|notice|receipt"
    r"|instructions?|supervision|guidance|direction|requirements?|rules|regulations|care|expense|premises"
    r"|facilities) of)\s+$"
)


def swapped_parties(zh: str, en: str) -> Iterator[re.Match[str]]:
    """Yield the clauses of an English agreement in which two parties changed places."""
    if "方" not in zh or "Party" not in en:
        return
    said = list(_PARTY_ZH.finditer(zh))
    # One such clause on each side: of several it is not known which answers which.
    if len(said) != 1 or sum(zh.count(party) for party in _PARTIES) > 2:
        return
    who, whom = _PARTIES[said[0]["who"]], _PARTIES[said[0]["whom"]]
    found = list(_PARTY_EN.finditer(en))
    if len(found) != 1 or en.count("Party ") != 2 or who == whom:
        return
    clause = found[0]
    same_force = bool(clause["duty"]) == bool(said[0]["duty"])
    turned = _TURNED_BY.search(clause["deed"]) and said[0]["duty"]
    if (clause["who"], clause["whom"]) == (whom, who) and same_force and not turned:
        yield clause


_ANY_PARTY_ZH, _ANY_PARTY_EN = re.compile("(?<![每任何两各])([甲乙丙])方"), re.compile(r"\bParty ([ABC])\b")


def other_party(zh: str, en: str) -> re.Match[str] | None:
    """Return where an English text names a party for another: 甲方所在地 as "where Party B is located"."""
    if "方" not in zh or "Party " not in en:
        return None
    named = {_PARTIES[f"{letter}方"] for letter in _ANY_PARTY_ZH.findall(zh)}
    if "甲乙" in zh or "甲、乙" in zh or not named:
        return None
    found = [match for match in _ANY_PARTY_EN.finditer(en) if match[1] not in named]
    return found[0] if found and named.difference(_ANY_PARTY_EN.findall(en)) else None
