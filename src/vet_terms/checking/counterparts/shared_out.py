"""Who has what, told of two and turned round: 学费由企业承担，住宿费由学员自理 with the payers exchanged.

Two Chinese clauses with one word between two sides each (由, 负责, 提供, 承担, 归) are held against two
English clauses. They are turned round where of each Chinese clause one side is answered in the one English
clause alone, and the other side in the other. So are two clauses with two words of a pair: lessons in the
morning (上午), work in the afternoon (下午).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from vet_terms.checking.counterparts.answers import Content, chinese_contents, english_contents
from vet_terms.checking.counterparts.kinship import akin

_PIVOT = re.compile("由|负责|提供|承担|归(?!纳|还|类|来|属感|国|因|档)")
_CLAUSES_ZH = re.compile("[，；、,;]")
_SURE_CLAUSES_EN = re.compile(r"[;,]\s(?:and |while |whereas |but )?|\s(?:while|whereas|but)\s")
_CLAUSES_EN = re.compile(r"[;,]\s(?:and |while |whereas |but )?|\s(?:and|while|whereas|but)\s")
_PARTIES = {
    "甲方": "Party A", "乙方": "Party B", "丙方": "Party C", "中方": "Chin", "泰方": "Thai",
    "德方": "German", "英方": "Brit|UK|English", "美方": "America|US|U\\.S", "法方": "France|French",
    "越方": "Vietnam", "老方": "Lao", "柬方": "Cambodia", "缅方": "Myanmar|Burm", "马方": "Malaysia",
    "俄方": "Russia", "日方": "Japan", "韩方": "Korea", "澳方": "Australia", "埃方": "Egypt",
    "巴方": "Pakistan", "外方": "[Ff]oreign", "校方": "[Cc]olleg|[Ss]chool|[Uu]nivers",
    "企方": "[Ee]nterpris|[Cc]ompan",
}  # fmt: skip
"""Parties to an agreement, and what their English names begin with."""

_PAIRS = (
    (("上午", r"morning|a\.?m\b"), ("下午", r"afternoon|p\.?m\b")),
    (("白天", r"day|daytime|days"), ("晚上|夜里|夜间|夜晚", r"evenings?|nights?")),
    (("线上|在线|网上", r"online"), ("线下", r"offline|face-to-face|in person|in-person|on-site")),
    (("校内", r"on[- ]campus|in(?:side)? (?:the )?schools?"), ("校外", r"off[- ]campus|outside")),
    (("理论", r"theor\w+"), ("实践|实训|实操", r"practi\w+|hands-on")),
    (("平时|工作日", r"weekdays?|working days?"), ("周末|双休日", r"weekends?")),
    (("春季", r"spring"), ("秋季", r"autumn|fall")),
    (("上学期", r"first (?:semester|term)"), ("下学期", r"second (?:semester|term)")),
    (("去年|上年", r"last year|previous year"), ("今年", r"this year")),
    (("今年", r"this year"), ("明年", r"next year")),
    (("中职|中专", r"secondary"), ("高职|大专", r"higher|college|junior college")),
    (("公办|公立", r"public"), ("民办|私立", r"private")),
    (("专职", r"full[- ]time"), ("兼职", r"part[- ]time")),
    (("必修", r"compulsory|required"), ("选修", r"elective|optional")),
    (("国内", r"domestic\w*|at home"), ("国外|海外|境外", r"foreign|overseas|abroad")),
    (("初级", r"junior|elementary|primary"), ("高级", r"senior|advanced")),
    (("大多数|多数", r"majority|most"), ("少数", r"minority|few")),
    (("城市|城镇|城里", r"cit(?:y|ies)|urban|towns?"), ("农村|乡村|乡下", r"countryside|rural|villages?")),
    (("东临|东靠|东接|东邻|东至|东依|东濒", r"east\w*"), ("西临|西靠|西接|西邻|西至|西依|西濒", r"west\w*")),
    (
        ("南临|南靠|南接|南邻|南至|南依|南濒", r"south\w*"),
        ("北临|北靠|北接|北邻|北至|北依|北濒", r"north\w*"),
    ),
    (("进口", r"import\w*"), ("出口", r"export\w*")),
    (
        ("优点|优势|长处", r"advantages?|strengths?|merits?"),
        ("缺点|劣势|短处", r"disadvantages?|weakness\w*|shortcomings?"),
    ),
    (("左侧|左边|左手", r"left"), ("右侧|右边|右手", r"right")),
    (
        ("企业|公司", r"enterprises?|compan(?:y|ies)|firms?"),
        ("学校|学院|院校|校方", r"schools?|colleges?|universit(?:y|ies)"),
    ),
    (("政府", r"governments?"), ("企业|公司", r"enterprises?|compan(?:y|ies)|firms?")),
    (("教师|老师", r"teachers?"), ("学生|学员", r"students?|trainees?|learners?")),
    (("家长", r"parents?"), ("学校|校方", r"schools?|colleges?")),
    (("甲方", r"Party A"), ("乙方", r"Party B")),
)
_PATTERNS = tuple(
    (
        tuple(one_zh.split("|")),
        (re.compile(one_zh), re.compile(other_zh)),
        tuple(re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for each in (one_en, other_en)),
    )
    for (one_zh, one_en), (other_zh, other_en) in _PAIRS
)
"""Of each pair the Chinese that the first is written by, and what finds both in each language."""
_WRITTEN = re.compile(
    "|".join(sorted({each for written, _, _ in _PATTERNS for each in written}, key=len)[::-1])
)


Words = Sequence[tuple[int, str]]


_BOTH_EN = re.compile(
    r"\b(?:and|or|both|either|as well as|plus|any|mixed|hybrid|blended|combin\w*|integrat\w*|all|with|than"
    r"|versus|between)\b|[&/+]",
    re.IGNORECASE,
)
_HALF = 2
"""Characters of a Chinese word."""
_FIGURE = re.compile(r"\d")
_JOINS = "(?:和|与|以?及|、|或者?)"
_BESIDE = 30
"""Characters beside one of a pair within which the other may stand under another name."""


def both_of_a_pair(zh: str, en: str) -> re.Match[str] | None:
    """Return two of a pair that the Chinese joins (线上或线下) and of which the English has one alone."""
    there = frozenset(_WRITTEN.findall(zh))
    for written, (one_zh, other_zh), of_english in _PATTERNS if there else ():
        if there.isdisjoint(written):
            continue
        one, other = f"(?:{one_zh.pattern})", f"(?:{other_zh.pattern})"
        joined = re.search(f"{one}{_JOINS}{other}|{other}{_JOINS}{one}", zh)
        if joined is None:
            continue
        said = [list(pattern.finditer(en)) for pattern in of_english]
        if sorted(map(len, said)) != [0, 1]:
            continue
        [match] = said[0] or said[1]
        beside = en[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
        if not _BOTH_EN.search(beside):
            return joined
    return None


def pairs_exchanged(zh: str, en: str, words: Callable[[], Words]) -> tuple[int, int] | None:
    """Return where the English clause stands that has a word of a pair beside what the other goes with."""
    there = frozenset(_WRITTEN.findall(zh))
    for written, of_chinese, of_english in _PATTERNS if there else ():
        if there.isdisjoint(written):
            continue
        first, second = (list(pattern.finditer(zh)) for pattern in of_chinese)
        if len(first) != 1 or len(second) != 1:
            continue
        said = [list(pattern.finditer(en)) for pattern in of_english]
        if not all(len(each) == 1 for each in said):
            continue
        clauses_zh, clauses_en = _stretches(_CLAUSES_ZH, zh), _stretches(_CLAUSES_EN, en)
        places_zh = [_clause(each[0].start(), clauses_zh) for each in (first, second)]
        places_en = [_clause(each[0].start(), clauses_en) for each in said]
        if places_zh[0] == places_zh[1] or places_en[0] == places_en[1]:
            continue
        crossed = [{places_en[1] + 1}, {places_en[0] + 1}]
        # One of the two tells enough where the order of the clauses is kept, and no figure stands in them.
        is_told_by_one = (places_zh < places_zh[::-1]) != (
            places_en < places_en[::-1]
        ) and not _FIGURE.search(zh)
        contents = chinese_contents(words()), english_contents(en)
        spans_zh, spans_en = [each[0].span() for each in (first, second)], [each[0].span() for each in said]
        own_clauses = [clauses_zh[place] for place in places_zh]
        goes_with = _goes_with(contents, (spans_zh, spans_en), own_clauses, clauses_en)
        if goes_with == crossed or (
            is_told_by_one
            and any(goes_with)
            and all(found in (set(), way) for found, way in zip(goes_with, crossed, strict=True))
        ):
            return clauses_en[places_en[1]]
        # The word may have changed places with what stands right behind it: 企业师傅.
        longer = (
            [(start, end + _HALF) for start, end in spans_zh],
            [(start, end + len(" x")) for start, end in spans_en],
        )
        if _goes_with(contents, longer, own_clauses, clauses_en) == crossed:
            return clauses_en[places_en[1]]
    return None


def _goes_with(
    contents: tuple[Sequence[Content], Sequence[Content]],
    apart: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    own_clauses: Sequence[tuple[int, int]],
    clauses_en: Sequence[tuple[int, int]],
) -> list[set[int]]:
    """Return of each of two Chinese clauses the English ones with its words, but for some stretches apart."""
    contents_zh, contents_en = (
        [each for each in said if not any(start <= each[0] < end for start, end in spans)]
        for said, spans in zip(contents, apart, strict=True)
    )
    inside = [
        [
            {key for key in keys if not key.startswith("sound:")}
            for at, keys in contents_zh
            if start <= at < end
        ]
        for start, end in own_clauses
    ]
    # What both say tells nothing: the semester of 春季学期 and 秋季学期.
    return [
        _answered_in([keys.difference(*others) for keys in own], contents_en, clauses_en)
        for own, others in (inside, inside[::-1])
    ]


def _clause(at: int, clauses: Sequence[tuple[int, int]]) -> int:
    return next(number for number, (_, end) in enumerate(clauses) if at <= end)


def shares_exchanged(zh: str, en: str, words: Callable[[], Words]) -> tuple[int, int] | None:
    """Return where the second English clause stands, if who has what has changed places."""
    pivots = list(_PIVOT.finditer(zh))
    if len(pivots) < 2:
        return None
    clauses_zh, clauses_en = _stretches(_CLAUSES_ZH, zh), _stretches(_SURE_CLAUSES_EN, en)
    if len(clauses_en) == 1:
        clauses_en = _stretches(_CLAUSES_EN, en)
    if len(clauses_zh) != 2 or len(clauses_en) != 2:
        return None
    first, second = ([each for each in pivots if start <= each.start() < end] for start, end in clauses_zh)
    if not first or not second or first[0].group() != second[0].group():
        return None
    contents_zh, contents_en = chinese_contents(words()), english_contents(en)
    sides = []
    for (start, end), pivot in zip(clauses_zh, (first[0], second[0]), strict=True):
        for left, right in ((start, pivot.start()), (pivot.end(), end)):
            said = [keys for at, keys in contents_zh if left <= at < right]
            sides.append(_party(zh[left:right], en, clauses_en) or _where(said, contents_en, clauses_en))
    # Of each Chinese clause one side is in the first English clause (1), and the other in the second (2).
    return clauses_en[1] if sides in ([1, 2, 2, 1], [2, 1, 1, 2]) else None


def _party(side: str, en: str, clauses: Sequence[tuple[int, int]]) -> int | None:
    """Return the number of the one clause, from 1, that names a party: Party A for 甲方."""
    named = next((name for zh, name in _PARTIES.items() if zh in side), None)
    if named is None:
        return None
    begins = re.compile(rf"\b(?:{named})")
    there = [number for number, (start, end) in enumerate(clauses, 1) if begins.search(en, start, end)]
    return there[0] if len(there) == 1 else None


def _stretches(mark: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in mark.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]


def _where(
    said: Sequence[Collection[str]], english: Sequence[Content], clauses: Sequence[tuple[int, int]]
) -> int | None:
    """Return the number of the one clause, from 1, in which words are answered; None if in both or none."""
    answered = _answered_in(said, english, clauses)
    return answered.pop() if len(answered) == 1 else None


def _answered_in(
    said: Sequence[Collection[str]], english: Sequence[Content], clauses: Sequence[tuple[int, int]]
) -> set[int]:
    """Return the numbers of the clauses, from 1, in which words are answered."""
    return {
        number
        for number, (start, end) in enumerate(clauses, 1)
        for at, keys in english
        if start <= at < end and any(akin(each, keys) for each in said)
    }
