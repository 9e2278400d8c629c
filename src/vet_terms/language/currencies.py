"""Currencies as both languages name them, by ISO 4217 code.

Signs that several countries share stand for what they have in common: ``$`` and a bare "dollar" agree with
every dollar, ``¥`` with the yuan and the yen.
"""

from __future__ import annotations

CHINESE_NAMES = {
    "人民币": "CNY", "元": "CNY", "块钱": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR",
    "英镑": "GBP", "港元": "HKD", "港币": "HKD", "澳门元": "MOP", "澳元": "AUD", "加元": "CAD",
    "新台币": "TWD", "新元": "SGD", "新加坡元": "SGD", "新币": "SGD", "日元": "JPY", "日圆": "JPY",
    "韩元": "KRW", "韩圆": "KRW", "泰铢": "THB", "越南盾": "VND", "印尼盾": "IDR", "印度卢比": "INR",
    "林吉特": "MYR", "令吉": "MYR", "比索": "PHP", "卢布": "RUB", "瑞士法郎": "CHF", "瑞郎": "CHF",
    "缅元": "MMK", "基普": "LAK", "瑞尔": "KHR",
}  # fmt: skip
"""Names that stand behind an amount."""

_CODES = ("USD", "EUR", "GBP", "HKD", "CNY", "AUD", "CAD", "SGD", "TWD", "MOP", "JPY", "KRW", "THB", "VND",
          "IDR", "INR", "MYR", "PHP", "RUB", "CHF")  # fmt: skip
_WORDS = {
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "hong kong dollar": "HKD",
    "hk dollar": "HKD", "australian dollar": "AUD", "canadian dollar": "CAD", "singapore dollar": "SGD",
    "new taiwan dollar": "TWD", "dollar": "$", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY",
    "japanese yen": "JPY", "won": "KRW",
    "baht": "THB", "thai baht": "THB", "dong": "VND", "rupiah": "IDR", "rupee": "INR", "ringgit": "MYR",
    "peso": "PHP", "rouble": "RUB", "ruble": "RUB", "swiss franc": "CHF", "kip": "LAK", "kyat": "MMK",
    # Pounds are also a weight.
    "pound": "",
}  # fmt: skip
ENGLISH_NAMES = _WORDS | {code.lower(): code for code in _CODES}
"""Names and codes that stand behind an amount, in lower case and the singular."""

_MARKS = {
    "US$": "USD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "S$": "SGD",
    "NT$": "TWD", "MOP$": "MOP", "$": "$", "¥": "¥", "€": "EUR", "£": "GBP", "₩": "KRW", "฿": "THB",
    "₫": "VND", "₹": "INR", "₽": "RUB", "RMB": "CNY",
}  # fmt: skip
SIGNS = _MARKS | {code: code for code in _CODES}
"""Signs and codes that stand before an amount."""

_SHARED = {"$": {"USD", "HKD", "AUD", "CAD", "SGD", "TWD", "MOP"}, "¥": {"CNY", "JPY"}}


def currencies_agree(one: str, other: str) -> bool:
    """Tell whether two codes can name the same money; an unnamed currency agrees with any."""
    return (
        not one or not other or one == other or other in _SHARED.get(one, ()) or one in _SHARED.get(other, ())
    )
