from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.documents.readers import is_readable, read_document
from vet_terms.errors import InputError


def test_a_format_without_a_reader_is_named(tmp_path: Path) -> None:
    (tmp_path / "deck.key").write_text("x")
    with pytest.raises(InputError, match=r"\.key files cannot be read; convert it"):
        read_document(tmp_path / "deck.key")
    assert not is_readable(tmp_path / "deck.key")


def test_the_extension_may_be_upper_case(tmp_path: Path) -> None:
    (tmp_path / "DECK.TXT").write_text("学校很好。", encoding="utf-8")
    assert read_document(tmp_path / "DECK.TXT").blocks[0].text == "学校很好。"


def test_a_file_that_would_fill_the_memory_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    with pytest.raises(InputError, match=r"huge\.txt: is 2\.0 GB, more than is read at once"):
        read_document(path)
