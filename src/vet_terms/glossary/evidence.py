"""What the machine writes into the note of a proposal: how sure a pair is, and what that rests on.

It is for whoever goes through the term base. A translator who meets a term in another tool has no use for
it, so it stays behind where the glossary is carried there; what a person wrote beside it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_EVIDENCE = re.compile(r"confidence [01]\.\d+: [a-z]+(?:, [a-z]+)*")
_BESIDE = re.compile(rf"(?:^|(?<=[;；,，.。\s])){_EVIDENCE.pattern}(?![a-z])[;；,，.。\s]*")


def evidence_note(score: float, evidence: Iterable[str]) -> str:
    """Return the note of a proposed pair: "confidence 0.87: entity, pinyin"."""
    return f"confidence {score:.2f}: {', '.join(evidence)}"


def is_evidence(note: str) -> bool:
    """Return whether a note holds nothing but what the machine says of a pair."""
    return bool(_EVIDENCE.fullmatch(note))


def without_evidence(note: str) -> str:
    """Return a note without what the machine says of a pair; all else of it stays as it is."""
    if "confidence " not in note:
        return note
    plain = _BESIDE.sub("", note)
    return plain.rstrip(" ;；") if plain != note else note
