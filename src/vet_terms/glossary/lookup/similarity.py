"""The guesses of a lookup, for a query that is no form of any term: pinyin, then misspellings.

Each step loads a library of its own, so they run only where the literal steps said nothing. What is
alike shares pairs of letters or characters, so only what shares the rarer of them is compared.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from vet_terms.glossary.folding import base_form, chinese_keys, english_words
from vet_terms.glossary.lookup.features import BASE, CHINESE_PART, SOUND, WORD, pairs, word_parts
from vet_terms.glossary.lookup.forms import PARTS_OF_A_LETTER, Form, Glossary, text_of
from vet_terms.glossary.lookup.matching import (
    BELOW_PREFERRED,
    Found,
    english_steps,
    share_of,
)
from vet_terms.glossary.lookup.syllables import (
    characters_spelt,
    fewest_and_most_syllables,
    first_syllables,
    pinyin_letters,
)
from vet_terms.language.scripts import count_han

SIMILAR_WORD = 0.72
"""How alike two words must be, edits to letters: one slip in four letters, two in eight."""

SIMILAR_TERM = 80.0
SIMILAR_PART = 80.0
NEAR_ENOUGH_TO_NAME = 60.0
"""How alike whole terms must be, in per cent, to be answers, or only to be named as nearest.

One wrong character in five is a slip; one in four makes another word (职业教育, 职业体育).
"""

_COMPARED = 150
"""Words or terms that are compared letter by letter: those that have most in common with the query."""
_COUNTED = 5_000
"""Words or terms that are counted by what they have in common: the rarest of it first."""


def guessing_steps(glossary: Glossary, query: str) -> Iterator[list[Iterator[Found]]]:
    """Yield what the query may mean: by its sound, by its words spelt right, by its whole spelling."""
    if count_han(query):
        yield [_like_chinese(glossary, chinese_keys([query])[0])]
        return
    letters = pinyin_letters(query)
    if len(letters) > 1:
        yield _by_sound(glossary, letters)
    words = english_words(query)
    yield _with_corrected_words(glossary, words)
    yield [_like_english(glossary, words)]


def nearest(glossary: Glossary, query: str, limit: int = 3) -> list[str]:
    """Return the terms most like a query that found nothing, as they are written, best first."""
    from rapidfuzz import fuzz

    han = count_han(query) > 0
    key = chinese_keys([query])[0] if han else " ".join(english_words(query))
    numbers = _sharing_parts(glossary, key) if han else _sharing_words(glossary, key.split(" "))
    # A short query is like some part of almost any long term.
    in_parts = len(key) >= (3 if han else 6)
    likeness: dict[str, float] = {}
    for form in map(glossary.form, numbers):
        like = fuzz.partial_ratio if in_parts and len(key) < len(form.key) else fuzz.ratio
        score = like(key, form.key)
        if score >= NEAR_ENOUGH_TO_NAME:
            text = text_of(glossary.concept(form.concept), form)
            likeness[text] = max(likeness.get(text, 0.0), round(score, 3))
    return sorted(likeness, key=lambda text: (-likeness[text], text))[:limit]


def _by_sound(glossary: Glossary, letters: str) -> list[Iterator[Found]]:
    return [_sound_of_whole(glossary, letters), _sound_of_part(glossary, letters)]


def _sounding(glossary: Glossary, letters: str) -> Iterator[Form]:
    """Yield the forms that may have the sound of some letters in them, best first."""
    begun = [glossary.forms_with(SOUND + " ".join(some)) for some in first_syllables(letters, 2)]
    numbers: Sequence[int] = begun[0] if len(begun) == 1 else sorted(set().union(*begun))
    yield from map(glossary.form, numbers)


def _sound_of_whole(glossary: Glossary, letters: str) -> Iterator[Found]:
    _, most = fewest_and_most_syllables(letters)
    short = itertools.takewhile(
        lambda form: form.weight < PARTS_OF_A_LETTER * (most + 1), _sounding(glossary, letters)
    )
    for form in short:
        if characters_spelt(letters, [glossary.readings(char) for char in form.key]) == len(form.key):
            yield Found(form, "pinyin", 0.85 - BELOW_PREFERRED[form.kind])


def _sound_of_part(glossary: Glossary, letters: str) -> Iterator[Found]:
    fewest, _ = fewest_and_most_syllables(letters)
    for form in _sounding(glossary, letters):
        if characters_spelt(letters, [glossary.readings(char) for char in form.key]):
            yield Found(form, "pinyin", 0.5 + 0.2 * share_of(fewest, form))


def _with_corrected_words(glossary: Glossary, words: tuple[str, ...]) -> list[Iterator[Found]]:
    """Replace each word that no term has by the most similar one of the glossary, and match again."""
    corrected: list[str] = []
    likeness: list[float] = []
    for word in words:
        if len(word) < 3 or len(glossary.forms_with(BASE + base_form(word))):
            corrected.append(word)
            likeness.append(1.0)
            continue
        similar, score = _most_similar_word(glossary, word)
        if not similar:
            return []
        corrected.append(similar)
        likeness.append(score)
    worth = 0.8 * sum(likeness) / len(likeness) if likeness else 0.0
    return [
        (Found(each.form, "misspelt", worth * each.score) for each in step)
        for step in (english_steps(glossary, tuple(corrected)) if corrected else [])
    ]


def _most_similar_word(glossary: Glossary, word: str) -> tuple[str, float]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = glossary.vocabulary()
    words = [known[at] for at in _similar_words(glossary, word)]
    found = process.extract(
        word,
        [each for each in words if len(each) > 2],
        scorer=OSA.normalized_similarity,
        score_cutoff=SIMILAR_WORD,
        limit=None,
    )
    if not found:
        return "", 0.0
    similar, score, _ = min(found, key=lambda item: (-round(item[1], 6), item[0]))
    return similar, round(score, 6)


def _similar_words(glossary: Glossary, word: str) -> list[int]:
    return _having_most([glossary.words_with(part) for part in word_parts(word)])


def _like_chinese(glossary: Glossary, key: str) -> Iterator[Found]:
    """Yield the terms that are like the query as a whole, or like it in a part of their own."""
    from rapidfuzz import fuzz

    if len(key) < 3:
        return
    found: list[Found] = []
    for form in map(glossary.form, _sharing_parts(glossary, key)):
        whole = fuzz.ratio(key, form.key)
        part = fuzz.partial_ratio(key, form.key) if len(key) < len(form.key) else 0.0
        score = whole if whole >= SIMILAR_TERM else 0.8 * part if part >= SIMILAR_PART else 0.0
        if score:
            found.append(Found(form, "misspelt", round(0.008 * score - BELOW_PREFERRED[form.kind], 6)))
    yield from sorted(found, key=lambda each: -each.score)


def _like_english(glossary: Glossary, words: tuple[str, ...]) -> Iterator[Found]:
    from rapidfuzz import fuzz

    key = " ".join(words)
    found = [
        Found(form, "misspelt", round(0.008 * score - BELOW_PREFERRED[form.kind], 6))
        for form in map(glossary.form, _sharing_words(glossary, words))
        if (score := fuzz.ratio(key, form.key)) >= SIMILAR_TERM
    ]
    yield from sorted(found, key=lambda each: -each.score)


def _sharing_parts(glossary: Glossary, key: str) -> list[int]:
    """Return the Chinese forms that have most pairs of characters in common with a text."""
    return _having_most([glossary.forms_with(CHINESE_PART + pair) for pair in pairs(key)])


def _sharing_words(glossary: Glossary, words: Sequence[str]) -> list[int]:
    """Return the English forms that have most words in common with a text, or words like its words."""
    known = glossary.vocabulary()
    lists: list[Sequence[int]] = []
    for word in words:
        similar = _similar_words(glossary, word)[: max(1, math.isqrt(_COMPARED))]
        numbers = {number for at in similar for number in glossary.forms_with(WORD + known[at])}
        lists.append(sorted(numbers))
    return _having_most(lists)


def _having_most(lists: Iterable[Sequence[int]]) -> list[int]:
    """Return the numbers that stand in most of the lists, most first; of the shortest lists."""
    counts: Counter[int] = Counter()
    seen = 0
    for each in sorted(lists, key=len):
        seen += len(each)
        if seen > _COUNTED and counts:
            break
        counts.update(each[:_COUNTED])
    best: list[int] = []
    for count in sorted(set(counts.values()), reverse=True):
        best += sorted(number for number, times in counts.items() if times == count)
        if len(best) >= _COMPARED:
            break
    return best[:_COMPARED]
