"""What formats with one field for remarks say of a concept, for people to read."""

from __future__ import annotations

import re

from vet_terms.model import Concept, ConceptStatus

_STATUS_FIRST = re.compile(r"\[(proposed|approved|superseded)\](?: |$)")


def comment_on(concept: Concept) -> str:
    """Return in one line of text all that a translator may want to know beside the preferred terms."""
    parts = [
        concept.type,
        "" if concept.status == "approved" else concept.status,
        concept.domain,
        concept.definition,
        f"also: {', '.join(concept.en_variants)}" if concept.en_variants else "",
        f"do not use: {', '.join(concept.en_forbidden)}" if concept.en_forbidden else "",
        concept.note,
    ]
    return "; ".join(part for part in parts if part)


def note_with_status(concept: Concept) -> str:
    """Return the note of a concept with its status before it, where a format has no place for one.

    ``[proposed] Ask the college.`` Approved is said only where the note would be misread without.
    """
    if concept.status == "approved" and not _STATUS_FIRST.match(concept.note):
        return concept.note
    return f"[{concept.status}] {concept.note}".strip()


def status_and_note(text: str) -> tuple[ConceptStatus, str]:
    """Return what `note_with_status` put together; a note without a status is of an approved concept."""
    said = _STATUS_FIRST.match(text)
    if said is None:
        return "approved", text
    for status in ("proposed", "superseded"):
        if said[1] == status:
            return status, text[said.end() :].strip()
    return "approved", text[said.end() :].strip()
