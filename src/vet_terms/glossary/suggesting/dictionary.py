"""One clear meaning of a Chinese word, where the dictionary gives one.

A word of several senses, of a verb's sense, or of one that only a sentence explains has none: no English is
better than a wrong one.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from vet_terms.language.lexicon import glosses
from vet_terms.language.tagging import tagged

_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")
_NO_MEANING = re.compile(r"CL:|abbr\.|variant of|see |surname |lit\. |fig\. |old variant|used in ")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,2}")
_COMPANY = re.compile(r"\((?:brand|company name)\)|company\b|\bbrand\b", re.IGNORECASE)
_PERSON = re.compile(r"(?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*){1,3})(?: or [^()]*)? \((?:[^()]*\d{3,4}|c\. )")
_SMALL = frozenset(["the", "a", "an", "of", "to", "in", "for", "and", "or", "with", "on", "sb", "sth", "by"])
_MOST_SENSES = 2
_NOUN_TAGS = frozenset(["n", "nz", "vn", "an", "nw"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means in English, and whether it can end a term (a noun) or only stand before one."""

    en: str
    is_noun: bool


@functools.lru_cache(maxsize=8192)
def clear_meaning(word: str) -> Meaning | None:
    """Return the meaning of a noun or an adjective that has one clear meaning in the dictionary, or None."""
    if len(word) < 2:
        return None
    found = [_PARENTHESIS.sub(" ", gloss).strip() for gloss in glosses(word) if not _NO_MEANING.match(gloss)]
    found = [gloss for gloss in found if gloss]
    if not 1 <= len(found) <= _MOST_SENSES or any(gloss.startswith(("to ", "(")) for gloss in found):
        return None
    first = found[0]
    if not _PLAIN.fullmatch(first) or not first.islower() or set(first.split()) & _SMALL:
        return None
    tokens = tagged(word)
    tag = tokens[0].tag if len(tokens) == 1 else tokens[-1].tag
    if tag in _NOUN_TAGS:
        return Meaning(first, is_noun=True)
    return Meaning(first, is_noun=False) if tag == "a" else None


def person_name(zh: str) -> str:
    """Return the English of a person that the dictionary has with years of life, else an empty text."""
    for gloss in glosses(zh):
        found = _PERSON.match(gloss)
        if found:
            return found["name"]
    return ""


@functools.lru_cache(maxsize=8192)
def company_name(word: str) -> str:
    """Return the English name of a company or brand that the dictionary has as one, else an empty text."""
    for gloss in glosses(word):
        name = _PARENTHESIS.sub(" ", gloss).split(",")[0].strip().removesuffix(" Company")
        if _COMPANY.search(gloss) and re.fullmatch(r"[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)?", name):
            return name
    return ""
