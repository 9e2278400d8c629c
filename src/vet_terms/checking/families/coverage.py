"""Rules on what one side says and the other does not: clauses, length, negation, direction.

What is missing is told by several signs at once. A free translation that says the same in other words, leaves
out a filler or draws parallel phrases together is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.coverage_denials import NEGATION
from vet_terms.checking.families.coverage_examples import (
    ADDITION_EXAMPLES,
    DIRECTION_EXAMPLES,
    LENGTH_EXAMPLES,
    OMISSION_EXAMPLES,
)
from vet_terms.checking.families.coverage_words import ADDED_WORD, WORD, words_added
from vet_terms.checking.rule import DocumentCheck, Noted, Rule, finding
from vet_terms.model import Finding, Severity, Side, Span

if TYPE_CHECKING:
    from vet_terms.checking.counterparts.unanswered import Suspicion

EXTREME = 4.5
"""Standard deviations from which on a length is no translation's."""
_REMARKABLE = 3.5
_DIGIT = re.compile(r"\d[\d.]*(?!\d*年)")
_DENIES_ZH, _ONLY = re.compile("[不未无没]"), re.compile(r"\bonly\b", re.IGNORECASE)
_STOPS = frozenset({"", ".", "!", "?"})
_OWN_SUBJECT = re.compile(
    r"(?:and|but|while|although|though|because)\s+"
    r"(?:the|its|their|his|her|our|an?|many|some|all|most|both|several|few|every|each|no|these|those|more|two|three)\b"
)
_CLAUSE, _SAYING = re.compile("[，。；！？、：“”]"), 4
_FILE = re.compile(r"\S\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|zip|rar|jpe?g|png|mp[34])\b", re.IGNORECASE)
_LONGEST = 2000
_SHORTEST = 12
"""Characters from which on the length of the English tells anything."""


def _note_omission(reading: Reading, context: Context) -> object | None:
    from vet_terms.checking.counterparts.skipped import skipped_clauses
    from vet_terms.checking.counterparts.unanswered import suspicious_in_chinese

    found = suspicious_in_chinese(reading.zh, reading.en, lambda: reading.contents)
    skipped = skipped_clauses(reading.zh, reading.en, reading.chinese_words, lambda: reading.contents)
    return (found, skipped) if (found or skipped) and reading.strayed_length > -EXTREME else None


def _note_addition(reading: Reading, context: Context) -> object | None:
    from vet_terms.checking.counterparts.added_items import added_items
    from vet_terms.checking.counterparts.unanswered import suspicious_in_english

    if not reading.zh or not reading.en or reading.strayed_length >= EXTREME:
        return None
    found = suspicious_in_english(reading.zh, reading.en, lambda: reading.contents)
    if found:
        return found, (), ()
    words = reading.chinese_words
    items = added_items(reading.zh, reading.en, words, reading.contents)
    told = [*words_added(reading, context)] if items else []
    items = tuple(
        each for each in items if all(slip.end <= each.joined or each.end <= slip.start for slip in told)
    )
    return ((), items, words) if items else None


