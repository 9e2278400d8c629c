"""The guesses of a lookup, for a query that is no form of any term: pinyin, then misspellings.

Each step loads a library of its own, so they run only where the literal steps said nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.glossary.folding import base_form, chinese_keys, english_words
from vet_terms.glossary.matching import Forms, Match, Matches, english_matches, keep_best, make_match
from vet_terms.glossary.syllables import characters_spelt, pinyin_key
from vet_terms.language.scripts import count_han

SIMILAR_WORD = 0.72
"""How alike two words must be, edits to letters: one slip in four letters, two in eight."""

SIMILAR_TERM = 80.0
SIMILAR_PART = 80.0
NEAR_ENOUGH_TO_NAME = 60.0
"""How alike whole terms must be, in per cent, to be answers, or only to be named as nearest.

One wrong character in five is a slip; one in four makes another word (职业教育, 职业体育).
"""


def guesses(forms: Forms, query: str) -> Matches:
    """Return what the query may mean: by its sound, else by its spelling."""
    return _by_pinyin(forms, query) or _by_spelling(forms, query)


def nearest(forms: Forms, query: str, limit: int = 3) -> list[str]:
    """Return the terms most like a query that found nothing, as they are written, best first."""
    from rapidfuzz import fuzz

    han = count_han(query) > 0
    key = chinese_keys([query])[0] if han else " ".join(english_words(query))
    # A short query is like some part of almost any long term.
    in_parts = len(key) >= (3 if han else 6)
    likeness: dict[str, float] = {}
    for text, other in _comparable_texts(forms, query):
        like = fuzz.partial_ratio if in_parts and len(key) < len(other) else fuzz.ratio
        score = like(key, other)
        if score >= NEAR_ENOUGH_TO_NAME:
            likeness[text] = max(likeness.get(text, 0.0), round(score, 3))
    return sorted(likeness, key=lambda text: (-likeness[text], text))[:limit]


def _by_pinyin(forms: Forms, query: str) -> Matches:
    key = "" if count_han(query) else pinyin_key(query)
    best: Matches = {}
    if len(key) < 2:
        return best
    for form in forms.chinese:
        spelt = characters_spelt(key, form.text)
        if spelt:
            score = 0.85 if spelt == len(form.text) else 0.5 + 0.2 * spelt / len(form.text)
            keep_best(best, [(form.concept, make_match("pinyin", "zh", form, score))])
    return best


def _by_spelling(forms: Forms, query: str) -> Matches:
    best: Matches = {}
    if not count_han(query):
        best = _with_corrected_words(forms, english_words(query))
    return best or _like_whole_terms(forms, query)


def _with_corrected_words(forms: Forms, words: tuple[str, ...]) -> Matches:
    """Replace each word that no term has by the most similar one of the glossary, and match again."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = sorted({word for form in forms.english for word in form.words if len(word) > 2})
    bases = {base_form(word) for word in known}
    corrected: list[str] = []
    likeness: list[float] = []
    for word in words:
        if base_form(word) in bases or len(word) < 3:
            corrected.append(word)
            likeness.append(1.0)
            continue
        found = process.extract(
            word, known, scorer=OSA.normalized_similarity, score_cutoff=SIMILAR_WORD, limit=5
        )
        if not found:
            return {}
        similar, score, _ = min(found, key=lambda item: (-round(item[1], 6), item[0]))
        corrected.append(similar)
        likeness.append(score)
    best: Matches = {}
    for number, match in english_matches(forms, tuple(corrected)):
        if match.kind != "within":
            score = 0.8 * match.score * sum(likeness) / len(likeness)
            keep_best(best, [(number, Match("misspelt", "en", match.term, round(score, 3)))])
    return best


def _like_whole_terms(forms: Forms, query: str) -> Matches:
    """Return the terms that are like the query as a whole, or like it in a part of their own."""
    from rapidfuzz import fuzz

    best: Matches = {}
    if count_han(query):
        key = chinese_keys([query])[0]
        if len(key) < 3:
            return best
        for form in forms.chinese:
            whole = fuzz.ratio(key, form.key)
            part = fuzz.partial_ratio(key, form.key) if len(key) < len(form.key) else 0.0
            score = whole if whole >= SIMILAR_TERM else 0.8 * part if part >= SIMILAR_PART else 0.0
            if score:
                keep_best(best, [(form.concept, make_match("misspelt", "zh", form, 0.008 * score))])
        return best
    key = " ".join(english_words(query))
    for english in forms.english:
        score = fuzz.ratio(key, " ".join(english.words))
        if score >= SIMILAR_TERM:
            keep_best(best, [(english.concept, make_match("misspelt", "en", english, 0.008 * score))])
    return best


def _comparable_texts(forms: Forms, query: str) -> Iterator[tuple[str, str]]:
    if count_han(query):
        yield from ((form.text, form.key) for form in forms.chinese)
    else:
        yield from ((form.text, " ".join(form.words)) for form in forms.english)
