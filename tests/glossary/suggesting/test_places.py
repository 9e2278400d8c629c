"""Places in English: from the dictionary, or in pinyin with their kind, or not at all."""

from __future__ import annotations

import pytest

from vet_terms.glossary.suggesting.places import place_name, romanised_place, two_countries


@pytest.mark.parametrize(
    ("zh", "english", "level"),
    [
        ("河内", "Hanoi", ""),
        ("鹿寨县", "Luzhai County", "县"),
        ("云南省", "Yunnan Province", "省"),
        ("沙特", "Saudi Arabia", ""),
        ("上海", "Shanghai", ""),
        ("山西", "Shanxi", ""),
        ("安徽省", "Anhui Province", "省"),
        ("厦门市", "Xiamen", "市"),
        ("纽伦堡", "Nuremberg", ""),
        ("乌鲁木齐", "Urumqi", ""),
        ("黄山市", "Huangshan", ""),
        ("景德镇市", "Jingdezhen", "市"),
        ("融水苗族自治县", "Rongshui Miao Autonomous County", "自治县"),
        ("黔东南苗族侗族自治州", "Qiandongnan Miao and Dong Autonomous Prefecture", "自治州"),
    ],
)
def test_known_places(zh: str, english: str, level: str) -> None:
    found = place_name(zh)
    assert found is not None
    assert (str(found), found.level) == (english, level)


@pytest.mark.parametrize(
    ("zh", "english"),
    [("罗秀镇", "Luoxiu Town"), ("三门江镇", "Sanmenjiang Town"), ("柳东新区", "Liudong New Area")],
)
def test_unknown_places_go_by_their_sound(zh: str, english: str) -> None:
    assert str(romanised_place(zh)) == english


@pytest.mark.parametrize("zh", ["自治区", "广西区", "革命老区", "贫困县", "高新区", "美丽乡村", "城市"])
def test_a_kind_of_place_is_no_place(zh: str) -> None:
    assert place_name(zh) is None
    assert romanised_place(zh) is None


def test_a_name_of_one_syllable_is_left_out() -> None:
    assert romanised_place("横县") is None


def test_two_countries() -> None:
    assert two_countries("中德") == ("Sino-German", "China-Germany")
    assert two_countries("中外") == ("Sino-foreign", "Sino-Foreign")
    assert two_countries("中心") is None
