"""Checks on single texts: how they are written, and in which language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from vet_terms.glossary.linting.rule import LintRule, Problem, tables
from vet_terms.glossary.linting.subject import TERMS, TEXTS, Entry, Subject
from vet_terms.glossary.termbase import split_values
from vet_terms.language.scripts import count_han

_STRAY_SPACE = re.compile(
    "  +|[\t\n\r\v\f\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad]"
)
_WIDE_SIGN = re.compile("[\uff01-\uff5e、。〈-】]")
_NAME_IN_LATIN = re.compile(r"[A-Z0-9][A-Za-z0-9+&./·-]*|[A-Z0-9+&./ ·-]+")
_PAIRS = {")": "(", "]": "[", "}": "{", "】": "【", "》": "《", "〉": "〈", "」": "「", "』": "『", "”": "“"}
_AS_ASCII = str.maketrans("（）［］｛｝＂", '()[]{}"')
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SMALL = frozenset(
    {"a", "an", "the", "and", "or", "of", "for", "in", "on", "at", "to", "by", "with", "from", "as"}
)


def not_composed(subject: Subject) -> Iterator[Problem]:
    """Find texts that are not in NFC."""
    return _cells(subject, TEXTS, lambda cell: (
        "" if unicodedata.is_normalized("NFC", cell) else "is not in Unicode's composed form (NFC)"
    ))  # fmt: skip


def untrimmed(subject: Subject) -> Iterator[Problem]:
    """Find spaces around cells."""
    return _cells(subject, sorted(subject.columns), lambda cell: (
        "" if cell == cell.strip() else "has spaces around it"
    ))  # fmt: skip


def stray_spaces(subject: Subject) -> Iterator[Problem]:
    """Find doubled, invisible and unusual spaces in terms."""

    def said(term: str) -> str:
        found = _STRAY_SPACE.search(term)
        if found is None:
            return ""
        return f"“{term}” has " + (
            "a doubled space" if found[0].startswith("  ") else f"an unusual space (U+{ord(found[0]):04X})"
        )  # fmt: skip

    return _terms(subject, TERMS, said)


def unpaired_marks(subject: Subject) -> Iterator[Problem]:
    """Find brackets and quotation marks without their other half."""
    return _terms(
        subject,
        TERMS,
        lambda term: f"“{term}”: {mark} has no other half" if (mark := _unpaired(term)) else "",
    )


def not_chinese(subject: Subject) -> Iterator[Problem]:
    """Find Chinese terms without a Chinese character that are no names in Latin letters."""

    def said(term: str) -> str:
        has_any = count_han(term) or _NAME_IN_LATIN.fullmatch(term)
        return "" if has_any else f"“{term}” has no Chinese character"

    return _terms(subject, ("zh", "zh_variants"), said)


def not_english(subject: Subject) -> Iterator[Problem]:
    """Find English terms with Chinese characters or full-width signs."""

    def said(term: str) -> str:
        if count_han(term):
            return f"“{term}” has Chinese characters"
        wide = _WIDE_SIGN.search(term)
        return f"“{term}” has the full-width sign {wide[0]}" if wide else ""

    return _terms(subject, ("en", "en_variants", "en_forbidden"), said)


def title_case(subject: Subject) -> Iterator[Problem]:
    """Find common terms whose every word has a capital."""
    for entry, concept in subject.concepts():
        if concept.type == "term" and _is_title_case(concept.en):
            yield Problem(f"“{concept.en}” is in Title Case, but no name", entry, "en")


def _cells(subject: Subject, columns: Sequence[str], said: Callable[[str], str]) -> Iterator[Problem]:
    for entry in subject.entries:
        for column in columns:
            message = said(entry.cells.get(column, ""))
            if message:
                yield Problem(message, entry, column)


def _terms(subject: Subject, columns: Sequence[str], said: Callable[[str], str]) -> Iterator[Problem]:
    for entry in subject.entries:
        for column in columns:
            for term in _values(entry, column):
                message = said(term)
                if message:
                    yield Problem(message, entry, column)


def _values(entry: Entry, column: str) -> tuple[str, ...]:
    return split_values(entry.cells.get(column, ""))


def _unpaired(term: str) -> str:
    """Return the first mark without its other half; a ’ that closes nothing is an apostrophe."""
    open_marks: list[str] = []
    for mark in term.translate(_AS_ASCII):
        if mark == '"':
            if open_marks and open_marks[-1] == mark:
                open_marks.pop()
            else:
                open_marks.append(mark)
        elif mark in _PAIRS.values() or mark == "‘":
            open_marks.append(mark)
        elif mark in _PAIRS:
            if not open_marks or open_marks.pop() != _PAIRS[mark]:
                return mark
        elif mark == "’" and open_marks and open_marks[-1] == "‘":
            open_marks.pop()
    return open_marks[-1] if open_marks else ""


def _is_title_case(en: str) -> bool:
    words = [word for word in _WORD.findall(en) if word.casefold() not in _SMALL]
    written_small = [word for word in words if not word.isupper()]
    return len(words) > 1 and bool(written_small) and all(word[0].isupper() for word in words)


RULES = (
    LintRule(
        "text/nfc",
        "error",
        "A text is not in Unicode's composed form (NFC).",
        "The same letters in two forms look alike and compare as different: é can be one character or two. "
        "Type the text anew, or save it from a program that composes.",
        not_composed,
        tables("zh,en\n咖啡,cafe\u0301\n"),
        tables("zh,en\n咖啡,café\n"),
    ),
    LintRule(
        "text/trimmed",
        "warning",
        "A cell has spaces around it.",
        "They do not count when the file is read, and other tools take them for a part of the term. "
        "The next build takes them away.",
        untrimmed,
        tables("zh,en\n双元制,Dual System \n", "zh,en,note\n双元制,Dual System,\u3000ask Li\n"),
        tables("zh,en\n双元制,Dual System\n"),
    ),
    LintRule(
        "text/spaces",
        "warning",
        "A term has a doubled space, or one that cannot be seen.",
        "No-break and zero-width spaces come with text from web pages and PDF files; a term that has one is "
        "found in no text that has not.",
        stray_spaces,
        tables(
            "zh,en\n双元制,Dual  System\n", "zh,en\n双元制,Dual\u00a0System\n", "zh,en\n双\u200b元制,Dual\n"
        ),
        tables("zh,en\n双元制,Dual System\n"),
    ),
    LintRule(
        "text/pairs",
        "warning",
        "A bracket or quotation mark in a term has no other half.",
        "The term was cut in the wrong place, or a mark was forgotten. An apostrophe needs no other half.",
        unpaired_marks,
        tables(
            "zh,en\n“双元制,Dual System\n",
            "zh,en\n双元制（德国,Dual System\n",
            "zh,en\n双元制,Dual) System\n",
        ),
        tables("zh,en\n“双元制”（德国）,teachers’ ‘Dual’ System (Germany)\n"),
    ),
    LintRule(
        "text/chinese",
        "warning",
        "A Chinese term has no Chinese character.",
        "Columns may have been mixed up. Names and codes that Chinese writes in Latin letters (IHK, 1+X) "
        "are not reported.",
        not_chinese,
        tables("zh,en\nDual System,双元制\n", "zh,en\n双元制 | dual,Dual System\n"),
        tables("zh,en\nIHK,Chamber of Industry and Commerce\n1+X,1+X\n双元制,Dual System\n"),
    ),
    LintRule(
        "text/english",
        "error",
        "An English term has Chinese characters or full-width signs.",
        "Part of the term is not translated, or it was typed with a Chinese keyboard.",
        not_english,
        tables(
            "zh,en\n双元制,双元 System\n",
            "zh,en\n双元制,Dual System（Germany）\n",
            "zh,en,en_forbidden\n双,dual,双\n",
        ),
        tables("zh,en\n双元制,Dual System (Germany)\n"),
    ),
    LintRule(
        "text/case",
        "info",
        "A common term is in Title Case.",
        "Title Case is for names: a translator copies what the glossary shows. Where the term is a name, "
        "say so by its type.",
        title_case,
        tables("zh,en,type\n产教融合,Integration of Industry and Education,term\n"),
        tables(
            "zh,en,type\n产教融合,integration of industry and education,term\n",
            "zh,en,type\n一带一路,Belt and Road,policy\n世贸组织,WTO,term\n",
        ),
    ),
)
