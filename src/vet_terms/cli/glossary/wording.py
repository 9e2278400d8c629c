"""Words that the commands of the glossary share."""

from __future__ import annotations


def of(number: int, noun: str) -> str:
    """Return a number with its noun: 1 entry, 2 entries."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def printable(line: str) -> str:
    """Return one line of what a file says, with nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else "�" for char in line.replace("\n", " "))
