"""Passages that take turns: which Chinese one belongs to which English one beside it.

A couple is the end of one language's run and the beginning of the next run. Dynamic programming strings
couples and lone passages; the order (Chinese or English first) may change, at a cost. What the best
string says is kept only where all strings together make it likely: a doubtful passage has no couple.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vet_terms.alignment.passages import Passage, kinship, log_sum

_LONGEST_SIDE = 6
"""Passages of one side of a couple, unless it is a whole run."""
_SURE = 0.7
_LEAST_SEEN = 6
"""Couples from which the habit of a document is learnt."""


@dataclass(frozen=True, slots=True)
class Couple:
    """Passages ``start`` to ``middle`` in one language and ``middle`` to ``end`` in the other."""

    start: int
    middle: int
    end: int

    @property
    def sizes(self) -> tuple[int, int]:
        """Return how many passages each side has."""
        return self.middle - self.start, self.end - self.middle


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual in a document, as costs in log likelihood.

    ``alone``: of a passage without a partner; ``extra``: of each passage beyond one a side;
    ``turn``: of a change of the order of languages.
    """

    alone: float = 2.0
    extra: float = 0.5
    turn: float = 3.0


@dataclass(frozen=True, slots=True)
class _Move:
    """A step of the string, from ``start``: a couple, or (``middle`` 0) a lone passage.

    ``order`` is 1 where Chinese stands first, 2 where English does, 0 for a lone passage.
    """

    start: int
    middle: int
    end: int
    score: float
    order: int


_Moves = Sequence[Sequence[_Move]]


def couples(passages: Sequence[Passage], habits: Habits | None = None) -> list[Couple]:
    """Return the couples of a stretch of passages, in order; passages in doubt are in none.

    Without ``habits`` they are learnt from a first reading of the stretch.
    """
    evidence = _moves(passages)
    if habits is None:
        habits = _learnt(_best(_weighed(evidence, Habits()), Habits()))
    moves = _weighed(evidence, habits)
    return _sure(_best(moves, habits), _shares(moves, habits))


def _learnt(best: Sequence[_Move]) -> Habits:
    found = [move for move in best if move.middle]
    if len(found) < _LEAST_SEEN:
        return Habits()
    single = sum(move.end - move.start == 2 for move in found) / len(found)
    changes = sum(left.order != right.order for left, right in itertools.pairwise(found))
    rate = (changes + 0.5) / (len(found) + 1)
    return replace(
        Habits(),
        extra=round(min(3.0, max(0.3, -math.log(1.02 - single))), 6),
        turn=round(min(4.0, max(0.5, -math.log(rate))), 6),
    )


def _sure(best: Sequence[_Move], shares: Mapping[int, Sequence[tuple[_Move, float]]]) -> list[Couple]:
    """Return the couples of the best string without the passages that are not likely to be in them."""
    found = []
    for move in best:
        if not move.middle:
            continue
        likely = shares[move.middle]
        sure = [
            index
            for index in range(move.start, move.end)
            if sum(share for each, share in likely if each.start <= index < each.end) >= _SURE
        ]
        if sure and sure[0] < move.middle <= sure[-1]:
            found.append(Couple(sure[0], move.middle, sure[-1] + 1))
    return found


def _moves(passages: Sequence[Passage]) -> _Moves:
    """Return the moves from each passage with what speaks for them, not counting habits."""
    count = len(passages)
    run_end = [count] * count
    for index in range(count - 2, -1, -1):
        same = passages[index].language == passages[index + 1].language
        run_end[index] = run_end[index + 1] if same else index + 1
    moves: list[list[_Move]] = []
    for start in range(count):
        here = [_Move(start, 0, start + 1, 0.0, 0)]
        middle = run_end[start]
        begins = start == 0 or passages[start - 1].language != passages[start].language
        if middle < count and (begins or middle - start <= _LONGEST_SIDE):
            last = run_end[middle]
            ends = sorted({*range(middle + 1, min(last, middle + _LONGEST_SIDE) + 1), last})
            order = 1 if passages[start].language == "zh" else 2
            for end in ends:
                score = kinship(passages[start:middle], passages[middle:end])
                here.append(_Move(start, middle, end, score, order))
        moves.append(here)
    return moves


def _weighed(moves: _Moves, habits: Habits) -> _Moves:
    return [[replace(move, score=move.score - _cost(move, habits)) for move in here] for here in moves]


def _cost(move: _Move, habits: Habits) -> float:
    if not move.middle:
        return habits.alone
    # A long turn is one habit, not many: each further passage weighs less.
    return habits.extra * (math.log2(move.middle - move.start) + math.log2(move.end - move.middle))


def _shares(moves: _Moves, habits: Habits) -> dict[int, list[tuple[_Move, float]]]:
    """Return, for each seam between languages, the couples over it with their probabilities."""
    forward, backward = _sums(moves, habits)
    total = log_sum(forward[-1])
    shares: dict[int, list[tuple[_Move, float]]] = {}
    for move in (move for here in moves for move in here if move.middle):
        before = log_sum([forward[move.start][order] - _turn(order, move, habits) for order in range(3)])
        share = math.exp(min(0.0, before + move.score + backward[move.end][move.order] - total))
        shares.setdefault(move.middle, []).append((move, share))
    return shares


def _turn(order: int, move: _Move, habits: Habits) -> float:
    return habits.turn if order and move.order and order != move.order else 0.0


def _sums(moves: _Moves, habits: Habits) -> tuple[list[list[float]], list[list[float]]]:
    """Return, for each place and order so far, the summed likelihood of all strings up to and from it."""
    count = len(moves)
    forward = [[-math.inf] * 3 for _ in range(count + 1)]
    forward[0][0] = 0.0
    for start in range(count):
        for move in moves[start]:
            for order in range(3):
                if forward[start][order] == -math.inf:
                    continue
                after = move.order or order
                gained = forward[start][order] + move.score - _turn(order, move, habits)
                forward[move.end][after] = log_sum([forward[move.end][after], gained])
    backward = [[-math.inf] * 3 for _ in range(count + 1)]
    backward[count] = [0.0] * 3
    for start in range(count - 1, -1, -1):
        for order in range(3):
            backward[start][order] = log_sum(
                [
                    move.score - _turn(order, move, habits) + backward[move.end][move.order or order]
                    for move in moves[start]
                ]
            )
    return forward, backward


def _best(moves: _Moves, habits: Habits) -> list[_Move]:
    """Return the most likely string of moves; of equals the one with the shorter first move."""
    count = len(moves)
    scores = [[0.0] * 3 for _ in range(count + 1)]
    chosen: list[list[_Move]] = [[] for _ in range(count)]
    for start in range(count - 1, -1, -1):
        for order in range(3):
            valued = [
                round(move.score - _turn(order, move, habits) + scores[move.end][move.order or order], 6)
                for move in moves[start]
            ]
            index = max(range(len(valued)), key=lambda each: valued[each])
            scores[start][order] = valued[index]
            chosen[start].append(moves[start][index])
    result: list[_Move] = []
    position = order = 0
    while position < count:
        move = chosen[position][order]
        result.append(move)
        position, order = move.end, move.order or order
    return result
