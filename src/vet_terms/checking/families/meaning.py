"""Rules on meaning turned round: numbers that change, parties, lists, conditions, modal words, deadlines.

Each looks for one slip that leaves a fluent sentence, and only where the dictionary or a closed list of words
leaves no other reading. Freer turns of phrase are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.meaning_examples import (
    AMOUNT_EXAMPLES,
    CHANGE_EXAMPLES,
    COMPARATIVE_EXAMPLES,
    CONDITION_EXAMPLES,
    DEADLINE_EXAMPLES,
    LIST_EXAMPLES,
    MODALITY_EXAMPLES,
    RANK_EXAMPLES,
    SWAPPED_EXAMPLES,
)
from vet_terms.checking.rule import Rule, finding
from vet_terms.checking.slips import Slip, reporting
from vet_terms.model import Finding, Span


def _changes(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.changes import differing_changes
    from vet_terms.checking.counterparts.opposites import inverted

    for each in differing_changes(reading.zh, reading.en):
        # A way that is wrong in the whole text is said of its words.
        if each.what == "order" or (
            each.what == "way" and not any(inverted(reading.zh, reading.en, reading.chinese_words))
        ):
            zh, en = reading.zh[each.zh.start : each.zh.end], reading.en[each.en.start : each.en.end]
            yield Slip(each.en.start, each.en.end, f"“{zh}” is rendered as “{en}”, the other way round.")


def _amounts(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.changes import differing_changes

    for each in differing_changes(reading.zh, reading.en):
        if each.what == "extent":
            zh, en = reading.zh[each.zh.start : each.zh.end], reading.en[each.en.start : each.en.end]
            how = (
                "says what is reached, the target by how much"
                if each.zh.extent == "to"
                else "says by how much, the target what is reached"
            )
            yield Slip(each.en.start, each.en.end, f"“{zh}” {how}: “{en}”.")


def _swaps(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.exchanges import exchanges

    for start, end, message in exchanges(reading.zh, reading.en, lambda: reading.chinese_words):
        yield Slip(start, end, message)


def _check_list(reading: Reading, context: Context) -> Iterator[Finding]:
    from vet_terms.checking.counterparts.lists import left_out, second_left_out, summand_left_out
    from vet_terms.checking.counterparts.shared_out import both_of_a_pair

    both = reading.zh, reading.en, lambda: reading.chinese_words
    found = left_out(*both) if "、" in reading.zh else None
    found = found or second_left_out(*both)
    if found:
        message = f"“{found.item}” is an item of the list that the English leaves out."
        yield finding(reading.unit, LIST.id, "warning", message, Span("source", found.start, found.end))
        return
    several = summand_left_out(reading.zh, reading.en) if "+" in reading.zh else None
    if several:
        message = f"The English has fewer than “{several.item}”."
        yield finding(reading.unit, LIST.id, "warning", message, Span("source", several.start, several.end))
        return
    pair = both_of_a_pair(reading.zh, reading.en)
    if pair:
        message = f"Of “{pair.group()}” the English has one alone."
        yield finding(reading.unit, LIST.id, "warning", message, Span("source", *pair.span()))


def _check_condition(reading: Reading, context: Context) -> Iterator[Finding]:
    from vet_terms.checking.counterparts.conditions import dropped_condition
    from vet_terms.checking.counterparts.connectives import turned_connective

    found = dropped_condition(reading.zh, reading.en, lambda: reading.contents)
    if found:
        message = f"The English says nothing of the condition “{found.group()}”."
        yield finding(reading.unit, CONDITION.id, "warning", message, Span("source", *found.span()))
        return
    turned = turned_connective(reading.zh, reading.en)
    if turned:
        said, there = turned
        message = f"“{said}” is rendered as “{there.group()}”, which means something else."
        yield finding(reading.unit, CONDITION.id, "warning", message, Span("target", *there.span()))


def _modality(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.modality import exchanged_modality

    found = exchanged_modality(reading.zh, reading.en)
    if found:
        said, contradicts = found
        yield Slip(*contradicts.span(), f"“{said}” is rendered as “{contradicts.group()}”.")


def _deadlines(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.deadlines import (
        begun_for_done,
        one_way_for_two,
        turned_deadline,
        turned_event,
    )

    both = reading.zh, reading.en
    found = turned_deadline(*both) or turned_event(*both) or begun_for_done(*both) or one_way_for_two(*both)
    if found:
        there = reading.en[found.start : found.end].strip()
        yield Slip(found.start, found.end, f"“{found.zh}” is rendered with “{there}”.")


def _ranks(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.ranks import other_grade, other_medals, promoted_deputy

    found = promoted_deputy(reading.zh, reading.en)
    if found:
        said, head = found
        yield Slip(*head.span(), f"“{said}” is rendered as “{head.group()}”, without vice or deputy.")
    elif other := other_grade(reading.zh, reading.en) or other_medals(reading.zh, reading.en):
        prize, there = other
        yield Slip(*there.span(), f"“{prize}” is rendered as “{there.group()}”.")


_SHORT = (
    "better|worse|easier|harder|faster|slower|higher|lower|larger|bigger|smaller|greater|stronger|weaker"
    "|longer|shorter"
    "|wider|deeper|cheaper|older|younger|newer|earlier|later|sooner|nearer|closer|richer|poorer|simpler"
    "|safer|cleaner"
    "|clearer|happier|busier|healthier|heavier|lighter|warmer|colder|smarter|tighter|broader|finer|nicer"
)
_SUPERLATIVES = (
    "best|worst|easiest|hardest|fastest|slowest|highest|lowest|largest|biggest|smallest|greatest|strongest"
    "|weakest"
    "|longest|shortest|widest|deepest|cheapest|oldest|youngest|newest|earliest|latest|nearest|closest"
    "|richest|poorest"
    "|simplest|safest|cleanest|clearest|happiest|busiest|healthiest|heaviest|lightest|finest"
)
_DOUBLED = re.compile(
    rf"(?:\b(?:an?|much|even|far|it)\s+(?P<before>(?:more|less)\s+(?:{_SHORT}))\b(?!-)"
    rf"|(?<!there )\b(?:is|are|was|were|be|been|become|becomes|became|becoming|getting?|gets|got)\s+"
    rf"(?P<after>(?:more|less)\s+(?:{_SHORT}))(?=\s+(?:to|than|for|in|if|when|by|at|on|after|since)\b"
    rf"|\s*[.,;!?]|$)"
    rf"|\bthe\s+(?P<most>(?:most|least)\s+(?:{_SUPERLATIVES}))\b(?!-))",
    re.IGNORECASE,
)


def _comparatives(reading: Reading, context: Context) -> Iterator[Slip]:
    if "more " not in reading.en and "less " not in reading.en and "st " not in reading.en:
        return
    for match in _DOUBLED.finditer(reading.en):
        which = match.lastgroup or "most"
        doubled = match[which]
        what = "superlative" if which == "most" else "comparative"
        yield Slip(*match.span(which), f"“{doubled}” is a doubled {what}.", suggestion=doubled.split()[1])


CHANGE = Rule(
    id="meaning/change",
    severity="warning",
    summary="A number goes up in one text and down in the other, or a change is told backwards.",
    explanation=(
        "A number is read with the verb that governs it: 降至71% and “rose to 71%”, 增长12% and “a 12% "
        "drop”; "
        "从A到B is held against “from B to A”. Where a clause has words of both directions (降幅扩大, “the "
        "decline grew”), or a side says the number twice, nothing is reported."
    ),
    bad=CHANGE_EXAMPLES.bad,
    good=CHANGE_EXAMPLES.good,
    check=reporting("meaning/change", "target", _changes),
)

AMOUNT = Rule(
    id="meaning/amount",
    severity="warning",
    summary="The source says to what a number changed and the target by how much, or the reverse.",
    explanation=(
        "增至800万 and 提高到65% say what is reached: “to”; 增加了20人 and 提高5个百分点 say how much: "
        "“by”. Looked "
        "at is the preposition right before the same number, after a verb of change. Multiples (增长3倍), "
        "dates (“by 2025”) and “to 12 more counties” are not reported."
    ),
    bad=AMOUNT_EXAMPLES.bad,
    good=AMOUNT_EXAMPLES.good,
    check=reporting("meaning/amount", "target", _amounts),
)

SWAPPED = Rule(
    id="meaning/swapped",
    severity="warning",
    summary="Two figures, two parties, or who acts and who is acted on have changed places.",
    explanation=(
        "Figures are paired with the words of the stretch between marks that has one figure alone. Reported "
        "are two figures of which each stands with the words of the other and not with its own. 分别 and "
        "“respectively” tell another order and are left alone. Of agreements, the one clause of duty or "
        "right "
        "between 甲方 and 乙方 is held against that of Party A and Party B; “shall receive from” and the "
        "passive are fine. Of other sentences with one verb between two (支付, 委托, 超过 and others of a "
        "table) the words of each are looked for before and behind the English verb. So are what goes with "
        "the words of a pair in two clauses: lessons in the morning (上午), work in the afternoon (下午)."
    ),
    bad=SWAPPED_EXAMPLES.bad,
    good=SWAPPED_EXAMPLES.good,
    check=reporting("meaning/swapped", "target", _swaps),
)

LIST = Rule(
    id="meaning/list",
    severity="warning",
    summary="An item of a list is left out.",
    explanation=(
        "Reported where each text has one list, the English has one item fewer, each English item answers a "
        "Chinese one in the dictionary, and one Chinese item alone is answered nowhere in the English. Lists "
        "that are summed up (“and other subjects”) and phrases drawn together are not reported. Of two "
        "things (学生证和准考证) the second is, where the English names the first alone."
    ),
    bad=LIST_EXAMPLES.bad,
    good=LIST_EXAMPLES.good,
    check=_check_list,
)

CONDITION = Rule(
    id="meaning/condition",
    severity="warning",
    summary="A condition or a restriction of the source is not in the target, or a connective is another.",
    explanation=(
        "未经…同意 without any word for consent, without or unless; 仅限, 仅供 without any word for only; "
        "除…外 "
        "and 如遇… where the English has neither a word for it nor one that answers what stands in it. A "
        "nominal turn (“applications for an extension” for 如需延期) is not reported. 尽管 as “because”, "
        "由于 as “although”, 只有 as “even without”, where nothing else in the target says the same."
    ),
    bad=CONDITION_EXAMPLES.bad,
    good=CONDITION_EXAMPLES.good,
    check=_check_condition,
)

MODALITY = Rule(
    id="meaning/modality",
    severity="warning",
    summary="Duty, permission and prohibition are exchanged.",
    explanation=(
        "必须, 应当 and 须 rendered as may or can; 可以 and 有权 as must or shall; 不得 and 禁止 as need "
        "not; 无须 and 不必 as "
        "must not. Only where the source has one kind alone and the target nothing that could say the same: "
        "“is to”, “only … may”, “is entitled to” are fine."
    ),
    bad=MODALITY_EXAMPLES.bad,
    good=MODALITY_EXAMPLES.good,
    check=reporting("meaning/modality", "target", _modality),
)

DEADLINE = Rule(
    id="meaning/deadline",
    severity="warning",
    summary="A time limit is turned round: within for after, before for after.",
    explanation=(
        "30日内 rendered as “after 30 days”, 15日后 as “within 15 days”, 9月1日前 as “after September 1”. "
        "Sentences "
        "with limits of both kinds and with negations (9月1日前不得 is “only after September 1”) are not "
        "judged."
    ),
    bad=DEADLINE_EXAMPLES.bad,
    good=DEADLINE_EXAMPLES.good,
    check=reporting("meaning/deadline", "target", _deadlines),
)

RANK = Rule(
    id="meaning/rank",
    severity="warning",
    summary="A deputy is given the title of the head, or a prize is one of another grade.",
    explanation=(
        "副校长, 副部长, 副教授 and the like where the English has the head's title and nowhere vice, "
        "deputy, "
        "associate or another such word. Where the Chinese names the head too, nothing is reported. 二等奖 "
        "as “first prize” and 亚军 as “champion” are, where the other side nowhere has that grade."
    ),
    bad=RANK_EXAMPLES.bad,
    good=RANK_EXAMPLES.good,
    check=reporting("meaning/rank", "target", _ranks),
)

COMPARATIVE = Rule(
    id="meaning/comparative",
    severity="warning",
    summary="A comparative or superlative is doubled: more better, the most fastest.",
    explanation=(
        "Reported are common short adjectives after more, most, less, least. “Many more better schools”, "
        "“more "
        "and better courses” and joined words (most best-rated) are fine."
    ),
    bad=COMPARATIVE_EXAMPLES.bad,
    good=COMPARATIVE_EXAMPLES.good,
    check=reporting("meaning/comparative", "target", _comparatives),
)

RULES: tuple[Rule, ...] = (
    CHANGE, AMOUNT, SWAPPED, LIST, CONDITION, MODALITY, DEADLINE, RANK, COMPARATIVE,
)  # fmt: skip
