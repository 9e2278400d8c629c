"""The misspelt words of an English text, told apart from names, abbreviations, codes and words of the source.

A word is surely wrong where it is a collected misspelling, or where no list has it, it is not made of known
parts, and a common word is one slip away. What is only unknown is not surely wrong.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Literal

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.plain import letter_runs, plain
from vet_terms.language.lexicon import is_proper_noun
from vet_terms.language.pinyin_spelling import may_be_pinyin
from vet_terms.language.spelling import (
    corrections,
    frequencies,
    has_prefix,
    is_common,
    is_compound,
    is_derived,
    is_english,
    is_very_common,
    misspellings,
    parted,
)

Verdict = Literal["right", "misspelt", "joined", "unknown", "confusable"]

_WORD = re.compile(r"(?<![\w@#&/.\\-])[A-Za-z]{3,}(?![\w@\\])(?!\.[a-z])(?!['’][a-rt-z])")
_SHORTEST, _SHORTEST_UNKNOWN = 3, 4
_SHORTEST_NAME = 7
_SHORTEST_SURE = 6
_FEW_LETTERS = 5
_LONGEST = 40


def misspelt_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that are surely spelt wrong, with what they should be."""
    for start, end, word, right in _judged(reading, context, "misspelt"):
        yield Slip(start, end, f"“{word}” is spelt wrong: “{right}”?", suggestion=right)
    yield from _told_by_the_source(reading, context)


