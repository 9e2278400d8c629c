import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.pinyin import (
    pinyin_keys,
    romanise_name,
    sounds,
    sounds_alike,
    surname_of,
)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("覃正海", "Qin Zhenghai"),
        ("单田芳", "Shan Tianfang"),
        ("仇和", "Qiu He"),
        ("解晓东", "Xie Xiaodong"),
        ("区志强", "Ou Zhiqiang"),
        ("查良镛", "Zha Liangyong"),
        ("曾国藩", "Zeng Guofan"),
        ("任正非", "Ren Zhengfei"),
        ("欧阳修", "Ouyang Xiu"),
        ("尉迟恭", "Yuchi Gong"),
        ("李西安", "Li Xi'an"),
        ("吕布", "Lü Bu"),
        ("覃 正海", "Qin Zhenghai"),
    ],
)
def test_names_in_standard_form(zh: str, en: str) -> None:
    assert romanise_name(zh) == en


@pytest.mark.parametrize(("name", "surname"), [("欧阳修", "欧阳"), ("丘柳滨", "丘"), ("的确", ""), ("", "")])
def test_surnames(name: str, surname: str) -> None:
    assert surname_of(name) == surname


def test_a_name_is_heard_in_english() -> None:
    zh, en = "教育厅厅长唐咸仅参观“柳工”", "Tang Xianjin, director, visited Liugong"
    heard = [(zh[m.zh_start : m.zh_end], en[m.en_start : m.en_end], m.exactness) for m in sounds(zh, en)]
    assert heard == [("唐咸仅", "Tang Xianjin", 1.0), ("柳工", "Liugong", 1.0)]


@pytest.mark.parametrize(
    ("zh", "en", "value"),
    [
        ("柳州市", "Liuzhou City", 1.0),
        ("厅长唐咸仁说", "Tang Xianjin said", 0.0),
        ("厅长唐咸今说", "Tang Xianjing said", 0.7),
        ("职业教育", "Vocational Education", 0.0),
        ("吕梁", "Lvliang, also Lyuliang", 2.0),
    ],
)
def test_how_much_is_heard(zh: str, en: str, value: float) -> None:
    assert sum(match.exactness for match in sounds(zh, en)) == value


def test_foreign_names_sound_alike() -> None:
    assert sounds_alike("肯特", "Kent") > 0.9
    assert sounds_alike("卡坦尼", "Qahtani") > 0.7
    assert sounds_alike("泰国", "Indonesia") < 0.5


def test_keys_know_both_orders_and_all_readings() -> None:
    assert {"qinzhenghai", "tanzhenghai", "zhenghaiqin"} <= pinyin_keys("覃正海")
    assert pinyin_keys("Liuzhou") == frozenset()


@given(st.text(alphabet="单解覃区查重长乐行和", min_size=1, max_size=8))
def test_keys_are_bounded_and_plain(text: str) -> None:
    keys = pinyin_keys(text)
    assert 0 < len(keys) <= 3 * 32
    assert all(key.isascii() and key.islower() for key in keys)
