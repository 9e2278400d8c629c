"""False alarms on human translations, where the public test data is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vet_terms.checking.runner import check
from vet_terms.model import TranslationUnit

NTREX = Path(__file__).parents[3] / "shared" / "data" / "ntrex"

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason="the NTREX test data is not here")


def pairs() -> list[TranslationUnit]:
    zh = (NTREX / "zho-CN.txt").read_text(encoding="utf-8").split("\n")
    en = (NTREX / "eng.txt").read_text(encoding="utf-8").split("\n")
    return [
        TranslationUnit(*texts, id=str(number))
        for number, texts in enumerate(zip(zh, en, strict=True))
        if texts[0]
    ]


def test_few_correct_translations_are_flagged() -> None:
    units = pairs()
    with_digits = {unit.id for unit in units if re.search(r"\d", unit.zh + unit.en)}
    findings = [each for each in check(units).findings if each.severity != "info"]
    flagged = {each.unit for each in findings}
    on_numbers = {each.unit for each in findings if each.rule.startswith(("numbers/", "dates/"))}
    assert len(units) == 1997
    assert len(on_numbers & with_digits) <= 0.03 * len(with_digits)
    assert len(flagged) <= 0.08 * len(units)
