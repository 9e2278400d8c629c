"""Whether the aligner would make the pairs that a memory holds.

The units are read in the order in which they were kept, as a document whose Chinese and English are given in
the same order, and strung together by the aligner's own model. A unit is doubtful where the model puts its
two texts in different beads, or would hardly rather pair them than leave both alone. That the units before
and after are rivals for its texts is what tells: of a unit alone nothing can be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from vet_terms.alignment.evidence import stretches_of
from vet_terms.alignment.groups import Group
from vet_terms.alignment.model import Solved, solved
from vet_terms.alignment.weights import Tier, weights_of
from vet_terms.language.vectors import is_available
from vet_terms.memory.cleaning.subject import Subject
from vet_terms.model import Language, Place, Segment
from vet_terms.progress import Progress, silent

AT_ONCE = 300
"""Units of which a verdict is given at once."""
BESIDE = 20
"""Units before and after them that are read with them."""

LEAST_GAIN: Mapping[Tier, float] = MappingProxyType({"summed": 2.5, "words": 1.5})
"""By how many nats at least the model must prefer a pair to leaving both alone, by the evidence there is.

Measured where the units around are right: under it are 2 in 1,000 right pairs, and of pairs of sentences that
have nothing to do with each other nine in ten (with words alone half).
"""


def misaligned(
    subjects: Iterator[Subject], count: int, progress: Progress = silent
) -> Iterator[tuple[Subject, str]]:
    """Yield each doubtful one of the first ``count`` units, and what the aligner thinks of it."""
    before: list[Subject] = []
    ahead: list[Subject] = []
    wanted = islice(subjects, count)
    for _ in progress(range(0, count, AT_ONCE), "aligning"):
        ahead += islice(wanted, AT_ONCE + BESIDE - len(ahead))
        here, ahead = ahead[:AT_ONCE], ahead[AT_ONCE:]
        for index, doubt in doubts([*before, *here, *ahead]):
            if 0 <= index - len(before) < len(here):
                yield here[index - len(before)], doubt
        before = here[-BESIDE:]


def doubts(subjects: Sequence[Subject]) -> Iterator[tuple[int, str]]:
    """Yield by its index each doubtful one of some units that were kept one after another."""
    if not subjects:
        return
    tier: Tier = "summed" if is_available() else "words"
    # As in one file, where much may be left out: only then does the model dare to leave two texts alone.
    group = Group(_segments(subjects, "zh"), _segments(subjects, "en"), one_file=True)
    (found,) = solved(stretches_of([group], tier), weights_of(tier))
    partners = _partners(found)
    for index in range(len(subjects)):
        those = partners.get(index, range(0))
        if index in those:
            if round(found.gain(index, index), 2) < LEAST_GAIN[tier]:
                yield index, "The aligner sees hardly anything that the two sides share."
        elif those:
            yield index, f"Its Chinese seems to belong to the English of unit {subjects[those[0]].number}."
        else:
            yield index, "The aligner would pair neither side with the other."


def _partners(found: Solved) -> Mapping[int, range]:
    """Return for each Chinese segment the English ones of its bead."""
    return {
        zh: range(bead.en_start, bead.en_start + bead.en_count)
        for bead in found.beads
        for zh in range(bead.zh_start, bead.zh_start + bead.zh_count)
    }


def _segments(subjects: Sequence[Subject], language: Language) -> tuple[Segment, ...]:
    return tuple(
        Segment(each.zh if language == "zh" else each.en, language, "body", Place("memory", block=number))
        for number, each in enumerate(subjects, start=1)
    )
