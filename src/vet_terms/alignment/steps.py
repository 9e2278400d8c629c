"""Two texts that go in step: which passages of the one are where those of the other are.

Dynamic programming over passages, by length and what is numbered or named alike, as Gale and Church (1993)
did for paragraphs and sentences. All ways through are summed, so that what is not likely stays out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vet_terms.alignment.passages import Passage, kinship, log_sum

Side = tuple[Passage, ...]
Part = tuple[Side, Side]
"""Chinese passages and the English ones that by layout belong to them."""

_SHAPES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
_ALONE, _EXTRA = 2.0, 1.0
_SURE = 0.7
_MOST_PLACES = 50_000
"""Places, near the diagonal, where both texts may be at once; longer ones are left to the model."""
_BAND = 12
_GAIN = 2.0
"""How much better counterparts must fit each other than the others do, as a log ratio of likelihoods."""
_LABEL_GAIN = 0.5


@dataclass(frozen=True, slots=True)
class _Step:
    """Sides ``zh`` to ``zh + zh_count`` and ``en`` to ``en + en_count``; either count may be 0."""

    zh: int
    en: int
    zh_count: int
    en_count: int
    score: float


def in_step(zh: Sequence[Side], en: Sequence[Side]) -> list[Part]:
    """Return the sides that are likely counterparts, in order; none where nothing tells the order.

    Labels of like lengths tell no order: counterparts must fit better than the others around them do.
    """
    if not zh or not en or len(zh) * 2 * _width(zh, en) > _MOST_PLACES:
        return []
    if len(zh) == len(en) == 1:
        return [(zh[0], en[0])]
    steps = _steps(zh, en)
    shares = _shares(steps, len(zh), len(en))
    found: list[tuple[list[int], list[int]]] = []
    for step in _best(steps, len(zh), len(en)):
        rows = range(step.zh, step.zh + step.zh_count)
        columns = range(step.en, step.en + step.en_count)
        sure = [(row, column) for row in rows for column in columns if shares.get((row, column), 0) >= _SURE]
        if sure:
            found.append((sorted({row for row, _ in sure}), sorted({column for _, column in sure})))
    fits = {(step.zh, step.en): step.score for step in steps if step.zh_count == step.en_count == 1}
    loose = [_is_loose_label(zh, en, fits, rows[0], columns[0]) for rows, columns in found]
    gains = (
        _gain(fits, rows[0], columns[0])
        for (rows, columns), label in zip(found, loose, strict=True)
        if not label
    )
    if sum(gains) < _GAIN:
        return []
    return [(_flat(zh, rows), _flat(en, columns)) for rows, columns in _together(found, loose)]


def _together(
    found: Sequence[tuple[list[int], list[int]]], loose: Sequence[bool]
) -> list[tuple[list[int], list[int]]]:
    """Return the steps with neighbouring labels, whose order is not known, as one."""
    result: list[tuple[list[int], list[int]]] = []
    for (rows, columns), label, before in zip(found, loose, [False, *loose], strict=False):
        if label and before and result[-1][0][-1] + 1 == rows[0] and result[-1][1][-1] + 1 == columns[0]:
            result[-1] = (result[-1][0] + rows, result[-1][1] + columns)
        else:
            result.append((rows, columns))
    return result


def _flat(sides: Sequence[Side], indexes: Sequence[int]) -> Side:
    return tuple(passage for index in indexes for passage in sides[index])


def _width(zh: Sequence[Side], en: Sequence[Side]) -> int:
    return _BAND + abs(len(zh) - len(en))


def _steps(zh: Sequence[Side], en: Sequence[Side]) -> list[_Step]:
    """Return the steps near the diagonal, in an order in which each comes behind those that lead to it."""
    width = _width(zh, en)
    result: list[_Step] = []
    for row in range(len(zh) + 1):
        middle = row * len(en) // len(zh)
        for column in range(max(0, middle - width), min(len(en), middle + width) + 1):
            for zh_count, en_count in _SHAPES:
                if row + zh_count > len(zh) or column + en_count > len(en):
                    continue
                if not zh_count or not en_count:
                    score = -_ALONE
                else:
                    left = _flat(zh, range(row, row + zh_count))
                    right = _flat(en, range(column, column + en_count))
                    score = kinship(left, right) - _EXTRA * (zh_count + en_count - 2)
                result.append(_Step(row, column, zh_count, en_count, score))
    return result


def _shares(steps: Sequence[_Step], rows: int, columns: int) -> dict[tuple[int, int], float]:
    """Return how likely each Chinese and English side are in one step, where it is likely at all."""
    forward = {(0, 0): 0.0}
    for step in steps:
        here = forward.get((step.zh, step.en))
        if here is not None:
            there = (step.zh + step.zh_count, step.en + step.en_count)
            forward[there] = log_sum([forward.get(there, -math.inf), here + step.score])
    backward = {(rows, columns): 0.0}
    for step in reversed(steps):
        after = backward.get((step.zh + step.zh_count, step.en + step.en_count))
        if after is not None:
            place = (step.zh, step.en)
            backward[place] = log_sum([backward.get(place, -math.inf), after + step.score])
    shares: dict[tuple[int, int], float] = {}
    total = forward[rows, columns]
    for step in steps:
        before = forward.get((step.zh, step.en))
        after = backward.get((step.zh + step.zh_count, step.en + step.en_count))
        if before is None or after is None:
            continue
        share = math.exp(min(0.0, before + step.score + after - total))
        for cell in _cells(step):
            shares[cell] = shares.get(cell, 0.0) + share
    return shares


def _cells(step: _Step) -> Iterator[tuple[int, int]]:
    for row in range(step.zh, step.zh + step.zh_count):
        for column in range(step.en, step.en + step.en_count):
            yield row, column


def _best(steps: Sequence[_Step], rows: int, columns: int) -> list[_Step]:
    reached: dict[tuple[int, int], tuple[float, _Step | None]] = {(0, 0): (0.0, None)}
    for step in steps:
        here = reached.get((step.zh, step.en))
        if here is None:
            continue
        there = (step.zh + step.zh_count, step.en + step.en_count)
        score = round(here[0] + step.score, 6)
        if there not in reached or score > reached[there][0]:
            reached[there] = (score, step)
    result: list[_Step] = []
    position = (rows, columns)
    while (last := reached[position][1]) is not None:
        result.append(last)
        position = (last.zh, last.en)
    return result[::-1]


def _gain(fits: dict[tuple[int, int], float], row: int, column: int) -> float:
    """Return how much better two sides fit than the Chinese one fits those around, on average."""
    near = [fits[row, other] for other in range(column - _BAND, column + _BAND + 1) if (row, other) in fits]
    return fits[row, column] - log_sum(near) + math.log(len(near))


def _is_loose_label(
    zh: Sequence[Side], en: Sequence[Side], fits: dict[tuple[int, int], float], row: int, column: int
) -> bool:
    """Say whether a label fits as well in its neighbour's place: labels may stand in any order."""
    if not {zh[row][0].role, en[column][0].role} <= {"caption", "heading"}:
        return False
    for other_row, other_column in ((row - 1, column - 1), (row + 1, column + 1)):
        straight = fits.get((row, column), 0.0) + fits.get((other_row, other_column), -math.inf)
        crossed = fits.get((row, other_column), -math.inf) + fits.get((other_row, column), -math.inf)
        labels = straight > -math.inf and crossed > -math.inf
        labels = labels and zh[other_row][0].role == zh[row][0].role
        if labels and straight - crossed < _LABEL_GAIN:
            return True
    return False
