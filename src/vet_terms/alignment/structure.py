"""What layout says of a pair: couples, list marks and article numbers, block ends, headings, neighbourhood.

These weights are set by hand, in nats: the texts that the others are learnt from have no layout.
"""

from __future__ import annotations

import numpy as np

from vet_terms.alignment.beads import PAIRS
from vet_terms.alignment.features import Feature
from vet_terms.alignment.sides import Side
from vet_terms.alignment.table_rows import Rows
from vet_terms.alignment.windows import Window

SAME_COUPLE, OTHER_COUPLE = 0.6, -2.5
"""For each end of a bead whose segments have couple numbers on both sides."""

SAME_ITEM, OTHER_ITEM, INNER_ITEM = 2.0, -3.0, -1.5
"""Both sides begin with the same, or another, item or article; one begins inside a bead on one side."""

SEAM, TURN, OTHER_ROLE = -1.5, -2.0, -1.2
"""A block end inside a bead, a change of role, a heading with a text. Between two files a block end counts
by how much blocks say: nothing where each segment is one. In a bilingual file it always counts."""

ALONE = 0.25
"""In a bilingual file, a segment that stays alone: contents, addresses, labels have no counterpart."""

JOINED_LABELS = -4.0
"""Two captions, or headings, that are no sentences, in one bead."""

SAME_ROW, OTHER_ROW = 1.0, -5.0
"""For each end of a bead in a bilingual file: both cells in one row of a table, or in two rows of which one
has both languages, so that its cells have each other."""

ALONE_IN_ROW = -6.0
"""In a bilingual file, a text that stays alone though its row has one cell in each language, one of which is
a single segment: the other says the same in several, as a term and its synonyms."""

BESIDE = 0.8
"""In a bilingual file, the English stands in the block right behind the Chinese, and no couple says more."""


def structure_scores(zh: Side, en: Side, window: Window, *, one_file: bool) -> Feature:
    """Return what layout adds to the score of each pair that ends in a window: (pairs, rows, columns)."""
    rows, columns = np.array(window.rows), np.array(window.columns)
    found = np.zeros((len(PAIRS), *window.shape), dtype=np.float32)
    last_zh, last_en = np.maximum(rows - 1, 0), np.maximum(columns - 1, 0)
    telling, telling_en = (1.0, 1.0) if one_file else (zh.telling, en.telling)
    items_zh = np.concatenate([[0], np.cumsum(zh.ordinal > 0)])
    items_en = np.concatenate([[0], np.cumsum(en.ordinal > 0)])
    headings = zh.heading.any() or en.heading.any()
    for index, (zh_count, en_count) in enumerate(PAIRS):
        first_zh, first_en = np.maximum(rows - zh_count, 0), np.maximum(columns - en_count, 0)
        safe_zh, safe_en = np.minimum(first_zh, zh.count - 1), np.minimum(first_en, en.count - 1)
        score = found[index]
        for left, right in ((safe_zh, safe_en), (last_zh, last_en)):
            score += _row_agreement(zh.rows, en.rows, left, right)
            score += _agreement(zh.couple[left], en.couple[right], SAME_COUPLE, OTHER_COUPLE)
        score += _agreement(zh.ordinal[safe_zh], en.ordinal[safe_en], SAME_ITEM, OTHER_ITEM)
        inner_zh = items_zh[rows] - items_zh[np.minimum(first_zh + 1, rows)]
        inner_en = items_en[columns] - items_en[np.minimum(first_en + 1, columns)]
        if inner_zh.any() or inner_en.any():
            score += INNER_ITEM * np.abs(inner_zh[:, None] - inner_en[None, :])
        if headings:
            score += (zh.heading[safe_zh][:, None] != en.heading[safe_en][None, :]) * OTHER_ROLE
        score += _crossed(zh, first_zh, rows, telling)[:, None]
        score += _crossed(en, first_en, columns, telling_en)[None, :]
        if one_file:
            unsaid = (zh.couple[last_zh] == 0)[:, None] | (en.couple[safe_en] == 0)[None, :]
            score += ((zh.block[last_zh][:, None] + 1 == en.block[safe_en][None, :]) & unsaid) * BESIDE
    return found


def lone_scores(zh: Side, en: Side, window: Window, *, one_file: bool) -> Feature:
    """Return what layout adds to the score of leaving the segments before each position alone.

    Shape (2, rows, columns), or what broadcasts to it: the Chinese one, then the English one.
    """
    if not one_file:
        return np.zeros((1, 1, 1), dtype=np.float32)
    if not zh.rows.couple.any():
        return np.full((1, 1, 1), ALONE, dtype=np.float32)
    rows, columns = np.array(window.rows), np.array(window.columns)
    found = np.empty((2, *window.shape), dtype=np.float32)
    found[0] = np.where(zh.rows.couple[np.maximum(rows - 1, 0)], ALONE_IN_ROW, ALONE)[:, None]
    found[1] = np.where(en.rows.couple[np.maximum(columns - 1, 0)], ALONE_IN_ROW, ALONE)[None, :]
    return found


def _agreement(
    zh: np.typing.NDArray[np.int64], en: np.typing.NDArray[np.int64], same: float, other: float
) -> Feature | float:
    if not zh.any() or not en.any():
        return 0.0
    known = (zh > 0)[:, None] & (en > 0)[None, :]
    equal = zh[:, None] == en[None, :]
    return (known * np.where(equal, same, other)).astype(np.float32)


def _row_agreement(
    zh: Rows, en: Rows, left: np.typing.NDArray[np.int64], right: np.typing.NDArray[np.int64]
) -> Feature | float:
    if not zh.bilingual.any():
        return 0.0
    rows, columns = zh.numbers[left][:, None], en.numbers[right][None, :]
    in_tables = (rows > 0) & (columns > 0)
    either = zh.bilingual[left][:, None] | en.bilingual[right][None, :]
    same = rows == columns
    return (in_tables * np.where(same, SAME_ROW, either * OTHER_ROW)).astype(np.float32)


def _crossed(
    side: Side, first: np.typing.NDArray[np.int64], last: np.typing.NDArray[np.int64], telling: float
) -> Feature:
    inner = np.minimum(first + 1, last)
    seams = side.seams[last] - side.seams[inner]
    turns = side.turns[last] - side.turns[inner]
    labels = side.label_seams[last] - side.label_seams[inner]
    return (SEAM * telling * seams + TURN * turns + JOINED_LABELS * labels).astype(np.float32)
