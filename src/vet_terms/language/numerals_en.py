"""The words of English numerals and their values: one, twenty-first, hundred; dozen, both."""

from __future__ import annotations

from fractions import Fraction

_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_TEENS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
CARDINALS = {word: value for value, word in enumerate(_TEENS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
ORDINALS = (
    {word: value for value, word in enumerate(_ORDINAL_TEENS.split(), 1)}
    | {word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS.split(), 2)}
    | {"hundredth": 100, "thousandth": 1000}
)
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

DENOMINATORS = (
    {"half": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value > 2}
)
GROUPS = {"decades": 10, "dozen": 12, "score": 20, "centuries": 100}
IMPLIED: dict[str, Fraction] = {
    word: Fraction(value)
    for value, words in (
        ("1", "a an once single sole annual primary"),
        (
            "2",
            "both pair pairs couple couples twin twins double doubled doubles doubling twice dual bilateral",
        ),
        ("2", "either duo twofold biennial secondary"),
        ("3", "triple tripled trebled thrice trio threefold trilateral quarterly tertiary"),
        ("4", "quadruple quadrupled fourfold"),
        ("5", "fivefold quintupled"),
        ("10", "tenfold decade decades teenage teenager teenagers teens tens"),
        ("12", "dozen dozens"),
        ("14", "fortnight"),
        ("20", "score scores"),
        ("100", "hundred hundreds century centuries centenary centennial"),
        ("1000", "thousand thousands"),
        ("1000000", "million millions"),
        ("1000000000", "billion billions"),
        ("1000000000000", "trillion trillions"),
        ("1/2", "half halves halved"),
        ("1/4", "quarter"),
    )
    for word in words.split()
}
DECADES = {word[:-1] + "ies": Fraction(value) for word, value in CARDINALS.items() if value >= 20}

OPENERS = frozenset({*CARDINALS, *ORDINALS, *SCALES})
"""The words that a numeral may begin with."""

NUMBER_WORDS = OPENERS | IMPLIED.keys() | DECADES.keys()
"""The words that say a number, or begin one."""
