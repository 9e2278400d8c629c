"""The Chinese of concepts in another variety: Taiwan's or Hong Kong's forms of Mainland terms.

What is derived is nobody's decision: it is made anew each time by OpenCC, marked in the note, and never
written into the term base. A form that people wrote in the wanted variety themselves stands before a
derived one. Names keep their words (南京信息工程大学 is 南京信息工程大學 in Taiwan too, not 南京資訊工程大學)
and change their characters only; terms take the words of the place (软件, 軟體).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from vet_terms.errors import UsageError
from vet_terms.language.scripts import converted, script_of
from vet_terms.language.varieties import (
    HONG_KONG,
    MAINLAND,
    OPEN,
    TAIWAN,
    derived,
    variety_of,
    variety_of_code,
)
from vet_terms.model import Concept, ConceptType

DERIVED = (TAIWAN, HONG_KONG)
"""The varieties that are shown beside Mainland terms."""

NAMES: frozenset[ConceptType] = frozenset({"organisation", "person", "publication"})
"""Types whose words belong to whoever bears the name."""

_CHARACTERS_ONLY: Mapping[tuple[str, str], str] = MappingProxyType(
    {(MAINLAND, TAIWAN): "s2tw", (TAIWAN, MAINLAND): "tw2s"}
)
"""OpenCC's configurations that leave words alone, where `derived` takes one that does not."""


def derived_forms(concept: Concept) -> dict[str, tuple[str, ...]]:
    """Return the Chinese forms of a concept as Taiwan and Hong Kong write them, the preferred one first.

    Keys are ``zh-TW`` and ``zh-HK``. Forms that come out the same are given once.
    """
    return {code: _forms(concept, code) for code in DERIVED}


def in_variety(concepts: Iterable[Concept], code: str) -> list[Concept]:
    """Return concepts with their Chinese in the variety of a language code, in the same order.

    The terms and the Chinese context are derived; the note of a concept that changed ends with
    ``Chinese derived from zh-CN`` (or whatever it was in). Raises UsageError for a code that says no variety.
    """
    to = variety_of_code(code)
    if not to:
        raise UsageError(f"{code}: Chinese can be derived in zh-CN, zh-TW and zh-HK; name one of them")
    return [_in(concept, to) for concept in concepts]


def _in(concept: Concept, to: str) -> Concept:
    forms, context = _forms(concept, to), derived(concept.context_zh, to)
    if (*forms, context) == (concept.zh, *concept.zh_variants, concept.context_zh):
        return concept
    return dataclasses.replace(
        concept,
        zh=forms[0],
        zh_variants=forms[1:],
        context_zh=context,
        note=_with_remark(concept.note, f"Chinese derived from {_origin(concept.zh)}"),
    )


def _forms(concept: Concept, to: str) -> tuple[str, ...]:
    by_people = {derived(form, MAINLAND): form for form in concept.zh_variants if variety_of(form) == to}
    forms = (by_people.get(form) or _form(form, to, concept) for form in (concept.zh, *concept.zh_variants))
    return tuple(dict.fromkeys(forms))


def _form(form: str, to: str, concept: Concept) -> str:
    characters_only = _CHARACTERS_ONLY.get((_origin(form), to)) if concept.type in NAMES else None
    return converted(characters_only, form) if characters_only else derived(form, to)


def _origin(form: str) -> str:
    """Return the variety that a form is in; one that both scripts write alike counts as the Mainland's."""
    said = variety_of(form)
    if said != OPEN:
        return said
    return TAIWAN if script_of(form) == "Hant" else MAINLAND


def _with_remark(note: str, remark: str) -> str:
    return f"{note}; {remark}" if note else remark
