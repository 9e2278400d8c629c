"""One Chinese term with two English renderings in a memory, and one English term for two Chinese ones.

Whether two renderings are wrong beside each other is for a person to say; what is certainly no matter is left
out: number, articles, inflection and derivation, upper and lower case of plain words, acronyms and short
forms that the glossary has. Of a name the spelling counts too. Words are compared only where a term of the
memory is made of them. Nothing here decides which rendering is right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from vet_terms.glossary.extraction.english import is_general_word
from vet_terms.glossary.extraction.extract import Extraction
from vet_terms.glossary.extraction.renderings import Rendering, RenderingKind
from vet_terms.glossary.same_rendering import Known, can_mean, chinese_groups, english_groups, english_key
from vet_terms.model import Concept, Place, Side, TranslationUnit

Difference = Literal["wording", "spelling"]

LARGE = 20_000
"""From so many units on, a rendering of a plain word that was met once is passed over."""
_Seen = tuple[str, TranslationUnit, Rendering]
_KINDS: tuple[RenderingKind, ...] = ("name", "term", "word")
_QUALITY = re.compile(r"(?:al|ic|ive|ous|ary)$")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")


@dataclass(frozen=True, slots=True)
class Use:
    """One of the renderings: its text as mostly written, how often, where, and one place quoted.

    ``excerpts`` are the Chinese and the English of that place; the stretches that answer each other are
    given as (start, end) of these texts.
    """

    text: str
    count: int
    places: tuple[Place, ...]
    zh: str
    zh_span: tuple[int, int]
    en: str
    en_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A term of one side (``source`` is Chinese) with two or more renderings on the other."""

    side: Side
    term: str
    kind: RenderingKind
    difference: Difference
    uses: tuple[Use, ...]

    @property
    def count(self) -> int:
        """How often the term was met."""
        return sum(use.count for use in self.uses)


def inconsistencies(found: Extraction, decided: Iterable[Concept] = ()) -> list[Inconsistency]:
    """Return the inconsistencies of a memory: names before terms before words, then the frequent first.

    Renderings that a person allowed side by side, in the concepts ``decided``, are not counted.
    """
    known = Known(found.concepts, found.candidates, decided)
    counted = _counted(found, known)
    kinds = counted.kinds
    least = 2 if len(found.units) >= LARGE else 1
    wanted: dict[tuple[Side, str], list[list[str]]] = {}
    for zh, counts in counted.forward().items():
        groups = english_groups(
            counts,
            known,
            is_name=kinds[zh] == "name",
            least=_least(kinds[zh], least),
            exact=counted.exact[zh],
        )
        groups = _together(groups, {text for text in counts if known.allows(zh, text)})
        if len(groups) > 1:
            wanted["source", zh] = groups
    for en, counts in counted.backward().items():
        same_kind = Counter({zh: count for zh, count in counts.items() if count >= _least(kinds[zh], least)})
        names = all(kinds[zh] == "name" for zh in same_kind)
        groups = chinese_groups(same_kind, by_root=names or bool(_QUALITY.search(en)))
        groups = _together(groups, {zh for zh in same_kind if known.allows(zh, en)})
        if en and len(groups) > 1:
            wanted["target", en] = groups
    return sorted(_told(found, known, wanted, kinds), key=_weight)


