from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.documents.readers import READERS, _reader, is_readable, read_document
from vet_terms.documents.source import Source
from vet_terms.errors import InputError


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_reader_keeps_the_contract(suffix: str) -> None:
    reader = _reader(READERS[suffix])
    text = "学校很好。\n\nThe school is good.\n"
    first, second = (reader(Source(text.encode(), f"a{suffix}")) for _ in range(2))
    assert first == second
    assert [block.language for block in first.blocks] == ["zh", "en"]
    assert all(block.place.document == f"a{suffix}" and block.place.block for block in first.blocks)


def test_a_format_without_a_reader_is_named(tmp_path: Path) -> None:
    (tmp_path / "deck.key").write_text("x")
    with pytest.raises(InputError, match=r"\.key files cannot be read; convert it"):
        read_document(tmp_path / "deck.key")
    assert not is_readable(tmp_path / "deck.key")


def test_the_extension_may_be_upper_case(tmp_path: Path) -> None:
    (tmp_path / "DECK.TXT").write_text("学校很好。", encoding="utf-8")
    assert read_document(tmp_path / "DECK.TXT").blocks[0].text == "学校很好。"
