"""The table of all rules of ``vet-terms memory clean``, in the order in which they are asked.

A unit is listed once, under the first rule that finds it. A rule on the texts of one unit is one value
here with its function in `texts` or `lengths`; `MISALIGNED` and `DUPLICATE` look at units beside each other,
and `examination` applies them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vet_terms.memory.cleaning.lengths import wildly_unequal
from vet_terms.memory.cleaning.texts import (
    chinese_left,
    nothing_on_one_side,
    other_language,
    same_on_both_sides,
)
from vet_terms.model import Severity


@dataclass(frozen=True, slots=True)
class CleaningRule:
    """What a unit can suffer from. ``problem`` says it of two texts, empty where there is none.

    ``leaves_nothing_to_align``: a unit so found is not shown to the aligner.
    """

    id: str
    severity: Severity
    summary: str
    problem: Callable[[str, str], str] | None = None
    leaves_nothing_to_align: bool = False


MISALIGNED = CleaningRule(
    "misaligned", "error", "By the aligner's own score the two sides are no translations of each other."
)
DUPLICATE = CleaningRule(
    "duplicate", "info", "Source and target are those of another unit, which stands better or came first."
)

RULES: tuple[CleaningRule, ...] = (
    CleaningRule(
        "empty",
        "error",
        "One side is empty or has no word and no number.",
        nothing_on_one_side,
        leaves_nothing_to_align=True,
    ),
    CleaningRule(
        "identical",
        "warning",
        "Both sides are the same text, which is no name, number or code.",
        same_on_both_sides,
        leaves_nothing_to_align=True,
    ),
    CleaningRule(
        "wrong-language",
        "error",
        "A side is not in its language.",
        other_language,
        leaves_nothing_to_align=True,
    ),
    CleaningRule(
        "untranslated",
        "warning",
        "A part of the Chinese is left in the English, outside brackets.",
        chinese_left,
    ),
    CleaningRule(
        "unequal",
        "warning",
        "One side is far longer than a translation of the other can be.",
        wildly_unequal,
    ),
    MISALIGNED,
    DUPLICATE,
)


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules in the order of the table."""
    return tuple(rule.id for rule in RULES)
