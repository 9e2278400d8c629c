"""English numerals in words: one hundred and five, two thirds, a dozen, twenty-first, both.

Small words that merely imply a number (both, pair, decade, "a hundred") are loose. What stands
around a numeral (per cent, yuan, more than) is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from vet_terms.language.numerals_en import (
    CARDINALS,
    DECADES,
    DENOMINATORS,
    GROUPS,
    IMPLIED,
    NUMBER_WORDS,
    OPENERS,
    ORDINALS,
    SCALES,
)
from vet_terms.language.quantity import Kind, Quantity, Taken, Weight, before, whole_value, written_value
from vet_terms.language.words_en import Words, words_of

_NUMBER_WORD = rf"(?:{'|'.join(CARDINALS)}|\d{{1,9}})"
_ONE_IN = re.compile(
    rf"\b(?P<share>{_NUMBER_WORD}) (?:in|out of)(?: every)? (?P<base>{_NUMBER_WORD})\b(?![,.]\d)",
    re.IGNORECASE,
)
_ONE_THING_IN = re.compile(
    rf"\b(?P<share>one) [a-z]+ (?:in|out of)(?: every)? (?P<base>{_NUMBER_WORD})\b"
    r"(?=[,.;]|$| (?:is|are|was|were|ha[sd]|have)\b)",
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
_NEAR = 8
"""Characters before a numeral that an article or its like there is shorter than."""
_GROUPS_AND_MORE = re.compile(
    rf"(?:[ -](?:plus|odd|some)| or (?:more|so)) (?P<group>{'|'.join(GROUPS)})\b", re.IGNORECASE
)
"""Four-plus decades are forty years and more."""
_BETWEEN = re.compile(r"\s+|-|‑|–")
_TIME_LEFT = re.compile(r"\b(?:a|per|every|each|split)[\s-]$")
_ARTICLE_LEFT = re.compile(r"\b(?:a|one)[\s-]$", re.IGNORECASE)
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half\b", re.IGNORECASE)


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
    if " in " not in lower and " out of " not in lower:
        return
    ends = (lower[max(0, each.start() - 16) : each.start()] for each in _IN_NUMBER.finditer(lower))
    if not any(end[-1:].isdigit() or end.endswith(_CARDINAL_WORDS) or "one " in end for end in ends):
        return
    for match in (*_ONE_IN.finditer(text), *_ONE_THING_IN.finditer(text)):
        share, base = (_number(part) for part in match.group("share", "base"))
        if share < base <= 100:
            yield Quantity(share / base, *match.span(), "fraction", weight="loose")


# A third of the students is a share; a quarter of the year is three months, and of an hour fifteen minutes.
_OF_A_WHOLE = re.compile(
    r" of (?:(?:the|all|all the|its|their|our|these|those) (?!(?:year|century|hour|decade|semester|world)\b)"
    r"|(?!(?:years|hours)\b)[a-z]+s\b)"
)
_GOING_ON = OPENERS | {"and", "dozen"}
"""The words that a numeral may go on with."""
_COUNTED = frozenset({*DENOMINATORS, *GROUPS, "century"})
"""What a numeral may count that is a number itself."""
_SIMPLE = IMPLIED.keys() - OPENERS - {"half", "quarter", "dozen", "dozens", "score", "scores"}
"""The words that imply one number, whatever stands beside them."""
_OTHERS = re.compile(r" others?\b")
"""教育部等九部门: the ministry and eight others."""
_PARTS = frozenset({10, 100, 1000})
"""A tenth of a second, a hundredth of a millimetre."""
_SOME_AGE = re.compile(r"(?:- and [a-z]+)?-?\s?somethings?\b")


def read_numerals(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the worded numerals of a text, then the numbers that its other words imply."""
    words = words_of(text)
    if NUMBER_WORDS.isdisjoint(words.telling):
        return
    read = end = 0
    for index, word in enumerate(words.said):
        if word not in NUMBER_WORDS or index < read:
            continue
        start = words.start(word, end)
        end = start + len(word)
        if word in _SIMPLE:
            if taken.is_free(start, end):
                yield Quantity(IMPLIED[word], start, end, weight="loose")
            continue
        numeral = _numeral(text, words, index, start) if word in OPENERS else None
        if numeral is None:
            yield from _implied(text, words, index, start, taken)
            continue
        quantity, read = numeral
        end = quantity.end
        if taken.is_free(start, end):
            yield quantity


def _implied(text: str, words: Words, index: int, start: int, taken: Taken) -> Iterator[Quantity]:
    word = words.said[index]
    place = (start, start + len(word))
    others: tuple[Fraction, ...] = ()
    if word in DECADES and taken.is_free(*place):
        decade = DECADES[word]
        others = (decade + 1900, decade + 2000)
        yield Quantity(decade, *place, "year", weight="loose", also=others)
    if word not in IMPLIED or not taken.is_free(*place):
        return
    if word == "half":
        # Half a year is six months, half a century fifty years, half a million 500,000.
        following = words.said[index + 1 : index + 3]
        others = (Fraction(6), *(Fraction(SCALES[each], 2) for each in following if each in SCALES))
        others += (Fraction(50),) if "century" in following else ()
    elif word == "quarter":
        others = (Fraction(3),)
        if index and words.said[index - 1] == "a" and _OF_A_WHOLE.match(text, place[1]):
            yield Quantity(IMPLIED[word], *place, "fraction", weight="count", also=others)
            return
    elif word in {"dozen", "dozens", "score", "scores"}:
        others = (Fraction(10),)
    yield Quantity(IMPLIED[word], *place, weight="loose", also=others)


