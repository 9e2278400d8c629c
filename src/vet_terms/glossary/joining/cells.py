"""One concept as two tables have it, joined cell by cell against what both began with.

A cell that one side left as it was follows the other; where both changed it, and differently, what stands
stays and the difference is a clash. Without a common beginning an empty cell counts as it, so that nothing
is taken away. Cells of several values take what came and lose what went. Notes are put one after the other;
contexts, sources and counts are evidence, over which nobody quarrels.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from vet_terms.glossary.evidence import is_evidence
from vet_terms.glossary.identity import chinese_key, english_key
from vet_terms.glossary.joining.changes import Clash, ClashKind, Taken, TakenKind
from vet_terms.glossary.termbase import canonical, join_values
from vet_terms.model import Concept

NOTHING = Concept(id="", zh="", en="")
"""What two concepts begin with that have no common beginning."""

_PLAIN_CELLS: dict[str, TakenKind] = {"type": "decision", "domain": "cell", "definition": "cell"}
_JUDGED = {"approved", "rejected"}
_EVIDENCE = ("context_zh", "context_en")


def joined(
    ours: Concept, theirs: Concept, base: Concept | None, origin: str, *, yields: bool = False
) -> ConceptJoin:
    """Join what another table says of a concept into what ours says; ``origin`` is the other's name.

    Where ours ``yields``, being a proposal that nobody touched, what clashes is as the other has it.
    """
    work = ConceptJoin(ours, theirs, base, origin, yields=yields)
    work.terms()
    work.decisions()
    work.the_rest()
    return work


class ConceptJoin:
    """A concept being joined: ``concept`` as far as it is, with what was taken and what clashed."""

    def __init__(
        self, ours: Concept, theirs: Concept, base: Concept | None, origin: str, *, yields: bool
    ) -> None:
        self.concept = dataclasses.replace(canonical(ours), extra=ours.extra)
        self.taken: list[Taken] = []
        self.clashes: list[Clash] = []
        self._theirs = canonical(theirs)
        self._columns_of_theirs = [(column, cell.strip()) for column, cell in theirs.extra]
        self._base = canonical(base) if base else NOTHING
        self._has_no_beginning = base is None
        self._is_one_line = base is not None or ours.id == theirs.id
        self._origin = origin
        self._yields = yields

    def terms(self) -> None:
        """Join the Chinese and English terms, none of which may end up both admitted and forbidden."""
        for column in ("zh_variants", "en_variants", "en_forbidden"):
            self._remove_from(column)
        self._join_chinese()
        self._join_preferred_english()
        against = () if self._yields else self.concept.en_forbidden
        self._add_to(
            "en_variants", self._theirs.en_variants, english_key, have=(self.concept.en,), against=against
        )
        admitted = (self.concept.en, *self.concept.en_variants)
        self._add_to("en_forbidden", self._theirs.en_forbidden, english_key, against=admitted)

    def _join_chinese(self) -> None:
        others = self._theirs.zh_variants
        if self._is_one_line:
            self._scalar("zh", "decision", "preferred")
        else:
            # Another list may give our short form as its term; what it calls the concept is one more form.
            others = (self._theirs.zh, *others)
        if self.concept.zh in self.concept.zh_variants:
            self._set(zh_variants=tuple(form for form in self.concept.zh_variants if form != self.concept.zh))
        self._add_to("zh_variants", others, _as_written, have=(self.concept.zh,))

    def _join_preferred_english(self) -> None:
        wanted, before = self._theirs.en, self.concept.en
        if self._yields:
            gone = {english_key(form) for form in self._theirs.en_forbidden}
            self._keep_variants(lambda form: english_key(form) not in gone)
        if not self._is_one_line and self._is_of_a_short_form():
            return
        if self._has_no_beginning and not self._yields and english_key(wanted) == english_key(before):
            return  # another case or another dash is no other term
        forbidden = {english_key(form) for form in self.concept.en_forbidden}
        if wanted != self._base.en and english_key(wanted) in forbidden:
            self._clash("forbidden", "en_forbidden", wanted, f"{wanted} (preferred)")
            return
        if self.concept.status in _JUDGED and self.concept.status != self._base.status and before:
            # Who approved or rejected the row spoke of the English that it had.
            if wanted not in {before, self._base.en} and not self._yields:
                self._clash("preferred", "en", before, wanted)
            return
        self._scalar("en", "decision", "preferred")
        now = english_key(self.concept.en)
        if now == english_key(before):
            return
        if self._yields and not self._is_one_line:
            # What was found beside a term that nobody wanted was not looked at either.
            self._set(en_variants=())
        self._keep_variants(lambda form: english_key(form) != now)

    def _is_of_a_short_form(self) -> bool:
        """Tell whether the other list pairs two of our forms, the Chinese being no preferred one."""
        known = {english_key(form) for form in (self.concept.en, *self.concept.en_variants)}
        return (
            chinese_key(self._theirs.zh) != chinese_key(self.concept.zh)
            and english_key(self._theirs.en) in known
        )

    def _keep_variants(self, wanted: Callable[[str], bool]) -> None:
        self._set(en_variants=tuple(form for form in self.concept.en_variants if wanted(form)))

    def decisions(self) -> None:
        """Join statuses: a decision on a pair of terms is taken over where both have the same English."""
        theirs, base = self._theirs.status, self._base.status
        if theirs in {self.concept.status, base}:
            return
        if self.concept.status != base and not self._yields:
            self._clash("status", "status", self.concept.status, theirs)
        elif theirs == "superseded" or english_key(self._theirs.en) == english_key(self.concept.en):
            self._take("decision", "status", self.concept.status, theirs)
            self._set(status=theirs)
        elif not self.clashes and not self._is_of_a_short_form():
            self._clash("status", "status", self.concept.status, f"{theirs} ({self._theirs.en})")

    def the_rest(self) -> None:
        """Join what is no term and no status."""
        for column, kind in _PLAIN_CELLS.items():
            self._scalar(column, kind, "cell")
        for column in _EVIDENCE:
            ours, theirs, base = self._three(column)
            if ours in {"", base} and theirs != base:
                self._set(**{column: theirs})
        self._add_to("source", self._theirs.source, str)
        self._set(count=max(self.concept.count, self._theirs.count))
        self._join_notes()
        self._join_columns_of_people()

    def _three(self, column: str) -> tuple[Any, Any, Any]:
        return tuple(getattr(each, column) for each in (self.concept, self._theirs, self._base))

    def _scalar(self, column: str, kind: TakenKind, clash: ClashKind) -> None:
        ours, theirs, base = self._three(column)
        if theirs in {ours, base}:
            return
        if ours != base and not self._yields:
            self._clash(clash, column, ours, theirs)
            return
        self._take(kind, column, ours, theirs)
        self._set(**{column: theirs})

    def _remove_from(self, column: str) -> None:
        ours, theirs, base = self._three(column)
        gone = [value for value in ours if value in base and value not in theirs]
        if gone:
            self._take("decision", column, join_values(gone), "")
            self._set(**{column: tuple(value for value in ours if value not in gone)})

    def _add_to(
        self,
        column: str,
        values: Sequence[str],
        key: Callable[[str], str],
        *,
        have: Sequence[str] = (),
        against: Sequence[str] = (),
    ) -> None:
        standing = getattr(self.concept, column)
        known = {key(value) for value in (*have, *standing)}
        opposed = {key(value) for value in against}
        new: list[str] = []
        for value in values:
            if not value or key(value) in known or value in getattr(self._base, column):
                continue
            if key(value) in opposed:
                other = "en_forbidden" if column == "en_variants" else "en_variants"
                said = "admitted" if column == "en_variants" else "forbidden"
                self._clash("forbidden", other, value, f"{value} ({said})")
                continue
            known.add(key(value))
            new.append(value)
        if new:
            if column != "source":
                self._take("term", column, "", join_values(new))
            self._set(**{column: (*standing, *new)})

    def _join_notes(self) -> None:
        ours, theirs, base = self._three("note")
        if theirs == base or (theirs and theirs in ours):
            return
        if self._has_no_beginning and is_evidence(theirs):
            return  # it is about the other's pair of terms, and evidence of this one stands
        if ours in {"", base} or ours in theirs:
            note = theirs
        elif not theirs:
            return
        elif self.concept.status == "superseded" and self._theirs.status == "superseded":
            note = f"{theirs}; {ours}"  # a note begins with the successor's name
        else:
            note = f"{ours}; {theirs}"
        self._take("cell", "note", ours, note)
        self._set(note=note)

    def _join_columns_of_people(self) -> None:
        ours, base = dict(self.concept.extra), dict(self._base.extra)
        for column, cell in self._columns_of_theirs:
            standing, before = ours.get(column, "").strip(), base.get(column, "")
            if cell in {standing, before}:
                continue
            if standing == before or self._yields:
                self._take("cell", column, standing, cell)
                ours[column] = cell
            else:
                self._clash("cell", column, standing, cell)
        self._set(extra=tuple(ours.items()))

    def _set(self, **changes: Any) -> None:
        self.concept = dataclasses.replace(self.concept, **changes)

    def _take(self, kind: TakenKind, column: str, before: str, after: str) -> None:
        self.taken.append(Taken(kind, self.concept.id, self.concept.zh, column, before, after, self._origin))

    def _clash(self, kind: ClashKind, column: str, kept: str, offered: str) -> None:
        self.clashes.append(
            Clash(kind, self.concept.id, self.concept.zh, column, kept, offered, self._origin)
        )


def _as_written(chinese: str) -> str:
    """Return what makes a Chinese form another one: its characters and their script, not width and spaces."""
    return unicodedata.normalize("NFKC", chinese).casefold().replace(" ", "")
