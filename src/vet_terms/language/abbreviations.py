"""Short forms of Chinese names of institutions: which ones a full name can have.

A short form takes the first character of words, in order, and of the word for the kind its own short form:
深圳|职业|技术|大学 gives 深职大. It begins in the first word (of a province also with its other name, 桂),
keeps the first word of the field and every word that tells institutions of one place apart, and passes over
only words for a kind. A firm goes by its trade name. Which of the possible forms a text uses, and for whom,
is not known here; see :mod:`vet_terms.glossary.extraction.short_forms`.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator, Sequence

from vet_terms.language.lexicon import is_known, is_proper_noun
from vet_terms.language.name_words import COMMON_WORD, INSTITUTION_SUFFIXES, is_kind
from vet_terms.language.tables import listed
from vet_terms.language.words import general_frequency, words

_HEADS = {
    "高等专科学校": ("高专", "专"),
    "专科学校": ("专",),
    "职业学校": ("职校",),
    "技工学校": ("技校",),
    "师范学校": ("师",),
    "党校": ("党校",),
    "大学": ("大",),
    "学院": ("院", "学院"),
    "学校": ("校",),
    "中学": ("中",),
    "委员会": ("委",),
    "研究院": ("研究院", "研院", "院"),
    "研究所": ("研究所", "所"),
    "科学院": ("科院",),
    "联合会": ("联",),
    "协会": ("协",),
    "学会": ("学会",),
    "商会": ("商会",),
    "基金会": ("基金会",),
    "集团": ("集团",),
    "联盟": ("联盟", "盟"),
    "共同体": ("共同体",),
    "联合体": ("联合体",),
    "中心": ("中心",),
    "实验室": ("实验室",),
    "出版社": ("社",),
    "银行": ("行",),
    "医院": ("院", "医院"),
    "开发区": ("开发区",),
}
"""How names of institutions end, the longest first, and how their short forms do."""
_LEGAL_FORMS = listed("股份有限公司 有限责任公司 控股有限公司 有限公司 公司")
_FIRMS = ("集团", "公司")
_PROVINCES = dict(
    pair.split("=")
    for pair in listed(
        """
    北京=京 天津=津 上海=沪 重庆=渝 河北=冀 山西=晋 内蒙古=蒙 辽宁=辽 吉林=吉 黑龙江=黑 江苏=苏 浙江=浙
    安徽=皖 福建=闽 江西=赣 山东=鲁 河南=豫 湖北=鄂 湖南=湘 广东=粤 广西=桂 海南=琼 四川=川 贵州=黔 云南=滇
    西藏=藏 陕西=陕 甘肃=甘 青海=青 宁夏=宁 新疆=新 香港=港 澳门=澳 台湾=台
    """
    )
)
_OF_THE_COUNTRY = frozenset({"全国", "国家"})
_UNITS = ("自治区", "省", "市", "县", "区")
_SHORTEST, _LONGEST = 2, 10
_PAIR = 2
_MOST_WORDS, _MOST_FORMS = 8, 500


@functools.lru_cache(maxsize=4096)
def abbreviations(name: str) -> frozenset[str]:
    """Return the short forms of an institution's name that end in its kind: 深职大, 教指委, 中土集团."""
    stem, head = _taken_apart(name)
    parts = _parts(stem)
    if not head or not 0 < len(parts) <= _MOST_WORDS:
        return frozenset()
    first, *middle = parts
    ways = list(_ways(middle))
    if math.prod(map(len, ways)) > _MOST_FORMS:
        return frozenset()
    found = {
        "".join((opening, *inner, ending))
        for opening in (*_initials(first), first)
        for inner in itertools.product(*ways)
        for ending in _HEADS.get(head, (head,))
        # 柳州学院 is no form of 柳州职业技术学院: one end is shortened, or all words between are (职教集团).
        if (opening, ending) != (first, head) or (len(middle) > 1 and all(len(piece) == 1 for piece in inner))
    }
    return frozenset(
        form for form in found if _is_shorter(form, name) and (not is_known(form) or is_proper_noun(form))
    )


