"""Marks of an English text: full-width ones, Chinese quotes, the end mark, marks that are repeated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.plain import FOLDED, WIDE, folded, plain
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.model import Severity

_WIDE_RUN = re.compile(rf"(?<![ ])[ ]*(?:[{WIDE}]|……?(?<=……)|——)(?:[ ]*(?:[{WIDE}]|……|——))*[ ]*")
_HAN_BESIDE = re.compile(rf"[{HAN}]")
_BEFORE = 6
"""Characters before a mark that say what it is: one more than the number of an item takes."""
_BRACKETS_WITH_HAN = re.compile(rf"[（(][^（）()]*[{HAN}][^（）()]*[）)]")


def full_width(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield runs of full-width marks, letters and digits, with what English writes for them."""
    text = reading.en
    if text.isascii():
        return
    originals = [found.span() for found in _BRACKETS_WITH_HAN.finditer(text)]
    for found in _WIDE_RUN.finditer(text):
        start, end = found.span()
        if _is_beside_chinese(text, start, end) or _lies_in_one_of(originals, start, end):
            continue
        narrow = _narrow(text[max(0, start - _BEFORE) : start], found.group(), text[end : end + 1])
        said = found.group().strip() or "U+3000"
        message = (
            f"Full-width in English: “{said}”." if said != "U+3000" else "A full-width space in English."
        )
        yield Slip(start, end, message, suggestion=narrow.strip(), replacement=narrow)


