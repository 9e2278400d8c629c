"""One English name or word in two spellings: dashes, hyphens, spaces, &, upper and lower case.

Names are runs of capitalised words; words are those that begin with a prefix that some set off with a hyphen.
What a heading writes in capitals, or a sentence at its beginning, is no other spelling, nor is a plural, nor
a compound that is hyphened before a noun only ("long term", "a long-term plan").
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.checking.consistency.majority import prevailing
from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted
from vet_terms.language.lexicon import is_general_english
from vet_terms.language.tables import listed

_PREFIXES = "|".join(
    listed(
        """
    post pre co e non multi inter sub semi anti under micro mini cyber eco tele bio extra trans ultra counter
    socio on off
        """
    )
)
_PREFIXED = re.compile(rf"(?<![\w-])({_PREFIXES})(-?)([a-z]{{4,}})(?![\w-])", re.IGNORECASE)
_OTHER_WORDS = frozenset(listed("coop coops undergo undergone underwent overall offend offended office"))
_LEAST_RUN = 2
# A word has an end, lest each capital of a text without spaces be followed to its end.
_CAPITALIZED = r"[A-Z][\w’']{0,60}+"
_RUN = re.compile(
    rf"{_CAPITALIZED}(?:(?:\s*[-–—]{{1,2}}\s*|\s+(?:&\s+|(?:and|of|the|for|in|on)\s+){{0,2}}){_CAPITALIZED})+"
    r"(?:\s+[a-z]{4,})?"
)
_FIRST = re.compile(
    r"^(?:The|A|An|In|On|At|For|To|From|With|By|Of|And|As|This|That|These|Our|Its|Since|After)\s+"
)
_WORD = re.compile(r"[A-Za-z]+")
_CAPITAL = re.compile(r"\b[A-Z]")
_DASH = re.compile(r"\s*[-–—]+\s*")
_ANY_DASH = re.compile(r"[-–—]")
_JOINED = re.compile(rf"{_CAPITALIZED}\s*[-–—]{{1,2}}\s*{_CAPITALIZED}")
_HEAD = re.compile(r"[A-Z][a-z]+\s+(?:of|for|in|on|and)\s+(?:the\s+)?")
_SPACES = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"[’'](?:s\b|(?!\w))")
_SMALL_WORDS = frozenset(listed("with from into over than between through under upon within among about"))
_LONG_WORD = 4


class Spelt(NamedTuple):
    """A name or word as it stands, its key without what may differ, and where it begins."""

    key: str
    text: str
    start: int
    end: int
    behind: bool = False
    """Whether its last word has no capital and may belong to it or not."""


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A place where a name or word is spelt otherwise than mostly."""

    unit: Noted
    spelt: Spelt
    usual: str
    others: Sequence[Noted]


def spelling_fact(reading: Reading, context: Context) -> object | None:
    """Return the names and words of a unit that some spell otherwise; None for none."""
    en = reading.en
    found = [*_words(en), *(() if _is_heading(en) else _names(en))]
    return tuple(found) or None


def _words(en: str) -> Iterator[Spelt]:
    words = en.split()
    if not any(map(_prefixed, words)):
        return
    at = 0
    for word in words:
        known = _prefixed(word)
        at = en.index(word, at)
        if known:
            key, form, start, end = known
            yield Spelt(key, form, at + start, at + end)
        at += len(word)


@functools.lru_cache(maxsize=65536)
def _prefixed(word: str) -> tuple[str, str, int, int] | None:
    """Return the key, form and place of a word that some write with a hyphen behind its prefix."""
    match = _PREFIXED.search(word)
    if match is None:
        return None
    prefix, hyphen, rest = match.groups()
    closed = (prefix + rest).lower()
    if closed in _OTHER_WORDS or not _is_general(rest) or not (hyphen or len(prefix) > 1):
        return None
    ending = "s" if closed.endswith("s") else ""
    form = f"{prefix}{hyphen}{rest}".lower().removesuffix(ending)
    return f"w {closed.removesuffix(ending)}", form, *match.span()


def _is_general(word: str) -> bool:
    return is_general_english(word) or is_general_english(word.removesuffix("s"))


def _names(en: str) -> Iterator[Spelt]:
    for match in _JOINED.finditer(en) if _ANY_DASH.search(en) else ():
        yield Spelt("j " + _key(match.group()), _SPACES.sub(" ", match.group()), *match.span())
    for match in _RUN.finditer(en):
        first = _FIRST.match(match.group())
        start = match.start() + (first.end() if first else 0)
        head = _HEAD.match(en, start, match.end())
        # "Cooperation of X College" at the beginning of a sentence is a word and a name.
        for begin in (start, head.end()) if head else (start,):
            yield from _names_in(en[begin : match.end()], begin)


def _names_in(words: str, start: int) -> Iterator[Spelt]:
    for key, name, length, behind in _named(words):
        yield Spelt(key, name, start, start + length, behind)


@functools.lru_cache(maxsize=16384)
def _named(words: str) -> tuple[tuple[str, str, int, bool], ...]:
    """Return a run as a name, and also without a last word that has no capital: key, form, length, which."""
    found = []
    front, space, last = words.rpartition(" ")
    ends = (words, front.rstrip()) if space and last[:1].islower() else (words,)
    for form in ends:
        # How it is joined is told of the two words around the dash alone.
        name = _DASH.sub("-", _SPACES.sub(" ", _POSSESSIVE.sub("", form)))
        capitals: list[str] = _CAPITAL.findall(name)
        if len(capitals) >= _LEAST_RUN and not name.isupper():
            behind = len(ends) > 1 and form is words
            found.append(("n " + _key(name), name, len(form), behind))
    return tuple(found)


def _key(name: str) -> str:
    """Return the letters and digits of a name in lower case; & is "and"."""
    plain = name.replace("&", " and ").lower()
    return "".join(char for char in plain if char.isalnum())


def _is_heading(en: str) -> bool:
    """Return whether all but the small words of a text have a capital, as headings and names have."""
    if en.rstrip().endswith((".", "!", "?")):
        return False
    words: list[str] = _WORD.findall(en)
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words if len(word) >= _LONG_WORD)


def two_spellings(noted: Sequence[Noted]) -> Iterator[Misspelt]:
    """Yield the places where a name or word is spelt otherwise than mostly, each place once."""
    by_key: dict[str, dict[str, list[tuple[Noted, Spelt]]]] = defaultdict(lambda: defaultdict(list))
    for each in noted:
        for spelt in each.fact:
            by_key[spelt.key][spelt.text].append((each, spelt))
    told: set[tuple[int, int]] = set()
    # The longest first: what is said of a name is not said again of a name inside it.
    for key in sorted(by_key, key=lambda key: (-len(key), key)):
        forms = by_key[key]
        if len(forms) < 2:
            continue
        uses = {form: [each for each, _ in places] for form, places in forms.items()}
        most = prevailing(uses)
        usual_behind = forms[most][0][1].behind
        for form, places in forms.items():
            for each, spelt in places if form != most else ():
                place = (each.position, spelt.end)
                if place not in told and not (usual_behind and spelt.behind):
                    told.add(place)
                    yield Misspelt(each, spelt, most, uses[most])
