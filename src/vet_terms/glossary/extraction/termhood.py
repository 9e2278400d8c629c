"""Which Chinese candidates are worth a person's look, where there is no English to tell.

Quoted text, names and formulas speak for themselves. A compound has to show that it is a unit: by
standing alone as a whole run of nouns, by recurring in different company, or by being a word of the
dictionary. Nested forms are weighed by C-value (Frantzi, Ananiadou and Mima 2000).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from vet_terms.glossary.extraction.field import TERMS
from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.glossary.extraction.typing import EVENT_ENDINGS
from vet_terms.glossary.extraction.vocabulary import EMPTY_TAILS, GENERIC, LIGHT_HEADS, NAME_HEADS
from vet_terms.language.lexicon import is_known, meanings
from vet_terms.language.name_words import is_institution
from vet_terms.language.pinyin import pinyin_keys
from vet_terms.language.words import general_frequency, words

_LEAST_LENGTH, _MOST_LENGTH = 4, 10
_MOST_WORDS = 4
_RARE = 1200
# What qualifies a noun that is no longer there.
_QUALITY = re.compile(r"(?:高[质水素层][量平质次]|性|型)$")
# Verbal nouns that name a kind of activity, and so a term, after what it is about.
_ACTIVITIES = LIGHT_HEADS - {"培训", "服务", "管理", "教育", "教学", "合作", "转化"}
_MARKS = "，、；,;"
_LONG_QUOTE = 12


def c_values(forms: Iterable[str]) -> dict[str, float]:
    """Return the C-value of each form: how often it stands by itself, longer forms weighing more.

    A form met only inside one longer form has 0 (Frantzi, Ananiadou and Mima 2000, with the
    length in characters).
    """
    counts = Counter(forms)
    inside: dict[str, list[int]] = {form: [] for form in counts}
    for longer, count in counts.items():
        parts = {
            longer[i:j]
            for i in range(len(longer))
            for j in range(i + 2, len(longer) + 1)
            if j - i < len(longer)
        }
        for part in parts & counts.keys():
            inside[part].append(count)
    return {
        form: round(
            math.log2(len(form)) * (count - (sum(nests) / len(nests) if (nests := inside[form]) else 0)), 4
        )
        for form, count in counts.items()
    }


def outermost(spans: Sequence[ChineseSpan]) -> list[ChineseSpan]:
    """Return the spans without those that are only pieces of a name or of a short quoted phrase."""
    whole = _Longest(
        span for span in spans if span.kind or span.origin in {"book", "formula"} or _is_short(span)
    )
    names = _Longest(span for span in spans if span.kind)
    return [
        span
        for span in spans
        if not (
            (span.origin == "compound" and len(span.tags) > 1 and whole.covers(span))
            or (span.kind and not _is_abroad(span) and names.covers(span))
        )
    ]


class _Longest:
    """How far the spans of a text reach from each start on, to tell what lies inside a longer one."""

    def __init__(self, spans: Iterable[ChineseSpan]) -> None:
        ends: dict[int, int] = {}
        for span in spans:
            ends[span.start] = max(span.end, ends.get(span.start, 0))
        self._starts = sorted(ends)
        self._ends = [ends[start] for start in self._starts]
        self._furthest = [0, *accumulate(self._ends, max)]

    def covers(self, span: ChineseSpan) -> bool:
        """Return whether a longer one of the spans has this one inside."""
        place = bisect_left(self._starts, span.start)
        if self._furthest[place] >= span.end:
            return True
        return (
            place < len(self._starts) and self._starts[place] == span.start and self._ends[place] > span.end
        )


def _is_abroad(span: ChineseSpan) -> bool:
    """Return whether a candidate is a place whose English is not its pinyin: English sets it apart."""
    known = meanings(span.text)
    return span.kind == "place" and bool(known) and not pinyin_keys(span.text) & known.keys()


def worth_keeping(spans: Mapping[str, Sequence[ChineseSpan]]) -> list[str]:
    """Return the Chinese forms that are worth a person's look, in the order of the code points."""
    compounds = {form for form, seen in spans.items() if all(span.origin == "compound" for span in seen)}
    nominal = {form for form in compounds if any(_is_nominal(span) for span in spans[form])}
    values = c_values(form for form in sorted(nominal) for _ in spans[form])
    return [
        form
        for form in sorted(spans)
        if form not in compounds
        or form in TERMS
        or (form in nominal and _is_unit(form, spans[form], values[form]))
    ]


