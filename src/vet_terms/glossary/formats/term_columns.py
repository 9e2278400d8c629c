"""Tables of terms as the term bases of CAT tools have them: an entry a row, several terms side by side.

What stands before the first language belongs to the entry; what stands after a term belongs to that term,
up to the next one; a language that has several terms has several columns of one name. memoQ exports such
tables and MultiTerm's Glossary Converter reads and writes them. Where one cell holds several terms, a ``|``
parts them. Rows of other tools are read by the names that their columns commonly have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vet_terms.errors import InputError
from vet_terms.glossary.formats.comments import status_and_note
from vet_terms.glossary.formats.entries import Entry, EntryTerm, concepts_of, languages_of, term_status
from vet_terms.glossary.formats.format import WriteOptions
from vet_terms.glossary.termbase import COLUMNS, split_values
from vet_terms.language.codes import language_of_code
from vet_terms.model import CONCEPT_TYPES, Concept, Language

Rows = Sequence[tuple[int, Sequence[str]]]
"""The rows of a table, the header first, each with its number for messages."""

_OF_ENTRIES: Mapping[str, str] = MappingProxyType(
    {
        "id": "id",
        "entry id": "number",
        "entry number": "number",
        "concept id": "id",
        "cid": "number",
        "entry subject": "subject",
        "entry domain": "domain",
        "entry note": "note",
        "concept domain": "domain",
        "concept definition": "definition",
        "concept note": "note",
        "subject": "domain",
        "subject field": "domain",
        "domain": "domain",
        "type": "subject",
        "definition": "definition",
        "process status": "process",
        "entry status": "process",
        "source": "source",
        "reference": "source",
        "note": "note",
        "notes": "note",
        "comment": "note",
        "remark": "note",
    }
)
_OF_TERMS: Mapping[str, str] = MappingProxyType(
    {
        "term info": "info",
        "term example": "context",
        "status": "status",
        "term status": "status",
        "usage status": "status",
        "administrative status": "status",
        "forbidden": "forbidden",
        "term forbidden": "forbidden",
        "preferred": "preferred",
        "context": "context",
        "example": "context",
        "usage": "note",
        "usage note": "note",
    }
)
"""What columns are called, in small letters with spaces, and what they are to us."""

_TOOLS_OWN = frozenset(
    {"entry id", "entry subject", "entry domain", "entry note", "entry number", "term info", "term example"}
    | {"cid", "tid", "concept domain", "concept subdomain", "concept definition", "concept note"}
)

_LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {"chinese": "zh", "中文": "zh", "汉语": "zh", "漢語": "zh", "english": "en", "英文": "en", "英语": "en"}
)
_PLACES = (
    "prc|hong kong|macao|singapore|taiwan|united|uk|us|australia|canada|ireland|india|new zealand|"
    "south africa|simplified|traditional"
)
_NAME = re.compile(rf"([a-z]+|[\u4e00-\u9fff]+?)(?: ?\(.*\)| (?:{_PLACES}).*)?")
_CODE = re.compile(r"(?:zh|en|zho|chi|cmn|eng)(?:[ -][a-z]{2,4}){0,2}")
_TRUE = frozenset({"true", "1", "yes", "x", "wahr", "是"})


@dataclass(frozen=True, slots=True)
class TermLayout:
    """How a tool lays out such a table: names of columns, each with what its cell says.

    ``language`` is the name of a language's column; ``first`` stands before the terms of the source language,
    and ``{language}`` in its names is the name of that column.
    """

    entry: Sequence[tuple[str, Callable[[Concept], str]]]
    language: Callable[[str, Language], str]
    term: Sequence[tuple[str, Callable[[EntryTerm, str], str]]]
    first: Sequence[tuple[str, Callable[[Concept], str]]] = ()
    text: Callable[[str], str] = str
    """Writes a term as the tool wants it."""


@dataclass(frozen=True, slots=True)
class _Column:
    kind: str
    language: Language | None = None
    """Whose term it is, or that of the terms it speaks of where its name says so."""


def rows_of_entries(
    concepts: Sequence[Concept], options: WriteOptions, layout: TermLayout
) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows: as many columns for a language as any concept has terms in it."""
    entries = [languages_of(concept, options) for concept in concepts]
    order: list[tuple[str, Language]] = [(options.chinese, "zh"), (options.english, "en")]
    if options.source == "en":
        order.reverse()
    width = {"zh": 1, "en": 1}
    for entry in entries:
        for _, language, terms, _ in entry:
            width[language] = max(width[language], len(terms))
    header = [heading for heading, _ in layout.entry]
    for code, language in order:
        name = layout.language(code, language)
        if language == options.source:
            header += [heading.format(language=name) for heading, _ in layout.first]
        header += [name, *(heading for heading, _ in layout.term)] * width[language]
    rows = []
    for concept, entry in zip(concepts, entries, strict=True):
        row = [cell(concept) for _, cell in layout.entry]
        said = {language: (terms, context) for _, language, terms, context in entry}
        for _, language in order:
            row += [cell(concept) for _, cell in layout.first] if language == options.source else []
            terms, context = said.get(language, ([], ""))
            for position in range(width[language]):
                if position < len(terms):
                    term, example = terms[position], context if position == 0 else ""
                    row += [layout.text(term.text), *(cell(term, example) for _, cell in layout.term)]
                else:
                    row += [""] * (1 + len(layout.term))
        rows.append(row)
    return header, rows


