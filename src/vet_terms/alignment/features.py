"""The features of beads: plain numbers with names, from which the model makes one score a bead.

They are made for a window at a time: a run of rows (Chinese positions) and the run of columns (English
positions) that the band leaves open there. A feature of pairs is an array over (shapes of pairs, rows,
columns), one of lone segments over (2, rows, columns), or anything that broadcasts to it.

Most are kin to those of aligners that score a bead by likeness and compare it with its neighbours
(Thompson & Koehn 2019, Vecalign; Liu & Zhu 2022, Bertalign); that a bead's edges are held against the
bead without them and with one more, and that all weights are learnt together, is ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.beads import PAIRS, REACH
from vet_terms.alignment.coverage import Coverage
from vet_terms.alignment.likeness import Runs, cosines
from vet_terms.alignment.sides import Facts, Side
from vet_terms.alignment.windows import SINGLE, WIDER, Floats, Surroundings, Window, surroundings

Feature = npt.NDArray[np.float32]
Positions = npt.NDArray[np.int64]

_ZH = np.array([zh for zh, _ in PAIRS], dtype=np.float32)[:, None, None]
_EN = np.array([en for _, en in PAIRS], dtype=np.float32)[:, None, None]
_LEAST_GAIN = -0.5
_LOW_COSINES, _LOW_SHARES = (0.25, 0.45), (0.15, 0.3)
"""Where the weight of the likeness of two single sentences may bend."""
_MARKS = ("question", "exclamation", "ellipsis", "opening_quote", "colon", "bracket")


@dataclass(frozen=True, slots=True)
class Sources:
    """All evidence on one stretch: both sides, their vectors (none: no encoder), and their words.

    ``vectors`` are the runs of both sides by name; ``coverages`` by name; ``numbers`` the coverage of
    numbers alone. ``ratio``: Chinese characters that one of English stands for.
    """

    zh: Side
    en: Side
    vectors: Mapping[str, tuple[Runs, Runs]]
    coverages: Mapping[str, Coverage]
    numbers: Coverage
    ratio: float


def best_single(
    sources: Sources, windows: Sequence[tuple[Window, npt.NDArray[np.bool_]]]
) -> dict[str, tuple[Floats, Floats]]:
    """Return for each source the best value that each segment has with one of the other side.

    By name: an array over Chinese positions and one over English ones; of position i, segment i - 1.
    ``windows`` come with a mask of the cells that the band leaves open.
    """
    found = {
        name: (np.full(sources.zh.count + 1, -1, np.float32), np.full(sources.en.count + 1, -1, np.float32))
        for name in (*sources.vectors, *sources.coverages)
    }
    for window, is_open in windows:
        rows, columns = np.array(window.rows), np.array(window.columns)
        usable = is_open & (rows >= 1)[:, None] & (columns >= 1)[None, :]
        for name, (zh_best, en_best) in found.items():
            if name in sources.vectors:
                table = cosines(*sources.vectors[name], window.rows, window.columns, SINGLE)[0]
            else:
                table = _share(*sources.coverages[name].answered(window.rows, window.columns, SINGLE))[0]
            table = np.where(usable, table, -1)
            zh_best[rows] = np.maximum(zh_best[rows], table.max(axis=1))
            en_best[columns] = np.maximum(en_best[columns], table.max(axis=0))
    return found


def features_of_lone(
    sources: Sources, window: Window, best: Mapping[str, tuple[Floats, Floats]]
) -> dict[str, Feature]:
    """Return the features of leaving a segment alone: a Chinese one, then an English one."""
    rows, columns = np.array(window.rows), np.array(window.columns)
    is_zh = np.array([1.0, 0.0], np.float32)[:, None, None]
    zh, en = sources.zh, sources.en
    zh_length = _log_size(zh.length[rows] - zh.length[np.maximum(rows - 1, 0)])
    en_length = _log_size((en.length[columns] - en.length[np.maximum(columns - 1, 0)]) * sources.ratio)
    found: dict[str, Feature] = {
        "lone zh": is_zh,
        "lone en": 1 - is_zh,
        "lone length": _either(zh_length, en_length),
        "lone inside quotation": np.broadcast_to(
            zh.inside[rows][:, None] != en.inside[columns][None, :], (2, *window.shape)
        ).astype(np.float32),
    }
    for name, (zh_best, en_best) in best.items():
        found[f"lone best {name}"] = _either(zh_best[rows], en_best[columns])
    return found


def _either(zh: npt.NDArray[np.floating], en: npt.NDArray[np.floating]) -> Feature:
    height, width = len(zh), len(en)
    return np.stack(
        [np.broadcast_to(zh[:, None], (height, width)), np.broadcast_to(en[None, :], (height, width))]
    ).astype(np.float32)


def _log_size(size: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.log(np.maximum(size, 1.0))


def features_of_pairs(sources: Sources, window: Window) -> dict[str, Feature]:
    """Return the features of the pairs that end at a window's positions, by name, in a fixed order."""
    around = surroundings(window, sources.zh.count, sources.en.count)
    found: dict[str, Feature] = {}
    for number, (zh, en) in enumerate(PAIRS):
        found[f"shape {zh}-{en}"] = (np.arange(len(PAIRS)) == number).astype(np.float32)[:, None, None]
    zh_length, en_length = _lengths(sources, window)
    for name, runs in sources.vectors.items():
        likeness = cosines(*runs, around.rows, around.columns, WIDER)
        found.update(_compared(name, likeness, around, zh_length))
    for name, coverage in sources.coverages.items():
        answered = coverage.answered(around.rows, around.columns, WIDER)
        found.update(_compared(name, _share(*answered), around, zh_length))
        found.update(_covered(name, answered, around))
    # Of single segments the sums are the vectors themselves: one source of vectors says it all.
    for name in [*list(sources.vectors)[:1], *sources.coverages]:
        found.update(_of_two(name, found[name], _LOW_COSINES if name in sources.vectors else _LOW_SHARES))
    numbers = sources.numbers.answered(around.rows, around.columns, WIDER)
    found.update(_counted("number", numbers, around))
    found.update(_length_features(zh_length, en_length * sources.ratio))
    found.update(_mark_features(sources, window))
    return found


