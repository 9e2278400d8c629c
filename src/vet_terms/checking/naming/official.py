"""Findings on names that the state has fixed in English: ministries, the Party, well-known policies.

The table holds what official English texts write, and the forms near it that they do not. A ministry is only
looked at where the English names one: "the ministry" and a free rendering of another body are left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.naming.departments import other_departments
from vet_terms.checking.naming.organisations import other_organisations
from vet_terms.checking.slips import Slip

_SMALL = "of|and|for|the|to|&|-|,"
_WORD = rf"(?:[A-Z][A-Za-z'’-]*|{_SMALL})"
_BODIES = {
    "ministry": re.compile(rf"\bMinistry of [A-Z][A-Za-z'’-]*(?:,? {_WORD})*"),
    "commission": re.compile(rf"\b(?:National|State) (?:[A-Z][A-Za-z'’-]*(?:,? {_WORD})* )?Commission\b"),
}
_MINISTRY = re.compile(r"\bMinistry of [A-Z][a-z]+")
_MAY_BE_A_MINISTRY = re.compile("[部委署局厅省府院]|政府|官方|当局|使馆|外交|MOE|M[A-Z]{2,}")
_SAME = 6
"""So many letters alike, and two words are one: Transport, Transportation."""
_OF_EVERY_BODY = frozenset({"minist", "nation", "state", "commis", "of", "and", "the"})
_SEVERAL = re.compile("部门|部委|[两二三四五六七八九十]部|等")
_BODY = re.compile(r"\b(?:[Mm]inistr(?:y|ies)|Commission)\b")
_ABBREVIATION = re.compile(r"\b(?:MOE|MOF|MOHRSS|MIIT|NDRC|MOST|MOFCOM|MFA|MARA|MOHURD|MOT|NHC)\b")
_TRAILING = re.compile(rf"(?:,? (?:{_SMALL}))+$")


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A Chinese name with its official English, and what stands near it: a body's kind, or a pattern."""

    zh: str
    official: str
    body: str
    near: re.Pattern[str]


@functools.cache
def official_names() -> tuple[OfficialName, ...]:
    """Return the table, longer Chinese names first."""
    text = resources.files("vet_terms.checking").joinpath("tables/official_names.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    names = [
        OfficialName(zh, official, near if near in _BODIES else "", _BODIES.get(near) or re.compile(near))
        for zh, official, near in rows
    ]
    return tuple(sorted(names, key=lambda each: -len(each.zh)))


@functools.cache
def _first_sight() -> re.Pattern[str]:
    return re.compile(
        "|".join(sorted({re.escape(each.zh) for each in official_names()}, key=len, reverse=True))
    )


