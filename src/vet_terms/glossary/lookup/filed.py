"""A glossary for lookups in a file: everything that ``listed.py`` prepares in memory, prepared once.

Concepts, forms and words are texts, each read when it is asked for; what forms are found by is a hash of the
feature, in order, with the numbers of its forms. No program code is in the file or made from it.
"""

from __future__ import annotations

import functools
import itertools
import json
import zlib
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from vet_terms.glossary.lookup.features import FEATURES
from vet_terms.glossary.lookup.forms import Form
from vet_terms.glossary.lookup.pages import DamagedFileError, Pages, Texts, numbers, texts, write_pages
from vet_terms.model import Concept, Language

if TYPE_CHECKING:
    from vet_terms.glossary.lookup.listed import ListedGlossary

KIND = "vet-terms glossary 1"

_FIELDS = tuple(Concept.__dataclass_fields__)
_SEVERAL = frozenset({"zh_variants", "en_variants", "en_forbidden", "source"})
LANGUAGES: tuple[Language, ...] = ("zh", "en")

Read = TypeVar("Read")


def write_glossary(path: Path, listed: ListedGlossary, facts: Mapping[str, Any]) -> None:
    """Write a glossary that is ready for lookups, with some facts of its origin. Raises OutputError."""
    having: dict[str, Sequence[int]] = {**listed.old_names, **listed.words_by_part}
    for kinds in FEATURES.values():
        for kind in kinds:
            having.update((kind + text, found) for text, found in listed.all_of(kind).items())
    hashed = sorted((_hash(feature), found) for feature, found in having.items())
    characters = sorted({char for form in listed.forms if form.side == "zh" for char in form.key})
    sections = {
        **texts("concepts", map(_text_of_concept, listed.concepts)),
        **texts("forms", map(_text_of_form, listed.forms)),
        **texts("vocabulary", listed.vocabulary()),
        **texts("readings", (f"{char}{' '.join(listed.readings(char))}" for char in characters)),
        "features": numbers((key for key, _ in hashed), "Q"),
        "features.ends": numbers(itertools.accumulate(len(found) for _, found in hashed)),
        "having": numbers(itertools.chain.from_iterable(found for _, found in hashed)),
    }
    for language in LANGUAGES:
        terms = listed.concepts_by_term(language)
        sections |= texts(f"{language} terms", terms)
        sections |= {
            f"{language} concepts.ends": numbers(itertools.accumulate(map(len, terms.values()))),
            f"{language} concepts": numbers(itertools.chain.from_iterable(terms.values())),
        }
    write_pages(path, KIND, {**facts, "rejected from": listed.rejected_from()}, sections)


class FiledGlossary:
    """The concepts of a glossary and their forms, in a file. Raises DamagedFileError, also later."""

    def __init__(self, path: Path) -> None:
        self._pages = Pages(path, KIND)
        self.facts = self._pages.facts
        self._concepts = Texts(self._pages, "concepts")
        self._forms = Texts(self._pages, "forms")
        self._features = self._pages.numbers("features", "Q")
        self._ends = self._pages.numbers("features.ends")

    def concept(self, number: int) -> Concept:
        """Return a concept by its number."""
        return _checked(lambda: _concept_of_text(self._concepts[number]))

    def rejected_from(self) -> int:
        """Return the number of the first rejected concept, or of how many concepts there are."""
        return _checked(lambda: int(self.facts["rejected from"]))

    def form(self, number: int) -> Form:
        """Return a form by its number."""
        return _checked(lambda: _form_of_text(self._forms[number]))

    def forms_with(self, feature: str) -> Sequence[int]:
        """Return the numbers of the forms that have a feature, ascending."""
        return self._having(feature)

    def concepts_with(self, feature: str) -> Sequence[int]:
        """Return the numbers of the concepts that have a feature, ascending."""
        return self._having(feature)

    def words_with(self, feature: str) -> Sequence[int]:
        """Return where in the vocabulary the words stand that have a feature, ascending."""
        return self._having(feature)

    def vocabulary(self) -> Sequence[str]:
        """Return the English words of all forms, as folded, sorted."""
        return self._vocabulary

    def readings(self, character: str) -> Sequence[str]:
        """Return how a character of a Chinese form is read, without tones."""
        return self._readings.get(character, ())

    def terms_of(self, language: Language) -> Mapping[str, int]:
        """Return the terms of a language for comparing, each with its place among them."""
        return dict(zip(Texts(self._pages, f"{language} terms").all(), itertools.count(), strict=False))

    def concepts_of(self, language: Language, place: int) -> Sequence[int]:
        """Return the numbers of the concepts that have a term, best first."""
        ends = self._pages.numbers(f"{language} concepts.ends")
        start = ends[place - 1] if place else 0
        return self._pages.part(f"{language} concepts", 4 * start, 4 * ends[place]).cast("I")

    def _having(self, feature: str) -> Sequence[int]:
        key = _hash(feature)
        at = bisect_left(self._features, key)
        if at == len(self._features) or self._features[at] != key:
            return ()
        start, end = self._ends[at - 1] if at else 0, self._ends[at]
        return self._pages.part("having", 4 * start, 4 * end).cast("I")

    @functools.cached_property
    def _vocabulary(self) -> Texts:
        return Texts(self._pages, "vocabulary")

    @functools.cached_property
    def _readings(self) -> dict[str, list[str]]:
        return {text[:1]: text[1:].split(" ") for text in Texts(self._pages, "readings").all()}


def _hash(feature: str) -> int:
    """Return a number of 64 bits for a feature; what two have in common is told by the forms themselves."""
    data = feature.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.adler32(data)


def _checked(read: Callable[[], Read]) -> Read:
    try:
        return read()
    except (ValueError, LookupError, TypeError) as error:
        raise DamagedFileError(f"it says what no glossary says ({error})") from error


def _text_of_concept(concept: Concept) -> str:
    return json.dumps([getattr(concept, field) for field in _FIELDS], ensure_ascii=False)


def _concept_of_text(text: str) -> Concept:
    said = dict(zip(_FIELDS, json.loads(text), strict=True))
    for field in _SEVERAL:
        said[field] = tuple(said[field])
    said["extra"] = tuple((column, cell) for column, cell in said["extra"])
    return Concept(**said)


def _text_of_form(form: Form) -> str:
    return "\t".join((str(form.concept), form.side, form.kind, str(form.place), form.key, form.bases))


def _form_of_text(text: str) -> Form:
    concept, side, kind, place, key, bases = text.split("\t")
    return Form(int(concept), side, kind, int(place), key, bases)  # type: ignore[arg-type]
