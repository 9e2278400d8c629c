"""Characters that only the making of a PDF put there, as the ordinary ones that a person sees.

The shapes of a font lead back to code points, and where a shape has several, programs that make PDFs often
choose a rare one: a radical for the character that looks like it, a ligature for two letters, a
Traditional form in a Simplified text. Punctuation, and full-width letters as such, are left as they are.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from vet_terms.language.scripts import only_in, script_of, to_simplified

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}

# The other radicals of the supplement are parts of characters and no characters.
_RADICALS = dict(
    zip(
        map(
            ord,
            "⺁⺄⺈⺟⺠⺩⺫⺬⺮⺶⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        ),
        "厂乙刀母民王目示竹羊虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
)
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_COMPATIBILITY = {
    code: plain
    for code in [*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA1E)]
    if (plain := unicodedata.normalize("NFC", chr(code))) != chr(code)
}
_UPRIGHT_FORMS = dict(
    zip(
        [*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE33), *range(0xFE35, 0xFE45)],
        "，、。：；！？〖〗…‥—–（）｛｝〔〕【】《》〈〉「」『』",
        strict=True,
    )
)
"""Marks as they are set in text from the top down."""

_PLAIN = {**_LIGATURES, **_UPRIGHT_FORMS}
_RARE = {**_RADICALS, **_KANGXI, **_COMPATIBILITY}
_RARE_CHARACTER = re.compile(f"[{''.join(map(chr, _RARE))}]")
_SYMBOL_BULLET = re.compile("^[\uf020-\uf0ff](?=\\s|$)")
"""A glyph of a symbol font at the head of a line: it has no character, and there it is a bullet."""

_QUOTED = re.compile("“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》|（[^（）]*）|\\([^()]*\\)")
_SHOWN = 8


def with_plain_characters(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines with ordinary characters, and remarks on the Chinese ones that were changed."""
    changed: Counter[str] = Counter()
    plain = [_without_rare(line, changed) for line in lines]
    notes = []
    if changed:
        notes.append(f"radicals and compatibility forms read as the ordinary characters: {_listed(changed)}")
    if script_of("\n".join(plain)) == "Hans":
        mixed: Counter[str] = Counter()
        plain = [_without_strays(line, mixed) for line in plain]
        if mixed:
            notes.append(f"Traditional characters among Simplified ones read as Simplified: {_listed(mixed)}")
    return plain, notes


def _without_rare(line: str, changed: Counter[str]) -> str:
    if line.isascii():
        return line
    line = _SYMBOL_BULLET.sub("•", line.translate(_PLAIN))
    for found in _RARE_CHARACTER.findall(line):
        changed[f"{found}→{_RARE[ord(found)]}"] += 1
    return line.translate(_RARE)


def _without_strays(line: str, mixed: Counter[str]) -> str:
    """Return a line with its Traditional characters simplified where they stand among Simplified ones.

    What is quoted or in brackets is looked at by itself, and so is what stands around it: text quoted in
    Traditional characters is all of a piece, and stays.
    """
    if not any(only_in(char) == "Hant" for char in line):
        return line
    edges = [0, *(edge for found in _QUOTED.finditer(line) for edge in found.span()), len(line)]
    pieces = [line[start:end] for start, end in itertools.pairwise(edges)]
    around = any(only_in(char) == "Hans" for piece in pieces[::2] for char in piece)
    for index, piece in enumerate(pieces):
        among = around if index % 2 == 0 else any(only_in(char) == "Hans" for char in piece)
        if among:
            pieces[index] = _simplified(piece, mixed)
    return "".join(pieces)


def _simplified(piece: str, mixed: Counter[str]) -> str:
    whole = to_simplified(piece)
    found = []
    for index, char in enumerate(piece):
        plain = char
        if only_in(char) == "Hant":
            # The words around decide between two simple forms, as long as none of them changes the length.
            plain = whole[index] if len(whole) == len(piece) else to_simplified(char)
            if plain != char:
                mixed[f"{char}→{plain}"] += 1
        found.append(plain)
    return "".join(found)


def _listed(changed: Counter[str]) -> str:
    most = ", ".join(f"{pair} ({count})" for pair, count in changed.most_common(_SHOWN))
    return most if len(changed) <= _SHOWN else f"{most} and {len(changed) - _SHOWN} more"
