"""A translation whose numbers are replaced, where two source texts say the same but for their numbers.

Sound rather than often: a number is replaced only where its value stands once in the translation and nothing
else of the unit can mean it, where the new value can be written in the same manner, where the translation has
no number of its own that may hang on it (“700万元” as “7 million yuan (US$1 million)”), and where the result
has no difference in numbers that the old pair did not have. Otherwise there is no such translation, and the
unit is offered as it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from vet_terms.language.marks import mark_value, split_mark
from vet_terms.language.numbers import compare
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Kind, Quantity, before
from vet_terms.memory.matching.folding import folded
from vet_terms.memory.pretranslation.numerals import Replacement
from vet_terms.memory.pretranslation.written_chinese import in_chinese
from vet_terms.memory.pretranslation.written_english import in_english, is_label
from vet_terms.memory.pretranslation.written_times import time_in_english
from vet_terms.model import Language


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A translation with other numbers, and what was replaced by what, in the order of the text."""

    text: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Number:
    """A stretch of a text that is one number or one date, with all that was read in it."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]


def renumbered(old_source: str, old_target: str, source: str, language: Language) -> Renumbered | None:
    """Return the translation of a source that differs from an old one in its numbers only.

    ``language`` is that of the source. None where the texts differ in more, or a number cannot be replaced
    for certain.
    """
    old_mark, old_rest = split_mark(old_source)
    mark, rest = split_mark(source)
    target_mark, target_rest = split_mark(old_target) if old_mark else ("", old_target)
    new_mark = _mark(old_mark, mark, target_mark)
    replacements = _replacements(old_rest, target_rest, rest, language)
    if new_mark is None or replacements is None:
        return None
    text, changes = target_rest, [(target_mark.strip(), new_mark.strip())] if new_mark != target_mark else []
    changes += [(text[each.start : each.end], each.text) for each in replacements]
    for each in reversed(replacements):
        text = text[: each.start] + each.text + text[each.end :]
    text = new_mark + text
    if not changes or _mismatches(source, text, language) != _mismatches(old_source, old_target, language):
        return None
    return Renumbered(text, tuple(changes))


def _mark(old: str, new: str, target: str) -> str | None:
    """Return the list mark of the translation, None where there is no certain one."""
    if old == new:
        return target
    if not old:
        return None
    if not new:
        # What stood behind the mark stands alone, where the translation had the same mark.
        same = old.strip() == target.strip() or (mark_value(old) and mark_value(old) == mark_value(target))
        return "" if same else None
    if old.strip() == target.strip():
        return new.strip() + target[len(target.rstrip()) :]
    value = mark_value(old)
    if not value or mark_value(target) != value or not mark_value(new):
        return None
    if str(value) in target:
        return target.replace(str(value), str(mark_value(new)))
    roman = _roman(value)
    return target.replace(roman, _roman(mark_value(new)), 1) if roman in target else None


def _roman(value: int) -> str:
    numerals = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for number, letters in numerals:
        text += letters * (value // number)
        value %= number
    return text


def _replacements(old: str, target: str, new: str, language: Language) -> list[Replacement] | None:
    """Return what is replaced in a translation, in its order; None where that is not certain."""
    numbers, changed = _numbers(old, language), _numbers(new, language)
    if not _same_but_for_numbers(old, numbers, new, changed, language):
        return None
    there = _numbers(target, "en" if language == "zh" else "zh")
    if _has_numbers_of_its_own(target, there, numbers):
        return None
    found: list[Replacement] = []
    for index, (one, other) in enumerate(zip(numbers, changed, strict=True)):
        if _said(one) == _said(other):
            continue
        rest = [each for place, each in enumerate(numbers) if place != index]
        partner = _only_partner(one, there, rest)
        if partner is None:
            return None
        replacement = _written(old, one, new, other, target, partner, language)
        if replacement is None:
            return None
        found.append(replacement)
    return sorted(found, key=lambda each: each.start)


def _numbers(text: str, language: Language) -> list[_Number]:
    """Return the numbers of a text; readings that overlap are one."""
    quantities = read_chinese(text) if language == "zh" else read_english(text)
    found: list[_Number] = []
    for each in sorted(quantities, key=lambda each: (each.start, -each.end)):
        if found and each.start < found[-1].end:
            last = found[-1]
            found[-1] = _Number(last.start, max(last.end, each.end), (*last.quantities, each))
        else:
            found.append(_Number(each.start, each.end, (each,)))
    return found


def _same_but_for_numbers(
    old: str, old_numbers: Sequence[_Number], new: str, new_numbers: Sequence[_Number], language: Language
) -> bool:
    if len(old_numbers) != len(new_numbers):
        return False
    kinds = (
        [
            sorted((_kind(each, text, language), each.bound, each.currency) for each in number.quantities)
            for number in numbers
        ]
        for text, numbers in ((old, old_numbers), (new, new_numbers))
    )
    texts = (
        [folded(part, language) for part in _around(text, numbers)]
        for text, numbers in ((old, old_numbers), (new, new_numbers))
    )
    return next(kinds) == next(kinds) and next(texts) == next(texts)


def _kind(quantity: Quantity, text: str, language: Language) -> Kind:
    """Return the kind of a number; four digits that may be a year are an amount where 年 does not follow."""
    if language == "zh" and quantity.kind == "year" and not text.startswith("年", quantity.end):
        return "plain"
    return quantity.kind


def _around(text: str, numbers: Sequence[_Number]) -> list[str]:
    """Return the stretches of a text between its numbers."""
    edges = [0, *itertools.chain.from_iterable((each.start, each.end) for each in numbers), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _said(number: _Number) -> list[tuple[str, Fraction]]:
    return sorted((each.kind, each.value) for each in number.quantities)


def _every_value(number: _Number) -> set[Fraction]:
    return {value for each in number.quantities for value in each.values}


def _has_numbers_of_its_own(text: str, there: Sequence[_Number], numbers: Sequence[_Number]) -> bool:
    """Say whether a translation has a number that its source lacks; “a”, 一 and names (COVID-19) are none."""
    values = {value for number in numbers for value in _every_value(number)}
    return any(
        not values & _every_value(each)
        and (text[each.start].isdigit() or any(one.weight != "loose" for one in each.quantities))
        and not _OF_A_NAME.search(before(text, each.start))
        for each in there
    )


_OF_A_NAME = re.compile(r"[A-Za-z]-?$")
"""What stands before a number that is part of a name."""


def _only_partner(number: _Number, there: Sequence[_Number], rest: Sequence[_Number]) -> _Number | None:
    """Return the one number of the translation that says a number's value, if nothing else can be meant."""
    values = _every_value(number)
    if any(values & _every_value(other) for other in rest):
        return None
    partners = [each for each in there if values & _every_value(each)]
    return partners[0] if len(partners) == 1 else None


