"""Notes of a TBX that say what they are: ``Status: proposed``, ``Definition: …``.

TBX-Basic has no data category for the state of an entry, TBX-Min none for definition, context and source. A
note with a label before it keeps them for a person who reads the file and for our own reader. A note that a
person began with such a word is written with ``Note:`` before it.
"""

from __future__ import annotations

LABELS = ("Status", "Definition", "Context", "Source", "Note")


def labelled(label: str, text: str) -> str:
    """Return a note that says what it is."""
    return f"{label}: {text}"


def free_note(text: str) -> str:
    """Return a person's own note, so that no label of ours is seen in it."""
    return labelled("Note", text) if label_of(text)[0] else text


def label_of(note: str) -> tuple[str, str]:
    """Return the label of a note, empty where it has none, and what it says."""
    label, colon, text = note.partition(": ")
    return (label, text) if colon and label in LABELS else ("", note)
