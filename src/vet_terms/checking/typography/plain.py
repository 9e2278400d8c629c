"""English as typography rules look at it: full-width characters folded, addresses and codes out of sight.

Both views are as long as the text, so that a place in one is the same place in the other.
"""

from __future__ import annotations

import functools
import re

OUT_OF_SIGHT = "\ue000"
"""Stands for each character of an address, a file name or a placeholder: neither letter nor mark."""

FOLDED = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord(wide): narrow for wide, narrow in {"。": ".", "｡": ".", "、": ",", "\u3000": " ", "￥": "¥"}.items()
}
"""Full-width characters, and the Chinese marks that have an English counterpart, to that counterpart."""
WIDE = "".join(map(chr, FOLDED))
"""They as the inside of a character class; none of them means anything there."""

_ANY_WIDE = re.compile(f"[{WIDE}]")
_DOMAIN = (
    "com|cn|org|net|edu|gov|info|io|uk|de|fr|jp|eu|us|hk|tw|sg|au|ca|ru|int|app|dev|tv|me|co|ac|biz|top|ai"
)
_SUFFIX = (
    "docx?|xlsx?|pptx?|pdf|txt|csv|tsv|tmx|tbx|xml|html?|json|ya?ml|zip|rar|7z|jpe?g|png|gif|svg|bmp|mp[34]"
    "|avi|mov|wav|exe|dll|py|js|css|php|asp|jsp|java|cpp|md|po|xlf|xliff|sdlxliff|dwg|psd|apk|bat|sh|ini|log"
)
_PROTECTED = re.compile(
    rf"""
      (?:https?|ftp)://[^\s{WIDE}“”‘’《》<>]+
    | (?<![\w.])www\.[^\s{WIDE}“”‘’《》<>]+
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]{{1,80}}
    | (?<![\w.-])[\w-]{{1,40}}(?:\.[\w-]{{1,40}}){{0,4}}\.(?i:{_DOMAIN})\b(?:/[^\s{WIDE}“”]*)?(?!\s?\()
    | (?<![\w.-])[\w.-]{{1,60}}\.(?i:{_SUFFIX})\b
    | \{{[^{{}}\s]{{0,40}}\}} | \$\{{[^{{}}]{{1,40}}\}} | </?[A-Za-z][^<>]{{0,200}}>
    | &(?:[a-z]{{2,8}}|\#\d{{1,6}});
    | %(?:\d\$)?[-+]?\d{{0,3}}(?:\.\d)?[sdif](?![A-Za-z]) | %\(\w{{1,40}}\)[sd]
    """,
    re.VERBOSE | re.ASCII,
)
# One of these stands in everything that is protected.
_HINTS = ("://", "@", "{", "<", "&", "%")
_POINT_INSIDE = re.compile(r"\.\w", re.ASCII)


_LETTERS = re.compile("[A-Za-z]+")


@functools.lru_cache(maxsize=8)
def folded(text: str) -> str:
    """Return a text with full-width characters and Chinese marks as their English counterparts."""
    return text.translate(FOLDED) if not text.isascii() and _ANY_WIDE.search(text) else text


@functools.lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Return a text folded, and with addresses, file names, tags and placeholders out of sight."""
    if not any(hint in text for hint in _HINTS) and _POINT_INSIDE.search(text) is None:
        return folded(text)
    hidden = _PROTECTED.sub(_hide, text)
    return folded(hidden)


@functools.lru_cache(maxsize=256)
def letter_runs(text: str) -> list[str]:
    """Return the runs of Latin letters in a text's plain view: what words can be made of, quickly had."""
    return _LETTERS.findall(plain(text))


@functools.lru_cache(maxsize=256)
def small_letter_runs(text: str) -> list[str]:
    """Return the same in small letters."""
    return " ".join(letter_runs(text)).lower().split(" ")


def _hide(found: re.Match[str]) -> str:
    # A mark at the end of an address belongs to the sentence: "see www.lvtc.cn."
    kept = len(found.group()) - len(found.group().rstrip(".,;:!?)"))
    stretch = found.group()
    return OUT_OF_SIGHT * (len(stretch) - kept) + stretch[len(stretch) - kept :]
