"""Spaces of an English text: doubled, missing, before marks, inside brackets, around dashes, at the edges.

Where the place to write is sure, a slip carries a replacement. Replacements of one text never overlap: spaces
beside a full-width character belong to that character (see ``full_width``), those before a closing mark or
after an opening one to the mark, those at the edges to the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.plain import WIDE, plain
from vet_terms.language.scripts import HAN
from vet_terms.language.spelling import is_common

_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_LAYOUT = 6
"""So many spaces are no slip but a layout: a form to fill in, columns."""
_CLOSING = frozenset(".,;:?!)]}”")
_OPENING = frozenset("([{“")
_WIDE = frozenset(WIDE)


def doubled_spaces(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield spaces that are doubled between two words."""
    text = reading.en
    if "  " not in text or "  " in reading.zh:
        return
    for found in _DOUBLED.finditer(text):
        before, after = text[found.start() - 1], text[found.end()]
        if before in _OPENING or after in _CLOSING or before in _WIDE or after in _WIDE:
            continue
        if found.end() - found.start() < _LAYOUT and "\ue000" not in (before, after):
            yield Slip(*found.span(), "The space is doubled.", replacement=" ")


def edge_spaces(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield spaces before the first and after the last word that the source has not."""
    zh, en = reading.zh, reading.en
    if not en.strip():
        return
    lead, trail = len(en) - len(en.lstrip(" \t\u00a0")), len(en) - len(en.rstrip(" \t\u00a0"))
    if lead and zh[:1].strip():
        yield Slip(0, lead, "A space stands before the first word.", replacement="")
    if trail and zh[-1:].strip():
        message = "A space stands after the last word."
        # One space may be wanted: it parts the sentence from the next, which Chinese does without.
        yield Slip(len(en) - trail, len(en), message, "info")


_SPACED_MARK = re.compile(r"\t| [,;?!:.)\]”]|[(\[“] ")
_SPACES_AND_DIGIT = re.compile(r"\s*+\d")
_BEFORE_MARK = re.compile(r"(?<![ \t])[ \t]+(?=[,;?!:.)\]”])")
_MARK_AFTER_SPACE = re.compile(r"[,;?!](?!\S*[)(DPp]\b)|:(?![-)(DPp/\w])|\.(?![\w.])|[)\]”]")
_NOT_BEFORE_SPACE = frozenset(" \t\n.,;:!?([{“")
_AFTER_OPENING = re.compile(r"(?<=[(\[“])[ \t]+(?=[^\s)\]”])")


def spaces_at_marks(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield spaces before a closing mark and after an opening one."""
    text = plain(reading.en)
    if _SPACED_MARK.search(text) is None:
        return
    opened = 0
    """How many curly quotes more have opened than closed, up to a place."""
    counted = 0
    for found in _BEFORE_MARK.finditer(text):
        mark = text[found.end()]
        before = text[found.start() - 1 : found.start()] or " "
        if before in _NOT_BEFORE_SPACE or not _MARK_AFTER_SPACE.match(text, found.end()):
            continue
        # Who lives still: (1980– )
        if mark == ")" and before in "–—-":
            continue
        if mark == ":" and before.isdigit() and _SPACES_AND_DIGIT.match(text, found.end() + 1):
            continue
        if mark == "”":
            opened += text.count("“", counted, found.start()) - text.count("”", counted, found.start())
            counted = found.start()
            if opened <= 0:
                continue
        if not _beside_wide(reading.en, found):
            yield Slip(*found.span(), f"A space stands before “{mark}”.", replacement="")
    for found in _AFTER_OPENING.finditer(text):
        if not _beside_wide(reading.en, found):
            mark = text[found.start() - 1]
            yield Slip(*found.span(), f"A space stands after “{mark}”.", replacement="")


def _beside_wide(text: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    return any(char in _WIDE for char in text[max(0, start - 1) : end + 1])


_MARK_UNSPACED = re.compile(r"[,;:?!.%](?=[A-Za-z\d“])")
_AFTER_MARK = re.compile(
    r"""
      (?<=[A-Za-z\d)” ]),(?=[A-Za-z“])             # college,and
    | (?<=[a-z]{2}),(?=\d)                      # Guangxi,2016
    | (?<=(?:ary|rch|ril|May|une|uly|ust|ber)\s\d),(?=\d{4}(?!\d))  # May 1,2016
    | (?<=[a-zA-Z]\s\d\d),(?=(?:19|20)\d\d(?!\d))
    | (?<=(?:19|20)\d\d),(?=(?:19|20)\d\d(?!\d))  # 2016,2017
    | (?<=[A-Za-z\d)” ]);(?=[A-Za-z“\d])
    | (?<=[A-Za-z]{3}):(?=[A-Za-z“]{2})
    | (?<=[a-z]{2})[?!](?=[A-Za-z]{2})
    | (?<=[a-z]{2})\.(?=[A-Z][a-z])(?!\.(?:Net|Com|Org|Js|Io)\b)
    | (?<=[a-z]{2}[)”])\.(?=[A-Z][a-z])
    | (?<=\d\d)\.(?=[A-Z][a-z])                  # 1958.It
    | (?<=\d)%(?=[A-Za-z]{2})
    """,
    re.VERBOSE,
)
_LETTERS_LISTED = re.compile(r"[^A-Za-z]?(?<![A-Za-z])[A-Za-z][,;][A-Za-z](?![A-Za-z])")
_BEFORE_BRACKET = re.compile(r"(?<=[A-Za-z]{2})\((?=(?:[A-Z][A-Za-z]{2,}|[a-z]{3,}[ \d,]|[a-z]{7,}|\d{2}))")
_AFTER_BRACKET = re.compile(r"(?<=[A-Za-z\d%]{3}\))(?=[A-Za-z]{2})|(?<=[a-z ]{8}\))(?=[A-Za-z]{2})")
_SHORT_BRACKET = re.compile(r"(?:^|[\s“\"'-])\([A-Za-z]{1,6}\)$")
_BEFORE_QUOTE = re.compile(r"(?<=[A-Za-z]{2})(?=“[A-Za-z\d])|(?<=[,;:.?!])(?=“[A-Za-z\d])")
_AFTER_QUOTE = re.compile(r"(?<=[A-Za-z\d.,!?]”)(?=[A-Za-z\d])")
_LITTLE = "the|of|and|in|to|for|with|by|at|on|from|into|as|its|their|this|that|is|are|was|were|has|have"
_CAPITAL_INSIDE = re.compile(r"[A-Z](?<=[a-z].)")
_JOINED_CAPITAL = re.compile(r"(?<![A-Za-z\d/_-])([a-z]{2,})([A-Z][a-z]{2,})(?![A-Za-z\d_])")
_JOINED_CAPITALS = re.compile(r"(?<![A-Za-z\d/_-])([A-Z][a-z]{6,})([A-Z][a-z]{6,})(?![A-Za-z\d_])")
_DIGIT = re.compile(r"\d(?:(?<=[A-Za-z].)|(?=[a-z]))")
_BEFORE_DIGIT = re.compile(rf"(?<![A-Za-z\d/_-])(?:{_LITTLE}|than|over|about|nearly|since|until)(?=\d)")
_AFTER_DIGIT = re.compile(r"(?<![A-Za-z\d.,/_£€$¥-])\d[\d.,]*?([a-z]{4,})(?![A-Za-z\d_-])")
_UNITS = frozenset({"mins", "secs", "hour", "hours", "kcal", "fold", "mpbs", "gbps", "mbps", "inch", "year"})
_LITTLE_WORDS = frozenset(_LITTLE.split("|"))


def missing_spaces(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield places where a space is missing: after a mark, beside a bracket or a quote, between words."""
    text = plain(reading.en)
    for unspaced in _MARK_UNSPACED.finditer(text):
        at = unspaced.start()
        mark = text[at]
        if (
            _AFTER_MARK.match(text, at)
            and reading.en[at] == mark
            and not _LETTERS_LISTED.match(text, max(0, at - 2))
            and not _is_list_mark(text, at)
        ):
            yield Slip(at, at + 1, f"A space is missing after “{mark}”.", replacement=mark + " ")
    if "(" in text or ")" in text:
        yield from _beside_brackets(text, reading.en)
    if "“" in text or "”" in text:
        for found in _BEFORE_QUOTE.finditer(text):
            if reading.en[found.start() - 1] not in _WIDE:
                yield _inserted(found.start(), "A space is missing before “")
        for found in _AFTER_QUOTE.finditer(text):
            # ”s is a plural or a genitive of what is quoted.
            if not re.match(r"s\b|\d{1,2}\b", text[found.end() : found.end() + 4]):
                yield _inserted(found.start(), "A space is missing after “””.")
    yield from _joined(text, reading)


def _inserted(at: int, message: str) -> Slip:
    return Slip(at, at, message, replacement=" ")


def _is_list_mark(text: str, at: int) -> bool:
    return bool(_LIST_MARK_BEFORE.search(text[max(0, at - 6) : at + 1]))


_LIST_MARK_BEFORE = re.compile(r"(?:^|[.;:]\s)\(?(?:\d{1,2}|[IVX]{1,4})[.)]$")


def _beside_brackets(text: str, original: str) -> Iterator[Slip]:
    for found in _BEFORE_BRACKET.finditer(text):
        if original[found.start()] == "(" and text.find(")", found.end(), found.end() + 200) > 0:
            yield _inserted(found.start(), "A space is missing before (")
    for found in _AFTER_BRACKET.finditer(text):
        at = found.start()
        opened = text.rfind("(", max(0, at - 200), at)
        # "(re)training" has an optional part; "a)text" is a list mark.
        if (
            original[at - 1] == ")"
            and opened >= 0
            and not _SHORT_BRACKET.search(text[max(0, opened - 1) : at])
        ):
            yield _inserted(at, "A space is missing after “)”.")


def _joined(text: str, reading: Reading) -> Iterator[Slip]:
    capitals_inside = _CAPITAL_INSIDE.search(text) is not None
    for found in _JOINED_CAPITAL.finditer(text) if capitals_inside else ():
        left, right = found.groups()
        at, known = found.start(2), found.group() in reading.zh
        if known:
            continue
        message = f"A space is missing: “{left} {right}”."
        if left in _LITTLE_WORDS:
            yield Slip(at, at, message, suggestion=f"{left} {right}", replacement=" ")
        elif len(left) > 3 and is_common(left) and is_common(right.lower()):
            yield Slip(*found.span(), message, suggestion=f"{left} {right}")
    for found in _JOINED_CAPITALS.finditer(text) if capitals_inside else ():
        left, right = found.groups()
        if found.group() not in reading.zh and is_common(left.lower()) and is_common(right.lower()):
            yield Slip(
                *found.span(), f"A space is missing: “{left} {right}”.", suggestion=f"{left} {right}"
            )  # fmt: skip
    if _DIGIT.search(text) is None:
        return
    for found in _BEFORE_DIGIT.finditer(text):
        yield _inserted(found.end(), f"A space is missing after “{found.group()}”.")
    for found in _AFTER_DIGIT.finditer(text):
        word = found.group(1)
        if word not in _UNITS and is_common(word):
            yield _inserted(found.start(1), f"A space is missing before “{word}”.")


_MARK_AND_WORD = re.compile('[.)][A-Za-z“"]')
_LIST_MARK = re.compile(
    r"(?:^|(?<=[.;:。；：]\s)|(?<=\n))\s?(?:\d{1,2}\.|\(\d{1,2}\)|\d{1,2}\)|\(?[IVX]{1,4}[.)]|\([a-h]\))(?=[A-Z“\"][a-z“])"
    r"|^(?:\d{1,2}\.|\(\d{1,2}\)|\d{1,2}\)|[IVX]{1,4}\.|\([IVXa-h]{1,4}\))(?=[a-z]{3})"
)


def unspaced_list_marks(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield list marks that run into the word after them."""
    text = plain(reading.en)
    for found in _LIST_MARK.finditer(text) if _MARK_AND_WORD.search(text) else ():
        mark = found.group().strip()
        at = found.end()
        if reading.en[at - 1] in _WIDE:
            continue
        yield _inserted(at, f"A space is missing after the list mark “{mark}”.")


_RANGE = re.compile(r"(?<![\d.,-])(\d[\d.,]*%?)( [-–—]|[-–—] )(?=\d)")
_UNEVEN = re.compile(r"(?<=[A-Za-z]{2})(?: -(?=[A-Za-z]{3})|- (?=[A-Za-z]{2}))")
_SUSPENDED = re.compile(r"- (?:and|or|to|as|but|nor|versus|rather|und|than|then|oder|y|et)\b")
_SPACED_NAMES = re.compile(r"(?<=[A-Za-z]) (?:-|--) (?=[A-Z])")
_UNSPACED_IN_CHINESE = re.compile(rf"[{HAN}](?:--?|—|–)[{HAN}]")
_DOUBLE_HYPHEN = re.compile(r"(?<=[A-Za-z])--(?=[A-Za-z])")


def uneven_dashes(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield hyphens and dashes with a space on one side only, and other slips of spacing around them."""
    text = plain(reading.en)
    if "-" not in text and "–" not in text and "—" not in text:
        return
    for found in _RANGE.finditer(text):
        dash = found.group(2)
        start, end = found.span(2)
        following = text[end : end + 8]
        # "of 5 -3" has a negative number only where the first number is not the beginning of a range.
        if dash[0] == " " and dash[1] == "-" and not re.match(r"\d{2,4}", following):
            continue
        yield Slip(start, end, "The range has a space on one side only.", replacement=dash.strip())
    for found in _UNEVEN.finditer(text):
        if not _SUSPENDED.match(text[found.start() : found.start() + 12].lstrip()):
            yield Slip(*found.span(), "The hyphen has a space on one side only.")
    if _UNSPACED_IN_CHINESE.search(reading.zh):
        for found in _SPACED_NAMES.finditer(text):
            yield Slip(*found.span(), "The source joins the two without spaces.", suggestion="-")
    for found in _DOUBLE_HYPHEN.finditer(text):
        yield Slip(*found.span(), "Two hyphens stand for a dash or a hyphen.", suggestion="—")
