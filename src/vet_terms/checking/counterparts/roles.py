"""Roles exchanged: 企业不得向学生收取押金 as "students may not collect deposits from companies".

Looked at is one verb between two, on both sides, in the active voice; which verbs, a table says. The roles
are exchanged where the words of the one who acts are answered behind the English verb alone, and those of
the other before it alone. A converse verb (receive for pay), the passive, and words that both share tell
nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import NamedTuple

from vet_terms.checking.counterparts.answers import (
    Content,
    chinese_contents,
    chinese_stretches,
    english_contents,
    english_stretches,
)
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.language.tables import listed

_COMPARED = frozenset(
    listed("more higher greater larger better stronger less lower fewer smaller worse weaker earlier later")
)
_PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|get|gets|got|having)\s+(?:\w+ly\s+|not\s+)?$")
_PARTICIPLE_GOES_ON = re.compile(r"\s+(?:with|to|from|at|in|by|for|on|as|under|through|of)\b")
_BY = re.compile(r"\bby\b")
_TO = re.compile(r"(?<=..)[向给为对](?=..)")
_BY_WHOM = re.compile(r"(?<=..)[被由受](?=..)")

Words = Sequence[tuple[int, str]]


class _Verb(NamedTuple):
    """In which frames a Chinese verb stands between two, and what finds its English."""

    frames: tuple[str, ...]
    english: re.Pattern[str]


class _Frame(NamedTuple):
    """Where who acts stands, and to whom, and the verb between them."""

    agent: tuple[int, int]
    other: tuple[int, int]
    verb: str


def exchanged_roles(zh: str, en: str, words: Callable[[], Words]) -> re.Match[str] | None:
    """Return the English verb whose two sides have changed places; ``words`` gives the Chinese ones."""
    frames = _frames(zh)
    if len(frames) != 1:
        return None
    frame = frames[0]
    found = list(verbs()[frame.verb].english.finditer(en))
    if len(found) != 1 or not _is_active(en, found[0]):
        return None
    verb = found[0]
    start, end = next(each for each in english_stretches(en) if each[0] <= verb.start() < each[1])
    # Of "more boys than girls" the comparative is no boundary, but "than" is.
    parted = en.rindex(" ", verb.start(), verb.end()) if " " in verb.group() else verb.start()
    english = english_contents(en)
    before, after = _inside(english, (start, parted)), _inside(english, (verb.end(), end))
    said = frozenset[str]().union(*(keys for _, keys in english))
    chinese = [
        (at, frozenset(key for key in keys if akin({key}, said))) for at, keys in chinese_contents(words())
    ]
    agent, other = _inside(chinese, frame.agent), _inside(chinese, frame.other)
    agent, other = _apart(agent, other), _apart(other, agent)[:1]
    is_exchanged = (
        _is_answered(other, before)
        and _is_answered(agent, after)
        and not _is_answered(other, after)
        and not _is_answered(agent, before)
    )
    return verb if is_exchanged else None


_DONE_BY_ZH = re.compile(
    "由(?!于|此|来|衷|不得)(?P<who>[^，。；：由]{2,12}?)(?:全部|统一|自行|共同|分别|单独)?(?:承担|负担|支付|出资|负责|提供|颁发|发放|保管|评定"
    "|组织|主办|主持|主讲|授课|缴纳|补助|买单|垫付|制定|审批|决定|任命|推荐)"
)
_DONE_BY_EN = re.compile(
    r"\b(?:paid(?: for)?|borne|covered|met|funded|financed|provided|supplied|organi[sz]ed|arranged"
    r"|issued|awarded|kept"
    r"|assessed|chaired|presided over|hosted|given|taught|delivered|shouldered|footed|handled|made"
    r"|decided|set|approved"
    r"|appointed|recommended|drawn up|granted) by (?:the |its |their |our )?(?P<who>(?!\d|means\b"
    r"|way\b|virtue\b|default\b|law\b|[A-Z]?[a-z]+ing\b)[A-Za-z’' -]{3,40}?)"
    r"(?=[.,;:()]| and | at | in | on | for | to | with | from | under |$)"
)


def done_by_another(zh: str, en: str, words: Callable[[], Words]) -> re.Match[str] | None:
    """Return by whom something is done in the English, where the Chinese says 由 another: 由家庭承担.

    Nothing of who does it in the Chinese is in the English, and who does it there is named elsewhere.
    """
    said = list(_DONE_BY_ZH.finditer(zh)) if "由" in zh else []
    there = list(_DONE_BY_EN.finditer(en)) if len(said) == 1 else []
    if not there:
        return None
    english = english_contents(en)
    agent = said[0].span("who")
    who: list[frozenset[str]] = []
    rest: list[frozenset[str]] = []
    for at, keys in chinese_contents(words()):
        (who if agent[0] <= at < agent[1] else rest).append(keys)
    if not who or _is_answered(who, [keys for _, keys in english]):
        return None
    heads = [_inside(english, each.span("who"))[-1:] for each in there]
    return there[-1] if all(_is_answered(head, rest) for head in heads) else None


def _frames(zh: str) -> list[_Frame]:
    """Return the clauses whose first verb of the table stands between two, each of two characters or more."""
    found: list[_Frame] = []
    for match in _any_verb().finditer(zh):
        start, end = match.span()
        first, last = next(each for each in chinese_stretches(zh) if each[0] <= start < each[1])
        # 提供 of 提供培训 stands between two; 培训 is what is provided.
        if found and min(found[-1].agent[0], found[-1].other[0]) == first:
            continue
        # 培养的人才 are those who were trained.
        if zh.startswith("的", end):
            continue
        kinds = verbs()[match.group()].frames
        if "to" in kinds and (through := _TO.search(zh, first, start)):
            found.append(_Frame((first, through.start()), (through.end(), start), match.group()))
        elif "direct" in kinds and (through := _BY_WHOM.search(zh, first, start)):
            found.append(_Frame((through.end(), start), (first, through.start()), match.group()))
        elif "direct" in kinds and start - first > 1 and last - end > 1:
            found.append(_Frame((first, start), (end, last), match.group()))
    return found


def _is_active(en: str, verb: re.Match[str]) -> bool:
    """Return whether a verb has its subject before it."""
    form = verb.group().split()[0].lower()
    if form in _COMPARED:
        return True
    if _PASSIVE.search(en, 0, verb.start()) or _BY.search(en, verb.end()):
        return False
    is_past = form.endswith(("ed", "en", "t", "ld", "id"))
    return not (is_past and _PARTICIPLE_GOES_ON.match(en, verb.end()))


def _inside(contents: Sequence[Content], span: tuple[int, int]) -> list[frozenset[str]]:
    return [keys for at, keys in contents if span[0] <= at < span[1]]


def _apart(words: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the words that the other stretch does not say as well."""
    return [word for word in words if not any(akin(word, other) for other in others)]


def _is_answered(words: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    return any(akin(word, other) for word in words for other in others)


@functools.cache
def verbs() -> dict[str, _Verb]:
    """Return the verbs of the table."""
    lines = files("vet_terms.checking").joinpath("tables/verbs_of_two.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found = {}
    for zh, frames, en in rows:
        found.update(dict.fromkeys(listed(zh), _Verb(listed(frames), _forms(listed(en)))))
    return found


def _forms(words: Sequence[str]) -> re.Pattern[str]:
    """Return what finds English verbs in all their forms, and comparatives up to their than."""
    forms = []
    for word in words:
        if word in _COMPARED:
            forms.append(rf"{word}(?:\s+[\w-]+){{0,3}}?\s+than")
        elif word.endswith("e"):
            forms.append(f"{word}[ds]?")
        elif word.endswith("y") and word[-2] not in "aeiou":
            forms.append(f"{word[:-1]}(?:y|ies|ied)")
        else:
            forms.append(f"{word}(?:{word[-1]}?ed|s|es)?")
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


@functools.cache
def _any_verb() -> re.Pattern[str]:
    """Return what finds a verb of the table, the longest first."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(verbs(), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items()))
