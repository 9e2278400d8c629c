"""Which variety of written Chinese a text is in: the Mainland's, Taiwan's, Hong Kong's; and one from another.

Simplified is told by script. Taiwan and Hong Kong share a script; they are told by what OpenCC would change
to make a text the other's, each change weighed by how much likelier it makes the one than the other:

* A character that Hong Kong prefers and Taiwan's Big5 lacks (裏, 着, 衞, 綫) is hardly ever met in Taiwan. In
  Hong Kong three in a thousand characters are such, so that a long text without any is hardly from there.
* A character that Taiwan prefers where Hong Kong added its own to its character set, HKSCS (裡, 著, 衛), is
  met in Hong Kong too, where much is typed with what Big5 has. What HKSCS did not add (説, 税) is not looked
  for: there Hong Kong types what Taiwan does.
* Words that Taiwan has for itself (軟體, 網路), some of which Hong Kong shares (資訊, 螢幕), and words for
  which Taiwan has its own (軟件, 網絡), but which it knows. Of OpenCC's pairs of words those count whose
  Taiwanese half Mainland texts hardly have, as jieba's frequencies say: the others (建立/創建, 支援/支持)
  differ by sense and not by place.

What is derived is another text than the one that was written; whoever keeps it says that it is derived.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from vet_terms.errors import UsageError
from vet_terms.language.scripts import HAN, HAN_CHARACTER, converted, count_han, is_in, script_of
from vet_terms.language.words import general_frequency, words

MAINLAND, TAIWAN, HONG_KONG, OPEN = "zh-CN", "zh-TW", "zh-HK", "zh"

_PRIMARY = frozenset({"zh", "zho", "chi", "cmn"})
_SCRIPTS: Mapping[str, str] = MappingProxyType({"hans": "Hans", "chs": "Hans", "hant": "Hant", "cht": "Hant"})
_REGIONS: Mapping[str, str] = MappingProxyType(
    {"cn": MAINLAND, "sg": MAINLAND, "my": MAINLAND, "tw": TAIWAN, "hk": HONG_KONG, "mo": HONG_KONG}
)

_CHARACTER_OF_HONG_KONG, _CHARACTER_OF_TAIWAN, _WORD_OF_TAIWAN, _WORD_NOT_OF_TAIWAN = 450, 70, 150, 120
"""What each sign says for its place: the logarithm of how much likelier it is there, in hundredths."""
_THOUSAND_CHARACTERS = 300
"""What a thousand characters say for Taiwan, whatever they are: Hong Kong would have three of its own."""
_LEAST_FOR_TAIWAN, _LEAST_FOR_HONG_KONG = 70, 250
"""How much must be in favour before a place is said. Most Traditional texts are from Taiwan."""
_HARDLY = 20
"""So many times more often than the Taiwanese word must Mainland texts have the other one."""
_ENOUGH_CHARACTERS = 20_000
"""Chinese characters of a text that are looked at; they speak for all."""

_RUN = re.compile(f"[{HAN}]+")

_STEPS: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        (MAINLAND, TAIWAN): ("s2twp",),
        (MAINLAND, HONG_KONG): ("s2hk",),
        (TAIWAN, MAINLAND): ("tw2sp",),
        (TAIWAN, HONG_KONG): ("tw2sp", "s2hk"),
        (HONG_KONG, MAINLAND): ("hk2s",),
        (HONG_KONG, TAIWAN): ("hk2s", "s2twp"),
    }
)
"""OpenCC's configurations from one variety to another."""


def variety_of(text: str, code: str = "") -> str:
    """Return ``zh-CN``, ``zh-TW`` or ``zh-HK``, or ``zh`` where neither code nor text tells.

    A code that says it decides (``zh_HK``, ``zh-Hans``, ``zh-SG``). Else the text is looked at: a short
    Traditional one of which nothing is Taiwan's or Hong Kong's own stays ``zh``.
    """
    return variety_of_texts((text,), code)


def variety_of_texts(texts: Iterable[str], code: str = "") -> str:
    """Return the variety of several texts that are in one and the same, as the units of a file: votes add up.

    As `variety_of`; of many texts the first 20,000 Chinese characters speak for all.
    """
    said = variety_of_code(code)
    if said:
        return said
    whole = "\n".join(_first_runs(texts))
    script = _script_of(whole)
    if script == "Hans":
        return MAINLAND
    if script != "Hant":
        # Of characters that both scripts have, Simplified text can be made too.
        return OPEN
    for_hong_kong = _for_hong_kong(whole)
    if for_hong_kong <= -_LEAST_FOR_TAIWAN:
        return TAIWAN
    return HONG_KONG if for_hong_kong >= _LEAST_FOR_HONG_KONG else OPEN


