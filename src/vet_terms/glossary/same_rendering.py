"""When two renderings say the same: what the glossary knows of them, number, derivation, short forms.

The question is asked of texts that stand for one term of the other language; where they stand does not
count. Of a name, and of what both texts set in quotes, more is another rendering than of a term.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from vet_terms.glossary.extraction.english import initials, is_acronym, key, singular, tidy
from vet_terms.glossary.extraction.renderings import Rendering
from vet_terms.glossary.extraction.variants import is_subsequence
from vet_terms.language.lexicon import english_lemma, meanings, same_stem
from vet_terms.language.scripts import to_simplified
from vet_terms.model import Candidate, Concept

_ROOT, _SHORT_ROOT = 6, 3
_OF_PLACE = re.compile(r"(?:ese|ish|an)$")
_SHORT_WORD, _LONGEST_WORD = 3, 4


class Known:
    """What the glossary knows: the forms of one concept, and of which words its terms are made."""

    def __init__(
        self, concepts: Iterable[Concept], candidates: Iterable[Candidate], decided: Iterable[Concept]
    ) -> None:
        self._preferred: dict[str, str] = {}
        self._english: dict[str, set[str]] = defaultdict(set)
        self._parts = {part for candidate in candidates for part in _parts(candidate.zh)}
        for concept in concepts:
            for form in (concept.zh, *concept.zh_variants):
                self._preferred[_bare(form)] = concept.zh
                self._parts.update(_parts(form))
            for acronym in filter(is_acronym, concept.en_variants):
                self._english[acronym].add(english_key(concept.en))
        self._allowed = {
            (_bare(zh), english_key(en))
            for concept in decided
            for zh in (concept.zh, *concept.zh_variants)
            for en in (concept.en, *concept.en_variants)
        }

    def allows(self, zh: str, en: str) -> bool:
        """Return whether a person gave a Chinese term this English, in whatever number."""
        return (_bare(zh), english_key(en)) in self._allowed

    def chinese(self, rendering: Rendering) -> str | None:
        """Return the Chinese under which a rendering is counted; None for a word of no term."""
        if rendering.kind == "word" and rendering.zh not in self._parts:
            return None
        return self._preferred.get(_bare(rendering.zh), rendering.zh)

    def is_acronym_of(self, short: str, full: str) -> bool:
        """Return whether an acronym is known to stand for a name, or is made of its initials."""
        return english_key(full) in self._english.get(short, ()) or (
            is_acronym(short) and short.replace("&", "") == initials(full)
        )


def _parts(form: str) -> Iterator[str]:
    """Yield the stretches of a form that may be a word of it."""
    for start in range(len(form)):
        for end in range(start + 2, min(len(form), start + _LONGEST_WORD) + 1):
            yield form[start:end]


def _bare(zh: str) -> str:
    return re.sub(r"[\W_]", "", to_simplified(zh))


def english_key(text: str) -> str:
    """Return the form under which two English texts are one: base forms of their content words."""
    return key(tidy(text))


def english_groups(
    counts: Mapping[str, int], known: Known, *, is_name: bool, least: int, exact: Collection[str] = ()
) -> list[list[str]]:
    """Return the spellings in groups that say the same, the most frequent first.

    Of those that are ``exact``, being set in quotes, a longer form of the same words is another rendering.
    """
    groups: list[list[str]] = []
    for text in sorted(counts, key=lambda text: (-counts[text], text)):
        own = next((group for group in groups if _says_the_same(text, group[0], known, is_name, exact)), None)
        if own is None:
            groups.append([text])
        else:
            own.append(text)
    kept = [group for group in groups if sum(counts[text] for text in group) >= least]
    if is_name and len(kept) == 1:
        # All say the same; of a name that is not written the same, each spelling is a group.
        by_spelling: dict[str, list[str]] = defaultdict(list)
        for text in kept[0]:
            if re.search("[A-Z]", text) and english_key(text) == english_key(kept[0][0]):
                by_spelling[_spelling(text)].append(text)
        return list(by_spelling.values())
    return kept


def _spelling(text: str) -> str:
    """Return what of a name's spelling counts: not number, nor the space of a line wrap after a hyphen."""
    joined = re.sub(r"(?<=\w)- (?=\w)", "-", text)
    return re.sub("[A-Za-z]+", _in_singular, joined)


def _in_singular(word: re.Match[str]) -> str:
    lowered = word.group().lower()
    return word.group()[: len(singular(lowered))] if singular(lowered) != lowered else word.group()


def _says_the_same(text: str, other: str, known: Known, is_name: bool, exact: Collection[str]) -> bool:
    left, right = english_key(text).split(), english_key(other).split()
    if left == right or known.is_acronym_of(text, other) or known.is_acronym_of(other, text):
        return True
    if is_name and sorted(left) == sorted(right):
        return False
    short, long = sorted((left, right), key=len)
    if text in exact and other in exact and len(short) < len(long):
        return False
    return all(any(_is_like(word, another) for another in long) for word in short)


def _is_like(word: str, other: str) -> bool:
    """Return whether two base forms are the same word or are derived from one (China, Chinese)."""
    shared = next(
        (at for at, (left, right) in enumerate(zip(word, other, strict=False)) if left != right),
        min(len(word), len(other)),
    )
    return (
        word == other
        or shared >= _ROOT
        or (shared >= _SHORT_ROOT and any(_OF_PLACE.search(each) for each in (word, other)))
        or same_stem(word, other)
    )


def chinese_groups(counts: Mapping[str, int], *, by_root: bool) -> list[list[str]]:
    """Return the forms in groups that say the same.

    ``by_root``: the first character alone may say it, as of qualities and places (双元, 双轨; 中国, 中泰).
    """
    groups: list[list[str]] = []
    for zh in sorted(counts, key=lambda zh: (-len(zh), -counts[zh], zh)):
        own = next(
            (group for group in groups if any(_is_form_of(zh, other, by_root=by_root) for other in group)),
            None,
        )
        if own is None:
            groups.append([zh])
        else:
            own.append(zh)
    return groups


def _is_form_of(zh: str, other: str, *, by_root: bool) -> bool:
    """Return whether two Chinese forms are one written in full and short, or short words of one root."""
    left, right = _bare(zh), _bare(other)
    of_one_root = by_root and left[:1] == right[:1] and max(len(left), len(right)) <= _SHORT_WORD
    return left == right or of_one_root or is_subsequence(left, right) or is_subsequence(right, left)


def can_mean(zh: str, english: str) -> bool:
    """Return whether the dictionary has an English word for a Chinese one, in whatever derivation."""
    lemma = english_lemma(english)
    return any(meaning == lemma or same_stem(meaning, lemma) for meaning in meanings(zh))
