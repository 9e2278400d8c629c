"""Files of every format that can be fixed, made of pairs: what the contract tests run on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from html import escape

Pairs = Sequence[tuple[str, str]]
Maker = Callable[[Pairs], bytes]


def _cut(text: str) -> tuple[str, str]:
    """Cut a text where an inline code is put: in its middle, often between two spaces."""
    at = text.find("  ") + 1 or len(text) // 2
    return escape(text[:at]), escape(text[at:])


def xliff12(pairs: Pairs) -> bytes:
    units = "".join(
        f'<trans-unit id="u{n}">\r\n\t<source>{escape(zh)}</source>\r\n\t<target state="new">{_cut(en)[0]}'
        f'<bpt id="1">&lt;b&gt;</bpt><g id="2"></g>{_cut(en)[1]}</target>\r\n'
        "<note>keep  me</note></trans-unit>"
        f'<trans-unit id="p{n}" translate="no"><source>{escape(zh)}</source><target>{escape(en)}</target>'
        "</trans-unit>"
        for n, (zh, en) in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\r\n<xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" '
        f'target-language="en-US" datatype="plaintext"><body>{units}</body></file></xliff>\r\n'
    ).encode()


def sdlxliff(pairs: Pairs) -> bytes:
    def marks(side: int) -> str:
        return " ".join(
            f'<mrk mtype="seg" mid="{n}">{"".join(_cut(pair[side]))}</mrk>' for n, pair in enumerate(pairs, 1)
        )

    source = " ".join(escape(zh) for zh, _ in pairs)
    text = (
        '<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">'
        '<file original="a" datatype="x-sdlfilterframework2" source-language="zh-CN" target-language="en-US">'
        f'<body><trans-unit id="t"><source>{source}</source><seg-source>{marks(0)}</seg-source>'
        f'<target>{marks(1)}</target><sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs>'
        "</trans-unit></body></file></xliff>"
    )
    return b"\xef\xbb\xbf" + text.encode()


def xliff2(pairs: Pairs) -> bytes:
    units = "".join(
        f'<unit id="u{n}"><segment><source>{escape(zh)}</source><target>{_cut(en)[0]}<pc id="1">'
        f"{_cut(en)[1]}</pc><!-- a  comment --></target></segment></unit>"
        for n, (zh, en) in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="UTF-16"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        f'version="2.0" srcLang="zh-CN" trgLang="en"><file id="f">{units}</file></xliff>'
    ).encode("utf-16")


def tmx(pairs: Pairs) -> bytes:
    units = "".join(
        f'<tu tuid="{n}"><prop type="x-place">deck.pptx:p1:b{n + 1}</prop><tuv xml:lang="zh-CN"><seg>'
        f'{escape(zh)}</seg></tuv><tuv xml:lang="EN-US"><seg>{_cut(en)[0]}<ph x="1">a  code</ph>'
        f"{_cut(en)[1]}</seg></tuv></tu><tu><tuv xml:lang='zh'><seg>{escape(zh)}</seg></tuv>"
        "<tuv xml:lang='de'><seg>nur  so</seg></tuv></tu>"
        for n, (zh, en) in enumerate(pairs)
    )
    return (
        '<?xml version="1.0" encoding="GB18030"?>\n<tmx version="1.4"><header srclang="zh-CN" '
        f'datatype="plaintext" segtype="sentence"/><body>{units}</body></tmx>'
    ).encode("gb18030")


def po(pairs: Pairs) -> bytes:
    def quoted(text: str) -> str:
        plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        at = len(text) // 2
        if plain != text or not at:
            return f'"{plain}"'
        return f'""\n"{text[:at]}"\n"{text[at:]}"'

    entries = "\n".join(
        f'# a  comment\n#: a.py:{n}\nmsgctxt "c{n}"\nmsgid {quoted(zh)}\nmsgstr {quoted(en)}\n\n'
        f'#~ msgid "旧{n}"\n#~ msgstr "old  one"\n'
        for n, (zh, en) in enumerate(pairs)
    )
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'
    return (header + entries).encode()


def tsv(pairs: Pairs) -> bytes:
    rows = "".join(f"{n}\t{zh}\t{en}\tkeep  me\n\n" for n, (zh, en) in enumerate(pairs))
    return ("id\tzh\ten\tcomment\n" + rows).encode()


def csv_table(pairs: Pairs) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([("源文", "中文", "英文"), *((str(n), zh, en) for n, (zh, en) in enumerate(pairs))])
    return b"\xef\xbb\xbf" + stream.getvalue().replace("源文", "编号").encode()


MAKERS: dict[str, Maker] = {
    "plain.xlf": xliff12,
    "studio.sdlxliff": sdlxliff,
    "two.xliff": xliff2,
    "memory.tmx": tmx,
    "texts.po": po,
    "table.tsv": tsv,
    "table.csv": csv_table,
}
"""The maker of a file of each format, by a name that has its ending."""
