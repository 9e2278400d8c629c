"""Words that carry a point of fact and stand in no source: 该平台 as "the award-winning platform".

The counterpart of `key_words`: told by a table of English words that a translator hardly needs to add, each
with all the Chinese that it may come from. One trace of it anywhere in the Chinese is enough, by the table
or by the dictionary. Only where the Chinese answers most of the rest of the sentence is a word added; a
sentence that is added as a whole is another matter, and so are terms of the glossary, quotations and names.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.answers import Content
from vet_terms.checking.counterparts.key_words import expression_of
from vet_terms.checking.counterparts.unanswered import suspicious_in_english
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.plain import small_letter_runs
from vet_terms.language.tables import listed

_LEAST_ANSWERED = 0.4
"""The share of the other words of a sentence that the Chinese answers where only the word is added."""
_FEWEST = 2
"""Words beside it that the Chinese answers."""
_LONG = 3.5
"""Standard deviations above which the English adds more than a word."""
_QUOTED = re.compile(r"“[^“”]{1,60}”|\"[^\"]{1,60}\"|(?<!\w)[‘'][^‘’']{1,60}[’'](?!\w)|\([^()]{1,60}\)")

_SENTENCE_END = re.compile(r"[.;!?](?=\s)|\n")
_CAPITAL_BEHIND = re.compile(r"[\s-](?:of |and |for |the )?[A-Z]")
_CAPITAL_BEFORE = re.compile(r"(?<![\w'’])[A-Z][\w'’.]*[\s-]$")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Words of one meaning, what they may come from, and phrases in which they mean something else."""

    en: re.Pattern[str]
    zh: tuple[str, ...]
    en_excuse: re.Pattern[str] | None


def added_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the first word of each sentence of those of the table that the Chinese has no trace of."""
    zh, en = reading.zh, reading.en
    if not zh:
        return
    of_table = sources_by_longest_word()
    # A set of sources has no order of its own; the text has.
    sources = {each for word in of_table.keys() & small_letter_runs(en) for each in of_table[word]}
    without = [each for each in sources if not any(map(zh.__contains__, each.zh))]
    places = sorted(
        match.span()
        for each in without
        if each.en_excuse is None or not each.en_excuse.search(en)
        for match in each.en.finditer(en)
    )
    last = 0
    for start, end in places:
        if start >= last and _is_alone(reading, start, end) and not _is_of_an_addition(reading, start):
            last = _sentence(en, start)[1]
            yield Slip(start, end, f"The Chinese has no trace of “{en[start:end]}”.")


def _is_alone(reading: Reading, start: int, end: int) -> bool:
    """Return whether a word without a source has none by the dictionary either, and is added alone."""
    en, contents = reading.en, reading.contents
    if en[start:end].lower() in reading.zh.lower() or _is_of_a_name(en, start, end):
        return False
    if any(match.start() < start and end < match.end() for match in _QUOTED.finditer(en)):
        return False
    # What the words of a phrase may mean each by itself is no trace of it: the charge of "free of charge".
    if " " not in en[start:end] and any(
        key in contents.in_chinese for at, keys in contents.en if start <= at < end for key in keys
    ):
        return False
    if _is_of_a_term(reading, start, end):
        return False
    first, last = _sentence(en, start)
    others = [
        _is_answered(each, reading)
        for each in contents.en
        if first <= each[0] < last and not start <= each[0] < end
    ]
    answered = sum(others)
    if answered < _FEWEST or answered < _LEAST_ANSWERED * len(others):
        return False
    return reading.strayed_length < _LONG


def _is_of_a_name(en: str, start: int, end: int) -> bool:
    """Return whether a word has a capital and one beside it too: Riverside Church, the Pearl River Delta."""
    if not en[start].isupper():
        return False
    return _CAPITAL_BEHIND.match(en, end) is not None or _CAPITAL_BEFORE.search(en, 0, start) is not None


def _is_answered(content: Content, reading: Reading) -> bool:
    return any(key in reading.contents.in_chinese for key in content[1])


def _is_of_a_term(reading: Reading, start: int, end: int) -> bool:
    """Return whether a stretch is part of the English of a term that the Chinese has."""
    from vet_terms.checking.glossary_terms import accepted

    words = reading.english_words
    return any(
        first < end and start < last
        for hit in reading.term_hits
        for each in hit.concepts
        for first, last in accepted(each, words)
    )


def _is_of_an_addition(reading: Reading, at: int) -> bool:
    """Return whether a place lies in a clause that looks as if it were added as a whole."""
    found = suspicious_in_english(reading.zh, reading.en, lambda: reading.contents)
    return any(each.start <= at < each.end for each in found)


def _sentence(en: str, at: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that has a place of a text."""
    ends = [match.end() for match in _SENTENCE_END.finditer(en)]
    return max((end for end in ends if end <= at), default=0), min(
        (end for end in ends if end > at), default=len(en)
    )


@functools.cache
def sources_by_longest_word() -> dict[str, list[Source]]:
    """Return the rows of the table by their words, in small letters, and by the longest of each phrase."""
    lines = files("vet_terms.checking").joinpath("tables/added_words.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found: dict[str, list[Source]] = {}
    for en, zh, excuse in rows:
        source = Source(_any_of(en), listed(zh), _any_of(excuse) if excuse else None)
        for word in {max(form.lower().split("_"), key=len) for form in listed(en)}:
            found.setdefault(word, []).append(source)
    return found


def _any_of(forms: str) -> re.Pattern[str]:
    return re.compile("|".join(map(expression_of, listed(forms))), re.IGNORECASE)
