from __future__ import annotations

import pytest

from vet_terms.documents.text.furniture import furniture_reason, split_byline

FURNITURE = [
    ("当前位置： [首页](#) > [原创](#) > 正文", "navigation"),
    ("首页 > 新闻 > 正文", "navigation"),
    ("Home > News > Article", "navigation"),
    ("上一篇：学校召开大会", "navigation"),
    ("发布时间：2026年01月21日 来源：神州学人", "label of the page"),
    ("责任编辑：", "label of the page"),
    ("【打印】", "tool of the page"),
    ("版权所有 柳州职业技术大学", "imprint of the site"),
    ("第 3 页 共 12 页", "page number"),
    ("Page 3 of 12", "page number"),
    ("- 12 -", "page number"),
    ("[首页](#) [新闻](#)", "links"),
    ("您所在的位置：首页 >> 学校新闻 >> 正文", "navigation"),
    ("首页 学校概况 机构设置 人才培养 招生就业", "navigation"),
    ("设为首页 | 加入收藏 | 联系我们", "navigation"),
    ("Home | About us | Contact us", "navigation"),
    ("下一篇：没有了", "navigation"),
    ("返回列表", "navigation"),
    ("作者：宣传部 来源：校报 点击：1283 次", "label of the page"),
    ("[图片]", "picture"),
    ("地址：滨海大道88号 邮编：536000 电话：0779-2100000", "address of the site"),
    ("电话：0571-85310000", "address of the site"),
    ("发文时间：2024-05-08", "label of the page"),
    ("点击上方蓝字关注我们", "tool of the page"),
    ("点击“阅读原文”", "tool of the page"),
    ("-END-", "end of the text"),
    ("—— 完 ——", "end of the text"),
]

TEXT = [
    "首页设计大赛成功举办。",
    "来源于生活的艺术教育。",
    "时间：就是生命。",
    "作者认为，职业教育很重要。",
    "2018",
    "第三页写着学校的历史。",
    "分享经验，共同提高。",
    "Home economics is a subject.",
    "时间：2024年5月30日",
    "作者：林佩珊",
    "Author: Lin Pei-shan",
    "欢迎到桂北来！",
    "学校概况 专业建设 国际合作 社会服务",
    "地址：滨海大道88号",
    "点击按钮，设备开始运转。",
    "完",
    "END",
]


@pytest.mark.parametrize(("line", "reason"), FURNITURE)
def test_furniture_is_told_with_its_reason(line: str, reason: str) -> None:
    assert furniture_reason(line) == reason


def test_a_long_menu_takes_no_time() -> None:
    assert furniture_reason("[新闻](/a) | " * 200 + "更多") == ""


@pytest.mark.parametrize("line", TEXT)
def test_text_is_no_furniture(line: str) -> None:
    assert furniture_reason(line) == ""


BYLINES = [
    (
        "The course began in May. (Text: Li Ming; Photos: Zhang Wei)",
        ("The course began in May.", "(Text: Li Ming; Photos: Zhang Wei)"),
    ),
    (
        "推动建设贡献更大力量。（供稿/韦益 李捷 莫青青）",
        ("推动建设贡献更大力量。", "（供稿/韦益 李捷 莫青青）"),
    ),
    ("（杨琳 罗世华 周仟仟 谢耘 文/图）", ("", "（杨琳 罗世华 周仟仟 谢耘 文/图）")),
    ("本报记者 张小明 李红", ("", "本报记者 张小明 李红")),
    ("获国家教学成果一等奖1项（广西唯一）", ("获国家教学成果一等奖1项（广西唯一）", "")),
    ("学校更名（2024年）", ("学校更名（2024年）", "")),
]


@pytest.mark.parametrize(("text", "parts"), BYLINES)
def test_split_byline(text: str, parts: tuple[str, str]) -> None:
    assert split_byline(text) == parts
