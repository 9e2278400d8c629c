"""Chinese words whose English says the opposite: a rise rendered as a decline, the east as the west.

Told by a table of general vocabulary. A sentence that has both meanings in either language, or Chinese in
which the opposite may be hidden, tells nothing: only where the English has the opposite alone is it said.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from vet_terms.language.lexicon import english_lemma, known_words
from vet_terms.language.tables import listed
from vet_terms.model import Span

_DENIED = re.compile("[不未没非无勿反][^，。；！？、]{0,3}$")
_DENIES = re.compile(
    r"\b(?:not|no|never|nor|without|hardly|less|little|few|fewer|instead|rather|(?<!so )far|cannot"
    r"|[a-z]+n[’']t)\b",
    re.IGNORECASE,
)
_SURELY_DENIES = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|will|would|shall|may|must|can|could|should) not|cannot"
    r"|never|[a-z]+n[’']t)\b",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:c[ao]mes?|coming|go|goes|going|went|gone|travel[a-z]*|head(?:s|ed|ing)?|mov(?:e|es|ed|ing)"
    r"|dr[io]v(?:e|es|en|ing)|fl(?:y|ies|ew|ying|own|ights?)) $",
    re.IGNORECASE,
)
_AFRESH = re.compile(
    r"\b(?:must|should|shall|will|ha(?:s|ve) to) (?!no|n[’']t)|\b(?:because|although|though|while) |[;:]",
    re.IGNORECASE,
)
"""Where another deed begins, that a denial before it does not deny."""
_NEAR = 40
"""Characters before an English word in which a negation denies it."""
_LIGHT = frozenset(
    {
        "得到",
        "进行",
        "能够",
        "出现",
        "有所",
        "完全",
        "十分",
        "非常",
        "那么",
        "这么",
        "任何",
        "显著",
        "明显",
        "总是",
    }
)
"""Words of two characters between a denial and what it denies."""
_REACH = 2
"""Characters behind a denial within which what it denies begins."""
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Inverted:
    """A Chinese word, the English that says the opposite, and where each stands."""

    zh: str
    en: str
    zh_span: Span
    en_span: Span


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One meaning: the English of it, and what betrays or excuses its opposite."""

    en: frozenset[str]
    zh_opposite: tuple[str, ...]
    en_opposite: frozenset[str]
    zh_excuse: tuple[str, ...]


_COMPOUNDS = (
    (re.compile("高中|中学"), re.compile(r"\b(?:senior |junior )?high[- ]schools?\b", re.IGNORECASE)),
    (
        re.compile("高职|高等职业|高等教育|高教|高校"),
        re.compile(r"\bhigher (?=vocational|education)", re.IGNORECASE),
    ),
    (re.compile("高铁|高速"), re.compile(r"\bhigh-speed\b", re.IGNORECASE)),
    (
        re.compile("高新|高科技"),
        re.compile(r"\bhigh(?:-|[ -]and[ -]new[ -])tech(?:nology)?\b", re.IGNORECASE),
    ),
)
"""Kinds of which high is no quality: beside 普通高中 and "high schools" funding may be low."""


def inverted(zh: str, en: str, words: Sequence[tuple[int, str]]) -> Iterator[Inverted]:
    """Yield the Chinese words whose English says the opposite; ``words`` are those of the Chinese."""
    found = tuple(_inverted(zh, en, words))
    if not found and "高" in zh:
        plain_zh, plain_en = _without_compounds(zh, en)
        if plain_en != en:
            kept = [each for each in words if plain_zh.startswith(each[1], each[0])]
            found = tuple(each for each in _inverted(plain_zh, plain_en, kept) if "high" in each.en.lower())
    yield from found


def _without_compounds(zh: str, en: str) -> tuple[str, str]:
    """Return both texts without the compounds that both sides have, all else in its place."""
    for in_chinese, in_english in _COMPOUNDS:
        if in_chinese.search(zh) and in_english.search(en):
            zh = in_chinese.sub(lambda match: "〇" * len(match.group()), zh)
            en = in_english.sub(lambda match: " " * len(match.group()), en)
    return zh, en


def _inverted(zh: str, en: str, words: Sequence[tuple[int, str]]) -> Iterator[Inverted]:
    by_word = _table()
    # A word that is met a thousand times is looked at once.
    first = {word: start for start, word in reversed(words) if word in by_word}
    for match in _cut_in_two().finditer(zh):
        first.setdefault(match.group(), match.start())
    said, forms = None, None
    for word, start in sorted(first.items(), key=lambda each: each[1]):
        meaning = by_word[word]
        rest = zh.replace(word, " ").replace("非洲", " ")
        if any(part in rest for part in (*meaning.zh_opposite, *meaning.zh_excuse)):
            continue
        # Where the words stand is seldom asked for.
        forms = _forms_said(en) if forms is None else forms
        if meaning.en_opposite.isdisjoint(forms) or not meaning.en.isdisjoint(forms):
            continue
        said = _said(en) if said is None else said
        found = _opposite(said, meaning)
        if found is not None and not is_excused(zh, start, en, found[0]):
            there = Span("source", start, start + len(word))
            yield Inverted(word, en[slice(*found)], there, Span("target", *found))


