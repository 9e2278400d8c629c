import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.mending import mended

CASES = [
    ("上汽通用五菱共建现代产业学院，推进合作。", ["上汽通用五菱", "共建"]),
    ("毕业于吉布提鲁班工坊。", ["于"]),
    ("举办第三届长三角畜牧业产教融合论坛。", ["畜牧业", "产教", "融合"]),
    ("甘肃省教育厅副厅长孙丽华", ["副厅长"]),
    ("负责自动化与信息技术学院的建设。", ["与", "信息技术学院"]),
    ("建设中国特色职业教育体系", ["中国特色"]),
    ("与行业领军企业共建专业", ["领军"]),
    ("推进数字化赋能、绿色发展", ["赋能"]),
    ("5大领域35个子系统，", ["个", "子系统"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_are_put_right(text: str, words: list[str]) -> None:
    assert set(words) <= {token.text for token in mended(text)}


@given(st.text(alphabet="产教融合副厅长于在柳州学院共建中国特色（）与和，A35个子系统领军赋能", max_size=24))
def test_the_pieces_joined_are_the_text(text: str) -> None:
    tokens = mended(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)
