"""Hostile and huge inputs: each is read whole, or refused in words. A quadratic loop would not end here."""

from __future__ import annotations

import pytest

from vet_terms.documents.source import Source
from vet_terms.documents.text.plain_text import read_plain_text
from vet_terms.errors import InputError
from vet_terms.language.segmentation import segments
from vet_terms.model import Document

HUGE = {
    "one line of Chinese": "学校与企业合作，培养技术技能人才25名。" * 20_000,
    "one line of English": "The college trains 25 workers with Dr. Li. " * 10_000,
    "one line of both": "学校与企业合作。The college works. " * 5_000,
    "one line without an end": "学校与企业合作培养人才" * 20_000,
    "brackets never closed": "（学校与企业合作。" * 20_000,
    "quotes never closed": "“学校" * 20_000,
    "blank lines": "学校很好。" + "\n" * 300_000 + "The college is good.",
    "short lines": "学校发展\n" * 10_000,
    "lines that never end a sentence": "学校与企业合作培养技术技能人才的\n" * 10_000,
    "short English lines": "the college\n" * 10_000,
    "lines of digits": "学校\n" + "25\n" * 20_000,
    "spaces": "学校" + " " * 500_000 + "很好。",
    "letters": "a" * 200_000 + "学校",
    "list marks": "1." * 100_000 + "学校",
    "links": "[]()" * 50_000 + "学校",
    "a menu": "首页 | " * 50_000,
    "labels": "日期：" * 50_000,
    "names": "（" + "张三 " * 50_000,
}


def _read(data: bytes, name: str) -> Document:
    return read_plain_text(Source(data, name))


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_text_is_read_to_its_end(name: str) -> None:
    document = _read(HUGE[name].encode(), "huge.txt")
    texts = [segment.mark + segment.text for segment in segments(document)]
    seen = "".join("".join([*texts, *(dropped.text for dropped in document.dropped)]).split())
    assert len(seen) == len("".join(HUGE[name].split()))


def test_more_than_a_hundred_books_are_refused_at_once() -> None:
    with pytest.raises(InputError, match=r"huge.txt: is 200 MB of text, more than is read at once"):
        _read(b"a" * (200 * 1024 * 1024), "huge.txt")


def test_a_million_empty_paragraphs() -> None:
    document = _read(b"\n \n" * 500_000 + "学校很好。".encode(), "empty.txt")
    assert [block.text for block in document.blocks] == ["学校很好。"]


def test_marks_of_direction_are_no_text() -> None:
    document = _read("\u202e学校\u200f很好。\n\u202aThe college\u202c is good.".encode(), "a.txt")
    assert [block.text for block in document.blocks] == ["学校很好。", "The college is good."]


def test_a_lone_surrogate_is_a_damaged_character_and_no_end() -> None:
    document = _read("学校很好。".encode() + b"\xed\xa0\x80" + "教师很多。".encode(), "a.txt")
    assert document.encoding == "utf-8 (damaged)"
    assert document.notes


def test_text_strewn_with_nul_is_refused_as_binary() -> None:
    with pytest.raises(InputError, match="looks like a binary file"):
        _read("学校\0很好。\n".encode() * 3, "a.txt")


def test_punctuation_alone_gives_no_blocks_and_is_reported() -> None:
    document = _read("。，！？……——\n".encode() * 100, "a.txt")
    assert not document.blocks
    assert len(document.dropped) == 100
