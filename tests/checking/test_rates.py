"""Every rule that is on names how often it is wrong."""

from __future__ import annotations

from vet_terms.checking.rates import rates
from vet_terms.checking.rules import RULES


def test_every_rule_that_is_on_was_measured() -> None:
    assert list(rates()) == [rule.id for rule in RULES if rule.on], (
        "run python -m benchmarks.checking --write-rates"
    )


def test_no_rule_flags_more_than_one_of_fifty_translations() -> None:
    too_many = {rule: str(rate) for rule, rate in rates().items() if rate.flagged > rate.pairs / 50}
    assert not too_many
