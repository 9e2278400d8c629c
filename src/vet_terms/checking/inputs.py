"""What `check` reads: files of any kind to translation units, and the texts that it compares them with.

Bilingual files are read as they are: their units keep the order, the numbers (``places[0].block``) and the
ids of `vet_terms.memory.bilingual`, so that a finding leads back to its element. Where a unit's notes hold
`SWAPPED` or `SWAPPED_CODES`, its two texts stand in each other's place in the file; where they hold
`REVERSED`, its English is the source. Other documents are aligned first: one that holds both languages by
itself, a Chinese and an English one together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vet_terms.errors import InputError
from vet_terms.files import STDIN, read_failure
from vet_terms.language.scripts import comparable
from vet_terms.memory.bilingual import read_bilingual_file
from vet_terms.memory.bilingual_file import NotBilingualError
from vet_terms.memory.entry_units import REVERSED
from vet_terms.memory.sides import READERS_NOTES, SWAPPED_CODES
from vet_terms.model import Concept, Document, TranslationUnit
from vet_terms.progress import Progress, silent

if TYPE_CHECKING:
    from vet_terms.alignment.result import Options
    from vet_terms.memory.unit import MemoryUnit

_LANGUAGES = {"zh": ("Chinese", "English"), "en": ("English", "Chinese")}
_STORE = b"SQLite format 3\0"
_BY_PEOPLE = frozenset({"approved", "edited"})


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file that is checked, or two that were aligned with each other, and remarks on its reading.

    ``name`` is as a person gave it; of two files, both. What ``is_aligned`` cannot be written back.
    ``sheets`` are the names of a workbook's sheets by their numbers.
    """

    name: str
    units: tuple[TranslationUnit, ...]
    remarks: tuple[str, ...] = ()
    is_aligned: bool = False
    sheets: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that is checked in one run, in the order in which it was named."""

    files: tuple[InputFile, ...]

    @property
    def units(self) -> tuple[TranslationUnit, ...]:
        """Return the units of all files, one after the other."""
        return tuple(unit for file in self.files for unit in file.units)

    @property
    def unit_count(self) -> int:
        """Return how many they are."""
        return sum(len(file.units) for file in self.files)


def read_inputs(
    files: Sequence[str],
    *,
    progress: Progress = silent,
    concepts: Iterable[Concept] = (),
    vectors: bool = True,
) -> Inputs:
    """Return the units of files; ``-`` is standard input.

    Where documents are aligned, the English of ``concepts`` speaks for pairs, and ``vectors`` says whether
    the sentence encoder is asked. Raises InputError, one sentence
    that names the file, where one cannot be read or is in other languages, and where a document in one
    language comes without its translation.
    """
    read: dict[str, InputFile] = {}
    documents: dict[str, Document] = {}
    for name in progress(list(dict.fromkeys(files)), "reading"):
        try:
            found = read_bilingual_file(name, in_file=True)
        except NotBilingualError:
            documents[name] = _document(name, progress)
        else:
            remarks = tuple(_remarks(found.units, found.remarks))
            read[name] = InputFile(name, found.units, remarks, sheets=found.sheets)
    if documents:
        from vet_terms.alignment.result import Options
        from vet_terms.glossary.by_people import english_forms

        options = Options(glossary=english_forms(tuple(concepts)), vectors=vectors)
        for group in _groups(documents):
            read[group[0]] = _aligned(group, documents, options, progress)
    return Inputs(tuple(read[name] for name in dict.fromkeys(files) if name in read))


def unchanged_pairs(
    file: str, *, progress: Progress = silent, vectors: bool = True
) -> frozenset[tuple[str, str]]:
    """Return the pairs of an earlier version, as (Chinese, English). Raises InputError as `read_inputs`."""
    inputs = read_inputs([file], progress=progress, vectors=vectors)
    return frozenset((unit.zh, unit.en) for unit in inputs.units)


def approved_memory(address: str) -> Mapping[str, tuple[str, ...]]:
    """Return the English texts that people approved of each Chinese one, in the order of the memory.

    The Chinese is given by `vet_terms.language.scripts.comparable`. ``address`` is a TMX, another bilingual
    file, or a store of units. A file that marks none of its units as approved, as a table cannot, counts as
    approved whole. Raises InputError.
    """
    from vet_terms.tmx.model import without_codes

    by_people: dict[str, dict[str, None]] = {}
    by_machine: dict[str, dict[str, None]] = {}
    for unit in _memory_units(address):
        zh, en = comparable(without_codes(unit.zh)), without_codes(unit.en).strip()
        if unit.status in _BY_PEOPLE:
            by_people.setdefault(zh, {})[en] = None
        elif not by_people:
            by_machine.setdefault(zh, {})[en] = None
    found = by_people or (by_machine if _has_no_statuses(address) else {})
    return {zh: tuple(english) for zh, english in found.items()}


def _has_no_statuses(address: str) -> bool:
    from vet_terms.memory.importing import TMX_ENDINGS

    return not _is_store(address) and not address.lower().endswith(TMX_ENDINGS)


def _memory_units(address: str) -> Iterator[MemoryUnit]:
    if _is_store(address):
        from vet_terms.memory.store.opening import open_store

        with open_store(address) as store:
            yield from store.after(0)
        return
    from vet_terms.memory.importing import Passed, units_of_file

    yield from units_of_file(address, Passed())


def _is_store(address: str) -> bool:
    from vet_terms.memory.store.opening import is_server

    if address == STDIN or is_server(address):
        return address != STDIN
    try:
        with Path(address).open("rb") as stream:
            return stream.read(len(_STORE)) == _STORE
    except (OSError, ValueError) as error:
        raise InputError(f"{address}: {read_failure(error)}") from error


def _remarks(units: Sequence[TranslationUnit], said: Iterable[str]) -> Iterator[str]:
    """Yield what a person should know of a bilingual file."""
    yield from said
    notes = dict.fromkeys(note for unit in units for note in unit.notes if note in READERS_NOTES)
    if SWAPPED_CODES in notes:
        # What the codes say of the direction is wrong too.
        notes.pop(REVERSED, None)
    yield from notes
    for side, texts in (
        ("English", [unit.en for unit in units]),
        ("Chinese", [unit.zh for unit in units]),
    ):
        if not any(text.strip() for text in texts):
            which = "its only unit is not" if len(texts) == 1 else f"none of its {len(texts):,} units is"
            yield f"{which} translated yet: the {side} side is empty"


def _document(name: str, progress: Progress) -> Document:
    from vet_terms.documents.readers import read_document

    document = read_document(name, name=name, progress=progress)
    if not document.blocks:
        raise InputError(f"{name}: has no text in Chinese or English; there is nothing to check")
    return document


def _groups(documents: Mapping[str, Document]) -> Iterator[tuple[str, ...]]:
    """Yield the names of the documents that are aligned together: two in two languages, or each by itself.

    Raises InputError for a document in one language without its translation.
    """
    from vet_terms.alignment.aligner import is_bilingual
    from vet_terms.memory.source_text import told_language

    alone = [name for name, document in documents.items() if not is_bilingual(document)]
    languages = {name: told_language([document]) for name, document in documents.items()}
    # Beside a document in one language, one that quotes the other is its translation.
    if len(documents) == 2 and alone and len(set(languages.values())) > 1:
        yield tuple(documents)
        return
    if alone:
        one, other = _LANGUAGES[languages[alone[0]]]
        if len(alone) > 1:
            raise InputError(
                f"{alone[0]} and {alone[1]}: are each in one language; give one {one} document and its "
                f"{other} translation together, and no other document"
            )
        raise InputError(
            f"{alone[0]}: has hardly any text but {one}; give its {other} translation together with it, or a "
            "bilingual file"
        )
    yield from ((name,) for name in documents)


def _aligned(
    group: Sequence[str], documents: Mapping[str, Document], options: Options, progress: Progress
) -> InputFile:
    from vet_terms.checking.aligned import aligned

    found = aligned([documents[name] for name in group], options, progress)
    return InputFile(" and ".join(group), found.units, found.remarks, is_aligned=True)
