"""A glossary into another format: what goes, what stays behind and why, and what the format cannot hold.

Pure: files are read and written by whoever asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from vet_terms.glossary.formats import FORMATS, exportable_to
from vet_terms.glossary.formats.format import Format, Held, WriteOptions
from vet_terms.language.varieties import MAINLAND, variety_of_code
from vet_terms.model import Concept


@dataclass(frozen=True, slots=True)
class Converted:
    """A file's bytes, and what is to be said of them; the counts are of concepts."""

    data: bytes
    concepts: int
    left_out: Mapping[str, int]
    """Concepts that did not go, by the reason."""
    not_held: Mapping[Held, int]
    """What concepts that went have and the file does not."""
    only_shown: Mapping[Held, int]
    """What of them stands there as rows of their own or as remarks, and does not come back as what it is."""


def converted(concepts: Sequence[Concept], name: str, options: WriteOptions) -> Converted:
    """Return concepts in the format of that name (a key of FORMATS).

    Chinese of Taiwan or Hong Kong, where the options ask for it, is derived. Raises OutputError where a
    text is too long for the format.
    """
    chosen = FORMATS[name]
    going = exportable_to(concepts, chosen)
    if variety_of_code(options.chinese) not in {"", MAINLAND}:
        from vet_terms.glossary.varieties import in_variety

        going = in_variety(going, options.chinese)
    more = chosen.leaves_out(going, options)
    rejected = sum(concept.status == "rejected" for concept in concepts)
    without_english = len(concepts) - rejected - len(going)
    left_out = {"rejected": rejected, "without English": without_english, **more}
    return Converted(
        chosen.write(going, options),
        len(going) - sum(more.values()),
        {reason: count for reason, count in left_out.items() if count},
        *_lost(going, chosen),
    )


def _lost(concepts: Sequence[Concept], chosen: Format) -> tuple[dict[Held, int], dict[Held, int]]:
    """Count the concepts that have something which the format does not hold, or only shows."""
    usual = Concept(id="", zh="", en="", status="approved")
    not_held: dict[Held, int] = {}
    only_shown: dict[Held, int] = {}
    for what in get_args(Held):
        if what in chosen.holds:
            continue
        count = sum(getattr(concept, what) != getattr(usual, what) for concept in concepts)
        if count:
            (only_shown if what in chosen.shows else not_held)[what] = count
    return not_held, only_shown
