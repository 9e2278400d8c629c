"""Chinese numerals: how they are spelt, and the value of one.

What a numeral counts, and whether it counts anything, is not known here.
"""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from vet_terms.language.quantity import FULL_WIDTH

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS = {"万": 10**4, "亿": 10**8, "兆": 10**12}

HAN_DIGITS = "".join(DIGITS)
ARABIC = r"\d{1,3}(?:[,，]\d{3}){1,9}(?!\d)(?:\.\d{1,20})?|\d{1,30}(?:\.\d{1,20})?"
# 千瓦, 百兆 and their like are units of measure, not scales.
_MIXED = (
    rf"(?:{ARABIC})(?:\s?[十百千]?[万亿兆]{{1,2}}(?<!兆(?=[瓦赫帕欧焦伏字比]))"
    r"(?:(?:\d{1,20}(?:\.\d{1,20})?(?:[万亿]{1,2}|[千百])){1,2}"
    # 2万5 is 25,000 and 1万2000 is 12,000, but 2万5个 is no numeral.
    r"|(?:(?<=[万亿])\d|(?<=万)\d{4})(?![\d.,，%％年月日号个名位所家项人次天种条余多十百千万亿兆至到~～—–-]))?"
    r"|\s?[百千](?![米克瓦帕兆赫伏卡焦字比分]))?"
)
# 六十有八 is 68 in books.
_HAN = (
    rf"[{HAN_DIGITS}十百千万亿兆]{{1,30}}"
    rf"(?:(?<=十)有[一二三四五六七八九](?=[，。；、！岁]|$)|点[{HAN_DIGITS}]{{1,20}}[百千万亿]{{0,2}})?"
)
NUMERAL_CHARACTERS = rf"\d{HAN_DIGITS}十百千万亿兆"
"""What a numeral may begin with, as in a class of characters."""
NUMERAL = rf"(?=[{NUMERAL_CHARACTERS}])(?:{_MIXED}|{_HAN})"
"""The pattern of one numeral: digits, Chinese numerals, or digits with 万 and 亿."""

_EVERYDAY = FULL_WIDTH | str.maketrans(
    "萬億兩餘點個幾數來倆時號歲約過達週級屆間", "万亿两余点个几数来俩时号岁约过达周级届间"
)
_FORMAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千")
# 陆, 伍, 拾 are everyday characters; only a run of formal numerals is a number.
_FORMAL_RUN = re.compile("[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟零万亿]{2,}")

_WRITTEN_OTHERWISE = re.compile(f"[{''.join(map(chr, _EVERYDAY | _FORMAL))}]")


# Several readers ask for the same text, one after the other.
@functools.lru_cache(maxsize=8)
def everyday_digits(text: str) -> str:
    """Return a text of the same length with half-width digits, Simplified and everyday numerals."""
    # Most texts have none of them, and to translate one is ten times as dear as to look for them.
    if not text.isascii() and _WRITTEN_OTHERWISE.search(text):
        return _FORMAL_RUN.sub(lambda run: run.group().translate(_FORMAL), text.translate(_EVERYDAY))
    return text


_ARABIC = re.compile(r"\d[\d,]*(?:\.\d+)?", re.ASCII)


@functools.lru_cache(maxsize=4096)
def chinese_value(numeral: str) -> Fraction:
    """Return the value of one numeral of digits, Chinese numerals, or both (1亿2000万, 三百五)."""
    if _ARABIC.fullmatch(numeral):
        return Fraction(numeral.replace(",", ""))
    parts = re.findall(r"\d[\d,，]*(?:\.\d+)?|.", numeral.replace(" ", ""))
    # Whole numbers are reckoned with much faster than fractions.
    section: int | Fraction = 0
    groups: list[tuple[int, int | Fraction]] = []
    number: int | Fraction | None = None
    last_unit, skipped, decimals = 1, False, Fraction(0)
    for part in parts:
        if part[0].isdigit() and part[0].isascii():
            digits = re.sub("[,，]", "", part)
            number = int(digits) if digits.isdigit() else Fraction(digits)
        elif decimals and part in DIGITS:
            section += DIGITS[part] * decimals
            decimals /= 10
        elif part in DIGITS:
            skipped = skipped or DIGITS[part] == 0
            number = DIGITS[part]
        elif part == "点":
            section, number, decimals = section + (number or 0), None, Fraction(1, 10)
        elif part in SMALL_UNITS:
            last_unit, skipped = SMALL_UNITS[part], False
            section, number = section + (1 if number is None else number) * last_unit, None
        elif part in LARGE_UNITS:
            last_unit, skipped = LARGE_UNITS[part], False
            section, number = section + (number or 0), None
            # 3万亿: a unit multiplies the smaller ones before it; 1兆2000亿: a greater one stands apart.
            while groups and (groups[-1][0] < last_unit or (groups[-1][0] == last_unit and not section)):
                section += groups.pop()[1]
            groups.append((last_unit, (section or 1) * last_unit))
            section, decimals = 0, Fraction(0)
    if number is not None:
        # 三百五 is 350 and 一万二 is 12,000; 三百零五 is 305.
        colloquial = last_unit > 10 and not skipped and len(parts[-1]) == 1
        section += number * (last_unit // 10 if colloquial else 1)
    return Fraction(sum((value for _, value in groups), section))


def spelt_value(numeral: str) -> Fraction:
    """Return a numeral's value, reading 二〇二四 digit by digit."""
    if all(char in DIGITS for char in numeral):
        return Fraction(int("".join(str(DIGITS[char]) for char in numeral)))
    return chinese_value(numeral)
