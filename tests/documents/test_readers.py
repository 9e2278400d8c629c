from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.examples import EXAMPLES, VISIBLE

from vet_terms.documents.readers import is_readable, read_document
from vet_terms.errors import InputError


def test_a_format_without_a_reader_is_named(tmp_path: Path) -> None:
    (tmp_path / "deck.key").write_text("x")
    with pytest.raises(InputError, match=r"\.key files cannot be read; save it as \.pptx"):
        read_document(tmp_path / "deck.key")
    assert not is_readable(tmp_path / "deck.key")
    (tmp_path / "page.xyz").write_text("x")
    with pytest.raises(InputError, match=r"\.xyz files cannot be read; convert it to one of \.txt"):
        read_document(tmp_path / "page.xyz")


def test_the_extension_may_be_upper_case(tmp_path: Path) -> None:
    (tmp_path / "DECK.TXT").write_text("学校很好。", encoding="utf-8")
    assert read_document(tmp_path / "DECK.TXT").blocks[0].text == "学校很好。"


def test_a_file_that_would_fill_the_memory_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    with pytest.raises(InputError, match=r"huge\.txt: is 2\.0 GB, more than is read at once"):
        read_document(path)


@pytest.mark.parametrize("suffix", [".pdf", ".pptx", ".docx", ".xlsx", ".txt"])
def test_what_has_no_ending_is_told_by_its_bytes(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / "example"
    path.write_bytes(EXAMPLES[suffix]())
    assert [block.text for block in read_document(path).blocks] == list(VISIBLE)


def test_an_archive_that_is_no_office_file_is_no_text_either(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    path.write_bytes(b"PK\x05\x06" + bytes(18))
    with pytest.raises(InputError, match=r"zip archive|binary"):
        read_document(path)
