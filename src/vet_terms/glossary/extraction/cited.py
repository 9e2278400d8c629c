"""Party congresses and plenums, which Chinese cites by number and English in words of its own.

党的二十大 is the 20th National Congress of the CPC: no word of the one is in a dictionary entry of the
other, but the numbers and the kind of meeting leave no doubt.
"""

from __future__ import annotations

import re

from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.typing import CONGRESS
from vet_terms.glossary.extraction.units import Unit
from vet_terms.language.numerals_zh import chinese_value
from vet_terms.language.tables import listed

_ORDINALS = listed(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second
    """
)
_SURE = 0.9
_NUMERAL = re.compile("[一二三四五六七八九十]+")


def cited_meetings(unit: Unit) -> list[Pair]:
    """Return the congresses and plenums of a unit with the English that cites them by the same numbers."""
    made = []
    for span in unit.zh.spans:
        if span.origin != "formula" or not CONGRESS.match(span.text):
            continue
        numbers = [int(chinese_value(numeral)) for numeral in _NUMERAL.findall(span.text)]
        congress = rf"{_nth(numbers[0])} (?:CPC |Party )?(?:National )?(?:Party )?"
        if len(numbers) == 1:
            wanted = rf"{congress}Congress(?: of the (?:CPC|Party|Communist Party of China))?"
        else:
            wanted = (
                rf"{_nth(numbers[1])} Plenary Session of the {congress}"
                r"(?:CPC )?Central Committee(?: of the (?:CPC|Communist Party of China))?"
            )
        match = re.search(wanted, unit.en.text, re.IGNORECASE)
        words = unit.en.words
        inside = [
            index
            for index, word in enumerate(words)
            if match and match.start() <= word.start and word.end <= match.end()
        ]
        if match and inside:
            text = re.sub(r"\s+", " ", match.group())
            made.append(
                Pair(span, text, inside[0], inside[-1] + 1, _SURE, 1.0, 1.0, 1.0, 1.0, 1.0, ("number",))
            )
    return made


def _nth(number: int) -> str:
    """Return a pattern for an ordinal in figures or in words."""
    spelt = _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else "(?!)"
    return rf"\b(?:{number}(?:st|nd|rd|th)|{spelt})"
