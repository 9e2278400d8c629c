"""Chinese term candidates: what in a Chinese sentence could be an entry of a glossary.

Four kinds, from the surest to the least sure: text that the writer set in “ ” or 《 》, names, policy
formulas (X+X, 双…, numbered slogans), and noun compounds. Choosing among them is not done here.
Compounds follow the grammar of Chinese terms (ISO 704 would call them designations): nouns and verbal
nouns with adjectives, distinguishing words and names before them; a verb only inside or, after a
noun, at the end. Nested compounds are weighed by C-value (Frantzi, Ananiadou and Mima 2000).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.entities import DASHES, Entity, EntityKind, entities
from vet_terms.language.lexicon import ABBREVIATED, is_known, is_proper_noun
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.language.tagging import Token, tagged
from vet_terms.language.words import general_frequency, words

Origin = Literal["quote", "book", "entity", "formula", "compound", "coordinate"]

_QUOTED = re.compile(
    r"“([^“”]{2,60})”|‘([^‘’]{2,60})’|「([^「」]{2,60})」|『([^『』]{2,60})』|\"([^\"]{2,60})\""
)
_BOOK = re.compile(r"《([^《》]{2,80})》")
_QUOTE_MARKS = '“”‘’「」『』"《》〈〉'
_FORMULA = re.compile(rf"[{HAN}A-Za-z0-9]{{1,8}}(?:[+＋][{HAN}A-Za-z0-9]{{1,8}})+")
_ENUMERATED = re.compile(
    rf"(?:^|[：:，是])([{HAN}]{{4}})(?:[、，]([{HAN}]{{4}}))(?:[、，]([{HAN}]{{4}}))?(?:[、，]([{HAN}]{{4}}))?[。；]?$"
)

GENERIC = frozenset(
    listed(
        """
    情况 基础 优势 过程 方面 领域 方式 工作 水平 成果 作用 问题 原因 结果 目的 意义 特点 特征
    内容 部分 程度 范围 阶段 关系 条件 环境 现状 背景 趋势 方向 局面 格局 新格局 步伐 力度 契机
    机遇 挑战 要求 需要 形式 状态 效果 成效 成绩 经验 实际 现实 时期 时代 今后 目前 近年 年度
    期间 时间 地区 地方 全国 全区 国内 国外 国家 区域 单位 部门 机构 人员 人才 人民 群众 大家
    同志 领导 主管 数量 比例 总数 全部 个人 集体 社会 世界 全球 国际 海外 当地 现场 场地 大会
    会议 活动 行动 措施 举措 做法 任务 目标 思路 理念 模式 机制 体系 制度 标准 规格 结构 平台
    资源 项目 计划 方案 政策 战略 协议 建设 发展 改革 创新 研究 管理 服务 培训 教育 教学 学习
    交流 合作 协作 实践 探索 推广 推动 提升 提高 支持 支撑 保障 引领 示范 改造 调整 转化 转换
    认可 应用 开发 开放 输出 输入 学生 教师 老师 学员 学校 企业 公司 行业 产业 专业 课程 技术
    技能 能力 素质 知识 经济 市场 需求 就业 岗位 城市 农村 乡村 名片 精神 力量 动能 活力 潜力
    道路 之路 路径 坐标 大局 篇章 缩影 典范 标杆 事业 业务 事件 重点 核心 关键 主体 主题 总体
    整体 特色 针对性 积极性 重要性 可能性 称号 荣誉 代表 名单 数据 实力 指标 思维 节奏 动作 故事
    意识 责任感 思想 决策 部署 文化 历史 资格 权威 更多 批次 国 人 院 校 县 区 市 省 级 类 型 员
    期 年 月 日 方 面 上 下 中 内 外 前 后 国别 家 工业 政府 组织 协会 高校 院校 教学 教材 公寓
    车间 主要领导 高度评价
    """
    )
)
"""Words that are too general to be a term alone, or one that lives by the name before it."""

_EMPTY_TAILS = frozenset(
    listed(
        """
    情况 基础 优势 过程 方面 领域 方式 作用 问题 原因 结果 目的 意义 特点 程度 范围 阶段 现状
    背景 趋势 方向 局面 步伐 力度 契机 机遇 挑战 效果 成效 成绩 成果 经验 实际 时期 期间 现场
    之路 水平 针对性 积极性 重要性 称号 荣誉 大局 篇章 缩影 典范 名单 节奏 动作 故事 格局 新格局
    等 单位 实践 工作 需要 贡献 缺口 作用 名片 全过程 需求
    """
    )
) - {"需求"}
"""Last words that only say that there is something: 职业教育|情况."""

_EMPTY_HEADS = frozenset(
    listed(
        """
    基本 主要 重要 重大 有关 相关 部分 全部 全面 许多 更多 更 各 该 本 新 大 小 多 一批 优秀
    先进典型 深度 总体 整体 不同 普遍 一定 良好 高度 积极 广泛 明显 显著 强大 充分 坚实 广阔
    鲜明 巨大 真实 复杂 最高 目前 近年 未来 其他 其它 全区 全国 当前
    """
    )
)
"""First words that qualify a mention and not a concept."""

_NAME_HEADS = frozenset({"国家", "地区", "标准", "模式", "特色"})
"""Words that make a term with a name before them (东盟国家, 柳州模式)."""

_TRANSITIVE = frozenset(
    listed(
        """
    开展 进行 实施 推进 培养 加强 举办 开设 提供 实现 形成 构建 建设 建成 建立 打造 成立 设立
    参加 参观 促进 推动 提升 提高 完善 扩大 增强 强化 坚持 围绕 依托 面向 服务 助力 助推 带动
    引入 引进 输出 输送 整合 集结 借鉴 帮助 应对 支持 鼓励 获得 获评 荣获 完成 解决 满足 适应
    具有 拥有 包括 成为 作为 担任 使用 利用 采用 通过 结合 对接 融入 立足 响应 推广 总结 签署
    签订 颁发 招收 招录 接受 给予 共同 积极 大力 引领 进入 得到 伴随 带领 服务于 深化 探索 负责
    落实 落地 实行 涉及 位于 来自 继续 希望 选派 共有 拜访 彰显 标志 牵头 承办 主办 攻克 填补
    缓解 贯彻 践行 抓好
    """
    )
)
"""Verbs that open a phrase about a thing and are not part of its name."""

_NOUN_TAGS = frozenset({"n", "nz", "vn", "an", "nw"})
_MODIFIER_TAGS = frozenset({"a", "s", "LOC", "ORG", "vd", "ad"})
_MODIFIER_TIMES = frozenset({"现代", "当代", "新时代", "近代"})
_HAN_WORD = re.compile(rf"[{HAN}A-Za-z0-9]+$")
_LONGEST_QUOTE = 30
_SPEECH = re.compile(r"(?:[说道称问答]|表示|写道|指出|认为)[：:，,]?[“‘「\"]$")
_LONGEST_COMPOUND = 6
_LONGEST_MEMBER = 6


@dataclass(frozen=True, slots=True)
class ChineseSpan:
    """A candidate in its sentence: the term (quotes inside it taken out) and where it stands."""

    text: str
    start: int
    end: int
    origin: Origin
    kind: EntityKind | None = None
    tags: tuple[str, ...] = ()
    """Of a compound, the tags of its words."""


@dataclass(frozen=True, slots=True)
class ChineseSentence:
    """A sentence with its words, its names, and its candidates (which may overlap and nest)."""

    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    spans: tuple[ChineseSpan, ...]


def analyse(text: str) -> ChineseSentence:
    """Return the candidates of one Chinese sentence, each place once, by its surest origin."""
    tokens = tagged(text)
    names = tuple(entities(text))
    found = [
        *(span for span in _quoted(text) if not _is_speech(text, span, tokens)),
        *(_span(text, name.start, name.end, "entity", name.kind) for name in names),
        *_without_place(text, names),
        *_formulas(text, tokens),
        *_coordinates(text),
        *_compounds(text, tokens, names),
    ]
    first: dict[tuple[int, int], ChineseSpan] = {}
    for span in found:
        if len(span.text) > 1:
            first.setdefault((span.start, span.end), span)
    return ChineseSentence(text, tokens, names, tuple(sorted(first.values(), key=lambda s: (s.start, s.end))))


def without_marks(text: str) -> str:
    """Return a term with the quotes and book marks in it taken out and dashes made one kind."""
    plain = "".join(character for character in text if character not in _QUOTE_MARKS)
    return re.sub(rf"\s*[{re.escape(DASHES)}]+\s*", _one_dash, plain).strip(" ,，、。;；：:")


def c_values(forms: Iterable[str]) -> dict[str, float]:
    """Return the C-value of each form: how often it stands by itself, longer forms weighing more.

    A form met only inside one longer form has 0 (Frantzi, Ananiadou and Mima 2000, with the
    length in characters).
    """
    counts = Counter(forms)
    inside: dict[str, list[int]] = {form: [] for form in counts}
    for longer, count in counts.items():
        parts = {
            longer[i:j]
            for i in range(len(longer))
            for j in range(i + 2, len(longer) + 1)
            if j - i < len(longer)
        }
        for part in parts & counts.keys():
            inside[part].append(count)
    return {
        form: round(
            math.log2(len(form)) * (count - (sum(nests) / len(nests) if (nests := inside[form]) else 0)), 4
        )
        for form, count in counts.items()
    }


def _one_dash(match: re.Match[str]) -> str:
    return "—" if "—" in match.group() else "-"


def _span(text: str, start: int, end: int, origin: Origin, kind: EntityKind | None = None) -> ChineseSpan:
    return ChineseSpan(without_marks(text[start:end]), start, end, origin, kind)


def _is_speech(text: str, span: ChineseSpan, tokens: Sequence[Token]) -> bool:
    """Return whether a quotation is what somebody said and no name: a pronoun, an adverb, or a sentence."""
    if span.origin == "book":
        return False
    inside = [token for token in tokens if span.start <= token.start < span.end]
    spoken = any(token.tag in {"r", "d", "xc"} or token.text in {"了", "吗", "吧", "呢"} for token in inside)
    introduced = bool(_SPEECH.search(text[: span.start]))
    return introduced or spoken or span.end - span.start > _LONGEST_QUOTE or text[span.end - 1] in "！？。"


def _quoted(text: str) -> list[ChineseSpan]:
    found = []
    for pattern, origin in ((_QUOTED, "quote"), (_BOOK, "book")):
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = match.span(group)
            if re.search(rf"[{HAN}]", match.group(group)) and not re.search(
                r"[。；？]", match.group(group)[:-1]
            ):
                made: Origin = "book" if origin == "book" else "quote"
                found.append(_span(text, start, end, made))
    return found


def _formulas(text: str, tokens: Sequence[Token]) -> list[ChineseSpan]:
    """Return phrases joined by plus signs, whose members are parallel: the last is as long as the first."""
    found = []
    for match in _FORMULA.finditer(text):
        plus = re.compile("[+＋]")
        first_plus = plus.search(text, match.start(), match.end())
        assert first_plus
        last_plus = max(mark.start() for mark in plus.finditer(text, match.start(), match.end()))
        start = reached = first_plus.start()
        for token in reversed(tokens):
            if not (match.start() <= token.start and token.end == reached):
                continue
            if first_plus.start() - token.start > _LONGEST_MEMBER or token.tag in {"p", "c", "u", "d"}:
                break
            reached = token.start
            # A verb before the member governs the formula (构建|AI+职教).
            start = start if token.tag == "v" else reached
        end = last_plus + 1
        for token in tokens:
            fits = token.end - last_plus - 1 <= max(2, first_plus.start() - start)
            if token.start == end and token.end <= match.end() and (fits or end == last_plus + 1):
                end = token.end
        if start < first_plus.start() and end > last_plus + 1:
            found.append(_span(text, start, end, "formula"))
    return found


def _without_place(text: str, names: Sequence[Entity]) -> list[ChineseSpan]:
    """Return institutions without the place that stands before them, which English may leave out."""
    found = []
    for name in names:
        parts = words(name.text)
        place = parts[0] if name.kind == "organisation" and len(parts) > 2 else ""
        dash = name.text[len(place) : len(place) + 1] in DASHES
        if is_proper_noun(place) and not dash and len(name.text) - len(place) > 3:
            found.append(_span(text, name.start + len(place), name.end, "entity", name.kind))
    return found


def _coordinates(text: str) -> list[ChineseSpan]:
    """Return the four-character phrases that a heading is made of (规划先行、政策先导)."""
    body = re.sub(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．是]?\s*)", "", text)
    shift = len(text) - len(body)
    match = _ENUMERATED.fullmatch("是" + body)
    if not match:
        return []
    return [
        _span(text, match.start(group) - 1 + shift, match.end(group) - 1 + shift, "coordinate")
        for group in range(1, 5)
        if match.group(group)
    ]


def _compounds(text: str, tokens: Sequence[Token], names: Sequence[Entity]) -> list[ChineseSpan]:
    found = []
    for run in _runs(tokens, names):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + _LONGEST_COMPOUND)):
                part = run[first : last + 1]
                if _is_compound(part) and (
                    part[-1].tag != "v" or part[0].text in ABBREVIATED or _ends_phrase(text, part[-1].end)
                ):
                    start, end = part[0].start, part[-1].end
                    found.append(
                        ChineseSpan(without_marks(text[start:end]), start, end, "compound", None, _tags(part))
                    )
    return found


def _runs(tokens: Sequence[Token], names: Sequence[Entity]) -> list[list[Token]]:
    """Return the longest runs of words that compounds may be made of; a name is not cut in two."""
    runs: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        name = next((name for name in names if name.start <= token.start < name.end), None)
        if name and (name.start, name.end) != (token.start, token.end):
            if token.start == name.start:
                runs[-1].append(Token(name.text, "ORG", name.start, name.end))
            continue
        if _joins(tokens, index):
            runs[-1].append(token)
        else:
            runs.append(_quoted_head(tokens, index) if token.text in "”’" else [])
    return [run for run in runs if run]


def _quoted_head(tokens: Sequence[Token], close: int) -> list[Token]:
    """Return a short quotation as one word, for compounds such as “双元制”职业教育基地."""
    opening = next((i for i in range(close - 1, -1, -1) if tokens[i].text in "“‘"), None)
    if opening is None or close + 1 >= len(tokens) or not _joins(tokens, close + 1):
        return []
    inside = tokens[opening + 1 : close]
    if not inside or inside[-1].end - inside[0].start > 8 or any(token.tag == "w" for token in inside):
        return []
    text = tokens[opening].text + "".join(token.text for token in inside) + tokens[close].text
    return [Token(text, "nz", tokens[opening].start, tokens[close].end)]


def _joins(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not _HAN_WORD.match(token.text):
        return False
    if token.tag in _NOUN_TAGS or token.tag in _MODIFIER_TAGS or token.text in ABBREVIATED:
        return True
    if token.tag == "TIME":
        return token.text in _MODIFIER_TIMES
    if token.tag == "m":
        return bool(re.match(r"第.+[期届批次轮]$", token.text))
    return token.tag == "v" and len(token.text) >= 2 and token.text not in _TRANSITIVE


def _is_compound(run: Sequence[Token]) -> bool:
    first, last = run[0], run[-1]
    if first.text in _EMPTY_HEADS or last.text in _EMPTY_TAILS:
        return False
    if len(run) == 1:
        return _stands_alone(first)
    if any(word.tag in {"LOC", "ORG"} for word in run[1:]) or all(
        word.tag in {"LOC", "ORG"} or (word.text in GENERIC and len(run) == 1) for word in run
    ):
        return False
    if first.tag == "v" and first.text not in ABBREVIATED:
        return False
    if first.tag == "ORG" and not _may_begin_with_name(run):
        return False
    if any(_is_broken(word.text) for word in run):
        return False
    if first.tag in {"ad"} or (first.tag == "a" and len(first.text) < 2):
        return False
    verbs = [
        position for position, word in enumerate(run) if word.tag == "v" and word.text not in ABBREVIATED
    ]
    if last.tag in _NOUN_TAGS or last.text in ABBREVIATED:
        return not verbs or (len(run) >= 4 and len(verbs) <= 2) or (len(run) == 3 and verbs == [1])
    # Noun and verb in four characters name an activity (海外办学); longer ones are sentences.
    return (
        last.tag == "v"
        and len(run) == 2
        and last.end - first.start == 4
        and (first.text in ABBREVIATED or (verbs == [1] and first.tag in {"n", "s", "vd"}))
    )


def _tags(run: Sequence[Token]) -> tuple[str, ...]:
    """Return the tags of a compound; set phrases with a shortened word (产教融合) count as nouns."""
    tags = ["quote" if token.text[0] in _QUOTE_MARKS else token.tag for token in run]
    for index, token in enumerate(run):
        if token.text in ABBREVIATED or (index and run[index - 1].text in ABBREVIATED and token.tag == "v"):
            tags[index] = "vn"
    return tuple(tags)


def _may_begin_with_name(run: Sequence[Token]) -> bool:
    """Return whether an institution may begin a compound: 东盟国家, 教育厅厅长; not 柳工产业发展需求."""
    name = run[0].text
    if not is_proper_noun(name) and _is_plain(name):
        return True
    return len(run) == 2 and run[1].text in _NAME_HEADS


def _is_plain(word: str) -> bool:
    return is_known(word) or general_frequency(word) > 0


def _is_broken(word: str) -> bool:
    """Return whether a supposed word is the end of one and another (制工程 in 两年制工程机械)."""
    return (
        not _is_plain(word)
        and len(word) > 2
        and len(words(word)[0]) == 1
        and re.match(f"[{HAN}]", word) is not None
    )


def _ends_phrase(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in "，、。；：！？,.;:!?）)”"


def _stands_alone(word: Token) -> bool:
    if (
        word.text in GENERIC
        or word.text in ABBREVIATED
        or word.tag not in {"n", "nz", "vn", "ORG"}
        or not re.search(f"[{HAN}]", word.text)
    ):
        return False
    # A two-character word must be rare in general text to be worth an entry.
    common = general_frequency(word.text)
    return common < 60 if len(word.text) == 2 else common < 3000 or len(word.text) >= 4


def outermost(spans: Sequence[ChineseSpan]) -> list[ChineseSpan]:
    """Return the spans without those that are only pieces of a name or of a quoted phrase."""
    whole = [span for span in spans if span.kind or span.origin in {"quote", "book", "formula"}]
    return [
        span
        for span in spans
        if not any(
            other.start <= span.start
            and span.end <= other.end
            and (other.start, other.end) != (span.start, span.end)
            for other in whole
            if (span.origin == "compound" and len(span.tags) > 1) or (span.kind and other.kind)
        )
    ]


def worth_keeping(spans: Mapping[str, Sequence[ChineseSpan]]) -> list[str]:
    """Return the Chinese forms that are worth a person's look, in the order of the code points.

    Text in quotes, names and formulas count by themselves. A compound must be made of nouns alone,
    begin with no name, be of moderate length, and stand by itself somewhere (C-value above 0); one
    that is met once must have at least four characters.
    """
    weak = {"compound", "coordinate"}
    compounds = {form for form, seen in spans.items() if all(span.origin in weak for span in seen)}
    nominal = {form for form in compounds if any(_is_nominal(span) for span in spans[form])}
    values = c_values(form for form in sorted(nominal) for _ in spans[form])
    return [
        form
        for form in sorted(spans)
        if form not in compounds
        or (form in nominal and values[form] > 0 and (len(spans[form]) > 1 or len(form) >= 4))
    ]


def _is_nominal(span: ChineseSpan) -> bool:
    named = bool(span.tags) and span.tags[0] in {"LOC", "ORG", "quote"}
    verbs = any(tag in {"v", "vd", "ad"} for tag in span.tags)
    short = 1 <= len(span.tags) <= 4 and len(span.text) <= 10
    return short and not verbs and (not named or span.text.endswith(tuple(_NAME_HEADS)))
