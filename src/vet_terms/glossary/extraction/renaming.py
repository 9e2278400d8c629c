"""Names that took over from others, as Chinese text says it: a college that became a university.

A renaming verb stands between two names of institutions (更名为, 合并组建), one name is said to have been
another (原名, 前身是, a bracket with 原 or 现), or a text tells of a founding (获批设立) and, close by, of a
lesser institution with the same stem. What is only planned is none, nor is what befalls a part of an
institution. Of two schools that merge both are predecessors. Nothing is decided here: each find is for a
person to judge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vet_terms.glossary.succession import Succession
from vet_terms.language.entities import entities
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.model import Segment

_KINDS: tuple[tuple[str, ...], ...] = (
    listed("大学 学院 高等专科学校 专科学校 学校 中学 小学 职校 技校 幼儿园 书院"),
    listed("公司 集团 厂"),
    listed("医院 卫生院"),
    listed("研究院 研究所 实验室 研究中心"),
    listed("协会 学会 商会 联合会 联盟 基金会 共同体"),
    listed("局 厅 委员会"),
    listed("银行 出版社 图书馆 博物馆"),
)
# An institution rises to what stands before it here, never down.
_RANKS = listed("大学 学院 高等专科学校 专科学校 学校")
_ENDINGS = sorted({ending for kind in _KINDS for ending in kind}, key=lambda ending: (-len(ending), ending))
_ENDING = re.compile(rf"(?:{'|'.join(_ENDINGS)})$")
_AT_ONCE = re.compile(
    rf"[“了]?(?P<name>[{HAN}A-Za-z0-9]{{2,30}}?(?:{'|'.join(_ENDINGS)}))(?=[”，。；、！）)]|$)"
)

_BECOMING = re.compile(
    r"(?:更名|改名|易名|改称|升格|升级|转设|改建|改制|改组|重组|扩建|(?:合并，?)?组建)(?:成为|为|成)|改为"
    r"|合并，?后?(?:组建|成立|设立|建立|更名|改名|升格)(?:成为|为|成|了)?|并入"
)
_FROM = re.compile(
    r"(?:合并|整合|改建|升格|转设|组建|改制|更名|重组)(?:组建|成立|设立)?(?:而成|而来|成立|组建|设立)"
)
_BASED = re.compile(r"基础上[^，。；]{0,8}?(?:成立|设立|组建|建立)(?:的|了)?")
_FORMERLY = re.compile(r"(?:，|的)*(?:前身|原名|曾用名)(?:是|为|系|叫做?)?")
# When and by whom the former one was founded.
_FOUNDED = re.compile(r"[^，。；]{0,16}")
_WAS = re.compile(r"[”]?[（(](?:原名?|前身[是为]?|曾用名)[：:]?[“]?")
_IS_NOW = re.compile(r"[”]?[（(](?:现名?|今|现[为是]|现更名为)[：:]?[“]?")
_APPROVED = re.compile(r"(?:获批|获准|批准|正式|同意)(?:设立|成立|设置|建立|升格)")
_TRIGGER = re.compile(
    "|".join(each.pattern for each in (_BECOMING, _FROM, _BASED, _FORMERLY, _WAS, _IS_NOW, _APPROVED))
)

_PLANNED = re.compile(
    r"(?:建议|提议|拟|计划|申请|力争|争取|希望|打算|准备|将|有望|不|未|没有?|若|如果|能否|是否)[^，。；]{0,8}$"
)
_DATE = r"(?:(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
# What may stand between a name and the verb that is said of it.
# Each step is taken once and for all: dates in a row must not be tried in every grouping.
_FILLER = re.compile(
    r"(?>[经获][^，。；]{2,20}?(?:批准|同意)|\d{4}年|[一二][〇○零一二三四五六七八九]{3}年|\d{1,2}[月日]|获批|获准"
    r"|正式|成功|顺利|再次|整体|先后|同年|当年|合并|[”，于在被又与和同])*+"
)
_OPENING = re.compile(r"[了的]?[“]?")
_LISTED = re.compile(rf"[”]?{_DATE}(?:、|和|与|及|以及|同)(?:原)?[“]?")
_AND_OTHERS = re.compile(r"[”]?(?:等[^，。；]{0,12})?(?:的)?")
_PRONOUN = re.compile(r"(?:该校|学校|该院|该公司|公司)(?:等)?(?:的)?$")
# The tagger runs on over these from one name to the next.
_BETWEEN = re.compile(r"(?:原名|曾用名|前身)[是为系]?|(?:更名|改名|升格)为|并入|师生|来到|前往")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年|([一二][〇○零一二三四五六七八九]{3})年")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SAME_YEAR = re.compile(r"同年|当年")
_NEIGHBOURS = 4
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """Old names and the new one in a sentence; ``at`` is where a year would stand before, -1 for none."""

    old: tuple[str, ...]
    new: str
    at: int = -1


def successions(segments: Sequence[Segment]) -> list[Succession]:
    """Return the likely successions that Chinese sentences tell of, in the order of their places.

    ``segments`` are those of documents in reading order; sentences of one document that stand near each
    other count as neighbours.
    """
    chinese = [segment for segment in segments if segment.language == "zh"]
    told: dict[tuple[str, str], list[Succession]] = defaultdict(list)
    for index, segment in enumerate(chinese):
        if not _TRIGGER.search(segment.text):
            continue
        near = [
            other
            for other in chinese[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
            if other.place.document == segment.place.document
        ]
        before = near[: near.index(segment)]
        for found in _in_sentence(segment.text, before, near):
            year = _year(segment.text[: found.at], before) if found.at >= 0 else 0
            for old in found.old:
                if _may_follow(old, found.new):
                    told[old, found.new].append(Succession(old, found.new, year, segment.place, segment.text))
    best = [
        min(same, key=lambda each: (not each.year, each.place, each.evidence))
        for (old, new), same in told.items()
        # Of two texts that contradict each other neither is believed.
        if (new, old) not in told
    ]
    return sorted(best, key=lambda each: (each.place, each.old, each.new))


def _in_sentence(text: str, before: Sequence[Segment], near: Sequence[Segment]) -> Iterator[_Found]:
    names = _names(text)
    for verb in _BECOMING.finditer(text):
        old = _ending_at(text, names, verb.start())
        new = _starting_at(text, names, verb.end())
        merged = "合并" in text[: verb.end()] or verb.group() == "并入"
        if new and old and (len(old) == 1 or merged) and not _PLANNED.search(text[: verb.start()]):
            yield _Found(tuple(old), new, verb.start())
    yield from _made_of(text, names)
    for basis in _BASED.finditer(text):
        new = _starting_at(text, names, basis.end())
        old = _ending_at(text, names, basis.start(), _AND_OTHERS)
        if not old and _PRONOUN.search(text[: basis.start()]):
            old = _last_named(before)
        if new and old:
            yield _Found(tuple(old), new, basis.start())
    for name in names:
        for said, is_old in ((_FORMERLY, False), (_WAS, False), (_IS_NOW, True)):
            link = said.match(text, name.end)
            other = _starting_at(text, names, link.end(), _FOUNDED) if link else ""
            if other:
                yield _Found((name.text,), other) if is_old else _Found((other,), name.text)
    yield from _founded(text, names, near)


def _made_of(text: str, names: Sequence[_Name]) -> Iterator[_Found]:
    """Return what "X由A和B合并组建而成" tells."""
    for verb in _FROM.finditer(text):
        old = _ending_at(text, names, verb.start())
        first = min((name.start for name in names if name.text in old), default=0)
        if old and text[first - 1 : first] == "由":
            new = _ending_at(text, names, first - 1)
            if len(new) == 1:
                yield _Found(tuple(old), new[0], verb.start())


def _founded(text: str, names: Sequence[_Name], near: Sequence[Segment]) -> Iterator[_Found]:
    """Return a founding of what has the stem of a lesser institution that is named close by."""
    for verb in _APPROVED.finditer(text):
        if _PLANNED.search(text[: verb.start()]):
            continue
        after = _starting_at(text, names, verb.end())
        for new in [after] if after else _ending_at(text, names, verb.start()):
            for other in dict.fromkeys(name.text for segment in near for name in _names(segment.text)):
                if _stem(other) == _stem(new) and _rank(other) > _rank(new) >= 0:
                    yield _Found((other,), new, verb.end())


def _names(text: str) -> list[_Name]:
    """Return the names of institutions of a sentence."""
    found = []
    for entity in entities(text):
        if entity.kind == "organisation":
            start = entity.start
            for piece in _BETWEEN.split(entity.text):
                start = text.index(piece, start)
                if _ENDING.search(piece) and len(piece) >= _SHORTEST:
                    found.append(_Name(piece.strip("“”"), start, start + len(piece)))
    return found


def _ending_at(text: str, names: Sequence[_Name], end: int, filler: re.Pattern[str] = _FILLER) -> list[str]:
    """Return the name that stands before a verb, with those that are listed before it."""
    found: list[_Name] = []
    for name in reversed(names):
        if name.end > end:
            continue
        between = text[name.end : found[0].start if found else end]
        if not (_LISTED if found else filler).fullmatch(between):
            break
        found.insert(0, name)
    return [name.text for name in found]


def _starting_at(text: str, names: Sequence[_Name], start: int, filler: re.Pattern[str] = _OPENING) -> str:
    """Return the name that stands right after a verb; one that the tagger missed reaches to the next mark."""
    for name in names:
        if name.start >= start and filler.fullmatch(text, start, name.start):
            return name.text
    missed = _AT_ONCE.match(text, start)
    return missed["name"] if missed and len(missed["name"]) >= _SHORTEST else ""


def _last_named(before: Sequence[Segment]) -> list[str]:
    """Return the institution that a pronoun speaks of: the last one named."""
    for segment in reversed(before):
        if found := _names(segment.text):
            return [found[-1].text]
    return []


def _may_follow(old: str, new: str) -> bool:
    """Return whether one name can take over from another: of one kind, none a part of the other."""
    if old == new or old in new or new in old or _kind(old) != _kind(new):
        return False
    # A school of a college (…学院|继续教育学院) is a part of an institution, and so is what it becomes.
    inner = re.match(r".{2,}?(?:大学|学院|公司)(?=.{3,})", old)
    return inner is None or new.startswith(inner.group()) or _kind(inner.group()) != _kind(old)


def _kind(name: str) -> int:
    return next((number for number, endings in enumerate(_KINDS) if name.endswith(endings)), -1)


def _stem(name: str) -> str:
    return _ENDING.sub("", name)


def _rank(name: str) -> int:
    return next((number for number, ending in enumerate(_RANKS) if name.endswith(ending)), -1)


def _year(text: str, before: Iterable[Segment]) -> int:
    """Return the last year that a text names; "the same year" is the last of the sentences before."""
    if found := list(_YEAR.finditer(text)):
        arabic, worded = found[-1].groups()
        return int(arabic or worded.translate(_HAN_DIGITS))
    if _SAME_YEAR.search(text):
        said = " ".join(segment.text for segment in before)
        return _year(said, ()) if _YEAR.search(said) else 0
    return 0
