"""Work by several processes gives what one gives, in order."""

from __future__ import annotations

import pytest

from vet_terms.processes import Workers


def plus(shared: int, item: int) -> int:
    return shared + item


def failing(_: None, item: int) -> int:
    raise ValueError(str(item))


@pytest.mark.parametrize("count", [1, 3])
def test_results_come_in_order(count: int) -> None:
    with Workers(count) as workers:
        assert list(workers.map(plus, 10, range(9))) == list(range(10, 19))
        assert list(workers.map(plus, 20, range(3))) == [20, 21, 22]
        with pytest.raises(ValueError, match="1"):
            list(workers.map(failing, None, [1]))
