"""The type of a concept: by how it was found, by the end of the Chinese term, by its English.

Chinese names its things at the end: 计划 is a programme, 条例 a policy text, 大赛 an event. The tables
below hold those endings; what none of them settles is a plain term.
"""

from __future__ import annotations

import re

from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.language.entities import TITLES, is_institution, is_publication
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
ROLE_ENDINGS = tuple(title for title in TITLES if title not in {"专家", "大师", "代表", "委员"})
_SLOGAN = re.compile(r"[，、,;；+＋]")


def type_of(span: ChineseSpan, english: str = "") -> ConceptType:
    """Return the type of a concept from its best Chinese span and its English, where known."""
    zh = span.text
    if span.origin == "book":
        return "policy" if zh.endswith(POLICY_ENDINGS) else "publication"
    if span.kind:
        return span.kind
    if is_publication(zh):
        return "publication"
    if is_institution(zh) and (_is_title(english) or (span.origin == "quote" and not _begins_with_verb(zh))):
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
    tags = [token.tag for token in tagged(zh)]
    verbs = [tag in {"v", "vd"} for tag in tags]
    if any(verbs) and tags[-1] == "n" and not verbs[0]:
        # The verb is inside the name of a thing (…综合回收技术).
        return "term"
    # A quoted phrase with a verb in it is a call to do something.
    return (
        "policy" if any(verbs) or re.match(r"[一两三四五六七八九十].[一两三四五六七八九十]", zh) else "term"
    )


def _begins_with_verb(zh: str) -> bool:
    return tagged(zh)[0].tag in {"v", "vd"}


def _is_title(english: str) -> bool:
    words = [
        word
        for word in re.findall(r"[A-Za-z]+", english)
        if word.lower() not in {"of", "and", "for", "the", "in"}
    ]
    return len(words) > 1 and all(word[0].isupper() for word in words)
