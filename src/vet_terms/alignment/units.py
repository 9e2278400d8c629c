"""Beads to translation units: texts joined, list marks agreed on, repeated units made one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vet_terms.alignment.beads import Bead
from vet_terms.alignment.groups import Group
from vet_terms.language.marks import mark_value
from vet_terms.language.scripts import comparable
from vet_terms.model import Role, Segment, TranslationUnit


def unit_of(bead: Bead, group: Group) -> TranslationUnit:
    """Return the translation unit of a bead that has both sides.

    An enumerator stays only where both sides carry one of the same value: "1." on one side alone
    is layout, and no translation of the other, and so is a bullet. The place is where the Chinese begins.
    """
    zh = group.zh[bead.zh_start : bead.zh_start + bead.zh_count]
    en = group.en[bead.en_start : bead.en_start + bead.en_count]
    shared = ({mark_value(each.mark) for each in zh} & {mark_value(each.mark) for each in en}) - {0}
    return TranslationUnit(
        zh=_joined_chinese([_text(segment, shared) for segment in zh]),
        en=" ".join(_text(segment, shared) for segment in en),
        score=confidence(bead),
        kind=zh[0].role,
        places=(zh[0].place,),
    )


def _text(segment: Segment, kept_marks: set[int]) -> str:
    return (segment.mark if mark_value(segment.mark) in kept_marks else "") + segment.text


def confidence(bead: Bead) -> float:
    """Return from 0 to 1 how sure a pair is: its score over that of no pair, through a logistic curve."""
    return round(1 / (1 + math.exp(-6 * bead.score / (bead.size / 2))), 2)


def merge_repeated(units: Iterable[TranslationUnit]) -> tuple[TranslationUnit, ...]:
    """Return the units with those of the same texts made one that keeps all places, in order.

    Texts count as the same when they differ in spaces alone. The best score is kept.
    """
    merged: dict[tuple[str, str], TranslationUnit] = {}
    for unit in units:
        key = (comparable(unit.zh).replace(" ", ""), " ".join(unit.en.split()))
        first = merged.get(key)
        if first is None:
            merged[key] = unit
        else:
            merged[key] = replace(
                first,
                score=max(first.score, unit.score),
                kind=first.kind if first.kind == unit.kind else _likelier_kind(first, unit),
                places=tuple(dict.fromkeys([*first.places, *unit.places])),
            )
    return tuple(merged.values())


def _likelier_kind(first: TranslationUnit, second: TranslationUnit) -> Role:
    return "heading" if "heading" in {first.kind, second.kind} else first.kind


def _joined_chinese(texts: Sequence[str]) -> str:
    whole = texts[0]
    for text in texts[1:]:
        latin_meets_latin = whole[-1:].isascii() and whole[-1:].isalnum() and text[:1].isascii()
        whole += (" " if latin_meets_latin else "") + text
    return whole
