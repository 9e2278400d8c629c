"""Word lists as people read and edit them: words between spaces, over as many lines as it takes."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list, in order."""
    return tuple(text.split())
