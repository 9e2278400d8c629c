"""The bytes of an HTML file to its text: what the file says of its encoding, where the bytes bear it out.

A declaration is a claim: pages are saved in another encoding than they declare. Bytes that are UTF-8 are
UTF-8, whatever is declared, unless there are too few of them to tell.
"""

from __future__ import annotations

import re

from vet_terms.documents.encoding import BYTE_ORDER_MARKS, MAGIC_NUMBERS, decode
from vet_terms.documents.source import Source

_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})|<meta[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_CODECS: tuple[tuple[str, str], ...] = (
    (r"utf-?8", "utf-8"),
    (r"gb.*|(?:x-)?gbk|chinese|csgb2312|iso-ir-58|euc-cn", "gb18030"),
    (r"(?:x-x-)?big-?5.*|cn-big5", "big5hkscs"),
    (r"hz(?:-gb-2312)?", "hz"),
    (r"iso-?8859-?1|latin-?1|us-ascii|ascii|(?:windows-|cp)1252", "cp1252"),
    (r"(?:windows-|cp)(125\d)", r"cp\1"),
    (r"iso-?8859-?(\d\d?)", r"iso8859-\1"),
    (r"shift_?jis|sjis|x-sjis|windows-31j", "cp932"),
    (r"euc-jp", "euc_jp"),
    (r"euc-kr|ks_c_5601-1987", "cp949"),
    (r"koi8-r", "koi8_r"),
)
"""Names of encodings as pages declare them, and what reads them: as browsers do, by the wider relative."""

_ENOUGH_FOREIGN_BYTES = 12
_NUL_SHARE = 0.01
_BROKEN_SHARE = 0.002


def decode_html(source: Source) -> tuple[str, str, tuple[str, ...]]:
    """Return the text of an HTML file, the encoding it was read in, and remarks on that.

    Raises InputError for empty, binary or undecodable content.
    """
    data, name = source.data, source.name
    encoding = source.encoding or _encoding_of(data)
    broken = ""
    if encoding and not source.encoding:
        text = data.decode(encoding, errors="replace")
        count = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
        if count > max(2, len(text) * _BROKEN_SHARE):
            encoding = ""
        elif count > 0:
            data, broken, encoding = text.encode(), encoding, "utf-8"
    text, used = decode(data, name, encoding)
    if broken:
        return text, f"{broken} (damaged)", (f"a few bytes are not {broken} and are shown as \ufffd",)
    return text, used, () if used.startswith("utf-8") else (f"read as {used}",)


def _encoding_of(data: bytes) -> str:
    """Return the encoding that a file declares or evidently has; empty where the text itself must tell."""
    if data.startswith(tuple(start for start, _ in (*BYTE_ORDER_MARKS, *MAGIC_NUMBERS))):
        return ""
    declared = _declared(data[:_DECLARED_WITHIN])
    foreign = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if data.count(b"\0") <= len(data) * _NUL_SHARE and (foreign >= _ENOUGH_FOREIGN_BYTES or not declared):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return "utf-8"
    return declared


def _declared(head: bytes) -> str:
    for found in _DECLARED.finditer(head):
        name = (found[1] or found[2]).decode("ascii", "replace").lower()
        for pattern, codec in _CODECS:
            known = re.fullmatch(pattern, name)
            if known:
                return known.expand(codec)
    return ""
