"""Pairs that follow from what is left when the sure ones are taken out of a unit.

Only names, and only where nothing else can be meant; no word of the two sides need be alike.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Mapping, Sequence

from vet_terms.glossary.extraction.bars import is_sure
from vet_terms.glossary.extraction.english import LEGAL_FORMS, EnglishSentence, is_acronym, span_text
from vet_terms.glossary.extraction.names import branch_of
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.spans import ChineseSpan, holds, is_inside_name
from vet_terms.glossary.extraction.units import Unit
from vet_terms.language.lexicon import is_general_english
from vet_terms.language.name_words import is_institution

_ELIMINATED = 0.6
_SCHOOLS = ("College", "University", "Institute", "Polytechnic", "School", "Academy")
_AUTHORITIES = (
    "Ministry",
    "Department",
    "Bureau",
    "Administration",
    "Agency",
    "Authority",
    "Office",
    "Commission",
)
_KINDS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("学院", "大学", "学校", "研究院", "研究所"): _SCHOOLS,
    ("公司", "集团", "厂"): ("Co", "Ltd", "Inc", "Corp", "Group", "Company", "Corporation"),
    ("中心", "基地", "园区"): ("Center", "Centre", "Base", "Park"),
    ("委员会", "委"): ("Committee", "Commission", "Council"),
    ("部", "厅", "局", "署"): _AUTHORITIES,
    ("协会", "学会", "联合会", "总会", "商会"): ("Association", "Society", "Federation", "Chamber"),
    ("联盟", "共同体", "联合体"): ("League", "Alliance", "Union", "Consortium", "Community"),
    ("医院", "银行", "图书馆", "博物馆", "基金会"): ("Hospital", "Bank", "Library", "Museum", "Foundation"),
}
"""What institutions are called in English by how their Chinese names end."""
_BRACKETED = re.compile(r"[（(]([A-Z][A-Za-z&-]{1,9})[)）]")


def leftovers(unit: Unit, kept: Sequence[Pair], explained: Container[str]) -> list[Pair]:
    """Return the institutions of a unit, and the English names, that nothing else accounts for, as pairs.

    "泰国皇家理工大学" and "RMUTT" share no word, "顺德职业技术学院" and "Shunde Polytechnic" one; in an
    aligned unit where only these are left they mean each other. An English name belongs to the one
    institution whose place it spells; else one of each must be left, with an acronym or a word for that
    kind of institution. Of acronyms ``explained`` elsewhere nothing is said.
    """
    taken = {
        index
        for pair in kept
        if (pair.zh.kind or pair.zh.origin != "compound") and not _is_place_of(pair.zh, unit)
        for index in range(pair.first, pair.last)
    }
    free = [
        span
        for span in unit.zh.spans
        if span.kind == "organisation"
        and is_institution(span.text)
        and not any(
            pair.zh.start < span.end
            and span.start < pair.zh.end
            and pair.zh.kind
            and not _is_place_of(pair.zh, unit)
            for pair in kept
        )
    ]
    names = [span for span in free if not any(holds(other, span) for other in free)]
    titles = _titles(unit.en, taken)
    made = _with_acronyms(unit, names, titles)
    names = [name for name in names if not any(pair.zh == name for pair in made)]
    titles = [
        title for title in titles if not any(pair.first < title[1] for pair in made if title[0] < pair.last)
    ]
    for name in names:
        spelt = [title for title in titles if _spells(unit, name, title)]
        claimants = [other for other in names if spelt and _spells(unit, other, spelt[0])]
        if len(spelt) == 1 and len(claimants) == 1:
            made.append(_eliminated(unit, name, spelt[0], ("elimination", "pinyin")))
    done = {(pair.first, pair.last) for pair in made}
    names = [name for name in names if not any(pair.zh == name for pair in made)]
    heads = [
        title
        for title in titles
        if title not in done and any(_is_of_kind(unit.en, title, name) for name in names)
    ]
    acronyms = [
        (index, index + 1)
        for index, word in enumerate(unit.en.words)
        if index not in taken
        and is_acronym(word.text)
        and len(word.text) > 2
        and word.text not in explained
        and not any(first <= index < last for first, last in [*done, *heads])
    ]
    left = heads + acronyms
    if len({span.text for span in names}) == 1 == len({span_text(unit.en, *title) for title in left}):
        made.append(_eliminated(unit, names[0], left[0], ("elimination",)))
    return made


def _is_place_of(span: ChineseSpan, unit: Unit) -> bool:
    """Return whether a candidate is only the place in the name of an institution."""
    return span.kind == "place" and is_inside_name(span, unit.zh.spans)


def _eliminated(unit: Unit, name: ChineseSpan, title: tuple[int, int], evidence: tuple[str, ...]) -> Pair:
    first, last = title
    text = span_text(unit.en, first, last)
    return Pair(name, text, first, last, _ELIMINATED, 0.0, 0.0, 0.0, 0.0, 0.0, evidence)


def _with_acronyms(unit: Unit, names: Sequence[ChineseSpan], titles: Sequence[tuple[int, int]]) -> list[Pair]:
    """Return the names behind which both sides have the same acronym in brackets."""
    made = []
    for name in names:
        given = _BRACKETED.match(unit.zh.text, name.end)
        for index, word in enumerate(unit.en.words) if given else ():
            before = unit.en.text[word.start - 1 : word.start]
            title = next((title for title in titles if title[1] == index), None)
            if given and word.text == given.group(1) and before in {"(", "（"} and title:
                # A name may have commas in it: its initials tell where it begins.
                full = [name for name, acronym in unit.en.expansions if acronym == word.text]
                start = unit.en.text.find(full[0]) if full else -1
                first = next((i for i, each in enumerate(unit.en.words) if each.start == start), title[0])
                made.append(_eliminated(unit, name, (first, index), ("acronym",)))
    return made


def _titles(sentence: EnglishSentence, taken: Container[int]) -> list[tuple[int, int]]:
    """Return the longest runs of capitalised words, small words and one "and" inside, that may be names.

    Words ``taken`` by other names are in none.
    """
    words = sentence.words
    found = []
    first = 0
    while first < len(words):
        start, last = first, first
        while first < len(words) and words[first].segment == words[start].segment:
            word = words[first]
            if first in taken:
                break
            if word.is_capitalised and word.is_content and word.text not in LEGAL_FORMS:
                last = first + 1
            elif first == start or not (
                word.text in {"of", "for", "the", "&"}
                or (word.text == "and" and any(word.text == "of" for word in words[start:first]))
            ):
                break
            first += 1
        # The first word of a sentence has its capital from its place.
        begins = start + (start == 0 and is_general_english(words[0].text))
        if last > begins + 1 and words[begins].is_content:
            found.append((begins, last))
        first = max(first, start + 1)
    return found


def _spells(unit: Unit, name: ChineseSpan, title: tuple[int, int]) -> bool:
    """Return whether an English name begins with the sound of what a Chinese one begins with."""
    start = unit.en.words[title[0]].start
    return any(match.zh_start == name.start and match.en_start == start for match in unit.sounds)


def _is_of_kind(sentence: EnglishSentence, title: tuple[int, int], name: ChineseSpan) -> bool:
    """Return whether an English name has a word for the kind of institution that the Chinese one ends in."""
    said = set(re.findall(r"[A-Za-z]+", span_text(sentence, *title)))
    return any(name.text.endswith(zh) and said & set(en) for zh, en in _KINDS.items())


def parents_and_branches(unit: Unit, found: Sequence[Pair], kept: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that follow where the English of a whole name and of one of its parts is known.

    德国工商大会|上海代表处 is "Shanghai Representative Office of AHK" and 上海代表处 the first half: AHK is
    the parent. What is left must be in one piece and look like a name.
    """
    made = []
    for whole in kept:
        parts = branch_of(whole.zh, unit.zh.spans) if whole.zh.kind == "organisation" else None
        if parts is None:
            continue
        for part, rest in (parts, parts[::-1]):
            known = next((pair for pair in found if pair.zh == part and _is_strictly_in(pair, whole)), None)
            left = _left_over(known, whole, unit) if known and is_sure(known) else None
            if known and left:
                text = span_text(unit.en, *left)
                made += [
                    known,
                    dataclasses.replace(
                        whole, zh=rest, en=text, first=left[0], last=left[1], evidence=("elimination",)
                    ),
                ]
                break
    return made


def _is_strictly_in(pair: Pair, whole: Pair) -> bool:
    return (
        whole.first <= pair.first
        and pair.last <= whole.last
        and ((pair.first == whole.first) != (pair.last == whole.last))
    )


def _left_over(part: Pair, whole: Pair, unit: Unit) -> tuple[int, int] | None:
    """Return the words of a whole name that are not of its part, small words at the seam left out."""
    first, last = (part.last, whole.last) if part.first == whole.first else (whole.first, part.first)
    words = unit.en.words
    while first < last and not words[first].is_content:
        first += 1
    while first < last and not words[last - 1].is_content:
        last -= 1
    return (first, last) if first < last and words[first].is_capitalised else None
