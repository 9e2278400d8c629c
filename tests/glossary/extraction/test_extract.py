import re
from functools import cache

import pytest
from benchmarks.terms import CHINESE_KEYS, gold_terms, gold_units, score, score_candidates
from benchmarks.unseen import NEWS, deck_terms, deck_units, right_types, score_news

from vet_terms.glossary.extraction.chinese_only import candidates
from vet_terms.glossary.extraction.extract import extract
from vet_terms.model import Candidate, Concept, Place, Segment, TranslationUnit


@cache
def deck() -> tuple[list[Concept], list[Candidate]]:
    return extract(gold_units())


@pytest.mark.parametrize(
    ("name", "recall", "entities", "precision"),
    [("college", 0.70, 0.86, 0.80), ("workshop", 0.80, 0.84, 0.85)],
)
def test_reach_on_other_decks(name: str, recall: float, entities: float, precision: float) -> None:
    concepts, _ = extract(deck_units(name))
    result = score(concepts, deck_terms(name))
    assert result.recall >= recall
    assert result.entity_recall >= entities
    assert result.precision >= precision
    assert right_types(concepts, deck_terms(name)) >= 0.92


@pytest.mark.parametrize("name", NEWS)
def test_reach_on_other_news(name: str) -> None:
    result = score_news(name)
    assert result.recall >= 0.70
    assert result.entity_recall >= 0.78
    assert result.precision >= 0.72
    assert result.types >= 0.88


def by_zh() -> dict[str, Concept]:
    return {form: concept for concept in deck()[0] for form in (concept.zh, *concept.zh_variants)}


def test_reach_on_the_deck() -> None:
    result = score(deck()[0], gold_terms())
    assert result.recall >= 0.75
    assert result.entity_recall >= 0.90
    assert result.precision >= 0.90


@pytest.mark.parametrize("key_file", CHINESE_KEYS)
def test_reach_on_the_chinese_documents(key_file: str) -> None:
    result = score_candidates(key_file)
    assert result.recall >= 0.70
    assert result.precision >= 0.55


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("柳职院", "Liuzhou Vocational & Technical College", "organisation"),
        ("柳州城职院", "Liuzhou City Vocational College", "organisation"),
        ("柳工机械股份有限公司", "Liugong Machinery Co., Ltd.", "organisation"),
        (
            "中国—东盟轨道交通职业教育集团",
            "China-ASEAN Rail Transit Vocational Education Group",
            "organisation",
        ),
        ("唐咸仅", "Tang Xianjin", "person"),
        ("沙特", "Saudi Arabia", "place"),
        ("一带一路", "Belt and Road", "policy"),
        ("双元制", "Dual System", "policy"),
        ("企业走出去职业教育伴随计划", "Enterprises go out with vocational education program", "programme"),
        ("柳州日报", "Liuzhou Daily", "publication"),
        ("职业院校", "vocational college", "term"),
        ("先进制造业", "advanced manufacturing industry", "term"),
        ("市政府", "municipal government", "organisation"),
        ("教育厅", "education department", "organisation"),
        ("自治区教育厅", "Guangxi Department of Education", "organisation"),
        ("全球客户体验中心", "Global Customer Experience Center", "organisation"),
        ("揭牌仪式", "opening ceremony", "event"),
        ("泰国轨道交通师资培训班", "Thailand rail transit teacher training class", "programme"),
        ("职业培训学校", "vocational training school", "term"),
    ],
)
def test_entries(zh: str, en: str, kind: str) -> None:
    concept = by_zh()[zh]
    assert (concept.en, concept.type) == (en, kind)


@pytest.mark.parametrize(
    "zh",
    [
        "国际化发展",
        "国家化发展",
        "职业教育交流",
        "国际先进标准",
        "专业发展",
        "引进资源",
        "项目引领",
        "政策先导",
        "职业资格",
        "柳州产业",
    ],
)
def test_fragments_and_slogans_are_no_entries(zh: str) -> None:
    assert zh not in by_zh()


