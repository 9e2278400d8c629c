"""What people say a term is in English, as evidence for the alignment of sentences.

Only rows that a person wrote, changed or approved count: what the machine took from its own pairs must
not speak for these pairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vet_terms.glossary.merge import MACHINE_FILE, merge, with_columns_restored
from vet_terms.glossary.termbase import absent_columns, read_concepts
from vet_terms.model import Concept


def english_forms(concepts: Iterable[Concept]) -> dict[str, tuple[str, ...]]:
    """Return the English forms of each Chinese form, preferred ones first; rejected rows are left out."""
    forms: dict[str, dict[str, None]] = {}
    for concept in concepts:
        if concept.status == "rejected":
            continue
        english = [form for form in (concept.en, *concept.en_variants) if form]
        for zh in (concept.zh, *concept.zh_variants) if english else ():
            forms.setdefault(zh, {}).update(dict.fromkeys(english))
    return {zh: tuple(english) for zh, english in forms.items()}


def forms_by_people(terms: Path) -> dict[str, tuple[str, ...]]:
    """Return the English forms of the rows of a term base that belong to people.

    The machine's own copy beside the term base tells them apart. Empty where there is no term base.
    Raises InputError where one of the two cannot be read.
    """
    return english_forms(merge(*current_and_last(terms), []).kept)


def current_and_last(terms: Path) -> tuple[list[Concept], list[Concept]]:
    """Return the rows of a term base as they are now, and as the machine last wrote them beside it.

    Both are empty where there is no term base. Raises InputError where one of the two cannot be read.
    """
    if not terms.exists():
        return [], []
    machine = terms.parent / MACHINE_FILE
    last = read_concepts(machine) if machine.exists() else []
    return with_columns_restored(read_concepts(terms), last, absent_columns(terms)), last
