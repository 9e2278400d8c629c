"""Suggested English for terms that have none, with how each was made.

A suggestion is made only where every part of a term has known English: the glossary's own first, then set
names, generic heads and words of the field, then places, names in pinyin and clear meanings of the
dictionary. It is for a person to judge: it is never an entry, an export or a check.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vet_terms.glossary.extraction.english import base_form
from vet_terms.glossary.suggesting.compose import composed, title_case, without_final_law
from vet_terms.glossary.suggesting.dictionary import clear_meaning, company_name, person_name
from vet_terms.glossary.suggesting.field_words import field_words
from vet_terms.glossary.suggesting.heads import ACTIVITIES, OF_ACTIVITIES, heads
from vet_terms.glossary.suggesting.numbers import counted
from vet_terms.glossary.suggesting.offices import offices
from vet_terms.glossary.suggesting.parts import Part, cut
from vet_terms.glossary.suggesting.places import place_name, romanised_place
from vet_terms.glossary.suggesting.spelling import in_british, is_british
from vet_terms.glossary.suggesting.tables.set_names import SET_NAMES
from vet_terms.language.pinyin import romanise_name, surname_of
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import tagged
from vet_terms.model import Candidate, Concept, ConceptType

MARK = "suggested: "
_TITLED: frozenset[ConceptType] = frozenset({"organisation", "programme", "event", "publication"})
_POLICY_TITLE = re.compile(r"(?:计划|规划|方案|条例|纲要|法)$")
# English says what they head in many ways (vice president for teaching).
_OFFICE_HOLDER = re.compile(r"(?:长|主任|书记|主席|总监)$")
_PERSON = re.compile(rf"[{HAN}]{{2,4}}")
_QUOTES = re.compile("[“”\"'‘’《》]")
# A term of more words, and a name of more, is no term but a sentence.
_MOST_WORDS = {True: 14, False: 8}
_MOST_PARTS = 8
_USABLE = re.compile(r"[A-Za-z0-9][\w&'’. -]*", re.ASCII)
_LONGEST_PART = 5
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """English for a Chinese term, and in words how it was made."""

    en: str
    how: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a glossary gives to suggestions: English by Chinese form, and whether it is British."""

    english: Mapping[str, str]
    stems: Mapping[str, str]
    """Names of institutions without the word for their kind, on both sides."""
    british: bool


def known_from(concepts: Iterable[Concept]) -> Known:
    """Return what the concepts of a glossary, rejected ones left out, give to suggestions.

    Long and marked-up English is of no use as a part. Where two concepts have one form, the one that people
    approved counts, else the first.
    """
    usable = [concept for concept in concepts if concept.status != "rejected" and concept.en]
    usable.sort(key=lambda concept: concept.status != "approved")
    english: dict[str, str] = {}
    stems: dict[str, str] = {}
    for concept in usable:
        en = concept.en.strip("“”\"'")
        if not _USABLE.fullmatch(en) or len(en.split()) > _LONGEST_PART:
            continue
        is_name = concept.type in {"organisation", "person", "place", "publication"}
        for zh in (concept.zh, *concept.zh_variants):
            english.setdefault(zh, en if is_name or _is_titled(en) else base_form(en, is_name=False))
        if concept.type == "organisation" and (stem := _without_head(concept.zh, en)):
            stems.setdefault(*stem)
    return Known(english, stems, is_british(concept.en for concept in usable))


def _without_head(zh: str, en: str) -> tuple[str, str] | None:
    """Return both sides of a name without the generic head that ends them alike (学院, College)."""
    for head in (zh[start:] for start in reversed(range(_SHORTEST_STEM, len(zh)))):
        if head in heads() and en.endswith(f" {heads()[head]}"):
            return zh.removesuffix(head), en.removesuffix(heads()[head]).strip()
    return None


def _is_titled(en: str) -> bool:
    """Return whether English is written as a name: Belt and Road."""
    words = en.split()
    return len(words) > 1 and title_case(en) == en


def suggestion(zh: str, type_: ConceptType, known: Known) -> Suggestion | None:
    """Return suggested English for a Chinese term of a type, or None where a part of it is not known."""
    bare = _QUOTES.sub("", zh).strip()
    if not bare:
        return None
    found = _person(bare) if type_ == "person" else _named(bare, type_) or _composed(bare, type_, known)
    if found is None:
        return None
    en = in_british(found.en) if known.british else found.en
    return Suggestion(en, MARK + found.how)


