"""Finding Chinese by pinyin."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest

from vet_terms.glossary.lookup import syllables
from vet_terms.glossary.lookup.syllables import (
    LONGEST_QUERY,
    characters_spelt,
    fewest_and_most_syllables,
    first_syllables,
    pinyin_letters,
    readings_of,
)
from vet_terms.language.syllables import SYLLABLES


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("zhiyejiaoyu", "zhiyejiaoyu"),
        ("Zhíyè jiàoyù", "zhiye jiaoyu"),
        ("zhi2 ye4 jiao4 yu4", "zhi ye jiao yu"),
        ("zhi2ye4", "zhi ye"),
        ("Xi'an", "xi an"),
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
    assert pinyin_letters(query) == key


def test_a_long_query_is_told_without_trying_every_way_to_part_it() -> None:
    assert pinyin_letters("an" * 60) == "an" * 60
    assert pinyin_letters("an" * 60 + "q") == ""
    assert pinyin_letters("an" * (LONGEST_QUERY // 2)) != ""
    assert pinyin_letters("an" * LONGEST_QUERY) == ""


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
        ("xi an", "西安", 2),
        ("xi an", "县城", 0),
        ("yidaiyilu", "一带一路倡议", 4),
        ("abc", "", 0),
    ],
)
def test_how_many_characters_are_spelt(key: str, text: str, count: int) -> None:
    assert characters_spelt(key, [readings_of(char) for char in text]) == count


@pytest.mark.parametrize(
    ("letters", "first", "counts"),
    [
        ("xian", [("xian",), ("xi", "an")], (1, 2)),
        ("xi an", [("xi", "an")], (2, 2)),
        ("zhiye", [("zhi", "ye")], (2, 2)),
        ("fangan", [("fang", "an"), ("fan", "gan")], (2, 2)),
        ("xianxian", [("xian", "xian"), ("xian", "xi"), ("xi", "an")], (2, 4)),
    ],
)
def test_how_letters_part(letters: str, first: list[tuple[str, ...]], counts: tuple[int, int]) -> None:
    assert first_syllables(letters, 2) == first
    assert fewest_and_most_syllables(letters) == counts


def test_every_syllable_of_the_table_is_read_by_some_character() -> None:
    from pypinyin.pinyin_dict import pinyin_dict

    read = {syllable for code in pinyin_dict for syllable in syllables.readings_of(chr(code))}
    assert sorted(SYLLABLES - read) == []
    assert len(SYLLABLES) > 380


@pytest.fixture
def fresh_table() -> Iterator[None]:
    syllables._table.cache_clear()
    syllables.readings_of.cache_clear()
    yield
    syllables._table.cache_clear()
    syllables.readings_of.cache_clear()


@pytest.mark.usefixtures("fresh_table")
def test_thereadings_of_are_the_same_without_the_data_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from_file = dict(syllables._table())
    syllables._table.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert syllables._table() == from_file
