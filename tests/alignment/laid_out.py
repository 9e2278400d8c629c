"""Pairs laid out as bilingual files are: by line, by turn, by slide, as blocks, in columns."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

Pair = tuple[str, str]


def by_line(pairs: Sequence[Pair]) -> str:
    return "\n".join(text for pair in pairs for text in pair)


def by_line_english_first(pairs: Sequence[Pair]) -> str:
    return "\n".join(f"{en}\n{zh}\n" for zh, en in pairs)


def changing_order(pairs: Sequence[Pair]) -> str:
    turned = [pair if index // 9 % 2 else pair[::-1] for index, pair in enumerate(pairs)]
    return "\n\n".join(text for pair in turned for text in pair)


def by_turn(pairs: Sequence[Pair]) -> str:
    """Three texts in Chinese, then the same three in English."""
    return "\n\n".join("\n\n".join(texts) for three in _cut(pairs, 3) for texts in zip(*three, strict=True))


def by_slide(pairs: Sequence[Pair]) -> str:
    return "\n\n\n".join("\n".join(itertools.chain(*zip(*slide, strict=True))) for slide in _cut(pairs, 4))


def slide_after_slide(pairs: Sequence[Pair]) -> str:
    return "\n\n\n".join("\n".join(texts) for slide in _cut(pairs, 4) for texts in zip(*slide, strict=True))


def as_blocks(pairs: Sequence[Pair]) -> str:
    return "\n\n".join("\n".join(texts) for texts in zip(*pairs, strict=True))


def in_columns(pairs: Sequence[Pair]) -> str:
    return "\n".join(f"{zh}\t{en}" for zh, en in pairs)


def in_a_table(pairs: Sequence[Pair]) -> str:
    return "| 中文 | English |\n|---|---|\n" + "\n".join(f"| {zh} | {en} |" for zh, en in pairs)


LAYOUTS: dict[str, tuple[Callable[[Sequence[Pair]], str], str]] = {
    "lines": (by_line, "lines"),
    "English first": (by_line_english_first, "lines"),
    "changing order": (changing_order, "lines"),
    "turns of three": (by_turn, "paragraphs"),
    "slides": (by_slide, "pages"),
    "slide after slide": (slide_after_slide, "pages"),
    "blocks": (as_blocks, "blocks"),
    "columns": (in_columns, "columns"),
    "table": (in_a_table, "columns"),
}
"""Each way with the name of the layout that it is."""


def _cut(pairs: Sequence[Pair], size: int) -> list[Sequence[Pair]]:
    return [pairs[start : start + size] for start in range(0, len(pairs), size)]
