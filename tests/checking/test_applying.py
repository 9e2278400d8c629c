"""Several processes find what one finds, in the same order; rules over all units get them in order."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence

import pytest

from vet_terms.checking.applying import FEWEST_FOR_SEVERAL, findings_on
from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import DocumentCheck, Noted, Rule, finding
from vet_terms.checking.rules import RULES
from vet_terms.model import Finding, TranslationUnit

UNITS = [
    TranslationUnit(f"共有{number}所。", f"There are {number + (number % 700 == 0)}.", id=str(number))
    for number in range(30, 30 + FEWEST_FOR_SEVERAL + 10)
]


def _note(reading: Reading, context: Context) -> str | None:
    return reading.en if reading.unit.id.endswith("00") else None


def _conclude(noted: Sequence[Noted], context: Context) -> Iterable[tuple[int, Finding]]:
    for each in reversed(noted):
        yield each.position, finding(each.unit, "own/hundred", "info", f"{len(noted)}: {each.fact}")


HUNDREDS = Rule(
    "own/hundred", "info", "Hundreds.", "For the test.", (), (), over_document=DocumentCheck(_note, _conclude)
)


def test_the_number_of_processes_changes_nothing() -> None:
    rules = (*RULES, HUNDREDS)
    alone = findings_on(UNITS, Context(), rules, jobs=1)
    assert alone == findings_on(UNITS, Context(), rules, jobs=2)
    positions = [each.position for each in alone]
    assert positions == sorted(positions) and len(alone) > 20
    assert all(each.finding.unit == UNITS[each.position].id for each in alone)


def test_progress_is_told_a_chunk_at_a_time() -> None:
    seen: list[int] = []

    def shown(chunks: Sequence[Sequence[TranslationUnit]]) -> Iterable[Sequence[TranslationUnit]]:
        for chunk in chunks:
            seen.append(len(chunk))
            yield chunk

    findings_on(UNITS, Context(), (HUNDREDS,), shown=shown)
    assert sum(seen) == len(UNITS) and len(seen) > 3


def test_a_unit_with_a_decisive_finding_is_noted_by_no_other_family() -> None:
    untranslated = [TranslationUnit("职业教育", "", id="100"), TranslationUnit("职业教育", "VET", id="200")]
    found = findings_on(untranslated, Context(), (*RULES, HUNDREDS))
    assert [(each.position, each.finding.rule) for each in found] == [
        (0, "omission/empty"),
        (1, "own/hundred"),
    ]


@pytest.mark.parametrize("was_on", [True, False])
def test_the_search_for_garbage_is_as_it_was_whatever_happens(was_on: bool) -> None:
    def shown(chunks: Sequence[Sequence[TranslationUnit]]) -> Iterable[Sequence[TranslationUnit]]:
        yield chunks[0]
        raise KeyboardInterrupt

    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(KeyboardInterrupt):
            findings_on(UNITS, Context(), (HUNDREDS,), shown=shown)
        assert gc.isenabled() == was_on
    finally:
        (gc.enable if before else gc.disable)()
