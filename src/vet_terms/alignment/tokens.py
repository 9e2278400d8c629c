"""What in a segment can answer something in the other language: words, numbers, terms.

Each token carries keys; a Chinese and an English token match where they share one. Keys are stems of
English meanings (CC-CEDICT), readings in pinyin, and numbers as values. Small words are left out. Terms
of a person's glossary match as wholes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.lexicon import STOP_WORDS, english_lemma, is_known, meanings
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Quantity
from vet_terms.language.scripts import to_simplified
from vet_terms.language.tables import listed
from vet_terms.language.words import words

Kind = Literal["word", "number"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands, what it can match by, and its kind."""

    word: str
    keys: frozenset[str]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term: its key, and its Chinese and English forms in comparable spelling."""

    key: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


_CHINESE_SMALL_WORDS = frozenset(
    listed(
        """
    我 俺 咱 吾 我们 咱们 你 您 尔 汝 你们 诸位 他 她 它 牠 其 他们 它们 她们 自己
    自 不 没 没有 无 未 别 不能 不会 不要 不是 不可 非 莫 勿 不用 从来不 从不 从未 谁
    什么 啥 何 为什么 干吗 为何 怎么 怎样 如何 怎么样 哪里 哪儿 何处 哪 这 这个 这样 这种
    这些 此 那 那个 那样 那种 那些 也 亦 和 与 同 跟 及 以及 但 但是 可是 可 然而 却
    不过 只是 因为 因 由于 如果 要是 若 假如 倘若 的话 所以 因此 于是 故 虽然 虽 当 时候
    时 或 或者 还是 都 全 皆 所有 一切 很 非常 十分 太 最 更 只 仅 就 还 仍 仍然 已
    已经 要 能 可以 会 应 应该 应当 须 必须 在 于 从 到 至 上 下 里 内 中 外 有 是
    被 对 为 给
"""
    )
)
_ENGLISH_SMALL_WORDS = STOP_WORDS | frozenset(
    listed(
        """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself their they them theirs themselves own oneself not no never none
    nothing nobody neither nor without cannot who whom whose what whatever which why how where this
    these such that those also too either as well and with but however yet though although because since
    for if so therefore thus then when while or whether all every everything both everyone very really
    most more only just still already want will going can could may able might should must shall ought
    in at on from to until till up above under down below inside within outside out there have has had
    is was are were be been am by toward give
"""
    )
)
"""Pronouns, negation, conjunctions, particles: in nearly every sentence, and so no sign of any."""


def chinese_tokens(text: str, terms: Sequence[Term] = ()) -> list[Token]:
    """Return the tokens of a Chinese text, in either script, with the numbers in it and its terms."""
    simplified = to_simplified(text)
    found = [token for token in map(_chinese_token, words(simplified)) if token is not None]
    found += _numbers(read_chinese(simplified))
    plain = simplified.casefold()
    return found + [_term_token(term) for term in terms if any(form in plain for form in term.zh)]


def english_tokens(text: str, terms: Sequence[Term] = ()) -> list[Token]:
    """Return the tokens of an English text with the numbers in it and its terms."""
    found = [token for token in map(_english_token, _ENGLISH_WORD.findall(text)) if token is not None]
    found += _numbers(read_english(text))
    if not terms:
        return found
    plain = f" {comparable_english(text)} "
    return found + [_term_token(term) for term in terms if any(f" {form} " in plain for form in term.en)]


def chinese_word_keys(text: str) -> frozenset[str]:
    """Return the keys of the words in a Chinese text, without its numbers."""
    found = map(_chinese_token, words(to_simplified(text)))
    return frozenset().union(*(token.keys for token in found if token is not None))


def english_word_keys(text: str) -> frozenset[str]:
    """Return the keys of the words in an English text, without its numbers."""
    found = map(_english_token, _ENGLISH_WORD.findall(text))
    return frozenset().union(*(token.keys for token in found if token is not None))


def terms_of(glossary: Mapping[str, Iterable[str]]) -> tuple[Term, ...]:
    """Return the terms of a glossary (Chinese → English forms) as they are looked for in texts."""
    return tuple(
        Term(
            f"term:{number}",
            (to_simplified(zh).casefold(),),
            tuple(form for form in map(comparable_english, forms) if form),
        )
        for number, (zh, forms) in enumerate(sorted(glossary.items()))
        if zh.strip()
    )


def comparable_english(text: str) -> str:
    """Return the base forms of an English text's words, one space between them."""
    return " ".join(english_lemma(word) for word in re.findall(r"\w[\w'’-]*", text))


