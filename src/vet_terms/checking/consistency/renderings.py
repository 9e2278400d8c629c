"""Quoted terms and titles with their English, where it is certain which answers which; two of one term.

Certain is what stands alone in quotation marks on both sides, or in as many on both sides in the same order,
each answered by the dictionary. Other terms need a glossary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.checking.consistency.majority import prevailing
from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.answers import chinese_contents, chinese_words, english_keys
from vet_terms.checking.rule import Noted
from vet_terms.language.scripts import count_han

_CHINESE_QUOTED = re.compile(r"“([^“”]{2,40})”|「([^「」]{2,40})」|《([^《》]{2,40})》|\"([^\"]{2,40})\"")
_ENGLISH_QUOTED = re.compile(
    r"“([^“”]{2,200})”|\"([^\"]{2,200})\"|‘([^‘’]{2,200})’(?!\w)|《([^《》]{2,200})》"
)
_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
_MOST_QUOTED = 8
_CHINESE_MARKS = re.compile(r"[\W_]+")


class Rendered(NamedTuple):
    """A Chinese term and the English that answers it at one place."""

    zh: str
    en: str
    start: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A place where a term is rendered otherwise than mostly."""

    unit: Noted
    rendered: Rendered
    usual: str
    others: Sequence[Noted]
    apart: bool
    """Whether each of the two has a word that the other has not."""


def rendering_fact(reading: Reading, context: Context) -> object | None:
    """Return the quoted terms of a unit with their English; None where none is certain."""
    if not any(mark in reading.zh for mark in '“「《"'):
        return None
    zh = [next(filter(None, found.groups())) for found in _CHINESE_QUOTED.finditer(reading.zh)]
    en = [_inner(found) for found in _ENGLISH_QUOTED.finditer(reading.en)]
    if not zh or len(zh) != len(en) or len(zh) > _MOST_QUOTED:
        return None
    pairs = [
        Rendered(_CHINESE_MARKS.sub("", zh), text, start) for zh, (text, start) in zip(zh, en, strict=True)
    ]
    if len(pairs) > 1 and not all(map(_is_answered, pairs)):
        return None
    kept = tuple(each for each in pairs if count_han(each.zh) > 1 and not _is_admitted(each, context))
    return kept or None


def _inner(found: re.Match[str]) -> tuple[str, int]:
    group = found.lastindex or 0
    return found[group], found.start(group)


def _is_answered(rendered: Rendered) -> bool:
    answers = frozenset().union(*map(english_keys, _ENGLISH_WORD.findall(rendered.en)))
    words = chinese_contents(chinese_words(rendered.zh))
    return not words or any(not keys.isdisjoint(answers) for _, keys in words)


def _is_admitted(rendered: Rendered, context: Context) -> bool:
    """Return whether the glossary has this very pair: a person has decided."""
    if not context.concepts:
        return False
    wanted = _contents(rendered.en)
    return any(
        _contents(form) == wanted
        for hit in context.terms.in_chinese(rendered.zh)
        if hit.start == 0 and hit.end == len(rendered.zh)
        for concept in hit.concepts
        for form in (concept.en, *concept.en_variants)
    )


def two_renderings(noted: Sequence[Noted]) -> Iterator[Otherwise]:
    """Yield the places where a quoted term is rendered otherwise than mostly."""
    by_term: dict[str, list[tuple[Noted, Rendered]]] = defaultdict(list)
    for each in noted:
        for rendered in each.fact:
            by_term[rendered.zh].append((each, rendered))
    for uses in by_term.values():
        if len(uses) < 2:
            continue
        forms: dict[frozenset[frozenset[str]], list[Noted]] = defaultdict(list)
        written: dict[frozenset[frozenset[str]], str] = {}
        for each, rendered in uses:
            contents = _contents(rendered.en)
            forms[contents].append(each)
            written.setdefault(contents, rendered.en.rstrip(" ,.;:"))
        if len(forms) < 2:
            continue
        most = prevailing(forms)
        for each, rendered in uses:
            contents = _contents(rendered.en)
            if contents != most and contents and most:
                apart = bool(contents - most) and bool(most - contents)
                yield Otherwise(each, rendered, written[most], forms[most], apart)


def _contents(text: str) -> frozenset[frozenset[str]]:
    return frozenset(english_keys(word.lower()) for word in _ENGLISH_WORD.findall(text)) - {frozenset()}
