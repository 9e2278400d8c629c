"""What every reader owes to those who build on it, shown on one small file of its format."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.documents.examples import EXAMPLES, PAIRS, VISIBLE

from vet_terms.documents.readers import READERS, read_document
from vet_terms.errors import InputError
from vet_terms.model import Document, place_named

_SEEN: list[str] = []
_WATCHED = {"on": False}
_WRITING = frozenset("wax+")
_STARTING = frozenset({"os.mkdir", "os.remove", "os.rename", "subprocess.Popen", "os.system", "os.exec"})


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if not _WATCHED["on"]:
        return
    if event == "open" and isinstance(arguments[1], str) and _WRITING & set(arguments[1]):
        _SEEN.append(f"writes {arguments[0]}")
    elif event.startswith("socket.") or event in _STARTING:
        _SEEN.append(event)


sys.addaudithook(_watch)


@pytest.fixture
def watched() -> Iterator[list[str]]:
    """Give the list of what is written to disk, sent or started while the test runs."""
    _SEEN.clear()
    _WATCHED["on"] = True
    yield _SEEN
    _WATCHED["on"] = False


@pytest.fixture
def path(suffix: str, tmp_path: Path) -> Path:
    """Give the example of a format as a file."""
    path = tmp_path / f"example{suffix}"
    path.write_bytes(EXAMPLES[suffix]())
    return path


every_reader = pytest.mark.parametrize("suffix", sorted(READERS))


@every_reader
def test_both_languages_come_in_reading_order(path: Path) -> None:
    document = read_document(path)
    assert [block.text for block in document.blocks] == list(VISIBLE)
    assert [block.language for block in document.blocks] == ["zh", "en"] * (1 + len(PAIRS))


@every_reader
def test_every_block_has_a_place_of_its_own(path: Path) -> None:
    document = read_document(path, name="other name")
    places = [block.place for block in document.blocks]
    assert all(place.document == "other name" and place.block for place in places)
    assert len(set(map(str, places))) == len(places)
    assert [(place.page, place.block) for place in places] == sorted(
        (place.page, place.block) for place in places
    )
    for place in places:
        found = place_named(str(place))
        assert (found.page, found.block, found.spot) == (place.page, place.block, place.spot)


@every_reader
def test_nothing_is_lost(path: Path) -> None:
    seen = _characters(read_document(path))
    there = Counter("".join(VISIBLE))
    del there[" "]
    assert not there - seen


@every_reader
def test_a_second_reading_is_the_same(path: Path) -> None:
    assert read_document(path) == read_document(path)


@every_reader
def test_nothing_is_written_sent_or_started(path: Path, watched: list[str]) -> None:
    read_document(path)
    assert watched == []


@every_reader
def test_what_is_empty_is_refused_in_one_sentence(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"empty{suffix}"
    path.write_bytes(b"")
    with pytest.raises(InputError, match=r"empty") as caught:
        read_document(path)
    assert "\n" not in str(caught.value)


@every_reader
@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x1f\x8b\x08", b"\x00\x01\x02\x03"]
)
def test_what_is_something_else_is_refused(suffix: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"other{suffix}"
    path.write_bytes(start + bytes(random.Random(5).randrange(256) for _ in range(4000)))
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert "\n" not in str(caught.value)


@every_reader
def test_a_file_cut_short_is_read_or_refused(path: Path) -> None:
    whole = path.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * share)])
        try:
            document = read_document(path)
        except InputError as error:
            assert "\n" not in str(error)
        else:
            if document.encoding not in {"", "utf-8", "utf-8 (damaged)"}:
                continue  # cut inside a character, with none left to tell by
            assert set(_characters(document)) <= set("".join(VISIBLE)) | set("中文英\ufffd")


def _characters(document: Document) -> Counter[str]:
    texts = [block.text for block in document.blocks] + [each.text for each in document.dropped]
    found = Counter("".join(texts))
    del found[" "]
    return found
