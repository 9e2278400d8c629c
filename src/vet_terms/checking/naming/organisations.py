"""Findings on international organisations and well-known bodies taken for one another: UNICEF for 教科文组织.

The table holds for each body its Chinese names, its English names with abbreviations, words that may speak
of it in either language, and the body that it is a part of. A body that the English leaves out is no finding,
nor is one that it has under another name. Only where a single body of the Chinese is missing, and a single
other one stands there of which the Chinese does not speak, is it one.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.language.pairs import finder_of_pairs

_EASILY_OTHER = 4
"""Letters from which on an abbreviation in small letters is no word: Unesco, but not who."""
_LONGEST_ABBREVIATION = 9
_BOTH_SPELLINGS = {
    "Organization": "Organi[sz]ation",
    "Organisation": "Organi[sz]ation",
    "Standardization": "Standardi[sz]ation",
    "Labour": "Labou?r",
    "Programme": "Program(?:me)?",
    "Centre": "Cent(?:re|er)",
    "Center": "Cent(?:re|er)",
    "Cooperation": "Co-?operation",
    "Co-operation": "Co-?operation",
    "and": "(?:and|&)",
}
_ELSEWHERE = re.compile(
    "该(?:组织|机构|行|校|会|院|局|署|集团|公司|社|报|联盟)|前者|后者|两家|两校|[我本](?:行|司)"
)
"""A body of which the Chinese spoke before, and which the English may name."""
_OWN_SCHOOL = re.compile("[我本][校院]")
_SCHOOLS = ("大学", "学院", "学校", "研究院", "师大")
_ABBREVIATED = re.compile(r"([A-Za-z]+) ?[(（](?:the )?([A-Z][A-Za-z0-9]{1,8})[)）]")
_SHOUTED_BEFORE, _SHOUTED_BEHIND = re.compile(r"[A-Z]{2,} $"), re.compile(r" [A-Z]{2,}")
_CAPITALS = re.compile("[A-Z]{3}")
_WORD_BEGINS = re.compile(r"\b[A-Za-z][A-Za-z.]")
_LATIN_WORD = re.compile(r"(?<!\w)[A-Za-z]{3,}(?![A-Za-z])", re.ASCII)
_NO_NAME = re.compile("(?<=银行)[业家卡类]|(?<=大学)[生城]")
"""中国银行业 is the banks of China, 北京大学生 are students in Beijing."""
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-z]{3,}")
_OF_MANY = re.compile(
    "world|international|united|nations|european|asian?|african|american|china|chinese|national|state"
    "|organi[sz]ation|bank|development|association|university|institute|technology|sciences?|group|council"
    "|commission|committee|union|fund|agency|federation|league|conference|cent(?:er|re)|general"
    "|administration|east|south|north|west|beijing|shanghai|technical|economic|cooperation"
)
"""Words that several bodies have in their names."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: its names in both languages, the usual first, what else may speak of it, what it belongs to."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    also: tuple[str, ...]
    within: str

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """The English names that are abbreviations: UNESCO, AfDB."""
        return tuple(filter(_is_abbreviation, self.english))


