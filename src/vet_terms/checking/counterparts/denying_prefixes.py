"""English words that a prefix turns into the contrary of what the Chinese means: 满意 as "dissatisfied".

The word without its prefix is what a Chinese word means, the whole word what none does, and the Chinese has
nothing that may deny. A prefix that only looks like one (improve, discover, interest) has no such word
behind it in the source.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from vet_terms.checking.counterparts.answers import Content, english_keys
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.counterparts.negation import maybe_in_chinese
from vet_terms.language.lexicon import english_lemma, meanings
from vet_terms.language.spelling import is_common
from vet_terms.language.tables import listed

_WORD = re.compile(r"\b(?:un|in|im|il|ir|dis|non-?)[a-z]{4,}\b", re.IGNORECASE)
_PREFIX = re.compile(r"(?:un|in|im(?=[bmp])|il(?=l)|ir(?=r)|dis|non-?)")
_DENIES = re.compile(
    r"not|no|never|nor|neither|none|nothing|hardly|rarely|seldom|few|fewer|little|less|without|cannot|.*n['’]t"
    r"|(?:lack|fail|avoid|prevent|reduc|eliminat|remov|overcom|resolv|address|tackl|correct|solv)\w*"
    r"|instead|rather|despite|though|although|otherwise|far|from|else|if"
)
"""What turns a word with a denying prefix back."""
_ANY = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_LOOKS_LIKE_ONE = frozenset(
    listed(
        """
        important imported improved improve improving impress impressed impression impressive inform
        informed income include included increase increased increasing industry industrial input inside
        insight install instance invest invested investment involve involved unit united unite union
        unique universal university unified until discuss discussed display displayed disclose discover
        discovered dispatch dispatched distribute district mission missions invaluable inhabited intense
        intensive intent indeed instruct inscribe inclined infamous indifferent inherent initial mistake
        discipline disciplines disciplined disposed disposal disposition
        """
    )
)
"""Words whose beginning is no denial, though what is behind it is a word."""


def prefixed_denial(zh: str, en: str, words: Sequence[Content], said: Sequence[str]) -> re.Match[str] | None:
    """Return the English word with a denying prefix that alone turns a Chinese word round.

    ``words`` are what the Chinese words mean of what the English has; ``said`` are the Chinese words.
    """
    if maybe_in_chinese(zh):
        return None
    found = [match for match in _WORD.finditer(en) if _without_prefix(match.group())]
    if len(found) != 1:
        return None
    match = found[0]
    others = [word.lower() for word in _ANY.findall(en[: match.start()] + " " + en[match.end() :])]
    if any(map(_DENIES.fullmatch, others)):
        return None
    stem = _without_prefix(match.group())
    in_chinese = sum(stem in _meant(word) for word in said)
    if in_chinese <= sum(english_lemma(word) == stem for word in others):
        return None
    meant = frozenset[str]().union(*(keys for _, keys in words))
    return None if akin(meant, english_keys(match.group().lower())) else match


@functools.lru_cache(maxsize=16384)
def _without_prefix(word: str) -> str:
    """Return the base form of a common word that stands behind a denying prefix; "" if there is none."""
    small = word.lower()
    prefix = _PREFIX.match(small)
    if prefix is None or small in _LOOKS_LIKE_ONE:
        return ""
    stem = small[prefix.end() :]
    return english_lemma(stem) if len(stem) > 3 and is_common(stem) else ""


@functools.lru_cache(maxsize=16384)
def _meant(word: str) -> frozenset[str]:
    """Return the base forms of what a Chinese word of two characters and more means."""
    if len(word) < 2:
        return frozenset()
    return frozenset(form for each in meanings(word) for form in (each, english_lemma(each)))
