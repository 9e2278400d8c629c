"""The numbers of an English text: dates, times, decades, digits, and numerals in words.

List marks are set apart first. Month names that are also words or people (May, March, April, June)
count only where a day, a year or a preposition stands beside them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from vet_terms.language.amounts_en import DIGITS, digit_amount, with_scale, with_unit
from vet_terms.language.listed_shares import with_listed_shares
from vet_terms.language.months_en import MONTH, MONTH_VALUES, MONTH_WORDS, SHORT_MONTHS
from vet_terms.language.numerals_en import CARDINALS
from vet_terms.language.quantity import (
    DayHalf,
    Quantity,
    Taken,
    before,
    begins_with_a_point,
    claim_addresses,
    clock,
    dates,
    half_width,
    in_order,
    matches,
    telephone_numbers,
    written_fractions,
    written_value,
)
from vet_terms.language.worded_en import read_halves, read_numerals, read_ratios
from vet_terms.language.words_en import CLOCK_WORDS, SAYING_WORDS, words_of

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+")
_LIST_MARK = re.compile(
    r"^\s*(?:\(\s*(?:\d{1,2}|[IVXivx]{1,5})\s*\)|\d{1,2}\s?(?:\)|、|\.(?=\D|\d{4}\b|$))|[IVX]{1,5}[.、]|[①-⑳])"
)
_HOUR = rf"\d{{1,2}}|{'|'.join(word for word, value in CARDINALS.items() if 1 <= value <= 12)}"
_PART_OF_DAY = r"\s(?:in the (?P<part{0}>morning|afternoon|evening)|at (?P<night{0}>night)\b)"
# "At four every morning", but not "he makes five every morning".
_AT_HOUR = "|".join(
    rf"(?<=\b{word} )" for word in ("at", "by", "from", "until", "till", "before", "after", "around")
)
_SOME_DAY = (
    r"\s(?:every|each|this|that|next|tomorrow|yesterday|the (?:next|following|previous)"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?P<part5>morning|afternoon|evening)"
)
_TO = r"\s?(?:-|–|—|to|and|until)\s?"
_CLOCK = re.compile(
    r"(?=\d|\b[a-z])(?:"
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    rf"|(?<![\d:.$])(?P<from>1?\d)(?:(?={_TO}1?\d(?::[0-5]\d\b|(?:\.[0-5]\d)?\s?[ap]\.?\s?m\b))"
    rf"|[:.](?P<from_minute>[0-5]\d)(?={_TO}1?\d(?:[.:][0-5]\d)?\s?[ap]\.?\s?m\b))"
    r"|(?<![\d:])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\d:])"
    rf"(?:{_PART_OF_DAY.format(1)})?"
    rf"|(?<![\d.])\b(?P<sharp>{_HOUR})(?:\.(?P<sharp_minute>[0-5]\d))?"
    rf"(?: o['’]clock(?: sharp)?(?:{_PART_OF_DAY.format(2)})?|{_PART_OF_DAY.format(3)})"
    rf"|(?:{_AT_HOUR})(?P<at>{_HOUR})(?:\.(?P<at_minute>[0-5]\d))?{_SOME_DAY}"
    rf"|(?:{_AT_HOUR})(?P<dotted>[01]?\d|2[0-4])\.(?P<dotted_minute>[0-5]\d)"
    r"(?=[,;.)]?(?:$|\s)(?!per|m?illion|billion|yuan|points?|times|out|k?m\b|mm|cm|metres|degrees|seconds))"
    rf"|\b(?P<minutes>half|(?:a )?quarter|five|ten|twenty|twenty-five) (?P<side>past|to) (?P<near>{_HOUR})\b"
    rf"(?:{_PART_OF_DAY.format(4)})?"
    r"|\b(?:12 )?(?P<word>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CLOCK_IN = re.compile(r"\d(?:\s?[ap]\.?\s?m\b|:[0-5]\d)|(?:at|by|m|l|e|r|d) \d\d?\.[0-5]\d\b", re.IGNORECASE)
_CLOCK_PHRASES = (
    "clock", "morning", "afternoon", "evening", "at night", "noon", "midday", "midnight",
    " past ", "half to ", "quarter to ", "five to ", "ten to ", "twenty to ",
)  # fmt: skip
_MINUTE_GROUPS = ("minute", "minute24", "from_minute", "sharp_minute", "at_minute", "dotted_minute")
_MINUTES = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_RATIO_LEFT = re.compile(r"\bratio\b[^,.;]*$|\bscor\w+\b[^,.;]*$", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?P<name>{MONTH})(?P<dot>\.)?(?![A-Za-z])")
_MONTH_BEGINS = re.compile(f"[{''.join(sorted({name[0] for name in MONTH_VALUES}))}]")
_AMBIGUOUS = frozenset({"March", "April", "May", "June"})
_MONTH_LEFT = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|by|early|late|mid|last|this|next|of|from|to"
    r"|between|and|during|before|after|through|every|each)|\(|(?<![A-Za-z])-|–|—|/)[\s,]*$",
    re.IGNORECASE,
)
_MONTH_RIGHT = re.compile(
    r"\.?,?\s*(?:\d|of \d{4}\b|of the same|this year|last year|next year|\))", re.IGNORECASE
)
# A noun after 2019.5 is what it counts.
_WORD_RIGHT = re.compile(r"\s?(?:%|[$¥€£])|[\s-](?!(?:to|until|till|through|and|or|present|now)\b)[A-Za-z]")
_DIGITS = re.compile(DIGITS)
_IDIOM = re.compile(
    r"\bno two\b|\bin two minds\b|\bat sixes and sevens\b|\bon all fours\b"
    r"|\bput(?:s|ting)? two and two together\b"
    r"|\btwo birds with one stone\b|\bsecond (?:nature|thoughts?|wind|to none)\b|\bnine times out of ten\b"
    r"|\bcloud nine\b|\bone and only\b|\bback to square one\b|\bat one with\b",
    re.IGNORECASE,
)
"""English idioms whose numbers count nothing."""
_IN_IDIOMS = frozenset({"one", "two", "sixes", "sevens", "fours", "second", "nine", "ten"})
_DECADE_IN = ("0s", "0's", "0’s")
_DECADE = re.compile(r"(?<![\d,.])(?P<number>(?:1[5-9]|20)?\d0)(?:['’]?s)\b")


# Many rules ask about the same text one after the other.
@functools.lru_cache(maxsize=64)
def read_english(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of an English text in the order of the text."""
    plain = half_width(text)
    words = words_of(plain)
    telling, digits = words.telling, words.has_digits
    if not digits and SAYING_WORDS.isdisjoint(telling):
        return ()
    taken = Taken(len(plain))
    claim_addresses(plain, taken, _ADDRESS)
    if not telling.isdisjoint(_IN_IDIOMS):
        for match in _IDIOM.finditer(plain):
            taken.claim(*match.span())
    found = list(read_ratios(plain)) if digits or not telling.isdisjoint(CARDINALS) else []
    if digits:
        found += telephone_numbers(plain, taken)
    for reader in _readers_for(_SIGNS & telling, digits):
        found += reader(plain, taken)
    found += (with_unit(plain, each) for each in read_numerals(plain, taken))
    return with_listed_shares(plain, in_order(found))


