"""Finding Chinese by pinyin."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest

from vet_terms.glossary import syllables
from vet_terms.glossary.syllables import LONGEST_QUERY, SYLLABLES, characters_spelt, pinyin_key


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("zhiyejiaoyu", "zhiyejiaoyu"),
        ("Zhíyè jiàoyù", "zhiyejiaoyu"),
        ("zhi2 ye4 jiao4 yu4", "zhiyejiaoyu"),
        ("Xi'an", "xian"),
        ("lüyou", "luyou"),
        ("lvyou", "luyou"),
        ("lu:you", "luyou"),
        ("fangan", "fangan"),
        ("college", ""),
        ("vocational", ""),
        ("LVTC", ""),
        ("1+X", ""),
        ("", ""),
    ],
)
def test_what_can_be_pinyin(query: str, key: str) -> None:
    assert pinyin_key(query) == key


def test_a_long_query_is_told_without_trying_every_way_to_part_it() -> None:
    assert pinyin_key("an" * 60) == "an" * 60
    assert pinyin_key("an" * 60 + "q") == ""
    assert pinyin_key("an" * (LONGEST_QUERY // 2)) != ""
    assert pinyin_key("an" * LONGEST_QUERY) == ""


@pytest.mark.parametrize(
    ("key", "text", "count"),
    [
        ("zhiyejiaoyu", "职业教育", 4),
        ("jiaoyu", "职业教育", 2),
        ("zhiyej", "职业教育", 0),
        ("hiye", "职业教育", 0),
        ("qinzhenghai", "覃正海", 3),
        ("tanzhenghai", "覃正海", 3),
        ("shan", "单小明", 1),
        ("luyou", "旅游", 2),
        ("xian", "西安", 2),
        ("xian", "县城", 1),
        ("yidaiyilu", "“一带一路”倡议", 4),
        ("liugongliuzhi", "柳工—柳职院", 5),
        ("abc", "", 0),
    ],
)
def test_how_many_characters_are_spelt(key: str, text: str, count: int) -> None:
    assert characters_spelt(key, text) == count


def test_every_syllable_of_the_table_is_read_by_some_character() -> None:
    from pypinyin.pinyin_dict import pinyin_dict

    read = {syllable for code in pinyin_dict for syllable in syllables._readings(chr(code))}
    assert sorted(SYLLABLES - read) == []
    assert len(SYLLABLES) > 380


@pytest.fixture
def fresh_table() -> Iterator[None]:
    syllables._table.cache_clear()
    syllables._readings.cache_clear()
    yield
    syllables._table.cache_clear()
    syllables._readings.cache_clear()


@pytest.mark.usefixtures("fresh_table")
def test_the_readings_are_the_same_without_the_data_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from_file = dict(syllables._table())
    syllables._table.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert syllables._table() == from_file
