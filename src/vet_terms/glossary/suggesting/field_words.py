"""English for the words that terms and names of vocational education are made of.

A line is ``Chinese = before / last``: the English before another word (vocational, digital) and the
English at the end of a term (digitalization). One English serves for both; where one side is ``-`` the word
cannot stand there. Only words with one usual English in this field are listed, in American spelling, in
lower case but for names; a glossary that says otherwise wins over them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from vet_terms.glossary.suggesting.rows import rows
from vet_terms.glossary.suggesting.tables.economy import ECONOMY
from vet_terms.glossary.suggesting.tables.education import EDUCATION
from vet_terms.glossary.suggesting.tables.society import SOCIETY


@dataclass(frozen=True, slots=True)
class FieldWord:
    """The English of a word before another word, and at the end of a term; empty where it cannot stand."""

    before: str
    last: str


@functools.cache
def field_words() -> Mapping[str, FieldWord]:
    """Return the words of the field by their Chinese."""
    found: dict[str, FieldWord] = {}
    for zh, english in rows(EDUCATION + ECONOMY + SOCIETY):
        before, slash, last = (part.strip() for part in english.partition(" / "))
        forms = (before, last if slash else before)
        found[zh] = FieldWord(*("" if form == "-" else form for form in forms))
    return found
