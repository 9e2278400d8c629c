import pytest

from vet_terms.glossary.extraction.english import (
    analyse,
    base_form,
    expansions,
    is_acronym_of,
    key,
    singular,
    span_text,
    spans,
)


def test_explained_acronyms() -> None:
    text = "Liuzhou Vocational & Technical College (LVTC) held a class; the Office (XYZ) did not."
    assert expansions(text) == [("Liuzhou Vocational & Technical College", "LVTC")]


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("LVTC", "Liuzhou Vocational & Technical College", True),
        ("MOE", "Ministry of Education", False),
        ("ME", "Ministry of Education", True),
        ("LVT", "Liuzhou Vocational & Technical College", False),
    ],
)
def test_acronyms(acronym: str, name: str, expected: bool) -> None:
    assert is_acronym_of(acronym, name) is expected


@pytest.mark.parametrize(
    ("text", "is_name", "expected"),
    [
        ("Vocational Colleges", False, "vocational college"),
        ("EU countries", False, "EU country"),
        ("Chinese standards", False, "Chinese standard"),
        ("tourism services", False, "tourism services"),
        ("the Ministry of Education", True, "Ministry of Education"),
        ("theImplementation Program", True, "Implementation Program"),
        ("China- Indonesia SGMW College", True, "China-Indonesia SGMW College"),
        ("North Korean leaders", False, "North Korean leader"),
        ("China's", True, "China"),
    ],
)
def test_base_forms(text: str, is_name: bool, expected: str) -> None:
    assert base_form(text, is_name=is_name) == expected


def test_singulars() -> None:
    assert [singular(word) for word in ("bases", "campus", "class", "goods", "agencies")] == [
        "base",
        "campus",
        "class",
        "goods",
        "agency",
    ]


def test_spans_cross_no_mark_and_keep_the_legal_form() -> None:
    sentence = analyse("Relying on Liugong Machinery Co., Ltd., it held “overseas specialist class”, etc.")
    texts = {span_text(sentence, *span) for span in spans(sentence)}
    assert "Liugong Machinery Co., Ltd." in texts
    assert "overseas specialist class" in texts
    assert not any("held" in text and "class" in text for text in texts)


def test_an_unclosed_quotation_ends_with_the_sentence() -> None:
    sentence = analyse("signed an agreement on “jointly building a zone in Guangxi.")
    assert [sentence.text[slice(*quote)] for quote in sentence.quotes] == [
        "jointly building a zone in Guangxi"
    ]


def test_keys_fold_case_and_number() -> None:
    assert key("Vocational Colleges") == key("vocational college")
