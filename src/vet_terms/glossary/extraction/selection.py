"""Which pairs of a unit are entries: the bar, nested terms, and names that are left over.

Precision comes first: a row that a reader finds silly costs the trust in all others. The bar differs
by how the Chinese was found, since a quotation or a name is known to be a unit and a compound is only
likely to be one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from vet_terms.glossary.extraction.chinese import GENERIC, ChineseSpan
from vet_terms.glossary.extraction.english import is_acronym
from vet_terms.glossary.extraction.links import Unit
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.language.entities import is_institution
from vet_terms.language.lexicon import content_lemmas, english_lemma, is_known, meanings
from vet_terms.language.tagging import tagged
from vet_terms.language.words import general_frequency, words

_ELIMINATED = 0.6
_LONG = 9
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]here)\b")
_PREPOSITION = re.compile(r" (?:of|for|between|with|on|to|in|from|by) ")
_LOOSE = re.compile(r" (?:for|between|with|on|to|from|by) ")


def is_sure(pair: Pair) -> bool:
    """Return whether a pair is above the bar for its kind."""
    if pair.zh.kind:
        return _is_sure_name(pair)
    if pair.zh.origin in {"quote", "book", "formula"}:
        if _SPOKEN.search(pair.en):
            return False
        if "quotes" in pair.evidence:
            return pair.likeness >= 0.35 and pair.score >= 0.5
        return pair.score >= 0.66 and pair.zh_coverage >= 0.6 and pair.en_coverage >= 0.6
    if pair.zh.origin == "coordinate":
        return pair.score >= 0.85 and pair.weakest >= 0.25 and pair.likeness >= 0.6
    # A word that the dictionary has needs no proof that it is one.
    return (
        pair.score >= (0.74 if _is_word(pair.zh.text) else 0.8)
        and pair.weakest >= 0.25
        and pair.head >= 0.2
        and pair.zh_coverage >= 0.68
        and pair.likeness >= 0.5
        and not _is_action(pair)
        and not _is_adjective(pair)
        and not _joins_more(pair)
    )


def chosen(units: Sequence[tuple[Unit, Sequence[Pair]]]) -> list[list[Pair]]:
    """Return the pairs of each unit that are entries.

    A compound inside a longer sure one counts only where it also stands by itself somewhere, the
    dictionary has it, or English takes the longer one apart ("needs of education"): a part of a term
    is not a term. Two Chinese spans cannot share the same English words unless one holds the other.
    """
    sure = [_consistent([pair for pair in found if is_sure(pair)]) for _, found in units]
    free: Counter[str] = Counter()
    for (unit, _), pairs in zip(units, sure, strict=True):
        for pair in pairs:
            if not any(_holds(other.zh, pair.zh) for other in pairs) and not _runs_on(pair, unit):
                free[pair.zh.text] += 1
    kept = []
    for (unit, _), pairs in zip(units, sure, strict=True):
        accepted: list[Pair] = []
        for pair in sorted(pairs, key=lambda pair: (-(pair.zh.end - pair.zh.start), pair.zh.start)):
            if not _is_whole(pair, pairs, unit, free):
                continue
            rivals = [other for other in accepted if (other.first, other.last) == (pair.first, pair.last)]
            if all(rival.score < pair.score for rival in rivals):
                accepted = [other for other in accepted if other not in rivals]
                accepted.append(pair)
        kept.append(sorted(accepted, key=lambda pair: (pair.zh.start, pair.zh.end)))
    return kept


def leftovers(unit: Unit, kept: Sequence[Pair], explained: Container[str]) -> list[Pair]:
    """Return the one institution and the one acronym of a unit that nothing else accounts for, as a pair.

    "泰国皇家理工大学" and "RMUTT" share no word; in an aligned unit with one of each left over they can
    only mean each other. Two of either, and nothing is said; nor of acronyms ``explained`` elsewhere.
    """
    taken = {index for pair in kept for index in range(pair.first, pair.last)}
    acronyms = [
        index
        for index, word in enumerate(unit.en.words)
        if index not in taken and is_acronym(word.text) and len(word.text) > 2 and word.text not in explained
    ]
    names = [
        span
        for span in unit.zh.spans
        if span.kind == "organisation"
        and is_institution(span.text)
        and not any(pair.zh.start < span.end and span.start < pair.zh.end and pair.zh.kind for pair in kept)
    ]
    longest = [span for span in names if not any(_holds(other, span) for other in names)]
    if (
        len({unit.en.words[index].text for index in acronyms}) != 1
        or len({span.text for span in longest}) != 1
    ):
        return []
    word = unit.en.words[acronyms[0]]
    return [
        Pair(
            longest[0],
            word.text,
            acronyms[0],
            acronyms[0] + 1,
            _ELIMINATED,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            ("elimination",),
        )
    ]


def _is_sure_name(pair: Pair) -> bool:
    if not re.search(r"[A-Z]", pair.en):
        return False
    if pair.zh.kind == "place":
        return pair.score >= 0.75 and min(pair.zh_coverage, pair.en_coverage) >= 0.6 and _is_noun_for(pair)
    if pair.zh.kind == "person":
        return "pinyin" in pair.evidence and pair.score >= 0.7 and " " in pair.en
    if "pinyin" in pair.evidence and " " in pair.en and pair.score >= 0.55:
        return pair.en[0].isupper() and pair.zh_coverage >= 0.38 and pair.likeness >= 0.55
    bar = 0.62 if pair.likeness >= 0.6 else 0.68
    return pair.en[0].isupper() and pair.score >= bar and pair.zh_coverage >= 0.55 and pair.likeness >= 0.25


def _is_noun_for(pair: Pair) -> bool:
    """Return whether the English is the place and not what comes from it (欧洲 is Europe, not European)."""
    known = meanings(pair.zh.text)
    return not known or "pinyin" in pair.evidence or any(lemma in known for lemma in content_lemmas(pair.en))


def _is_action(pair: Pair) -> bool:
    """Return whether the English begins with what was done, where the Chinese ends in it (appraised …)."""
    first = pair.en.split()[0]
    last = tagged(pair.zh.text)[-1].text
    return len(last) < len(pair.zh.text) and first.endswith("ed") and english_lemma(first) in meanings(last)


def _joins_more(pair: Pair) -> bool:
    """Return whether the English joins by "and" what the Chinese, with fewer words, does not say."""
    return " and " in pair.en and len(content_lemmas(pair.en)) > len(words(pair.zh.text))


def _is_adjective(pair: Pair) -> bool:
    """Return whether a Chinese noun in 化 is matched with an adjective (国际化 is not "international")."""
    return (
        len(pair.zh.text) <= 4
        and pair.zh.text.endswith("化")
        and pair.en.lower().endswith(("al", "ed", "ive", "ic"))
    )


def _consistent(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs without those that cut a surer name or quotation in two on either side."""
    anchors = [pair for pair in pairs if pair.zh.kind or pair.zh.origin in {"quote", "book"}]
    return [pair for pair in pairs if pair in anchors or not any(_is_cut(anchor, pair) for anchor in anchors)]


