"""Places that only the name of an institution has."""

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.naming.institution_places import misspelt_institution_place
from vet_terms.model import TranslationUnit


def misspelt(zh: str, en: str) -> tuple[str, str] | None:
    found = misspelt_institution_place(Reading(TranslationUnit(zh, en), Context()))
    return (found[1], found[2]["name"]) if found else None


def test_a_letter_off_is_found() -> None:
    assert misspelt("江州职院", "Jianzhou Vocational College") == ("Jiangzhou", "Jianzhou")
    assert misspelt("走进云溪村", "A visit to Yunxii Village") is None
    assert misspelt("走进云溪村", "A visit to Yinxi Village") == ("Yunxi", "Yinxi")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("江州职院", "Jiangzhou Vocational College"),
        ("江州职院与建州学校签约", "Jianzhou School signed with the college"),
        ("该学院", "Jianzhou Vocational College"),
    ],
)
def test_what_the_source_spells_is_left_alone(zh: str, en: str) -> None:
    assert misspelt(zh, en) is None
