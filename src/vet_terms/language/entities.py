"""Named entities of a Chinese text: the model's, repaired by rules about how Chinese names are built.

Institutions are found by their kind (see :mod:`vet_terms.language.institutions`). Persons begin with a
surname; by-lines set names apart by spaces. What looks like a name to the model but is a common word is left
out: a missed name is found by other means, a false one stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.institutions import institutions
from vet_terms.language.lexicon import is_known
from vet_terms.language.mending import mended
from vet_terms.language.name_words import (
    ORGANS,
    REGIONS,
    TITLES,
    is_faculty,
    is_institution,
    is_kind,
    is_publication,
)
from vet_terms.language.scripts import HAN
from vet_terms.language.supposed_names import INSIDE_TAGS, is_common, is_person, is_place
from vet_terms.language.tagging import Token
from vet_terms.language.words import general_frequency

EntityKind = Literal["organisation", "person", "place", "publication"]

# Characters that end a shortened institution (柳职院, 柳职) and no given name.
_ABBREVIATED_INSTITUTION = re.compile(r".{1,4}[院校厅局委办社职]$")
_BYLINE = re.compile(f"(?<![{HAN}])[{HAN}]{{2,4}}(?:[  　、][{HAN}]{{2,4}})+(?![{HAN}])")
_AFTER_TITLE = re.compile(f"(?:{'|'.join(TITLES)})([{HAN}]{{2,3}})")
# How the names of fields of study end.
_FIELD = re.compile(r"[化学术程理计法语易务融信游业电]$")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a Chinese text: its characters, what it names, and where it stands."""

    text: str
    kind: EntityKind
    start: int
    end: int


def entities(text: str) -> list[Entity]:
    """Return the named entities of a Chinese text in order; they do not overlap.

    A longer name wins over one inside it: 柳州职业技术学院 is one organisation, not a place in one.
    """
    tokens = mended(text)
    found = _institutions(text, tokens) + _named(text, tokens) + _byline(text) + _listed(text)
    found.sort(key=lambda entity: (-(entity.end - entity.start), entity.start))
    taken = [False] * len(text)
    kept: list[Entity] = []
    for entity in found:
        if not any(taken[entity.start : entity.end]):
            kept.append(entity)
            taken[entity.start : entity.end] = [True] * (entity.end - entity.start)
    return sorted(kept, key=lambda entity: entity.start)


def _institutions(text: str, tokens: Sequence[Token]) -> list[Entity]:
    return [
        Entity(name, "publication" if is_publication(name) else "organisation", start, end)
        for start, end in institutions(tokens)
        if (name := text[start:end])
    ]


def _listed(text: str) -> list[Entity]:
    """Return the regions and organs whose names are fixed."""
    fixed: tuple[tuple[EntityKind, tuple[str, ...]], ...] = (("place", REGIONS), ("organisation", ORGANS))
    return [
        Entity(name, kind, *match.span())
        for kind, names in fixed
        for name in names
        for match in re.finditer(name, text)
    ]


def _named(text: str, tokens: Sequence[Token]) -> list[Entity]:
    found = []
    for index, token in enumerate(tokens):
        kind = _kind(token)
        if kind == "place" and index and tokens[index - 1].text == "兴":
            continue
        if (
            token.tag == "nw"
            and text[token.start - 1 : token.start] == "《"
            and text[token.end : token.end + 1] != "》"
        ):
            # Half a title.
            continue
        if kind:
            found.append(Entity(token.text, kind, token.start, token.end))
        if token.tag in {"n", "nz", "ORG"} and is_faculty(token.text):
            start = tokens[_faculty_start(tokens, index)].start
            found.append(Entity(text[start : token.end], "organisation", start, token.end))
    found += _placed(text, tokens)
    for match in _AFTER_TITLE.finditer(text):
        person = _person_at(tokens, match.start(1))
        if person:
            found.append(Entity(text[match.start(1) : person], "person", match.start(1), person))
    return found


def _faculty_start(tokens: Sequence[Token], index: int) -> int:
    """Return where the name of a faculty begins; it may be of two fields (自动化与|信息技术学院)."""
    if index < 2 or tokens[index - 1].text not in {"与", "和"}:
        return index
    field = tokens[index - 2]
    two = field.tag in {"n", "vn"} and not is_institution(field.text) and not is_kind(field.text)
    alone = index == 2 or tokens[index - 3].tag not in INSIDE_TAGS
    return index - 2 if two and alone and _FIELD.search(field.text) else index


def _placed(text: str, tokens: Sequence[Token]) -> list[Entity]:
    """Return organisations called by a Latin acronym with the place before it (纽伦堡IHK)."""
    return [
        Entity(text[place.start : token.end], "organisation", place.start, token.end)
        for place, token in itertools.pairwise(tokens)
        if token.tag in {"ORG", "nz"}
        and re.fullmatch(r"[A-Z]{2,8}", token.text)
        and place.tag == "LOC"
        and is_place(place.text)
    ]


def _kind(token: Token) -> EntityKind | None:
    word = token.text
    if not re.search(f"[{HAN}A-Z]", word):
        return None
    if token.tag == "ORG" and not is_common(word):
        return "publication" if is_publication(word) else "organisation"
    if token.tag == "LOC" and is_place(word):
        return "organisation" if is_institution(word) else "place"
    if token.tag == "nw":
        return "publication"
    if token.tag == "PER" and _ABBREVIATED_INSTITUTION.match(word):
        return "organisation"
    if token.tag == "PER" and is_person(word):
        return "person"
    return None


def _person_at(tokens: Sequence[Token], start: int) -> int | None:
    """Return where a person's name ends that begins at a token border after a title, or None.

    One name may be cut into short words (楼 | 华山); it ends where a word of another kind begins.
    """
    end, name = start, ""
    for token in tokens:
        if token.start < start:
            if token.end == start + 1:
                # The surname is stuck to the title (博士楼|华山).
                name, end = token.text[-1], token.end
            elif token.end > start:
                return None
            continue
        if token.tag not in {"PER", "n", "nz", "nr", "LOC"} or len(name) + len(token.text) > 3:
            break
        name += token.text
        end = token.end
        if len(name) == 3:
            break
    return end if len(name) > 1 and is_person(name) else None


def _byline(text: str) -> list[Entity]:
    """Return the names of a by-line: two or more short words between spaces that all look like names."""
    found = []
    for match in _BYLINE.finditer(text):
        parts = [
            (match.start() + part.start(), part.group()) for part in re.finditer(f"[{HAN}]+", match.group())
        ]
        people = [
            (start, name) for start, name in parts if is_person(name) and (len(name) == 3 or _is_rare(name))
        ]
        if len(people) >= 2 and len(people) >= len(parts) - 1:
            found += [Entity(name, "person", start, start + len(name)) for start, name in people]
    return found


def _is_rare(word: str) -> bool:
    return not is_known(word) and not general_frequency(word)
