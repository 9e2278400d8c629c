"""How English words are spelt: which words there are, how common they are, and what a wrong one stands for.

Three lists, each read where it is installed and never copied: the word forms of simplemma (British and
American), the frequencies of the symspellpy package, and the misspellings collected by the codespell project
(CC BY-SA 3.0). Only lower-case words without accents are known here; names are not.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from vet_terms.language.tables import listed

_COMMON = 2_000_000
"""Times that a common word was met among about 10^12."""
_VERY_COMMON = 7_000_000
_OF_THE_FIELD = listed(
    """
    vocational apprenticeship apprenticeships apprentice apprentices internship internships
    traineeship trainee trainees mechatronics enrollment enrollments enrolled curriculum curriculums
    curricula syllabus syllabuses internationalization internationalized modernization
    informatization digitalization specialization center centers program programs labor color colors
    behavior favorable neighboring neighborhood traveling skilled upskilling reskilling
    employability entrepreneurship craftsmanship craftsman craftsmen artisan undergraduate
    undergraduates postgraduate polytechnic polytechnics technician technicians practitioner
    practitioners stakeholders memorandum cooperation coordination integration demonstration
    industrialization urbanization revitalization accreditation competency competencies workshop
    workshops workstation
    """
)
"""Words that are common in texts on vocational education, American spellings among them."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 40
_LONG = 10
_RATHER_LONG = 7


@functools.lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Tell whether a lower-case word is in one of the lists of words."""
    if word in frequencies():
        return True
    import simplemma

    return simplemma.is_known(word, lang="en")


def is_common(word: str) -> bool:
    """Tell whether a lower-case word is one that most readers know."""
    return frequencies().get(word, 0) >= _COMMON


def is_very_common(word: str) -> bool:
    """Tell whether a lower-case word is among the few thousand commonest."""
    return frequencies().get(word, 0) >= _VERY_COMMON


@functools.cache
def frequencies() -> Mapping[str, int]:
    """Return how often common words were met in English books and pages."""
    fields = _file("symspellpy", "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").split()
    met = dict(zip(fields[0::2], map(int, fields[1::2]), strict=True))
    return met | {word: max(met.get(word, 0), _VERY_COMMON) for word in _OF_THE_FIELD}


@functools.cache
def misspellings() -> Mapping[str, tuple[str, ...]]:
    """Return the collected misspellings, each with what it may stand for, the likeliest first."""
    lines = _file("codespell_lib", "data/dictionary.txt").read_text("utf-8").splitlines()
    found = {}
    for line in lines:
        wrong, _, right = line.partition("->")
        # "word, reason" keeps its reason after the last comma.
        if "," in right:
            found[wrong] = tuple(each.strip() for each in right.split(",")[:-1])
        else:
            found[wrong] = (right.strip(),)
    return found


@functools.lru_cache(maxsize=10_000)
def corrections(word: str) -> tuple[str, ...]:
    """Return the common words that are one slip away from a word, of a long one two; the most common first.

    Where no common word is, any word that the list knows is one for a word of some length.

    A slip drops, adds or changes one letter or swaps two neighbours. The first letter is hardly ever wrong,
    so that words with another come last.
    """
    if len(word) > _LONGEST:
        return ()
    known = frequencies()
    found = {each for each in _one_slip_away(word) if known.get(each, 0) >= _COMMON}
    if not found and len(word) >= _LONG:
        found = _two_slips_away(word)
    if not found and len(word) >= _RATHER_LONG:
        found = {each for each in _one_slip_away(word) if each in known}
    return tuple(sorted(found, key=lambda each: (each[0] != word[0], -known[each], each)))


def _two_slips_away(word: str) -> set[str]:
    """Return the common words of about the same length, and the same beginning, that are two slips away."""
    from rapidfuzz.distance import OSA

    return {each for each in _common_words(word[:2]) if OSA.distance(word, each, score_cutoff=2) <= 2}


@functools.lru_cache(maxsize=1000)
def _common_words(beginning: str) -> tuple[str, ...]:
    return tuple(word for word in frequencies() if word.startswith(beginning) and is_common(word))


def _one_slip_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]


def has_prefix(word: str) -> bool:
    """Tell whether a word is a known one behind a prefix: re-, un-."""
    return any(
        word.startswith(prefix) and len(word) - len(prefix) > 3 and is_english(word[len(prefix) :])
        for prefix in _PREFIXES
    )


@functools.lru_cache(maxsize=10_000)
def is_derived(word: str) -> bool:
    """Tell whether a word that no list has is made of a known one and an affix: re-, un-; -er, -ness."""
    if has_prefix(word):
        return True
    for suffix, endings in _SUFFIXES.items():
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) > 2 and any(is_english(stem + ending) for ending in endings):
            return True
    return False


@functools.lru_cache(maxsize=10_000)
def is_compound(word: str) -> bool:
    """Tell whether a word that no list has is made of two known ones: homeware, dashcam."""
    return any(is_english(word[:at]) and is_english(word[at:]) for at in range(_SHORTEST_PART, len(word) - 2))


_SHORTEST_PART = 3
_PREFIXES = listed(
    """
    re un de co bi mis pre non sub dis over under multi inter micro mini macro mega super semi anti counter
    cyber cross self out up down back eco bio geo photo electro tele auto hydro nano pan post pro neo
    """
)
_SUFFIXES = {
    suffix: ("", "e") if suffix[0] in "aeiouy" else ("",)
    for suffix in listed(
        """
        s es er ers or ors ing ed ness less able ably ible ism isms ist ists ish like wise ward wards ly ful y
        ize ise ized ised izes ises izing ising ization isation izations isations ity al ify ified
        """
    )
}


@functools.lru_cache(maxsize=10_000)
def parted(word: str) -> str:
    """Return the two common words that a word runs together ("thecollege"), with a space; empty for none.

    One of the two is a little word, or both are long and the second is no usual end of a compound.
    """
    if len(word) < _SHORTEST_JOINED or len(word) > _LONGEST:
        return ""
    for left in _LITTLE:
        rest = word.removeprefix(left)
        if rest != word and len(rest) > 3 and is_common(rest) and not is_common(word[1:]):
            return f"{left} {rest}"
    for right in _LITTLE:
        rest = word.removesuffix(right)
        if rest != word and len(rest) > 4 and is_common(rest):
            return f"{rest} {right}"
    for at in range(_LONG_PART, len(word) - _LONG_PART + 1):
        left, right = word[:at], word[at:]
        if is_common(left) and is_common(right) and not _ENDS_COMPOUNDS.fullmatch(right):
            return f"{left} {right}"
    return ""


_SHORTEST_JOINED = 7
_LONG_PART = 6
_LITTLE = listed("the and of with from that for their this which have to in")
_ENDS_COMPOUNDS = re.compile(
    "(?:mak|go|keep|hold|break|build|read|play|work|own|rid|driv|tak|giv|writ|bear|grow|teach|lov|seek)(?:ers?|ing)"
    "|(?:wo)?m[ae]n(?:ship)?|people|person|ships?|works?|waters?|houses?|boards?|books?|grounds?|masters?"
    "|servers?|centers?|centres?|stations?|markets?|friendly|trainers?|learners?|leaders?"
)


def _file(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.origin:
        raise ModuleNotFoundError(package, name=package)
    return Path(spec.origin).parent / name
