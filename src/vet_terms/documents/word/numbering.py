"""The automatic numbers and bullets of a Word document's lists: a reader sees them, but no text holds them.

Counted as Word counts: lists of one definition count on together, an item begins the levels below it anew,
and a list may say with which number it begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from vet_terms.documents.word.package import attribute, child, is_on, number, value_of
from vet_terms.language.marks import CHINESE_DIGITS

_LEVELS = 9
_LONGEST_FORM = 60
"""Characters of the pattern of a mark; Word takes thirty."""

_PLACEHOLDER = re.compile("%([1-9])")
_BULLET = "•"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("〇一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Level:
    """How the items of one level of a list are marked."""

    start: int = 1
    kind: str = "decimal"
    form: str = ""
    gap: str = " "
    begins_anew_under: int = _LEVELS
    """Levels up to this one begin it anew; 0: none does."""
    plain_numbers: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list: its definition, its levels, and the numbers that it begins its levels with by itself."""

    definition: str
    levels: tuple[Level, ...]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    lists: Mapping[str, NumberedList] = field(default_factory=lambda: MappingProxyType({}))
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, list_id: str, level: int | None, style: str = "") -> str:
        """Count one item and return its mark with the gap after it; empty where it shows none."""
        found = self.lists.get(list_id)
        if found is None:
            return ""
        if level is None:
            linked = (index for index, each in enumerate(found.levels) if style and each.style == style)
            level = next(linked, 0)
        if not 0 <= level < len(found.levels):
            return ""
        counts = self._counts.setdefault(found.definition, [None] * _LEVELS)
        self._count(counts, found, list_id, level)
        return _shown(found.levels, counts, level)

    def _count(self, counts: list[int | None], found: NumberedList, list_id: str, level: int) -> None:
        if level in found.starts and (list_id, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            before = counts[level]
            counts[level] = found.levels[level].start if before is None else before + 1
        self._begun.add((list_id, level))
        for below in range(level + 1, len(found.levels)):
            if level < found.levels[below].begins_anew_under:
                counts[below] = None


def read_numbering(root: Any) -> Numbering:
    """Return the lists of a part; None gives none."""
    if root is None:
        return Numbering()
    definitions = {attribute(each, "abstractNumId"): each for each in root.iterchildren("{*}abstractNum")}
    styled = {
        name: identity for identity, each in definitions.items() if (name := value_of(each, "styleLink"))
    }
    lists: dict[str, NumberedList] = {}
    for each in root.iterchildren("{*}num"):
        definition = value_of(each, "abstractNumId")
        if definition in definitions:
            definition = styled.get(value_of(definitions[definition], "numStyleLink"), definition)
            lists[attribute(each, "numId")] = _list(each, definition, definitions[definition])
    return Numbering(MappingProxyType(lists))


def _list(element: Any, definition: str, defined: Any) -> NumberedList:
    levels = [Level(kind="none")] * _LEVELS
    for each in defined.iterchildren("{*}lvl"):
        _set_level(levels, each)
    starts: dict[int, int] = {}
    for override in element.iterchildren("{*}lvlOverride"):
        level = number(attribute(override, "ilvl"), -1)
        start = value_of(override, "startOverride")
        if start:
            starts[level] = number(start, 1)
        replaced = child(override, "lvl")
        if replaced is not None:
            _set_level(levels, replaced)
    return NumberedList(definition, tuple(levels), MappingProxyType(starts))


def _set_level(levels: list[Level], element: Any) -> None:
    index = number(attribute(element, "ilvl"), -1)
    if not 0 <= index < _LEVELS:
        return
    # A kind of number that older versions do not know stands in an alternative.
    kind = next(element.iter("{*}numFmt"), None)
    restart = value_of(element, "lvlRestart")
    levels[index] = Level(
        start=number(value_of(element, "start"), 0),
        kind=attribute(kind, "val") if kind is not None else "decimal",
        form=value_of(element, "lvlText"),
        gap="" if value_of(element, "suff") == "nothing" else " ",
        begins_anew_under=number(restart, _LEVELS) if restart else _LEVELS,
        plain_numbers=is_on(child(element, "isLgl")),
        style=value_of(element, "pStyle"),
    )


def _shown(levels: tuple[Level, ...], counts: list[int | None], level: int) -> str:
    here = levels[level]
    if not here.form.strip() or len(here.form) > _LONGEST_FORM:
        return ""
    if here.kind == "bullet":
        return _bullet(here.form.strip()) + here.gap

    def filled(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        count = counts[index]
        kind = "decimal" if here.plain_numbers else levels[index].kind
        return numeral(levels[index].start if count is None else count, kind)

    text = _PLACEHOLDER.sub(filled, here.form).strip()
    return text + here.gap if text else ""


def _bullet(form: str) -> str:
    """Return a bullet; those of fonts of signs, where it is a letter or a private character, as a dot."""
    return form if len(form) == 1 and not form.isalnum() and not "\ue000" <= form <= "\uf8ff" else _BULLET


def numeral(count: int, kind: str) -> str:
    """Return a number as a list shows it; kinds that are not known, and numbers out of reach, in digits."""
    if kind == "none":
        return ""
    write = _KINDS.get(kind)
    return (write(count) if write and count > 0 else "") or str(count)


def _roman(count: int) -> str:
    if count > 3999:
        return ""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def _letter(count: int) -> str:
    """Return A to Z, AA to ZZ (each twice the same), and so on, up to what Word has."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count <= 780 else ""


def _chinese(count: int) -> str:
    """Return a number up to 9,999 as it is said: 十二, 一百〇五, 二千三百."""
    if count > 9999:
        return ""
    text = ""
    gap = False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, count = divmod(count, value)
        if digit:
            text += ("〇" if gap and text else "") + CHINESE_DIGITS[digit] + unit
        gap = not digit
    return text[1:] if text.startswith("一十") else text


def _digit_by_digit(count: int) -> str:
    return "".join(CHINESE_DIGITS[int(digit)] for digit in str(count))


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if count <= len(signs) else ""


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


_KINDS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda count: f"{count:02}",
        "upperRoman": _roman,
        "lowerRoman": lambda count: _roman(count).lower(),
        "upperLetter": _letter,
        "lowerLetter": lambda count: _letter(count).lower(),
        "ordinal": _ordinal,
        "decimalFullWidth": lambda count: str(count).translate(_FULL_WIDTH),
        "decimalFullWidth2": lambda count: str(count).translate(_FULL_WIDTH),
        "numberInDash": lambda count: f"- {count} -",
        "decimalEnclosedCircle": _one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedCircleChinese": _one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen": _one_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop": _one_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "chineseCounting": _chinese,
        "chineseCountingThousand": _chinese,
        "japaneseCounting": _chinese,
        "taiwaneseCounting": _chinese,
        "taiwaneseCountingThousand": _chinese,
        "ideographDigital": _digit_by_digit,
        "japaneseDigitalTenThousand": _digit_by_digit,
        "taiwaneseDigital": _digit_by_digit,
        "chineseLegalSimplified": lambda count: _chinese(count).translate(_LEGAL),
        "ideographLegalTraditional": lambda count: _chinese(count).translate(_LEGAL_TRADITIONAL),
        "ideographTraditional": _one_of(_STEMS),
        "ideographZodiac": _one_of(_BRANCHES),
    }
)