def variety_of_code(code: str) -> str:
    """Return the variety that a language code says, empty where it does not (``zh``, ``zh-Hant``, ``en``)."""
    tags = re.split(r"[-_]", re.split(r"[.@]", code.strip(), maxsplit=1)[0].casefold())
    if tags[0] not in _PRIMARY:
        return ""
    script = next((_SCRIPTS[tag] for tag in tags[1:] if tag in _SCRIPTS), "")
    region = next((_REGIONS[tag] for tag in tags[1:] if tag in _REGIONS), "")
    if script == "Hans":
        return MAINLAND
    return "" if script == "Hant" and region == MAINLAND else region


def derived(text: str, to: str) -> str:
    """Return a Chinese text in another variety, characters and words as OpenCC has them.

    A text that is in it already comes back unchanged. A Traditional one that may be Taiwan's or Hong Kong's
    is taken for Taiwan's, one that both scripts would write alike for the Mainland's. Raises UsageError
    for anything but zh-CN, zh-TW and zh-HK.
    """
    if to not in {MAINLAND, TAIWAN, HONG_KONG}:
        raise UsageError(f"{to}: Chinese can be derived in zh-CN, zh-TW and zh-HK; name one of them")
    for configuration in _STEPS.get((_taken_for(text), to), ()):
        text = converted(configuration, text)
    return text


def _taken_for(text: str) -> str:
    variety = variety_of(text)
    if variety != OPEN:
        return variety
    return TAIWAN if _script_of(text) == "Hant" else MAINLAND


def _script_of(text: str) -> str:
    """Return what `script_of` does, but for what Hong Kong added to Big5 (着, 户), some of it Simplified."""
    of_hong_kong = sum(is_in("big5hkscs", each) - is_in("gb2312", each) for each in text)
    return "Hant" if of_hong_kong > 0 else script_of(text)


def _first_runs(texts: Iterable[str]) -> Iterator[str]:
    """Yield runs of Chinese characters of the texts, until there are enough."""
    seen = 0
    for text in texts:
        for found in _RUN.finditer(text):
            yield found.group()
            seen += len(found.group())
            if seen >= _ENOUGH_CHARACTERS:
                return


def _for_hong_kong(text: str) -> int:
    """Return by how much a Traditional text, in runs of characters, is likelier Hong Kong's.

    In hundredths of the natural logarithm; below 0 it is likelier Taiwan's.
    """
    of_hong_kong = sum(not is_in("big5", here) for here, _ in _changes(text, "hk2t", "t2tw"))
    of_taiwan = sum(
        is_in("big5hkscs", there) and not is_in("big5", there) for _, there in _changes(text, "tw2t", "t2hk")
    )
    taiwan_words, other_words = _regional_words(text)
    return (
        _CHARACTER_OF_HONG_KONG * of_hong_kong
        + _WORD_NOT_OF_TAIWAN * other_words
        - _CHARACTER_OF_TAIWAN * of_taiwan
        - _WORD_OF_TAIWAN * taiwan_words
        - _THOUSAND_CHARACTERS * count_han(text) // 1000
    )


def _changes(text: str, *configurations: str) -> Iterator[tuple[str, str]]:
    """Yield each character that conversions one after another make another, with that."""
    result = functools.reduce(lambda each, name: converted(name, each), configurations, text)
    for here, there in zip(text.split("\n"), result.split("\n"), strict=True):
        # Of a run that got longer or shorter nothing says which character became which.
        if len(here) == len(there):
            yield from ((one, other) for one, other in zip(here, there, strict=True) if one != other)


def _regional_words(text: str) -> tuple[int, int]:
    """Return how many different words are Taiwan's alone, and for how many Taiwan has its own."""
    simplified = converted("tw2s", text)
    same_places = len(simplified) == len(text)
    taiwan, other = set(), set()
    place = 0
    for word in words(simplified):
        written = text[place : place + len(word)] if same_places else word
        place += len(word)
        if len(word) == 1 or not HAN_CHARACTER.match(word):
            continue
        on_the_mainland, in_taiwan = _on_the_mainland(written), _in_taiwan(word)
        if on_the_mainland != word and _is_hardly_said(word, on_the_mainland):
            taiwan.add(word)
        elif in_taiwan != word and _is_hardly_said(in_taiwan, word):
            other.add(word)
    return len(taiwan), len(other)


def _is_hardly_said(word: str, beside: str) -> bool:
    return _HARDLY * max(1, general_frequency(word)) <= general_frequency(beside)


@functools.lru_cache(maxsize=16384)
def _on_the_mainland(word: str) -> str:
    return converted("tw2sp", word)


@functools.lru_cache(maxsize=16384)
def _in_taiwan(word: str) -> str:
    """Return what Taiwan says for a Mainland word, in Simplified characters, to be compared."""
    return converted("tw2s", converted("s2twp", word))