def test_a_name_has_the_spellings_that_the_deck_has() -> None:
    concept = by_zh()["柳工-柳职院全球客户体验中心"]
    assert concept.zh_variants == ("“柳工-柳职院”全球客户体验中心", "柳工--柳职院全球客户体验中心")
    assert by_zh()["一带一路"].zh_variants == ()


def test_an_occurrence_counts_once_and_times_the_places_of_its_unit() -> None:
    places = tuple(Place("deck.txt", page, 1) for page in (1, 2, 3))
    unit = TranslationUnit(
        "共建“双元制”职业教育基地。",
        "Jointly build the “Dual System” vocational education base.",
        places=places,
    )
    concepts = {concept.zh: concept for concept in extract([unit])[0]}
    assert concepts["双元制"].count == 3
    assert concepts["双元制"].source == ("deck.txt:p1:b1", "deck.txt:p2:b1", "deck.txt:p3:b1")


OTHERS = [
    (
        "江苏省政府与德国工商大会上海代表处举行签约仪式。",
        "Jiangsu Provincial Government and Shanghai Representative Office of AHK held a signing ceremony.",
        {
            "江苏省政府": "Jiangsu Provincial Government",
            "德国工商大会": "AHK",
            "上海代表处": "Shanghai Representative Office",
            "签约仪式": "signing ceremony",
        },
    ),
    (
        "苏州市教育局局长周志芳参观了鲁班工坊。",
        "Zhou Zhifang, director of the Suzhou Education Bureau, visited the Luban Workshop.",
        {"周志芳": "Zhou Zhifang", "苏州市教育局": "Suzhou Education Bureau", "鲁班工坊": "Luban Workshop"},
    ),
    (
        "无锡职业技术学院入选“双高计划”建设单位，深化产教融合。",
        "Wuxi Institute of Technology joined the “Double High Plan” for industry-education integration.",
        {
            "无锡职业技术学院": "Wuxi Institute of Technology",
            "双高计划": "Double High Plan",
            "产教融合": "industry-education integration",
        },
    ),
    (
        "学院实行现代学徒制，学生在企业进行顶岗实习。",
        "The college has the modern apprenticeship system, and students do internships in enterprises.",
        {"顶岗实习": "internship"},
    ),
]


@pytest.mark.parametrize(("zh", "en", "expected"), OTHERS)
def test_other_places_and_schools(zh: str, en: str, expected: dict[str, str]) -> None:
    found = {concept.zh: concept.en for concept in extract([TranslationUnit(zh, en)])[0]}
    assert expected.items() <= found.items()


@pytest.mark.parametrize(
    ("zh", "en", "no_term"),
    [
        ("全体教师总数已经公布。", "The teachers account for it and it is public.", "教师总数"),
        ("工作人员经过特殊培训。", "The staff are specially trained.", "特殊培训"),
        ("情况“稳定”，没有变化。", "The situation is “stable” and has not changed.", "稳定"),
    ],
)
def test_english_that_names_nothing_is_no_term(zh: str, en: str, no_term: str) -> None:
    assert no_term not in {concept.zh for concept in extract([TranslationUnit(zh, en)])[0]}


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("推动职业教育走出去。", "Promote vocational education to go out.", None),
        ("坚持这一校训。", "Adhere to this school motto.", "school motto"),
        (
            "贯彻党的二十大精神。",
            "Implement the spirit of the 20th CPC National Congress.",
            "20th CPC National Congress",
        ),
        (
            "得到农业农村部的肯定。",
            "It was recognized by the Ministry of Agriculture and Rural Affairs.",
            "Ministry of Agriculture and Rural Affairs",
        ),
        ("实施1+X证书制度。", "Implement the 1+X certificate system.", "1+X certificate system"),
        (
            "设有动物科技学院、动物医学院。",
            "It has the School of Animal Science and Technology and the School of Veterinary Medicine.",
            "School of Animal Science and Technology",
        ),
    ],
)
def test_english_is_whole_or_there_is_none(zh: str, en: str, expected: str | None) -> None:
    renderings = {concept.en for concept in extract([TranslationUnit(zh, en)])[0]}
    assert expected in renderings if expected else not {"go", "go out"} & renderings


