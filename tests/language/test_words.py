from pathlib import Path

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


def test_common_words_are_frequent() -> None:
    assert general_frequency("情况") > general_frequency("流动性") > general_frequency("柳职院") == 0


def test_no_cache_file_and_no_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from vet_terms.language import words as module

    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    module._tokenizer.cache_clear()
    assert words("职业教育") == ["职业", "教育"] or words("职业教育") == ["职业教育"]
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")
