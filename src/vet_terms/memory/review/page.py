"""A review as one HTML page, to be read and printed: no script, nothing from the network, not taken back."""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from pathlib import Path

from vet_terms.alignment.reviewed import Traced, tidied
from vet_terms.errors import InputError
from vet_terms.files import read_bytes
from vet_terms.memory.review.shown import SHADES, ShownRow, shown_rows

_NO_DIGEST = "0" * 64
_DIGEST = re.compile(rb'<meta name="vet-terms-digest" content="([0-9a-f]{64})">')

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  margin: 1.5rem; color: #1b1f24; background: #fff; }
h1 { font-size: 1.3rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
p { margin: .3rem 0; max-width: 60rem; }
ul { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; }
li { padding: .1rem .6rem; border: 1px solid #c5cad1; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: .8rem; }
th, td { border: 1px solid #c5cad1; padding: .35rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { background: #404a59; color: #fff; position: sticky; top: 0; }
th:nth-child(1), th:nth-child(4) { width: 4rem; }
th:nth-child(5) { width: 11rem; }
td:nth-child(1), td:nth-child(4) { text-align: right; font-variant-numeric: tabular-nums; }
td:nth-child(5) { font-size: .85em; white-space: pre-line; }
.none { color: #59636e; text-align: center; }
#doubts:checked ~ table tr.sure, #doubts:checked ~ table tr.likely, #doubts:checked ~ table tr.edited
  { display: none; }
@media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; }
  tr { break-inside: avoid; } input, label { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } thead th { position: static; } }
"""


def page_bytes(review: Traced, document: str, chinese: str) -> bytes:
    """Return the page of a document's alignment; ``chinese`` is the language code of the Chinese side."""
    rows = list(shown_rows(review))
    alignment = review.alignment
    pairs = sum(bool(row.zh and row.en) for row in rows)
    only_zh = sum(bool(row.zh) and not row.en for row in rows)
    only_en = sum(bool(row.en) and not row.zh for row in rows)
    title = html.escape(tidied(document))
    counted = Counter(row.shade.name for row in rows)
    fills = "".join(f".{shade.name} {{ background: #{shade.fill}; }}\n" for shade in SHADES)
    legend = "".join(
        f'<li class="{shade.name}">{html.escape(shade.english)} · <span lang="zh-CN">'
        f"{html.escape(shade.chinese)}</span>: {counted[shade.name]}</li>\n"
        for shade in SHADES
    )
    body = "".join(_row(row, chinese) for row in rows)
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="vet-terms-digest" content="{_NO_DIGEST}">
<meta name="generator" content="{html.escape(alignment.signature)}">
<title>{title}: review</title>
<style>{_STYLE}{fills}</style>
</head>
<body>
<h1>{title}</h1>
<p>{pairs} pairs, {only_zh} Chinese and {only_en} English texts without a partner; \
layout: {html.escape(alignment.layout)}.</p>
<p>The score says, from 0 to 1, how probable it is that the row is right as it stands. \
This page is for reading: to correct the pairs, write the review as .xlsx, and hand that back.</p>
<p lang="zh-CN">评分（0 到 1）表示该行无误的可能性。本页仅供阅读；\
如需修改，请生成 .xlsx 审校表，改后交回程序。</p>
<ul>
{legend}</ul>
<input type="checkbox" id="doubts"> <label for="doubts">only pairs under 0.80 and texts without a partner · \
<span lang="zh-CN">只看评分低于 0.80 的译文对和没有对应译文的文本</span></label>
<table>
<thead><tr><th scope="col">no</th><th scope="col">zh</th><th scope="col">en</th><th scope="col">score</th>\
<th scope="col">place</th></tr></thead>
<tbody>
{body}</tbody>
</table>
<p>{html.escape(alignment.signature)}</p>
</body>
</html>
"""
    data = page.encode()
    return data.replace(_NO_DIGEST.encode(), hashlib.sha256(data).hexdigest().encode(), 1)


def page_is_as_written(path: Path | str) -> bool:
    """Say whether a page is byte for byte as it was written. Raises InputError where it is no review."""
    data = read_bytes(path)
    digest = _DIGEST.search(data)
    if not digest:
        raise InputError(f"{path}: is no review page of vet-terms")
    blank = data[: digest.start(1)] + _NO_DIGEST.encode() + data[digest.end(1) :]
    return hashlib.sha256(blank).hexdigest().encode() == digest[1]


def _row(row: ShownRow, chinese: str) -> str:
    return (
        f'<tr class="{row.shade.name}"><td>{row.number}</td>{_cell(row.zh, chinese)}{_cell(row.en, "en")}'
        f"<td>{row.score:.2f}</td><td>{html.escape(row.place)}</td></tr>\n"
    )


def _cell(text: str, language: str) -> str:
    if not text:
        return '<td class="none">—</td>'
    return f'<td lang="{html.escape(language)}">{html.escape(text)}</td>'
