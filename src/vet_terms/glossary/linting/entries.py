"""Checks on single entries: what a row says of its concept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vet_terms.glossary.linting.rule import LintRule, Problem, tables
from vet_terms.glossary.linting.subject import LEGAL, TERMS, Subject
from vet_terms.glossary.termbase import MOST_DIGITS, split_values, whole_number
from vet_terms.model import Concept

_ID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_EVIDENCE = frozenset({"source", "count", "context_zh", "context_en"})


def without_chinese(subject: Subject) -> Iterator[Problem]:
    """Find rows without a Chinese term."""
    for entry in subject.entries:
        if entry.concept is None:
            en = entry.cells.get("en", "").strip()
            yield Problem(f"there is no Chinese term{f' for “{en}”' if en else ''}", entry, "zh")


def without_english(subject: Subject) -> Iterator[Problem]:
    """Find concepts in use without an English term."""
    for entry, concept in subject.concepts():
        if not concept.en and concept.status != "rejected":
            yield Problem("has no English, so it is neither checked nor exported", entry, "en")


def illegal_choice(column: str) -> Callable[[Subject], Iterator[Problem]]:
    """Return the check of a column that takes certain words only."""

    def check(subject: Subject) -> Iterator[Problem]:
        for entry in subject.entries:
            cell = entry.cells.get(column, "").strip()
            if cell and cell.casefold() not in LEGAL[column]:
                yield Problem(f"“{cell[:40]}” is not one of {', '.join(LEGAL[column])}", entry, column)

    return check


def illegal_count(subject: Subject) -> Iterator[Problem]:
    """Find counts that are no whole numbers."""
    for entry in subject.entries:
        cell = entry.cells.get("count", "").strip()
        if cell and whole_number(cell) is None:
            yield Problem(
                f"“{cell[:40]}” is not a whole number with at most {MOST_DIGITS} digits", entry, "count"
            )


def odd_id(subject: Subject) -> Iterator[Problem]:
    """Find ids that spreadsheets and exchange formats do not keep as they are."""
    for entry in subject.entries:
        id_ = entry.cells.get("id", "").strip()
        if id_ and not _ID.fullmatch(id_):
            yield Problem(f"“{id_[:40]}” is not a letter followed by letters, digits, - . or _", entry, "id")


def repeated_form(subject: Subject) -> Iterator[Problem]:
    """Find a form that a row has twice."""
    for entry in subject.entries:
        for columns in (TERMS[:2], TERMS[2:4], TERMS[4:]):
            seen: set[str] = set()
            for column in columns:
                for form in _raw_values(entry.cells.get(column, "")):
                    if form in seen:
                        yield Problem(f"“{form}” stands twice", entry, column)
                    seen.add(form)


def same_on_both_sides(subject: Subject) -> Iterator[Problem]:
    """Find entries that map a term to itself and say nothing more."""
    for each in subject.in_use:
        if each.english and {form.replace(" ", "") for form in each.english} == set(each.chinese):
            yield Problem(f"the Chinese and the English are both “{each.concept.en}”", each.entry, "en")


def admitted_and_forbidden(subject: Subject) -> Iterator[Problem]:
    """Find a form that one row admits and forbids."""
    for each in subject.in_use:
        for form, key in zip(each.concept.en_forbidden, each.forbidden, strict=True):
            if key in each.english:
                said = "preferred" if each.english[0] == key else "admitted"
                yield Problem(f"“{form}” is both {said} and forbidden", each.entry, "en_forbidden")


def unattested(subject: Subject) -> Iterator[Problem]:
    """Find approved entries without evidence, in term bases that have a place for it."""
    if not subject.columns & _EVIDENCE:
        return
    for entry, concept in subject.concepts():
        if concept.status == "approved" and concept.en and not _is_attested(concept):
            yield Problem(
                "is approved, but has no source, context or count; say in source where it is from",
                entry,
                "source",
            )


def _is_attested(concept: Concept) -> bool:
    return bool(concept.source or concept.count or concept.context_zh or concept.context_en)


def _raw_values(cell: str) -> list[str]:
    """Return the values of a cell with repetitions, which reading it leaves out."""
    unescaped = re.split(r"(?<!\\)\|", cell)
    return [value for part in unescaped for value in split_values(part)]


RULES = (
    LintRule(
        "row/chinese",
        "error",
        "A row has no Chinese term.",
        "Every other command refuses the file. Write the term, or delete the row.",
        without_chinese,
        tables("zh,en\n,Dual System\n"),
        tables("zh,en\n双元制,Dual System\n"),
    ),
    LintRule(
        "row/english",
        "info",
        "A concept has no English.",
        "It is neither checked nor exported. Nothing is wrong with it; it waits for a translation.",
        without_english,
        tables("zh,en\n双元制,\n"),
        tables("zh,en\n双元制,Dual System\n", "zh,en,status\n双元制,,rejected\n"),
    ),
    LintRule(
        "row/type",
        "error",
        "A type is not one of those that there are.",
        "Every other command refuses the file. An empty cell means term.",
        illegal_choice("type"),
        tables("zh,en,type\n双元制,Dual System,thing\n"),
        tables("zh,en,type\n双元制,Dual System,Policy\n双轨制,dual track,\n"),
    ),
    LintRule(
        "row/status",
        "error",
        "A status is not one of those that there are.",
        "Every other command refuses the file. An empty cell means approved.",
        illegal_choice("status"),
        tables("zh,en,status\n双元制,Dual System,ok\n"),
        tables("zh,en,status\n双元制,Dual System,approved\n"),
    ),
    LintRule(
        "row/count",
        "error",
        "A count is not a whole number.",
        "Every other command refuses the file. The count says how often the Chinese was met.",
        illegal_count,
        tables("zh,en,count\n双元制,Dual System,many\n", "zh,en,count\n双元制,Dual System,1.5\n"),
        tables("zh,en,count\n双元制,Dual System,3\n双轨制,dual track,\n"),
    ),
    LintRule(
        "row/id",
        "warning",
        "An id is no letter followed by letters, digits and - . _",
        "A spreadsheet changes an id that looks like a number (007, 1E5), and TBX takes no other signs. "
        "Leave the cell empty in a new row: the next build gives it an id.",
        odd_id,
        tables("id,zh,en\n007,双元制,Dual System\n", "id,zh,en\nc 1,双元制,Dual System\n"),
        tables("id,zh,en\nc0123456789,双元制,Dual System\n,双轨制,dual track\n"),
    ),
    LintRule(
        "row/repeated",
        "warning",
        "A row has the same form twice.",
        "A variant that is the preferred term, or stands twice, says nothing.",
        repeated_form,
        tables("zh,en,en_variants\n双元制,Dual System,Dual System\n", "zh,zh_variants,en\n甲,乙 | 乙,a\n"),
        tables("zh,en,en_variants\n双元制,Dual System,dual system | dual-track system\n"),
    ),
    LintRule(
        "row/same",
        "warning",
        "The Chinese and the English are the same.",
        "Such a row asks for nothing. Where a code stays as it is, add the full name as a variant.",
        same_on_both_sides,
        tables("zh,en\nIHK,IHK\n"),
        tables("zh,en,en_variants\nIHK,IHK,Chamber of Industry and Commerce\n"),
    ),
    LintRule(
        "row/forbidden",
        "error",
        "A form is both admitted and forbidden in one row.",
        "A check cannot obey both. Forms are compared without case and kinds of dash.",
        admitted_and_forbidden,
        tables("zh,en,en_forbidden\n双元制,Dual System,dual system\n"),
        tables("zh,en,en_forbidden\n双元制,Dual System,twin system\n"),
    ),
    LintRule(
        "row/attested",
        "error",
        "An approved entry has no source, no context and no count.",
        "Nobody can tell later where the translation came from. Name a document or a decision in source or "
        "give a sentence. Tables without any of these columns are not held to it.",
        unattested,
        tables("zh,en,status,source\n双元制,Dual System,approved,\n", "zh,en,status,count\n双元制,Dual,,0\n"),
        tables(
            "zh,en,status,source\n双元制,Dual System,approved,style guide\n双轨制,dual track,proposed,\n",
            "zh,en,status,context_zh\n双元制,Dual System,approved,学校实行双元制。\n",
            "zh,en,status\n双元制,Dual System,approved\n",
            "zh,en,source\n双元制,,\n",
        ),
    ),
)  # fmt: skip
