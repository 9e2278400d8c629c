"""Findings on Chinese persons: spelt otherwise than the standard has it, or not there at all.

Only a person whom the Chinese names is looked for. What no pinyin explains (a foreign name, a spelling of
Hong Kong or Taiwan, a given name somebody chose) is left alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted, finding
from vet_terms.language.pinyin import SURNAMES, letters, romanise_name, surname_of
from vet_terms.language.slips import is_slip
from vet_terms.language.spelt_people import SpeltPerson
from vet_terms.language.surnames import is_likely_surname, is_surname, surname_spellings
from vet_terms.language.syllables import is_pinyin
from vet_terms.language.tables import listed
from vet_terms.language.titled_people import end_of_person, is_person, named_beside, titled_people
from vet_terms.model import Finding, Severity, Span

_ELSEWHERE = re.compile(
    "台湾|臺灣|台北|台中|高雄|新竹|香港|港大|澳门|澳門|新加坡|马来西亚|国民党|民进党|华裔|美籍|海外华人"
)
_FEWEST_REVERSED = 3
_LEAST_SURE = 5
"""Letters of a given name in which one wrong letter can only be a slip."""
_SPELT_IN_SOURCE = re.compile(r"(?:先生|女士|教授|博士|老师|院士|校长)?\s?[（(]\s?[A-Z]")
"""陈志明（Tan Chee Meng）: who spells a name in the Chinese knows how its bearer does."""
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]*")
_REFERENCE = re.compile(r"[\u4e00-\u9fff]{0,4}[〔\[［【（(]\d{4}")
"""苏教职函〔2023〕17号: the number of a document begins with its issuer in short, and with no one's name."""
_SMALL = re.compile(r"[a-z]+")
_MEANT = frozenset(
    listed(
        """
    he she his her hers him himself herself who whom whose they their them i my we our mr mrs ms miss dr
    prof president vice principal headmaster headmistress head dean director professor lecturer teacher tutor
    mentor secretary minister mayor governor premier chairman chairwoman chairperson chair chief leader
    leaders official officials expert experts manager engineer master craftsman academician author speaker
    spokesman spokeswoman spokesperson representative member commissioner ambassador scholar researcher
    editor coach captain ceo cadre
    """
    )
)
"""English words that can stand for a person who has just been named."""
_OF_NO_ONE = frozenset(
    listed(
        """
    Party College University School Committee Department Ministry Government Vocational Technical Polytechnic
    Institute Center Centre Belt Road Initiative Day Festival City Province County January February March
    April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday China Chinese National State Education CPC
    """
    )
)
"""Words with a capital that are nobody's name."""
_BODIES = frozenset("院校局厅处所馆厂社")


