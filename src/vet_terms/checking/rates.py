"""How often each rule is wrong: the share of correct human translations that it flags.

The figures are those of ``rates.tsv``, which ``python -m benchmarks.checking --write-rates`` writes.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of so many pairs of human-translated news a rule flags at warning or above.

    Some of those pairs have a slip: the share of false alarms is no more than this.
    """

    flagged: int
    pairs: int

    def __str__(self) -> str:
        """Return the rate as a sentence."""
        flagged = str(self.flagged) if self.flagged else "none"
        return f"Of {self.pairs:,} pairs of human-translated news it flags {flagged}."


@functools.cache
def rates() -> Mapping[str, Rate]:
    """Return the rates of the rules, by their ids; a rule without one was not measured."""
    text = resources.files("vet_terms.checking").joinpath("rates.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {rule: Rate(int(flagged), int(pairs)) for rule, flagged, pairs in rows}
