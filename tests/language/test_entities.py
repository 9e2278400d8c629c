import itertools

import pytest

from vet_terms.language.entities import entities

CASES = [
    ("柳州职业技术学院与柳工开展深度合作", [("柳州职业技术学院", "organisation"), ("柳工", "organisation")]),
    ("共建的中国—东盟轨道交通职业教育集团", [("中国—东盟轨道交通职业教育集团", "organisation")]),
    (
        "参观“柳工-柳职院”全球客户体验中心",
        [("“柳工-柳职院”全球客户体验中心", "organisation")],
    ),
    ("本科层次职业大学——柳州职业技术大学获批设立。", [("柳州职业技术大学", "organisation")]),
    ("共建“柳工--柳职院全球客户体验中心”", [("柳工--柳职院全球客户体验中心", "organisation")]),
    ("柳职院还和柳工合作", [("柳职院", "organisation"), ("柳工", "organisation")]),
    ("建设了职业培训学校卡坦尼学院", [("卡坦尼学院", "organisation")]),
    ("与德国工商大会上海代表处签署", [("德国工商大会上海代表处", "organisation")]),
    ("围绕“实业兴市，开放强柳”总体目标", []),
    ("职业教育国际化研究", []),
    ("实施“领航·铸魂·固本”党建工作计划", []),
    (
        "（杨琳 罗世华 周仟仟 谢耘 文/图）",
        [("杨琳", "person"), ("罗世华", "person"), ("周仟仟", "person"), ("谢耘", "person")],
    ),
    ("《中国教育报》头版报道", [("中国教育报", "publication")]),
    ("市政府高度重视", [("市政府", "organisation")]),
    ("纽伦堡IHK主管", [("纽伦堡IHK", "organisation")]),
    ("走访博世汽车部件（苏州）有限公司", [("博世汽车部件（苏州）有限公司", "organisation")]),
    ("开展中德合作", []),
    (
        "上汽通用五菱共建现代产业学院",
        [("上汽通用五菱", "organisation"), ("现代产业学院", "organisation")],
    ),
    ("设有动物科技学院、动物医学院", [("动物科技学院", "organisation"), ("动物医学院", "organisation")]),
    ("负责自动化与信息技术学院的建设", [("自动化与信息技术学院", "organisation")]),
    ("鲁班工坊研究与推广中心设在天津", [("鲁班工坊研究与推广中心", "organisation"), ("天津", "place")]),
    ("毕业于吉布提鲁班工坊", [("吉布提鲁班工坊", "organisation")]),
    ("创办中非（贝宁）职业技术教育学院", [("中非（贝宁）职业技术教育学院", "organisation")]),
    ("农业农村部的肯定", [("农业农村部", "organisation")]),
    ("畅通长三角产教融合", [("长三角", "place")]),
    ("中土集团员工玛丽亚", [("中土集团", "organisation"), ("玛丽亚", "person")]),
    ("机电工程学院博士楼华山带领团队", [("机电工程学院", "organisation"), ("楼华山", "person")]),
    ("二级学院和产业学院", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_entities(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(entity.text, entity.kind) for entity in entities(text)] == expected


def test_places_and_no_overlap() -> None:
    text = "在巩固与德国、英国、印尼等国家的职业教育交流成果基础上，柳州市人民政府与河池市签约"
    found = entities(text)
    assert [entity.text for entity in found] == ["德国", "英国", "印尼", "柳州市人民政府", "河池市"]
    assert all(text[entity.start : entity.end] == entity.text for entity in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


def test_a_long_text_is_read_in_pieces() -> None:
    text = "柳州职业技术学院与德国开展合作。" * 60
    assert sum(entity.text == "柳州职业技术学院" for entity in entities(text)) == 60