_RISES = re.compile("上升|增长|上涨|攀升|回升|增加|提高|提升")
_FALLS = re.compile("下降|下跌|下滑|回落|减少|降低|缩小")


_FALLING_ZH = re.compile("[降减少跌落缩低失弱差慢]")
_RISING_ZH = re.compile("[升增涨扩高强改善好多大]")
_RISING_EN = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w*|grow\w*|grew|climb\w*|improv\w*|gain\w*|higher|up|rais\w*|surg\w*|soar\w*"
    r"|strengthen\w*|expand\w*|advanc\w*|better|upward\w*|jump\w*)\b",
    re.IGNORECASE,
)
_FALLING_EN = re.compile(
    r"\b(?:fallen|fell|falls|declin\w*|dropp\w*|decreas\w*|reduc\w*|shr[aiu]nk\w*|lower\w*|down|dwindl\w*|less|fewer"
    r"|diminish\w*|plunge\w*|slump\w*)\b",
    re.IGNORECASE,
)
_SURELY_FALLS = re.compile(
    r"\b(?:has|have|had)? ?(?:fallen|fell|declined|dropped|decreased|shrunk)\b", re.IGNORECASE
)
_SURELY_RISES = re.compile(
    r"\b(?:has|have|had)? ?(?:risen|rose|increased|grown|grew|climbed)\b", re.IGNORECASE
)


def verb_of_the_other_way(zh: str, en: str) -> Inverted | None:
    """Return the rise of a Chinese text that the only verb of its kind in the English tells as a fall, or the
    reverse.

    Beside it there may be more of something: of 认可度上升，…越来越多 as "has fallen … more and more".
    """
    if not _RISES.search(zh) and not _FALLS.search(zh):
        return None
    if _DENIES.search(re.sub(r"\b(?:less|few|fewer|little)\b", " ", en)):
        return None
    for way_zh, other_zh, own_en, turned_en in (
        (_RISES, _FALLING_ZH, _RISING_EN, _SURELY_FALLS),
        (_FALLS, _RISING_ZH, _FALLING_EN, _SURELY_RISES),
    ):
        said, turned = way_zh.search(zh), turned_en.search(en)
        if not said or not turned or own_en.search(en):
            continue
        rest = zh[: said.start()] + zh[said.end() :]
        if not other_zh.search(rest.replace("越来越多", "").replace("多", "")):
            spans = Span("source", *said.span()), Span("target", *turned.span())
            return Inverted(said.group(), turned.group().strip(), *spans)
    return None


_RAISES = re.compile("提[高升][^，。；、]{0,10}?(?:质量|水平|效率|能力|标准|素质|技能|待遇|比例)")
_LOWERED = re.compile(
    r"\b(?:lower(?:s|ed|ing)?|reduc\w+|decreas\w+|weaken\w*|undermin\w+|worsen\w*|diminish\w*|cut(?:s|ting)?)"
    r" (?:the |their |its |our )?(?:[a-z-]+ ){0,2}?(?:quality|levels?|efficiency|abilit\w+|capacit\w+"
    r"|standards?|skills?|treatment|pay|proportion|competence)\b",
    re.IGNORECASE,
)


def lowered_for_raised(zh: str, en: str) -> Inverted | None:
    """Return what the Chinese raises, by its verb and object, and the English lowers: 提高培养质量."""
    said = _RAISES.search(zh)
    there = _LOWERED.search(en) if said else None
    if said is None or there is None or _FALLING_ZH.search(zh) or _DENIES.search(en, 0, there.start()):
        return None
    return Inverted(said.group(), there.group(), Span("source", *said.span()), Span("target", *there.span()))


_LIKEWISE = re.compile(
    r"\b(?:so (?:did|does|do|has|have)|likewise|both|as (?:did|well)|too)\b", re.IGNORECASE
)


def lost_way(zh: str, en: str) -> Inverted | None:
    """Return the one rise or fall of a Chinese text that the English tells as another of the other way.

    Of 就业比例下降，升学比例上升 as "risen" and "increased" no word alone is wrong.
    """
    rises, falls = list(_RISES.finditer(zh)), list(_FALLS.finditer(zh))
    if len(rises) != 1 or len(falls) != 1 or _DENIES.search(en):
        return None
    words = [(match, frozenset(_forms(match.group()))) for match in _WORD.finditer(en)]
    for lost, other in ((falls[0], rises[0]), (rises[0], falls[0])):
        meaning, beside = _table()[lost.group()], _table()[other.group()]
        opposite = [match for match, forms in words if not forms.isdisjoint(meaning.en_opposite)]
        there = [match for match, forms in words if not forms.isdisjoint(meaning.en_opposite | beside.en)]
        twice = len(there) == 2 or (len(there) == 1 and _LIKEWISE.search(en))
        if opposite and twice and all(forms.isdisjoint(meaning.en) for _, forms in words):
            found = opposite[-1] if lost.start() > other.start() else opposite[0]
            spans = Span("source", *lost.span()), Span("target", *found.span())
            return Inverted(lost.group(), found.group(), *spans)
    return None


