"""Concepts for the tests of the glossary: a short way to write one, and any that could be."""

from __future__ import annotations

import string
from typing import Any

from hypothesis import strategies as st

from vet_terms.glossary.termbase import canonical
from vet_terms.model import CONCEPT_STATUSES, CONCEPT_TYPES, Concept, ConceptStatus


def concept(zh: str, en: str, **more: Any) -> Concept:
    """Return a concept as the machine proposes one: without an id."""
    return Concept(id="", zh=zh, en=en, **more)


# Signs that mean something to a spreadsheet, to CSV, to the cell of several values or to a line.
HARD_SIGNS = "=+-@'\"|\\,;\t\n #＝＋－＠"
LETTERS = "柳州职业技术学院覃區éü" + string.ascii_letters[:6] + string.digits[:3]

texts = st.text(alphabet=HARD_SIGNS + LETTERS, max_size=12)
terms = texts.filter(lambda text: bool(text.strip()))
several = st.lists(terms, max_size=3).map(tuple)


def concepts(statuses: tuple[ConceptStatus, ...] = CONCEPT_STATUSES) -> st.SearchStrategy[Concept]:
    """Return concepts with any text in every field, in their canonical form."""
    return st.builds(
        Concept,
        id=st.from_regex(r"c[0-9a-f]{6}", fullmatch=True),
        zh=terms,
        en=texts,
        zh_variants=several,
        en_variants=several,
        en_forbidden=several,
        type=st.sampled_from(CONCEPT_TYPES),
        status=st.sampled_from(statuses),
        domain=texts,
        definition=texts,
        context_zh=texts,
        context_en=texts,
        source=several,
        count=st.integers(min_value=0, max_value=10**6),
        note=texts,
    ).map(canonical)
