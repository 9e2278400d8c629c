"""Locked segments: read for what they say of the others, and not reported on unless somebody asks.

Their tool lets nobody change them, so that a finding could not be answered. None of them is ever fixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vet_terms.checking.runner import CheckResult
from vet_terms.model import TranslationUnit


def without_locked(result: CheckResult, units: Sequence[TranslationUnit]) -> CheckResult:
    """Return a result without the findings on locked units, which it does not count as checked either."""
    locked = sum(unit.locked for unit in units)
    if not locked:
        return result
    left = [number for number, position in enumerate(result.positions) if not units[position].locked]
    return replace(
        result,
        findings=tuple(result.findings[number] for number in left),
        positions=tuple(result.positions[number] for number in left),
        units=result.units - locked,
    )
