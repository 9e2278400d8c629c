"""Slips: stretches of one side that are wrong by themselves, and what turns them into a rule's findings.

A family that looks at one side alone keeps its rules in its file and what they look for in a room beside it;
slips are what travels between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import finding
from vet_terms.model import Finding, Severity, Side, Span


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong from a character to another; ``replacement`` is what may safely stand there instead."""

    start: int
    end: int
    message: str
    severity: Severity = "warning"
    suggestion: str = ""
    replacement: str | None = None


def reporting(
    rule: str, side: Side, slips: Callable[[Reading, Context], Iterable[Slip]]
) -> Callable[[Reading, Context], Iterable[Finding]]:
    """Return a rule's check that reports slips of a side; it can be sent to another process."""
    return partial(_report, rule, side, slips)


def _report(
    rule: str,
    side: Side,
    slips: Callable[[Reading, Context], Iterable[Slip]],
    reading: Reading,
    context: Context,
) -> Iterable[Finding]:
    found = list(slips(reading, context))
    if not found:
        return ()
    codes = reading.unit.codes
    placeholders = (
        [code.at for code in codes if code.side == side and code.name.startswith("x")] if codes else []
    )
    text = reading.zh if side == "source" else reading.en
    return [
        finding(
            reading.unit, rule, slip.severity, slip.message, Span(side, slip.start, slip.end),
            slip.suggestion, slip.replacement if side == "target" else None,
        )
        for slip in found
        if not (placeholders and _is_parted(slip, text, placeholders))
    ]  # fmt: skip


def _is_parted(slip: Slip, text: str, placeholders: Sequence[int]) -> bool:
    """Say whether a code that stands for something parts what looks wrong without it: ``at {0} o'clock``."""
    if text[slip.start : slip.end].strip():
        return any(slip.start < at < slip.end for at in placeholders)
    return any(slip.start <= at <= slip.end for at in placeholders)
