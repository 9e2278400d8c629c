"""Findings on places: Chinese places misspelt in English, and places and countries taken for one another.

A place that the English does not name at all is no finding: English says "the city" where it is known. Only
where something else stands there, nearly the right word or another place, it is one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vet_terms.checking.context import Reading
from vet_terms.checking.rule import finding
from vet_terms.language.named_places import (
    Mention,
    NamedPlace,
    all_countries,
    is_meant,
    partners_in_chinese,
)
from vet_terms.language.pinyin import letters, pinyin_keys
from vet_terms.language.slips import is_slip
from vet_terms.language.tables import listed
from vet_terms.model import Finding, Severity, Span

_CHINA = "中国"
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’](?!s\b)[A-Za-zÀ-ɏ]+)?")
_LEAST_LETTERS = 5
_MOST_WORDS = 2_000
_WORDS_TOO = frozenset(
    listed(
        """
    来宾 白银 朝阳 中山 金华 吴忠 大同 长治 安康 平凉 和田 三明 东营 日照 开封 北海 海东 海西 海北 黄南 山南
    太原 四平 通化 保定 承德 宜春 安庆 文山 保山 红河 怒江 大理 天水 定西 庆阳 黄山 黄石 仙桃 天门 吉安 自贡
    内江 巴中 广安 台中 新乡 固原 中卫
    """
    )
)
"""Names of Chinese places that are words, mountains, people or parts of names as well."""
_NO_COUNTRY = frozenset(
    {"Georgia", "Jordan", "Chad", "Turkey", "Cuba", "Guinea", "Jersey", "Mali", "Niger", "Togo"}
)
"""Names of countries that may be something else."""
_BOTH = re.compile("两国|双方|两地|各国|三国|各地|两省|两市")
_OF_THE_STRAITS, _EASILY_TAKEN = re.compile("[台臺港澳]"), frozenset({"Taiwan", "Hong Kong", "Macao"})
"""Places of China that a country is easily taken for: Thailand, Taiwan."""
_ALL_NAMED = {"两国": 2, "双方": 2, "三国": 3}


_SINO = re.compile(r"\bSino[-–](?P<name>[A-Z][a-z]+)\b")
_ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|i|ch|ian|man)$")


def nouns_after_sino(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on Sino- before a country's noun, where English has its adjective: Sino-Germany."""
    if "Sino" not in reading.en:
        return
    adjectives = country_adjectives()
    for match in _SINO.finditer(reading.en):
        adjective = adjectives.get(match["name"])
        if adjective:
            message = f"Sino- goes with an adjective: “Sino-{adjective}”."
            span = Span("target", *match.span())
            yield finding(reading.unit, rule, "warning", message, span, f"Sino-{adjective}")


@functools.cache
def country_adjectives() -> Mapping[str, str]:
    """Return the adjective of each country whose name is one word and that has one of its own."""
    found = {}
    for place in all_countries():
        noun, *others = place.english
        adjective = next((each for each in others if _ADJECTIVE.match(each)), "")
        if noun.isalpha() and adjective and noun not in {"Singapore", "Africa"}:
            found[noun] = adjective
    return found


