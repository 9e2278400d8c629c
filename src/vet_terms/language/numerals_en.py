"""English numerals in words: one hundred and five, two thirds, a dozen, twenty-first, both.

Small words that merely imply a number (both, pair, decade, "a hundred") are loose. What stands
around a numeral (per cent, yuan, more than) is not looked at here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vet_terms.language.quantity import Kind, Quantity, Taken, Weight, before, written_value

_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_TEENS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
CARDINALS = {word: value for value, word in enumerate(_TEENS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_TEENS.split(), 1)} | {
    word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS.split(), 2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_DENOMINATORS = (
    {"half": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value > 2}
)
_GROUPS = {"decades": 10, "dozen": 12, "score": 20, "centuries": 100}
_IMPLIED: dict[str, Fraction] = {
    word: Fraction(value)
    for value, words in (
        ("1", "a an once single sole annual primary"),
        (
            "2",
            "both pair pairs couple couples twin twins double doubled doubles doubling twice dual bilateral",
        ),
        ("2", "either duo twofold biennial secondary"),
        ("3", "triple tripled trebled thrice trio threefold trilateral quarterly tertiary"),
        ("4", "quadruple quadrupled fourfold"),
        ("5", "fivefold quintupled"),
        ("10", "tenfold decade decades teenage teenager teenagers teens tens"),
        ("12", "dozen dozens"),
        ("14", "fortnight"),
        ("20", "score scores"),
        ("100", "hundred hundreds century centuries centenary centennial"),
        ("1000", "thousand thousands"),
        ("1000000", "million millions"),
        ("1000000000", "billion billions"),
        ("1000000000000", "trillion trillions"),
        ("1/2", "half halves halved"),
        ("1/4", "quarter"),
    )
    for word in words.split()
}
_DECADES = {word[:-1] + "ies": Fraction(value) for word, value in CARDINALS.items() if value >= 20}

_OPENERS = frozenset({*CARDINALS, *ORDINALS, *SCALES})
"""The words that a numeral may begin with."""

_TELLING = _OPENERS | _IMPLIED.keys() | _DECADES.keys()
"""The words that say a number, or begin one."""

_WORD = re.compile(r"[A-Za-z]+")
_NUMBER_WORD = rf"(?:{'|'.join(CARDINALS)}|\d{{1,9}})"
_ONE_IN = re.compile(
    rf"\b(?P<share>{_NUMBER_WORD}) (?:in|out of)(?: every)? (?P<base>{_NUMBER_WORD})\b(?![,.]\d)",
    re.IGNORECASE,
)
_CARDINAL_WORDS = tuple(CARDINALS)
_IN_NUMBER = re.compile(rf" (?:in|out of)(?: every)? {_NUMBER_WORD}\b")
"""What each ratio has in it, in lower case, and few sentences do."""
_UNIT_AND_A_HALF = re.compile(
    rf"(?<![\w.,-])(?:(?P<article>an?)|(?P<number>{_NUMBER_WORD}))(?: [a-z]+|(?<=\d)) and a half\b"
    r"(?! [a-z]+ion\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+|-|‑|–")
_TIME_LEFT = re.compile(r"\b(?:a|per|every|each|split)[\s-]$")
_ARTICLE_LEFT = re.compile(r"\b(?:a|one)[\s-]$", re.IGNORECASE)
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, in lower case, and where each begins and ends."""

    said: tuple[str, ...]
    places: list[re.Match[str]]

    def start(self, index: int) -> int:
        """Return where a word begins."""
        return self.places[index].start()

    def end(self, index: int) -> int:
        """Return where a word ends."""
        return self.places[index].end()


