"""Several processes find what one finds, in the same order; rules over all units get them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
