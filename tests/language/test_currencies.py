"""Which codes can name the same money."""

from __future__ import annotations

import pytest

from vet_terms.language.currencies import currencies_agree
from vet_terms.language.numbers import compare

PAIRS = [
    ("500万元", "RMB 5 million", True),
    ("500万元", "5 million dollars", False),
    ("500万美元", "$5 million", True),
    ("500万港元", "HK$5 million", True),
    ("500万港元", "US$5 million", False),
    ("5000万日元", "¥50 million", True),
    ("5000万日元", "50 million yuan", False),
    ("4万泰铢", "40,000 baht", True),
    ("300万欧元", "3 million euros", True),
    ("300万欧元", "£3 million", False),
    ("350万英镑", "3.5 million pounds", True),
    ("500万", "$5 million", True),
]


@pytest.mark.parametrize(("zh", "en", "agree"), PAIRS)
def test_money_in_both_languages(zh: str, en: str, agree: bool) -> None:
    assert [each.difference for each in compare(zh, en)] == ([] if agree else ["unit"])


def test_a_shared_sign_agrees_with_each_of_its_currencies_alone() -> None:
    assert currencies_agree("$", "HKD")
    assert currencies_agree("JPY", "¥")
    assert not currencies_agree("USD", "HKD")
    assert not currencies_agree("$", "CNY")
