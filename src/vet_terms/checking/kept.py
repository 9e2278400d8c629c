"""What a translation must carry over as it is: placeholders, addresses, file names, codes, telephone numbers.

Each is read from one text and told whether another text has it, written as that language writes it. Values of
numbers are known elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from vet_terms.language.slips import is_slip as is_one_letter_off


@dataclass(frozen=True, slots=True)
class Kept:
    """A stretch of a text, and the form in which it is compared."""

    text: str
    start: int
    end: int
    key: str


_TAG_NAMES = (
    "a|abbr|b|big|br|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|s|small|span|strong|sub|sup|table|tbody"
    "|td|th|thead|tr|tt|u|ul|bpt|ept|ph|it|ut|g|x|bx|ex|mrk|pc|\\d{1,3}"
)
_PLACEHOLDER = re.compile(
    rf"""
      \$\{{[^{{}}\s]{{1,60}}\}} | \{{\{{[^{{}}]{{1,60}}\}}\}} | \{{[A-Za-z_\d][\w.:-]{{0,40}}\}} | \{{\}}
    | %\d{{1,2}}\$[-+]?\d{{0,3}}[sdifuxc@] | %\(\w{{1,40}}\)[sdif]
    | (?<![\d%])%(?:\d{{0,2}}(?:\.\d)?[sdfi@]|l[du])(?![A-Za-z])
    | </?(?i:{_TAG_NAMES})(?:\s[^<>]{{0,300}})?/?>
    | &(?:nbsp|lt|gt|quot|\#\d{{1,6}}|\#x[\da-fA-F]{{1,6}});
    """,
    re.VERBOSE | re.ASCII,
)
_TAG = re.compile(r"<(/?)\s*([A-Za-z\d]+)[^<>]*?(/?)>", re.ASCII)


def placeholders(text: str) -> list[Kept]:
    """Return the placeholders, tags and entities in a text; of a tag its attributes do not count."""
    if not any(mark in text for mark in "{%<&"):
        return []
    found = []
    for each in _PLACEHOLDER.finditer(text):
        tag = _TAG.fullmatch(each.group())
        key = f"<{tag[1]}{tag[2].lower()}>" if tag else each.group()
        found.append(Kept(each.group(), *each.span(), key))
    return found


_URL_CHARACTERS = r"[A-Za-z\d\-._~:/?\#@!$&'*+,;=%]"
_DOMAIN = re.compile(r"\.(?:com|cn|org|net|edu|gov)")
_ADDRESS = re.compile(
    rf"""(?<![A-Za-z\d._@-])(?:
          (?:(?:https?|ftp)://|www\.){_URL_CHARACTERS}+
        | (?:[A-Za-z\d-]{{1,60}}\.){{1,4}}(?:com|cn|org|net|edu|gov)(?:\.[a-z]{{2}})?\b
          (?:/{_URL_CHARACTERS}*)?(?!@)
        | [A-Za-z\d][A-Za-z\d.+_-]{{0,60}}@[A-Za-z\d-]{{1,60}}(?:\.[A-Za-z\d-]{{1,60}}){{1,4}}
    )""",
    re.VERBOSE | re.ASCII,
)


def addresses(text: str) -> list[Kept]:
    """Return the web and e-mail addresses in a text; scheme, www and a stroke at the end do not count."""
    if "." not in text or not ("@" in text or "www." in text or "://" in text or _DOMAIN.search(text)):
        return []
    found = []
    for each in _ADDRESS.finditer(text):
        address = each.group().rstrip(".,;:!?'*")
        key = re.sub(r"^(?:(?:https?|ftp)://)?(?:www\.)?", "", address.lower()).rstrip("/")
        found.append(Kept(address, each.start(), each.start() + len(address), key))
    return found


def host(address: Kept) -> str:
    """Return what an address is at: the part before the first stroke."""
    return address.key.partition("/")[0]


_FIGURES = re.compile(r"\d+")
_SURE_PART, _NEAR = 5, 0.8
_LANGUAGES = frozenset(
    {"zh", "en", "cn", "chs", "cht", "chi", "chn", "eng", "enu", "gb", "us", "zho", "hans", "hant"}
)


def is_slip(address: Kept, other: Kept) -> bool:
    """Tell whether one address is another mistyped: parts differ in figures alone, or in a letter or two.

    What is shorter than five letters may be the name of a language, and is a slip if a letter is missing.
    """
    parts, others = re.split(r"[/?&#]", address.key), re.split(r"[/?&#]", other.key)
    differing = [(one, two) for one, two in zip(parts, others, strict=False) if one != two]
    return len(parts) == len(others) and all(
        _FIGURES.sub("0", one) == _FIGURES.sub("0", two)
        or (min(len(one), len(two)) >= _SURE_PART and SequenceMatcher(None, one, two).ratio() >= _NEAR)
        or (len(one) != len(two) and _LANGUAGES.isdisjoint({one, two}) and is_one_letter_off(one, two, 3))
        for one, two in differing
    )


_DIGIT_OR_STROKE = re.compile(r"[\d/]")
_CODE = re.compile(
    r"""(?<![A-Za-z\d./-])(?:
          (?:ISO|IEC|IEEE|ANSI|ASTM|DIN|EN|IPC|GB|GB/[TZ]|GBZ|JJG|JTG|YY/T|JB/T|QB/T|HG/T|DB\d{2}(?:/T)?|T/[A-Z]{2,6})
            [ \u00a0]?\d{2,6}(?:[.:：\-—–]+\d+)*
        | [A-Z]{1,6}-?\d+[A-Z]{0,3}(?:[-—–/.][A-Z\d]+)*
        | [A-Z]/[A-Z]{2,8}(?![A-Za-z])
        | (?:[vV]|[vV]er(?:sion)?\.?\s?)\d+(?:\.\d+)+
        | \d\s?[+＋]\s?[XxN](?![A-Za-z\d])
        | ISBN[:：\s]*\d[\d-]{8,16}[\dXx]
    )(?![A-Za-z\d])""",
    re.VERBOSE,
)
_MONEY_OR_RANK = re.compile(
    r"(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|US|NT|HK|TOP|NO|No|Top|FY|Q|H|AM|PM|T|U|GDP|WTO|APP)\d"
)
_COUNTED = re.compile(r"\s?(?:[年月日级届万亿元个名位人家所％%岁多余项台套辆]|千|百)")
_FOLDED = re.compile(r"[\s\u00a0\-—–_+＋:：]+")
_SHORT = 3


def codes(text: str) -> list[Kept]:
    """Return the codes of letters and figures in a text: standards, models, rooms, certificates (1+X)."""
    if not _DIGIT_OR_STROKE.search(text):
        return []
    found = []
    for each in _CODE.finditer(text):
        code = each.group()
        if _MONEY_OR_RANK.match(code) or (not _STANDARD.match(code) and _COUNTED.match(text, each.end())):
            continue
        found.append(Kept(code, *each.span(), folded_code(code)))
    return found


_STANDARD = re.compile(r"ISO|IEC|GB|DB|EN|T/")


def folded_code(text: str) -> str:
    """Return a text as codes in it are compared: capitals, without spaces, hyphens and plus signs."""
    return _FOLDED.sub("", text).upper().replace("VERSION", "V").replace("VER.", "V")


def has_code(folded: str, code: Kept) -> bool:
    """Tell whether a folded text has a code, not as the beginning or end of a longer number."""
    at = folded.find(code.key)
    while at >= 0:
        before, after = folded[at - 1 : at], folded[at + len(code.key) : at + len(code.key) + 1]
        if not (after.isdigit() and code.key[-1].isdigit()) and not (
            before.isdigit() and code.key[0].isdigit()
        ):
            return True
        at = folded.find(code.key, at + 1)
    return False


def is_short(code: Kept) -> bool:
    """Tell whether a code is so short (G7, F1, A4) that English may well write it in words."""
    return len(code.key) <= _SHORT and "+" not in code.text and "＋" not in code.text


_FOUR_DIGITS = re.compile(r"\d{4}")
_TELEPHONE = re.compile(
    r"""(?<![\d.\-—–])(?:\+?86[-\ ]?)?(?:
          [(（]?0\d{2,3}[)）]?[-－\ —–]?[2-8]\d{6,7}
        | 1[3-9]\d[-\ ]?\d{4}[-\ ]?\d{4}
        | [48]00[-\ ]?\d{3}[-\ ]?\d{4}
    )(?![\d.]|[-\ ]\d)""",
    re.VERBOSE,
)


def telephone_numbers(text: str) -> list[Kept]:
    """Return the Chinese telephone numbers in a text, compared without the country's and trunk codes."""
    found = []
    for each in _TELEPHONE.finditer(text) if _FOUR_DIGITS.search(text) else ():
        figures = re.sub(r"\D", "", each.group())
        key = figures.removeprefix("86") if len(figures) > 11 else figures
        found.append(Kept(each.group(), *each.span(), key.lstrip("0")))
    return found


def figures_of(text: str) -> str:
    """Return the figures of a text, those that belong to one number together."""
    return re.sub(r"(?<=\d)[-\s()（）.—–]+(?=\d)", "", text)


_FILE_NAME = re.compile(
    r"(?<![\w./-])\w[\w.-]{0,80}\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|tmx|tbx|zip|rar|html?|jpe?g|png|mp[34]|exe)\b",
    re.ASCII | re.IGNORECASE,
)


def file_names(text: str) -> Iterator[Kept]:
    """Yield the file names in a text, or what of them is in Latin letters: the rest may be translated."""
    if "." not in text:
        return
    for each in _FILE_NAME.finditer(text):
        yield Kept(each.group(), *each.span(), each.group().lower())