@dataclass(slots=True)
class _Counted:
    """How often each Chinese form has each English text: as a sure whole, as a likely one, word by word."""

    sure: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    likely: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    single: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The texts that stand in quotes where the Chinese does."""
    kinds: dict[str, RenderingKind] = field(default_factory=dict)

    def forward(self) -> dict[str, Counter[str]]:
        """Return the English of each Chinese form that counts.

        A likely rendering counts beside a sure one, and a single word where it is no part of a whole.
        """
        counts: dict[str, Counter[str]] = {}
        for zh in self.kinds:
            whole = self.sure[zh] + self.likely[zh] if self.sure[zh] else Counter[str]()
            words = {word for text in whole for word in english_key(text).split()}
            single = Counter({en: n for en, n in self.single[zh].items() if english_key(en) not in words})
            counts[zh] = whole + single
        return counts

    def backward(self) -> dict[str, Counter[str]]:
        """Return the Chinese of each English text that counts.

        What is only likely does not, nor a word that the dictionary does not have for the Chinese.
        """
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for zh, english in self.forward().items():
            for en, number in english.items():
                sure = self.sure[zh][en] + self.single[zh][en]
                if sure and (self.kinds[zh] == "name" or " " in english_key(en) or can_mean(zh, en)):
                    counts[english_key(en)][zh] += min(sure, number)
        return counts


def _counted(found: Extraction, known: Known) -> _Counted:
    counted = _Counted()
    for unit, rendering in found.renderings():
        zh = known.chinese(rendering)
        if zh is None:
            continue
        en = _written(unit, rendering)
        kind = rendering.kind
        by_kind = counted.single if kind == "word" else counted.sure if rendering.is_sure else counted.likely
        by_kind[zh][en] += 1
        if rendering.is_exact:
            counted.exact[zh].add(en)
        if rendering.is_sure:
            counted.kinds[zh] = min(kind, counted.kinds.get(zh, kind), key=_KINDS.index)
    return counted


def _together(groups: Sequence[list[str]], allowed: Set[str]) -> list[list[str]]:
    """Return the groups with those that a person allowed made one, the first."""
    others = [group for group in groups if allowed.isdisjoint(group)]
    one = [text for group in groups if group not in others for text in group]
    return [one, *others] if one else others


def _least(kind: RenderingKind, least: int) -> int:
    return least if kind == "word" else 1


def _weight(item: Inconsistency) -> tuple[int, bool, int, str, str]:
    return _KINDS.index(item.kind), item.side == "target", -item.count, item.term, item.side


def _written(unit: TranslationUnit, rendering: Rendering) -> str:
    """Return the English as it stands, without article and possessive."""
    text = " ".join(unit.en[rendering.en_start : rendering.en_end].split())
    return re.sub(r"['’]s$", "", _ARTICLE.sub("", text))


def _told(
    found: Extraction,
    known: Known,
    wanted: Mapping[tuple[Side, str], Sequence[Sequence[str]]],
    kinds: Mapping[str, RenderingKind],
) -> Iterator[Inconsistency]:
    """Yield the inconsistencies with all places, which needs a second look at the memory."""
    group_of = {
        (side, term, text): number
        for (side, term), groups in wanted.items()
        for number, group in enumerate(groups)
        for text in group
    }
    uses: dict[tuple[Side, str, int], list[_Seen]] = defaultdict(list)
    for unit, rendering in found.renderings():
        zh = known.chinese(rendering)
        if zh is None:
            continue
        en = _written(unit, rendering)
        sides = (("source", zh, en), ("target", english_key(en), zh))
        for side, term, text in sides if rendering.is_sure else sides[:1]:
            number = group_of.get((side, term, text))  # type: ignore[arg-type]
            if number is not None:
                uses[side, term, number].append((text, unit, rendering))  # type: ignore[index]
    for (side, term), groups in wanted.items():
        own = [uses[side, term, number] for number in range(len(groups))]
        if side == "target" and len(own) == 2 and _are_neighbours(own[0], own[1]):
            continue
        told = sorted((_use(each) for each in own), key=lambda use: (-use.count, use.text))
        forms = {known.chinese(rendering) or "" for each in own for _, _, rendering in each}
        kind = min((kinds[form] for form in forms), key=_KINDS.index)
        spellings = {english_key(use.text) for use in told}
        yield Inconsistency(
            side,
            term if side == "source" else _title(own),
            kind,
            "spelling" if side == "source" and len(spellings) == 1 else "wording",
            tuple(told),
        )


def _are_neighbours(left: Sequence[_Seen], right: Sequence[_Seen]) -> bool:
    """Return whether two Chinese words are the halves of one (上汽|通用五菱)."""
    few, many = sorted((left, right), key=len)
    others = {text for text, _, _ in many}
    return all(
        any(
            unit.zh.startswith(other, rendering.zh_end) or unit.zh.endswith(other, 0, rendering.zh_start)
            for other in others
        )
        for _, unit, rendering in few
    )


def _title(own: Sequence[Sequence[_Seen]]) -> str:
    """Return how an English term is mostly written; a plain word in lower case."""
    written = Counter(_written(unit, rendering) for each in own for _, unit, rendering in each)
    text = min(written, key=lambda text: (-written[text], text))
    return text.lower() if is_general_word(text) else text


def _use(seen: Sequence[_Seen]) -> Use:
    texts: Counter[str] = Counter()
    units = {(unit.zh, unit.en): unit for _, unit, _ in seen}
    for text, unit, _ in seen:
        texts[text] += max(1, len(unit.places))
    _, unit, rendering = min(seen, key=lambda each: (len(each[1].zh) + len(each[1].en) // 3, each[1].zh))
    return Use(
        min(texts, key=lambda text: (-texts[text], text)),
        sum(max(1, len(each.places)) for each in units.values()),
        tuple(sorted({place for each in units.values() for place in each.places})),
        unit.zh,
        (rendering.zh_start, rendering.zh_end),
        unit.en,
        (rendering.en_start, rendering.en_end),
    )
