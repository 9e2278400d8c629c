"""Inline codes as a translator sees them, tags and placeholders, and those of two sides compared.

Whether a difference is an error is for the rule to say.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence

from vet_terms.model import InlineCode

_LONGEST = 40

Codes = Sequence[InlineCode]


def tag_of(code: InlineCode) -> str:
    """Return what stands for a code in a text: what its file shows of it, shortened, or its name."""
    if not code.shown:
        return f"<{code.name}/>" if code.name.startswith("x") else f"<{code.name}>"
    if len(code.shown) <= _LONGEST:
        return code.shown
    end = code.shown[-1] if code.shown[-1] in ">}]" else ""
    return f"{code.shown[: _LONGEST - 1 - len(end)].rstrip()}…{end}"


def unanswered(source: Codes, target: Codes) -> tuple[list[InlineCode], list[InlineCode]]:
    """Return the codes of the source that the target lacks, and those that it has too many.

    What a tool takes from its memory it may number anew: a code that is shown alike is the same one.
    """
    missing, surplus = _without_namesakes(source, target), _without_namesakes(target, source)
    alike = Counter(map(_look, missing)) & Counter(map(_look, surplus))
    del alike[""]
    return _without(missing, alike.copy()), _without(surplus, alike)


def _without_namesakes(codes: Codes, others: Codes) -> list[InlineCode]:
    """Return the codes that others lack; of several of one name the last ones."""
    there = Counter(code.name for code in others)
    left = []
    for code in codes:
        if there[code.name]:
            there[code.name] -= 1
        else:
            left.append(code)
    return left


def _look(code: InlineCode) -> str:
    """Return how a code is shown, and whether it opens, closes or stands alone; empty where nobody says."""
    return f"{code.name[:1]}{code.shown}" if code.shown else ""


def _without(codes: Codes, looks: Counter[str]) -> list[InlineCode]:
    left = []
    for code in codes:
        look = _look(code)
        if looks[look]:
            looks[look] -= 1
        else:
            left.append(code)
    return left


def paired(codes: Codes) -> Iterator[tuple[InlineCode, ...]]:
    """Yield codes in their order, each together with the one that closes it, if that is among them."""
    closing: dict[str, deque[int]] = {}
    for index, code in enumerate(codes):
        if code.name.startswith("/"):
            closing.setdefault(code.name[1:], deque()).append(index)
    taken: set[int] = set()
    for index, code in enumerate(codes):
        if index in taken:
            continue
        closes = closing.get(code.name, ())
        while closes and closes[0] < index:
            closes.popleft()
        if closes:
            taken.add(closes[0])
            yield code, codes[closes.popleft()]
        else:
            yield (code,)


def first_crossing(codes: Codes) -> InlineCode | None:
    """Return the first code that closes what is not open, or not the last to be opened."""
    opened: list[str] = []
    closed = {code.name[1:] for code in codes if code.name.startswith("/")}
    for code in codes:
        if code.name.startswith("/"):
            if not opened or opened.pop() != code.name[1:]:
                return code
        elif code.name in closed:
            opened.append(code.name)
    return None
