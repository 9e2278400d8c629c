import pytest

from vet_terms.glossary.extraction.chinese import analyse, c_values, outermost, without_marks, worth_keeping

CASES = [
    ("积极融入“一带一路”发展战略", "一带一路", "quote"),
    (
        "对照《柳州市职业教育结构调整和专业布局实施方案》执行",
        "柳州市职业教育结构调整和专业布局实施方案",
        "book",
    ),
    ("与柳州职业技术学院签约", "柳州职业技术学院", "entity"),
    ("以师资+课程+实训模式推进", "师资+课程+实训", "formula"),
    ("一是规划先行、政策先导。", "政策先导", "coordinate"),
    ("充分发挥先进制造业优势", "先进制造业", "compound"),
    ("中德合作“双元制”职业教育基地揭牌仪式", "双元制职业教育基地", "compound"),
    ("深化产教融合", "产教融合", "compound"),
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