def _numeral(text: str, words: Words, index: int, start: int) -> tuple[Quantity, int] | None:
    """Read the worded numeral that begins at a word; return it and the index after it, or None."""
    total = current = last = 0
    begun = ordinal = False
    position, end = index, start
    while position < len(words.said) and not ordinal:
        word = words.said[position]
        if position > index and (word not in _GOING_ON or not _joins(text, word, words, end)):
            break
        if word == "and" and begun and last >= 100 and _continues(text, words, position, end):
            position, end = position + 1, words.start(word, end) + len(word)
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
            if word == "second" and _TIME_LEFT.search(before(text, words.start(word, end), _NEAR)):
                break
            current, ordinal = current + ORDINALS[word], True
        else:
            break
        begun = True
        position, end = position + 1, words.start(word, end) + len(word)
    if not begun:
        return None
    return _finished(text, words, position, start, end, total + current, ordinal)


def _finished(
    text: str, words: Words, position: int, start: int, end: int, whole: int, ordinal: bool
) -> tuple[Quantity, int]:
    """See whether a numeral is a fraction, goes on with "and a half", or counts decades."""
    following = words.said[position] if position < len(words.said) else ""
    if following not in _COUNTED or not _joins(text, following, words, end):
        following = ""
    if following in DENOMINATORS and not ordinal:
        plural = following.endswith("s")
        # Eleven thirds are prizes.
        is_part = whole < DENOMINATORS[following] or following in {"halves", "quarters"}
        if is_part and (plural or whole == 1):
            share = Fraction(whole, DENOMINATORS[following])
            small = whole == 1 and following in {"half", "quarter"}
            # Three quarters may be nine months as well as 75 per cent.
            months = (Fraction(whole),) if following == "quarters" else ()
            shared: Weight = "loose" if small else "firm"
            end = words.start(following, end) + len(following)
            return Quantity(share, start, end, "fraction", weight=shared, also=months), position + 1
    if "half" in words.telling and (half := _AND_A_HALF.match(text, end)):
        return _with_half(words, position + 3, Fraction(2 * whole + 1, 2), start, half.end())
    others: tuple[Fraction, ...] = ()
    if _OTHERS.match(text, end):
        others += (Fraction(whole + 1),)
    if (more := _GROUPS_AND_MORE.match(text, end)) is not None:
        following = more["group"].lower()
    if following in GROUPS:
        others += (Fraction(whole * GROUPS[following]),)
    if following == "century":
        others += (Fraction((whole - 1) * 100),)
    weight: Weight = "firm" if whole > 10 else "loose" if whole <= 1 else "count"
    kind: Kind = "ordinal" if ordinal else "plain"
    if ordinal and _ARTICLE_LEFT.search(before(text, start, _NEAR)):
        if whole > 2 and (
            _OF_A_WHOLE.match(text, end) or (whole in _PARTS and text.startswith(" of a", end))
        ):
            return Quantity(Fraction(1, whole), start, end, "fraction"), position
        others, weight = (*others, Fraction(1, whole)), "loose"
    elif "something" in text and _SOME_AGE.match(text, end):
        weight = "loose"
    elif not ordinal and text[start:end].lower() in SCALES:
        weight = "loose"  # "a million" is often no more than a great many
    return Quantity(whole_value(whole), start, end, kind, weight=weight, also=others), position


def _with_half(words: Words, position: int, value: Fraction, start: int, end: int) -> tuple[Quantity, int]:
    scale = words.said[position] if position < len(words.said) else ""
    if scale in SCALES:
        value, end, position = value * SCALES[scale], words.start(scale, end) + len(scale), position + 1
    return Quantity(value, start, end), position


def _after_article(words: Words, index: int) -> bool:
    return index > 0 and words.said[index - 1] in {"a", "an"}


def _joins(text: str, word: str, words: Words, end: int) -> bool:
    """Tell whether nothing but a space or a hyphen stands between a place and the word that follows it."""
    start = words.start(word, end)
    return text[end:start] == " " or _BETWEEN.fullmatch(text, end, start) is not None


def _continues(text: str, words: Words, position: int, end: int) -> bool:
    """Tell whether the word after "and" carries the numeral on, as in one hundred and five."""
    follower = words.said[position + 1] if position + 1 < len(words.said) else ""
    if CARDINALS.get(follower, 100) >= 100 and ORDINALS.get(follower, 100) >= 100:
        return False
    return _joins(text, follower, words, words.start("and", end) + len("and"))