# Several readers ask for the words of one text, one after the other.
@functools.lru_cache(maxsize=8)
def words_said(text: str) -> tuple[str, ...]:
    """Return the words of an English text, runs of the letters A to Z, in lower case."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    return tuple(word.lower() for word in _WORD.findall(text))


def read_halves(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield amounts such as a year and a half or 19 and a half, loose: the unit is not looked at."""
    for match in _UNIT_AND_A_HALF.finditer(text):
        if taken.claim(*match.span()):
            number = Fraction(1) if match["article"] else _number(match["number"])
            yield Quantity(number + Fraction(1, 2), *match.span(), weight="loose")


def _number(word: str) -> Fraction:
    value = CARDINALS.get(word.lower())
    return written_value(word) if value is None else Fraction(value)


def read_ratios(text: str) -> Iterator[Quantity]:
    """Yield ratios such as one in five, loose: their parts are read as numbers too."""
    lower = text.lower()
    ends = (lower[max(0, each.start() - 10) : each.start()] for each in _IN_NUMBER.finditer(lower))
    if not any(end[-1:].isdigit() or end.endswith(_CARDINAL_WORDS) for end in ends):
        return
    for match in _ONE_IN.finditer(text):
        share, base = (_number(part) for part in match.group("share", "base"))
        if share < base <= 100:
            yield Quantity(share / base, *match.span(), "fraction", weight="loose")


# A third of the students is a share; a quarter of the year is three months, and of an hour fifteen minutes.
_OF_A_WHOLE = re.compile(
    r" of (?:(?:the|all|all the|its|their|our|these|those) (?!(?:year|century|hour|decade|semester|world)\b)"
    r"|(?!(?:years|hours)\b)[a-z]+s\b)"
)


_PARTS = frozenset({10, 100, 1000})
"""A tenth of a second, a hundredth of a millimetre."""
_SOME_AGE = re.compile(r"(?:- and [a-z]+)?-?\s?somethings?\b")


