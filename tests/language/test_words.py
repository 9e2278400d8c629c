from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.words import general_frequency, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳州铁道职业技术学院", ["柳州", "铁道", "职业", "技术", "学院"]),
        ("", []),
        ("IHK 主管", ["IHK", " ", "主管"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(alphabet="柳州职业教育，。“” abc12", max_size=30))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(words(text)) == text


@pytest.fixture(scope="module")
def plain_jieba() -> Any:
    import jieba

    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


# 铁 and 饺 begin longer words; 𠮷 is in none.
@given(st.text(alphabet="柳州铁道职业技术学院研究生命起源的确实在理饺子𠮷，。 \r\n\u3000aB1.%", max_size=40))
def test_the_words_are_those_that_jieba_finds_by_itself(plain_jieba: Any, text: str) -> None:
    assert words(text) == list(plain_jieba.cut(text))


def test_common_words_are_frequent() -> None:
    assert general_frequency("情况") > general_frequency("流动性") > general_frequency("柳职院") == 0


def test_no_cache_file_and_no_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from vet_terms.language import words as module

    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    module._read_dictionary.cache_clear()
    module._with_beginnings.cache_clear()
    assert words("职业教育") == ["职业", "教育"] or words("职业教育") == ["职业教育"]
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")
