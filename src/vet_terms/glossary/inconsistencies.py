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
from dataclasses import dataclass
from typing import Literal

from vet_terms.glossary.extraction.english import initials, is_acronym, is_general_word, key, singular, tidy
from vet_terms.glossary.extraction.extract import Extraction
from vet_terms.glossary.extraction.renderings import Rendering, RenderingKind
from vet_terms.glossary.extraction.variants import is_subsequence
from vet_terms.language.lexicon import same_stem
from vet_terms.language.scripts import to_simplified
from vet_terms.model import Candidate, Concept, Place, Side, TranslationUnit

Difference = Literal["wording", "spelling"]

LARGE = 20_000
"""From so many units on, a rendering of a plain word that was met once is passed over."""
_Seen = tuple[str, TranslationUnit, Rendering]
_KINDS: tuple[RenderingKind, ...] = ("name", "term", "word")
_ROOT, _SHORT_ROOT = 6, 3
_OF_PLACE = re.compile(r"(?:ese|ish|an)$")
_QUALITY = re.compile(r"(?:al|ic|ive|ous|ary)$")
_SHORT_WORD, _LONGEST_WORD = 3, 4
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
    known = _Known(found.concepts, found.candidates, decided)
    least = 2 if len(found.units) >= LARGE else 1
    forward: dict[str, Counter[str]] = defaultdict(Counter)
    backward: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, RenderingKind] = {}
    for unit, rendering in found.renderings():
        zh = known.chinese(rendering)
        if zh is None:
            continue
        en = _written(unit, rendering)
        forward[zh][en] += 1
        backward[_english_key(en)][zh] += 1
        if zh not in kinds or _KINDS.index(rendering.kind) < _KINDS.index(kinds[zh]):
            kinds[zh] = rendering.kind
    wanted: dict[tuple[Side, str], list[list[str]]] = {}
    for zh, counts in forward.items():
        groups = _english_groups(counts, known, is_name=kinds[zh] == "name", least=_least(kinds[zh], least))
        groups = _together(groups, {text for text in counts if known.allows(zh, text)})
        if len(groups) > 1:
            wanted["source", zh] = groups
    for en, counts in backward.items():
        same_kind = Counter({zh: count for zh, count in counts.items() if count >= _least(kinds[zh], least)})
        names = all(kinds[zh] == "name" for zh in same_kind)
        groups = _chinese_groups(same_kind, by_root=names or bool(_QUALITY.search(en)))
        groups = _together(groups, {zh for zh in same_kind if known.allows(zh, en)})
        if en and len(groups) > 1:
            wanted["target", en] = groups
    return sorted(_told(found, known, wanted, kinds), key=_weight)


def _together(groups: Sequence[list[str]], allowed: Set[str]) -> list[list[str]]:
    """Return the groups with those that a person allowed made one, the first."""
    others = [group for group in groups if allowed.isdisjoint(group)]
    one = [text for group in groups if group not in others for text in group]
    return [one, *others] if one else others


def _least(kind: RenderingKind, least: int) -> int:
    return least if kind == "word" else 1


def _weight(item: Inconsistency) -> tuple[int, bool, int, str, str]:
    return _KINDS.index(item.kind), item.side == "target", -item.count, item.term, item.side


class _Known:
    """What the glossary knows: the forms of one concept, and of which words its terms are made."""

    def __init__(
        self, concepts: Iterable[Concept], candidates: Iterable[Candidate], decided: Iterable[Concept]
    ) -> None:
        self._preferred: dict[str, str] = {}
        self._english: dict[str, set[str]] = defaultdict(set)
        self._parts = {part for candidate in candidates for part in _parts(candidate.zh)}
        for concept in concepts:
            for form in (concept.zh, *concept.zh_variants):
                self._preferred[_bare(form)] = concept.zh
                self._parts.update(_parts(form))
            for acronym in filter(is_acronym, concept.en_variants):
                self._english[acronym].add(_english_key(concept.en))
        self._allowed = {
            (_bare(zh), _english_key(en))
            for concept in decided
            for zh in (concept.zh, *concept.zh_variants)
            for en in (concept.en, *concept.en_variants)
        }

    def allows(self, zh: str, en: str) -> bool:
        """Return whether a person gave a Chinese term this English, in whatever number."""
        return (_bare(zh), _english_key(en)) in self._allowed

    def chinese(self, rendering: Rendering) -> str | None:
        """Return the Chinese under which a rendering is counted; None for a word of no term."""
        if rendering.kind == "word" and rendering.zh not in self._parts:
            return None
        return self._preferred.get(_bare(rendering.zh), rendering.zh)

    def is_acronym_of(self, short: str, full: str) -> bool:
        """Return whether an acronym is known to stand for a name, or is made of its initials."""
        return _english_key(full) in self._english.get(short, ()) or (
            is_acronym(short) and short.replace("&", "") == initials(full)
        )