def _read_mark(text: str, taken: Taken) -> Iterator[Quantity]:
    mark = _LIST_MARK.match(text)
    if mark and taken.claim(*mark.span()) and (digits := re.search(r"\d+", mark.group())):
        yield Quantity(written_value(digits.group()), *mark.span(), "ordinal", weight="loose")


_AT = re.compile(r"\b(?:at|by|until|till|before|after)\s$", re.IGNORECASE)


def _read_clock(text: str, taken: Taken) -> Iterator[Quantity]:
    telling = words_of(text).telling
    worded = not CLOCK_WORDS.isdisjoint(telling) and any(map(text.lower().__contains__, _CLOCK_PHRASES))
    if not worded and not _CLOCK_IN.search(text):
        return
    for match in _CLOCK.finditer(text) if worded else matches(_CLOCK, _DIGIT, text):
        left = before(text, match.start())
        if match["hour24"] and _RATIO_LEFT.search(left):
            continue
        # "five to ten" is a range unless something says that it is a time.
        if match["side"] in {"to", "To"} and not (
            match["part4"] or match["night4"] or match["minutes"].endswith("quarter") or _AT.search(left)
        ):
            continue
        if taken.claim(*match.span()):
            yield _time(match)


def _time(match: re.Match[str]) -> Quantity:
    if match["word"]:
        hour = 0 if match["word"].lower() == "midnight" else 12
        return Quantity(Fraction(hour), *match.span(), "time", weight="loose", also=(Fraction(24 - hour),))
    said = (match["sharp"] or match["near"] or match["at"] or match["dotted"] or "").lower()
    hour = (
        CARDINALS[said]
        if said in CARDINALS
        else int(match["hour"] or match["from"] or match["hour24"] or said)
    )
    minute = int(next(filter(None, map(match.group, _MINUTE_GROUPS)), 0))
    if match["near"]:
        minute = _MINUTES[match["minutes"].lower()]
        if match["side"].lower() == "to":
            hour, minute = (hour - 1) or 12, 60 - minute
    half: DayHalf = "unsaid"
    if match["half"]:
        half = "early" if match["half"] in "aA" else "late"
    for part in ("part1", "part2", "part3", "part4", "part5"):
        if match[part]:
            half = "early" if match[part].lower() == "morning" else "late"
    found = clock(hour, minute, half, *match.span())
    if match["dotted"]:
        # 8.30 can be a number too: a score that stands at 8.30.
        return replace(found, also=(*found.also, Fraction(match.group())))
    return found


