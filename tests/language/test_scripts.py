from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.scripts import comparable, language_of, script_of, to_simplified

LANGUAGES = [
    ("柳州职业教育基本情况", "zh"),
    ("德国纽伦堡IHK主管为学员颁发证书", "zh"),
    ("采用Problem-Based Learning模式开展教学", "zh"),
    ("2542.4万元", "zh"),
    ("RMB 25.424 million", "en"),
    ("Liuzhou Vocational College (柳州职业技术学院) was founded in 1998", "en"),
    ("现代学徒制（Modern Apprenticeship System of the Ministry）", "zh"),
    ("2018", None),
    ("—— ……", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "script"),
    [("职业教育国际化", "Hans"), ("職業教育國際化", "Hant"), ("中文", ""), ("English", "")],
)
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script


def test_comparable_folds_script_case_width_and_spaces() -> None:
    assert comparable("  職業教育　ＡＢＣ ") == "职业教育 abc"


@given(st.text())
def test_comparing_forms_are_stable(text: str) -> None:
    assert to_simplified(to_simplified(text)) == to_simplified(text)
