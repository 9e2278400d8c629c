"""The rule on denials: what one side denies and the other does not.

First the slips of two denials, each of which a pattern of both sides tells; then a sure denial of one side
held against a side with nothing at all that may deny.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.coverage_examples import NEGATION_EXAMPLES
from vet_terms.checking.rule import Rule, finding
from vet_terms.model import Finding, Side, Span

_CLAUSE, _SAYING = re.compile("[，。；！？、：“”]"), 4
_BEFORE_ZH = re.compile("(?<![目提面向])前(?![景往去列沿进途所期]|提(?![出交供前醒升示请]))")
_LONGEST = 2000
_FORBIDS = "forbids"


def _check_negation(reading: Reading, context: Context) -> Iterable[Finding]:
    from vet_terms.checking.counterparts import denials_of_two as of_two

    zh, en = reading.zh, reading.en
    if not zh.strip() or not en.strip():
        return ()
    if given := of_two.leave_for_none(zh, en):
        return _denied(reading, given, "target", "The Chinese says “without”; the English says “{}”.")
    if sure := of_two.sure_for_unsure(zh, en):
        return _denied(reading, sure, "target", "The Chinese leaves it open; the English says “{}”.")
    if unless := of_two.denied_once(zh, en):
        return _denied(reading, unless, "source", "The Chinese denies twice (“{}”); the English once.")
    if absent := of_two.absent_for_never(zh, en):
        return _denied(reading, absent, "target", "The Chinese says “never”; the English says “{}”.")
    if (
        lost := of_two.lost_but_for(zh, en)
        or of_two.who_do_for_who_do_not(zh, en)
        or of_two.lost_not_but(zh, en)
        or of_two.some_for_none(zh, en)
    ):
        return _denied(reading, lost, "source", "The Chinese denies (“{}”); the English does not.")
    forbidden = of_two.lost_prohibition(zh, en)
    if forbidden == "kept":
        return ()
    if forbidden:
        return _denied(
            reading, forbidden, "source", "The Chinese forbids (“{}”); the English allows.", _FORBIDS
        )
    if done := of_two.allowed_before(zh, en):
        message = "The Chinese forbids (“{}”); the English says to do it before."
        return _denied(reading, done, "source", message, _FORBIDS)
    if avoided := of_two.lost_avoidance(zh, en):
        return _denied(reading, avoided, "source", "Nothing in the English says “{}”.")
    if none := of_two.none_for_not_all(zh, en):
        return _denied(reading, none, "target", "The Chinese says “not all”; the English says “{}”.")
    if lost := of_two.one_of_two_lost(zh, en):
        return _denied(
            reading, lost, "source", "The Chinese denies in both clauses (“{}”); the English in one."
        )
    return _lost(reading)


def _denied(
    reading: Reading, match: re.Match[str], side: Side, message: str, group: str | int = 0
) -> tuple[Finding, ...]:
    span = Span(side, *match.span(group))
    return (finding(reading.unit, NEGATION.id, "warning", message.format(match[group]), span),)


def _lost(reading: Reading) -> Iterable[Finding]:
    """Return a finding on a denial of the Chinese that the English has not, else on one that it adds."""
    from vet_terms.checking.counterparts.denials_of_two import is_said_of_all
    from vet_terms.checking.counterparts.denied_words import denied_word, is_said_in_other_words
    from vet_terms.checking.counterparts.negation import maybe_in_english, sure_in_chinese, without_failing
    from vet_terms.checking.counterparts.opposites import is_said_by_its_opposite

    zh, en = reading.zh, reading.en
    # Signs have words of their own: 油漆未干，请勿触摸 is "Wet paint".
    lost = None
    if en.count(" ") > 1:
        said, _ = without_failing(zh, en)
        lost = sure_in_chinese(said) or denied_word(said, en, reading.chinese_words)
    if lost is None:
        return _added(reading)
    if is_said_of_all(zh, en) and not _is_said(reading, lost.end()):
        return ()
    is_first = "从" in lost.group() and re.search(r"\bfirst\b", en) is not None
    if (
        is_first
        or maybe_in_english(en, _own_meanings(reading))
        or _is_unanswered(reading, lost.start())
        or is_said_in_other_words(lost, reading.chinese_words, reading.contents.zh)
        or is_said_by_its_opposite(zh, en, reading.chinese_words, lost.end())
    ):
        return ()
    return _denied(reading, lost, "source", "The Chinese denies (“{}”); the English does not.")


def _own_meanings(reading: Reading) -> Container[str]:
    """Return what the Chinese words mean, with the 前 of 操作前, which English says with "before".

    逾期未缴 as "late payments" says the denial.
    """
    meant = set(reading.contents.in_chinese)
    if "逾期" in reading.zh:
        meant.discard("late")
    if _BEFORE_ZH.search(reading.zh):
        meant.add("befor")
    return meant


def _added(reading: Reading) -> Iterable[Finding]:
    from vet_terms.checking.counterparts.denying_prefixes import prefixed_denial
    from vet_terms.checking.counterparts.negation import (
        denies_twice,
        maybe_in_chinese,
        sure_in_english,
        without_failing,
    )

    zh, en = reading.zh, reading.en
    added = sure_in_english(en)
    if added is None:
        if len(en) <= _LONGEST:
            said = tuple(word for _, word in reading.chinese_words)
            added = prefixed_denial(zh, en, reading.contents.zh, said)
    else:
        rest_zh, rest_en = without_failing(zh, en)
        if maybe_in_chinese(rest_zh) or denies_twice(rest_en) or _has_a_saying(zh):
            return ()
    if added is None:
        return ()
    return _denied(reading, added, "target", "The English denies (“{}”); the Chinese does not.")


def _has_a_saying(zh: str) -> bool:
    """Return whether a clause is a saying or a verse as a whole, which English says in its own way."""
    from vet_terms.language.lexicon import is_known

    return any(len(clause) >= _SAYING and is_known(clause) for clause in _CLAUSE.split(zh))


def _is_said(reading: Reading, position: int) -> bool:
    """Return whether the English has the Chinese word that begins at a position: 从未承认 as "admitted"."""
    return any(
        at == position and any(not key.startswith("sound:") for key in keys)
        for at, keys in reading.contents.zh
    )


def _is_unanswered(reading: Reading, position: int) -> bool:
    """Return whether the whole clause at a position is left out, which is another matter."""
    from vet_terms.checking.counterparts.answers import chinese_clauses, chinese_stretches

    clauses = chinese_clauses(chinese_stretches(reading.zh), reading.contents)
    # Of 绝不外泄 one word is left beside the denial, which English always says.
    fewest = 1 + reading.zh.startswith(("绝不", "决不", "永不"), position)
    return len(clauses) > 1 and any(
        clause.start <= position < clause.end and clause.words > fewest and not clause.answered
        for clause in clauses
    )


NEGATION = Rule(
    id="coverage/negation",
    severity="warning",
    summary="One side denies and the other does not.",
    explanation=(
        "A Chinese text that surely denies (不得, 未, 没有, 无法, 严禁…) needs something in the English "
        "that may deny: not, no, never, without, un-, -less, fail, lack, prohibit…; and the reverse. 不断, "
        "不仅, 不同, 不少, 无论, 不超过 and the like are no negations, nor are “not only” and “no later "
        "than”. Sentences with several negations of which one is lost are not judged. Reported besides are "
        "未必 as “certainly”, 未经同意 as “with the consent”, and any word that the Chinese denies and the "
        "English has, where nothing in the English may deny."
    ),
    bad=NEGATION_EXAMPLES.bad,
    good=NEGATION_EXAMPLES.good,
    check=_check_negation,
)
