"""What an English word is by itself: right, misspelt, two words in one, in no list, or easily confused.

A word is surely wrong where it is a collected misspelling, or where no list has it, it is not made of known
parts, and a common word is one slip away. What is only unknown is not surely wrong. Where it stands is looked
at elsewhere.
"""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import Literal

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

_SHORTEST_UNKNOWN = 4
_SHORTEST_NAME = 7
SHORTEST_SURE = 6
"""Letters from which on a word that no list has is hardly a name or an abbreviation."""
_FEW_LETTERS = 5
_LONGEST = 40


@functools.lru_cache(maxsize=50_000)
def judge(word: str) -> tuple[Verdict, str]:
    """Return what a word is, and what it should be where that is known."""
    lower = word.lower()
    if lower in _wrong_forms():
        return "misspelt", cased(_wrong_forms()[lower], word)
    if len(word) > _LONGEST:
        return "right", ""
    if word in confusable():
        return "confusable", ""
    if is_english(lower):
        right = _collected(lower) or (_rare_for_common(word) if word.islower() else "")
        is_sure = right and (word.islower() or (word.istitle() and len(word) >= _SHORTEST_NAME))
        return ("misspelt", cased(right, word)) if is_sure else ("right", "")
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
    is_sure = len(collected) == 1 and len(word) >= SHORTEST_SURE and word not in frequencies()
    return collected[0] if is_sure and collected[0] in frequencies() else ""


def _rare_for_common(word: str) -> str:
    """Return the very common word that a rare one is a slip for (learing); "" if it may be meant.

    Of the words that only the larger list has, hardly any is so near to one of the commonest; spellings of
    the other side of the Atlantic, other forms of a word and what has a prefix are meant.
    """
    if word in frequencies() or len(word) < SHORTEST_SURE or has_prefix(word):
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


def cased(right: str, like: str) -> str:
    """Return a word with a capital where another has one."""
    return right.capitalize() if like[:1].isupper() else right


@functools.cache
def _wrong_forms() -> dict[str, str]:
    """Return plurals of nouns that have none: the word lists have them, good English has not."""
    return {row[0]: row[1] for row in _table("wrong_forms.tsv")}


@functools.cache
def confusable() -> dict[str, list[tuple[re.Pattern[str], str]]]:
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
