"""What is filled in for each segment and what is only offered; no file format here.

Filled in is what needs no other words: an exact match; the translation of a text that differs in its form
only (width, case, script, quotes, inline codes); one that differs in its numbers only, with the numbers
replaced; one that lacks only the list mark. Only the first, and only where the memory has one translation,
counts as translated, the others ask for review. All other matches are offered, with no target: a tool that
does not look at states takes whatever stands in a target for the translation, and a fuzzy match there would
pass for one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.marks import mark_value
from vet_terms.memory.matching.folding import folded
from vet_terms.memory.pretranslation.numbers import renumbered
from vet_terms.memory.pretranslation.terms import TermNote, TermNotes
from vet_terms.memory.source_text import Searchable, SourceText, as_written, matches_of
from vet_terms.memory.unit import Match, MemoryUnit
from vet_terms.model import Language, Role, Segment
from vet_terms.progress import Progress, silent
from vet_terms.tmx.model import without_codes

Filled = Literal["exact", "one of several", "form", "numbers", "list mark", ""]
"""How a target came about; empty where there is none."""

_ASKED_FOR = 50
"""Matches of a segment that are looked at; a short one can have thousands."""
_MOST_OFFERED = 5
"""Matches that are offered, unless more than that are exact: conflicting translations are all shown."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A match as a translator is shown it."""

    source: str
    target: str
    percent: int
    origin: str


@dataclass(frozen=True, slots=True)
class PretranslatedUnit:
    """A segment of the new document, with its translation or none."""

    id: str
    """Made of the text, so that it stays the same when other parts of the document change."""
    source: str
    place: str
    """Page, block and spot, without the document's name."""
    line: int
    kind: Role
    target: str = ""
    filled: Filled = ""
    remark: str = ""
    """What the translator must know of the target."""
    offers: tuple[Offer, ...] = ()
    terms: tuple[TermNote, ...] = ()


def pretranslated(
    text: SourceText,
    memory: Searchable | None,
    terms: TermNotes | None,
    threshold: int,
    progress: Progress = silent,
) -> Iterator[PretranslatedUnit]:
    """Yield the units of a document in reading order; equal segments are looked up once."""
    known: dict[tuple[str, str], tuple[Match, ...]] = {}
    ids: Counter[str] = Counter()
    for segment in progress(text.segments, text.name):
        source = as_written(segment)
        digest = _digest(source)
        ids[digest] += 1
        key = (segment.mark, segment.text)
        if memory is not None and key not in known:
            known[key] = matches_of(segment, memory, threshold, _ASKED_FOR)
        offers = _shown(_offers(known.get(key, ()), text.language))
        target, filled, remark = _filled(segment, offers)
        yield PretranslatedUnit(
            id=f"s{digest}" + (f"-{ids[digest]}" if ids[digest] > 1 else ""),
            source=source,
            place=str(segment.place).removeprefix(segment.place.document).lstrip(":"),
            line=segment.place.line,
            kind=segment.role,
            target=target,
            filled=filled,
            remark=remark,
            offers=tuple(offers),
            terms=terms.of(segment.text, text.language) if terms else (),
        )


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _offers(matches: Sequence[Match], language: Language) -> list[Offer]:
    """Return the matches as they are shown, in their order, each pair of texts once, the best of it."""
    offers: dict[tuple[str, str], Offer] = {}
    other: Language = "en" if language == "zh" else "zh"
    for match in matches:
        # Inline codes belong to another document.
        source, target = (without_codes(match.unit.text(side)).strip() for side in (language, other))
        if source and target:
            offer = Offer(source, target, match.percent, _origin(match.unit))
            offers.setdefault((source, target), offer)
    return list(offers.values())


def _shown(offers: Sequence[Offer]) -> Sequence[Offer]:
    exact = sum(offer.percent == 100 for offer in offers)
    return offers[: max(exact, _MOST_OFFERED)]


def _origin(unit: MemoryUnit) -> str:
    """Return where a unit is from, and that the machine made it where nobody has looked at it."""
    where = unit.place or unit.document or unit.origin or "memory"
    return f"{where} (aligned by machine, {unit.score:.2f})" if unit.status == "machine" else where


def _filled(segment: Segment, offers: Sequence[Offer]) -> tuple[str, Filled, str]:
    """Return the target of a segment, how it came about, and what is to be said of it."""
    exact = [offer for offer in offers if offer.percent == 100]
    if exact:
        targets = list(dict.fromkeys(offer.target for offer in exact))
        if len(targets) == 1:
            return targets[0], "exact", ""
        return targets[0], "one of several", f"The memory has {len(targets)} translations of this text."
    text = as_written(segment)
    for offer in offers:
        if _is_same_text(offer.source, text, segment.language):
            return offer.target, "form", _remark_on_form(offer, text)
        changed = renumbered(offer.source, offer.target, text, segment.language)
        if changed:
            said = ", ".join(f"{old or 'nothing'} → {new or 'nothing'}" for old, new in changed.changes)
            return changed.text, "numbers", f"Numbers replaced in {offer.origin}: {said}"
        mark = _mark_for(segment)
        if mark and _is_same_text(offer.source, segment.text, segment.language):
            return mark + offer.target, "list mark", f"The list mark is added to {offer.origin}."
    return "", "", ""


def _remark_on_form(offer: Offer, text: str) -> str:
    if "".join(offer.source.split()) == "".join(text.split()):
        return f"{offer.origin} has this text with inline codes, which are left off here."
    return f"{offer.origin} has this text in another form: {offer.source}"


def _is_same_text(one: str, other: str, language: Language) -> bool:
    return folded(one, language) == folded(other, language)


_HALF_WIDTH = str.maketrans("（）．", "().")


def _mark_for(segment: Segment) -> str:
    """Return a segment's list mark for the other language; empty where that is a matter of style (一、)."""
    mark = segment.mark.strip()
    if not mark:
        return ""
    if segment.language == "zh":
        mark = mark.translate(_HALF_WIDTH)
        if mark.endswith("、") and mark[:-1].isascii():
            mark = mark[:-1] + "."
        return f"{mark} " if mark.isascii() or not mark_value(mark) else ""
    return segment.mark if not any(character.isalpha() for character in mark) else ""
