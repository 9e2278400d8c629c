"""Units of thousands of marks: found as in a short unit. Going through them twice over would not end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.characters import CHINESE_LEFT
from vet_terms.checking.families.pairing import BRACKETS, QUOTES
from vet_terms.checking.rule import Rule
from vet_terms.model import TranslationUnit

SIZE = 20_000
CONTEXT = Context()


def positions(rule: Rule, en: str) -> list[int]:
    assert rule.check is not None
    reading = Reading(TranslationUnit("学校", en, id="1"), CONTEXT)
    return [each.span.start for each in rule.check(reading, CONTEXT) if each.span is not None]


LONG: dict[str, tuple[Rule, Callable[[int], str], Callable[[int], list[int]]]] = {
    "open and other closing brackets": (BRACKETS, lambda n: "(" * n + "]" * n, lambda n: [*range(2 * n)]),
    "nested brackets": (BRACKETS, lambda n: "(" * n + ")" * n, lambda n: []),
    "brackets inside an open one": (BRACKETS, lambda n: "[" + "(" * n + "]", lambda n: [*range(1, n + 1)]),
    "open quotes": (QUOTES, lambda n: "“" * n + "』" * n, lambda n: [*range(2 * n)]),
    "brackets beside Chinese": (CHINESE_LEFT, lambda n: "a (b) 中 " * n, lambda n: [*range(6, 8 * n, 8)]),
    "Chinese in brackets": (CHINESE_LEFT, lambda n: "a (中) " * n, lambda n: []),
    "Chinese in addresses": (CHINESE_LEFT, lambda n: "www.a/中 (b) " * n, lambda n: []),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "found"), LONG.values(), ids=LONG.keys())
def test_thousands_of_marks_are_gone_through_once(
    rule: Rule, text: Callable[[int], str], found: Callable[[int], list[int]]
) -> None:
    assert positions(rule, text(3)) == found(3)
    assert positions(rule, text(SIZE)) == found(SIZE)
