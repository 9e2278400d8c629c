"""UTX 1.11, the glossaries of the Asia-Pacific Association for Machine Translation: tabs, and a header.

A row is a pair of terms with its status: ``approved`` or, while a person has not decided, ``provisional``;
``non-standard`` for other admitted forms and for concepts that another has taken over from; ``forbidden``.
The concept's id binds the rows of a concept. The header must name a date, a holder of rights and a licence:
the date is always the same one, since a file must not tell when it was written, and the others are not known.
Lines end in CR LF, as the specification has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vet_terms.errors import InputError
from vet_terms.glossary.formats.entries import Entry, EntryTerm, TermStatus, concepts_of
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.markup import entry_ids
from vet_terms.language.codes import language_of_code
from vet_terms.model import Concept, Language

COLUMNS = ("src", "tgt", "src:pos", "term status", "comment", "concept ID")
DATE = "1980-01-01T00:00:00Z"

_CODE = "[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*"
_LANGUAGES = re.compile(rf";\s*({_CODE})\s*/\s*({_CODE})\s*(?:;|$)")
_STATUSES: dict[str, TermStatus] = {
    "": "preferred",
    "approved": "preferred",
    "provisional": "preferred",
    "non-standard": "admitted",
    "forbidden": "deprecated",
    "rejected": "deprecated",
    "obsolete": "superseded",
}


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the file: for each concept the pair of its own terms first."""
    source, target = options.chinese, options.english
    if options.source == "en":
        source, target = target, source
    lines = [
        f"#UTX 1.11; {source}/{target}; {DATE}; copyright: not stated; license: not stated",
        "#" + "\t".join(COLUMNS),
    ]
    for concept, number in zip(concepts, entry_ids(concepts), strict=True):
        for zh, en, status in _pairs(concept):
            pair = (zh, en) if options.source == "zh" else (en, zh)
            lines.append("\t".join([*map(_cell, pair), "noun", status, _cell(concept.note), number]))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a UTX file of any version: rows with one concept id are one concept.

    Raises InputError where the header does not name Chinese and English, or the columns.
    """
    from vet_terms.documents.encoding import decode

    lines = decode(data, name)[0].split("\n")
    header = [line for line in lines if line.startswith("#")]
    source, target = _languages(header, name)
    columns = [column.strip().casefold() for column in header[-1].removeprefix("#").split("\t")]
    if not {"src", "tgt"} <= set(columns):
        raise InputError(f"{name}: the last line that begins with # must name the columns src and tgt")
    entries: list[Entry] = []
    by_number: dict[str, Entry] = {}
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        row = dict(zip(columns, (cell.strip() for cell in line.split("\t")), strict=False))
        number = row.get("concept id", "")
        entry = by_number.get(number) if number and number != "-" else None
        if entry is None:
            entry = Entry(id=number if number != "-" else "")
            entries.append(entry)
            by_number[number] = entry
        _take(entry, row, source, target)
    return concepts_of(entries, name)


def _pairs(concept: Concept) -> Iterator[tuple[str, str, str]]:
    standard = "provisional" if concept.status == "proposed" else "approved"
    if concept.status == "superseded":
        standard = "non-standard"
    yield concept.zh, concept.en, standard
    for form in concept.zh_variants:
        yield form, concept.en, "non-standard"
    for form in concept.en_variants:
        yield concept.zh, form, "non-standard"
    for form in concept.en_forbidden:
        yield concept.zh, form, "forbidden"


def _take(entry: Entry, row: dict[str, str], source: Language, target: Language) -> None:
    said = row.get("term status", "").casefold()
    status = _STATUSES.get(said, "")
    is_first = not entry.terms["zh"] and not entry.terms["en"]
    if is_first:
        entry.status = {"provisional": "proposed", "non-standard": "superseded"}.get(said, "approved")  # type: ignore[assignment]
        entry.notes += [
            note for column in ("comment", "src:comment", "tgt:comment") if (note := row.get(column, ""))
        ]
    for language, column in ((source, "src"), (target, "tgt")):
        text = row.get(column, "")
        known = {term.text for term in entry.terms[language]}
        if text and text not in known:
            entry.terms[language].append(EntryTerm(text, status if language == "en" else ""))


def _languages(header: Sequence[str], name: str) -> tuple[Language, Language]:
    if not header or not header[0].startswith("#UTX"):
        raise InputError(f"{name}: is no UTX file; its first line must begin with #UTX")
    found = _LANGUAGES.search(header[0])
    source, target = (language_of_code(code) for code in found.groups()) if found else (None, None)
    if source is None or target is None or source == target:
        raise InputError(f"{name}: its first line names no Chinese and English, as #UTX 1.11; zh-CN/en-US")
    return source, target


def _cell(text: str) -> str:
    """Return the text on one line: the format has no way to write a tab or a line end."""
    return " ".join(text.split())