def test_two_institutions_left_are_told_apart_by_their_places() -> None:
    unit = TranslationUnit(
        "澳门旅游学院与顺德职业技术学院开展交流。",
        "Macao Institute for Tourism Studies and Shunde Polytechnic conducted exchanges.",
    )
    concepts = {concept.zh: concept for concept in extract([unit])[0]}
    assert concepts["顺德职业技术学院"].en == "Shunde Polytechnic"


def test_no_name_is_left_over_for_another_kind_of_body() -> None:
    unit = TranslationUnit(
        "由全国人民代表大会常务委员会决定。", "Part III. It is decided by the Central Government."
    )
    assert "全国人民代表大会常务委员会" not in {concept.zh for concept in extract([unit])[0]}


def test_entries_are_attested_and_say_where() -> None:
    for concept in deck()[0]:
        assert concept.status == "proposed"
        assert concept.id == ""
        assert concept.count >= 1
        assert concept.source
        assert concept.context_zh
        assert concept.context_en
        assert re.match(r"confidence [01]\.\d\d: ", concept.note)


def test_english_only_passages_give_no_entry() -> None:
    english = {concept.en.lower() for concept in deck()[0]}
    assert not any("xinhua" in form or "people's daily" in form or "backbone" in form for form in english)


def test_below_the_bar_is_a_candidate_with_a_guess() -> None:
    rest = {candidate.zh: candidate for candidate in deck()[1]}
    assert not rest.keys() & by_zh().keys()
    assert any(candidate.guess for candidate in rest.values())


def test_order_of_units_does_not_matter() -> None:
    units = gold_units()[:12]
    assert extract(units) == extract(units[::-1])


def test_nothing_in_nothing_out() -> None:
    assert extract([]) == ([], [])
    assert extract([TranslationUnit("", "text"), TranslationUnit("。", "!")]) == ([], [])
    assert candidates([]) == []


def test_the_only_institution_and_the_only_acronym_left_are_a_pair() -> None:
    unit = TranslationUnit(
        "与泰国皇家理工大学合作共建了“中泰轨道交通学院”。",
        "China-Thailand Rail Transit College was established jointly with RMUTT.",
    )
    concepts = {concept.zh: concept for concept in extract([unit])[0]}
    assert concepts["泰国皇家理工大学"].en == "RMUTT"
    assert "elimination" in concepts["泰国皇家理工大学"].note


def test_chinese_candidates_are_counted_with_their_documents() -> None:
    segments = [
        Segment("学校推进校企合作，入选“双高计划”。", "zh", "body", Place("a.txt", 1, 1)),
        Segment("继续深化校企合作。", "zh", "body", Place("b.txt", 1, 1)),
        Segment("Deepen integration.", "en", "body", Place("b.txt", 1, 2)),
    ]
    found = {candidate.zh: candidate for candidate in candidates(segments)}
    assert found["校企合作"].count == 2
    assert found["校企合作"].documents == ("a.txt", "b.txt")
    assert found["双高计划"].type == "programme"
    assert candidates(segments) == candidates(segments[::-1])


def test_the_best_candidates_stand_first() -> None:
    texts = ["推进新能源汽车产业。", "发展新能源汽车产业。", "无锡职业技术学院参加。"]
    segments = [Segment(text, "zh", "body", Place("a.txt", 1, n)) for n, text in enumerate(texts, 1)]
    found = [candidate.zh for candidate in candidates(segments)]
    assert found[0] == "无锡职业技术学院"
    assert "新能源汽车产业" in found
