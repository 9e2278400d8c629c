"""Names whose English is not made of their parts."""

from __future__ import annotations

from collections.abc import Mapping

SET_NAMES: Mapping[str, str] = {
    "国务院": "State Council",
    "中国科学院": "Chinese Academy of Sciences",
    "中国工程院": "Chinese Academy of Engineering",
    "中国社会科学院": "Chinese Academy of Social Sciences",
    "中共中央": "CPC Central Committee",
    "全国人民代表大会": "National People's Congress",
    "全国人大": "National People's Congress",
    "中华全国总工会": "All-China Federation of Trade Unions",
    "共青团中央": "Central Committee of the Communist Youth League of China",
    "新华社": "Xinhua News Agency",
    "新华网": "Xinhuanet",
    "人民日报": "People's Daily",
    "光明日报": "Guangming Daily",
    "中国教育报": "China Education Daily",
    "中国青年报": "China Youth Daily",
    "粤港澳大湾区": "Guangdong-Hong Kong-Macao Greater Bay Area",
    "北部湾": "Beibu Gulf",
    "长三角": "Yangtze River Delta",
    "珠三角": "Pearl River Delta",
    "京津冀": "Beijing-Tianjin-Hebei",
    "澜湄": "Lancang-Mekong",
    "一带一路": "Belt and Road",
    "东盟": "ASEAN",
    "欧盟": "EU",
    "联合国": "UN",
    "联合国教科文组织": "UNESCO",
    "上海合作组织": "Shanghai Cooperation Organization",
    "鲁班": "Luban",
    "双高计划": "Double High-Level Plan",
    "中国特色高水平高职学校和专业建设计划": (
        "Plan for Building High-Level Higher Vocational Colleges and Specialties with Chinese Characteristics"
    ),
    "中国制造2025": "Made in China 2025",
    "中国制造": "Made in China",
    "五一劳动奖章": "May Day Labor Medal",
    "全国五一劳动奖章": "National May Day Labor Medal",
    "全国劳动模范": "National Model Worker",
    "三全育人": "Three All-Round Education",
}
"""Names with an English of their own that their parts do not give."""
