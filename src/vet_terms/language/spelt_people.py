"""How an English text spells the Chinese persons whom its source names.

The standard is GB/T 28039: surname first, the given name in one word, a capital each (Qin Zhenghai). Known
besides are the given name first, its syllables apart or hyphened, everything run together, no capital, and a
word that is nearly the right one. Every reading of a character counts, and surnames have their own. Spellings
that are no pinyin (Tsai Ing-wen, Lee Hsien Loong) and names that people chose (Jack Ma) are like none of
these and not returned. Whether a spelling is a mistake is not judged here, nor whether the characters are a
name at all: of those that are well spelt it is certain, of the others likely.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from vet_terms.language.pinyin import (
    COMPOUND_SURNAMES,
    SURNAMES,
    letters,
    pinyin_keys,
    readings_of,
    romanise_name,
)
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.language.slips import is_slip
from vet_terms.language.surnames import all_surnames, is_likely_surname, surname_spellings
from vet_terms.language.syllables import is_pinyin

Form = Literal["standard", "reversed", "split", "joined", "uncapitalised", "near", "surname", "other"]
"""``near``: the given name is off by a letter or a syllable; ``surname``: the surname is read as another
word, off by a letter, or another; ``other``: another given name stands after the surname."""
_RANKS: dict[Form, int] = {"standard": 0, "split": 1, "reversed": 2, "joined": 3, "uncapitalised": 4}

_WORD = re.compile(r"[A-ZÀ-Þ](?:[A-Za-zÀ-ɏ]|['’](?!s\b))*(?:[-‐‑][A-Za-zÀ-ɏ'’]+)*")
_SMALL_WORD = re.compile(r" ([a-zà-ɏ'’]+)")
_DOTS = frozenset("·•・‧.")
_GIVEN = 2
_LEAST_GIVEN, _LEAST_SURNAME = 5, 3
"""Letters that a given name and a surname must have for one wrong letter to be a slip."""
_MOST_POSSIBLE = 400
"""Surnames that a Chinese text may seem to have and still be looked at; beyond that it is no paragraph."""


@dataclass(frozen=True, slots=True)
class SpeltPerson:
    """A Chinese person's name, where it stands, where English has it, and how it is written there.

    ``standard`` is the name in the standard form, a surname with several spellings as the English has it.
    """

    start: int
    end: int
    en_start: int
    en_end: int
    form: Form
    standard: str


class _Word(NamedTuple):
    """A capitalised word of the English, its letters, and where it stands."""

    text: str
    letters: str
    start: int
    end: int

    @property
    def is_one_word(self) -> bool:
        """Whether it has no hyphen, and no capital inside unless it is in capitals throughout."""
        return "-" not in self.text and (
            self.text[1:].islower() or self.text.isupper() or len(self.text) == 1
        )


_Possible = tuple[int, int]
"""Where in the Chinese a surname may stand: its first character and the one after its last."""


def spelt_people(zh: str, en: str) -> tuple[SpeltPerson, ...]:
    """Return the persons of a Chinese text whom an English text spells, well or badly, in English order.

    No character and no word counts twice; what is well spelt, and what is longer, counts first.
    """
    runs = _runs(en)
    possible = _possible_surnames(zh) if runs else []
    if not possible or len(possible) > _MOST_POSSIBLE:
        return ()
    surnames: dict[str, list[_Possible]] = {}
    for each in possible:
        for spelling in surname_spellings(zh[slice(*each)]):
            surnames.setdefault(spelling, []).append(each)
    found: list[SpeltPerson] = []
    beginnings = tuple(surnames)
    for run in runs:
        for index, word in enumerate(run):
            for each in surnames.get(word.letters, ()):
                found += _around(zh, en, each, run, index)
            if index + 1 < len(run) and word.letters + run[index + 1].letters in surnames:
                for each in surnames[word.letters + run[index + 1].letters]:
                    found += _after(zh, each, run, index, 2)
            long = len(word.letters) > _LEAST_GIVEN
            if long and word.letters.startswith(beginnings) and word.letters not in surnames:
                found += _joined(zh, surnames, word)
            if index and is_pinyin(word.letters, _GIVEN) and run[index - 1].letters not in surnames:
                found += _misread_surnames(zh, possible, run[index - 1], word)
    return _chosen(zh, en, found) if found else ()


def _possible_surnames(zh: str) -> list[_Possible]:
    single, compound = _surname_patterns()
    found = [match.span() for match in single.finditer(zh)]
    heads = [match.start() for match in compound.finditer(zh)]
    compounds = [(at, at + 2) for at in heads if zh[at : at + 2] in COMPOUND_SURNAMES]
    return sorted([*found, *compounds]) if compounds else found


@functools.cache
def _surname_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a surname before another character looks like, and what one of two may begin like."""
    firsts, seconds = ("".join(sorted({name[at] for name in COMPOUND_SURNAMES})) for at in (0, 1))
    single = "".join(sorted(SURNAMES))
    return re.compile(f"[{single}](?=[{HAN}])"), re.compile(f"[{firsts}](?=[{seconds}][{HAN}])")


