"""Chinese term candidates: what in a Chinese sentence could be an entry of a glossary.

Four kinds, from the surest to the least sure: text that the writer set in “ ” or 《 》, names, policy
formulas (X+X), and noun compounds. Choosing among them is not done here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.glossary.extraction.compounds import compounds, repaired
from vet_terms.glossary.extraction.field import policies_in
from vet_terms.glossary.extraction.names import parts_of_names
from vet_terms.glossary.extraction.short_forms import announced
from vet_terms.glossary.extraction.spans import ChineseSpan, Origin, span_of
from vet_terms.glossary.extraction.typing import CONGRESS
from vet_terms.language.entities import Entity, entities
from vet_terms.language.mending import mended
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import Token
from vet_terms.language.words import general_frequency

_QUOTED = re.compile(
    r"“([^“”]{2,60})”|‘([^‘’]{2,60})’|「([^「」]{2,60})」|『([^『』]{2,60})』|\"([^\"]{2,60})\""
)
_BOOK = re.compile(r"《([^《》]{2,80})》")
_FORMULA = re.compile(rf"[{HAN}A-Za-z0-9]{{1,8}}(?:[+＋][{HAN}A-Za-z0-9]{{1,8}})+")
_EVERYDAY = 1000
# 国际|化: the ending of a word is never the beginning of the next, but in the names of some sciences.
_CUT = re.compile("化(?![工学肥纤验石合解])")
_LONGEST_QUOTE = 30
_LONGEST_NAME = 8
_SPEECH = re.compile(r"(?:[说道称问答]|表示|写道|指出|认为)[：:，,]?[“‘「\"]$")
_LONGEST_MEMBER = 6
_SIGNED = frozenset({"证书", "制度", "模式", "体系", "工程", "计划", "行动", "证书制度"})
_LONGEST_SIGNED = 8


@dataclass(frozen=True, slots=True)
class ChineseSentence:
    """A sentence with its words, its names, and its candidates (which may overlap and nest)."""

    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    spans: tuple[ChineseSpan, ...]
    short_forms: tuple[tuple[str, str], ...] = ()
    """Short forms that the sentence gives for names, each with the full name."""


def analyse(text: str) -> ChineseSentence:
    """Return the candidates of one Chinese sentence, each place once, by its surest origin."""
    tokens = repaired(mended(text))
    names = tuple(entities(text))
    sure = [
        *(span for span in _quoted(text) if not _is_speech(text, span, tokens)),
        *(span_of(text, name.start, name.end, "entity", name.kind) for name in names),
    ]
    said = list(announced(text, sure, tokens))
    found = [
        *(span for each in said for span in (each.full, each.short)),
        *sure,
        *parts_of_names(text, names, tokens),
        *_formulas(text, tokens),
        *_congresses(text),
        *_policies(text, names),
        *compounds(text, tokens, names),
    ]
    first: dict[tuple[int, int], ChineseSpan] = {}
    for span in found:
        if len(span.text) > 1 and (span.origin in {"quote", "book"} or not _CUT.match(text, span.end)):
            first.setdefault((span.start, span.end), span)
    return ChineseSentence(
        text,
        tokens,
        names,
        tuple(sorted(first.values(), key=lambda span: (span.start, span.end))),
        tuple((each.short.text, each.full.text) for each in said),
    )


def _is_speech(text: str, span: ChineseSpan, tokens: Sequence[Token]) -> bool:
    """Return whether a quotation is what somebody said and no name: a pronoun, an adverb, or a sentence."""
    if span.origin == "book":
        return False
    inside = [token for token in tokens if span.start <= token.start < span.end]
    spoken = any(token.tag in {"r", "d", "xc"} or token.text in {"了", "吗", "吧", "呢"} for token in inside)
    if span.end - span.start <= 2 and general_frequency(span.text) > _EVERYDAY:
        # A word that the writer only stresses.
        return True
    # A sentence has its circumstances in it (以不同的方式进行…).
    spoken = spoken or (
        span.end - span.start > _LONGEST_NAME
        and not re.search("[，、；]", span.text)
        and any(token.tag == "p" for token in inside[1:])
    )
    introduced = bool(_SPEECH.search(text[: span.start]))
    return introduced or spoken or span.end - span.start > _LONGEST_QUOTE or text[span.end - 1] in "！？。"


def _quoted(text: str) -> list[ChineseSpan]:
    found = []
    for pattern, origin in ((_QUOTED, "quote"), (_BOOK, "book")):
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = match.span(group)
            if re.search(rf"[{HAN}]", match.group(group)) and not re.search(
                r"[。；？]", match.group(group)[:-1]
            ):
                made: Origin = "book" if origin == "book" else "quote"
                found.append(span_of(text, start, end, made))
    return found


def _policies(text: str, names: Sequence[Entity]) -> list[ChineseSpan]:
    """Return the set phrases of policy that are no part of a name or of a longer quotation."""
    wholes = [(name.start, name.end) for name in names] + [(span.start, span.end) for span in _quoted(text)]
    return [
        span_of(text, start, end, "formula")
        for start, end in policies_in(text)
        if not any(first <= start and end <= last for first, last in wholes)
    ]


def _congresses(text: str) -> list[ChineseSpan]:
    """Return the party congresses and plenums that papers cite by number (党的二十大, 二十届三中全会)."""
    return [span_of(text, *match.span(), "formula") for match in CONGRESS.finditer(text)]


def _formulas(text: str, tokens: Sequence[Token]) -> list[ChineseSpan]:
    """Return phrases joined by plus signs, whose members are parallel: the last is as long as the first."""
    found = []
    for match in _FORMULA.finditer(text):
        plus = re.compile("[+＋]")
        first_plus = plus.search(text, match.start(), match.end())
        assert first_plus
        last_plus = max(mark.start() for mark in plus.finditer(text, match.start(), match.end()))
        start = reached = first_plus.start()
        for token in reversed(tokens):
            if not (match.start() <= token.start and token.end == reached):
                continue
            if first_plus.start() - token.start > _LONGEST_MEMBER or token.tag in {"p", "c", "u", "d"}:
                break
            if text[start : first_plus.start()].isascii() and start < first_plus.start():
                # A sign stands alone: 参与|1+X.
                break
            reached = token.start
            # A verb before the member governs the formula (构建|AI+职教).
            start = start if token.tag == "v" else reached
        end = last_plus + 1
        for token in tokens:
            fits = token.end - last_plus - 1 <= max(2, first_plus.start() - start)
            if token.start == end and token.end <= match.end() and (fits or end == last_plus + 1):
                end = token.end
        if text[start:end].isascii():
            # What is called by signs is a thing named after them (1+X证书制度).
            for token in tokens:
                if token.start == end and token.text in _SIGNED and end - start < _LONGEST_SIGNED:
                    end = token.end
        if any(quote.start <= start and end <= quote.end for quote in _quoted(text)):
            continue
        if start < first_plus.start() and end > last_plus + 1:
            found.append(span_of(text, start, end, "formula"))
    return found
