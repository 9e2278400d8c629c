"""The numbers of an English text: dates, times, decades, digits, and numerals in words.

List marks are set apart first. Month names that are also words or people (May, March, April, June)
count only where a day, a year or a preposition stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from vet_terms.language.amounts_en import (
    DIGITS,
    MONTH,
    MONTHS,
    SHORT_MONTHS,
    digit_amount,
    with_scale,
    with_unit,
)
from vet_terms.language.numerals_en import CARDINALS, read_halves, read_numerals, read_ratios
from vet_terms.language.quantity import (
    FULL_WIDTH,
    HAS_DIGITS,
    Quantity,
    Taken,
    before,
    claim_addresses,
    clock,
    dates,
    in_order,
    written_fractions,
)

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+")
_LIST_MARK = re.compile(
    r"^\s*(?:\(\s*(?:\d{1,2}|[IVXivx]{1,5})\s*\)|\d{1,2}\s?(?:\)|、|\.(?=\D|\d{4}\b|$))|[IVX]{1,5}[.、]|[①-⑳])"
)
_HOUR = rf"\d{{1,2}}|{'|'.join(word for word, value in CARDINALS.items() if 1 <= value <= 12)}"
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?[ap]\.?\s?m\b\.?"
    r"|(?<![\d:])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\d:])"
    rf"|\b(?P<sharp>{_HOUR})(?: o['’]clock| (?:in the (?:morning|afternoon|evening)|at night)\b)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<name>{MONTH})(?P<dot>\.)?(?![A-Za-z])")
_AMBIGUOUS = frozenset({"March", "April", "May", "June"})
_MONTH_LEFT = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|by|early|late|mid|last|this|next|of|from|to"
    r"|between|and|during|before|after|through|every|each)|\(|(?<![A-Za-z])-|–|—|/)[\s,]*$",
    re.IGNORECASE,
)
_MONTH_RIGHT = re.compile(r"\.?,?\s*(?:\d|of \d|of the same|this year|last year|next year|\))", re.IGNORECASE)
# A noun after 2019.5 is what it counts.
_WORD_RIGHT = re.compile(r"\s?(?:%|[$¥€£])|[\s-](?!(?:to|until|till|through|and|or|present|now)\b)[A-Za-z]")
_DIGITS = re.compile(DIGITS)
_DECADE = re.compile(r"(?<![\d,.])(?P<number>(?:1[5-9]|20)?\d0)(?:['’]?s)\b")


def read_english(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of an English text in the order of the text."""
    plain = text.translate(FULL_WIDTH)
    taken = Taken(len(plain))
    claim_addresses(plain, taken, _ADDRESS)
    found = list(read_ratios(plain))
    lower = plain.lower()
    has_digits = HAS_DIGITS.search(plain) is not None
    for reader, of_digits, words in _READERS:
        if (has_digits and of_digits) or any(word in lower for word in words):
            found += reader(plain, taken)
    found += (with_unit(plain, each) for each in read_numerals(plain, taken))
    return in_order(found)


def _read_mark(text: str, taken: Taken) -> Iterator[Quantity]:
    mark = _LIST_MARK.match(text)
    if mark and taken.claim(*mark.span()) and (digits := re.search(r"\d+", mark.group())):
        yield Quantity(Fraction(digits.group()), *mark.span(), "ordinal", weight="loose")


def _read_clock(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        sharp = (match["sharp"] or "").lower()
        hour = CARDINALS[sharp] if sharp in CARDINALS else int(match["hour"] or match["hour24"] or sharp)
        if taken.claim(*match.span()):
            yield clock(hour, int(match["minute"] or match["minute24"] or 0), *match.span())


def _read_dates(text: str, taken: Taken) -> Iterator[Quantity]:
    return dates(text, taken, _WORD_RIGHT)


def _read_fractions(text: str, taken: Taken) -> Iterator[Quantity]:
    # The scale word goes with the fraction and must not be read again.
    for each in written_fractions(text, taken):
        scaled = with_scale(text, each) if each.weight == "firm" else each
        taken.claim(each.end, scaled.end)
        yield with_unit(text, scaled)


def _read_months(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _MONTH.finditer(text):
        name = match["name"].capitalize()
        dated = _MONTH_RIGHT.match(text, match.end())
        if name in SHORT_MONTHS and not (match["dot"] or dated):
            continue
        certain = name not in _AMBIGUOUS or dated or _MONTH_LEFT.search(before(text, match.start()))
        if taken.claim(*match.span("name")):
            value = Fraction(MONTHS.get(name) or SHORT_MONTHS[name])
            yield Quantity(value, *match.span("name"), "month", weight="firm" if certain else "loose")


def _read_decades(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _DECADE.finditer(text):
        if not taken.claim(*match.span()):
            continue
        value = Fraction(match["number"])
        others = (value % 100,) if value >= 100 else (value + 1900, value + 2000)
        yield Quantity(value, *match.span(), "year", also=others, weight="firm" if value >= 100 else "loose")
        if value >= 1000 and value % 100 == 0:
            yield Quantity(value / 100 + 1, *match.span(), "ordinal", weight="loose")


def _read_digits(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _DIGITS.finditer(taken.free(text)):
        if taken.claim(*match.span()):
            yield digit_amount(text, match.group(), *match.span())


_READERS: tuple[tuple[Callable[[str, Taken], Iterator[Quantity]], bool, tuple[str, ...]], ...] = (
    (_read_mark, True, ()),
    (_read_clock, True, ("clock", "in the morning", "in the afternoon", "in the evening", "at night")),
    (_read_dates, True, ()),
    (_read_months, False, ("may", *(name.lower() for name in SHORT_MONTHS))),
    (_read_decades, True, ()),
    (_read_fractions, True, ()),
    (read_halves, False, ("and a half",)),
    (_read_digits, True, ()),
)
"""The readers in their order; what each reads has digits in it, or one of the words. A sentence without
them, as most are, is not given to it."""
