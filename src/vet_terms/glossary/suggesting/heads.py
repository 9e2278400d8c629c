"""Generic heads: the words for a kind of thing that end the names of institutions, events and the like.

What stands before a head goes before it in English too ("Liuzhou … University"). Beside them stand the words
that ask for another order: processes, places that come last, activities.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from vet_terms.glossary.suggesting.rows import rows
from vet_terms.glossary.suggesting.tables.heads import HEADS
from vet_terms.language.tables import listed

MODIFYING_HEADS: Mapping[str, str] = {
    "职业院校": "vocational college",
    "产业学院": "industry college",
    "企业": "enterprise",
    "学校": "school",
    "高校": "university",
    "院校": "college",
    "培训班": "training class",
    "项目": "project",
    "工程": "engineering",
    "集团": "group",
    "比赛": "competition",
}
"""How a head reads where another head follows it (培训班结业典礼); others keep their words."""

ABSTRACT = frozenset(
    listed(
        "国际化 数字化 现代化 信息化 智能化 标准化 专业化 市场化 本土化 一体化 数字化转型 转型升级 成果转化"
    )
)
"""Processes: English says "of" what they happen to (digitalization of vocational education)."""

TRAILING: Mapping[str, str] = {
    "中国特色": "with Chinese characteristics",
    "民族地区": "in ethnic minority areas",
}
"""What Chinese says first and English last."""

ACTIVITIES = frozenset(
    listed(
        """
    培训 服务 建设 发展 管理 研究 指导 推广 交流 合作 改造 创新 应用 鉴定 认证 评价 评估 培养 检测 改革 升级
    转型 咨询 维修 运营 考核 育人 办学
    """
    )
)
"""What is done: before what it is done to such a word is a verb (服务|职教), before these it is none."""

OF_ACTIVITIES = frozenset(
    listed(
        """
    能力 体系 平台 模式 机制 水平 质量 人员 标准 团队 队伍 方案 项目 资源 成果 方法 经验 需求 制度 政策
    规划 战略 保障 课程 证书 技术 案例 数据 内容 基础 专业 人才 工程 计划 行动 资源库 素养 素质 规范 流程
    发展战略 模块 教材
    """
    )
)
"""Things that are of an activity (服务|能力)."""


@functools.cache
def heads() -> Mapping[str, str]:
    """Return the generic heads with their English, capitalised where they mostly end a name."""
    return dict(rows(HEADS))