def _lies_in_one_of(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether the marks from a place to another, spaces aside, lie in a stretch; these are in order."""
    at = bisect_right(stretches, (end, end))
    return any(first <= end - 1 and start < last for first, last in stretches[max(0, at - 2) : at + 1])


def _is_beside_chinese(text: str, start: int, end: int) -> bool:
    """Tell whether a mark belongs to Chinese left in the text, which is another finding."""
    return bool(HAN_CHARACTER.match(text[start - 1 : start]) and HAN_CHARACTER.match(text[end : end + 1]))


def _narrow(before: str, run: str, after: str) -> str:
    """Return what English writes for a run of full-width characters, spaced for what stands around it."""
    text = run.replace("……", "…").replace("——", "—").translate(FOLDED)
    if re.search(r"(?:^|[.;:]\s)\(?\d{1,2}$", before) and run.strip(" ") in {"、", "．"}:
        text = "."
    left, right = before[-1:], after[:1]
    text = re.sub(r"([,;:])(?:\s*\1)+", r"\1", text)
    text = re.sub(r"(?<!\s)\s+(?=[,.;:?!%)\]}])", "", text)
    text = re.sub(r"(?<=[(\[{])\s+", "", text)
    text = re.sub(r" {2,}", " ", text)
    text = re.sub(r"(?<=[,;:?!)])(?=[^\s,.;:?!)\]}”’])", " ", text)
    text = re.sub(r"(?<=[\w,;.:?!)])(?=[(\[])", " ", text)
    if text[:1] in ("(", "[") and (left.isalnum() or left in {",", ";", ")", "%"}):
        text = " " + text
    stripped = text.rstrip()
    if stripped[-1:] in set(",;:?!.)%") and right and (right.isalnum() or right in "“("):
        number = stripped[-1] in ",.:" and left.isdigit() and right.isdigit()
        text = stripped if number else stripped + " "
    elif not right or right in " ,.;:?!)]}”’" or stripped[-1:] in ("(", "["):
        text = stripped
    if text[:1] == " " and (not left or left in " ([{“‘"):
        text = text.lstrip()
    if stripped.endswith("~") and left.isdigit() and right.isdigit():
        return "–"
    return text


_CHINESE_QUOTE = re.compile(
    r"《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』|【[^【】]*】|[《》〈〉「」『』【】]"
)


def chinese_quotes(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield Chinese title marks and corner quotes around English."""
    text = reading.en
    if text.isascii():
        return
    for found in _CHINESE_QUOTE.finditer(text):
        if _HAN_BESIDE.search(found.group()):
            continue
        inside = found.group().strip("《》〈〉「」『』【】")
        message = f"“{found.group()[0]}” is a Chinese mark; English has quotes or italics."
        yield Slip(*found.span(), message, suggestion=f"“{inside}”" if inside else "")


_CLOSERS = "”’\"')）]］】》」』 \t\u00a0*_"
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\betc|\bInc|\bLtd|\bCo|\bCorp|\bJr|\bSr|\bal|\bNo|\bp\.m|\bSt)\.$")
_KINDS = {".": "stop", "!": "!", "?": "?", ":": ":", ";": ";", ",": ",", "…": "…"}
_NAMES = {"stop": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon"}
_TITLE_WORDS = 3
_END, _MARK = 8, 3
"""Characters at the end of a text that are looked at first, and how many a mark has at most."""


_VERB_FIRST = r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)(?:n['’]t)?"
_ASKS = re.compile(
    rf"[“\"(]?(?:(?:what|which|who|whose|where|when|why|how)(?: [\w-]+){{0,3}}? {_VERB_FIRST} \w"
    rf"|{_VERB_FIRST} (?:I|you|he|she|we|they|it|this|that|these|those|there|your|our|their|his|her|the)\b)",
    re.IGNORECASE,
)
"""How a direct question begins, with its verb before its subject."""


_FIGURES_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)\s*$")
"""What ends so is often no sentence: Registered capital: US$5 million (51% and 49%)."""
_SENTENCE_AND_BRACKET = re.compile(r"[.!?][”\"]? \([^()]{1,80}\)\s*$")
"""A sentence with its mark, and behind it who wrote or took what it goes with."""


def end_mark(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield ends of texts whose mark does not answer the source's."""
    if _end_alike(reading.zh, reading.en):
        return
    zh, en = folded(reading.zh).rstrip(_CLOSERS), folded(reading.en).rstrip(_CLOSERS)
    if reading.en.rstrip().endswith(")") and _SENTENCE_AND_BRACKET.search(reading.en):
        return
    if not zh or not en or HAN_CHARACTER.match(en[-1]):
        return
    wanted, given = _kind(zh), _kind(en)
    if _ABBREVIATION.search(en[-6:]) and given == "stop" and wanted == "":
        return
    bracketed = _FIGURES_IN_BRACKETS.search(reading.en) is not None
    severity = _gravity(wanted, given, zh, en, bracketed=bracketed)
    if severity is None:
        return
    at = len(en) - 1
    if not given:
        message = f"The source ends with {_NAMES.get(wanted, wanted)}, the target with no mark."
    elif not wanted:
        message = "The target ends with a full stop, the source with no mark."
    else:
        message = f"The source ends with {_NAMES.get(wanted, wanted)}, the target with “{en[-1]}”."
    suggestion = {"stop": "."}.get(wanted, wanted)
    yield Slip(at, at + 1, message, severity, "" if not wanted else en[at] * (not given) + suggestion)


def _end_alike(zh: str, en: str) -> bool:
    """Tell whether the last characters show that two texts end with the same mark, as most do."""
    zh_end, en_end = (folded(text[-_END:]).rstrip(_CLOSERS) for text in (zh, en))
    return len(zh_end) > _MARK and len(en_end) > _MARK and _kind(zh_end) == _kind(en_end)


def _kind(text: str) -> str:
    return "…" if text.endswith(("...", "……")) else _KINDS.get(text[-1], "")


def _gravity(wanted: str, given: str, zh: str, en: str, *, bracketed: bool) -> Severity | None:
    """Return how grave it is that one mark answers another; None where it is right.

    ``bracketed`` says that the English ends with figures in brackets.
    """
    words = en.count(" ") + 1
    if wanted == given or wanted in {"…", ","} or given == "…":
        return None
    if not wanted:
        return "info" if given == "stop" and words > 1 else None
    if not given:
        if wanted == ";":
            return "info"
        known = wanted in {"stop", "?", ":"} and HAN_CHARACTER.search(zh) is not None
        sentence = words >= _TITLE_WORDS and not (
            _is_title(en) or bracketed or _LABELLED.match(en) or _SIGN.search(en)
        )
        return "warning" if known and (sentence or wanted == ":") else "info"
    if wanted == "?":
        direct = zh.endswith(("吗?", "呢?", "么?")) or _ASKS.match(en) is not None
        asked = direct and "?" not in en
        return "warning" if given == "stop" and asked else "info"
    if wanted == "stop":
        # A part of a sentence has no full stop in the source.
        if given == "," and words >= _TITLE_WORDS:
            return "warning"
        return "info" if given in {"?", ":", ";", ","} else None
    if wanted == ":":
        return None if given in {",", "—"} else "info"
    return None


_LABELLED = re.compile(
    r"[A-Z][\w ’'()/-]{1,40}: (?!.*\b(?:is|are|was|were|be|been|has|have|had|will|shall|must|may|can|should"
    r"|do|does|did|please)\b)",
    re.IGNORECASE,
)
"""Workshop hours: 8 a.m. to 9 p.m., Monday to Friday"""
_SIGN = re.compile(
    r"(?:^|\. )(?:No|Caution|Danger|Warning|Admission|Entry|Entrance) [a-z]+(?: [a-z,]+){0,6}$"
)
"""No entry"""
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")


def _is_title(text: str) -> bool:
    """Tell whether every longer word of a text begins with a capital, as in a heading."""
    words = _LONG_WORD.findall(text)
    return all(word[0].isupper() for word in words) and len(words) > 1


_TWO_MARKS = re.compile("[,;:.?!] ?[.,;:]")
_REPEATED = re.compile(
    r"""
      (?P<same>[,;])(?:[ ]?(?P=same))+[ ]*
    | (?<![.\d])(?P<stop>\.)[ ]?\.(?![ ]?\.)(?![/\\\w])
    | ::(?=\s) | [,;:][ ]?(?:\.(?!\d)|;|,(?!\d)|:)(?!\w) | [?!][ ]?[.,;](?![.\d])
    """,
    re.VERBOSE,
)
_CLOSING = frozenset(".,;:?!)]}”")
_NAMED_MARK = re.compile(r"(?:Yahoo|Jeopardy|Mamma Mia|Oklahoma|Wham)!$")


def repeated_marks(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield marks that are doubled or do not go together."""
    text = plain(reading.en)
    for found in _REPEATED.finditer(text) if _TWO_MARKS.search(text) else ():
        start, end = found.span()
        original, mark = reading.en[start:end], found["same"]
        if _NAMED_MARK.search(text[max(0, start - 12) : start + 1]):
            continue
        pure = original == found.group() and text[end : end + 1] not in set(",.;:?!)]}”")
        if mark:
            safe = pure and text[end : end + 1] != ""
            replacement = mark + (" " if text[end : end + 1].strip() else "") if safe else None
            yield Slip(start, end, f"The mark is repeated: “{original.strip()}”.", replacement=replacement)
        elif found["stop"]:
            yield Slip(start, end, "The full stop is doubled.", replacement="." if pure else None)
        else:
            yield Slip(start, end, f"The marks do not go together: “{original}”.")
