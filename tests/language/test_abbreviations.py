import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.abbreviations import (
    abbreviates,
    abbreviations,
    clipped_names,
    is_general_name,
    trade_names,
)
from vet_terms.language.tables import listed

HEADED = [
    ("深圳职业技术大学", "深职大"),
    ("柳州职业技术学院", "柳职院"),
    ("柳州城市职业学院", "柳州城职院"),
    ("广西电力职业技术学院", "桂电院"),
    ("浙江金融职业学院", "浙金院"),
    ("北京师范大学", "北师大"),
    ("教学指导委员会", "教指委"),
    ("天津市教育委员会", "津教委"),
    ("河池市职业教育集团", "河池职教集团"),
    ("中国土木工程集团有限公司", "中土集团"),
]
NOT_HEADED = [
    # What tells two institutions of one place apart, and the first word of the field, are not passed over.
    ("柳州铁道职业技术学院", "柳职院"),
    ("深圳职业技术大学", "深大"),
    ("深圳职业技术大学", "深技大"),
    # The name of another institution is no short form.
    ("柳州职业技术学院", "柳州学院"),
    ("柳州职业技术大学", "柳职院"),
]


@pytest.mark.parametrize(("name", "short"), HEADED)
def test_short_forms_end_in_the_kind(name: str, short: str) -> None:
    assert short in abbreviations(name)
    assert abbreviates(short, name)


@pytest.mark.parametrize(("name", "short"), NOT_HEADED)
def test_a_short_form_keeps_what_tells_names_apart(name: str, short: str) -> None:
    assert short not in abbreviations(name)


@pytest.mark.parametrize(
    ("name", "short"),
    [("柳州职业技术学院", "柳职"), ("海南经贸职业技术学院", "海经贸"), ("金华职业技术大学", "金职")],
)
def test_names_without_their_kind(name: str, short: str) -> None:
    assert short in clipped_names(name)


@pytest.mark.parametrize(
    ("name", "short", "is_one"),
    [
        ("广西柳工机械股份有限公司", "柳工", True),
        ("广西柳工机械股份有限公司", "柳工集团", True),
        ("上汽通用五菱汽车股份有限公司", "上汽通用五菱", True),
        ("上汽通用五菱汽车股份有限公司", "上汽", False),
        # A daughter in another country, and a firm called by two places and a line of business.
        ("柳工印尼公司", "柳工", False),
        ("东风柳州汽车有限公司", "柳州汽车", False),
    ],
)
def test_firms_go_by_their_trade_name(name: str, short: str, is_one: bool) -> None:
    assert (short in trade_names(name)) == is_one


@pytest.mark.parametrize(
    ("form", "is_general"),
    [("学校", True), ("条例", True), ("该校", True), ("联盟", True), ("深职大", False), ("柳州", False)],
)
def test_what_says_only_the_kind_names_nothing(form: str, is_general: bool) -> None:
    assert is_general_name(form) == is_general


PARTS = listed("深圳 柳州 广西 职业 技术 铁道 教育 学院 大学 集团 有限公司")


@given(st.lists(st.sampled_from(PARTS), max_size=8))
def test_every_short_form_is_shorter_and_of_the_names_characters(parts: list[str]) -> None:
    name = "".join(parts)
    for form in abbreviations(name) | clipped_names(name) | trade_names(name):
        assert 1 < len(form) < len(name)
        assert set(form) <= set(name) | {"桂", "公", "司", "集", "团"}
