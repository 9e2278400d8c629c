"""Names in Latin letters that the Chinese has too, and that a slip of the key changed: UNECSO for UNESCO.

What the source spells is how the name is spelt. Where the English has it nowhere, and has a word one letter
from it that the source has nowhere, that is it, misspelt. Plain words, forms of the same word (MOOC, MOOCs)
and names with and without accents are left alone. An abbreviation in brackets behind the full name of a body
known to the table of organisations is held against that body's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip

_SHORTEST = 4
_SHORTEST_TURNED = 3
"""Letters from which on an abbreviation may be out of order; only from ``_SHORTEST`` on may one be wrong."""
_LETTERS_OF_NAMES = re.compile("[A-Za-zÀ-ɏ]{2}|[+][A-Z]")
_THREE_CAPITALS = re.compile(r"(?<![0-9A-Za-z_@./\\:-])[A-Z]{3}(?![0-9A-Za-z_@\\-])")
_CAPITALS_ALONE = re.compile(r"(?<![0-9A-Za-z_@./\\:+-])(?:[A-Z]{2,6}|\d\+[A-Z])(?![0-9A-Za-z_@\\/.+-])")
_LATIN = re.compile(r"(?<![\w@./\\:-])[A-Za-zÀ-ɏ]{4,}(?![\w@\\]|[./:]\w|://)")
_LATIN_IN_CHINESE = re.compile(r"(?<![0-9A-Za-z_@./\\:-])[A-Za-zÀ-ɏ]{4,}(?![0-9A-Za-z_@\\À-ɏ]|[./:][\w/])")
_LETTERS = re.compile(r"[^a-z]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_ENDINGS = frozenset(["", "s", "d", "r", "n", "e", "y", "es", "ed", "er", "en", "an"])


def misspelt_latin_names(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that are a Latin word of the Chinese with one letter wrong."""
    if reading.zh.isascii() or not _LETTERS_OF_NAMES.search(reading.zh):
        return
    yield from _turned_abbreviations(reading.zh, reading.en)
    yield from _small_abbreviations(reading.zh, reading.en)
    spelt = dict.fromkeys(match.group() for match in _LATIN_IN_CHINESE.finditer(reading.zh))
    if not spelt:
        return
    words = [(match, _folded(match.group())) for match in _LATIN.finditer(reading.en)]
    said = {folded for _, folded in words}
    for name in spelt:
        wanted = _folded(name)
        if wanted in said:
            continue
        for match, folded in words:
            if not _is_misspelt(folded, wanted) or _is_a_word(match.group(), context):
                continue
            # Each may stand on the other side with a space or a hyphen in it, or as a part of a word.
            others = reading.en[: match.start()] + " " + reading.en[match.end() :]
            if wanted not in _squeezed(others) and folded not in _squeezed(reading.zh.replace(name, " ")):
                written, cased = match.group(), name.upper() if match.group().isupper() else name
                yield Slip(*match.span(), f"“{written}” is spelt “{name}” in the source.", suggestion=cased)


def _turned_abbreviations(zh: str, en: str) -> Iterator[Slip]:
    """Yield abbreviations of three letters that stand in the Chinese in another order: GZI for GIZ."""
    from vet_terms.checking.naming.organisations import abbreviations

    in_chinese = set(_THREE_CAPITALS.findall(zh))
    for match in _THREE_CAPITALS.finditer(en) if in_chinese else ():
        written = match.group()
        turned = [name for name in in_chinese if sorted(name) == sorted(written) and name not in en]
        if turned and written not in zh and written not in abbreviations():
            right = min(turned)
            yield Slip(*match.span(), f"“{written}” is spelt “{right}” in the source.", suggestion=right)


def _small_abbreviations(zh: str, en: str) -> Iterator[Slip]:
    """Yield abbreviations of the Chinese that the English writes in small letters: cad for CAD."""
    from vet_terms.language.lexicon import is_general_english

    for name in dict.fromkeys(_CAPITALS_ALONE.findall(zh)):
        if name in en:
            continue
        small = name.lower()
        match = re.search(rf"(?<![\w@./\\:+-]){re.escape(small)}s?(?![\w@\\]|[./:]\w)", en)
        if match and not is_general_english(small):
            written = match.group()
            right = name + written[len(small) :]
            yield Slip(*match.span(), f"“{written}” is written “{name}” in the source.", suggestion=right)


def misspelt_abbreviations(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield abbreviations in brackets that are those of the name before with a letter wrong or misplaced."""
    from vet_terms.checking.naming.organisations import abbreviated, abbreviations
    from vet_terms.language.slips import is_slip

    if "(" not in reading.en and "（" not in reading.en:
        return
    for body, match in abbreviated(reading.en):
        written = match.group(2)
        if written in abbreviations() or written in body.also or written in reading.zh:
            continue
        for right in body.abbreviations:
            is_turned = len(written) >= _SHORTEST_TURNED and sorted(written) == sorted(right)
            if is_turned or is_slip(written, right, _SHORTEST):
                message = f"“{written}” is not the abbreviation of the name before it: “{right}”."
                yield Slip(*match.span(2), message, suggestion=right)
                break


def _is_misspelt(folded: str, wanted: str) -> bool:
    from vet_terms.language.slips import is_slip

    return is_slip(folded, wanted, _SHORTEST) and not _is_form(folded, wanted)


def _is_a_word(written: str, context: Context) -> bool:
    """Tell whether a word is right by itself: a plain one, a known name, one of the glossary."""
    from vet_terms.checking.naming.organisations import abbreviations
    from vet_terms.language.spelling import is_english

    lower = written.lower()
    return is_english(lower) or lower in context.words or written in abbreviations()


def _is_form(one: str, other: str) -> bool:
    """Tell whether two words differ in an ending alone, or in accents: MOOC, MOOCs; München, Munchen."""
    size = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    endings = (one[size:], other[size:])
    # A last letter left out of two, ZigBe, is no ending.
    is_doubled = any(each == one[size - 1] for each in endings)
    return not is_doubled and all(each in _ENDINGS for each in endings)


def _squeezed(text: str) -> str:
    """Return the letters of a text without what stands between: e-learning and eLearning are one."""
    folded = _folded(text)
    written_out = _folded(text.lower().translate(_UMLAUTS))
    return " ".join(_LETTERS.sub("", each) for each in dict.fromkeys((folded, written_out)))


def _folded(text: str) -> str:
    """Return a text in small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(character for character in apart if not unicodedata.combining(character))
