from vet_terms.glossary.extraction.variants import Entry, is_subsequence, merged
from vet_terms.model import ConceptType


def entry(zh: str, en: str, kind: ConceptType = "organisation", score: float = 0.9) -> Entry:
    return Entry((zh,), (en,), kind, score, ("entity",))


def test_short_and_full_name_are_one_concept() -> None:
    found = merged(
        [entry("柳州职业技术学院", "Liuzhou Vocational & Technical College"), entry("柳职院", "LVTC")]
    )
    assert [(one.zh, one.en) for one in found] == [
        (("柳州职业技术学院", "柳职院"), ("Liuzhou Vocational & Technical College", "LVTC"))
    ]


def test_a_place_is_listed_by_its_bare_name() -> None:
    found = merged([entry("柳州市", "Liuzhou", "place"), entry("柳州", "Liuzhou", "place")])
    assert [one.zh for one in found] == [("柳州", "柳州市")]


def test_an_explained_acronym_becomes_a_variant() -> None:
    name = "Liuzhou Vocational & Technical College"
    assert merged([entry("柳州职业技术学院", name)], [(name, "LVTC")])[0].en == (name, "LVTC")


def test_one_english_term_keeps_the_surer_partner() -> None:
    found = merged(
        [
            entry("职业院校", "vocational college", "term", 0.95),
            entry("高职院校", "Vocational Colleges", "term", 0.8),
        ]
    )
    assert [one.zh[0] for one in found] == ["职业院校"]


def test_other_names_stay_apart() -> None:
    assert (
        len(
            merged(
                [
                    entry("柳州职业技术学院", "Liuzhou College"),
                    entry("柳州铁道职业技术学院", "Railway College"),
                ]
            )
        )
        == 2
    )
    assert is_subsequence("柳职院", "柳州职业技术学院")
    assert not is_subsequence("院职柳", "柳州职业技术学院")
