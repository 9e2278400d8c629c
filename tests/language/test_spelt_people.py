"""How English spells the persons of a Chinese text: well, badly, or in a way that is nobody's pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.language.pinyin import COMPOUND_SURNAMES, SURNAMES, letters, romanise_name
from vet_terms.language.spelt_people import SpeltPerson, spelt_people


def forms(zh: str, en: str) -> list[tuple[str, str, str, str]]:
    return [
        (zh[each.start : each.end], en[each.en_start : each.en_end], each.form, each.standard)
        for each in spelt_people(zh, en)
    ]


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("覃正海来访。", "Qin Zhenghai came.", ("覃正海", "Qin Zhenghai", "standard", "Qin Zhenghai")),
        ("覃正海来访。", "Tan Zhenghai came.", ("覃正海", "Tan Zhenghai", "standard", "Tan Zhenghai")),
        ("覃正海来访。", "QIN Zhenghai came.", ("覃正海", "QIN Zhenghai", "standard", "Qin Zhenghai")),
        ("覃正海来访。", "Qin Zhenghai's visit", ("覃正海", "Qin Zhenghai", "standard", "Qin Zhenghai")),
        ("覃正海来访。", "Zhenghai Qin came.", ("覃正海", "Zhenghai Qin", "reversed", "Qin Zhenghai")),
        ("覃正海来访。", "Zheng Hai Qin came.", ("覃正海", "Zheng Hai Qin", "reversed", "Qin Zhenghai")),
        ("覃正海来访。", "Qin Zheng Hai came.", ("覃正海", "Qin Zheng Hai", "split", "Qin Zhenghai")),
        ("覃正海来访。", "Qin Zheng-Hai came.", ("覃正海", "Qin Zheng-Hai", "split", "Qin Zhenghai")),
        ("覃正海来访。", "Qin ZhengHai came.", ("覃正海", "Qin ZhengHai", "split", "Qin Zhenghai")),
        ("覃正海来访。", "QinZhenghai came.", ("覃正海", "QinZhenghai", "joined", "Qin Zhenghai")),
        ("覃正海来访。", "Qin zhenghai came.", ("覃正海", "Qin zhenghai", "uncapitalised", "Qin Zhenghai")),
        ("覃正海来访。", "Qin Zhenghia came.", ("覃正海", "Qin Zhenghia", "near", "Qin Zhenghai")),
        ("覃正海来访。", "Li Zhenghai came.", ("覃正海", "Li Zhenghai", "surname", "Qin Zhenghai")),
        ("单小明来访。", "Dan Xiaoming came.", ("单小明", "Dan Xiaoming", "surname", "Shan Xiaoming")),
        ("刘红梅来访。", "Liu Jianguo came.", ("刘红梅", "Liu Jianguo", "other", "Liu Hongmei")),
        ("李明来访。", "Li Ming came.", ("李明", "Li Ming", "standard", "Li Ming")),
        ("李明来访。", "Ming Li came.", ("李明", "Ming Li", "reversed", "Li Ming")),
        ("李明华来访。", "Li Ming Hua came.", ("李明华", "Li Ming Hua", "split", "Li Minghua")),
        ("欧阳文来访。", "Ouyang Wen came.", ("欧阳文", "Ouyang Wen", "standard", "Ouyang Wen")),
        ("欧阳建国来访。", "Ou Yang Jianguo", ("欧阳建国", "Ou Yang Jianguo", "split", "Ouyang Jianguo")),
        ("吕晓燕来访。", "Lyu Xiaoyan came.", ("吕晓燕", "Lyu Xiaoyan", "standard", "Lyu Xiaoyan")),
        ("张西安来访。", "Zhang Xi’an came.", ("张西安", "Zhang Xi’an", "standard", "Zhang Xi'an")),
    ],
)  # fmt: skip
def test_a_person_is_recognised(zh: str, en: str, found: tuple[str, str, str, str]) -> None:
    assert forms(zh, en) == [found]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("马云来访。", "Jack Ma came."),
        ("蔡英文来访。", "Tsai Ing-wen came."),
        ("李显龙来访。", "Lee Hsien Loong came."),
        ("陈其迈来访。", "Chen Chi-mai came."),
        ("安格拉·默克尔来访。", "Angela Merkel came."),
        ("覃校长来访。", "President Qin came."),
        ("学校来人。", "Somebody came."),
        ("覃正海来访。", ""),
        ("", "Qin Zhenghai came."),
    ],
)
def test_what_is_no_pinyin_is_left_alone(zh: str, en: str) -> None:
    assert forms(zh, en) == []


def test_each_of_several_persons_is_found_once() -> None:
    found = forms("刘红梅、刘红艳和李明", "Liu Hongmei, Liu Hongyan and Ming Li")
    assert [each[:3] for each in found] == [
        ("刘红梅", "Liu Hongmei", "standard"),
        ("刘红艳", "Liu Hongyan", "standard"),
        ("李明", "Ming Li", "reversed"),
    ]


def test_a_text_that_is_all_surnames_is_no_sentence() -> None:
    assert spelt_people("李王张刘" * 5000, "Li Wang " * 5000) == ()


surnames = st.sampled_from(sorted({*SURNAMES, *COMPOUND_SURNAMES}))
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国红梅晓燕志海正文博"
given_names = st.text(st.sampled_from(GIVEN), min_size=2, max_size=2)


@given(surnames, given_names)
@settings(max_examples=200, deadline=None)
def test_the_standard_form_is_standard_and_its_reverse_is_reversed(surname: str, given_name: str) -> None:
    zh, standard = f"由{surname}{given_name}主持", romanise_name(surname + given_name)
    first, rest = standard.split(" ")
    [person] = spelt_people(zh, f"{standard} was in the chair.")
    assert (person.form, letters(person.standard)) == ("standard", letters(standard))
    [person] = spelt_people(zh, f"{rest} {first} was in the chair.")
    # Where given name and surname sound the same, either order may be the standard.
    assert person.form in {"reversed", "standard"} and isinstance(person, SpeltPerson)
