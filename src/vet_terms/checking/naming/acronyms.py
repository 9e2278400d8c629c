"""Findings on abbreviations that no passage of a document explains.

An abbreviation is explained where it stands in brackets after words, where words stand in brackets after it,
or where words with a capital somewhere in the document have its letters as their initials. What everybody
knows (GDP, ASEAN) and what an approved entry of the glossary has need no explanation.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from vet_terms import language
from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted, finding
from vet_terms.language.surnames import is_surname
from vet_terms.model import Concept, Finding, Severity, Span

# What stands before is looked at behind the first letter, which is soon found.
_ACRONYM = re.compile(r"[A-Z](?<![\w&@./-].)(?:[A-Z]|&(?=[A-Z])|o(?=[A-Z])|h(?=D)){1,6}s?(?![\w&@]|[-./]\w)")
_BRACKETED = re.compile(
    r"[\w’'”\"»] ?[(（\[]\s*(?:the )?[“\"]?([A-Z][\w&]{1,7}?)s?[”\"]?\s*(?:[,;，；][^)）\]]{0,80})?[)）\]]"
)
_OPENED = re.compile(
    r"([A-Z][A-Z&]{1,6})s? ?[(（]\s*\w+[ -]\w+|([A-Z][A-Z&]{1,6})s?,? (?:stands? for|or the|short for|i\.e\.)"
)
_APPOSED = re.compile(r"[A-Z][a-z]+, (?:or )?([A-Z][A-Z&]{1,6})s?(?=[,;.)])")
# A word has an end, lest each capital of a text without spaces be followed to its end.
_RUN = re.compile(
    r"[A-Z][A-Za-z’']{0,60}+(?:(?:,? (?:(?:and|of|the|for|in|on|to|&) )*|-)[A-Z][A-Za-z’']{0,60}+)+"
)
_INITIAL = re.compile(r"(?:(?<=[ -])|^)[A-Z]")
_SHOUTED_BESIDE = re.compile(r"[A-Z]{2,}[’']?[A-Z]? [A-Z]{2,}")
"""Two words in capitals side by side are an outcry or a heading."""
_BESIDE = 12
_SOON = 4
_BRACKET = re.compile(r"[(\[（]")
_SHOUTED = 0.6
"""Share of capitals from which a text is a heading in capitals, in which nothing can be told."""


class _Use(NamedTuple):
    """What a unit has of abbreviations: those it uses with their places, those it explains, and initials."""

    used: tuple[tuple[str, int], ...]
    explained: tuple[str, ...]
    initials: tuple[str, ...]


def acronyms_used(reading: Reading, context: Context) -> _Use | None:
    """Return what of a unit must be known to judge the abbreviations of its document."""
    en = reading.en
    used = tuple((match.group().removesuffix("s"), match.start()) for match in _ACRONYM.finditer(en))
    if used:
        letters = [char for char in en if char.isalpha()]
        if sum(map(str.isupper, letters)) > _SHOUTED * len(letters) and len(letters) > len(used[0][0]) + 1:
            used = ()
    known = _common()
    used = tuple(
        (acronym, start)
        for acronym, start in used
        if acronym.upper() not in known
        and not is_surname(acronym)
        and not _SHOUTED_BESIDE.search(en[max(start - _BESIDE, 0) : start + len(acronym) + _BESIDE])
    )
    initials = tuple(dict.fromkeys(["".join(_INITIAL.findall(run.group())) for run in _RUN.finditer(en)]))
    explained: tuple[str, ...] = ()
    if used or _BRACKET.search(en):
        matches = (*_BRACKETED.findall(en), *_OPENED.findall(en), *_APPOSED.findall(en))
        explained = tuple(dict.fromkeys(each for match in matches for each in _singular(match)))
    return _Use(used, explained, initials) if used or explained or initials else None


def unexplained(noted: Sequence[Noted], context: Context, rule: str) -> Iterator[tuple[int, Finding]]:
    """Yield findings on the abbreviations of a document that nothing explains, each where it stands first."""
    by_document: dict[str, list[Noted]] = {}
    for note in noted:
        places = note.unit.places
        by_document.setdefault(places[0].document if places else "", []).append(note)
    approved = _of_glossary(context.concepts)
    for notes in by_document.values():
        explained = {each for note in notes for each in note.fact.explained}
        initials = {each for note in notes for each in note.fact.initials}
        again = _used_again_soon(notes)
        seen: set[str] = set()
        for note in notes:
            for acronym, start in note.fact.used:
                if acronym in seen or acronym in approved:
                    continue
                seen.add(acronym)
                if acronym not in explained and not _is_among(acronym, initials):
                    yield note.position, _finding(note, rule, acronym, start, acronym in again)


def _used_again_soon(notes: Sequence[Noted]) -> set[str]:
    """Return the abbreviations that are used twice within a few units, as in a text and not in a list."""
    last: dict[str, int] = {}
    found: set[str] = set()
    for note in notes:
        for acronym, _ in note.fact.used:
            if note.position - last.get(acronym, -_SOON) < _SOON:
                found.add(acronym)
            last[acronym] = note.position
    return found


def _finding(note: Noted, rule: str, acronym: str, start: int, again: bool) -> Finding:
    # The reader of the Chinese is told no more where it has the same letters. Pairs of a table need not be of
    # one document, in which what is used should have been explained; what has pages is one.
    places = note.unit.places
    a_document = again or bool(places and places[0].page)
    severity: Severity = "warning" if a_document and acronym.lower() not in note.unit.zh.lower() else "info"
    return finding(
        note.unit, rule, severity,
        f"“{acronym}” is never written in full; give the full name where it stands first.",
        Span("target", start, start + len(acronym)),
    )  # fmt: skip


def _is_among(acronym: str, initials: Iterable[str]) -> bool:
    """Return whether some words' initials have an acronym's letters in order, the first two together."""
    wanted = acronym.replace("&", "").upper()
    return any(wanted in each for each in initials)


def _singular(match: str | tuple[str, ...]) -> Iterator[str]:
    for each in (match,) if isinstance(match, str) else match:
        if each:
            yield each.removesuffix("s") if each[:-1].isupper() else each


def _of_glossary(concepts: Iterable[Concept]) -> frozenset[str]:
    return frozenset(
        match.group()
        for concept in concepts
        if concept.status == "approved"
        for term in (concept.en, *concept.en_variants)
        for match in _ACRONYM.finditer(term)
    )


@functools.cache
def _common() -> frozenset[str]:
    path = Path(language.__file__).with_name("common_acronyms.txt")
    return frozenset(word.upper() for word in path.read_text(encoding="utf-8").split())
