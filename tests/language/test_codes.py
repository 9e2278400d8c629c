from __future__ import annotations

import pytest

from vet_terms.language.codes import language_of_code


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-CN", "zh"),
        ("ZH", "zh"),
        ("zh_Hant", "zh"),
        ("cmn", "zh"),
        ("en_GB", "en"),
        ("EN-US", "en"),
        ("fr", None),
        ("", None),
    ],
)
def test_language_of_code(code: str, language: str | None) -> None:
    assert language_of_code(code) == language
