"""Work by several processes gives what one gives, in order; a shelf gives back what it was given."""

from __future__ import annotations

import pytest

from vet_terms.glossary.extraction.english import analyse
from vet_terms.glossary.extraction.workers import Shelf, Workers, packed, unpacked


def plus(shared: int, item: int) -> int:
    return shared + item


def failing(_: None, item: int) -> int:
    raise ValueError(str(item))


@pytest.mark.parametrize("is_large", [False, True])
def test_results_come_in_order(is_large: bool) -> None:
    with Workers(is_large=is_large) as workers:
        assert list(workers.map(plus, 10, range(9))) == list(range(10, 19))
        assert list(workers.map(plus, 20, range(3))) == [20, 21, 22]
        with pytest.raises(ValueError, match="1"):
            list(workers.map(failing, None, [1]))


def test_what_is_packed_comes_back_equal() -> None:
    sentence = analyse("Liuzhou Vocational & Technical College (LVTC) trains “skilled people”.")
    assert unpacked(packed(sentence)) == sentence


def test_a_shelf_gives_its_values_as_often_as_asked() -> None:
    shelf = Shelf()
    for text in (b"one", b"", b"three"):
        shelf.put(text)
    assert len(shelf) == 3
    assert list(shelf) == list(shelf) == [b"one", b"", b"three"]
    assert shelf[2] == b"three"
