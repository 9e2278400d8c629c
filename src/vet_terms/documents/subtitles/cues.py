"""Cues of subtitle files: SubRip (SRT) and WebVTT (W3C, 2019), read as players read them, and more kindly.

A cue is a line with two times and the text below it. What a file holds beside its cues is told apart:
numbers and times are no text; identifiers, notes, styles and whatever no player shows are left out with a
reason. A line of times that cannot be read loses its times, never the text below it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

_TIME = r"(?:(\d{1,4})\s?:\s?)?(\d{1,3})\s?:\s?(\d{1,2})(?:\s?[.,:]\s?(\d{1,6}))?"
_TIMING = re.compile(rf"\s*{_TIME}\s*--+>\s*{_TIME}(?![\d:.,])(?P<rest>.*)", re.ASCII | re.DOTALL)
_BESIDE_ARROW = re.compile(r"\d:\d{1,2}[:.,]\d+\s*--+>|--+>\s*\d+:\d{1,2}[:.,]\d", re.ASCII)
"""A time of three parts on one side at least."""
_SETTINGS = re.compile(r"\s*(?:[A-Za-z]\w*:\S+(?:\s+|$))*")
_NO_TIMING = re.compile(r"[\d\s:.,;<>=?→-]*", re.ASCII)
"""Of what signs a damaged line of times is made; they hold no word."""
_LONGEST_TIMING = 400
_BLOCK_NAMES = {"NOTE": "note", "STYLE": "style", "REGION": "style"}
_BLOCK = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t]|$)")
_HEADER = re.compile(r"WEBVTT(?:[ \t]|$)")

BEFORE = "before the first cue"


@dataclass(frozen=True, slots=True)
class Times:
    """When a cue is shown, in seconds."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with the lines of its text as the file has them, the first on ``line`` of the file.

    ``times`` is None where they cannot be read; they should stand on line ``head``.
    """

    rows: tuple[str, ...]
    line: int
    head: int
    times: Times | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text that is shown in no cue, with the reason and the line of the file that it begins on."""

    text: str
    reason: str
    line: int


def cues_of(text: str, *, web: bool) -> tuple[list[Cue], list[LeftOut]]:
    """Return the cues of a subtitle file's text in its order, and the texts that belong to none.

    ``web`` says that it is WebVTT, where an empty line ends a cue.
    """
    rows = text.split("\n")
    heads = [index for index in range(len(rows)) if _is_head(rows, index)]
    left_out: list[LeftOut] = []
    cues: list[Cue] = []
    if heads:
        first = _above(rows, heads[0], 0, 0, web=web)
        left_out += _outside(rows, 0, first, web=web)
    number = _number(rows, heads[0] if heads else 0)
    for head, following in itertools.zip_longest(heads, heads[1:]):
        end = len(rows)
        if following is not None:
            end = _above(rows, following, head + 1, number + 1, web=web)
            number = _number(rows, following)
        if web and (name := _identifier(rows, head)):
            left_out.append(LeftOut(name, "cue identifier", head))
        stop = _end_of_web_cue(rows, head + 1, end) if web else end
        times, behind = _times(rows[head])
        if times is None:
            left_out.append(LeftOut(rows[head].strip(), "damaged time", head + 1))
        shown = [(head, behind)] if behind else []
        shown += [(index, rows[index]) for index in range(head + 1, stop) if rows[index].strip()]
        line = shown[0][0] + 1 if shown else head + 1
        cues.append(Cue(tuple(row for _, row in shown), line, head + 1, times))
        left_out += _outside(rows, stop, end, web=web)
    return cues, left_out


def _end_of_web_cue(rows: Sequence[str], start: int, end: int) -> int:
    """Return where the text of a cue ends: at an empty line, not at one of spaces as captions scroll with.

    Below the times one empty line does not end it: editors take the spaces off such lines.
    """
    if start + 1 < end and not rows[start] and rows[start + 1].strip() and not _BLOCK.match(rows[start + 1]):
        start += 1
    for index in range(start, end):
        if not rows[index] or (index and not rows[index - 1].strip() and _BLOCK.match(rows[index])):
            return index
    return end


def is_web(text: str) -> bool:
    """Say whether a subtitle file says that it is WebVTT."""
    return _HEADER.match(text.split("\n", 1)[0]) is not None


def _is_head(rows: Sequence[str], index: int) -> bool:
    """Say whether a row is the line of times of a cue, whole or damaged."""
    row = rows[index]
    if len(row) > _LONGEST_TIMING:
        return False
    if "-->" in row:
        # 10:30 --> 11:00 may be said in a cue; with hours or fractions, or on top of a block, it is not.
        return _BESIDE_ARROW.search(row) is not None or (
            _TIMING.match(row) is not None and _on_top(rows, index)
        )
    if row.count(":") < 2 or not _NO_TIMING.fullmatch(row):
        return False
    # Without the arrow only a number above, with a blank line above it, says that times stand here.
    return index > 0 and rows[index - 1].strip().isdecimal() and _on_top(rows, index - 1)


def _on_top(rows: Sequence[str], index: int) -> bool:
    """Say whether a row is the first of a block, or stands below a number alone."""
    above = rows[index - 1].strip() if index else ""
    return not above or above.isdecimal()


def _times(row: str) -> tuple[Times | None, str]:
    """Return the times of a row, None where they cannot be read, and the text that stands behind them."""
    found = _TIMING.match(row)
    if not found:
        return None, ""
    numbers = found.groups()[:8]
    rest = found["rest"]
    behind = "" if _SETTINGS.fullmatch(rest) else rest.strip()
    return Times(_seconds(numbers[:4]), _seconds(numbers[4:])), behind


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _above(rows: Sequence[str], head: int, least: int, expected: int, *, web: bool) -> int:
    """Return the index behind the text above a line of times: its number or identifier is left out.

    A number that follows a text without a blank line may be the last line of the text: there only the
    expected one counts.
    """
    index = head - 1
    if index < least:
        return head
    row = rows[index].strip()
    begins = index == 0 or not rows[index - 1].strip() or index == least
    if row.isdecimal() and (begins or _number(rows, head) == expected):
        return index
    return index if web and row and index > least and not rows[index - 1].strip() else head


def _number(rows: Sequence[str], head: int) -> int:
    """Return the number above a line of times, -1 where none is."""
    row = rows[head - 1].strip() if head else ""
    return int(row) if row.isdecimal() and len(row) < 10 else -1


def _identifier(rows: Sequence[str], head: int) -> str:
    """Return the name of a cue, empty where it has none or a number."""
    row = rows[head - 1].strip() if head else ""
    named = row and head > 1 and not rows[head - 2].strip()
    return row if named and not row.isdecimal() and not _is_head(rows, head - 1) else ""


def _outside(rows: Sequence[str], start: int, end: int, *, web: bool) -> list[LeftOut]:
    """Return the texts of rows that stand in no cue, block by block."""
    found: list[LeftOut] = []
    index = start
    while index < end:
        if not rows[index].strip():
            index += 1
            continue
        stop = next((row for row in range(index, end) if not rows[row].strip()), end)
        text = "\n".join(rows[index:stop]).strip()
        reason = BEFORE if start == 0 else "outside any cue"
        if web and index == 0 and _HEADER.match(rows[0]):
            reason = "header"
            # The word itself names the format.
            text = text.removeprefix("WEBVTT").strip()
        elif web and (block := _BLOCK.match(rows[index])):
            reason = _BLOCK_NAMES[block.group(1)]
        if text:
            found.append(LeftOut(text, reason, index + 1))
        index = stop
    return found
