"""Items of a list that the other side leaves out: 数学、物理、化学和英语 as "maths, physics and English".

An item is left out if the English answers it nowhere, while it answers all the others and names them one
right after the other, in their order, as a list that begins and ends with them: what is drawn together, or
said elsewhere in other words, leaves no such list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vet_terms.checking.counterparts.answers import english_keys, keys_with_parts
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.counterparts.unanswered import LONGEST
from vet_terms.language.lexicon import is_known, is_proper_noun, may_be_an_action, meanings
from vet_terms.language.scripts import HAN

_LONGEST_ITEM, _LONGEST_END = 8, 24
_MOST_ITEMS, _FEWEST_ITEMS = 9, 3
_HALF = 2
"""Characters of half an expression of four, or of items of which a shared one is half."""
_WORDS_OF_FIRST = 2
"""Words before the first mark that may be the first item: before them stands the rest of the sentence."""
_LIST_ZH = re.compile(
    rf"[{HAN}]{{1,{_LONGEST_END}}}(?:、[A-Za-z0-9]{{0,3}}[{HAN}]{{1,{_LONGEST_ITEM}}}){{1,{_MOST_ITEMS}}}(?:(?:以及"
    rf"|[和与及或])[A-Za-z0-9]{{0,3}}[{HAN}]{{1,{_LONGEST_END}}})?(?!、)"
)
_NUMERALS = "零一二三四五六七八九十"
_LAST_TWO = frozenset({"以及", "和", "与", "及", "或", "或者"})
_WORD_EN = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
_AND = r",? (?:and|or|as well as) "
_HEAD = r"(?: (?!and |or )[a-z'’-]+){0,2}"
"""What may stand behind the word that answers an item: the building of 实训楼."""
_BETWEEN = re.compile(rf"{_HEAD}(?:{_AND}|, )(?:(?!and |or )[A-Za-z'’-]+ ){{0,3}}")
_LAST_BETWEEN = re.compile(_HEAD + _AND)
_GOES_ON = re.compile(rf"{_HEAD}(?:{_AND}|, (?:the |an? )?[a-z'’-]+(?: [a-z'’-]+){{0,2}}{_AND})")
_BEGAN = re.compile(r"(?:, |\band |\bor )(?:[A-Za-z'’-]+ ){0,3}$")
_OPEN = re.compile(r"\b(?:others?|etc|among|so (?:on|forth))\b")

Words = Sequence[tuple[int, str]]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item of a Chinese list that the English list lacks, with its place."""

    item: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a Chinese list: its words, each with its place and by what it can be answered."""

    words: tuple[tuple[int, str, frozenset[str]], ...]

    @property
    def start(self) -> int:
        return self.words[0][0]

    @property
    def end(self) -> int:
        return self.words[-1][0] + len(self.words[-1][1])


def left_out(zh: str, en: str, words: Callable[[], Words]) -> LeftOut | None:
    """Return the one item of a Chinese list that the English leaves out; ``words`` gives the Chinese ones."""
    if not 0 < zh.count("、") <= _MOST_ITEMS or max(len(zh), len(en)) > LONGEST:
        return None
    if _OPEN.search(en):
        return None
    in_english = [
        (*match.span(), keys) for match in _WORD_EN.finditer(en) if (keys := english_keys(match[0]))
    ]
    # New technologies, new processes and new standards: with a word for each item none is left out.
    most = max(Counter(each[2] for each in in_english).values(), default=0)
    for match in _LIST_ZH.finditer(zh):
        for items in _readings(zh, match, words()):
            if most >= len(items):
                continue
            last = zh[items[-1].start : match.end()]
            answers = _own([_answers(each, in_english) for each in items])
            missing = (
                _missing(zh, en, items, answers, _is_counted(items, last))
                or _one_of_some(zh, en, items, answers)
                or _last_for_another(zh, en, items, answers, in_english, words())
            )
            if missing is not None:
                return LeftOut(zh[missing.start : missing.end], missing.start, missing.end)
    return None


_JOINED_ZH = re.compile(rf"(?<=[{HAN}])(?:和|以?及|、|或者?)(?=[{HAN}])")
_JOINED_EN = re.compile(
    r"\b(?:and|or|as well as|with|plus|both|along|together|nor|between|including|such as|alongside|besides"
    r"|also)\b|[&/+]"
)
_BEFORE_BOTH = re.compile(r"\b(?:and|or|both|between|together|neither|either)\b|[&/+]")
_CLAUSE_EN = re.compile("[,;.]")
_NEAR = 40
_DESCRIBED = 3
"""Characters from which on a thing is described: a student identity card, for 学生证."""
_VAGUE = 0.75
"""The weight of a word in a gloss of two: "flowers and plants" does not mean plants."""


def second_left_out(zh: str, en: str, words: Callable[[], Words]) -> LeftOut | None:
    """Return the second of two things (学生证和准考证) of which the English names the first alone.

    Things alone: of two deeds or qualities English often makes one.
    """
    joins = list(_JOINED_ZH.finditer(zh)) if len(zh) <= LONGEST else []
    if len(joins) != 1:
        return None
    before, after = joins[0].span()
    first = next((word for at, word in words() if at + len(word) == before), "")
    second = next((word for at, word in words() if at == after), "")
    if not all(map(_is_a_thing, (first, second))):
        return None
    of_first, of_second = _meanings(first), _meanings(second)
    if not of_first or not of_second:
        return None
    said = [(match, english_keys(match[0])) for match in _WORD_EN.finditer(en)]
    places = [match for match, keys in said if keys and _answer(of_first, keys)]
    # Flowers and trees may be "plants", and wages and bonuses what people "are paid".
    plain = {meaning for meaning, weight in meanings(first).items() if weight > _VAGUE}
    word = places[0][0].lower() if len(places) == 1 else ""
    if word and len(first) < _DESCRIBED and not plain & {word, word.removesuffix("s")}:
        return None
    if not places or any(keys and _answer(of_second, keys) for _, keys in said):
        return None
    # The two words of "student card" are one place.
    start, end = places[0].start(), places[-1].end()
    if len(places) > 2 or len(en[start:end].split()) != len(places) or en[end : end + 1] == ",":
        return None
    left = _CLAUSE_EN.split(en[max(0, start - _NEAR) : start])[-1]
    right = _CLAUSE_EN.split(en[end : end + _NEAR])[0]
    if _BEFORE_BOTH.search(left) or _JOINED_EN.search(right):
        return None
    return LeftOut(second, after, after + len(second))


_SUM_ZH = re.compile(rf"[{HAN}]{{2,8}}(?:\s?[+＋]\s?[{HAN}]{{2,8}}){{1,8}}")
_SUM_EN = re.compile(r"[A-Za-z][\w'’ -]*(?:\s?[+＋]\s?[A-Za-z][\w'’ -]*)+")


def summand_left_out(zh: str, en: str) -> LeftOut | None:
    """Return a Chinese sum of things (基础课+专业课+拓展课), if that of the English has fewer."""
    there, here = list(_SUM_ZH.finditer(zh)), list(_SUM_EN.finditer(en))
    if len(there) != 1 or len(here) != 1 or zh.count("+") != there[0].group().count("+"):
        return None
    items, said = re.split("[+＋]", there[0].group()), re.split("[+＋]", here[0].group())
    if len(said) >= len(items) or _JOINED_EN.search(here[0].group().replace("+", ",")):
        return None
    return LeftOut(there[0].group(), *there[0].span())


def _is_a_thing(word: str) -> bool:
    return len(word) > 1 and is_known(word) and not may_be_an_action(word) and not is_proper_noun(word)


def _meanings(word: str) -> frozenset[str]:
    return frozenset(key for key in keys_with_parts(word)[0] if not key.startswith("sound:"))


def _answer(meanings: frozenset[str], keys: frozenset[str]) -> bool:
    return not meanings.isdisjoint(keys) or akin(meanings, keys)


def _readings(zh: str, match: re.Match[str], words: Words) -> Iterator[list[_Item]]:
    """Yield the items of a list, in two readings of where the last ends: after some words, after one."""
    marks = [at for at in range(*match.span()) if zh[at] == "、"]
    # Between the last comma of the list and its end stands one item more where a word for "and" does.
    after = marks[-1] + 1
    last = next((each for each in words if after < each[0] < match.end() and each[1] in _LAST_TWO), None)
    bounds = [(match.start(), marks[0]), *((left + 1, right) for left, right in pairwise(marks))]
    if last:
        bounds.append((after, last[0]))
        after = last[0] + len(last[1])
    of = zh.find("的", after, match.end())
    bounds.append((after, min(match.end() if of < 0 else of, after + _LONGEST_ITEM)))
    if len(bounds) < _FEWEST_ITEMS:
        return
    items: list[_Item] = []
    for start, end in bounds:
        inside = [
            (at, word, keys_with_parts(word)[0]) for at, word in words if start <= at < end and len(word) > 1
        ]
        items.append(_Item(tuple(inside if items else inside[-_WORDS_OF_FIRST:])))
    if all(each.words for each in items):
        yield items
        yield [*items[:-1], replace(items[-1], words=items[-1].words[:1])]


def _answers(item: _Item, in_english: Sequence[tuple[int, int, frozenset[str]]]) -> list[_Place]:
    """Return the places of the English words that answer a word of an item."""
    return [
        (start, end)
        for _, _, keys in item.words
        for start, end, others in in_english
        if not keys.isdisjoint(others) or akin(keys, others)
    ]


def _own(answers: Sequence[list[_Place]]) -> list[list[_Place]]:
    """Return the answers of each item, but none where its only one ends what answers another.

    In "ID card" the card is that of 身份证, not of 学生证.
    """
    return [
        [] if len(places) == 1 and any(_ends(places[0], others) for others in answers) else places
        for places in answers
    ]


def _ends(place: _Place, places: Sequence[_Place]) -> bool:
    return place in places and any(end + 1 == place[0] for _, end in places)


def _is_counted(items: Sequence[_Item], last: str) -> bool:
    """Return whether behind the last item of a list stands how many there are: 初赛、复赛和决赛三个阶段."""
    return re.search(f"(?:{_NUMERALS[len(items)]}|{len(items)})[个大项种类门级方阶环层]", last) is not None


def _missing(
    zh: str, en: str, items: Sequence[_Item], answers: Sequence[list[_Place]], is_counted: bool
) -> _Item | None:
    """Return the one item without an answer, if the others are a list from beginning to end."""
    unanswered = [number for number, places in enumerate(answers) if not places]
    if len(unanswered) != 1:
        return None
    number = unanswered[0]
    missing, others = items[number], [each for each in items if each is not items[number]]
    # What the dictionary gives no meaning for could be answered by anything.
    if not all(keys for _, _, keys in missing.words):
        return None
    if not is_counted and any(_is_parallel(zh, missing, each) for each in others):
        return None
    first, *rest = (places for places in answers if places)
    ends = [(end, False) for start, end in first if number > 0 or not _BEGAN.search(en[:start])]
    for places in rest:
        ends = [
            (end, is_last or _LAST_BETWEEN.match(en, before) is not None)
            for before, is_last in ends
            for start, end in places
            if _BETWEEN.fullmatch(en, before, start)
        ]
    is_end = number == len(items) - 1
    whole = any(is_last and not (is_end and _GOES_ON.match(en, end)) for end, is_last in ends)
    return missing if whole else None


_BESIDES = re.compile(r"\b(?:as well as|also|plus|along with|together with|besides|in addition)\b")
_ANOTHER = re.compile(rf"{_HEAD}{_AND}(?:an? |the )?(?P<item>[a-z'’-]+(?: (?!and |or )[a-z'’-]+){{0,2}})")


def _last_for_another(
    zh: str,
    en: str,
    items: Sequence[_Item],
    answers: Sequence[list[_Place]],
    in_english: Sequence[tuple[int, int, frozenset[str]]],
    words: Words,
) -> _Item | None:
    """Return the last item, if the English list ends with what another clause of the Chinese names.

    护目镜、手套和口罩，并穿绝缘鞋 as "goggles, gloves and insulated shoes".
    """
    last = items[-1]
    if answers[-1] or not all(answers[:-1]) or not all(keys for _, _, keys in last.words):
        return None
    if _BESIDES.search(en):
        return None
    if any(_is_parallel(zh, last, each) for each in items[:-1]):
        return None
    outside = [
        keys_with_parts(word)[0]
        for at, word in words
        if not items[0].start <= at < last.end and zh[last.end : at].strip("、")
    ]
    for _, end in answers[-2]:
        another = _ANOTHER.match(en, end)
        if another is None:
            continue
        first, *_ = another.span("item")
        said = [keys for start, _, keys in in_english if first <= start < another.end("item")][:2]
        if said and all(any(_answer(each, keys) for each in outside) for keys in said):
            return last
    return None


_BETWEEN_ITEMS = re.compile(r",\s+(?:(?:and|or|as well as)\s+)?|\s+(?:and|or|as well as)\s+")
_SENTENCE_ENDS = re.compile(r"[.;:!?](?=\s|$)")
_LONG_ITEM, _LONG_LIST = 4, 4


def _one_of_some(zh: str, en: str, items: Sequence[_Item], answers: Sequence[list[_Place]]) -> _Item | None:
    """Return the first of two items without an answer, if the English list is one shorter.

    Of long items alone (图纸识读、零件加工), of which English rarely draws two together.
    """
    unanswered = [item for item, places in zip(items, answers, strict=True) if not places]
    texts = [zh[item.start : item.end] for item in items[1:]]
    if len(unanswered) != 2 or len(items) < _LONG_LIST or any(len(text) < _LONG_ITEM for text in texts):
        return None
    if not answers[0] or any(_is_parallel(zh, one, other) for one, other in pairwise(items)):
        return None
    if not all(keys for item in unanswered for _, _, keys in item.words):
        return None
    start = answers[0][0][0]
    end = _SENTENCE_ENDS.search(en, start)
    parts = _BETWEEN_ITEMS.split(en[start : end.start() if end else len(en)])
    if len(parts) != len(items) - 1:
        return None
    place, stretches = start, []
    for part in parts:
        place = en.index(part, place)
        stretches.append((place, place + len(part)))
    known = [
        (
            number,
            [
                at
                for at, (first, last) in enumerate(stretches)
                for place in places
                if first <= place[0] < last
            ],
        )
        for number, places in enumerate(answers)
        if places
    ]
    return unanswered[0] if all({number, number - 1} & set(at) for number, at in known) else None


def _is_parallel(zh: str, one: _Item, other: _Item) -> bool:
    """Return whether two items may be drawn together: 统筹规划、统一部署, 各位领导、各位来宾, 本科、专科."""
    text, beside = zh[one.start : one.end], zh[other.start : other.end]
    if text[:_HALF] == beside[:_HALF]:
        return True
    if text[0] == beside[0]:
        if all(len(each) == 2 * _HALF and _is_a_thing(each[_HALF:]) for each in (text, beside)):
            return False  # protective gloves and dust masks
        # Of things that begin alike (教材编写、教师互访) each is one.
        return all(may_be_an_action(each[:_HALF]) for each in (text, beside))
    return len(text) == len(beside) == _HALF and text[1] == beside[1]
