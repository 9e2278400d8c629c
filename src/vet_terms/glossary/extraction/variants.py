"""Forms of one name brought together: short and full, with and without the kind of place.

柳职院 and 柳州职业技术学院, LVTC and Liuzhou Vocational & Technical College are one concept where a text
says so (full name and acronym together) and the Chinese short form is made of the full form's
characters in order. One English term keeps one Chinese partner otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vet_terms.glossary.extraction.english import initials, is_acronym, is_acronym_of, is_title, key
from vet_terms.model import ConceptType


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in the making: preferred form first on either side, how sure, and why."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    type: ConceptType
    score: float
    evidence: tuple[str, ...]


def merged(
    entries: Iterable[Entry],
    expansions: Sequence[tuple[str, str]] = (),
    short_forms: Mapping[str, str] | None = None,
) -> list[Entry]:
    """Return the entries with the forms of one name as one, each English term with one Chinese partner.

    ``expansions`` are full names with the acronyms that the texts give for them, ``short_forms`` Chinese
    short forms with the full name of each, of which some have no entry.
    """
    short = short_forms or {}
    done: list[Entry] = []
    by_chinese: dict[str, int] = {}
    # Full forms by what a short form can be known by: the same English, or its initials.
    by_english: dict[str, list[int]] = defaultdict(list)
    by_initials: dict[str, list[int]] = defaultdict(list)
    order = sorted(entries, key=lambda entry: (-len(entry.zh[0]), entry.zh[0]))
    for entry in order:
        name, letters = entry.en[0], re.sub("[^A-Z]", "", entry.en[0].upper())
        possible = sorted({*by_english[key(name)], *by_initials[letters]})
        index = next((i for i in possible if is_short_form(entry, done[i])), None)
        if index is None and _is_called(entry) and (full := short.get(entry.zh[0])) in by_chinese:
            index = by_chinese[full]
        if index is None:
            by_english[key(name)].append(len(done))
            by_initials[initials(name)].append(len(done))
            by_chinese[entry.zh[0]] = len(done)
            done.append(entry)
        else:
            done[index] = _together(done[index], entry)
    acronyms: dict[str, set[str]] = defaultdict(set)
    for name, acronym in expansions:
        acronyms[key(name)].add(acronym)
    with_english = {entry.zh[0] for entry in order}
    alone: dict[str, list[str]] = defaultdict(list)
    for form, full in sorted(short.items()):
        if form not in with_english:
            alone[full].append(form)
    done = [replace(entry, zh=tuple(dict.fromkeys((*entry.zh, *alone[entry.zh[0]])))) for entry in done]
    return _one_partner([_with_acronyms(entry, acronyms[key(entry.en[0])]) for entry in done])


def is_short_form(short: Entry, full: Entry) -> bool:
    """Return whether an entry is a shorter or otherwise written form of another."""
    zh, whole = short.zh[0], full.zh[0]
    same_english = key(short.en[0]) == key(full.en[0])
    if _plain(zh) == _plain(whole):
        return same_english
    if "person" in {short.type, full.type} or not is_subsequence(zh, whole):
        return False
    if same_english:
        return short.type in {"organisation", "place"} and short.type == full.type
    return short.type == "organisation" and zh[0] == whole[0] and is_acronym_of(short.en[0], full.en[0])


def is_subsequence(short: str, full: str) -> bool:
    """Return whether the characters of one text stand in another in the same order."""
    rest = iter(full)
    return len(short) < len(full) and all(character in rest for character in short)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _together(full: Entry, short: Entry) -> Entry:
    if full.type == "place":
        # A place is looked up by its bare name; 柳州市 is the variant.
        full, short = short, full
    zh = dict.fromkeys((*full.zh, *short.zh))
    en = {key(form) or form: form for form in reversed((*full.en, *short.en))}
    english = [full.en[0], *(form for form in reversed(en.values()) if key(form) != key(full.en[0]))]
    return Entry(
        tuple(zh),
        tuple(dict.fromkeys(english)),
        full.type,
        max(full.score, short.score),
        tuple(sorted({*full.evidence, *short.evidence})),
    )


def _is_called(entry: Entry) -> bool:
    """Return whether the English of a short form is a name as well: an acronym or a title."""
    return is_acronym(entry.en[0]) or is_title(entry.en[0])


def _with_acronyms(entry: Entry, acronyms: Iterable[str]) -> Entry:
    return replace(entry, en=tuple(dict.fromkeys((*entry.en, *sorted(acronyms)))))


def _one_partner(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries without those whose English belongs to a surer one."""
    kept: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: (-entry.score, -len(entry.evidence), entry.zh)):
        kept.setdefault(key(entry.en[0]), entry)
    return sorted(kept.values(), key=lambda entry: entry.zh)