def concepts_of_rows(rows: Rows, name: str) -> list[Concept]:
    """Return the concepts of a table of terms, entries whose rows have one number joined.

    Raises InputError where no column has Chinese terms, or none of its rows.
    """
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    columns = [_column(cell) for cell in filled[0][1]] if filled else []
    if not has_term_columns(filled[0][1] if filled else []):
        raise InputError(
            f"{name}: no columns with Chinese and English terms; the first line must name them, as "
            "Chinese,English or zh-CN,en-US"
        )
    kept = _of_people(filled[0][1])
    splits = not any(column and column.kind == "info" for column in columns)
    entries: list[Entry] = []
    by_number: dict[str, Entry] = {}
    for _, cells in filled[1:]:
        entry = Entry()
        number = _read_row(entry, columns, cells, splits=splits)
        entry.extra = {
            column: cell for at, column in kept.items() if (cell := "".join(cells[at : at + 1]).strip())
        }
        if number and number in by_number:
            _join(by_number[number], entry)
            continue
        if number:
            by_number[number] = entry
        entries.append(entry)
    return concepts_of(entries, name)


def _of_people(names: Sequence[str]) -> dict[int, str]:
    """Return the columns of a table, by their place, that a person added to it; a tool's table has none."""
    folded = [_folded(name) for name in names]
    if not _TOOLS_OWN.isdisjoint(folded):
        return {}
    return {
        at: name.strip()
        for at, name in enumerate(names)
        if folded[at] and folded.count(folded[at]) == 1 and _column(name) is None and not _is_ours(name)
    }


def _is_ours(name: str) -> bool:
    """Return whether a column has the name of one of the term base, which speaks of the term base alone."""
    return name.strip().casefold() in COLUMNS


def has_term_columns(names: Sequence[str]) -> bool:
    """Say whether names of columns are those of such a table: both languages are among them."""
    languages = {column.language for column in map(_column, names) if column and column.kind == "term"}
    return languages == {"zh", "en"}


def is_of_a_tool(names: Sequence[str]) -> bool:
    """Say whether names of columns can only be a tool's: fields of memoQ or Phrase, or one name twice."""
    folded = [_folded(name) for name in names if name.strip()]
    return has_term_columns(names) and (len(folded) > len(set(folded)) or not _TOOLS_OWN.isdisjoint(folded))


def _column(name: str) -> _Column | None:
    """Return what a column is by its name; None for one that nothing is taken from."""
    folded = _folded(name)
    if folded.endswith(" def") and (language := _language(folded.removesuffix(" def"))):
        return _Column("definition", language)
    if language := _language(folded):
        return _Column("term", language)
    if kind := _OF_ENTRIES.get(folded) or _OF_TERMS.get(folded):
        return _Column(kind)
    code, _, field = folded.rpartition(" ")
    if field in _OF_TERMS and (language := _language(code)):
        return _Column(_OF_TERMS[field], language)
    return None


