"""A name that took over from another, as the note of a concept says it.

A college became a university in 2024. The concept of the old name stays, and its note begins with
``superseded by 柳州职业技术大学 since 2024`` once a person has decided so (status superseded), or with
``likely superseded by …`` while the machine only proposes it; what people write instead (now, became, 更名为,
升格为, 被…取代) is understood where a Chinese name follows. Whoever asks for either name learns of both.
Both stay where they are: nothing of the old name is deleted, and no row that a person decided is rewritten.
How such a pair is found in texts is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vet_terms.language.scripts import HAN_CHARACTER
from vet_terms.model import Concept, Place

_UP_TO = r"\s*(?=$|[;.,(（；。，])"
_NAME = r"(?P<name>[\w·—-]{2,61}?)"
_WAYS = (
    re.compile(
        r"(?P<likely>likely )?superseded by (?P<name>[^;.()（）；。]{1,120}?)"
        rf"(?: (?:since|in) (?P<year>\d{{4}}))?{_UP_TO}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<likely>likely )?(?:replaced by|renamed(?: to| as)?|became|now) {_NAME}"
        rf"(?: (?:since|in) (?P<year>\d{{4}}))?{_UP_TO}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:(?P<year>\d{4})年(?:\d{1,2}月)?起?[，,]?)?(?P<likely>可能)?已?"
        rf"(?:(?:更名|改名|升格)为?|改称|现名|今名|现为|今为){_NAME}{_UP_TO}"
    ),
    re.compile(
        rf"(?:(?P<year>\d{{4}})年(?:\d{{1,2}}月)?起?[，,]?)?(?P<likely>可能)?已?被{_NAME}(?:取代|代替|接替){_UP_TO}"
    ),
)
"""How a note begins that names a successor; the first is what the program itself writes.

The others want a Chinese name, which is looked at apart: with all of Chinese in them, making these patterns
took a fifth of the time of a lookup.
"""


@dataclass(frozen=True, slots=True)
class Successor:
    """The Chinese name that took over, the year where it is known (else 0), and whether that is decided."""

    name: str
    year: int = 0
    decided: bool = True

    def __str__(self) -> str:
        """Return the words of a note."""
        since = f" since {self.year}" if self.year else ""
        return f"{'' if self.decided else 'likely '}superseded by {self.name}{since}"


def successor_named(note: str) -> Successor | None:
    """Return the successor that a concept's note names at its beginning, or None."""
    for way in _WAYS:
        said = way.match(note.strip())
        if said and (way is _WAYS[0] or HAN_CHARACTER.match(said["name"])):
            return Successor(said["name"].strip(), int(said["year"] or 0), not said["likely"])
    return None


def successor_of(concept: Concept) -> Successor | None:
    """Return the successor of a concept, decided where its status says so whatever its note says."""
    named = successor_named(concept.note)
    if named is None or concept.status != "superseded":
        return named
    return replace(named, decided=True)


@dataclass(frozen=True, slots=True)
class Succession:
    """A name, the one that took over from it, in which year (0: not said), and the sentence that says so."""

    old: str
    new: str
    year: int
    place: Place
    evidence: str


def with_likely_successors(concepts: Iterable[Concept], told: Sequence[Succession]) -> list[Concept]:
    """Return concepts, the notes of those with an old name beginning with the likely successor.

    A concept that has the new name too, or whose note names a successor already, is left alone; of several
    successors the one of a known year and the earliest place counts.
    """
    by_old: dict[str, Succession] = {}
    for each in sorted(told, key=lambda each: (not each.year, each.place, each.new)):
        by_old.setdefault(each.old, each)
    return [_noted(concept, by_old) for concept in concepts]


def _noted(concept: Concept, by_old: dict[str, Succession]) -> Concept:
    forms = (concept.zh, *concept.zh_variants)
    found = next((by_old[form] for form in forms if form in by_old), None)
    if found is None or found.new in forms or successor_named(concept.note):
        return concept
    likely = Successor(found.new, found.year, decided=False)
    said = f"{likely} ({found.place}); to accept, set status to superseded"
    return replace(concept, note=f"{said}; {concept.note}" if concept.note else said)
