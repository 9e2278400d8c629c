import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.glossary.extraction.chinese import analyse
from vet_terms.glossary.extraction.spans import ChineseSpan, holds, without_marks
from vet_terms.glossary.extraction.termhood import c_values, outermost, worth_keeping

CASES = [
    ("积极融入“一带一路”发展战略", "一带一路", "quote"),
    (
        "对照《柳州市职业教育结构调整和专业布局实施方案》执行",
        "柳州市职业教育结构调整和专业布局实施方案",
        "book",
    ),
    ("与柳州职业技术学院签约", "柳州职业技术学院", "entity"),
    ("以师资+课程+实训模式推进", "师资+课程+实训", "formula"),
    ("深入学习党的二十大精神", "党的二十大", "formula"),
    ("物流现代学徒制试点", "现代学徒制", "formula"),
    ("重点建设四大专业群。", "专业群", "compound"),
    ("举行校企共建实训中心揭牌仪式", "揭牌仪式", "compound"),
    ("到访英国肯特郡政府", "肯特郡", "entity"),
    ("德国工商大会上海代表处", "上海代表处", "entity"),
    ("参观“柳工-柳职院”全球客户体验中心", "全球客户体验中心", "entity"),
    ("加强职业教育交流与合作", "职业教育交流与合作", "compound"),
    ("充分发挥先进制造业优势", "先进制造业", "compound"),
    ("中德合作“双元制”职业教育基地揭牌仪式", "双元制职业教育基地", "compound"),
    ("深化产教融合", "产教融合", "formula"),
    ("参与1+X证书制度试点", "1+X证书制度", "formula"),
    ("在中国国际“互联网+”大学生创新创业大赛中获奖", "中国国际互联网+大学生创新创业大赛", "compound"),
]


@pytest.mark.parametrize(("text", "term", "origin"), CASES)
def test_candidates(text: str, term: str, origin: str) -> None:
    assert (term, origin) in {(span.text, span.origin) for span in analyse(text).spans}


@pytest.mark.parametrize(
    ("text", "not_a_term"),
    [
        ("联合开展学历教育", "联合开展学历教育"),
        ("职业教育基本情况", "职业教育基本情况"),
        ("企业发展的情况", "情况"),
        ("他说：“努力工作”", "努力工作"),
        ("回应是“我们不予置评”", "我们不予置评"),
        ("两年制工程机械专业", "制工程机械"),
        ("出席仪式的领导", "出席仪式"),
        ("柳州模式示范化", "柳州模式示范化"),
        ("局势“稳定”", "稳定"),
    ],
)
def test_no_candidates(text: str, not_a_term: str) -> None:
    assert not_a_term not in {span.text for span in analyse(text).spans}


def test_spans_point_at_their_text() -> None:
    text = "共建“柳工--柳职院全球客户体验中心”及“双元制”职业教育基地"
    for span in analyse(text).spans:
        assert without_marks(text[span.start : span.end]) == span.text


def test_marks_inside_a_name_are_taken_out() -> None:
    assert without_marks("“柳工--柳职院”全球客户体验中心") == "柳工-柳职院全球客户体验中心"
    assert without_marks("中国—东盟") == "中国—东盟"


def test_a_piece_of_one_longer_form_has_no_c_value() -> None:
    values = c_values(["先进制造业", "先进制造业", "制造业", "制造业"])
    assert values["制造业"] == 0 < values["先进制造业"]
    assert c_values(["先进制造业", "制造业", "制造业"])["制造业"] > 0


def test_only_what_stands_by_itself_is_worth_keeping() -> None:
    spans: dict[str, list] = {}  # type: ignore[type-arg]
    for text in ("服务广西先进制造业发展", "建设“工业基因”"):
        for span in outermost(analyse(text).spans):
            spans.setdefault(span.text, []).append(span)
    kept = worth_keeping(spans)
    assert "工业基因" in kept
    assert "广西" in kept
    assert not any(form.startswith("广西先进") for form in kept)


_SPANS = st.builds(
    lambda start, size, origin, kind: ChineseSpan("字" * size, start, start + size, origin, kind, ("n", "n")),
    st.integers(0, 12),
    st.integers(1, 20),
    st.sampled_from(["quote", "compound", "entity"]),
    st.sampled_from([None, "organisation"]),
)


@given(st.lists(_SPANS, max_size=12))
def test_what_is_left_has_nothing_longer_around_it_and_what_is_not_has(spans: list[ChineseSpan]) -> None:
    left = outermost(spans)
    for span in spans:
        longer = [other for other in spans if holds(other, span)]
        names = any(other.kind for other in longer)
        bars = any(other.kind or (other.origin == "quote" and len(other.text) <= 12) for other in longer)
        assert (span in left) is not (
            (span.origin == "compound" and bars) or (span.kind is not None and names)
        )