def _told_by_the_source(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words of no list that are one letter from what a Chinese word means: milstone beside 里程碑."""
    for start, end in _unlisted(reading.en):
        word = reading.en[start:end]
        if word in reading.zh or word in context.words:
            continue
        # Names are for other rules to look at (Havard for 哈佛).
        chinese = [each for _, each in reading.chinese_words if word.islower() or not is_proper_noun(each)]
        right = _meant(word.lower(), chinese)
        # Of a name nothing is known that is near to another name: Shaanxi, Shanxi.
        if right and (word.islower() or is_common(right)):
            right = _cased(right, word)
            yield Slip(start, end, f"“{word}” is spelt wrong: “{right}”?", suggestion=right)


@functools.lru_cache(maxsize=256)
def _unlisted(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words stand that no list has and of which nothing else is known, names maybe."""
    if all(map(_is_listed, _unsure_runs(text))):
        return ()
    return tuple(
        found.span()
        for found in _WORD.finditer(plain(text))
        if not _is_listed(word := found.group()) and _judge(word)[0] in {"right", "unknown"}
    )


@functools.lru_cache(maxsize=65536)
def _is_listed(run: str) -> bool:
    is_word = run.islower() or run.istitle()
    return len(run) < _SHORTEST_SURE or not is_word or is_english(run.lower())


def _meant(word: str, chinese: Sequence[str]) -> str:
    """Return the meaning of a Chinese word that an English word is one letter from; "" if of none."""
    from rapidfuzz.distance import OSA

    from vet_terms.language.lexicon import meanings

    for ending in ("", "s"):
        stem = word.removesuffix(ending)
        for right in (each for said in chinese for each in meanings(said) if len(each) >= _SHORTEST_SURE):
            if right[0] != stem[0] or right.startswith(stem) or stem.startswith(right):
                continue
            if OSA.distance(stem, right, score_cutoff=1) == 1:
                return right + word[len(stem) :]
    return ""


def joined_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that two words make where a space is missing."""
    for start, end, word, right in _judged(reading, context, "joined"):
        yield Slip(start, end, f"A space is missing in “{word}”: “{right}”?", suggestion=right)


def unknown_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that no list has and for which nothing better is known."""
    told = {slip.start for slip in _told_by_the_source(reading, context)}
    for start, end, word, _ in _judged(reading, context, "unknown"):
        if start not in told:
            yield Slip(start, end, f"“{word}” is in no list of words.", "info")


def _judged(reading: Reading, context: Context, wanted: Verdict) -> Iterator[tuple[int, int, str, str]]:
    for start, end, verdict, right in _doubtful(reading.en):
        word = reading.en[start:end]
        if verdict == wanted and word not in reading.zh and word.lower() not in context.words:
            yield start, end, word, right


@functools.lru_cache(maxsize=256)
def _doubtful(text: str) -> tuple[tuple[int, int, Verdict, str], ...]:
    """Return the words that are not surely right, each with its place; three rules ask for them in turn."""
    shouted = text.isupper()
    if not shouted and all(map(_is_right, _unsure_runs(text))):
        return ()
    doubtful = []
    for found in _WORD.finditer(plain(text)):
        word = found.group()
        verdict, right = _judge(word.lower() if shouted else word)
        if verdict != "right":
            doubtful.append((found.start(), found.end(), verdict, right.upper() if shouted else right))
    return tuple(doubtful)


@functools.lru_cache(maxsize=256)
def _unsure_runs(text: str) -> list[str]:
    """Return the runs of letters, whatever stands beside them, that are not at once right and in a list."""
    return list(itertools.filterfalse(_is_sure, letter_runs(text)))


@functools.lru_cache(maxsize=65536)
def _is_sure(run: str) -> bool:
    return _is_right(run) and _is_listed(run)


@functools.lru_cache(maxsize=65536)
def _is_right(run: str) -> bool:
    return len(run) < _SHORTEST or _judge(run)[0] == "right"


@functools.lru_cache(maxsize=50_000)
def _judge(word: str) -> tuple[Verdict, str]:
    """Return what a word is, and what it should be where that is known."""
    lower = word.lower()
    if lower in _wrong_forms():
        return "misspelt", _cased(_wrong_forms()[lower], word)
    if len(word) > _LONGEST:
        return "right", ""
    if word in _confusable():
        return "confusable", ""
    if is_english(lower):
        right = _collected(lower) or (_rare_for_common(word) if word.islower() else "")
        is_sure = right and (word.islower() or (word.istitle() and len(word) >= _SHORTEST_NAME))
        return ("misspelt", _cased(right, word)) if is_sure else ("right", "")
    if word.islower():
        return _judge_small(word)
    if word.istitle():
        return _judge_capitalised(word, lower)
    return "right", ""


def _collected(word: str) -> str:
    """Return what a word stands for that is a collected misspelling but met in texts (occured); "" if none.

    The larger list of words was collected from texts, slips among them; what is common is in the other too.
    """
    collected = misspellings().get(word, ())
    is_sure = len(collected) == 1 and len(word) >= _SHORTEST_SURE and word not in frequencies()
    return collected[0] if is_sure and collected[0] in frequencies() else ""


def _rare_for_common(word: str) -> str:
    """Return the very common word that a rare one is a slip for (learing); "" if it may be meant.

    Of the words that only the larger list has, hardly any is so near to one of the commonest; spellings of
    the other side of the Atlantic, other forms of a word and what has a prefix are meant.
    """
    if word in frequencies() or len(word) < _SHORTEST_SURE or has_prefix(word):
        return ""
    right = next((each for each in corrections(word) if is_very_common(each)), "")
    is_other_form = not right or right.startswith(word[:-1]) or word.startswith(right[:-1])
    return "" if is_other_form or right[0] != word[0] or _BOTH_SPELLINGS.search(word) else right


_BOTH_SPELLINGS = re.compile(r"[iy][sz](?:e[dsr]?|ing|ation)|ou?r|[^aeiou][er]{2}|ll?(?:ed|ing|ers?)|ae|oe")


def _judge_small(word: str) -> tuple[Verdict, str]:
    collected = misspellings().get(word, ())
    if collected and (len(word) > 3 or is_common(collected[0])) and not _is_too_short(word):
        return "misspelt", collected[0]
    if len(word) < _SHORTEST_UNKNOWN:
        return "right", ""
    if may_be_pinyin(word):
        return "right", ""
    apart = parted(word)
    if apart:
        return "joined", apart
    near = corrections(word)
    if near and _is_likely_slip(word, near[0]):
        return "misspelt", near[0]
    once = _with_a_letter_once(word)
    return ("misspelt", once) if once else ("unknown", "")


def _with_a_letter_once(word: str) -> str:
    """Return the longer word that has once what this one has twice (homecomming); "" if there is none."""
    if len(word) < _SHORTEST_NAME or is_derived(word):
        return ""
    twice = (at for at in range(1, len(word)) if word[at] == word[at - 1])
    return next((once for at in twice if (once := word[:at] + word[at + 1 :]) in frequencies()), "")


def _is_likely_slip(word: str, right: str) -> bool:
    """Tell whether a word that no list has is rather a slip for a common one than a word of its own."""
    if len(word) < _FEW_LETTERS or word[0] != right[0]:
        return False
    # What seems to have an affix (quail-ity, inter-ship) is rather a slip for one of the commonest words.
    if is_derived(word) and not (_is_plain_slip(word, right) and is_very_common(right)):
        return False
    # Short names of programs and firms are near to something: printf, conda.
    if len(word) < _SHORTEST_NAME and (not is_very_common(right) or word[:-1] == right):
        return False
    # A compound may be right (homeware), but rarely where one of the commonest words is so near (studnets).
    return not is_compound(word) or is_very_common(right)


def _is_plain_slip(word: str, right: str) -> bool:
    """Tell whether one letter of a word of some length is dropped, doubled, wrong or moved."""
    from rapidfuzz.distance import OSA

    return len(word) >= _SHORTEST_NAME and OSA.distance(word, right, score_cutoff=1) == 1


def _is_too_short(word: str) -> bool:
    """Tell whether a misspelling of two or three letters may be something else: a unit, a foreign article."""
    return len(word) < 4 and word not in {
        "teh",
        "wth",
        "adn",
        "hte",
        "nad",
        "fro",
        "tje",
        "thr",
        "wiht",
        "ahve",
        "ot",
    }


def _judge_capitalised(word: str, lower: str) -> tuple[Verdict, str]:
    """Judge a word that may be a name: only what no name is like is wrong."""
    if len(word) < _SHORTEST_NAME or may_be_pinyin(word):
        return ("misspelt", "The") if word == "Teh" else ("right", "")
    collected = misspellings().get(lower, ())
    if len(collected) == 1 and is_english(collected[0]):
        return "misspelt", collected[0].capitalize()
    near = corrections(lower)
    if (
        near
        and not is_derived(lower)
        and _is_likely_slip(lower, near[0])
        and _is_no_name_like(lower, near[0])
    ):
        return "misspelt", near[0].capitalize()
    return "right", ""


_WORD_ENDINGS = re.compile(
    "(?:[ts]ions?|chers|eers|yers|ments?|ness|ings?|ships?|ities|ity|ance|ence|ances|ences|ively|ional|ized?|ised?|ology|ural|ical|ives?|able|ible|ates?|ated)$"
)


def _is_no_name_like(lower: str, right: str) -> bool:
    """Tell whether what a capitalised word may stand for ends like a common noun or verb, not like a name."""
    return len(lower) >= _SHORTEST_NAME and bool(_WORD_ENDINGS.search(right)) and is_common(right)


def _cased(right: str, like: str) -> str:
    return right.capitalize() if like[:1].isupper() else right


@functools.cache
def _wrong_forms() -> dict[str, str]:
    """Return plurals of nouns that have none: the word lists have them, good English has not."""
    return {row[0]: row[1] for row in _table("wrong_forms.tsv")}


_PLURAL_VERBS = {"has": "have", "is": "are", "was": "were", "does": "do"}
_DISAGREES = re.compile(
    r"(?:the |these |those |many |most |some |our |all (?:the )?)?"
    r"(?:students|teachers|schools|colleges|companies|enterprises|graduates|trainees|people|children|women|parents"
    r"|courses|programm?es|workers|universities|they|we) (?P<verb>has|is|was|does)\b",
    re.IGNORECASE,
)
"""Students has: a plural at the very beginning, where nothing stands before it that the verb may go with."""


def confused_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield right words in the wrong place, where those beside them leave no doubt (form 2016 to 2018)."""
    if disagrees := _DISAGREES.match(reading.en):
        verb = disagrees["verb"]
        right = _PLURAL_VERBS[verb.lower()]
        yield Slip(*disagrees.span("verb"), f"“{verb}” should be “{right}”.", suggestion=right)
    if not any(verdict == "confusable" for _, _, verdict, _ in _doubtful(reading.en)):
        return
    slips: dict[tuple[int, int], Slip] = {}
    for wrong, patterns in _confusable().items():
        if wrong not in reading.en:
            continue
        for pattern, right in patterns:
            for found in pattern.finditer(reading.en):
                place = found.span("wrong")
                slips.setdefault(place, Slip(*place, f"“{wrong}” should be “{right}”.", suggestion=right))
    yield from (slips[place] for place in sorted(slips))


@functools.cache
def _confusable() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Return by word what finds it in the wrong place, and what should stand there.

    One pattern of them all would try each at every place of the text.
    """
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for wrong, right, before, after in _table("confused_words.tsv"):
        pattern = re.compile(rf"(?i:{before})\b(?P<wrong>{wrong})(?={after})")
        found.setdefault(wrong, []).append((pattern, right))
    return found


@functools.cache
def _table(name: str) -> list[list[str]]:
    text = files("vet_terms.checking").joinpath(f"tables/{name}").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
