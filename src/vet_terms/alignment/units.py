"""Beads to translation units: texts joined, list marks agreed on, repeated units made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vet_terms.alignment.result import Row
from vet_terms.language.marks import mark_value
from vet_terms.language.scripts import comparable
from vet_terms.model import Role, Segment, TranslationUnit


def unit_of(row: Row) -> TranslationUnit:
    """Return the translation unit of a row that has both sides.

    An enumerator stays only where both sides carry one of the same value: "1." on one side alone
    is layout, and no translation of the other, and so is a bullet. The place is where the Chinese begins.
    """
    zh, en = row.zh, row.en
    shared = ({mark_value(each.mark) for each in zh} & {mark_value(each.mark) for each in en}) - {0}
    return TranslationUnit(
        zh=_joined_chinese([_text(segment, shared) for segment in zh]),
        en=" ".join(_text(segment, shared) for segment in en),
        score=row.score,
        status=row.status,
        kind=zh[0].role,
        places=(zh[0].place,),
    )


def _text(segment: Segment, kept_marks: set[int]) -> str:
    return (segment.mark if mark_value(segment.mark) in kept_marks else "") + segment.text


def merge_repeated(units: Iterable[TranslationUnit]) -> tuple[TranslationUnit, ...]:
    """Return the units with those of the same texts made one that keeps all places, in order.

    Texts count as the same when they differ in spaces alone. The best score is kept, and of a unit that a
    person edited the text and the status.
    """
    merged: dict[tuple[str, str], TranslationUnit] = {}
    for unit in units:
        key = same_texts(unit)
        first = merged.get(key)
        if first is None:
            merged[key] = unit
        else:
            merged[key] = replace(
                unit if unit.status == "edited" and first.status != "edited" else first,
                score=max(first.score, unit.score),
                kind=first.kind if first.kind == unit.kind else _likelier_kind(first, unit),
                places=tuple(dict.fromkeys([*first.places, *unit.places])),
            )
    return tuple(merged.values())


def same_texts(unit: TranslationUnit) -> tuple[str, str]:
    """Return what the two texts of a unit are told apart by: spaces do not count."""
    return comparable(unit.zh).replace(" ", ""), " ".join(unit.en.split())


def _likelier_kind(first: TranslationUnit, second: TranslationUnit) -> Role:
    return "heading" if "heading" in {first.kind, second.kind} else first.kind


def _joined_chinese(texts: Sequence[str]) -> str:
    whole = texts[0]
    for text in texts[1:]:
        latin_meets_latin = whole[-1:].isascii() and whole[-1:].isalnum() and text[:1].isascii()
        whole += (" " if latin_meets_latin else "") + text
    return whole
