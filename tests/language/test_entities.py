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
