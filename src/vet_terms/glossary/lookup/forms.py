"""A glossary as a lookup asks it: its concepts, their forms, and which forms have what.

Both are numbered best first. Concepts: rejected ones last, then by status, count and Chinese. Forms:
those of rejected concepts last, then the shorter before the longer (of two terms with the same part, the
shorter is the better answer), then by concept. So the first forms of any list are its best, and a
lookup need not see them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from vet_terms.glossary.folding import base_form, chinese_keys, english_words
from vet_terms.model import Concept, Language

FormKind = Literal["preferred", "variant", "forbidden"]
FORM_KINDS: tuple[FormKind, ...] = ("preferred", "variant", "forbidden")

STATUS_ORDER = ("approved", "proposed", "superseded", "rejected")

PARTS_OF_A_LETTER = 4
"""A form's weight counts in quarters of a letter, so that a variant weighs a little more."""


class Form(NamedTuple):
    """One form of a concept: which concept (by number), which of its forms, and how it is compared."""

    concept: int
    side: Language
    kind: FormKind
    place: int
    """Which of the forms of that kind it is: their first is 0."""
    key: str
    """Chinese: see ``chinese_keys``. English: the words as folded, with a space between."""
    bases: str
    """The base forms of English words, with a space between; empty for Chinese."""

    @property
    def weight(self) -> int:
        """Return its length: a variant counts as a little longer than a preferred term of the same length."""
        letters = len(self.bases.replace(" ", "")) if self.bases else len(self.key)
        return PARTS_OF_A_LETTER * letters + FORM_KINDS.index(self.kind)


class Glossary(Protocol):
    """What a lookup asks a glossary."""

    def concept(self, number: int) -> Concept:
        """Return a concept by its number."""
        ...

    def rejected_from(self) -> int:
        """Return the number of the first rejected concept, or of how many concepts there are."""
        ...

    def concepts_with(self, feature: str) -> Sequence[int]:
        """Return the numbers of the concepts that have a feature, ascending."""
        ...

    def form(self, number: int) -> Form:
        """Return a form by its number."""
        ...

    def forms_with(self, feature: str) -> Sequence[int]:
        """Return the numbers of the forms that have a feature, ascending."""
        ...

    def vocabulary(self) -> Sequence[str]:
        """Return the English words of all forms, as folded, sorted."""
        ...

    def words_with(self, feature: str) -> Sequence[int]:
        """Return where in the vocabulary the words stand that have a feature, ascending."""
        ...

    def readings(self, character: str) -> Sequence[str]:
        """Return how a character of a Chinese form is read, without tones."""
        ...


def text_of(concept: Concept, form: Form) -> str:
    """Return a form as it is written."""
    if form.side == "zh":
        return concept.zh if form.kind == "preferred" else concept.zh_variants[form.place]
    if form.kind == "preferred":
        return concept.en
    return (concept.en_variants if form.kind == "variant" else concept.en_forbidden)[form.place]


def best_first(concepts: Iterable[Concept]) -> list[Concept]:
    """Return concepts in the order in which they answer where nothing else decides."""
    return sorted(concepts, key=lambda each: (STATUS_ORDER.index(each.status), -each.count, each.zh, each.id))


def forms_of(concepts: Sequence[Concept]) -> list[Form]:
    """Return the forms of concepts (which stand best first), best first."""
    chinese = list(_chinese(concepts))
    keys = chinese_keys([text for *_, text in chinese])
    forms = [
        Form(number, "zh", kind, place, key, "")
        for (number, kind, place, _), key in zip(chinese, keys, strict=True)
    ]
    for number, kind, place, text in _english(concepts):
        words = english_words(text)
        if words:
            bases = " ".join(map(base_form, words))
            forms.append(Form(number, "en", kind, place, " ".join(words), bases))
    return sorted(forms, key=lambda form: (concepts[form.concept].status == "rejected", form.weight, form))


def _chinese(concepts: Sequence[Concept]) -> Iterator[tuple[int, FormKind, int, str]]:
    for number, concept in enumerate(concepts):
        yield number, "preferred", 0, concept.zh
        for place, text in enumerate(concept.zh_variants):
            yield number, "variant", place, text


def _english(concepts: Sequence[Concept]) -> Iterator[tuple[int, FormKind, int, str]]:
    for number, concept in enumerate(concepts):
        groups: Mapping[FormKind, Sequence[str]] = {
            "preferred": (concept.en,),
            "variant": concept.en_variants,
            "forbidden": concept.en_forbidden,
        }
        for kind, texts in groups.items():
            for place, text in enumerate(texts):
                yield number, kind, place, text