def _is_unit(form: str, seen: Sequence[ChineseSpan], value: float) -> bool:
    """Return whether a compound shows itself as one term in the places where it was met."""
    if form in TERMS:
        return not all(_is_in_longer_term(span) for span in seen)
    free = sum(_is_whole_run(span) for span in seen)
    company = {(span.before, span.after) for span in seen}
    if len(seen) > 1:
        if _is_named_kind(seen[0]) and len(seen[0].tags) > 2 and not free:
            return False
        if is_known(form) and len(form) >= _LEAST_LENGTH:
            return True
        return value > 0 and (free > 0 or len(company) > 1) and not _is_loose(form, seen)
    return free > 0 and len(form) >= _LEAST_LENGTH and (_is_named_kind(seen[0]) or _is_specific(form))


def _is_in_longer_term(span: ChineseSpan) -> bool:
    """Return whether a word of the trade is here only a part of a longer one, or of an event's name."""
    if span.before and span.text.endswith(EVENT_ENDINGS):
        return True
    longer = (span.before + span.text, span.text + span.after, span.before + span.text + span.after)
    return any(text in TERMS for text in longer if text != span.text)


def _is_whole_run(span: ChineseSpan) -> bool:
    """Return whether nothing beside a compound can be a part of it; empty words beside it are none."""
    passing = (
        not span.after
        or span.after in LIGHT_HEADS
        or span.after in EMPTY_TAILS
        or (_is_named_kind(span) and len(span.tags) > 2)
    )
    return passing and not span.before and not (len(span.tags) > 2 and _head(span) in _ACTIVITIES)


def _is_named_kind(span: ChineseSpan) -> bool:
    """Return whether a compound ends as the names of events and institutions do."""
    return len(span.tags) > 1 and (span.text.endswith(EVENT_ENDINGS) or is_institution(span.text))


def _is_loose(form: str, seen: Sequence[ChineseSpan]) -> bool:
    """Return whether a repeated compound is a general word, or a general pair of words."""
    parts = words(form)
    if len(seen[0].tags) < 2 and (form[-1] in "性型" or form[0] == "高" or seen[0].tags == ("TIME",)):
        return True
    if len(seen[0].tags) < 2 and len(parts) < 2:
        return len(form) < 3 or (general_frequency(form) > _RARE and not is_known(form))
    return len(parts) < 3 and all(part in GENERIC or part in LIGHT_HEADS for part in parts)


def _is_specific(form: str) -> bool:
    """Return whether a compound met once is in the dictionary, or has a word that is rare in general."""
    if is_known(form):
        return True
    parts = words(form)
    if parts[-1] in GENERIC and parts[-1] in LIGHT_HEADS and len(parts) < 3:
        return False
    return min(general_frequency(part) for part in parts) < _RARE


def _head(span: ChineseSpan) -> str:
    return words(span.text)[-1]


def _is_short(span: ChineseSpan) -> bool:
    """Return whether a quotation is one term; a long one or a list may quote several."""
    return (
        span.origin == "quote"
        and len(span.text) <= _LONG_QUOTE
        and not any(mark in span.text for mark in _MARKS)
    )


def _is_nominal(span: ChineseSpan) -> bool:
    named = bool(span.tags) and span.tags[0] in {"LOC", "ORG"}
    verbs = any(tag in {"v", "vd", "ad", "c"} for tag in span.tags)
    if len(span.tags) > 1 and _QUALITY.search(span.text):
        return False
    kind = _is_named_kind(span)
    short = 1 <= len(span.tags) <= (_MOST_WORDS + 3 if kind else _MOST_WORDS)
    short = short and len(span.text) <= (2 * _MOST_LENGTH if kind else _MOST_LENGTH + 2)
    if named and len(span.tags) > 1 and not kind and not span.text.endswith(tuple(NAME_HEADS)):
        return False
    return short and not verbs