def _parts(form: str) -> Iterator[str]:
    """Yield the stretches of a form that may be a word of it."""
    for start in range(len(form)):
        for end in range(start + 2, min(len(form), start + _LONGEST_WORD) + 1):
            yield form[start:end]


def _bare(zh: str) -> str:
    return re.sub(r"[\W_]", "", to_simplified(zh))


def _written(unit: TranslationUnit, rendering: Rendering) -> str:
    """Return the English as it stands, without article and possessive."""
    text = " ".join(unit.en[rendering.en_start : rendering.en_end].split())
    return re.sub(r"['’]s$", "", _ARTICLE.sub("", text))


def _english_key(text: str) -> str:
    return key(tidy(text))


def _english_groups(
    counts: Mapping[str, int], known: _Known, *, is_name: bool, least: int
) -> list[list[str]]:
    """Return the spellings in groups that say the same, the most frequent first."""
    groups: list[list[str]] = []
    for text in sorted(counts, key=lambda text: (-counts[text], text)):
        own = next((group for group in groups if _says_the_same(text, group[0], known, is_name)), None)
        if own is None:
            groups.append([text])
        else:
            own.append(text)
    kept = [group for group in groups if sum(counts[text] for text in group) >= least]
    if is_name and len(kept) == 1:
        # All say the same; of a name that is not written the same, each spelling is a group.
        by_spelling: dict[str, list[str]] = defaultdict(list)
        for text in kept[0]:
            if re.search("[A-Z]", text) and _english_key(text) == _english_key(kept[0][0]):
                by_spelling[_spelling(text)].append(text)
        return list(by_spelling.values())
    return kept


def _spelling(text: str) -> str:
    """Return what of a name's spelling counts: not number, nor the space of a line wrap after a hyphen."""
    joined = re.sub(r"(?<=\w)- (?=\w)", "-", text)
    return re.sub("[A-Za-z]+", _in_singular, joined)


def _in_singular(word: re.Match[str]) -> str:
    lowered = word.group().lower()
    return word.group()[: len(singular(lowered))] if singular(lowered) != lowered else word.group()


def _says_the_same(text: str, other: str, known: _Known, is_name: bool) -> bool:
    left, right = _english_key(text).split(), _english_key(other).split()
    if left == right or known.is_acronym_of(text, other) or known.is_acronym_of(other, text):
        return True
    if is_name and sorted(left) == sorted(right):
        return False
    short, long = sorted((left, right), key=len)
    return all(any(_is_like(word, another) for another in long) for word in short)


def _is_like(word: str, other: str) -> bool:
    """Return whether two base forms are the same word or are derived from one (China, Chinese)."""
    shared = next(
        (at for at, (left, right) in enumerate(zip(word, other, strict=False)) if left != right),
        min(len(word), len(other)),
    )
    return (
        word == other
        or shared >= _ROOT
        or (shared >= _SHORT_ROOT and any(_OF_PLACE.search(each) for each in (word, other)))
        or same_stem(word, other)
    )


def _chinese_groups(counts: Mapping[str, int], *, by_root: bool) -> list[list[str]]:
    """Return the forms in groups that say the same.

    ``by_root``: the first character alone may say it, as of qualities and places (双元, 双轨; 中国, 中泰).
    """
    groups: list[list[str]] = []
    for zh in sorted(counts, key=lambda zh: (-len(zh), -counts[zh], zh)):
        own = next(
            (group for group in groups if any(_is_form_of(zh, other, by_root=by_root) for other in group)),
            None,
        )
        if own is None:
            groups.append([zh])
        else:
            own.append(zh)
    return groups


def _is_form_of(zh: str, other: str, *, by_root: bool) -> bool:
    """Return whether two Chinese forms are one written in full and short, or short words of one root."""
    left, right = _bare(zh), _bare(other)
    of_one_root = by_root and left[:1] == right[:1] and max(len(left), len(right)) <= _SHORT_WORD
    return left == right or of_one_root or is_subsequence(left, right) or is_subsequence(right, left)


def _told(
    found: Extraction,
    known: _Known,
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
        for side, term, text in (("source", zh, en), ("target", _english_key(en), zh)):
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
        spellings = {_english_key(use.text) for use in told}
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
