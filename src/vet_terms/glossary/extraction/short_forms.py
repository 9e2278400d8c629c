"""Short forms of names in Chinese text, tied to the full name where the text itself tells whose they are.

A text says it (X（以下简称“Y”）, X（Y）), or uses a form that exactly one of the full names of the document
can have (see :mod:`vet_terms.language.abbreviations`). What two names of a document could have is tied to
none, and so is a form that two documents use of two names. Only names and programmes have short forms here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from vet_terms.glossary.chinese_finder import ChineseFinder
from vet_terms.glossary.extraction.spans import QUOTE_MARKS, ChineseSpan, span_of
from vet_terms.glossary.extraction.typing import PROGRAMME_ENDINGS
from vet_terms.language.abbreviations import (
    abbreviates,
    abbreviations,
    clipped_names,
    is_general_name,
    trade_names,
)
from vet_terms.language.cut_words import word_edges
from vet_terms.language.lexicon import is_known, is_proper_noun
from vet_terms.language.name_words import is_institution
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import Token

_SAID = (
    r"(?:以?下(?:文|面)?(?:[简统合]?称)|[简统]称)(?:为|作|是)?[：:]?\s*[“‘「『《\"]?"
    rf"([{HAN}A-Za-z0-9+]{{2,12}})"
)
_ANNOUNCED = re.compile(
    rf"[（(](?:[^（）()]{{0,24}}[，,；;]\s*)?{_SAID}(?:[”’」』》\"][^（）()]{{0,16}})?[）)]"
    rf"|[，,]?{_SAID}(?=[”’」』》\"，,。；;）)]|$)"
)
_BRACKETED = re.compile(rf"[（(][“‘「]?(?P<short>[{HAN}]{{2,8}})[”’」]?[）)]")
_RUN = re.compile(rf"[{HAN}A-Za-z0-9·—-]+$")
_LONGEST = 40
_SHORTEST_SOUGHT = 3
"""A form of two characters may come about by chance: it counts only where it was taken for a name."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A full name and the short form that a sentence gives for it."""

    full: ChineseSpan
    short: ChineseSpan


def announced(text: str, spans: Sequence[ChineseSpan], tokens: Sequence[Token]) -> Iterator[Announced]:
    """Yield the short forms that a sentence gives for names in it.

    ``spans`` are its names and quotations; a name that is not among them is found by its characters.
    """
    for match in _ANNOUNCED.finditer(text):
        group = match.lastindex or 0
        short = match[group]
        if is_general_name(short):
            continue
        full = _ending_at(text, match.start(), spans) or _spelt_by(text, match.start(), short, tokens)
        # A name for several (以下统称) is the short form of none of them.
        if full and ("统称" not in match.group() or abbreviates(short, full.text)):
            yield Announced(full, span_of(text, *match.span(group), full.origin, full.kind))
    for match in _BRACKETED.finditer(text):
        full = _ending_at(text, match.start(), [span for span in spans if span.kind == "organisation"])
        short = match["short"]
        if (
            full
            and abbreviates(short, full.text)
            and not is_general_name(short)
            and not is_proper_noun(short)
        ):
            yield Announced(full, span_of(text, *match.span("short"), full.origin, full.kind))


def _ending_at(text: str, end: int, spans: Iterable[ChineseSpan]) -> ChineseSpan | None:
    """Return the longest name or quotation that ends before a bracket."""
    while end and (text[end - 1] in QUOTE_MARKS or text[end - 1].isspace()):
        end -= 1
    here = [
        span
        for span in spans
        if span.end <= end
        and not text[span.end : end].strip(QUOTE_MARKS)
        and span.kind not in {"place", "person"}
    ]
    return min(here, key=lambda span: (span.start, -span.end), default=None)


def _spelt_by(text: str, end: int, short: str, tokens: Sequence[Token]) -> ChineseSpan | None:
    """Return the name before a bracket that begins at a word and has the characters of its short form."""
    run = _RUN.search(text[max(0, end - _LONGEST) : end])
    if not run:
        return None
    first = max(0, end - _LONGEST) + run.start()
    for start in sorted((token.start for token in tokens if first <= token.start < end), reverse=True):
        name = text[start:end]
        if abbreviates(short, name) and len(name) > len(short) + 1:
            if is_institution(name):
                return span_of(text, start, end, "entity", "organisation")
            return span_of(text, start, end, "quote") if name.endswith(PROGRAMME_ENDINGS) else None
    return None


@dataclass(slots=True)
class Tied:
    """Short forms with the full name of each, and where they stand as words of their own."""

    full: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    """Of a form that is not too short to be looked for: number of the text, start and end."""


def tied(
    texts: Sequence[tuple[Collection[str], str]],
    names: Mapping[str, Set[str]],
    called: Mapping[str, Set[str]],
    announced_forms: Iterable[tuple[str, str]] = (),
    successors: Mapping[str, str] | None = None,
) -> Tied:
    """Return the short forms that texts use for names, each with the one full name that it can stand for.

    ``texts`` are given with the documents that they are of. ``names`` are the full names of institutions,
    ``called`` all forms that were taken for a name or stand in quotes, each with its documents;
    ``announced_forms`` are pairs of short form and full name that the texts give themselves. Of an
    institution that was renamed (``successors``: old name to new) the last name has the short form.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for short, full in announced_forms:
        given[short].add(full)
    possible: dict[tuple[str, str], set[str]] = defaultdict(set)
    clipped: dict[tuple[str, str], set[str]] = defaultdict(set)
    wanted = set(given)
    for full, documents in names.items():
        headed = {form for form in abbreviations(full) if not is_general_name(form)}
        wanted |= {form for form in headed if len(form) >= _SHORTEST_SOUGHT and not is_known(form)}
        for document in documents:
            for form in headed | trade_names(full):
                possible[document, form].add(full)
            for form in clipped_names(full):
                clipped[document, form].add(full)
    sought = _sought(texts, wanted)
    used: dict[str, set[str]] = defaultdict(set)
    for form, documents in called.items():
        used[form] |= documents
    for form, places in sought.items():
        used[form].update(document for number, _, _ in places for document in texts[number][0])
    result = Tied()
    for form in sorted(used.keys() | given.keys()):
        fulls = given.get(form) or set().union(
            *(
                _one(possible.get((document, form)) or clipped.get((document, form), set()), successors or {})
                for document in used[form]
            )
        )
        if len(fulls) == 1 and (full := min(fulls)) != form:
            result.full[form] = full
            result.places[form] = sought.get(form, [])
    return result


def _one(fulls: Set[str], successors: Mapping[str, str]) -> Set[str]:
    """Return the full names that a document means, the names of one institution made one.

    Of a name with and without its place the one without is meant, of a renamed institution the last name.
    """
    own = {full for full in fulls if not any(full != other and full.endswith(other) for other in fulls)}
    if len(own) > 1:
        own = {_last_name(full, successors) for full in own}
    return own


def _last_name(name: str, successors: Mapping[str, str]) -> str:
    passed = {name}
    while (after := successors.get(name)) and after not in passed:
        name = after
        passed.add(name)
    return name


def _sought(
    texts: Sequence[tuple[Collection[str], str]], forms: Set[str]
) -> dict[str, list[tuple[int, int, int]]]:
    """Return where some forms stand in texts as words of their own, the longest first at each place."""
    finder = ChineseFinder(forms)
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, (_, text) in enumerate(texts):
        places = list(finder.find(text)) if forms else []
        edges = word_edges(text) if places else frozenset()
        for start, end, form in places:
            if start in edges and end in edges:
                found[form].append((number, start, end))
    return found
