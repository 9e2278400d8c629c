"""Files whose two sides are in one language: refused, where more than names and figures says so."""

from __future__ import annotations

import pytest

from vet_terms.errors import InputError
from vet_terms.memory.sides import refuse_one_language

SENTENCE = "The college has invested in new workshops."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([SENTENCE], [SENTENCE]),
        ([SENTENCE], ["L’école a investi dans de nouveaux ateliers."]),
        (["", SENTENCE], ["AutoCAD", "The college invested in its workshops."]),
        (["un", "deux", "trois"], ["one", "two", "three"]),
        (["学校"] * 5, ["院校"] * 5),
    ],
)
def test_one_language_is_refused(left: list[str], right: list[str]) -> None:
    with pytest.raises(InputError, match=r"^a\.xlf: (has no Chinese on either side|both sides are Chinese)"):
        refuse_one_language(left, right, "a.xlf")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["AutoCAD", "3.5"], ["AutoCAD", "3.5"]),
        (["office@example.com"], ["office@example.com"]),
        ([""], [SENTENCE]),
        ([SENTENCE], [""]),
        (["学校"] * 4, ["学校"] * 4),
        (["学校投入新车间。"], [SENTENCE]),
    ],
)
def test_names_and_what_is_not_translated_yet_are_not(left: list[str], right: list[str]) -> None:
    refuse_one_language(left, right, "a.xlf")
