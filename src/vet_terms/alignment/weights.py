"""The learnt numbers of the model, read from weights.tsv; benchmarks/train_alignment.py writes that file.

Three columns, for what evidence there is: ``joined`` (vectors of sentences and of neighbours read as one
text), ``summed`` (vectors of sentences alone, for long documents) and ``words`` (no vectors).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

Tier = Literal["joined", "summed", "words"]
TIERS: tuple[Tier, ...] = ("joined", "summed", "words")

BY_OMISSIONS = " by omissions"
AT_FIRST = " at first"
"""What the names of weights end in that count by how much is left out, and of those of the first reading."""


@dataclass(frozen=True, slots=True)
class Weights:
    """One column of the file.

    Of features, by name: ``first`` are the weights of a first reading, which finds out how much the two
    texts leave out of each other; ``usual`` those of the second, ``by_omissions`` what is added to them for
    every unit that more is left out. A feature that is not there weighs nothing. ``slope`` and ``offset``
    turn the log odds of a probability into those that came true in texts not learnt from.
    """

    first: Mapping[str, float]
    usual: Mapping[str, float]
    by_omissions: Mapping[str, float]
    slope: float
    offset: float


@functools.cache
def weights_of(tier: Tier) -> Weights:
    """Return the weights for a kind of evidence."""
    text = files("vet_terms.alignment").joinpath("weights.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    column = rows[0].index(tier)
    values = {row[0]: float(row[column]) for row in rows[1:] if row[column]}
    slope, offset = values.pop("calibration slope"), values.pop("calibration offset")
    by_omissions, first = _ending(values, BY_OMISSIONS), _ending(values, AT_FIRST)
    usual = {name: value for name, value in values.items() if not name.endswith((BY_OMISSIONS, AT_FIRST))}
    return Weights(
        first=MappingProxyType(first),
        usual=MappingProxyType(usual),
        by_omissions=MappingProxyType(by_omissions),
        slope=slope,
        offset=offset,
    )


def _ending(values: Mapping[str, float], ending: str) -> dict[str, float]:
    return {name.removesuffix(ending): value for name, value in values.items() if name.endswith(ending)}
