import pytest

from vet_terms.glossary.extraction.cited import cited_meetings
from vet_terms.glossary.extraction.units import analyse

CASES = [
    (
        "贯彻党的二十大精神。",
        "Implement the spirit of the 20th National Congress of the CPC.",
        ["20th National Congress of the CPC"],
    ),
    (
        "自党的十九大以来。",
        "Since the Nineteenth CPC National Congress.",
        ["Nineteenth CPC National Congress"],
    ),
    (
        "学习二十届三中全会精神。",
        "Study the third plenary session of the 20th CPC Central Committee.",
        ["third plenary session of the 20th CPC Central Committee"],
    ),
    ("贯彻党的二十大精神。", "Implement the spirit of the 19th National Congress.", []),
    ("贯彻党的二十大精神。", "Implement it.", []),
]


@pytest.mark.parametrize(("zh", "en", "expected"), CASES)
def test_cited_meetings(zh: str, en: str, expected: list[str]) -> None:
    assert [pair.en for pair in cited_meetings(analyse(zh, en))] == expected
