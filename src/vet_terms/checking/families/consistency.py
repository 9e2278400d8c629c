"""Rules on units beside each other: one text in two translations, one term in two renderings.

What the units say of each other is found out in `vet_terms.checking.consistency`; here it is put in words and
weighed. Which of two forms is right is never decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vet_terms.checking.consistency.characters import character_fact, slips
from vet_terms.checking.consistency.majority import named, weight
from vet_terms.checking.consistency.quotes import other_quotes, quotes_fact
from vet_terms.checking.consistency.renderings import rendering_fact, two_renderings
from vet_terms.checking.consistency.segments import (
    one_source,
    one_target,
    other_than_approved,
    segment_fact,
)
from vet_terms.checking.consistency.spellings import spelling_fact, two_spellings
from vet_terms.checking.consistency.varieties import mixed, variety_fact
from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.consistency_examples import (
    CHARACTER_EXAMPLES,
    MEMORY_EXAMPLES,
    QUOTES_EXAMPLES,
    SOURCE_EXAMPLES,
    SPELLING_EXAMPLES,
    TARGET_EXAMPLES,
    TERM_EXAMPLES,
    VARIETY_EXAMPLES,
)
from vet_terms.checking.rule import DocumentCheck, Noted, Rule, finding
from vet_terms.language.scripts import count_han
from vet_terms.model import Finding, Severity, Span, TranslationUnit

_Found = Iterator[tuple[int, Finding]]
_LABELS = frozenset({"heading", "caption", "cell"})
"""Texts that name something: one name is enough."""
_LONG = 10
"""Characters of a text of more than a few words."""
_SURE = 2
"""So often another form must stand in the document before the one that deviates is called a slip."""


def _two_targets(noted: Sequence[Noted], context: Context) -> _Found:
    for each in one_source(noted):
        unit, others = each.unit.unit, named(each.others)
        usual = each.others[0].unit.en.strip()
        if each.difference == "wording":
            message = f"The same Chinese is rendered as “{usual}” in {others}."
        elif each.difference == "form":
            message = f"The same Chinese is “{usual}” in {others}: only case, marks or spaces differ."
        else:
            message = f"The same Chinese is “{usual}” in {others}: only small words or endings differ."
        is_sure = unit.kind in _LABELS or weight(each.others) >= _SURE or _is_long_repeat(unit, each.others)
        is_grave = each.difference == "wording" and not each.general and is_sure
        severity: Severity = "warning" if is_grave else "info"
        yield each.unit.position, finding(unit, TARGET.id, severity, message, suggestion=usual)


def _is_long_repeat(unit: TranslationUnit, others: Sequence[Noted]) -> bool:
    """Say whether a text of more than a few words stands in one document with another translation."""
    document = unit.places[0].document if unit.places else ""
    documents = {each.unit.places[0].document if each.unit.places else "" for each in others}
    return count_han(unit.zh) >= _LONG and document in documents


def _two_sources(noted: Sequence[Noted], context: Context) -> _Found:
    for each in one_target(noted):
        unit, others = each.unit.unit, named(each.others)
        if each.what:
            severity: Severity = "warning"
            message = (
                f"The same English stands for another Chinese in {others}, which differs in {each.what}: "
                f"“{each.here}” here, “{each.there}” there."
            )
        else:
            severity = "info"
            message = f"The same English stands for “{each.others[0].unit.zh.strip()}” in {others}."
        yield each.unit.position, finding(unit, SOURCE.id, severity, message)


def _slips(noted: Sequence[Noted], context: Context) -> _Found:
    for each in slips(noted):
        message = f"“{each.text}” may be a slip for “{each.word}”, as in {named(each.others)}."
        span = Span("source", each.start, each.start + len(each.text))
        yield each.unit.position, finding(each.unit.unit, CHARACTER.id, "warning", message, span)


def _two_renderings(noted: Sequence[Noted], context: Context) -> _Found:
    for each in two_renderings(noted):
        rendered = each.rendered
        message = f"“{rendered.zh}” is “{each.usual}” in {named(each.others)} and “{rendered.en}” here."
        severity: Severity = "warning" if each.apart and weight(each.others) >= _SURE else "info"
        span = Span("target", rendered.start, rendered.start + len(rendered.en))
        yield (
            each.unit.position,
            finding(each.unit.unit, TERM.id, severity, message, span, suggestion=each.usual),
        )


def _two_spellings(noted: Sequence[Noted], context: Context) -> _Found:
    for each in two_spellings(noted):
        here = each.unit.unit.en[each.spelt.start : each.spelt.end]
        message = f"“{here}” is written “{each.usual}” in {named(each.others)}."
        severity: Severity = "warning" if weight(each.others) >= _SURE else "info"
        span = Span("target", each.spelt.start, each.spelt.end)
        yield each.unit.position, finding(each.unit.unit, SPELLING.id, severity, message, span)


def _two_varieties(noted: Sequence[Noted], context: Context) -> _Found:
    for each in mixed(noted):
        words = ", ".join(f"“{word}”" for word in each.words)
        message = f"{words}: {each.rarer} spelling, beside {each.usual} spelling in {named(each.others)}."
        start = each.unit.unit.en.find(each.words[0])
        span = Span("target", start, start + len(each.words[0]))
        yield each.unit.position, finding(each.unit.unit, VARIETY.id, "info", message, span)


def _other_quotes(noted: Sequence[Noted], context: Context) -> _Found:
    for each in other_quotes(noted):
        usual = "curly" if each.kind == "straight" else "straight"
        message = (
            f"The quotes are {each.kind}; all but a few of the document, {each.usual} pairs, are {usual}."
        )
        span = Span("target", each.start, each.end)
        yield each.unit.position, finding(each.unit.unit, QUOTES.id, "warning", message, span)


def _check_memory(reading: Reading, context: Context) -> Iterable[Finding]:
    found = other_than_approved(reading, context)
    if found is None:
        return ()
    approved, difference = found
    only = {
        "form": ": only case, marks or spaces differ",
        "small words": ": only small words or endings differ",
        "wording": "",
    }[difference]
    message = f"The memory has an approved translation of this, “{approved}”{only}."
    severity: Severity = "warning" if difference == "wording" else "info"
    return (finding(reading.unit, MEMORY.id, severity, message, suggestion=approved),)


TARGET = Rule(
    id="consistency/target",
    severity="warning",
    summary="The same Chinese text has two English translations in the document.",
    explanation=(
        "Chinese texts are the same whatever their marks, spaces and case. The rarer translation is "
        "reported, or the later one. A warning where the usual one stands at least twice, in headings, "
        "captions and cells, and in texts of ten characters or more that one document has twice; a "
        "shorter text that stands once in each form is info, for its place may ask for another wording. "
        "Where only case, marks or spaces differ, or only small words and endings, it is info; so are "
        "texts of less than four characters (是, 目录)."
    ),
    bad=TARGET_EXAMPLES.bad,
    good=TARGET_EXAMPLES.good,
    over_document=DocumentCheck(segment_fact, _two_targets),
)

SOURCE = Rule(
    id="consistency/source",
    severity="warning",
    summary="The same English text stands for two different Chinese texts in the document.",
    explanation=(
        "A warning where the two Chinese texts differ in little that matters: a number, a negation, a word "
        "of which the English has only the other meaning, or a single character, which is then likely a "
        "slip on the Chinese side. Other differences are info: Chinese has many words for what English "
        "says in one."
    ),
    bad=SOURCE_EXAMPLES.bad,
    good=SOURCE_EXAMPLES.good,
    over_document=DocumentCheck(segment_fact, _two_sources),
)

CHARACTER = Rule(
    id="consistency/character",
    severity="warning",
    summary="A Chinese word that recurs in the document stands here with one character changed.",
    explanation=(
        "Reported is a stretch of three characters that no dictionary has and that stands in one unit "
        "only, where the document has the dictionary's word with one other character, in the middle or of "
        "the same sound, at least twice and beside the same two characters. Numbers and grammatical words "
        "never count."
    ),
    bad=CHARACTER_EXAMPLES.bad,
    good=CHARACTER_EXAMPLES.good,
    over_document=DocumentCheck(character_fact, _slips),
)

TERM = Rule(
    id="consistency/term",
    severity="warning",
    summary="A quoted term or a title is rendered in two ways in the document.",
    explanation=(
        "Only terms in quotation marks and titles in 《》 are compared, where it is certain which English "
        "in quotes answers them, and only by their words: inflection, articles, case and order do not "
        "count. A warning where each rendering has a word that the other lacks and the usual one stands at "
        "least twice; else info. What the glossary admits side by side is not reported."
    ),
    bad=TERM_EXAMPLES.bad,
    good=TERM_EXAMPLES.good,
    over_document=DocumentCheck(rendering_fact, _two_renderings),
)

SPELLING = Rule(
    id="consistency/spelling",
    severity="warning",
    summary="An English name or word is spelt in two ways in the document.",
    explanation=(
        "Names are runs of capitalised words: compared are their dashes, hyphens, spaces, & and and, and "
        "capitals. Of words those are compared that some set off with a hyphen (post-doctoral, "
        "postdoctoral). The rarer form is reported: a warning if the other stands at least twice, else "
        "info. Headings in capitals, beginnings of sentences and compounds that are hyphened before a noun "
        "only are left alone."
    ),
    bad=SPELLING_EXAMPLES.bad,
    good=SPELLING_EXAMPLES.good,
    over_document=DocumentCheck(spelling_fact, _two_spellings),
)

VARIETY = Rule(
    id="consistency/variety",
    severity="info",
    summary="British and American spelling stand side by side in the document.",
    explanation=(
        "Words that the two spell otherwise (centre, programme, enrolment, organise) are counted; the "
        "units of the rarer variety are named. Never more than info, and capitalised words, which names "
        "are made of, do not count."
    ),
    bad=VARIETY_EXAMPLES.bad,
    good=VARIETY_EXAMPLES.good,
    over_document=DocumentCheck(variety_fact, _two_varieties),
)

QUOTES = Rule(
    id="consistency/quotes",
    severity="warning",
    summary="The quotes are straight where those of the document are curly, or the reverse.",
    explanation=(
        "A document of which at least eight pairs are of one kind, and at most one in ten of the other, has "
        "its kind. Inches, code and texts with Chinese in them do not count."
    ),
    bad=QUOTES_EXAMPLES.bad,
    good=QUOTES_EXAMPLES.good,
    over_document=DocumentCheck(quotes_fact, _other_quotes),
)

MEMORY = Rule(
    id="consistency/memory",
    severity="warning",
    summary="The memory has another approved translation of the same Chinese text.",
    explanation=(
        "Only units that a person approved count, and only whole texts that are the same but for width, "
        "case, script and spaces. Where the memory approves of several translations, any of them will do. "
        "Differences in case, marks, spaces, small words or endings alone are info."
    ),
    bad=MEMORY_EXAMPLES.bad,
    good=MEMORY_EXAMPLES.good,
    check=_check_memory,
)

RULES: tuple[Rule, ...] = (TARGET, SOURCE, CHARACTER, TERM, SPELLING, VARIETY, QUOTES, MEMORY)
