"""What travels to the writers of formats: the fixes of one unit; and what each of them is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import AnyStr

from vet_terms.checking.fixing.texts import Edit


@dataclass(frozen=True, slots=True)
class UnitFix:
    """The English of a unit and its edits; ``swapped``: the file calls that side Chinese."""

    english: str
    edits: tuple[Edit, ...]
    swapped: bool = False


Fixes = Mapping[int, UnitFix]
"""Fixes by the number of their unit in the file, as its reader counts, from 1."""

Written = tuple[bytes, frozenset[int]]
"""A file's new bytes, and the numbers of the units that were found in it as they were read, and fixed."""

Writer = Callable[[bytes, str, Fixes], Written]
"""Writes fixes into the bytes of a file of one format; the name is for messages."""


@dataclass(frozen=True, slots=True)
class Character:
    """Where one character of a unit's text stands in its file, and how other text is written there."""

    start: int
    end: int
    write: Callable[[str], str] = str


def edits_in_file(characters: Sequence[Character], edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits of a text as edits of its file: what stands between its characters stays."""
    found = []
    for edit in edits:
        if edit.start < edit.end:
            first, *others = characters[edit.start : edit.end]
            found.append(Edit(first.start, first.end, first.write(edit.text)))
            found += [Edit(each.start, each.end, "") for each in others]
        elif edit.start < len(characters):
            after = characters[edit.start]
            found.append(Edit(after.start, after.start, after.write(edit.text)))
        elif characters:
            before = characters[-1]
            found.append(Edit(before.end, before.end, before.write(edit.text)))
    return found


def with_edits(content: AnyStr, edits: Iterable[tuple[int, int, AnyStr]]) -> AnyStr:
    """Return a file's content after edits that do not overlap, in any order."""
    parts = []
    written = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [content[written:start], new]
        written = end
    parts.append(content[written:])
    return content[:0].join(parts)