def read_numerals(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the worded numerals of a text, then the numbers that its other words imply."""
    said = words_said(text)
    if _TELLING.isdisjoint(said):
        return
    telling = [index for index, word in enumerate(said) if word in _TELLING]
    words = _Words(said, list(_WORD.finditer(text)))
    read = 0
    for index in telling:
        if index < read:
            continue
        numeral = _numeral(text, words, index) if said[index] in _OPENERS else None
        if numeral is None:
            yield from _implied(text, words, index, taken)
            continue
        quantity, read = numeral
        if taken.claim(quantity.start, quantity.end):
            yield quantity


def _implied(text: str, words: _Words, index: int, taken: Taken) -> Iterator[Quantity]:
    word, place = words.said[index], words.places[index].span()
    if word in _DECADES and taken.claim(*place):
        decade = _DECADES[word]
        others: tuple[Fraction, ...] = (decade + 1900, decade + 2000)
        yield Quantity(decade, *place, "year", weight="loose", also=others)
    if word not in _IMPLIED or not taken.claim(*place):
        return
    others = ()
    if word == "half":
        # Half a year is six months, half a century fifty years, half a million 500,000.
        following = words.said[index + 1 : index + 3]
        others = (Fraction(6), *(Fraction(SCALES[each], 2) for each in following if each in SCALES))
        others += (Fraction(50),) if "century" in following else ()
    elif word == "quarter":
        others = (Fraction(3),)
        if index and words.said[index - 1] == "a" and _OF_A_WHOLE.match(text, place[1]):
            yield Quantity(_IMPLIED[word], *place, "fraction", weight="count", also=others)
            return
    elif word in {"dozen", "dozens", "score", "scores"}:
        others = (Fraction(10),)
    yield Quantity(_IMPLIED[word], *place, weight="loose", also=others)


def _numeral(text: str, words: _Words, index: int) -> tuple[Quantity, int] | None:
    """Read the worded numeral that begins at a word; return it and the index after it, or None."""
    total = current = last = 0
    begun = ordinal = False
    position = index
    while position < len(words.said) and not ordinal:
        word = words.said[position]
        if position > index and not _joined(text, words, position):
            break
        if word == "and" and begun and last >= 100 and _continues(text, words, position):
            position += 1
            continue
        if word in CARDINALS and (not begun or last >= 100 or (last >= 20 and CARDINALS[word] < 10)):
            last = CARDINALS[word]
            current += last
        elif word in SCALES and (begun or _after_article(words, index)):
            last = SCALES[word]
            if last == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * last, 0
        elif word == "dozen" and begun:
            current, last = current * 12, 12
        elif word in ORDINALS and (not begun or (last >= 20 and ORDINALS[word] < last)):
            if word == "second" and _TIME_LEFT.search(before(text, words.start(position))):
                break
            current, ordinal = current + ORDINALS[word], True
        else:
            break
        begun = True
        position += 1
    if not begun:
        return None
    return _finished(text, words, index, position, total + current, ordinal)


def _finished(
    text: str, words: _Words, index: int, position: int, whole: int, ordinal: bool
) -> tuple[Quantity, int]:
    """See whether a numeral is a fraction, goes on with "and a half", or counts decades."""
    start, end = words.start(index), words.end(position - 1)
    following = words.said[position] if _joined(text, words, position) else ""
    if following in _DENOMINATORS and not ordinal:
        plural = following.endswith("s")
        if plural or whole == 1:
            share = Fraction(whole, _DENOMINATORS[following])
            small = whole == 1 and following in {"half", "quarter"}
            # Three quarters may be nine months as well as 75 per cent.
            months = (Fraction(whole),) if following == "quarters" else ()
            shared: Weight = "loose" if small else "firm"
            end = words.end(position)
            return Quantity(share, start, end, "fraction", weight=shared, also=months), position + 1
    if half := _AND_A_HALF.match(text, end):
        return _with_half(words, position, Fraction(2 * whole + 1, 2), start, half.end())
    others: tuple[Fraction, ...] = ()
    if following in _GROUPS:
        others += (Fraction(whole * _GROUPS[following]),)
    if following == "century":
        others += (Fraction((whole - 1) * 100),)
    weight: Weight = "firm" if whole > 10 else "loose" if whole <= 1 else "count"
    kind: Kind = "ordinal" if ordinal else "plain"
    if ordinal and _ARTICLE_LEFT.search(before(text, start)):
        if whole > 2 and (
            _OF_A_WHOLE.match(text, end) or (whole in _PARTS and text.startswith(" of a", end))
        ):
            return Quantity(Fraction(1, whole), start, end, "fraction"), position
        others, weight = (*others, Fraction(1, whole)), "loose"
    elif _SOME_AGE.match(text, end):
        weight = "loose"
    elif not ordinal and text[start:end].lower() in SCALES:
        weight = "loose"  # "a million" is often no more than a great many
    return Quantity(Fraction(whole), start, end, kind, weight=weight, also=others), position


def _with_half(words: _Words, position: int, value: Fraction, start: int, end: int) -> tuple[Quantity, int]:
    count = len(words.said)
    while position < count and words.start(position) < end:
        position += 1
    if position < count and words.said[position] in SCALES:
        value, end, position = value * SCALES[words.said[position]], words.end(position), position + 1
    return Quantity(value, start, end), position


def _after_article(words: _Words, index: int) -> bool:
    return index > 0 and words.said[index - 1] in {"a", "an"}


def _joined(text: str, words: _Words, index: int) -> bool:
    """Tell whether there is such a word and nothing but a space or a hyphen between it and the one before."""
    if index >= len(words.said):
        return False
    start, end = words.end(index - 1), words.start(index)
    return text[start:end] == " " or _BETWEEN.fullmatch(text, start, end) is not None


def _continues(text: str, words: _Words, position: int) -> bool:
    """Tell whether the word after "and" carries the numeral on, as in one hundred and five."""
    if not _joined(text, words, position + 1):
        return False
    follower = words.said[position + 1]
    return CARDINALS.get(follower, 100) < 100 or ORDINALS.get(follower, 100) < 100
