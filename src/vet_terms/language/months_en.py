"""The months as English writes them."""

from __future__ import annotations

from fractions import Fraction

MONTHS = {
    name: value
    for value, name in enumerate(
        (
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        1,
    )
}  # fmt: skip
SHORT_MONTHS = {name[:3]: value for name, value in MONTHS.items() if name != "May"} | {"Sept": 9}
MONTH = "|".join(
    form for name in sorted((*MONTHS, *SHORT_MONTHS), key=len, reverse=True) for form in (name, name.upper())
)
"""The pattern of a month's name, full or short, as a name or in capitals."""

MONTH_VALUES = {name: Fraction(value) for name, value in (MONTHS | SHORT_MONTHS).items()}
MONTH_WORDS = frozenset(name.lower() for name in MONTH_VALUES)
