"""Fixed expressions with one character wrong: idioms of the dictionary, terms of the trade and the glossary.

Four characters that are an expression but for one are a slip where that one sounds the same (再接再励 for
再接再厉) or looks alike (专业没置 for 专业设置): Chinese is typed by sound and copied by shape. Shorter
words are left alone, since nearly any two syllables are some word.
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vet_terms.language.pinyin import readings_of
from vet_terms.language.scripts import HAN, HAN_CHARACTER, to_simplified
from vet_terms.language.tables import listed

SIZE = 4
"""Characters of the stretches that are compared."""
_EXPRESSION = re.compile(rf"[{HAN}]{{{SIZE},}}")
_LOOK_ALIKE = listed(
    """
    己已巳 末未 戊戌戍 日曰 目日 人入 士土 干于千 天夭 折拆析 拔拨 侯候 徒徙 竞竟 第弟 幸辛 刺剌 晴睛 喝渴
    崇祟 爪瓜 免兔 乌鸟 今令 贷货 贫贪 治冶 住往 历厉 风凤 设没 陷馅 辩辨辫 拖施 栽裁载 壁璧 赢羸 肓盲育
    伸神 旋施 木术本 技枝 优忧 练炼 蓝篮 融溶 兼廉 密蜜 挑桃 稍梢 侍待 锻缎 摸模 孤狐 诣旨 遣谴 延廷 遂逐
    粟栗 炙灸 钓钩 祛怯 他她地池驰弛 师帅 教数敬 校较 企全 基其 生主 王玉 大太犬 小少 白百自目 问间闻
    由田甲申电 代伐 任住 使便 传转 体休 何河 供洪 倍培陪 偏编 力刀 加如 区匹 各名 合台 因困固团 坚竖 字宇
    室屋 届屈 市布 平半 并井开升 库车 微徽 必心 思恩 成或 抓爪 换焕 推堆 提堤 措错 收牧 政故 明朋 李季 材村
    来米 核该 欢吹 民氏 永水 沟构购 活话 测侧则 清请情晴精 湖糊 源原 漫慢 热熟 牛午 特持待 理埋 环坏怀
    现视规祝 班斑 用甩 界届 的约 直真 知和 研砚 科料 签答 约纳 组祖租 经径 结给洁 老考 者都部 航船 苦若 茶荼
    营管 薄簿 被披 计什 训讯 证征 谈淡 贝见 贯惯 资质 赛塞 轮输 选造 通道 量重 钱线 销消锁 闭闲 防妨 限根
    集焦 需雷 面而 项顷 题提 饭贩 验险检 实买卖 导异 导寻 岗冈 绩债 积枳 能熊 脑恼 录求 状壮 孑子
    """
)
_SMALL = frozenset("的地得了着和与及是在以于之有为而或并等不也都就还把被将从向对到")


@dataclass(frozen=True, slots=True, order=True)
class NearMiss:
    """A stretch that is an expression but for one character, and how it should read."""

    start: int
    end: int
    wrong: int
    right: str


class Expressions:
    """Expressions of four characters and more, ready to be looked for with one character wrong."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take in the texts that are Chinese throughout, a long one as its runs of four characters."""
        whole = {text for text in texts if _EXPRESSION.fullmatch(text)}
        runs = {text[at : at + SIZE] for text in whole for at in range(len(text) - SIZE + 1)}
        self._known = frozenset(runs)
        self._whole = frozenset(text for text in whole if len(text) == SIZE)
        half = SIZE // 2
        self._heads, self._tails = ({text[at : at + half] for text in runs} for at in (0, half))
        self._halves = self._heads | self._tails
        self._by_hole: tuple[dict[str, list[str]], ...] = tuple({} for _ in range(SIZE))
        for text in sorted(runs):
            for hole, expressions in enumerate(self._by_hole):
                expressions.setdefault(text[:hole] + text[hole + 1 :], []).append(text)

    def near_misses(self, zh: str) -> Iterator[NearMiss]:
        """Yield the stretches of a text that are an expression but for one character like the right one.

        One half of such a stretch is right, and leads to the expression.
        """
        half = SIZE // 2
        found: list[NearMiss] = []
        for pair in self._halves.intersection(map(operator.add, zh, zh[1:])):
            at = zh.find(pair)
            while at >= 0:
                for start, halves, holes in (
                    (at, self._heads, range(half, SIZE)),
                    (at - half, self._tails, range(half)),
                ):
                    stretch = zh[start : start + SIZE] if start >= 0 and pair in halves else ""
                    if len(stretch) == SIZE and stretch not in self._known:
                        # A common half (职业) has hundreds of expressions, of which few are so near.
                        for hole in holes:
                            near = self._by_hole[hole].get(stretch[:hole] + stretch[hole + 1 :])
                            found += self._compared(stretch, start, near) if near else ()
                at = zh.find(pair, at + 1)
        yield from sorted(found)

    def _compared(self, stretch: str, start: int, expressions: Iterable[str]) -> Iterator[NearMiss]:
        """Yield those of some expressions with one other character that a stretch is likely meant to be."""
        for right in expressions:
            at = next(at for at in range(SIZE) if stretch[at] != right[at])
            # At the edge of a run of a longer term stands as well the end of another word.
            is_inside = 0 < at < SIZE - 1 or right in self._whole
            if is_inside and are_alike(stretch[at], right[at]):
                yield NearMiss(start, start + SIZE, start + at, right)


@functools.cache
def four_character_idioms() -> Expressions:
    """Return the idioms of four characters in the dictionary."""
    from vet_terms.language.lexicon import idioms

    return Expressions(idiom for idiom in idioms() if len(idiom) == SIZE)


def is_small_word(character: str) -> bool:
    """Return whether a character is so often a word by itself that it stands beside anything."""
    return character in _SMALL


@functools.lru_cache(maxsize=4096)
def are_twins(one: str, other: str) -> bool:
    """Return whether two characters look alike and sound alike but for the tone: 买, 卖."""
    return _look_alike(one, other) and not set(readings_of(one)).isdisjoint(readings_of(other))


def _look_alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _LOOK_ALIKE)


@functools.lru_cache(maxsize=4096)
def are_alike(one: str, other: str) -> bool:
    """Return whether two characters sound or look alike, and are not one character of two scripts."""
    if to_simplified(one) == other or not HAN_CHARACTER.match(one):
        return False
    return not set(readings_of(one)).isdisjoint(readings_of(other)) or _look_alike(one, other)
