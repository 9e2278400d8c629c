"""Units of thousands of marks: found as in a short unit. Going through them twice over would not end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.lengths import chinese_size
from vet_terms.checking.families.characters import CHINESE_LEFT
from vet_terms.checking.families.consistency import QUOTES as OTHER_QUOTES
from vet_terms.checking.families.consistency import SPELLING
from vet_terms.checking.families.names import ACRONYM
from vet_terms.checking.families.pairing import BRACKETS, QUOTES
from vet_terms.checking.families.typography_english import FULL_WIDTH
from vet_terms.checking.rule import Noted, Rule
from vet_terms.language.numbers import compare
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
    "full-width marks": (FULL_WIDTH, lambda n: "a， " * n, lambda n: [*range(1, 3 * n, 3)]),
    "Chinese in addresses": (CHINESE_LEFT, lambda n: "www.a/中 (b) " * n, lambda n: []),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "found"), LONG.values(), ids=LONG.keys())
def test_thousands_of_marks_are_gone_through_once(
    rule: Rule, text: Callable[[int], str], found: Callable[[int], list[int]]
) -> None:
    assert positions(rule, text(3)) == found(3)
    assert positions(rule, text(SIZE)) == found(SIZE)


def found_beside_others(rule: Rule, en: str) -> list[tuple[int, int]]:
    """Return unit and start of each finding in a document of ten usual units and a long one."""
    assert rule.over_document is not None
    units = [TranslationUnit("学校", "“a” The IEA was founded.", id="1")] * 10 + [
        TranslationUnit("学校", en, id="2")
    ]
    noted = []
    for position, unit in enumerate(units):
        fact = rule.over_document.note(Reading(unit, CONTEXT), CONTEXT)
        if fact is not None:
            noted.append(Noted(position, unit, fact))
    found = rule.over_document.conclude(noted, CONTEXT)
    return [(position, each.span.start) for position, each in found if each.span is not None]


LONG_IN_A_DOCUMENT: dict[str, tuple[Rule, Callable[[int], str], list[tuple[int, int]]]] = {
    "quotes that open only": (OTHER_QUOTES, lambda n: '"a" ' + "“" * n, [(10, 0)]),
    "quotes of both kinds": (OTHER_QUOTES, lambda n: '"a" ' + '“" ' * n, [(10, 0)]),
    "capitals without spaces": (ACRONYM, lambda n: "Aa" * n, [(0, 8)]),
    "capitals with apostrophes": (ACRONYM, lambda n: "A’a" * n, [(0, 8)]),
    "capitals with hyphens": (ACRONYM, lambda n: "Aa-" * n, [(0, 8)]),
    "names without spaces": (SPELLING, lambda n: "January" * n, []),
    "names between dashes": (SPELLING, lambda n: "Janu–" * n, []),
    "capitalized words": (ACRONYM, lambda n: "Aa and " * n, [(0, 8)]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "text", "found"), LONG_IN_A_DOCUMENT.values(), ids=LONG_IN_A_DOCUMENT.keys()
)
def test_a_long_unit_in_a_document_is_gone_through_once(
    rule: Rule, text: Callable[[int], str], found: list[tuple[int, int]]
) -> None:
    assert found_beside_others(rule, text(3)) == found
    assert found_beside_others(rule, text(5 * SIZE)) == found


@pytest.mark.parametrize(("text", "size"), [("（好a", 2.6), ("（a好）（a", 1.6), ("好好（a1", 5.2)])
def test_an_open_bracket_is_looked_into_once(text: str, size: float) -> None:
    assert chinese_size(text) == pytest.approx(size)
    assert chinese_size("（" + "好a" * 5 * SIZE) == pytest.approx(2.6 * 5 * SIZE)


@pytest.mark.parametrize("times", [3, SIZE])
def test_a_cell_full_of_numbers_is_paired_once(times: int) -> None:
    found = compare("百分之1，" * times, "12 " * times)
    assert [each.difference for each in found] == ["wrong"] * times
