"""Findings on offices and schools of an institution taken for one another: 人事处 as "the Finance Office".

How an office is called in English is each institution's to say. So only where each side names a single one is
it held against the other, and only if nothing in the English says what the Chinese one is for, while the
English one is for something else of the table that the Chinese nowhere speaks of.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.key_words import expression_of
from vet_terms.checking.slips import Slip
from vet_terms.language.tables import listed

_UNITS = {
    "office": "处|科|司|办公室|办(?!学|公|事)|部(?!门|长|分|队|委)",
    "school": "系(?!统|列|数)|学院|分院",
}
_NO_OFFICE = re.compile("财政部|科技部|外交部|教学部|科学技术部|大学|学生会|学生科")
"""Ministries, and what is no office of an institution."""
_KINDS = "(?:工程|技术|管理|科学|专业|教育)?"
_UNIT_EN = re.compile(
    r"\b(?P<before>(?:[A-Za-z&'’-]+ ){1,4}?)?"
    r"(?P<unit>offices?|departments?|divisions?|sections?|school|faculty|college)\b"
    r"(?: (?:of|for) (?P<behind>[A-Za-z&'’-]+(?:,? [A-Za-z&'’-]+){0,4}))?",
    re.IGNORECASE,
)

_ANY_UNIT = ("ffice", "epartment", "ivision", "ection", "chool", "aculty", "ollege")
"""One of these is in whatever names an office, with a capital or without."""


@dataclass(frozen=True, slots=True, eq=False)
class _Purpose:
    """What offices are for: the Chinese words, the English that says just that, and all that may say it."""

    kind: str
    zh: tuple[str, ...]
    en: re.Pattern[str]
    any_en: re.Pattern[str]


def other_departments(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the one office of the English that stands there for another one of the Chinese."""
    zh, en = reading.zh, reading.en
    if not any(map(en.__contains__, _ANY_UNIT)):
        return
    said = list(_office_zh().finditer(zh))
    if len(said) != 1 or _NO_OFFICE.search(zh):
        return
    if any(hit.start <= said[0].start() and said[0].end() <= hit.end for hit in reading.term_hits):
        return
    purpose = _by_chinese()[said[0].lastgroup or "", said[0]["office"] or said[0]["school"]]
    units = list(_UNIT_EN.finditer(en))
    if len(units) != 1 or purpose.any_en.search(en):
        return
    for other in _purposes():
        if other is purpose or other.kind != purpose.kind or any(word in zh for word in other.zh):
            continue
        place = _is_for(units[0], other)
        if place is not None:
            message = f"“{said[0].group()}” is rendered as “{en[slice(*place)]}”, which is another one."
            yield Slip(*place, message, "warning")
            return


def _is_for(unit: re.Match[str], purpose: _Purpose) -> tuple[int, int] | None:
    """Return the stretch of an English office and what it is for, if that is the purpose."""
    for side in ("before", "behind"):
        found = unit[side] and purpose.en.search(unit.string, *unit.span(side))
        if found:
            return min(found.start(), unit.start("unit")), max(found.end(), unit.end("unit"))
    return None


@functools.cache
def _purposes() -> tuple[_Purpose, ...]:
    text = resources.files("vet_terms.checking").joinpath("tables/departments.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")][1:]
    return tuple(
        _Purpose(kind, listed(zh), _any_of(listed(en)), _any_of((*listed(en), *listed(also))))
        for kind, zh, en, also in rows
    )


def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(expression_of, forms)), re.IGNORECASE)


@functools.cache
def _by_chinese() -> dict[tuple[str, str], _Purpose]:
    return {(purpose.kind, word): purpose for purpose in _purposes() for word in purpose.zh}


@functools.cache
def _office_zh() -> re.Pattern[str]:
    """Return what finds an office or a school in Chinese; the group that matched says which it is."""
    parts = []
    for kind, units in _UNITS.items():
        words = sorted((word for each, word in _by_chinese() if each == kind), key=len, reverse=True)
        parts.append(f"(?P<{kind}>{'|'.join(words)}){_KINDS}(?:{units})")
    return re.compile("|".join(parts))
