"""Words by which Chinese names are told: what institutions, periodicals, places and titles end in.

Here are the lists and the questions that they alone answer; where a name stands in a text is found in
:mod:`vet_terms.language.entities`.
"""

from __future__ import annotations

import re

from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.lexicon import is_known
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.language.words import general_frequency, words

INSTITUTION_SUFFIXES = listed(
    """
    学院 大学 学校 中学 小学 幼儿园 党校 职校 技校 公司 集团 厂 企业联合会 中心 基地 共同体
    联合体 联盟 工坊 研究院 研究所 科学院 工程院 实验室 工作室 工作站 委员会 常委会 党委 市委
    省委 区委 县委 政府 厅 司法局 局 部 办公室 协会 学会 商会 总会 联合会 基金会 代表处 办事处
    领事馆 大使馆 使馆 银行 医院 法院 检察院 出版社 通讯社 报社 图书馆 博物馆 体育馆 书院
    俱乐部 园区 开发区 示范区 试验区 工业园 产业园 科技园 城职院 职院 事务所 合作社 总局 支部
    组织部 宣传部 秘书处 工商大会 分中心 教育局 管理局 训练局 监督局 发展局 合作署 教育处 管理处 研究会
    服务团 工作队 讲师团 党支部 党总支 学堂 保税区 合作区 自贸区 高新区 经开区 纪念馆 展览馆 科技馆 美术馆
    电视台 理事会 董事会 组委会 指导委 教指委 大学堂 技师学院 孵化器 众创空间
    """
)
PUBLICATION_SUFFIXES = ("日报", "晚报", "早报", "周报", "学报", "周刊", "月刊", "杂志")
PLACE_SUFFIXES = tuple(
    listed(
        """
    自治州 自治区 半岛 省 市 县 区 州 盟 旗 镇 乡 村 郡 岛 洲 路 街 港 湾 山 河 江 湖
    """
    )
)
TITLES = listed(
    """
    博士 硕士 教授 副教授 老师 院长 校长 厅长 局长 部长 市长 省长 县长 处长 科长 主任 书记 主席
    总理 总统 总书记 会长 秘书长 董事长 总经理 经理 记者 大师 同志 先生 女士 院士 专家 研究员
    工程师 大使 委员 代表 总裁 总监 干事 特派员 导师 顾问 讲师 队长 团长 理事长 主编
    """
)

REGIONS = listed(
    "长三角 珠三角 京津冀 粤港澳大湾区 成渝地区双城经济圈 长江经济带 大湾区 北部湾 中西部 东中西部"
)
"""Parts of the country that policy papers name and the tagger knows not, or not always."""
ORGANS = listed(
    """
    农业农村部 人力资源和社会保障部 人力资源社会保障部 工业和信息化部 科学技术部 文化和旅游部 交通运输部
    生态环境部 自然资源部 住房和城乡建设部 退役军人事务部 国家发展改革委 国家发展和改革委员会 国家乡村振兴局
    国家卫生健康委 国家国际发展合作署 全国人大 全国政协 全国总工会 共青团中央 党中央 国务院 教务处 学生处
    """
)
"""Organs of the state, and offices of every college, that have a name without any place."""
KINDS = frozenset(
    listed(
        """
    职业 技术 职业技术 高等 中等 高职 中职 高等职业 本科 专科 高专 产业 现代 现代产业 二级 工匠 学徒 民办
    公办 国有 国营 私营 民营 中小 中小微 龙头 骨干 大型 上市 科技 职教 教育 职业教育 培训 研究 服务 实训
    实习 生产 生产性 示范 示范性 特色 国家 国际 全国 地方 当地 省级 国家级 市级 校级 区域 社区 开放 网络
    高水平 一流 应用型 综合 综合性 公共 专业 重点 普通 成人 老年 试点 合作 联合 校企 产教 融合 海外 国外
    境外 跨国 外资 行业 优质 对口 数据 体验 创新 创业 孵化 工作 技能 人才 师资 教师 学生 员工 学习 教学
    发展 交流 虚拟 仿真 虚拟仿真
    """
    )
)
"""Words that say which kind of institution, and none that it is called by."""
_TRANSLITERATED = re.compile(
    "[阿埃艾安奥巴贝比宾伯波布查达戴丹德迪蒂丁杜多恩尔法菲费芬弗福格古哈海汉赫亨胡基吉加杰卡凯坎科克肯拉莱赖兰劳雷里利丽"
    "林琳卢鲁罗洛马玛麦曼梅蒙米莫姆娜纳南内尼诺帕佩皮普奇乔热萨塞桑莎舍斯苏索塔泰坦汤特图托瓦万维韦沃西希谢辛雅亚娅杨耶"
    "叶伊依因英尤约泽扎詹朱茨夫黛妮丝顿森逊]{3,6}$"
)
# Single-character tails count only where the model itself took the word for an institution.
LONG_SUFFIXES = tuple(suffix for suffix in INSTITUTION_SUFFIXES if len(suffix) > 1)
_FIRM = re.compile(r"(?:集团|公司)$")
COMMON_WORD = 500
_HAN_ONLY = re.compile(f"[{HAN}]+$")


def is_institution(name: str) -> bool:
    """Return whether a Chinese text ends in a word for a kind of institution."""
    return name.endswith(LONG_SUFFIXES)


def is_transliterated(name: str) -> bool:
    """Return whether a Chinese text is made of the characters that spell foreign personal names (玛丽亚)."""
    return bool(_TRANSLITERATED.match(name))


def is_publication(name: str) -> bool:
    """Return whether a Chinese text ends in a word for a kind of periodical."""
    return name.endswith(PUBLICATION_SUFFIXES)


def is_faculty(word: str) -> bool:
    """Return whether a word names a college's school by its field (动物医学院), not a kind (产业学院)."""
    field = word.removesuffix("学院")
    return (
        word.endswith("学院")
        and len(field) > 1
        and not is_known(word)
        and not is_kind(field)
        and bool(_HAN_ONLY.match(field))
    )


def is_kind(modifier: str) -> bool:
    """Return whether what stands before the word for an institution only says of which kind it is."""
    return modifier in KINDS or all(part in KINDS for part in words(modifier))


def is_firm(word: str) -> bool:
    """Return whether a word names a company: what stands before 集团 or 公司 is no common word."""
    name = _FIRM.sub("", word)
    return (
        name != word
        and len(name) > 1
        and not is_kind(name)
        and any(general_frequency(part) < COMMON_WORD and part not in ABBREVIATED for part in words(name))
    )
