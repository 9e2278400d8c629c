"""An aligned unit cut into what can be compared: Chinese atoms and English words.

How strongly an atom speaks for a word is not known here; see :mod:`links`.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from vet_terms.glossary.extraction import chinese, english
from vet_terms.glossary.extraction.chinese import ChineseSentence
from vet_terms.glossary.extraction.english import EnglishSentence
from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.lexicon import (
    is_known,
)
from vet_terms.language.pinyin import SoundMatch, sounds, surname_of
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import Token
from vet_terms.language.words import words

# English says them as "Co., Ltd.", which belongs to a span without being compared.
_LEGAL_FORMS = frozenset(["股份有限公司", "有限责任公司", "有限公司", "股份", "有限", "责任"])
# The kind of an office, which English says apart (教育|厅, 市|政府).
_AUTHORITY = re.compile(
    r"(教育|财政|科技|人事|交通|农业|卫生|文化|商务)([厅部局委])$|(市|省|县|区)(政府|委)$"
)
# Words that Chinese adds and English mostly leaves out (发展战略 is a strategy).
_LIGHT = frozenset(["发展", "建设", "工作", "活动", "系列"])
_FUNCTION_TAGS = frozenset({"p", "c", "u", "xc", "r", "w"})


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest Chinese unit that is compared with English words."""

    text: str
    start: int
    end: int
    is_content: bool = True
    is_verb: bool = False
    is_share: bool = False
    """Whether it is one of several words that a shortened word stands for."""

    @property
    def weight(self) -> float:
        """How much the atom counts in coverage: single characters half, a company's legal form nothing."""
        if self.text in _LEGAL_FORMS:
            return 0.0
        if self.text in _LIGHT:
            return 0.4
        if self.is_share:
            return 0.5
        return 1.0 if len(self.text) > 1 else 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """An aligned unit, analysed on both sides, with the names that the English spells in pinyin."""

    zh: ChineseSentence
    en: EnglishSentence
    atoms: tuple[Atom, ...]
    sounds: tuple[SoundMatch, ...]

    def inside(self, start: int, end: int) -> list[int]:
        """Return which atoms stand in a stretch of the Chinese text."""
        return [index for index, atom in enumerate(self.atoms) if start <= atom.start < end]


def analyse(zh: str, en: str) -> Unit:
    """Return a unit analysed on both sides; persons that the English spells in pinyin become candidates."""
    sentence = chinese.analyse(zh)
    heard = tuple(sounds(zh, en))
    people = [
        ChineseSpan(zh[match.zh_start : match.zh_end], match.zh_start, match.zh_end, "entity", "person")
        for match in heard
        if surname_of(zh[match.zh_start : match.zh_end])
        and len(en[match.en_start : match.en_end].split()) == 2
    ]
    if people:
        kept = [span for span in sentence.spans if not any(_cuts(span, person) for person in people)]
        kept.sort(key=lambda span: (span.start, span.end))
        sentence = dataclasses.replace(sentence, spans=tuple(kept + people))
    return Unit(sentence, english.analyse(en), atoms(sentence), heard)


def atoms(sentence: ChineseSentence) -> tuple[Atom, ...]:
    """Return the words of a sentence, cut as finely as the dictionary of general words allows.

    A shortened word gives one atom for each word that it stands for, all at its own place. Inside a
    name, neighbours that no dictionary has are one atom: they spell a foreign or a made-up name.
    """
    found: list[Atom] = []
    for token in sentence.tokens:
        position = token.start
        is_name = token.tag in {"LOC", "ORG", "PER"}
        glue = False
        for part in _parts(token, is_name):
            end = position + len(part)
            if re.match(rf"[{HAN}A-Za-z0-9]", part):
                unknown = is_name and _is_unknown(part)
                if unknown and glue:
                    found[-1] = Atom(found[-1].text + part, found[-1].start, end)
                else:
                    content = token.tag not in _FUNCTION_TAGS
                    verb = token.tag == "v"
                    full = ABBREVIATED.get(part, (part,))
                    found += [Atom(word, position, end, content, verb, len(full) > 1) for word in full]
                glue = unknown
            position = end
    return tuple(found)


def _cuts(span: ChineseSpan, person: ChineseSpan) -> bool:
    """Return whether a candidate shares characters with a person's name and does not hold it whole."""
    overlaps = span.start < person.end and person.start < span.end
    return overlaps and not (span.start <= person.start and person.end <= span.end and span.kind != "person")


def _parts(token: Token, is_name: bool) -> list[str]:
    """Return the words inside a tagged word; a short name that no dictionary has stays whole (柳职院)."""
    if is_name and len(token.text) <= 3 and not is_known(token.text) and not _AUTHORITY.match(token.text):
        return [token.text]
    return [piece for part in words(token.text) for piece in _dictionary_words(part)]


def _dictionary_words(part: str) -> list[str]:
    """Return a long word cut into words that the dictionary has, where it has all (职业|培训)."""
    authority = _AUTHORITY.match(part)
    if authority:
        return [piece for piece in authority.groups() if piece]
    if len(part) < 4 or is_known(part):
        return [part]
    pieces: list[str] = []
    rest = part
    while rest:
        sizes = (size for size in (4, 3, 2) if size < len(part) and size <= len(rest))
        size = next((size for size in sizes if is_known(rest[:size])), 0)
        if not size:
            return [part]
        pieces.append(rest[:size])
        rest = rest[size:]
    return pieces


def _is_unknown(part: str) -> bool:
    return not part.isascii() and part not in ABBREVIATED and (len(part) == 1 or not is_known(part))
