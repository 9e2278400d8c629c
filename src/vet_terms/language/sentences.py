"""Sentences and the finest clauses that can pair, in Chinese and in English.

Chinese is cut behind 。！？； and the quotes that close there; English by syntok, and behind a
semicolon. A text is never cut inside brackets that close or a book title. Nothing is lost: the parts joined
give the text, apart from the spaces between them.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from vet_terms.language.marks import MARK
from vet_terms.language.scripts import HAN
from vet_terms.model import Language

_CLOSERS = "”’」』）)》】"
_CHINESE_END = re.compile(
    rf"(?:[。！？；!?;]+|…{{2,}}|\.(?=[\s{_CLOSERS}]*$)|(?<=[{HAN}])\.(?=\s*[{HAN}]))[{_CLOSERS}]*"
)
_ENDS = re.compile(rf"(?:[。！？；!?…]|(?<!\b[A-Z])[.])[{_CLOSERS}\"']*\s*$")
_ABBREVIATION = re.compile(
    r"\b(?:Co|Ltd|Inc|Corp|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|vs|etc|e\.g|i\.e|cf|Fig|Vol|pp|al|U\.S|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_HALF_DAY = re.compile(r"\d\s?[ap]\.m\.$", re.IGNORECASE)
# The "and" that leads to the next item of a list stays with this one.
_ENGLISH_SEMICOLON = re.compile(r"(?:;[”\"’')]*\s+|；[”\"’')]*\s*)(?!\s*(?:and|or)\s*$)")
_ITEM_SEAM = re.compile(r"(?<=[：:；;。.!?！？])\s+(?=\S)")
_WORD = re.compile(r"\w")
_NEAR = 24
"""Characters beside a seam that are looked at: an enumerator or abbreviation is shorter."""

LONGEST_BRACKETED = 1000
"""Characters after which a bracket that closes is taken for another's, and holds no sentences together."""

_OPENING = {"（": "()", "(": "()", "《": "《》", "【": "[]", "[": "[]", "［": "[]"}
_CLOSING = {"）": "()", ")": "()", "》": "《》", "】": "[]", "]": "[]", "］": "[]"}
"""Brackets by what they are: people open a full-width one and close a half-width one."""
_BRACKET = re.compile("[" + re.escape("".join([*_OPENING, *_CLOSING])) + "]")


def split_sentences(text: str, language: Language) -> list[str]:
    """Return the sentences and clauses of a paragraph, stripped, none empty.

    An enumerator behind a colon or an end mark ("下一步： 1.…") begins a new part as well.
    """
    parts: list[str] = []
    for piece in _items(text):
        parts += _split_chinese(piece) if language == "zh" else _split_english(piece)
    return [part for part in map(str.strip, _with_words(parts)) if part]