def _around(zh: str, en: str, each: _Possible, run: Sequence[_Word], index: int) -> Iterator[SpeltPerson]:
    """Yield the names whose surname is a word: with what stands after it, or before it."""
    yield from _after(zh, each, run, index, 1)
    word = run[index]
    for count in (1, 2):
        before = run[max(index - count, 0) : index]
        given = "".join(part.letters for part in before)
        for end in _given_ends(zh, each) if len(before) == count else ():
            if given in _given_spellings(zh[each[1] : end]):
                yield _person(zh, each, end, before[0].start, word.end, "reversed", word.text, given)
    after = _SMALL_WORD.match(en, word.end)
    if after and index + 1 == len(run) and len(after[1]) > _LEAST_SURNAME:
        given, end = letters(after[1]), each[1] + _GIVEN
        if end in _given_ends(zh, each) and given in _given_spellings(zh[each[1] : end]):
            yield _person(zh, each, end, word.start, after.end(), "uncapitalised", word.text, given)


def _after(zh: str, each: _Possible, run: Sequence[_Word], index: int, width: int) -> Iterator[SpeltPerson]:
    """Yield the names that begin with a surname of so many words."""
    start = run[index].start
    surname = run[index].text if width == 1 else ""
    plain = width == 1 and run[index].is_one_word
    for end in _given_ends(zh, each):
        spellings = _given_spellings(zh[each[1] : end])
        for count in (1, 2):
            part = run[index + width : index + width + count]
            given = "".join(word.letters for word in part)
            if len(part) == count and given in spellings:
                standard = plain and count == 1 and part[0].is_one_word
                form: Form = "standard" if standard else "split"
                yield _person(zh, each, end, start, part[-1].end, form, surname, given)
    following = run[index + 1] if width == 1 and index + 1 < len(run) else None
    # A hyphen before a small letter is how Taiwan writes names, in a spelling of its own.
    if following is None or "-" in following.text:
        return
    for end in _given_ends(zh, each):
        likely = _likely_form(following.letters, zh[each[1] : end])
        if likely:
            yield _person(zh, each, end, start, following.end, likely, surname, "")


def _likely_form(written: str, given: str) -> Form | None:
    """Return how a word that is not the given name may still stand for it."""
    spellings = _given_spellings(given)
    if written in spellings:
        return None
    if len(given) == _GIVEN:
        if any(is_slip(written, right, _LEAST_GIVEN) for right in spellings) or _shares_a_syllable(
            written, given
        ):
            return "near"
        return "other" if is_pinyin(written, _GIVEN) else None
    return "near" if any(is_slip(written, right, _LEAST_SURNAME) for right in spellings) else None


def _joined(zh: str, surnames: dict[str, list[_Possible]], word: _Word) -> Iterator[SpeltPerson]:
    """Yield the names of three characters that are one word; of two characters it may be a place."""
    for spelling, those in surnames.items():
        if not word.letters.startswith(spelling):
            continue
        given = word.letters[len(spelling) :]
        for each in those:
            end = each[1] + _GIVEN
            if end in _given_ends(zh, each) and given in _given_spellings(zh[each[1] : end]):
                yield _person(zh, each, end, word.start, word.end, "joined", spelling.capitalize(), given)


def _misread_surnames(
    zh: str, possible: Sequence[_Possible], surname: _Word, given: _Word
) -> Iterator[SpeltPerson]:
    """Yield the names whose given name is right after another surname: Dan Xiaoming for 单小明."""
    for each in possible:
        end = each[1] + _GIVEN
        if end not in _given_ends(zh, each) or given.letters not in _given_spellings(zh[each[1] : end]):
            continue
        if is_likely_surname(surname.text, zh[slice(*each)]) or surname.letters in all_surnames():
            yield _person(zh, each, end, surname.start, given.end, "surname", "", given.letters)


