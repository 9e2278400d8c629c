"""What a report is: one form in which findings are handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vet_terms.checking.runner import CheckResult

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs


@dataclass(frozen=True, slots=True)
class Report:
    """A form of report: its name on the command line, what it is for, and how it is made.

    ``render`` returns the whole report as bytes, the same for the same findings. A report that is not
    ``text`` is never printed on a terminal.
    """

    name: str
    summary: str
    render: Callable[[CheckResult, Inputs], bytes]
    text: bool = True