def _conclude_omissions(noted: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    suspected = [(each, suspicion) for each in noted for suspicion in each.fact[0]]
    told = set()
    for position, found in _conclude("source", suspected, context):
        told.add(position)
        yield position, found
    yield from _left_out_of_series([each for each in noted if each.position not in told], context)


def _left_out_of_series(noted: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    from vet_terms.checking.counterparts.skipped import are_left_out

    suspected = [(each, skipped) for each in noted for skipped in each.fact[1]] if context.vectors else []
    left_out = are_left_out([(each.unit.zh, each.unit.en, skipped) for each, skipped in suspected])
    for (each, skipped), is_left_out in zip(suspected, left_out, strict=True):
        if is_left_out:
            clause = each.unit.zh[skipped.start : skipped.end]
            message = f"The English says nothing of “{clause.strip()}”."
            span = Span("source", skipped.start, skipped.end)
            yield each.position, finding(each.unit, OMISSION.id, "warning", message, span)


def _conclude_additions(noted: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    suspected = [(each, suspicion) for each in noted for suspicion in each.fact[0]]
    yield from _conclude("target", suspected, context)
    yield from _items_added(noted, context)


def _items_added(noted: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    from vet_terms.checking.counterparts.added_items import are_added

    suspected = [(each, item) for each in noted for item in each.fact[1]] if context.vectors else []
    texts = [(each.unit.zh, each.unit.en, each.fact[2], item) for each, item in suspected]
    for (each, item), is_added in zip(suspected, are_added(texts), strict=True):
        if is_added:
            message = f"The Chinese says nothing of “{each.unit.en[item.start : item.end]}”."
            span = Span("target", item.start, item.end)
            yield each.position, finding(each.unit, ADDITION.id, "warning", message, span)


def _conclude(
    side: Side, suspected: Sequence[tuple[Noted, Suspicion]], context: Context
) -> Iterator[tuple[int, Finding]]:
    from vet_terms.checking.counterparts.weighing import sureness

    rule, other = (OMISSION, "English") if side == "source" else (ADDITION, "Chinese")
    texts = [
        (each.unit.zh, each.unit.en, suspicion)
        if side == "source"
        else (each.unit.en, each.unit.zh, suspicion)
        for each, suspicion in suspected
    ]
    sure = sureness(side, texts, vectors=context.vectors)
    for (each, suspicion), (text, _, _), how_sure in zip(suspected, texts, sure, strict=True):
        if how_sure is None:
            continue
        clause = text[suspicion.start : suspicion.end].strip()
        start = text.index(clause, suspicion.start)
        is_own = side == "source" or _says_something_of_its_own(text, start, start + len(clause))
        is_grave = how_sure == "certain" or (how_sure == "sure" and is_own)
        severity: Severity = "warning" if is_grave else "info"
        nothing = "seems to say nothing" if how_sure == "likely" else "says nothing"
        yield (
            each.position,
            finding(
                each.unit, rule.id, severity, f"The {other} {nothing} of “{clause}”.",
                Span(side, start, start + len(clause)),
            ),
        )  # fmt: skip


def _says_something_of_its_own(text: str, start: int, end: int) -> bool:
    """Return whether a stretch is a sentence, or a clause with a subject; others explain what is said."""
    if _OWN_SUBJECT.match(text, start):
        return True
    return text[:start].rstrip(' "”’)')[-1:] in _STOPS and text[end : end + 1] in _STOPS


def _check_length(reading: Reading, context: Context) -> Iterable[Finding]:
    from vet_terms.checking.counterparts.lengths import chinese_size, english_size

    strayed = reading.strayed_length
    if abs(strayed) < _REMARKABLE or chinese_size(reading.zh) < _SHORTEST or _FILE.search(reading.en):
        return ()
    words = english_size(reading.en)
    how = "short" if strayed < 0 else "long"
    message = (
        f"The English is too {how} for the Chinese: {words} {'word' if words == 1 else 'words'} "
        f"for {len(reading.zh.strip())} characters."
    )
    severity: Severity = "warning" if abs(strayed) >= EXTREME else "info"
    return (finding(reading.unit, LENGTH.id, severity, message),)


def _check_direction(reading: Reading, context: Context) -> Iterable[Finding]:
    from vet_terms.checking.counterparts.contraries import are_turned_twice, contraries
    from vet_terms.checking.counterparts.opposites import (
        inverted,
        lost_way,
        lowered_for_raised,
        verb_of_the_other_way,
    )

    if not reading.en:
        return ()
    words = reading.chinese_words
    # 不合格者不予毕业: only those who pass may graduate.
    if len(_DENIES_ZH.findall(reading.zh)) > 1 and _ONLY.search(reading.en):
        return ()
    told = [*inverted(reading.zh, reading.en, words), *contraries(reading.zh, reading.en, words)]
    # What a number does is for meaning/change to say.
    if not told and not _DIGIT.search(reading.zh) and (way := lost_way(reading.zh, reading.en)):
        told = [way]
    if not told and (way := verb_of_the_other_way(reading.zh, reading.en)):
        told = [way]
    if not told and "提" in reading.zh and (way := lowered_for_raised(reading.zh, reading.en)):
        told = [way]
    if not told:
        return _turned_comparison(reading)
    if are_turned_twice(reading.en, told):
        return ()
    found = told[0]
    message = f"“{found.zh}” is rendered as “{found.en}”, which means something else."
    return (finding(reading.unit, DIRECTION.id, "warning", message, found.en_span),)


def _turned_comparison(reading: Reading) -> Iterable[Finding]:
    from vet_terms.checking.counterparts.comparisons import turned_comparison
    from vet_terms.checking.counterparts.pronouns import other_sex

    if sex := other_sex(reading.zh, reading.en):
        message = f"“{sex[0]}” is rendered as “{sex[1].group()}”."
        return (finding(reading.unit, DIRECTION.id, "warning", message, Span("target", *sex[1].span())),)
    turned = turned_comparison(reading.zh, reading.en)
    if turned is None:
        return _compared_the_other_way(reading)
    said, there = turned
    message = f"“{said}” is rendered as “{there.group()}”, the other way round."
    return (finding(reading.unit, DIRECTION.id, "warning", message, Span("target", *there.span())),)


def _compared_the_other_way(reading: Reading) -> Iterable[Finding]:
    from vet_terms.checking.counterparts.compared import compared_the_other_way

    compared = compared_the_other_way(reading.zh, reading.en, lambda: reading.chinese_words)
    if compared is None:
        return ()
    said, place = compared
    message = f"“{said}” is told the other way round with “{reading.en[slice(*place)]}”."
    return (finding(reading.unit, DIRECTION.id, "warning", message, Span("target", *place)),)


OMISSION = Rule(
    id="coverage/omission",
    severity="warning",
    summary="A clause of the Chinese has no counterpart in the English.",
    explanation=(
        "A clause between two marks is reported where the dictionary finds nearly none of its words in the "
        "English, the English is short for the whole but not without the clause, and sentence vectors say "
        "that the rest is closer to the English than the whole and that no part of the English is like the "
        "clause. Where that is likely but not sure it is info. In a series of three clauses and more one is "
        "missing also where the English goes from the words of its neighbours straight on. Without vectors "
        "only what the dictionary is very sure of is reported, and so it is beyond the 200 most suspicious "
        "clauses of a run. Clauses "
        "of fewer than three words, fillers (据了解, 与此同时), parallel phrases drawn together and what "
        "is said freely in other words are not reported, nor single words left out."
    ),
    bad=OMISSION_EXAMPLES.bad,
    good=OMISSION_EXAMPLES.good,
    over_document=DocumentCheck(_note_omission, _conclude_omissions),
)

ADDITION = Rule(
    id="coverage/addition",
    severity="warning",
    summary="A sentence or a clause of the English has no counterpart in the Chinese.",
    explanation=(
        "The reverse of coverage/omission, told in the same way: little of the clause is in the "
        "dictionary's meanings of the Chinese, the English is long, and sentence vectors agree. A "
        "sentence, and a clause with a subject of its own at the end of one, is a warning; other clauses are "
        "info: they may explain something to readers abroad. An item of a list, and what stands behind and "
        "or with, is reported where no Chinese word can mean it and each is answered by the rest."
    ),
    bad=ADDITION_EXAMPLES.bad,
    good=ADDITION_EXAMPLES.good,
    over_document=DocumentCheck(_note_addition, _conclude_additions),
)

LENGTH = Rule(
    id="coverage/length",
    severity="warning",
    summary="The English is far too short or too long for the Chinese.",
    explanation=(
        "Human translations have about 0.6 English words for a Chinese character; the shorter a text, the "
        "more they differ. Reported is a length 4.5 standard deviations away from that (info from 3.5). "
        "Acronyms stand for several words, names in brackets are not counted, and texts of less than "
        "twelve characters (headings, cells, names) are left alone."
    ),
    bad=LENGTH_EXAMPLES.bad,
    good=LENGTH_EXAMPLES.good,
    check=_check_length,
)

DIRECTION = Rule(
    id="coverage/direction",
    severity="warning",
    summary="The English says the opposite of a Chinese word, or another of its kind.",
    explanation=(
        "A table of general words and their opposites: 上升 and decline, 东部 and western, 必修 and "
        "elective, 甲方 and Party B, 市政府 and provincial. Reported is a word whose English says the "
        "opposite and nowhere the same. Where either side has both, or the Chinese denies the word or has "
        "another that the opposite may come from, nothing is. Beyond the table the dictionary tells: an "
        "English word that no Chinese one can mean, where one means its contrary or another of "
        "its kind (焊工 and carpenter) and the English has it nowhere. Comparisons turned round are told "
        "too: 西部低于东部 as “higher in the west than in the east”."
    ),
    bad=DIRECTION_EXAMPLES.bad,
    good=DIRECTION_EXAMPLES.good,
    check=_check_direction,
)

RULES: tuple[Rule, ...] = (OMISSION, ADDITION, LENGTH, NEGATION, DIRECTION, WORD, ADDED_WORD)
