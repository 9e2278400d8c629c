"""The type of a concept: by how it was found, by the end of the Chinese term, by its English.

Chinese names its things at the end: 计划 is a programme, 条例 a policy text, 大赛 an event. The tables
below hold those endings; what none of them settles is a plain term.
"""

from __future__ import annotations

import re

from vet_terms.glossary.extraction.english import is_title
from vet_terms.glossary.extraction.field import POLICIES, PROGRAMMES, TERMS
from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.language.name_words import TITLES, is_institution, is_publication
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.language.tagging import tagged
from vet_terms.model import ConceptType

PROGRAMME_ENDINGS = listed(
    """
    计划 工程 项目 行动 培训班 研修班 专员班 订单班 特色班 培训 专项 课程 班
    """
)
EVENT_ENDINGS = tuple(
    listed(
        """
    大赛 竞赛 比赛 论坛 峰会 会议 年会 大会 研讨会 座谈会 咨询会 交流会 工作会 现场会 发布会
    博览会 展览会 仪式 典礼 庆典 运动会 文化节 活动周 开放日
    """
    )
)
POLICY_ENDINGS = tuple(
    listed(
        """
    方案 规划 纲要 条例 办法 意见 规定 决定 通知 法案 法 倡议 战略 政策 制度 准则 规范 标准 框架
    协定 公约 宣言 部署
    """
    )
)
AWARD_ENDINGS = listed("奖 奖章 称号 先进集体 先进个人 标兵 能手 工作队员")
ROLE_ENDINGS = (
    *(title for title in TITLES if title not in {"专家", "大师", "代表", "委员"}),
    *listed("传承人 带头人 负责人 店长 工作队员 技术能手 劳动模范"),
)
_NUMBER = "[一二三四五六七八九十]{1,3}"
CONGRESS = re.compile(f"党的{_NUMBER}大(?![{HAN}]?[会学院])|(?:党的)?{_NUMBER}届{_NUMBER}中全会")
"""The party congresses and plenums that papers cite by number."""
_CALLS = tuple(
    listed(
        """
    引领 驱动 先行 先导 主导 赋能 铸魂 育人 强国 立身 破局 提质 增效 兴国 兴市 兴校 强校 强省 融合 融通
    贯通 联动 协同 协作 共建 共享 共育 互聘 互认 出海 伴随 保障 支撑 带动 筑基 赋彩 建功
    """
    )
)
_REACHES = ("全国", "世界", "国际", "亚洲", "全球", "中国", "全省", "全区", "全市")
_SLOGAN = re.compile(r"[，、,;；+＋]")


def type_of(span: ChineseSpan, english: str = "") -> ConceptType:
    """Return the type of a concept from its best Chinese span and its English, where known."""
    zh = span.text
    if span.origin == "book":
        return "policy" if zh.endswith(POLICY_ENDINGS) else "publication"
    if span.kind:
        return span.kind
    if CONGRESS.match(zh):
        return "event"
    if zh in POLICIES:
        return "policy"
    if zh in PROGRAMMES:
        return "programme"
    if zh in TERMS and not zh.endswith(ROLE_ENDINGS):
        return "term"
    if is_publication(zh):
        return "publication"
    if is_institution(zh) and (is_title(english) or (span.origin == "quote" and not _begins_with_verb(zh))):
        return "organisation"
    if zh.endswith(EVENT_ENDINGS):
        return "event"
    if span.origin in {"quote", "formula"}:
        return _quoted_type(span)
    if zh.endswith(ROLE_ENDINGS) and len(zh) > 2:
        return "role"
    if span.origin == "compound" and zh.endswith(("计划", "培训班")) and len(zh) > 4:
        return "programme"
    return "term"


def is_named_event(span: ChineseSpan) -> bool:
    """Return whether a compound is the name of one event: it begins with a place, a reach or a number."""
    return (
        span.origin == "compound"
        and len(span.tags) > 2
        and span.text.endswith(EVENT_ENDINGS)
        and (span.tags[0] in {"LOC", "ORG", "m"} or span.text.startswith(_REACHES))
    )


def _quoted_type(span: ChineseSpan) -> ConceptType:
    """Return the type of a quotation: a programme by its end, a slogan or a policy by its build."""
    zh = span.text
    if zh.endswith(AWARD_ENDINGS):
        return "term"
    if zh.endswith(PROGRAMME_ENDINGS) and not _SLOGAN.search(zh):
        return "programme"
    if (
        span.origin == "formula"
        or _SLOGAN.search(zh)
        or zh.endswith((*POLICY_ENDINGS, "制", "体制"))
        or zh[0] == "双"
    ):
        return "policy"
    if re.search("[的得像]|起来", zh) or re.fullmatch(r"[\d+＋]+", zh):
        # What somebody said of a thing, or how it is counted (2+3).
        return "term"
    tags = [token.tag for token in tagged(zh)]
    verbs = [tag in {"v", "vd"} for tag in tags]
    if len(tags) == 2 and verbs == [False, True] and not zh.endswith(_CALLS):
        # A noun and what is done with it: a process (高炉熔炼), unless it calls for something (项目引领).
        return "term"
    if any(verbs) and tags[-1] == "n" and not verbs[0]:
        # The verb is inside the name of a thing (…综合回收技术).
        return "term"
    # A quoted phrase with a verb in it is a call to do something.
    return (
        "policy" if any(verbs) or re.match(r"[一两三四五六七八九十].[一两三四五六七八九十]", zh) else "term"
    )


def _begins_with_verb(zh: str) -> bool:
    return tagged(zh)[0].tag in {"v", "vd"}