_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
_WORD_CHARACTER = re.compile(r"\w")
_HAN_WORD = re.compile(r"[㐀-鿿]{1,4}")
_LATIN = re.compile(r"[A-Za-z]{2,}")


@functools.lru_cache(maxsize=65536)
def _chinese_token(word: str) -> Token | None:
    if word in _CHINESE_SMALL_WORDS or not _WORD_CHARACTER.search(word):
        return None
    keys = {_stem(meaning) for meaning in _meanings(word)}
    if _HAN_WORD.fullmatch(word):
        keys |= _readings(word)
    if _LATIN.fullmatch(word):
        keys |= {_stem(word), f"sound:{word.lower()}"}
    return Token(word, frozenset(keys), "word")


@functools.lru_cache(maxsize=65536)
def _english_token(word: str) -> Token | None:
    lower = word.lower().replace("’", "'")
    if lower in _ENGLISH_SMALL_WORDS or lower.endswith("n't"):
        return None
    stem = _stem(lower)
    keys = {stem}
    if word[0].isupper() and len(word) >= 3:
        keys.add("sound:" + re.sub(r"'s?$", "", lower).replace("'", ""))
    return Token(stem, frozenset(keys), "word")


def _numbers(quantities: Iterable[Quantity]) -> list[Token]:
    return [
        Token(f"#{each.value}", frozenset(f"#{value}" for value in each.values), "number")
        for each in quantities
        if each.weight != "loose"
    ]


def _term_token(term: Term) -> Token:
    return Token(term.key, frozenset({term.key}), "word")


@functools.lru_cache(maxsize=65536)
def _meanings(word: str) -> frozenset[str]:
    """Return English meanings of a word; of one that the dictionary has not, those of its parts."""
    whole = meanings(word)
    if whole or len(word) < 2:
        return frozenset(whole)
    for cut in range(len(word) - 1, 0, -1):
        if is_known(word[:cut]) and is_known(word[cut:]):
            return frozenset(meanings(word[:cut])) | frozenset(meanings(word[cut:]))
    return frozenset().union(*(meanings(character) for character in word))


def _readings(word: str) -> set[str]:
    """Return spellings in pinyin of the whole word and of one or two of its characters."""
    syllables = _syllables(word)
    whole = "".join(syllables)
    found = {f"sound:{whole}"} if len(word) >= 2 or len(whole) >= 3 else set()
    for start in range(len(syllables)):
        for end in range(start + 1, min(len(syllables), start + 2) + 1):
            part = "".join(syllables[start:end])
            if len(part) >= 4 or (len(word) > 1 and len(part) >= 3):
                found.add(f"sound:{part}")
    return found


def _syllables(word: str) -> list[str]:
    """Return the usual reading of each character of a Chinese word, in that word, without tones.

    What pypinyin's own function returns, from its tables, in an eighth of its time.
    """
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict
    from pypinyin.seg.mmseg import seg

    found: list[str] = []
    for part in seg.cut(word):
        readings = phrases_dict.get(part)
        if readings is None:
            readings = [[pinyin_dict.get(ord(character), character)] for character in part]
        found += [_without_tone(reading.partition(",")[0]) for reading, *_ in readings]
    return found


@functools.lru_cache(maxsize=4096)
def _without_tone(syllable: str) -> str:
    from pypinyin import Style
    from pypinyin.style import convert

    plain: str = convert(syllable, Style.NORMAL, strict=True, default=syllable)
    return plain


_ENDINGS = tuple(
    sorted(
        listed(
            "ization isation ational ation ition ingly edly ement ment ness ical ally tion sion ance ence "
            "able ible ing ity ive ous ful ial ion ies ism ist ize ise ed er or ly al ic y e s"
        ),
        key=lambda ending: -len(ending),
    )
)


@functools.lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Return what words of one family share ("educate", "education"): coarse, for matching alone."""
    lemma = english_lemma(word)
    if len(lemma) > 5:
        for ending in _ENDINGS:
            if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
                return lemma[: -len(ending)]
    return lemma