def _read_fractions(text: str, taken: Taken) -> Iterator[Quantity]:
    # The scale word goes with the fraction and must not be read again.
    for each in written_fractions(text, taken):
        scaled = with_scale(text, each) if each.weight == "firm" else each
        taken.claim(each.end, scaled.end)
        yield with_unit(text, scaled)


def _read_months(text: str, taken: Taken) -> Iterator[Quantity]:
    if not words_of(text).names_month:
        return
    for match in matches(_MONTH, _MONTH_BEGINS, text):
        name = match["name"].capitalize()
        dated = _MONTH_RIGHT.match(text, match.end())
        if name in SHORT_MONTHS and not (match["dot"] or dated):
            continue
        certain = name not in _AMBIGUOUS or dated or _MONTH_LEFT.search(before(text, match.start()))
        if taken.claim(*match.span("name")):
            value = MONTH_VALUES[name]
            yield Quantity(value, *match.span("name"), "month", weight="firm" if certain else "loose")


def _read_decades(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _DECADE.finditer(text) if any(map(text.__contains__, _DECADE_IN)) else ():
        if not taken.claim(*match.span()):
            continue
        value = written_value(match["number"])
        others = (value % 100,) if value >= 100 else (value + 1900, value + 2000)
        yield Quantity(value, *match.span(), "year", also=others, weight="firm" if value >= 100 else "loose")
        if value >= 1000 and value % 100 == 0:
            yield Quantity(value / 100 + 1, *match.span(), "ordinal", weight="loose")


def _read_digits(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _DIGITS.finditer(taken.free(text)):
        digits, (start, end) = match.group(), match.span()
        if begins_with_a_point(text, start, end):
            digits, start = f"0.{digits}", start - 1
        quantity = digit_amount(text, digits, start, end)
        # The scale word goes with its number and must not be read again.
        if quantity.end > match.end():
            taken.claim(match.end(), quantity.end)
        yield quantity


def _read_dates(text: str, taken: Taken) -> Iterator[Quantity]:
    return dates(text, taken, _WORD_RIGHT)


_Reader = Callable[[str, Taken], Iterator[Quantity]]
_READERS: tuple[tuple[_Reader, bool, frozenset[str]], ...] = (
    (_read_mark, True, frozenset()),
    (_read_clock, True, CLOCK_WORDS),
    (_read_dates, True, frozenset()),
    (_read_months, False, MONTH_WORDS),
    (_read_decades, True, frozenset()),
    (_read_fractions, True, frozenset()),
    (read_halves, False, frozenset({"half"})),
    (_read_digits, True, frozenset()),
)
"""The readers in their order; what each reads has digits in it, or one of the words. A sentence without
them, as most are, is not given to it."""
_SIGNS = frozenset().union(*(words for _, _, words in _READERS))


@functools.lru_cache(maxsize=1024)
def _readers_for(said: frozenset[str], digits: bool) -> tuple[_Reader, ...]:
    return tuple(
        reader
        for reader, of_digits, signs in _READERS
        if (digits and of_digits) or not signs.isdisjoint(said)
    )