def is_excused(zh: str, start: int, en: str, there: int) -> bool:
    """Tell whether a Chinese word or its English is denied where it stands, or English tells a way to go.

    并非强制 is voluntary, and who comes 从南方 goes north.
    """
    before = _AFRESH.split(en[max(0, there - _NEAR) : there])[-1]
    # 不适用于留学生 is none for domestic students.
    if _DENIED.search(zh, max(0, start - 5), start):
        return not _SURELY_DENIES.search(before)
    return bool(_DENIES.search(before) or _MOTION.search(before))


def own_words(word: str) -> frozenset[str]:
    """Return the English that the table has for the own meaning of a Chinese word; mostly nothing."""
    meaning = _table().get(word)
    return meaning.en if meaning else frozenset()


def is_said_by_its_opposite(zh: str, en: str, words: Sequence[tuple[int, str]], denied_at: int) -> bool:
    """Tell whether the Chinese word that is denied is rendered by its opposite: 并非强制, voluntary."""
    near = [word for start, word in words if denied_at <= start <= denied_at + _REACH]
    # Of 不得体罚学生 only the first is denied.
    first = next((at for at, word in enumerate(near) if len(word) > 1 and word not in _LIGHT), len(near))
    denied = [_table()[word] for word in near[: first + 1] if word in _table()]
    if not denied:
        return False
    whole, _ = _said(en)
    return any(not meaning.en_opposite.isdisjoint(whole) for meaning in denied)


def _forms_said(en: str) -> set[str]:
    """Return the words of a text that the table has, in both forms, and its phrases of two words."""
    found: set[str] = set()
    before = ""
    for word in _WORD.findall(en):
        forms, begins = _of_table(word)
        if forms:
            found.update(forms)
        if before:
            found.update(f"{before}_{form}" for form in _forms(word))
        before = begins
    return found


@functools.lru_cache(maxsize=65536)
def _of_table(word: str) -> tuple[tuple[str, ...], str]:
    """Return the forms of a word and of its parts that the table has, and the word if a phrase begins so."""
    of_table, beginnings = _english_of_table()
    lower, lemma = _forms(word)
    parts = (*lower.split("-"), *lemma.split("-")) if "-" in lower else ()
    return tuple(
        form for form in (lower, lemma, *parts) if form in of_table
    ), lower if lower in beginnings else ""


_Said = tuple[dict[str, tuple[int, int]], frozenset[str]]
"""The words and phrases of two words that a text has of the table's, with their first places, and parts of
joined words."""


def _said(en: str) -> _Said:
    whole: dict[str, tuple[int, int]] = {}
    parts: set[str] = set()
    of_table, beginnings = _english_of_table()
    before, start = "", 0
    for match in _WORD.finditer(en):
        lower, lemma = _forms(match.group())
        if lower in of_table or lemma in of_table:
            for form in (lower, lemma):
                whole.setdefault(form, match.span())
        if before in beginnings:
            for form in (f"{before}_{lower}", f"{before}_{lemma}"):
                whole.setdefault(form, (start, match.end()))
        if "-" in lower:
            parts.update(lower.split("-"), lemma.split("-"))
        before, start = lower, match.start()
    return whole, frozenset(parts)


@functools.lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str]:
    return word.lower(), english_lemma(word)


def _opposite(said: _Said, meaning: _Meaning) -> tuple[int, int] | None:
    """Return where an English text first says the opposite of a meaning, if it nowhere says the meaning."""
    whole, parts = said
    if not meaning.en.isdisjoint(whole) or not meaning.en.isdisjoint(parts):
        return None
    return min((whole[form] for form in meaning.en_opposite if form in whole), default=None)


@functools.cache
def _table() -> dict[str, _Meaning]:
    lines = files("vet_terms.checking").joinpath("tables/opposites.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found = {}
    for zh, en, zh_opposite, en_opposite, zh_excuse in rows:
        words = frozenset(listed(en))
        meaning = _Meaning(
            words, listed(zh_opposite), frozenset(listed(en_opposite)) - words, listed(zh_excuse)
        )
        found.update(dict.fromkeys(listed(zh), meaning))
    return found


@functools.cache
def _english_of_table() -> tuple[frozenset[str], frozenset[str]]:
    """Return the English words and phrases of the table, and the words that its phrases begin with."""
    found = frozenset().union(*(meaning.en | meaning.en_opposite for meaning in _table().values()))
    return found, frozenset(form.partition("_")[0] for form in found if "_" in form)


@functools.cache
def _cut_in_two() -> re.Pattern[str]:
    """Return what finds the table's words that the dictionary has not, and cuts in two."""
    known = known_words()
    by_first: dict[str, list[str]] = {}
    for word in sorted((word for word in _table() if word not in known), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    # By the first character an alternative is soon ruled out.
    return re.compile("|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()))