def _is_cut(anchor: Pair, pair: Pair) -> bool:
    if _holds(pair.zh, anchor.zh):
        return not (pair.first <= anchor.first and anchor.last <= pair.last)
    if pair.zh.start < anchor.zh.end and anchor.zh.start < pair.zh.end:
        return False
    return pair.first < anchor.last and anchor.first < pair.last


def _is_whole(pair: Pair, pairs: Sequence[Pair], unit: Unit, free: Counter[str]) -> bool:
    """Return whether a pair is a term of its own: neither a piece of a longer one nor several in a row."""
    holders = [other for other in pairs if _holds(other.zh, pair.zh)]
    if pair.zh.kind:
        # The name without its place is there for want of the full name.
        return not any(holder.zh.kind and holder.zh.end == pair.zh.end for holder in holders)
    if pair.zh.origin != "compound":
        # Partners quoted inside a name ("柳工-柳职院"…中心) are part of it.
        return not any(holder.zh.kind for holder in holders)
    if _is_place_and_rest(pair, pairs, unit) or _comes_apart(pair, pairs):
        return False
    if not holders:
        return not _runs_on(pair, unit) or free[pair.zh.text] > 0 or _is_word(pair.zh.text)
    if pair.zh.text in GENERIC:
        return False
    return (
        free[pair.zh.text] > 0
        or _is_word(pair.zh.text)
        or (len(tagged(pair.zh.text)) == 1 and all(holder.zh.origin == "compound" for holder in holders))
        or any(_is_set_apart(pair, holder) for holder in holders)
    )


def _is_word(text: str) -> bool:
    return is_known(text) or general_frequency(text) > 0


def _runs_on(pair: Pair, unit: Unit) -> bool:
    """Return whether a noun follows that a candidate from the same start takes in (国际化信息|中心)."""
    following = next((token for token in unit.zh.tokens if token.start == pair.zh.end), None)
    return (
        following is not None
        and following.tag == "n"
        and any(span.start == pair.zh.start and span.end == following.end for span in unit.zh.spans)
    )


def _is_place_and_rest(pair: Pair, pairs: Sequence[Pair], unit: Unit) -> bool:
    """Return whether a compound is a name before a term that is good by itself (柳州|先进制造业)."""
    return any(
        name.start == pair.zh.start
        and name.end < pair.zh.end
        and any((other.zh.start, other.zh.end) == (name.end, pair.zh.end) for other in pairs)
        for name in unit.zh.entities
    )


def _is_set_apart(pair: Pair, holder: Pair) -> bool:
    """Return whether English puts a preposition between an edge of a longer term and its rest."""
    at_edge = pair.zh.start == holder.zh.start or pair.zh.end == holder.zh.end
    return (
        at_edge
        and bool(_PREPOSITION.search(holder.en))
        and not _PREPOSITION.search(pair.en)
        and (pair.first == holder.first or pair.last == holder.last)
        and pair.weakest >= 0.4
        and len(pair.zh.text) > 2
    )


def _comes_apart(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Return whether a compound is two terms in a row, which English says with a preposition between."""
    if not _PREPOSITION.search(pair.en) or (len(pair.zh.text) < _LONG and not _LOOSE.search(pair.en)):
        return False
    return any(
        _is_set_apart(other, pair) and (other.zh.end == pair.zh.end or _LOOSE.search(pair.en))
        for other in pairs
    )


def _holds(outer: ChineseSpan, inner: ChineseSpan) -> bool:
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and outer.end - outer.start > inner.end - inner.start
    )
