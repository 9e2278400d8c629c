from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from lxml.etree import _Element
from tests.alignment.sheets import PAIRS, alignment, small

from vet_terms.alignment.reviewed import traced
from vet_terms.errors import InputError
from vet_terms.memory.review.page import page_bytes, page_is_as_written


def text_of(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def test_the_rows_stand_side_by_side_with_their_languages_and_scores() -> None:
    page = html.document_fromstring(page_bytes(small(), "deck.txt", "zh-TW").decode())
    rows = page.findall(".//tbody/tr")
    assert len(rows) == len(PAIRS)
    for row, (zh, en) in zip(rows, PAIRS, strict=True):
        cells = row.findall("td")
        assert [text_of(cell) for cell in cells[1:3]] == ["".join(zh) or "—", " ".join(en) or "—"]
        assert [cell.get("lang") for cell in cells[1:3]] == ["zh-TW" if zh else None, "en" if en else None]
        assert text_of(cells[3]) == "0.90"
        assert row.get("class") == ("likely" if zh and en else "alone")
    assert "5 pairs, 1 Chinese and 1 English texts without a partner" in text_of(page)


def test_it_says_that_it_is_not_taken_back() -> None:
    page = page_bytes(small(), "a.txt", "zh-CN").decode()
    assert "to correct the pairs, write the review as .xlsx" in page and "本页仅供阅读" in page


def test_it_needs_no_script_and_no_network() -> None:
    page = page_bytes(small(), "a.txt", "zh-CN").decode()
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import|https?://|\son\w+=", page, re.IGNORECASE)


def test_texts_are_escaped() -> None:
    hostile = "<script>alert(\"x\")</script>&amp;<b title='x'>"
    data = page_bytes(traced(alignment([([hostile], [hostile])], document=hostile)), hostile, "zh-CN")
    page = html.document_fromstring(data.decode())
    assert not page.findall(".//script") and not page.findall(".//b")
    assert [text_of(cell) for cell in page.findall(".//tbody/tr/td")[1:3]] == [hostile, hostile]


def test_a_control_character_does_not_get_in() -> None:
    data = page_bytes(traced(alignment([(["学\x07校"], ["a\x00b"])])), "a\x1b.txt", "zh-CN")
    assert "学校" in data.decode() and "ab" in data.decode()
    assert not re.search(rb"[\x00-\x08\x0b-\x1f]", data)


def test_a_changed_page_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page_bytes(small(), "a.txt", "zh-CN"))
    assert page_is_as_written(path)
    path.write_bytes(path.read_bytes().replace(b"29 vocational", b"thirty vocational"))
    assert not page_is_as_written(path)
    path.write_text("<p>mine</p>")
    with pytest.raises(InputError, match="is no review page"):
        page_is_as_written(path)