def _folded(name: str) -> str:
    return re.sub(r"[\s_]+", " ", unicodedata.normalize("NFKC", name)).strip().casefold()


def _language(name: str) -> Language | None:
    if _CODE.fullmatch(name):
        return language_of_code(name.replace(" ", "-"))
    found = _NAME.fullmatch(name)
    return _LANGUAGES.get(found[1]) if found else None


def _read_row(entry: Entry, columns: Sequence[_Column | None], cells: Sequence[str], *, splits: bool) -> str:
    """Read a row into an entry; return the number by which the tool knows it, where it has one."""
    number = domain = subject = ""
    open_terms: dict[Language, list[int]] = {"zh": [], "en": []}
    last: Language | None = None
    for column, cell in zip(columns, (cell.strip() for cell in cells), strict=False):
        if column is None:
            continue
        if column.kind == "term" and column.language:
            last = column.language
            values = split_values(cell) if splits else (cell,) if cell else ()
            begin = len(entry.terms[last])
            entry.terms[last] += [EntryTerm(value) for value in values]
            open_terms[last] = list(range(begin, len(entry.terms[last])))
        elif not cell:
            continue
        elif column.kind == "number":
            number = cell
        elif column.kind == "domain":
            domain = domain or cell
        elif column.kind == "subject":
            subject = cell
        elif column.kind in _OF_TERMS.values() and column.kind != "note" and (last or column.language):
            language = column.language or last
            assert language is not None, "one of the two is there"
            _take_of_terms(entry, column.kind, cell, language, open_terms[language])
        else:
            _take_of_entry(entry, column.kind, cell)
    if subject not in CONCEPT_TYPES:
        domain, subject = domain or subject, ""
    entry.subject = f"{domain} / {subject}" if domain and subject else domain or subject
    return number


def _take_of_entry(entry: Entry, kind: str, cell: str) -> None:
    if kind == "id":
        entry.id = cell
    elif kind == "definition":
        entry.definition = entry.definition or cell
    elif kind == "source":
        entry.source += split_values(cell)
    elif kind in {"process", "status"} and cell.casefold() in {"proposed", "new", "superseded"}:
        entry.status = "superseded" if cell.casefold() == "superseded" else "proposed"
    elif kind == "note":
        status, note = status_and_note(cell)
        if status != "approved":
            entry.status = status
        entry.notes += [note] if note else []


def _take_of_terms(entry: Entry, kind: str, cell: str, language: Language, terms: Sequence[int]) -> None:
    """Take what a column says of the terms before it."""
    if kind == "context":
        entry.contexts[language] = entry.contexts[language] or cell
    status = term_status(cell) if kind == "status" else ""
    flags = {flag.strip().casefold() for flag in cell.split(";")}
    if kind == "info" and "nonterm" in flags:
        status = "deprecated"
    if kind in {"forbidden", "preferred"} and cell.casefold() in _TRUE:
        status = "deprecated" if kind == "forbidden" else "preferred"
    if kind == "status" and cell.casefold() in {"new", "proposed"}:
        entry.status = "proposed"
    for position in terms:
        term = entry.terms[language][position]
        text = term.text.replace("|", "") if kind == "info" and "custom" in flags else term.text
        kept = term.status if term.status == "deprecated" else status or term.status
        entry.terms[language][position] = EntryTerm(text, kept)


def _join(entry: Entry, more: Entry) -> None:
    """Join a further row of an entry to it: its terms, and what the first row did not say."""
    for language in ("zh", "en"):
        known = {term.text for term in entry.terms[language]}
        entry.terms[language] += [term for term in more.terms[language] if term.text not in known]
        entry.contexts[language] = entry.contexts[language] or more.contexts[language]
    entry.subject = entry.subject or more.subject
    entry.definition = entry.definition or more.definition
    entry.notes += [note for note in more.notes if note not in entry.notes]
    entry.extra = more.extra | entry.extra
