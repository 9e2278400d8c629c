"""What rules may know: of a unit, read once for all of them, and of the world beside it.

Nothing here judges. Each reading is worked out when the first rule asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vet_terms.model import Concept, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.glossary.term_index import TermHit, TermIndex, Word
    from vet_terms.language.numbers import Mismatch


class Context:
    """What rules know beside the unit: the glossary, the approved memory, the document's year.

    ``memory`` holds the approved English texts of a Chinese one, by `vet_terms.language.scripts.comparable`.
    ``vectors`` says whether sentence vectors may be used. A context can be sent to another process: what was
    worked out stays behind.
    """

    def __init__(
        self,
        concepts: Iterable[Concept] = (),
        memory: Mapping[str, tuple[str, ...]] | None = None,
        year: int | None = None,
        vectors: bool = True,
    ) -> None:
        """Keep the entries that are not rejected."""
        self.concepts = tuple(concept for concept in concepts if concept.status != "rejected")
        self.memory = memory or {}
        self.year = year
        self.vectors = vectors

    def __getstate__(self) -> dict[str, Any]:
        """Return what the context was made of."""
        return {name: self.__dict__[name] for name in ("concepts", "memory", "year", "vectors")}

    @cached_property
    def terms(self) -> TermIndex:
        """The glossary, ready to be searched."""
        from vet_terms.glossary.term_index import TermIndex

        return TermIndex(self.concepts)


class Reading:
    """A unit as the rules read it."""

    def __init__(self, unit: TranslationUnit, context: Context) -> None:
        """Read nothing yet."""
        self.unit = unit
        self.zh = unit.zh
        self.en = unit.en
        self._context = context

    @cached_property
    def term_hits(self) -> tuple[TermHit, ...]:
        """The glossary's terms in the Chinese, the longest first from the left, none inside another."""
        return self._context.terms.in_chinese(self.zh)

    @cached_property
    def english_words(self) -> tuple[Word, ...]:
        """The words of the English without articles, with their forms for comparing."""
        from vet_terms.glossary.term_index import english_words

        return english_words(self.en)

    @cached_property
    def number_mismatches(self) -> tuple[Mismatch, ...]:
        """How the numbers of the two sides differ."""
        from vet_terms.language.numbers import compare

        return compare(self.zh, self.en)
