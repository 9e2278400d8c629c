"""Which of the sure pairs of a unit are entries: whole terms, not their pieces and not their mentions.

A part of a term is a term only where it shows it: it stands alone elsewhere, the dictionary has it,
several longer terms hold it, or English sets it apart.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from vet_terms.glossary.extraction.bars import LOOSE, is_sure, is_word
from vet_terms.glossary.extraction.names import BRANCHES
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.spans import ChineseSpan, holds
from vet_terms.glossary.extraction.units import Unit
from vet_terms.glossary.extraction.vocabulary import EMPTY_TAILS, GENERIC, LIGHT_HEADS, NAME_HEADS
from vet_terms.language.lexicon import is_known
from vet_terms.language.supposed_names import DASHES
from vet_terms.language.tagging import tagged
from vet_terms.language.words import general_frequency

# Institutions whose place is a part of what they are called, and no place of its own.
_CALLED_AFTER = ("学院", "大学", "学校", "公司", "集团", "银行")
_LONG = 12
_TILE = 5
_COMMON = 20
# Before these an activity is named for itself (产业发展|需求).
_ABOUT = frozenset({"需求", "战略", "规划", "政策"})
_MEMBER_MARKS = "“”、，；"
_HEADING = 8
# What is called after a place (泰国轨道交通师资培训班) is called so.
PROGRAMME_NAMES = ("计划", "工程", "项目", "培训班", "研修班", "订单班", "论坛", "大赛", "峰会")
_PREPOSITION = re.compile(r" (?:of|for|between|with|on|to|in|from|by) ")


class Standing:
    """Which compounds show over the whole memory that they are terms of their own.

    Those that stand by themselves somewhere, and those that several longer terms hold.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.texts: set[str] = set()
        self._holder: dict[str, str] = {}

    def see(self, whole: Sequence[Pair]) -> None:
        """Take note of the whole pairs of a unit."""
        for pair in whole:
            holders = [other for other in whole if holds(other.zh, pair.zh)]
            if not holders and not _runs_on(pair):
                self.texts.add(pair.zh.text)
            for holder in holders:
                if not any(holds(other.zh, holder.zh) for other in holders):
                    self._held(pair.zh.text, holder.zh.text)

    def join(self, other: Standing) -> None:
        """Take over what another saw."""
        self.texts |= other.texts
        for text, holder in other._holder.items():
            self._held(text, holder)

    def _held(self, text: str, holder: str) -> None:
        if self._holder.setdefault(text, holder) != holder:
            self.texts.add(text)


def whole_pairs(unit: Unit, found: Sequence[Pair]) -> list[Pair]:
    """Return the sure pairs of a unit that cut no surer one and are no several terms in a row."""
    sure = _consistent([pair for pair in found if is_sure(pair)])
    return [pair for pair in sure if not _falls_apart(pair, sure, unit)]


def chosen(unit: Unit, whole: Sequence[Pair], standing: Container[str]) -> list[Pair]:
    """Return the whole pairs of a unit that are entries.

    A compound inside a longer sure one counts only where it also stands by itself somewhere, the
    dictionary has it, or English takes the longer one apart ("needs of education"): a part of a term
    is not a term. Two Chinese spans cannot share the same English words unless one holds the other.
    """
    accepted: list[Pair] = []
    for pair in sorted(whole, key=lambda pair: (-(pair.zh.end - pair.zh.start), pair.zh.start)):
        if not _is_whole(pair, whole, unit, standing):
            continue
        rivals = [other for other in accepted if (other.first, other.last) == (pair.first, pair.last)]
        if all(rival.score < pair.score for rival in rivals):
            accepted = [other for other in accepted if other not in rivals]
            accepted.append(pair)
    return sorted(accepted, key=lambda pair: (pair.zh.start, pair.zh.end))