@functools.lru_cache(maxsize=4096)
def clipped_names(name: str) -> frozenset[str]:
    """Return the short forms of an institution's name without its kind: 柳职, 海经贸."""
    stem, head = _taken_apart(name)
    parts = _parts(stem)
    if not head or head in _FIRMS or not 1 < len(parts) <= _MOST_WORDS or not is_proper_noun(parts[0]):
        return frozenset()
    found = (
        opening + "".join(inner)
        for opening in _initials(parts[0])
        for count in (2, 3)
        for inner in itertools.product(*(_pieces(part) for part in parts[1:count]))
    )
    return frozenset(form for form in found if _is_shorter(form, name) and not is_known(form))


@functools.lru_cache(maxsize=4096)
def trade_names(name: str) -> frozenset[str]:
    """Return what a firm is called by: its trade name, alone or with its place, its business or its kind."""
    return frozenset(form for form in _trade_names(name) if _is_shorter(form, name) and not is_known(form))


def abbreviates(short: str, name: str) -> bool:
    """Return whether a form that a text gives for a name is made of it: its characters, in order.

    It begins where the name does, or with the other name of its province.
    """
    if short in abbreviations(name) | clipped_names(name) | trade_names(name):
        return True
    own = next((name.removeprefix(each) for each in _OF_THE_COUNTRY if name.startswith(each)), name)
    rest = iter(own)
    return short[0] == own[:1] and len(short) < len(name) and all(char in rest for char in short)


def is_general_name(form: str) -> bool:
    """Return whether a form says only what kind of thing is meant (学校, 公司, 条例) and names none."""
    return (
        form in INSTITUTION_SUFFIXES
        or is_kind(form)
        or (is_known(form) and not is_proper_noun(form))
        or form[0] in "本该我此两各"
    )


def _is_shorter(form: str, name: str) -> bool:
    return _SHORTEST <= len(form) <= _LONGEST and len(form) < len(name) - 1


def _taken_apart(name: str) -> tuple[str, str]:
    """Return a name without its kind, and the kind; a group is one whatever its legal form."""
    legal = next((form for form in _LEGAL_FORMS if name.endswith(form)), "")
    plain = name.removesuffix(legal)
    if legal and not plain.endswith("集团"):
        return plain, "公司"
    head = next((head for head in _HEADS if plain.endswith(head)), "")
    return plain.removesuffix(head), head


def _parts(stem: str) -> list[str]:
    """Return the words of a stem; what is of the whole country does not count, nor 市 after a place."""
    parts = words(stem)
    if parts and parts[0] in _OF_THE_COUNTRY:
        del parts[0]
    if parts:
        place = next((parts[0].removesuffix(unit) for unit in _UNITS if parts[0].endswith(unit)), "")
        parts[0] = place if len(place) > 1 and is_proper_noun(place) else parts[0]
    return parts


def _initials(first: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((_PROVINCES.get(first, first[0]), first[0])))


def _pieces(part: str) -> tuple[str, ...]:
    """Return what may stand for a word: itself, its first character; its first pair, the first of each."""
    pairs = (part[:2], part[::2]) if len(part) > _PAIR and len(part) % _PAIR == 0 else ()
    return tuple(dict.fromkeys((part[0], *pairs, part)))


def _ways(middle: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what may stand for each word of the field: words for a kind may be passed over, but the first."""
    for index, part in enumerate(middle):
        yield (*_pieces(part), "") if index and is_kind(part) else _pieces(part)


def _trade_names(name: str) -> Iterator[str]:
    legal = next((form for form in _LEGAL_FORMS if name.endswith(form)), "")
    stem = name.removesuffix(legal).removesuffix("集团")
    if stem == name:
        return
    parts = words(stem)
    before = parts[:1] if len(parts) > 1 and is_proper_noun(parts[0]) else []
    trade = list(itertools.takewhile(_is_trade_name, parts[len(before) :]))
    rest = parts[len(before) + len(trade) :]
    # A daughter in another place is another firm.
    if not trade or any(is_proper_noun(part) for part in rest):
        return
    for opening in ([], before):
        for end in range(len(rest) + 1):
            stretch = "".join((*opening, *trade, *rest[:end]))
            yield from (stretch, *(stretch + kind for kind in _FIRMS))


def _is_trade_name(part: str) -> bool:
    return (
        len(part) > 1 and general_frequency(part) < COMMON_WORD and not is_known(part) and not is_kind(part)
    )