@functools.cache
def organisations() -> tuple[Organisation, ...]:
    """Return the table."""
    text = resources.files("vet_terms.checking").joinpath("tables/organisations.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.split("\n")[1:] if line]
    return tuple(
        Organisation(tuple(zh.split("|")), tuple(en.split("|")), tuple(filter(None, also.split("|"))), within)
        for zh, en, also, within in rows
    )


def other_organisations(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the one body of the English that stands there for another one of the Chinese."""
    zh, en = reading.zh, reading.en
    called = _called(reading)
    if called and not en.isupper():
        lacking = [body for body in called if not _is_spoken_of(body, en) and not _is_settled(reading, body)]
        if len(lacking) == 1 and not _ELSEWHERE.search(zh):
            yield from _in_place_of(lacking[0], called, zh, en)
    if "(" in en or "（" in en:
        yield from _wrongly_abbreviated(zh, en)


def abbreviated(en: str) -> Iterator[tuple[Organisation, re.Match[str]]]:
    """Yield the bodies that an English text names in full with an abbreviation in brackets behind."""
    for match in _ABBREVIATED.finditer(en):
        before = en[: match.end(1)]
        bodies = _by_last_word().get(match.group(1).lower(), ())
        found = next((body for body in bodies if _at_end(body).search(before)), None)
        if found is not None:
            yield found, match


@functools.cache
def abbreviations() -> frozenset[str]:
    """Return the abbreviations of all bodies."""
    return frozenset(each for body in organisations() for each in body.abbreviations)


def _in_place_of(wanted: Organisation, called: dict[Organisation, str], zh: str, en: str) -> Iterator[Slip]:
    others = [
        (place, body)
        for place, body in _named(en)
        if body is not wanted and not _belong_together(body, wanted) and not _is_meant(body, called, zh)
    ]
    if len({id(body) for _, body in others}) != 1:
        return
    (start, end), other = others[0]
    if _OWN_SCHOOL.search(zh) and any(name.endswith(_SCHOOLS) for name in other.chinese):
        return
    rest = en[:start] + " " + en[end:]
    own = {word.lower() for name in wanted.english for word in _CAPITALISED.findall(name)}
    said = {word.lower() for word in _CAPITALISED.findall(rest)}
    if all(map(_OF_MANY.fullmatch, own & said)):
        yield _slip(start, end, en, called[wanted], wanted)


def _wrongly_abbreviated(zh: str, en: str) -> Iterator[Slip]:
    """Yield abbreviations of another body in brackets behind the full name of one."""
    for body, match in abbreviated(en):
        written = match.group(2)
        others = [each for each in organisations() if written in each.english]
        if (
            others
            and body.abbreviations
            and written not in body.english + body.also
            and written not in zh
            and not any(name in zh for each in others for name in each.chinese)
        ):
            right = body.abbreviations[0]
            message = f"“{written}” is not the abbreviation of “{_full(body)}”: “{right}”."
            yield Slip(*match.span(2), message, "error", right)


def _full(body: Organisation) -> str:
    return next(name for name in body.english if not _is_abbreviation(name))


def _slip(start: int, end: int, en: str, called: str, wanted: Organisation) -> Slip:
    official = called if called.isascii() else wanted.english[0]
    return Slip(
        start,
        end,
        f"{called} is {'not' if called.isascii() else f'“{official}”, not'} “{en[start:end]}”.",
        "error",
        official,
    )


def _called(reading: Reading) -> dict[Organisation, str]:
    """Return the bodies that the Chinese names, each with how it does."""
    zh, found, past = reading.zh, {}, 0
    for at in _beginnings()(zh):
        names = _by_beginning()[zh[at : at + 2]] if at >= past else ()
        name = next((each for each in names if zh.startswith(each, at)), "")
        if name and not _NO_NAME.match(zh, at + len(name)):
            past = at + len(name)
            if not _is_cut(reading, at, past):
                found[_by_chinese_name()[name]] = name
    if _CAPITALS.search(zh):
        for match in _LATIN_WORD.finditer(zh):
            body = _by_abbreviation().get(match.group())
            if body is not None:
                found[body] = match.group()
    return found


def _is_cut(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a word of the dictionary has a part of what looks like a name: 中国|银行业."""
    return any(
        start < at < end < at + len(word) or at < start < at + len(word) < end
        for at, word in reading.chinese_words
    )


def _is_settled(reading: Reading, body: Organisation) -> bool:
    """Tell whether an approved entry of the glossary has the body, with other English than the table."""
    names = {_bare(name) for name in body.english}
    return any(
        concept.status == "approved" and concept.zh in body.chinese and _bare(concept.en) not in names
        for hit in reading.term_hits
        for concept in hit.concepts
    )


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()


def _is_meant(body: Organisation, called: dict[Organisation, str], zh: str) -> bool:
    """Tell whether the Chinese speaks of a body, by any name of either language."""
    rest = zh
    for name in called.values():
        rest = rest.replace(name, " ")
    return body in called or any(word in rest for word in body.also) or bool(_loosely(body).search(zh))


def _is_spoken_of(body: Organisation, en: str) -> bool:
    """Tell whether the English has a body under any name, or a word that may speak of it."""
    return bool(_loosely(body).search(en)) or any(
        re.search(rf"\b{re.escape(word)}", en) for word in body.also
    )


def _belong_together(one: Organisation, other: Organisation) -> bool:
    return one.within == other.chinese[0] or other.within == one.chinese[0]


def _named(en: str) -> list[tuple[tuple[int, int], Organisation]]:
    """Return the bodies that the English names, the longest name where several begin or end within."""
    found, past = [], 0
    for word in _WORD_BEGINS.finditer(en):
        at = word.start()
        for pattern, body in _by_first_letters().get(word.group(), ()) if at >= past else ():
            match = pattern.match(en, at)
            if match is None:
                continue
            past = match.end()
            shouted = match.group().isupper() and (
                _SHOUTED_BEFORE.search(en, 0, at) or _SHOUTED_BEHIND.match(en, past)
            )
            if not shouted:
                found.append((match.span(), body))
            break
    return found


def _is_abbreviation(name: str) -> bool:
    capitals = sum(map(str.isupper, name))
    return " " not in name and len(name) <= _LONGEST_ABBREVIATION and 2 * capitals > len(name)


@functools.cache
def _beginnings() -> Callable[[str], list[int]]:
    """Return what finds where a Chinese name may begin, which costs little to see."""
    return finder_of_pairs(_by_beginning().keys())


@functools.cache
def _by_chinese_name() -> dict[str, Organisation]:
    return {name: body for body in organisations() for name in body.chinese}


@functools.cache
def _by_beginning() -> dict[str, list[str]]:
    """Return the Chinese names by their first two characters, longer ones first."""
    found: dict[str, list[str]] = {}
    for name in sorted(_by_chinese_name(), key=lambda name: (-len(name), name)):
        found.setdefault(name[:2], []).append(name)
    return found


@functools.cache
def _by_abbreviation() -> dict[str, Organisation]:
    """Return the bodies whose abbreviation of three letters and more no other body has."""
    shared = Counter(each for body in organisations() for each in body.abbreviations)
    return {
        name: body
        for body in organisations()
        for name in body.abbreviations
        if len(name) > 2 and shared[name] == 1
    }


def _worded(name: str) -> str:
    """Return a pattern for a name in either spelling, with or without its commas and hyphens."""
    words = re.findall(r"[\w'’.]+(?:-operation)?|-", name.removeprefix("the "))
    parts = [_BOTH_SPELLINGS.get(word) or re.escape(word).replace("'", "['’]") for word in words]
    return r"[\s,–-]{1,3}".join(part for part in parts if part != r"-")


@functools.cache
def _strictly(name: str) -> str:
    """Return a pattern for a name as English texts write it."""
    if not _is_abbreviation(name):
        return rf"\b{_worded(name)}\b(?! (?:of|for) [A-Z])"
    forms = f"(?:{name}|{name.capitalize()})" if len(name) >= _EASILY_OTHER else name
    if name.isalpha() and len(name) == 2:
        forms = rf"(?:{name}|{name[0]}\.{name[1]}\.)"
    return rf"(?<![\w.@/&]){forms}(?![\w@&])"


@functools.cache
def _by_first_letters() -> dict[str, list[tuple[re.Pattern[str], Organisation]]]:
    """Return what finds English names, by the first two letters, longer names first."""
    names = [(name, body) for body in organisations() for name in body.english]
    names.sort(key=lambda each: (-len(each[0]), each[0]))
    # An abbreviation that two bodies share says nothing of either.
    shared = Counter(name for name, _ in names)
    found: dict[str, list[tuple[re.Pattern[str], Organisation]]] = {}
    for name, body in names:
        if shared[name] == 1:
            pattern, bare = re.compile(_strictly(name)), name.removeprefix("the ")
            for letters in {bare[:2], bare[:2].capitalize()} if _is_abbreviation(name) else {bare[:2]}:
                found.setdefault(letters, []).append((pattern, body))
    return found


@functools.cache
def _loosely(body: Organisation) -> re.Pattern[str]:
    """Return what finds a body in a text under any of its names, in capitals or small letters."""
    words = [_worded(name) for name in body.english if not _is_abbreviation(name)]
    words += [name for name in body.abbreviations if len(name) >= _EASILY_OTHER]
    short = [r"\.?".join(map(re.escape, name)) for name in body.abbreviations if len(name) < _EASILY_OTHER]
    patterns = [f"(?i:{'|'.join(words)})"] if words else []
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join([*patterns, *short])})(?![A-Za-z]{{2}})")


@functools.cache
def _by_last_word() -> dict[str, list[Organisation]]:
    found: dict[str, list[Organisation]] = {}
    for body in organisations():
        for name in body.english:
            if not _is_abbreviation(name):
                last = re.split(r"[\s'’-]", name)[-1].lower()
                for word in {last, last.replace("sation", "zation"), last.replace("zation", "sation")}:
                    found.setdefault(word, []).append(body)
    return found


@functools.cache
def _at_end(body: Organisation) -> re.Pattern[str]:
    words = "|".join(_worded(name) for name in body.english if not _is_abbreviation(name))
    return re.compile(rf"(?i:\b(?:{words}))$")