def with_suggestions(candidates: Sequence[Candidate], concepts: Iterable[Concept]) -> list[Candidate]:
    """Return candidates, those without a guess with a suggested one where there is one."""
    known = known_from(concepts)
    made = []
    for candidate in candidates:
        found = None if candidate.guess else suggestion(candidate.zh, candidate.type, known)
        made.append(replace(candidate, guess=found.en, how=found.how) if found else candidate)
    return made


def _person(zh: str) -> Suggestion | None:
    """Return a person's name as the dictionary has it, else a Chinese one in pinyin."""
    if known := person_name(zh):
        return Suggestion(known, f"{zh} {known} (dictionary)")
    surname = surname_of(zh)
    if not surname or not _PERSON.fullmatch(zh) or not len(surname) < len(zh) <= len(surname) + 2:
        return None
    return Suggestion(romanise_name(zh), f"{zh} in pinyin, surname first")


def _named(zh: str, type_: ConceptType) -> Suggestion | None:
    """Return a name, a numbered thing or a place that is known as a whole."""
    if zh in SET_NAMES:
        return Suggestion(SET_NAMES[zh], f"{zh} {SET_NAMES[zh]} (set name)")
    if (number := counted(zh)) and number.last:
        return Suggestion(number.last, f"{zh} {number.last} (number)")
    if type_ == "organisation" and (company := company_name(zh)):
        return Suggestion(company, f"{zh} {company} (dictionary)")
    if zh in offices():
        office = str(offices()[zh])
        return Suggestion(office, f"{zh} {office} (generic head)")
    place = place_name(zh) or (romanised_place(zh) if type_ == "place" else None)
    if place and (type_ == "place" or place.level):
        return Suggestion(str(place), f"{zh} {place} ({place.origin})")
    if zh in field_words() and (en := field_words()[zh].last):
        en = title_case(en) if type_ in _TITLED else en
        return Suggestion(en, f"{zh} {en} (word of the field)")
    if zh in heads():
        en = heads()[zh].lower() if type_ not in _TITLED else heads()[zh]
        return Suggestion(en, f"{zh} {en} (generic head)")
    if type_ in {"term", "role"} and (meaning := clear_meaning(zh)) and meaning.is_noun:
        return Suggestion(meaning.en, f"{zh} {meaning.en} (dictionary)")
    return None


def _composed(zh: str, type_: ConceptType, known: Known) -> Suggestion | None:
    law = without_final_law(zh) if type_ == "policy" else None
    subject, after = law or (zh, "")
    if type_ == "role" and _OFFICE_HOLDER.search(zh):
        return None
    parts = cut(subject, known.english, known.stems)
    if parts is None or not _are_a_term(subject, parts, fewest=1 if law else 2):
        return None
    is_name = _is_name(zh, type_, parts)
    made = composed(parts, is_name=is_name)
    if made is None:
        return None
    en = f"{made.en} Law{after}" if law else made.en
    if len(en.split()) > _MOST_WORDS[is_name]:
        return None
    said = [f"{part.zh} {text.strip(',')} ({part.origin})" for part, text in made.said]
    return Suggestion(en, " + ".join([*said, "法 Law (generic head)"] if law else said))


def _is_name(zh: str, type_: ConceptType, parts: Sequence[Part]) -> bool:
    """Return whether English writes a term as a name; a kind of school or firm is none."""
    if type_ == "policy":
        return bool(_POLICY_TITLE.search(zh))
    if type_ not in _TITLED:
        return parts[-1].kind == "place" and len(parts) == 2 and parts[0].kind == "word"
    is_kind = parts[-1].kind == "head" and parts[-1].last[:1].islower()
    return not is_kind or any(part.kind in {"place", "name", "number"} for part in parts)


def _are_a_term(zh: str, parts: Sequence[Part], fewest: int) -> bool:
    """Return whether parts are neither too few nor too many, say something, and are no clause."""
    says = any(part.origin not in {"", "as it stands"} for part in parts)
    return says and fewest <= len(parts) <= _MOST_PARTS and not _says_something(zh, parts)


def _says_something(zh: str, parts: Sequence[Part]) -> bool:
    """Return whether a text is a clause: one of its parts is a verb that something follows.

    The words for what is done (服务, 培训) name a thing in most terms and govern one in some (服务|职教).
    """
    borders = {0, *itertools.accumulate(len(part.zh) for part in parts)}
    if any(
        token.tag == "v" and {token.start, token.end} <= borders and token.end < len(zh)
        for token in tagged(zh)
    ):
        return True
    return any(
        part.zh in ACTIVITIES
        and following.kind in {"word", "name", "place"}
        and following.zh not in OF_ACTIVITIES
        and following.zh not in ACTIVITIES
        for part, following in itertools.pairwise(parts)
    )