def _with_words(parts: list[str]) -> list[str]:
    """Return the parts, those without a letter or digit joined to the one before, or else behind.

    A full stop typed twice, or a closing quote typed as an opening one, is no sentence.
    """
    result: list[str] = []
    for part in parts:
        if result and not (_WORD.search(part) and _WORD.search(result[-1])):
            result[-1] += part
        else:
            result.append(part)
    return result


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does, and not in an abbreviation like "Ltd."."""
    end = text[-_NEAR:].rstrip() or text.rstrip()
    return bool(_ENDS.search(end)) and not _ABBREVIATION.search(end)


def _items(text: str) -> list[str]:
    cuts = [
        found.end()
        for found in _ITEM_SEAM.finditer(text)
        if MARK.match(_behind(text, found.end())) and not _ends_in_abbreviation(text, found.start())
    ]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _ends_in_abbreviation(text: str, position: int) -> bool:
    before = text[max(0, position - _NEAR) : position]
    return bool(_ABBREVIATION.search(before) or _HALF_DAY.search(before))


def _behind(text: str, position: int) -> str:
    return text[position : position + _NEAR]


def _split_chinese(text: str) -> list[str]:
    parts: list[str] = []
    start = 0
    inside = _inside_brackets(text)
    for found in _CHINESE_END.finditer(text):
        end = found.end()
        if inside[end] or _is_quoted_name(text, start, found):
            continue
        parts.append(text[start:end])
        start = end
    return [*parts, text[start:]]


def _inside_brackets(text: str) -> bytearray:
    """Return for each position of a text whether it is inside a bracket that closes.

    One that never closes, or closes far behind, is a slip, and holds nothing together.
    """
    inside = bytearray(len(text) + 1)
    opened: dict[str, list[int]] = {}
    for found in _BRACKET.finditer(text):
        mark, position = found.group(), found.start()
        if kind := _OPENING.get(mark):
            opened.setdefault(kind, []).append(position)
        elif before := opened.get(_CLOSING[mark]):
            first = before.pop() + 1
            if position - first < LONGEST_BRACKETED:
                inside[first : position + 1] = b"\x01" * (position + 1 - first)
    return inside


def _is_quoted_name(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether an end mark belongs to a short quoted name that the sentence goes on behind.

    As in “党课开讲啦！”系列活动; speech (behind a colon) and whole quoted sentences are cut.
    """
    if not found.group().endswith(("”", "」", "’")):
        return False
    opening = max(text.rfind(mark, start, found.start()) for mark in "“「‘")
    goes_on = bool(re.match(rf"[{HAN}，、的]", _behind(text, found.end())))
    is_speech = opening > 0 and text[opening - 1] in "：:，"
    return opening >= 0 and goes_on and found.start() - opening <= 12 and not is_speech


_SINGLE = re.compile(r"[\w\s,:'’‘\"“”%$£€&/+\-–—]*+[.!?]?[\"”’')]?\s*")
"""Texts without an end mark or a bracket inside: syntok cuts at nothing else, and takes long to say so."""


def _split_english(text: str) -> list[str]:
    parts: list[str] = []
    for sentence in _syntok_sentences(text):
        parts += _at_semicolons(sentence)
    return _rejoined(parts, _inside_brackets(text))


def _syntok_sentences(text: str) -> list[str]:
    if _SINGLE.fullmatch(text):
        return [text]
    segmenter = _segmenter()
    cuts: list[int] = []
    for sentence in segmenter(text):
        tokens = list(sentence)
        if tokens:
            cuts.append(tokens[0].offset)
    cuts = sorted({0, *cuts[1:]})
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


@functools.cache
def _segmenter() -> Any:
    from syntok.segmenter import segment
    from syntok.tokenizer import Tokenizer

    tokenizer = Tokenizer(emit_hyphen_or_underscore_sep=True, replace_not_contraction=False)

    def sentences(text: str) -> Any:
        return segment(tokenizer.tokenize(text))

    return sentences


def _at_semicolons(text: str) -> list[str]:
    cuts = [found.end() for found in _ENGLISH_SEMICOLON.finditer(text)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _rejoined(parts: list[str], inside: bytearray) -> list[str]:
    """Undo cuts inside a bracket, before one in mid-sentence, and behind an abbreviation in one."""
    result: list[str] = []
    cut = 0
    for part in parts:
        if result and (
            inside[cut] or _is_cut_before_bracket(result[-1], part) or _is_cut_abbreviation(result[-1], part)
        ):
            result[-1] += part
        else:
            result.append(part)
        cut += len(part)
    return result


def _is_cut_before_bracket(left: str, right: str) -> bool:
    return right.lstrip()[:1] in _OPENING and re.search(r"[\w,，、]\s*$", left) is not None


def _is_cut_abbreviation(left: str, right: str) -> bool:
    if _HALF_DAY.search(left.rstrip()):
        return bool(re.match(r"[a-z\d\-–—,，;(（]", right.lstrip()))
    return bool(_ABBREVIATION.search(left.rstrip())) and right.lstrip()[:1].islower()