def _shares_a_syllable(written: str, given: str) -> bool:
    """Return whether two syllables are written of which one is right: Hongyan for 红梅."""
    first, second = (_readings(char) for char in given)
    return any(written.startswith(right) and is_pinyin(written[len(right) :], 1) for right in first) or any(
        written.endswith(right) and is_pinyin(written[: -len(right)], 1) for right in second
    )


def _given_ends(zh: str, each: _Possible) -> tuple[int, ...]:
    """Return where the given name may end: after two characters, after one."""
    first = each[1]
    if HAN_CHARACTER.match(zh, first + 1):
        return first + 2, first + 1
    return (first + 1,)


@functools.lru_cache(maxsize=1 << 15)
def _given_spellings(given: str) -> frozenset[str]:
    if len(given) == 1:
        return frozenset(_readings(given))
    return frozenset(first + second for first in _readings(given[0]) for second in _readings(given[1]))


@functools.lru_cache(maxsize=1 << 13)
def _readings(character: str) -> tuple[str, ...]:
    """Return the readings of a character that are in use; all that it has where the dictionary lacks it."""
    from vet_terms.language.lexicon import readings_in_use

    in_use = readings_in_use(character)
    # ü is also written u, yu or v.
    found = {each.replace("v", other) for each in in_use for other in ("v", "u", "yu")}
    return tuple(each for each in readings_of(character) if each in found) or readings_of(character)


def _person(
    zh: str, each: _Possible, end: int, en_start: int, en_end: int, form: Form, surname: str, given: str
) -> SpeltPerson:
    """Return a person, the standard form being made of the surname and the letters that English has."""
    first, _, rest = romanise_name(zh[each[0] : end]).partition(" ")
    if surname:
        first = surname if not surname.isupper() else surname.capitalize()
    if given and letters(rest) != given:
        rest = given.capitalize()
    return SpeltPerson(each[0], end, en_start, en_end, form, f"{first} {rest}")


def _chosen(zh: str, en: str, found: list[SpeltPerson]) -> tuple[SpeltPerson, ...]:
    """Return persons of whom none shares a character or a word with another, the surest and longest first."""

    def key(each: SpeltPerson) -> tuple[int, int, int, int, int]:
        rank = _RANKS.get(each.form, len(_RANKS))
        # Qian is a letter off from 强 rather than two other syllables for 强说.
        return (rank == len(_RANKS), each.form == "other", each.start - each.end, rank, each.en_start)

    taken: list[SpeltPerson] = []
    for each in sorted(found, key=key):
        if any(
            (each.start < other.end and other.start < each.end)
            or (each.en_start < other.en_end and other.en_start < each.en_end)
            for other in taken
        ):
            continue
        if _DOTS & {*zh[each.start - 1 : each.start], *zh[each.end : each.end + 1]}:
            continue  # a part of a transcription: 安格拉·默克尔
        if each.form in _RANKS or not _is_spelt_elsewhere(zh, en[each.en_start : each.en_end], each):
            taken.append(each)
    return tuple(sorted(taken, key=lambda each: each.en_start))


def _is_spelt_elsewhere(zh: str, written: str, each: SpeltPerson) -> bool:
    """Return whether Chinese characters spell the given name that is written: somebody else's, or a place."""
    given = letters(written.split()[-1])
    if each.form == "surname":
        given = letters(written)
    for length in (2, 3):
        for start in range(len(zh) - length + 1):
            # The given name itself, read backwards, is no one else's.
            if start == each.start or (each.start < start and start + length <= each.end):
                continue
            part = zh[start : start + length]
            # The same name said again is no one else's either.
            if part in zh[each.start : each.end]:
                continue
            if len(HAN_CHARACTER.findall(part)) == length and given in _spelt(part):
                return True
    return False


@functools.lru_cache(maxsize=1 << 15)
def _spelt(part: str) -> frozenset[str]:
    return pinyin_keys(part)


def _runs(en: str) -> list[list[_Word]]:
    """Return the capitalised words of a text, those with one space between them in one run."""
    runs: list[list[_Word]] = []
    past = -2
    for match in _WORD.finditer(en):
        text = match.group().rstrip("'’")
        word = _Word(text, _letters(text), match.start(), match.start() + len(text))
        if match.start() == past + 1 and en[past] == " ":
            runs[-1].append(word)
        else:
            runs.append([word])
        past = match.end()
    return runs


@functools.lru_cache(maxsize=1 << 14)
def _letters(word: str) -> str:
    return letters(word)
