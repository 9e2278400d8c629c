"""Chinese persons whose title stands beside the name: 校长覃正海, 覃正海教授.

First a look at the characters alone, which costs next to nothing; whether they are a name in fact is asked of
the tagger apart, as that takes a millisecond or more.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from vet_terms.language.lexicon import is_known
from vet_terms.language.name_words import TITLES, is_transliterated
from vet_terms.language.pairs import finder_of_pairs
from vet_terms.language.pinyin import surname_of
from vet_terms.language.scripts import HAN_CHARACTER
from vet_terms.language.tagging import Token, tagged

_LONGEST_TAGGED = 2_000
_LONGEST_NAME = 4
_MORE_TITLES = (
    "副书记",
    "副校长",
    "副院长",
    "副主任",
    "副局长",
    "副厅长",
    "副市长",
    "副部长",
    "同学",
    "师傅",
    "选手",
    "校友",
)


def titled_people(text: str) -> tuple[int, ...]:
    """Return where a surname stands that a title follows (at a name's distance) or goes before."""
    heads = _titles()
    found: set[int] = set()
    for start in _beginnings()(text):
        for title in heads[text[start : start + 2]]:
            if text.startswith(title, start):
                end = start + len(title)
                if _may_be_name(text[end : end + 2]):
                    found.add(end)
                # 副 belongs to the title, not to the name.
                last = start - (text[start - 1 : start] == "副")
                for first in range(max(last - _LONGEST_NAME, 0), last - 1):
                    if _may_be_name(text[first:last]):
                        found.add(first)
                        break
                break
    return tuple(sorted(found))


_BETWEEN_NAMES = "、和与及"
_BEHIND_NAMES = re.compile(f"[{_BETWEEN_NAMES}等，。；,;）)两二三四五六七八九十]|$")


def named_beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where another person is named right behind one, as in a list: 王磊 of 李海燕、王磊三位老师."""
    if text[end : end + 1] not in tuple(_BETWEEN_NAMES):
        return None
    first = end + 1
    for last in (first + 3, first + 2, first + 4):
        if last > len(text) or not _may_be_name(text[first:last]):
            continue
        is_end = _BEHIND_NAMES.match(text, last) or text.startswith(_all_titles(), last)
        if is_end or is_person(text, first, last, exactly=True):
            return first, last
    return None


def end_of_person(text: str, start: int) -> int:
    """Return where a person's name ends that begins at a place and has a title beside it; 0 if none does."""
    for token in _people(text):
        if (
            token.start == start
            and 1 < token.end - start <= _LONGEST_NAME
            and not is_transliterated(token.text)
        ):
            beside = text[token.end :].removeprefix("副").startswith(_all_titles()) or text[:start].endswith(
                _all_titles()
            )
            return token.end if beside and "·" not in text[start - 1 : token.end + 1] else 0
    return 0


def is_person(text: str, start: int, end: int, exactly: bool = False) -> bool:
    """Return whether the tagger takes characters for a person's name, exactly these or these among others."""
    if "·" in text[start - 1 : end + 1] or is_transliterated(text[start:end]):
        return False
    return any(
        (token.start, token.end) == (start, end) if exactly else token.start < end and start < token.end
        for token in _people(text)
    )


def _people(text: str) -> tuple[Token, ...]:
    if len(text) > _LONGEST_TAGGED:
        return ()
    return tuple(token for token in tagged(text) if token.tag == "PER")


def _may_be_name(text: str) -> bool:
    surname = surname_of(text)
    return (
        bool(surname)
        and len(surname) < len(text) <= len(surname) + 2
        and all(HAN_CHARACTER.match(char) for char in text)
        and not is_known(text)
    )


@functools.cache
def _all_titles() -> tuple[str, ...]:
    return tuple(sorted({*TITLES, *_MORE_TITLES}))


@functools.cache
def _beginnings() -> Callable[[str], list[int]]:
    return finder_of_pairs(_titles().keys())


@functools.cache
def _titles() -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {}
    for title in sorted(_all_titles(), key=lambda each: (-len(each), each)):
        heads.setdefault(title[:2], []).append(title)
    return heads
