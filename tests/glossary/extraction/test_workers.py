"""A shelf gives back what it was given; small memories take one process."""

from __future__ import annotations

from vet_terms.glossary.extraction.english import analyse
from vet_terms.glossary.extraction.workers import Shelf, packed, processes_for, unpacked


def test_a_small_memory_takes_one_process() -> None:
    assert processes_for(is_large=False) == 1 <= processes_for(is_large=True)


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
