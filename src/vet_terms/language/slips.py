"""Whether a word is another with one letter wrong, which is what a slip of the pen or the key makes of it."""

from __future__ import annotations


def is_slip(written: str, right: str, least: int) -> bool:
    """Return whether a letter of a word is missing, added, wrong, or has changed places with the next.

    ``least`` is how many letters the right word must have for that to mean anything.
    """
    if len(right) < least or abs(len(written) - len(right)) > 1 or written == right:
        return False
    from rapidfuzz.distance import OSA

    return bool(OSA.distance(written, right, score_cutoff=1) <= 1)
