"""Sections of a file come back as they were written, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.glossary.lookup.pages import PAGE, DamagedFileError, Pages, Texts, numbers, texts, write_pages

WORDS = ["", "职业教育", "a\nb", "\udc80", "long " * PAGE]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "some.pages"
    sections = {**texts("words", WORDS), "counts": numbers(range(9)), "large": numbers([2**63], "Q")}
    write_pages(path, "a kind", {"digest": "x"}, sections)
    return path


def all_of(path: Path) -> tuple[object, ...]:
    pages = Pages(path, "a kind")
    words = Texts(pages, "words")
    return (
        pages.facts,
        list(words),
        words.all(),
        list(pages.numbers("counts")),
        list(pages.numbers("large", "Q")),
    )


WHOLE = ({"digest": "x"}, WORDS, WORDS, list(range(9)), [2**63])


def test_all_comes_back(path: Path) -> None:
    assert all_of(path) == WHOLE
    words = Texts(Pages(path, "a kind"), "words")
    assert words[1:3] == WORDS[1:3]
    with pytest.raises(IndexError):
        words[len(WORDS)]


@given(at=st.integers(min_value=0), bit=st.integers(min_value=0, max_value=7))
def test_no_changed_bit_is_believed(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    path = tmp_path_factory.mktemp("pages") / "some.pages"
    write_pages(path, "a kind", {}, {**texts("words", ["职业", "教育"]), "counts": numbers(range(5))})
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1 << bit
    path.write_bytes(data)
    with pytest.raises(DamagedFileError):
        pages = Pages(path, "a kind")
        for name in ("words", "words.ends", "counts"):
            pages.part(name)
        # What fills a section up to the next is part of a page too, and nothing else is left.
        raise AssertionError


def test_a_cut_an_empty_a_missing_and_another_file_are_damaged(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    for cut in (0, 5, 40, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:cut])
        with pytest.raises(DamagedFileError):
            all_of(path)
    with pytest.raises(DamagedFileError):
        Pages(tmp_path / "none", "a kind")
    path.write_bytes(data)
    with pytest.raises(DamagedFileError):
        Pages(path, "another kind")


def test_what_is_not_read_is_not_checked_and_the_rest_is_still_good(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-PAGE] ^= 1
    path.write_bytes(data)
    assert Texts(Pages(path, "a kind"), "words")[1] == "职业教育"
