"""A text without what only its layout or its file format put there: spaces and invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import HAN
from vet_terms.model import Language

_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"
        "\u2066\u2067\u2068\u2069",
    )
)
_CONTROL = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])
_SPACES = str.maketrans(
    {"\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\v": " ", "\x85": " "}
)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_UNCLEAN = re.compile(
    "[\ud800-\udfff" + "".join(map(re.escape, map(chr, [*_INVISIBLE, *_CONTROL, *_SPACES]))) + "]"
)
_PUNCTUATION_SPACE = re.compile(
    rf"(?<=[{HAN}\d”’）》】]) +(?=[，。、；：！？”’（）《》【】])"
    rf"|(?<=[，。、；：！？）》】]) +(?=[{HAN}“‘（《【\d])"
    r"|(?<=[“‘（《【]) +"
)
_DIGIT_SPACE = re.compile(rf"(?<=[{HAN}]) +(?=\d)|(?<=\d) +(?=[{HAN}])")
_SPACED_DIGIT = re.compile(rf"[{HAN}] \d|\d [{HAN}]")
_TIGHT_DIGIT = re.compile(rf"[{HAN}]\d|\d[{HAN}]")
_MARK_END = re.compile(r"[）)、．.]\s*$")
_SPACE_RUN = re.compile(r"\s+")
_LEADING_NUMBER = re.compile(r"^\d+ +")


def clean(text: str) -> str:
    """Return a text without invisible and control characters, every kind of space as a plain one.

    Half a surrogate pair, which is no character, becomes U+FFFD.
    """
    if not _UNCLEAN.search(text):
        return text
    return _HALF_CHARACTER.sub("\ufffd", text.translate(_INVISIBLE).translate(_SPACES).translate(_CONTROL))


def tidy(text: str, language: Language, *, digits_spaced: bool) -> str:
    """Return a text without the spaces that only a layout puts: runs of them, and in Chinese those
    beside punctuation and (unless it is the document's style) beside digits.
    """
    text = _SPACE_RUN.sub(" ", text).strip()
    if language == "en":
        return text
    text = _PUNCTUATION_SPACE.sub("", text)
    mark, rest = split_mark(text)
    if mark and _MARK_END.search(mark):
        text = mark.rstrip() + rest
    number = _LEADING_NUMBER.match(text)
    lead = number.group() if number else ""
    return text if digits_spaced else lead + _DIGIT_SPACE.sub("", text[len(lead) :])


def spaces_beside_digits_are_style(texts: Iterable[str]) -> bool:
    """Say whether a document sets a space between characters and digits as a rule, not by chance."""
    spaced = tight = 0
    for text in texts:
        spaced += len(_SPACED_DIGIT.findall(text))
        tight += len(_TIGHT_DIGIT.findall(text))
    return spaced > 4 * tight and spaced >= 3
