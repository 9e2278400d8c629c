import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.checking.runner import check
from vet_terms.checking.typography.near_misses import Expressions, four_character_idioms
from vet_terms.model import Concept, TranslationUnit

GLOSSARY = (
    Concept("1", "柳江职业技术学院", "Liujiang Vocational and Technical College", status="approved"),
    Concept("2", "覃正海", "Qin Zhenghai", type="person", status="approved"),
)


def wrong_words(zh: str) -> list[tuple[str, str]]:
    """Return what is said to be miswritten in a text, with how it should read."""
    found = check([TranslationUnit(zh, "The college held a meeting.", id="1")], GLOSSARY).findings
    return [
        (zh[finding.span.start : finding.span.end], finding.suggestion)
        for finding in found
        if finding.rule == "typography-chinese/wrong-word" and finding.span is not None
    ]


@pytest.mark.parametrize(
    ("zh", "wrong"),
    [
        ("柳江职业计术学院召开会议", [("职业计术", "职业技术")]),
        ("柳江职业技术学员召开会议", []),
        ("全市职业教育校企合作", []),
        ("學校推行現代學徒制", []),
    ],
)
def test_a_term_of_the_glossary_with_one_character_wrong(zh: str, wrong: list[tuple[str, str]]) -> None:
    assert wrong_words(zh) == wrong


def test_a_play_on_words_in_quotation_marks_is_only_mentioned() -> None:
    (found,) = [
        finding
        for finding in check(
            [TranslationUnit("主题为“再接再励”。", "The theme is “Once more”.", id="1")]
        ).findings
        if finding.rule == "typography-chinese/wrong-word"
    ]
    assert found.suggestion == "再接再厉"


@given(st.lists(st.sampled_from(["再接再厉", "校企合作", "产教融合", "德才兼备"]), min_size=1, max_size=5))
def test_what_is_written_right_is_no_near_miss(phrases: list[str]) -> None:
    text = "，".join(phrases)
    assert list(Expressions(phrases).near_misses(text)) == []
    assert list(four_character_idioms().near_misses(text)) == []


@given(st.integers(0, 3), st.text(alphabet="学校的在，", max_size=6))
def test_a_character_that_is_only_different_is_no_slip(at: int, around: str) -> None:
    phrase = "德才兼备"
    text = around + phrase[:at] + "山" + phrase[at + 1 :] + around
    assert list(Expressions([phrase]).near_misses(text)) == []
