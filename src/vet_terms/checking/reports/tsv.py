"""Findings as a table with tabs: a row each, no quoting; line breaks and tabs of the texts become spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vet_terms.checking.reports.places import FoundUnit, document_of, found_units
from vet_terms.checking.runner import CheckResult
from vet_terms.glossary.sheets import guard
from vet_terms.model import Finding

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs

COLUMNS = (
    "file", "place", "line", "unit", "severity", "rule", "message", "source", "target",
    "side", "start", "end", "suggestion", "fix",
)  # fmt: skip

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What some reader of tables takes for the end of a cell or a row, and what a terminal obeys."""


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the table in UTF-8; a cell that a spreadsheet would run is guarded."""
    units = found_units(result, inputs)
    rows = [COLUMNS, *(tuple(_cells(unit, each)) for unit in units for each in unit.findings)]
    lines = ("\t".join(guard(_BREAKS.sub(" ", cell)) for cell in row) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _cells(unit: FoundUnit, each: Finding) -> Iterator[str]:
    yield document_of(each)
    yield unit.place_beside_name
    yield str(each.place.line) if each.place and each.place.line else ""
    yield from (each.unit, each.severity, each.rule, each.message, each.source, each.target)
    if each.span:
        yield from (each.span.side, str(each.span.start), str(each.span.end))
    else:
        yield from ("", "", "")
    yield each.suggestion
    yield "" if each.replacement is None else each.replacement