def unofficial_names(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield forms of well-known names that official English does not have."""
    yield from other_organisations(reading, context)
    yield from other_departments(reading, context)
    ministry = _MINISTRY.search(reading.en)
    if ministry and not _MAY_BE_A_MINISTRY.search(
        reading.zh.replace("国务院办公厅", "").replace("国务院", "")
    ):
        named = f"The source names no “{ministry.group()}”."
        yield Slip(*ministry.span(), named, "warning")
    called = {match.group() for match in _first_sight().finditer(reading.zh)}
    if not called:
        return
    names = [each for each in official_names() if each.zh in called and not _is_settled(reading, each)]
    for body in _BODIES:
        yield from _other_bodies(reading, [each for each in names if each.body == body])
    yield from _taken_for_another(reading, [each for each in names if each.body])
    spoken_of = {_bare(name.official) for name in names}
    for name in names:
        if not name.body and not _is_abroad(reading.zh, name):
            for match in name.near.finditer(reading.en):
                if _bare(match.group()) not in spoken_of - {_bare(name.official)}:
                    yield _slip(*match.span(), match.group(), name)
    yield from _without_a_capital(reading.en, {name.official: name for name in names})


def _without_a_capital(en: str, names: Mapping[str, OfficialName]) -> Iterator[Slip]:
    """Yield names of which a word has not the capital that the others have: the Belt and road Initiative."""
    for name in names.values():
        official = name.official.removeprefix("the ")
        for match in _in_any_case(official).finditer(en):
            written = match.group()
            lost = any(
                right.isupper() and has.islower() for right, has in zip(official, written, strict=True)
            )
            if lost and written[0].isupper() and not name.near.search(written):
                yield _slip(*match.span(), written, name)


@functools.cache
def _in_any_case(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)


def _is_settled(reading: Reading, name: OfficialName) -> bool:
    """Tell whether an approved entry of the glossary has the name, with other English than the table."""
    return any(
        concept.status == "approved" and concept.zh == name.zh and _bare(concept.en) != _bare(name.official)
        for hit in reading.term_hits
        for concept in hit.concepts
    )


def _is_abroad(zh: str, name: OfficialName) -> bool:
    """Tell whether another country's body of the same Chinese name may be meant: the State Department."""
    return name.zh == "国务院" and "美" in zh


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()


def _taken_for_another(reading: Reading, names: list[OfficialName]) -> Iterator[Slip]:
    """Yield the one official name of a body in the English that is another body's than the Chinese one."""
    zh, en = reading.zh, reading.en
    bodies = _official_bodies()
    lacking = {each.official: each for each in names if bodies[each.official][0].search(en) is None}
    if len(lacking) != 1 or _SEVERAL.search(zh) or any(f"{each.zh}门" in zh for each in names):
        return
    [wanted] = lacking.values()
    others = [
        match
        for official, (pattern, aliases) in bodies.items()
        if official != wanted.official
        and (match := pattern.search(en))
        and not any(alias in zh for alias in aliases)
    ]
    if len(others) != 1:
        return
    match = others[0]
    rest = en[: match.start()] + " " + en[match.end() :]
    for each in names:
        rest = bodies[each.official][0].sub(" ", rest)
    # Its own name in other words, or an abbreviation, stands beside.
    if _is_near(rest, wanted.official) or _BODY.search(rest) or _ABBREVIATION.search(rest):
        return
    if not _is_near(match.group(), wanted.official):
        yield replace(_slip(*match.span(), match.group(), wanted), severity="error")


@functools.cache
def _official_bodies() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """Return the official names of bodies, each with what finds it in English and its Chinese names."""
    names = [each for each in official_names() if each.body]
    return {
        official: (
            re.compile(rf"\b{re.escape(official.removeprefix('the '))}\b(?! (?:of|and|for) [A-Z])"),
            tuple(each.zh for each in names if each.official == official),
        )
        for official in {each.official: None for each in names}
    }


def _other_bodies(reading: Reading, names: list[OfficialName]) -> Iterator[Slip]:
    """Yield the one body that the English names where it is not the one body of the Chinese."""
    officials = {each.official for each in names}
    # 教育部 also stands inside 教育部门, and one wrong name among several cannot be told.
    if len(officials) != 1 or re.search(rf"{re.escape(names[0].zh)}门", reading.zh):
        return
    named = [
        (match.start(), match.start() + len(bare), bare)
        for match in names[0].near.finditer(reading.en)
        if (bare := _TRAILING.sub("", match.group()))
    ]
    wanted = names[0].official.removeprefix("the ")
    if (
        len(named) == 1
        and not re.match(rf"{re.escape(wanted)}\b", named[0][2])
        and _is_near(named[0][2], wanted)
    ):
        yield _slip(*named[0], names[0])


def _is_near(written: str, wanted: str) -> bool:
    """Tell whether two names share a word, by its first letters, that says what the body is for."""
    words, others = (
        {word.lower()[:_SAME] for word in re.findall(r"[A-Za-z]+", name)} - _OF_EVERY_BODY
        for name in (written, wanted)
    )
    return bool(words & others)


def _slip(start: int, end: int, written: str, name: OfficialName) -> Slip:
    message = f"“{written}” is not the official English of {name.zh}: “{name.official}”."
    return Slip(start, end, message, suggestion=name.official)