def misspelt_places(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on places of China that the English spells wrongly, or for which it has another."""
    lacking = _lacking(reading, countries=False)
    if not lacking:
        yield from _added_beside(reading, rule)
        return
    unit = reading.unit
    named = reading.english_places
    unknown = _unknown_words(unit.en, named)
    others = _uncalled_for(reading, named, countries=False)
    for mention in lacking:
        [place] = mention.places
        severity: Severity = "warning"
        zh = unit.zh[mention.start : mention.end]
        written = _oddly_written(place, unknown)
        if written is not None:
            start, end = written
            if not _in_glossary(reading, mention):
                yield finding(
                    unit, rule, severity,
                    f"{zh} is written “{place.english[0]}”, not “{unit.en[start:end]}”.",
                    Span("target", start, end), place.english[0], place.english[0],
                )  # fmt: skip
            continue
        slip = _slip(place, unknown)
        if slip is not None and not _is_spelt(unit.zh, unit.en[slice(*slip)], mention):
            yield finding(
                unit, rule, severity, f"{zh} is “{place.english[0]}”, not “{unit.en[slice(*slip)]}”.",
                Span("target", *slip), place.english[0],
            )  # fmt: skip
            continue
        several = len(reading.chinese_places) > 1
        if zh in _WORDS_TOO or (_BOTH.search(unit.zh) and not several):
            continue
        other = next((each for each in others if not any(_nested(place, one) for one in each.places)), None)
        if other is not None and not _is_spelt(unit.zh, unit.en[other.start : other.end], mention):
            others.remove(other)
            yield _instead(reading, rule, severity, mention, other)


def other_countries(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on countries for which the English has another that the Chinese does not name."""
    lacking = [each for each in _lacking(reading, countries=True) if each.places[0].chinese[0] != _CHINA]
    if partners := partners_in_chinese(reading.zh):
        named = {place for mention in reading.english_places for place in mention.places}
        lacking += [each for each in partners if named.isdisjoint(each.places)]
    if not lacking:
        yield from _added(reading, rule)
        return
    both = _BOTH.search(reading.zh)
    # 泰国、老挝两国: all are named.
    count = len(reading.chinese_places) + (2 if partners else 0)
    if both and count < _ALL_NAMED.get(both.group(), count + 1):
        return
    others = _uncalled_for(reading, reading.english_places, countries=True)
    if not others and not _OF_THE_STRAITS.search(reading.zh):
        others = [each for each in reading.english_places if each.places[0].english[0] in _EASILY_TAKEN]
    for mention, other in zip(lacking, others, strict=False):
        yield _instead(reading, rule, "error", mention, other)


_SMALLER = re.compile("[县区镇乡村旗盟屯寨]|自治州")
"""Places that the table has not, in whose English the city or province may be named."""


def _added_beside(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield a finding on a place of China that the English names beside another that does not lie in it."""
    named = [each.places[0] for each in reading.chinese_places if not each.places[0].is_country]
    if not named or _SMALLER.search(reading.zh):
        return
    others = _uncalled_for(reading, reading.english_places, countries=False)
    if len(others) != 1 or any(_nested(place, one) for place in named for one in others[0].places):
        return
    span = Span("target", others[0].start, others[0].end)
    there = reading.en[others[0].start : others[0].end]
    yield finding(reading.unit, rule, "warning", f"The source names no “{there}”.", span)


_FOREIGN = re.compile(
    r"[A-Za-z·•]|国外|海外|境外|外国|国际|留学|外方|来华|赴|驻|访|旅|出国|跨国|全球|世界|欧|美|洲|洋|[东南中西北]亚|亚"
)


def _added(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield a finding on the one country that the English names where the Chinese is at home throughout."""
    from vet_terms.language.lexicon import proper_nouns

    if _FOREIGN.search(reading.zh) or not reading.english_places or _BOTH.search(reading.zh):
        return
    others = _uncalled_for(reading, reading.english_places, countries=True)
    if len(others) != 1:
        return
    there = reading.en[others[0].start : others[0].end]
    # An adjective may mean a language, a dish or a script.
    if there != others[0].places[0].english[0] or there in _NO_COUNTRY:
        return
    if any(word in proper_nouns() for _, word in reading.chinese_words if len(word) > 1):
        return
    span = Span("target", others[0].start, others[0].end)
    yield finding(reading.unit, rule, "warning", f"The source names no “{there}”.", span)


def _instead(reading: Reading, rule: str, severity: Severity, mention: Mention, other: Mention) -> Finding:
    unit = reading.unit
    place = mention.places[0]
    return finding(
        unit, rule, severity,
        f"The source names {unit.zh[mention.start : mention.end]} ({place.english[0]}), "
        f"the target “{unit.en[other.start : other.end]}”.",
        Span("target", other.start, other.end), place.english[0],
    )  # fmt: skip


def _lacking(reading: Reading, countries: bool) -> list[Mention]:
    """Return the first mention of each place of the Chinese that the English does not name."""
    found: dict[NamedPlace, Mention] = {}
    for mention in reading.chinese_places:
        if mention.places[0].is_country == countries:
            found.setdefault(mention.places[0], mention)
    if not found:
        return []
    named = {place for mention in reading.english_places for place in mention.places}
    return [mention for place, mention in found.items() if place not in named]


def _uncalled_for(reading: Reading, named: Sequence[Mention], countries: bool) -> list[Mention]:
    """Return the first mention of each place of the English that the Chinese cannot mean."""
    first: dict[tuple[NamedPlace, ...], Mention] = {}
    for mention in named:
        first.setdefault(mention.places, mention)
    return [
        mention
        for places, mention in first.items()
        if places[0].is_country == countries
        and places[0].chinese[0] != _CHINA
        and not any(is_meant(place, reading.zh, reading.chinese_places) for place in places)
    ]


def _nested(place: NamedPlace, other: NamedPlace) -> bool:
    """Return whether one place lies in the other, which a translator may well add."""
    return place.within == other.chinese[0] or other.within == place.chinese[0]


def _unknown_words(en: str, named: Iterable[Mention]) -> list[re.Match[str]]:
    """Return the words of an English text that are not part of a place's name; none of a very long text."""
    taken = {at for mention in named for at in range(mention.start, mention.end)}
    found = [word for word in _WORD.finditer(en) if word.start() not in taken]
    return found if len(found) <= _MOST_WORDS else []


def _oddly_written(place: NamedPlace, words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """Return where a place's name stands without its capital, in two words, or with one inside."""
    wanted = {letters(name) for name in place.english if len(name) >= _LEAST_LETTERS}
    for index, word in enumerate(words):
        lower = letters(word.group())
        if lower in wanted and not _is_a_word(word.group()):
            return word.span()
        following = words[index + 1] if index + 1 < len(words) else None
        if (
            following is not None
            and following.start() == word.end() + 1
            and word.string[word.end()] in " -"
            and word.group()[0].isupper()
            and lower + letters(following.group()) in wanted
        ):
            return word.start(), following.end()
    return None


def _slip(place: NamedPlace, words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """Return where a word with a capital is a letter away from a place's name."""
    wanted = [letters(name) for name in place.english]
    for word in words:
        written = word.group()
        if (
            written[0].isupper()
            and any(is_slip(letters(written), right, _LEAST_LETTERS) for right in wanted)
            and not _is_a_word(written)
        ):
            return word.span()
    return None


def _is_a_word(written: str) -> bool:
    """Return whether English has the word in its base form, in small letters (human, not guiling)."""
    import simplemma

    lower = written.lower()
    return bool(simplemma.is_known(lower, lang="en") and simplemma.lemmatize(lower, lang="en") == lower)


def _is_spelt(zh: str, written: str, beside: Mention) -> bool:
    """Return whether characters beside a place spell what is written: somebody's name, another place."""
    spelt = letters(written)
    return any(
        spelt in pinyin_keys(zh[start : start + length])
        for length in (2, 3)
        for start in range(len(zh) - length + 1)
        if start >= beside.end or start + length <= beside.start
    )


def _in_glossary(reading: Reading, mention: Mention) -> bool:
    """Return whether a glossary entry has the place: its capitals are looked at with the other terms."""
    return any(hit.start < mention.end and mention.start < hit.end for hit in reading.term_hits)
