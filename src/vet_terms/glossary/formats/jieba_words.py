"""A user dictionary for jieba: one form a line, with the tag of its kind, so that terms are cut as one word.

Forms are written in Simplified characters, which jieba's own dictionary has; forms with spaces are left out,
as jieba's lines are parted by them. No frequency is written: jieba then takes one that is just enough for the
form to be cut as a word, which no fixed number is for all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vet_terms.errors import InputError
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.language.scripts import count_han, to_simplified
from vet_terms.model import Concept, ConceptType

_TAGS: Mapping[ConceptType, str] = MappingProxyType(
    {
        "organisation": "nt",
        "person": "nr",
        "place": "ns",
        "programme": "nz",
        "policy": "nz",
        "event": "nz",
        "publication": "nz",
        "role": "n",
        "term": "n",
    }
)
_TYPES: Mapping[str, ConceptType] = MappingProxyType({"nt": "organisation", "nr": "person", "ns": "place"})
_LINE = re.compile(r"(\S+)(?: [0-9]+)?(?: ([a-z]+))?")


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the dictionary: every Chinese form once, with the first tag that it has."""
    lines: dict[str, str] = {}
    for concept in concepts:
        for form in (concept.zh, *concept.zh_variants):
            word = to_simplified(form)
            if _is_a_word(word):
                lines.setdefault(word, _TAGS[concept.type])
    return "".join(f"{word} {tag}\n" for word, tag in lines.items()).encode("utf-8")


def leaves_out(concepts: Sequence[Concept], options: WriteOptions) -> dict[str, int]:
    """Return how many concepts have no line."""
    spaced = sum(not any(map(_is_a_word, (each.zh, *each.zh_variants))) for each in concepts)
    return {"Chinese with spaces in it, or without a Chinese character": spaced} if spaced else {}


def read(data: bytes, name: str) -> list[Concept]:
    """Return a concept without English for each line of a user dictionary. Raises InputError."""
    from vet_terms.documents.encoding import decode

    concepts = []
    for number, line in enumerate(decode(data, name)[0].split("\n"), start=1):
        said = _LINE.fullmatch(line.strip())
        if said:
            concepts.append(
                Concept("", said[1], "", type=_TYPES.get(said[2] or "", "term"), status="approved")
            )
        elif line.strip():
            raise InputError(f"{name}, line {number}: a word, a frequency and a tag were expected")
    return concepts


def _is_a_word(form: str) -> bool:
    return bool(count_han(form)) and not re.search(r"\s", form)