def _written(
    old: str, one: _Number, new: str, other: _Number, target: str, partner: _Number, language: Language
) -> Replacement | None:
    """Return the number of the translation as it says the new value."""
    old_text, new_text = old[one.start : one.end], new[other.start : other.end]
    if any(each.kind == "time" for each in (*one.quantities, *partner.quantities)) and language == "zh":
        return time_in_english(target, partner.start, partner.end, old_text, new_text)
    if old_text == target[partner.start : partner.end] and _is_date_or_time(new_text):
        return Replacement(partner.start, partner.end, new_text)
    says = [each for each in one.quantities if each.weight != "loose"] or list(one.quantities)
    says_now = [each for each in other.quantities if each.weight != "loose"] or list(other.quantities)
    if len(says) != 1 or len(says_now) != 1:
        return None
    whole = [
        each
        for each in partner.quantities
        if (each.start, each.end) == (partner.start, partner.end) and each.value == says[0].value
    ]
    if len(whole) != 1 or "time" in {whole[0].kind, says[0].kind}:
        return None
    if language == "zh":
        return in_english(target, whole[0], says_now[0].value)
    return in_chinese(target, whole[0], says_now[0].value, is_label=is_label(new, other.start))


_DATE_OR_TIME = re.compile(r"\d{4}(?:[./-]\d{1,2}){1,2}|\d{1,2}:\d\d", re.ASCII)


def _is_date_or_time(text: str) -> bool:
    """Say whether a text is a date or a time that both languages write alike."""
    return bool(_DATE_OR_TIME.fullmatch(text))


def _mismatches(source: str, target: str, language: Language) -> list[str]:
    zh, en = (source, target) if language == "zh" else (target, source)
    return sorted(each.difference for each in compare(zh, en))
