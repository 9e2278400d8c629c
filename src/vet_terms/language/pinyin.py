"""Chinese names in pinyin: how they are spelt, and whether English text spells them.

Standard form of a personal name (GB/T 28039): surname first, the given name in one word, each with a
capital, no tone marks. Surnames have readings of their own (覃 Qin, 单 Shan, 仇 Qiu), which a general
reading of the character gets wrong. Place names are written as one word (GB/T 16159).
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vet_terms.language.scripts import HAN_CHARACTER
from vet_terms.language.tables import listed

COMPOUND_SURNAMES = frozenset(
    listed(
        """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政
    濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马
    公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 羊舌 微生
    公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 公乘 贯丘 公皙 南荣 东里
    仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜
    """
    )
)

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙"
    "池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容"
    "向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰"
    "巢关蒯相查后荆红游竺权逯盖益桓公楼付肖覃代邸付冼区苟尧撒闫仝佟岳帅缑亢况郈晋楚闫汝鄢涂钦年爱阳佴商牟佘佟"
    "朴谌雒税粟侬韶蒙阿卢萨仡伦粱芦闭邝麦丛初原占詹修亓上车矫岩宛战祁花但旷隋苑"
) - frozenset("上有阿法信但由来后原爱")

SURNAME_READINGS: dict[str, tuple[str, ...]] = {
    "覃": ("qin", "tan"),
    "单": ("shan",),
    "仇": ("qiu",),
    "解": ("xie",),
    "区": ("ou",),
    "查": ("zha",),
    "曾": ("zeng",),
    "任": ("ren",),
    "朴": ("piao",),
    "盖": ("ge", "gai"),
    "华": ("hua",),
    "宁": ("ning",),
    "燕": ("yan",),
    "缪": ("miao",),
    "翟": ("zhai", "di"),
    "葛": ("ge",),
    "乐": ("yue", "le"),
    "员": ("yun",),
    "冼": ("xian",),
    "种": ("chong",),
    "秘": ("bi",),
    "繁": ("po",),
    "折": ("she",),
    "黑": ("he",),
    "牟": ("mou", "mu"),
    "能": ("nai",),
    "隗": ("wei", "kui"),
    "祭": ("zhai",),
    "尉": ("wei",),
    "纪": ("ji",),
    "晁": ("chao",),
    "车": ("che",),
    "谌": ("chen", "shen"),
    "阙": ("que",),
    "相": ("xiang",),
    "应": ("ying",),
    "召": ("shao",),
    "佴": ("nai",),
    "郗": ("xi", "chi"),
    "逄": ("pang",),
    "訾": ("zi",),
    "笪": ("da",),
    "郇": ("xun", "huan"),
    "六": ("lu",),
    "万俟": ("moqi",),
    "尉迟": ("yuchi",),
    "长孙": ("zhangsun",),
    "澹台": ("tantai",),
    "单于": ("chanyu",),
    "宰父": ("zaifu",),
    "亓官": ("qiguan",),
}
"""Readings of surnames that differ from, or are chosen among, the readings of the character."""

_GIVEN_READINGS = {"长": "chang", "重": "chong", "曾": "zeng"}
"""Readings that a character has in given names, where a general reading of it gets another."""

_LONGEST_RUN = 4
_MOST_READINGS = 32
_CAPITALISED = re.compile(r"[A-Z][A-Za-zÀ-ɏ'’]*(?:-[A-Za-zÀ-ɏ]+)*")
_NEAR_LETTERS = 8


@dataclass(frozen=True, slots=True)
class SoundMatch:
    """Chinese characters that English words spell: both as character spans, and how exactly (0 to 1)."""

    zh_start: int
    zh_end: int
    en_start: int
    en_end: int
    exactness: float


def surname_of(name: str) -> str:
    """Return the surname that a Chinese text begins with, compound ones first; empty if none."""
    if name[:2] in COMPOUND_SURNAMES:
        return name[:2]
    return name[:1] if name[:1] in SURNAMES else ""


def romanise_name(name: str) -> str:
    """Return a Chinese person's name in the standard form ("覃正海" → "Qin Zhenghai").

    A text that begins with no known surname takes its first character as one. Spaces and the dot
    between the parts of a name are ignored; ü is written as in the standard.
    """
    plain = re.sub(r"[\s·•]", "", name)
    surname = surname_of(plain) or plain[:1]
    first = SURNAME_READINGS[surname][0] if surname in SURNAME_READINGS else _spell(surname)
    given = _spell(plain[len(surname) :], _GIVEN_READINGS)
    return " ".join(part[:1].upper() + part[1:] for part in (first, given) if part)


def romanise_place(name: str) -> str:
    """Return the proper name of a Chinese place as one word ("融安" → "Rong'an")."""
    spelt = _spell(re.sub(r"\s", "", name))
    return spelt[:1].upper() + spelt[1:]


def pinyin_keys(text: str) -> frozenset[str]:
    """Return the spellings, in lower case without spaces, tones or apostrophes, that a Chinese text can have.

    Every reading of every character counts, surnames with their own, up to a fixed number; of a
    name also the order given name first. Empty where the text has no Chinese character.
    """
    characters = HAN_CHARACTER.findall(text)
    if not characters:
        return frozenset()
    keys = set(_combined([readings_of(character) for character in characters]))
    surname = surname_of("".join(characters))
    if surname and 2 <= len(characters) <= len(surname) + 2:
        readings = SURNAME_READINGS.get(surname) or tuple(_combined([readings_of(char) for char in surname]))
        for given in _combined([readings_of(character) for character in characters[len(surname) :]]):
            keys.update(first + given for first in readings)
            keys.update(given + first for first in readings)
    return frozenset(keys)


def sounds(zh: str, en: str) -> list[SoundMatch]:
    """Return where capitalised English words spell two or more neighbouring Chinese characters.

    "Liuzhou" spells 柳州, "Tang Xianjin" 唐咸仅. Words of eight letters and more may differ in one
    letter (a translator misread a character). The longest match wins; matches do not overlap in
    English. In the order of the English text.
    """
    spellings = _spellings(zh)
    found: list[SoundMatch] = []
    capitalised = list(_CAPITALISED.finditer(en))
    index = 0
    while index < len(capitalised):
        for length in (3, 2, 1):
            run = capitalised[index : index + length]
            if len(run) < length or not _adjacent(run, en):
                continue
            match = _match(spellings, "".join(letters(word.group()) for word in run))
            if match:
                start, end, exactness = match
                found.append(SoundMatch(start, end, run[0].start(), run[-1].end(), exactness))
                index += length
                break
        else:
            index += 1
    return found


def sounds_alike(zh: str, en: str) -> float:
    """Return how alike a Chinese transliteration and a foreign name sound, from 0 to 1.

    Compared by consonant classes, as vowels hardly survive transliteration ("卡坦尼" and "Qahtani":
    k t n and k h t n). 0 where either has fewer than two consonants.
    """
    from rapidfuzz.distance import Levenshtein

    spoken = "".join(readings_of(character)[0] for character in HAN_CHARACTER.findall(zh))
    left, right = _skeleton(spoken), _skeleton(letters(en))
    if min(len(left), len(right)) < 2:
        return 0.0
    return round(Levenshtein.normalized_similarity(left, right), 3)


def letters(text: str) -> str:
    """Return the letters of a Latin text in lower case without accents (ü as v, as keyboards write it)."""
    lowered = text.lower().replace("ü", "v")
    plain = unicodedata.normalize("NFD", lowered)
    return re.sub(r"[^a-z]", "", plain)


def _adjacent(run: list[re.Match[str]], en: str) -> bool:
    return all(en[left.end() : right.start()] == " " for left, right in itertools.pairwise(run))


def _match(spellings: dict[str, tuple[int, int]], spelt: str) -> tuple[int, int, float] | None:
    if spelt in spellings:
        return (*spellings[spelt], 1.0)
    if len(spelt) < _NEAR_LETTERS:
        return None
    from rapidfuzz.distance import Levenshtein

    near = sorted(
        (Levenshtein.distance(spelt, other, score_cutoff=1), end - start, start, other)
        for other, (start, end) in spellings.items()
        if other[0] == spelt[0] and abs(len(other) - len(spelt)) <= 1
    )
    if near and near[0][0] <= 1:
        return (*spellings[near[0][3]], 0.7)
    return None


@functools.lru_cache(maxsize=4096)
def _spellings(zh: str) -> dict[str, tuple[int, int]]:
    spellings: dict[str, tuple[int, int]] = {}
    for length in range(_LONGEST_RUN, 1, -1):
        for start in range(len(zh) - length + 1):
            for key in _spelt(zh[start : start + length]):
                spellings.setdefault(key, (start, start + length))
    return spellings


@functools.lru_cache(maxsize=1 << 18)
def _spelt(part: str) -> tuple[str, ...]:
    """Return how a few characters can be spelt; not at all where one of them is no Chinese character."""
    if not all(HAN_CHARACTER.match(character) for character in part):
        return ()
    return tuple(sorted(pinyin_keys(part)))


def _combined(readings: list[tuple[str, ...]]) -> list[str]:
    """Return the joined readings, the most usual first, no more than a fixed number."""
    return ["".join(parts) for parts in itertools.islice(itertools.product(*readings), _MOST_READINGS)]


@functools.lru_cache(maxsize=65536)
def readings_of(character: str) -> tuple[str, ...]:
    """Return every reading of a character, the most usual first, in small letters without tones."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    readings = [letters(reading) for reading in found]
    # ü is also written u, yu or v abroad and in passports.
    readings += [
        reading.replace("v", other) for reading in readings if "v" in reading for other in ("u", "yu")
    ]
    return tuple(dict.fromkeys(reading for reading in readings if reading))


def _spell(text: str, readings: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the pinyin of a word as one, with an apostrophe before a, o and e inside it.

    ``readings`` are those that certain characters have in such a word.
    """
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(text, style=Style.NORMAL, v_to_u=True)
    if len(syllables) == len(text):
        syllables = [readings.get(char, syllable) for char, syllable in zip(text, syllables, strict=True)]
    spelt = ""
    for syllable in syllables:
        spelt += ("'" if spelt and syllable[:1] in "aoe" else "") + syllable
    return spelt


_CLASSES = str.maketrans(
    {
        **dict.fromkeys("bpfvw", "P"),
        **dict.fromkeys("dt", "T"),
        **dict.fromkeys("gkqhcx", "K"),
        **dict.fromkeys("zsj", "S"),
        **dict.fromkeys("lr", "L"),
        **dict.fromkeys("mn", "N"),
        **dict.fromkeys("aeiouy", None),
    }
)


def _skeleton(spelt: str) -> str:
    classes = spelt.replace("ng", "n").translate(_CLASSES)
    return "".join(key for key, _ in itertools.groupby(classes))
