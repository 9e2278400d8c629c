"""Words of what the commands say of a document that is to be translated."""

from __future__ import annotations

from collections.abc import Mapping

from vet_terms.cli.output import number_of
from vet_terms.memory.source_text import SourceText
from vet_terms.model import Language

LANGUAGES: Mapping[Language, str] = {"zh": "Chinese", "en": "English"}


def in_the_other_language(number: int, source: Language) -> str:
    """Return how many segments are in the target language already: 3 segments in English are."""
    other = LANGUAGES["en" if source == "zh" else "zh"]
    return f"{number_of(number, 'segment')} in {other} {'is' if number == 1 else 'are'}"


def left_out_by_the_reader(text: SourceText) -> str:
    """Return what of a document is not looked at and how to see it; empty where that is nothing."""
    if not text.left_out:
        return ""
    reasons = ", ".join(f"{reason}: {number}" for reason, number in sorted(text.left_out.items()))
    return (
        f"{text.name}: {number_of(sum(text.left_out.values()), 'text')} left out on reading ({reasons}); "
        "`vet-terms inspect` lists them"
    )