def _share(zh: Floats, en: Floats, zh_all: Floats, en_all: Floats) -> Floats:
    """Return the coverage of beads, from 0 to 1; 0 where there is nothing to answer."""
    there = np.maximum(zh_all, 0.5) + np.maximum(en_all, 0.5)
    share: Floats = zh + en
    share /= there
    return np.round(share, 5, out=share)


def _compared(name: str, likeness: Floats, around: Surroundings, zh_length: Floats) -> dict[str, Feature]:
    """Return what a likeness says of a bead: itself, beside its neighbours, and at its edges."""
    table, wider = around.table(likeness), around.table(likeness, outside=-1.0)
    here = table.pairs()
    inner_en, inner_zh, inner_least = (np.zeros_like(here) for _ in range(3))
    outer_en, outer_zh, outer_most, beside = (np.empty_like(here) for _ in range(4))
    rows, columns = np.array(around.window.rows), np.array(around.window.columns)
    first = 0
    for zh, most in enumerate(REACH, 1):
        shapes = slice(first, first + most)
        joining = slice(first + 1, first + most)
        first += most
        en = range(1, most + 1)
        value = table.at(zh, en)
        if zh > 1:
            without_last, without_first = (value - table.at(zh - 1, en, down) for down in (0, -1))
            inner_zh[shapes] = without_last + without_first
            inner_least[shapes] = np.minimum(without_last, without_first)
        fewer = range(1, most)
        without_last, without_first = (value[1:] - table.at(zh, fewer, 0, right) for right in (0, -1))
        inner_en[joining] = without_last + without_first
        least = np.minimum(without_last, without_first)
        inner_least[joining] = np.minimum(inner_least[joining], least) if zh > 1 else least
        more = range(2, most + 2)
        before_en, before_zh = wider.at(zh, more), wider.at(zh + 1, en)
        if columns[0] <= most:
            before_en = np.where((columns > np.array(en)[:, None])[:, None, :], before_en, -1.0)
        if rows[0] <= zh:
            before_zh = np.where((rows > zh)[:, None], before_zh, -1.0)
        gains = [
            np.maximum(with_one - value, _LEAST_GAIN)
            for with_one in (wider.at(zh, more, 0, 1), before_en, wider.at(zh + 1, en, 1), before_zh)
        ]
        outer_en[shapes], outer_zh[shapes] = gains[0] + gains[1], gains[2] + gains[3]
        outer_most[shapes] = np.maximum(np.maximum(gains[0], gains[1]), np.maximum(gains[2], gains[3]))
        single = range(1, 2)
        around_it = np.concatenate([table.at(zh, single, 0, -count) for count in en])
        around_it += table.at(zh, single, 0, 1)
        around_it += table.at(1, en, 1)
        around_it += table.at(1, en, -zh)
        beside[shapes] = around_it / 4
    return {
        f"{name}": here,
        f"{name} by size": here * ((_ZH + _EN) / np.float32(2)),
        f"{name} by length": here * np.minimum(np.log1p(zh_length), 5),
        f"{name} beside": beside,
        f"{name} inner en": inner_en,
        f"{name} inner zh": inner_zh,
        f"{name} inner least": inner_least,
        f"{name} outer en": outer_en,
        f"{name} outer zh": outer_zh,
        f"{name} outer most": outer_most,
    }


def _of_two(name: str, likeness: Feature, low: Sequence[float]) -> dict[str, Feature]:
    """Return what a likeness says of one segment beside one: itself, and how far it is below low values.

    Of single sentences likeness tells more than of joined ones, and what it tells bends: below these values
    a free translation is hardly told from a freer one, but where much is left out, from no translation.
    """
    found = {f"{name} 1-1": _only_one_to_one(likeness[0])}
    for bound in low:
        found[f"{name} 1-1 under {bound:g}"] = _only_one_to_one(np.maximum(bound - likeness[0], 0))
    return found


