"""XLIFF, PO and TMX files made of pairs, as tools write them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

Pair = tuple[str, str]


def xliff_1(pairs: Sequence[Pair], source: str = "zh-CN", target: str = "en-US") -> bytes:
    units = "".join(
        f'<trans-unit id="{number}"><source>{escape(left)}</source>'
        + (f"<target>{escape(right)}</target>" if right else "")
        + "</trans-unit>\n"
        for number, (left, right) in enumerate(pairs)
    )
    return xliff_1_of(units, source, target)


def xliff_1_of(units: str, source: str = "zh-CN", target: str = "en-US") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2"'
        ' xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" datatype="plaintext"'
        f' source-language="{source}" target-language="{target}"><body>\n{units}</body></file></xliff>'
    ).encode()


def xliff_2(pairs: Sequence[Pair], source: str = "zh-CN", target: str = "en-US") -> bytes:
    return xliff_2_of(
        "".join(
            f'<unit id="{number}"><segment><source>{escape(left)}</source><target>{escape(right)}</target>'
            "</segment></unit>\n"
            for number, (left, right) in enumerate(pairs)
        ),
        source,
        target,
    )


def xliff_2_of(units: str, source: str = "zh-CN", target: str = "en-US") -> bytes:
    return (
        f'<xliff version="2.0" srcLang="{source}" trgLang="{target}"'
        f' xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">{units}</file></xliff>'
    ).encode()


def tmx(pairs: Sequence[Pair], source: str = "zh-CN", target: str = "en-US") -> bytes:
    return tmx_of(
        "".join(
            "<tu>"
            + "".join(
                f'<tuv xml:lang="{code}"><seg>{escape(text)}</seg></tuv>'
                for code, text in zip((source, target), pair, strict=True)
                if text
            )
            + "</tu>\n"
            for pair in pairs
        ),
        source,
    )


def tmx_of(units: str, source: str = "zh-CN") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
        f'<header srclang="{source}" segtype="sentence"/><body>\n{units}</body></tmx>'
    ).encode()


PO_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po(pairs: Sequence[Pair]) -> bytes:
    entries = "".join(
        f'msgctxt "{number}"\nmsgid {_quoted(left)}\nmsgstr {_quoted(right)}\n\n'
        for number, (left, right) in enumerate(pairs)
    )
    return (PO_HEADER + entries).encode()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