def _consistent(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs without those that cut a surer name or quotation in two on either side."""
    anchors = [pair for pair in pairs if pair.zh.kind or pair.zh.origin in {"quote", "book"}]
    return [pair for pair in pairs if pair in anchors or not any(_is_cut(anchor, pair) for anchor in anchors)]


def _is_cut(anchor: Pair, pair: Pair) -> bool:
    if holds(pair.zh, anchor.zh):
        return not (pair.first <= anchor.first and anchor.last <= pair.last)
    if pair.zh.start < anchor.zh.end and anchor.zh.start < pair.zh.end:
        return False
    return pair.first < anchor.last and anchor.first < pair.last


def _is_whole(pair: Pair, pairs: Sequence[Pair], unit: Unit, standing: Container[str]) -> bool:
    """Return whether a pair is a term of its own and not a piece of a longer one."""
    holders = [other for other in pairs if holds(other.zh, pair.zh)]
    if pair.zh.kind == "place" and _is_first_word_of_name(pair, unit):
        return False
    if pair.zh.kind:
        # The name without its place is there for want of the full name.
        return pair.zh.text.endswith(BRANCHES) or not any(
            holder.zh.kind and holder.zh.end == pair.zh.end and not _is_partnership(holder.zh, unit)
            for holder in holders
        )
    if pair.zh.origin != "compound":
        # Partners quoted inside a name ("柳工-柳职院"…中心) are part of it.
        return not any(holder.zh.kind for holder in holders)
    text = pair.zh.text
    if pair.zh.tags == ("n", "v") and not _is_listed(pair, unit):
        # A slogan's half (项目引领).
        return False
    if not holders:
        return not _runs_on(pair) or text in standing or is_word(text)
    if text in GENERIC:
        return False
    return (
        text in standing
        or (is_known(text) and len(tagged(text)) > 1)
        or pair.zh.tags == ("nz",)
        or _is_listed(pair, unit)
        or any(_is_tile(pair, holder, pairs) or _is_before_generic(pair, holder) for holder in holders)
    )


def _is_first_word_of_name(pair: Pair, unit: Unit) -> bool:
    """Return whether a place only begins a name on both sides (宁波 in "Ningbo Polytechnic")."""
    words = unit.en.words
    called_after = [
        span
        for span in unit.zh.spans
        if span.kind == "organisation" and span.text.endswith(_CALLED_AFTER) and holds(span, pair.zh)
    ]
    if not called_after or pair.last >= len(words):
        return False
    after = words[pair.last]
    return after.is_capitalised and after.segment == words[pair.first].segment


def _falls_apart(pair: Pair, pairs: Sequence[Pair], unit: Unit) -> bool:
    """Return whether a compound is several terms in a row, or a mention of one, and no term."""
    if pair.zh.kind or pair.zh.origin != "compound":
        return False
    return _is_place_and_rest(pair, pairs, unit) or _comes_apart(pair, pairs) or _is_mention(pair, unit)


def _is_partnership(name: ChineseSpan, unit: Unit) -> bool:
    """Return whether a name begins with partners joined by a dash, so that what follows is a name too."""
    return bool(re.match(rf"^“?[^{DASHES}]+[{DASHES}]", unit.zh.text[name.start : name.end]))


def _is_listed(pair: Pair, unit: Unit) -> bool:
    """Return whether a compound is one member of an enumeration inside a quotation."""
    before = unit.zh.text[pair.zh.start - 1 : pair.zh.start]
    after = unit.zh.text[pair.zh.end : pair.zh.end + 1]
    return before in _MEMBER_MARKS and after in _MEMBER_MARKS and "" not in (before, after)


def _is_tile(pair: Pair, holder: Pair, pairs: Sequence[Pair]) -> bool:
    """Return whether a longer term is this one and another sure one, with a preposition between."""
    if len(pair.zh.text) > _TILE or not _is_set_apart(pair, holder):
        return False
    return any(
        (other.zh.start, other.zh.end) in {(holder.zh.start, pair.zh.start), (pair.zh.end, holder.zh.end)}
        for other in pairs
    )


def _is_before_generic(pair: Pair, holder: Pair) -> bool:
    """Return whether a longer term only adds an empty word to this one (产业发展|需求, 服务人员|培训)."""
    rest = holder.zh.text.removeprefix(pair.zh.text)
    return pair.zh.start == holder.zh.start and (rest in EMPTY_TAILS or rest in LIGHT_HEADS or rest == "需求")


def _is_mention(pair: Pair, unit: Unit) -> bool:
    """Return whether a compound only says that something is done to what the words before it name.

    专业|发展 in 优势专业发展水平: such a compound is a term where it stands alone or the dictionary has it.
    """
    goes_on = pair.zh.before or (pair.zh.after and pair.zh.after not in _ABOUT)
    return (
        bool(goes_on)
        and tagged(pair.zh.text)[-1].text in LIGHT_HEADS
        and not is_word(pair.zh.text)
        and not _fills(pair, unit)
    )


def _fills(pair: Pair, unit: Unit) -> bool:
    """Return whether a pair is all that a heading says in English."""
    content = sum(word.is_content for word in unit.en.words)
    inside = sum(word.is_content for word in unit.en.words[pair.first : pair.last])
    return inside >= content - 1 and content <= _HEADING


def _runs_on(pair: Pair) -> bool:
    """Return whether a compound goes on (国际化信息|中心), or is one word of a longer one."""
    span = pair.zh
    if len(span.tags) == 1 and (span.before or span.after) and general_frequency(span.text) > _COMMON:
        return True
    if span.tags and span.tags[0] in {"LOC", "ORG"} and span.text.endswith(tuple(NAME_HEADS)):
        return False
    passing = span.after in LIGHT_HEADS or span.after in GENERIC or span.after in EMPTY_TAILS
    return bool(span.after) and not passing and not span.after.endswith("化")


def _is_place_and_rest(pair: Pair, pairs: Sequence[Pair], unit: Unit) -> bool:
    """Return whether a compound is a name before a term that is good by itself (柳州|先进制造业)."""
    return any(
        name.start == pair.zh.start
        and name.end < pair.zh.end
        and any((other.zh.start, other.zh.end) == (name.end, pair.zh.end) for other in pairs)
        and not pair.zh.text.endswith(PROGRAMME_NAMES)
        for name in unit.zh.entities
    )


def _is_set_apart(pair: Pair, holder: Pair) -> bool:
    """Return whether English puts a preposition between an edge of a longer term and its rest."""
    at_edge = pair.zh.start == holder.zh.start or pair.zh.end == holder.zh.end
    return (
        at_edge
        and bool(_PREPOSITION.search(holder.en))
        and not _PREPOSITION.search(pair.en)
        and (pair.first == holder.first or pair.last == holder.last)
        and pair.weakest >= 0.4
        and len(pair.zh.text) > 2
    )


def _comes_apart(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Return whether a compound is two terms in a row, which English says with a preposition between."""
    if not _PREPOSITION.search(pair.en) or (len(pair.zh.text) < _LONG and not LOOSE.search(pair.en)):
        return False
    return any(
        _is_set_apart(other, pair) and (other.zh.end == pair.zh.end or LOOSE.search(pair.en))
        for other in pairs
    )