def badly_joined(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on names whose given name is not one word, or that are one word altogether."""
    for person in _people(reading, {"split", "joined"}):
        written = reading.en[person.en_start : person.en_end]
        # In one word with one capital it may be a place, or a foreign name that happens to sound like this.
        if written[1:].islower() and not is_person(reading.zh, person.start, person.end):
            continue
        # 柳职院 is a school by its short name.
        if reading.zh[person.end - 1] in _BODIES:
            continue
        what = "in one word" if person.form == "joined" else "in parts"
        severity: Severity = "info" if _ELSEWHERE.search(reading.zh) else "warning"
        yield finding(
            reading.unit, rule, severity,
            f"“{written}” is written {what}; the standard form of {_zh(reading, person)} is "
            f"“{person.standard}”.",
            Span("target", person.en_start, person.en_end), person.standard,
        )  # fmt: skip


def misspelt(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on names of which a letter, a syllable, the surname or a capital is wrong."""
    yield from _spelt_two_ways(reading, rule)
    for person in _people(reading, {"near", "surname", "other", "uncapitalised"}):
        if not _is_sure(reading, person):
            continue
        written = reading.en[person.en_start : person.en_end]
        severity: Severity = "info" if _ELSEWHERE.search(reading.zh) else "warning"
        yield finding(
            reading.unit, rule, severity,
            f"{_zh(reading, person)} is “{person.standard}”, not “{written}”.",
            Span("target", person.en_start, person.en_end), person.standard,
        )  # fmt: skip


def _spelt_two_ways(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on a person who is spelt in two ways, where the characters have both readings."""
    spellings: dict[str, set[str]] = {}
    people = _people(reading, {"standard"})
    for person in people:
        spellings.setdefault(_zh(reading, person), set()).add(person.standard)
    for person in people:
        usual = romanise_name(_zh(reading, person))
        if len(spellings[_zh(reading, person)]) > 1 and person.standard != usual:
            yield finding(
                reading.unit, rule, "warning", f"{_zh(reading, person)} is also spelt “{usual}” here.",
                Span("target", person.en_start, person.en_end), usual,
            )  # fmt: skip


_TITLED = re.compile(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Teacher|Master)\.? ([A-Z][a-z]+)\b(?! [A-Z]|[’'-][A-Za-z]{2})"
)
_TITLE_WORD = re.compile(r"\b(?:M[rsi]|Dr|Prof|Teacher|Master)")
_TITLE = "老师|先生|女士|教授|师傅|校长|院长|书记|主任|同学|博士|处长|局长|厅长|市长|经理"
_SURNAME_AND_TITLE = re.compile(rf"([{''.join(sorted(SURNAMES))}])(?={_TITLE})")
_SOMEONE_ZH = re.compile(rf"([{''.join(sorted(SURNAMES))}])某")
_SURNAMED = re.compile(r"\bsurnamed ([A-Z][a-z]+)\b")


def misspelt_surnames(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on a surname after a title that is a letter off from a Chinese one: Ms Lu for 刘老师.

    What any character of the Chinese can be read as is nobody's slip.
    """
    yield from _other_surnames(reading, rule)
    for match in _TITLED.finditer(reading.en) if _TITLE_WORD.search(reading.en) else ():
        written = match[1].lower()
        if not is_pinyin(written, 1) or any(written in surname_spellings(char) for char in reading.zh):
            continue
        zh = reading.zh
        meant = [zh[person.start : person.end] for person in reading.spelt_people]
        surnames = {surname_of(name) for name in meant} | set(_SURNAME_AND_TITLE.findall(zh))
        near = sorted(
            (surname, spelling)
            for surname in surnames - {""}
            for spelling in surname_spellings(surname)
            if is_slip(written, spelling, 2)
        )
        if near:
            surname, spelling = near[0]
            right = spelling.capitalize()
            yield finding(
                reading.unit, rule, "warning", f"{surname} is “{right}”, not “{match[1]}”.",
                Span("target", *match.span(1)), right,
            )  # fmt: skip


def _other_surnames(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield a finding on the surname of someone whom the Chinese calls 王某, if it is another."""
    someone = _SOMEONE_ZH.findall(reading.zh) if "某" in reading.zh else []
    for match in _SURNAMED.finditer(reading.en) if len(set(someone)) == 1 else ():
        written = match[1].lower()
        if is_pinyin(written, 1) and not any(written in surname_spellings(char) for char in reading.zh):
            right = romanise_name(f"{someone[0]}明").split()[0]
            yield finding(
                reading.unit, rule, "warning", f"{someone[0]} is “{right}”, not “{match[1]}”.",
                Span("target", *match.span(1)), right,
            )  # fmt: skip


def _is_sure(reading: Reading, person: SpeltPerson) -> bool:
    """Return whether a name that is not well spelt is the person's: a slip, or a person for certain."""
    written = reading.en[person.en_start : person.en_end].rsplit(" ", 1)
    zh = reading.zh[person.start : person.end]
    if person.form == "uncapitalised":
        return True
    if person.form == "surname":
        surname = surname_of(zh) or zh[0]
        likely = is_likely_surname(written[0], surname)
        return likely or is_person(reading.zh, person.start, person.end, exactly=True)
    given = person.standard.rsplit(" ", 1)[-1]
    if person.form == "near" and is_slip(letters(written[-1]), letters(given), _LEAST_SURE):
        return True
    return is_person(reading.zh, person.start, person.end, exactly=person.form == "other")


def orders(reading: Reading, context: Context) -> tuple[SpeltPerson, ...] | None:
    """Return the persons of a unit who are spelt in full, in whichever order."""
    return _people(reading, {"standard", "split", "joined", "reversed"}) or None


def reversed_names(noted: Sequence[Noted], rule: str) -> Iterator[tuple[int, Finding]]:
    """Yield findings on names with the given name first; infos where their document has no other order."""
    counts: dict[str, list[int]] = {}
    for note in noted:
        count = counts.setdefault(_document(note), [0, 0])
        for person in note.fact:
            count[person.form == "reversed"] += 1
    for note in noted:
        standard, reversed_ = counts[_document(note)]
        throughout = not standard and reversed_ >= _FEWEST_REVERSED
        for person in note.fact:
            if person.form != "reversed":
                continue
            written = note.unit.en[person.en_start : person.en_end]
            # What the source itself writes is its author's choice.
            mild = throughout or "-" in written or written in note.unit.zh or _ELSEWHERE.search(note.unit.zh)
            yield (
                note.position,
                finding(
                    note.unit, rule, "info" if mild else "warning",
                    f"“{written}” has the given name first; {note.unit.zh[person.start : person.end]} is "
                    f"“{person.standard}” in the standard order.",
                    Span("target", person.en_start, person.en_end), person.standard,
                ),
            )  # fmt: skip


def missing(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield findings on persons with a title whom the English does not name."""
    yield from _left_out_of_a_list(reading, rule)
    unit = reading.unit
    possible = titled_people(unit.zh)
    if not possible:
        return
    spelt = reading.spelt_people
    capitals = list(_CAPITALISED.finditer(unit.en))
    surnames = {match.group().lower() for match in capitals}
    unspelt = [
        start
        for start in possible
        if not any(person.start <= start < person.end for person in spelt)
        and surnames.isdisjoint(surname_spellings(surname_of(unit.zh[start:])))
    ]
    if not unspelt or not unit.en.strip():
        return
    no_persons = {person.en_start for person in spelt} | {place.start for place in reading.english_places}
    another = _another(unit.en, capitals, no_persons)
    if another is None and not all(_is_nobody(unit.en, match) for match in capitals):
        return
    meant = not _MEANT.isdisjoint(word for word in _SMALL.findall(unit.en.lower()))
    for start in unspelt:
        end = end_of_person(unit.zh, start)
        if not end or _SPELT_IN_SOURCE.match(unit.zh, end):
            continue
        name = romanise_name(unit.zh[start:end])
        if another is not None:
            yield finding(
                unit, rule, "warning",
                f"The source names {unit.zh[start:end]} ({name}), the target “{unit.en[slice(*another)]}”.",
                Span("target", *another), name,
            )  # fmt: skip
        else:
            yield finding(
                unit, rule, "info" if meant else "warning",
                f"{unit.zh[start:end]} ({name}) is not named in the target.",
                Span("source", start, end), name,
            )  # fmt: skip


_AND_OTHERS = re.compile(r"\b(?:others?|more|et al|colleagues?|teammates?|partners?)\b", re.IGNORECASE)


def _left_out_of_a_list(reading: Reading, rule: str) -> Iterator[Finding]:
    """Yield a finding on a person of a list whose neighbour the English names, and whom it does not."""
    unit, spelt = reading.unit, reading.spelt_people
    if not spelt or _AND_OTHERS.search(unit.en):
        return
    said = {match.group().lower() for match in _CAPITALISED.finditer(unit.en)}
    for person in spelt:
        place = named_beside(unit.zh, person.start, person.end)
        if place is None or any(each.start <= place[0] < each.end for each in spelt):
            continue
        written = unit.zh[slice(*place)]
        name = romanise_name(written)
        spellings = {*surname_spellings(surname_of(written)), *name.lower().split()}
        if said.isdisjoint(spellings) and not reading.zh.count(written) > 1:
            message = f"{written} ({name}) is not named in the target."
            yield finding(unit, rule, "warning", message, Span("source", *place), name)


def _people(reading: Reading, forms: set[str]) -> tuple[SpeltPerson, ...]:
    return tuple(
        person
        for person in reading.spelt_people
        if person.form in forms and not _REFERENCE.match(reading.zh, person.end)
    )


def _zh(reading: Reading, person: SpeltPerson) -> str:
    return reading.zh[person.start : person.end]


def _document(note: Noted) -> str:
    return note.unit.places[0].document if note.unit.places else ""


def _another(en: str, capitals: Sequence[re.Match[str]], known: set[int]) -> tuple[int, int] | None:
    """Return where the English has a name in pinyin that is none of the persons and places known."""
    for first, second in itertools.pairwise(capitals):
        given = second.group().lower()
        if (
            second.start() == first.end() + 1
            and en[first.end()] == " "
            and first.start() not in known
            and is_surname(first.group())
            and (is_pinyin(given, 2) or is_pinyin(given, 1))
        ):
            return first.start(), second.end()
    return None


def _is_nobody(en: str, word: re.Match[str]) -> bool:
    """Return whether a word with a capital is no person's name: it begins a sentence, or names a thing."""
    text = word.group()
    if text in _OF_NO_ONE or (text.isupper() and len(text) > 1):
        return True
    before = en[: word.start()].rstrip(" “\"'(")
    if before and before[-1] not in ".!?:;":
        return False
    from vet_terms.language.lexicon import STOP_WORDS

    # "Smith introduced" begins a sentence too, but a common noun would have its article.
    lower = text.lower()
    return lower in STOP_WORDS or lower.endswith(("s", "ing", "ly", "ed"))