def _only_one_to_one(value: Floats) -> Feature:
    result = np.zeros((len(PAIRS), *value.shape), dtype=np.float32)
    result[0] = value
    return result


_AnsweredTables = tuple[Floats, Floats, Floats, Floats]
"""What `Coverage.answered` returns."""


def _covered(name: str, answered: _AnsweredTables, around: Surroundings) -> dict[str, Feature]:
    """Return how much of each side's words the other side answers, times the segments of the side."""
    zh, en, zh_all, en_all = answered
    zh_share: Floats = np.divide(zh, np.maximum(zh_all, 0.5), dtype=np.float32)
    en_share: Floats = np.divide(en, np.maximum(en_all, 0.5), dtype=np.float32)
    return {
        f"{name} of zh": around.table(zh_share).pairs() * _ZH,
        f"{name} of en": around.table(en_share).pairs() * _EN,
    }


def _counted(name: str, answered: _AnsweredTables, around: Surroundings) -> dict[str, Feature]:
    zh, en, zh_all, en_all = answered
    met = zh + en
    missing = zh_all + en_all - met
    return {
        f"{name} met": np.divide(np.minimum(around.table(met).pairs(), 15), 10, dtype=np.float32),
        f"{name} missing": np.divide(np.minimum(around.table(missing).pairs(), 15), 10, dtype=np.float32),
    }


def _lengths(sources: Sources, window: Window) -> tuple[Floats, Floats]:
    """Return the characters on each side of the pairs: (shapes, rows, 1) and (shapes, 1, columns)."""
    rows, columns = np.array(window.rows), np.array(window.columns)
    zh, en = sources.zh.length, sources.en.length
    zh_length = np.stack([zh[rows] - zh[np.maximum(rows - count, 0)] for count, _ in PAIRS])
    en_length = np.stack([en[columns] - en[np.maximum(columns - count, 0)] for _, count in PAIRS])
    return zh_length.astype(np.float32)[:, :, None], en_length.astype(np.float32)[:, None, :]


def _length_features(zh: Floats, en: Floats) -> dict[str, Feature]:
    """Return how the lengths disagree, the last in the manner of Gale & Church (1993)."""
    ratio = np.log((zh + 3) / (en + 3))
    return {
        "length apart": np.abs(ratio),
        "length apart squared": np.minimum(ratio * ratio, 4),
        "length zh longer": np.maximum(ratio, 0),
        "length chance": np.minimum((zh - en) ** 2 / (zh + en + 1), 20) / 5,
    }


def _mark_features(sources: Sources, window: Window) -> dict[str, Feature]:
    rows, columns = np.array(window.rows), np.array(window.columns)
    zh, en = sources.zh, sources.en
    starts = [np.maximum(rows - count, 0) for count, _ in PAIRS]
    en_starts = [np.maximum(columns - count, 0) for _, count in PAIRS]
    zh_marks = _between(zh.marks, starts, rows)
    en_marks = _between(en.marks, en_starts, columns)
    zh_final, en_final = zh.final[rows][:, None], en.final[columns][None, :]
    zh_inside, en_inside = zh.inside[rows][:, None], en.inside[columns][None, :]
    sentences = (
        _between(zh.sentences, starts, rows)[:, :, None]
        - _between(en.sentences, en_starts, columns)[:, None, :]
    )
    joins = (_ZH + _EN > 2) * (zh.inside[rows] == 1)[None, :, None]
    nothing = np.zeros((1, 1, 1), dtype=np.float32)
    found = {
        f"marks {kind}": _apart(zh_marks[:, :, None, number], en_marks[:, None, :, number])
        if zh_marks[..., number].any() or en_marks[..., number].any()
        else nothing
        for number, kind in enumerate(_MARKS)
    }
    found |= {
        "final other": (zh_final != en_final)[None],
        "final same": ((zh_final == en_final) & (zh_final > 0))[None],
        "opening other": np.stack(
            [
                zh.opens[start][:, None] != en.opens[en_start][None, :]
                for start, en_start in zip(starts, en_starts, strict=True)
            ]
        ),
        "closing other": (zh.closes[rows][:, None] != en.closes[columns][None, :])[None],
        "quotation other": (zh_inside != en_inside)[None],
        "quotation open": ((zh_inside == 1) & (en_inside == 1))[None],
        "quotation cut": joins,
        "sentences apart": np.minimum(np.abs(sentences), 3),
        "sentences same": sentences == 0,
        "sentences zh more": np.clip(sentences, 0, 3),
    }
    return {name: value.astype(np.float32, copy=False) for name, value in found.items()}


def _between(passed: Facts, starts: Sequence[Positions], ends: Positions) -> Floats:
    """Return what lies between several starts and the ends: (starts, ends), and a number a kind of fact."""
    return np.stack([passed[ends] - passed[start] for start in starts]).astype(np.float32)


def _apart(zh: Floats, en: Floats) -> Floats:
    """Return how far numbers are apart, at most 3."""
    apart: Floats = zh - en
    np.abs(apart, out=apart)
    return np.minimum(apart, 3, out=apart)
