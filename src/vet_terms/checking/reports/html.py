"""Findings as one page to read, filter and print: nothing is fetched, and the texts are escaped.

Its policy lets in its own style and script, told by their digests, and nothing else. Without the script all
findings are shown, without filters. Units out of sight are not laid out, so that ten thousand are no burden.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections import Counter
from collections.abc import Iterator
from html import escape as escaped
from importlib import resources
from typing import TYPE_CHECKING

from vet_terms.checking.reports.asides import asides
from vet_terms.checking.reports.marked import Piece, marked_pieces
from vet_terms.checking.reports.places import FoundUnit, document_of, found_units, hint_of
from vet_terms.checking.reports.text import summary_line
from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Side
from vet_terms.xml_input import NOT_IN_XML

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs

_LANGUAGES: dict[Side, str] = {"source": "zh", "target": "en"}


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the page."""
    style, script = _part("page.css"), _part("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    units = list(found_units(result, inputs))
    names = list(dict.fromkeys(document_of(unit.first) for unit in units))
    numbers = {name: number for number, name in enumerate(names)}
    title = names[0] if len(names) == 1 and names[0] else f"{len(inputs.files)} files"
    summaries = {rule.id: rule.summary for rule in result.rules}
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta name="generator" content="{_escape(result.signature)}">',
        f"<title>{_escape(title)}: findings</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<header>",
        f"<h1>{_escape(title)}</h1>",
        f"<p>{_escape(summary_line(result, inputs))}</p>",
        *(f'<p class="aside">{_escape(line)}</p>' for line in asides(result)),
        "</header>",
        *(_filters(result, names) if units else ("<p>Nothing was found.</p>",)),
        "<main>",
        *(line for unit in units for line in _unit(unit, numbers, named=len(names) > 1)),
        "</main>",
        *_rules(result, summaries),
        f"<footer>{_escape(result.signature)}</footer>",
        f"<script>{script}</script>",
        "</body>",
        "</html>",
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


@functools.cache
def _part(name: str) -> str:
    return resources.files("vet_terms.checking.reports").joinpath(name).read_text("utf-8")


def _escape(text: str) -> str:
    """Return a text as a page can hold it."""
    return escaped(NOT_IN_XML.sub("\ufffd", text))


def _digest(text: str) -> str:
    """Return the digest by which a policy names a style or a script (CSP 3, 2.3.1)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _filters(result: CheckResult, names: list[str]) -> Iterator[str]:
    by_rule = Counter(each.rule for each in result.findings)
    yield '<form id="filters" role="search" aria-label="Filters" hidden>'
    yield '<fieldset><legend class="unseen">Severity</legend>'
    for severity in SEVERITIES:
        yield (
            f'<label class="{severity}"><input type="checkbox" name="severity" value="{severity}" checked> '
            f"{severity} <b>{result.count(severity):,}</b></label>"
        )
    yield "</fieldset>"
    yield '<label>Rule <select name="rule"><option value="">all</option>'
    families = dict.fromkeys(rule.partition("/")[0] for rule in sorted(by_rule))
    for family in families:
        rules = sorted(rule for rule in by_rule if rule.partition("/")[0] == family)
        total = sum(by_rule[rule] for rule in rules)
        yield f'<option value="{_escape(family)}/">{_escape(family)} ({total:,})</option>'
        yield from (
            f'<option value="{_escape(rule)}">\u2003{_escape(rule)} ({by_rule[rule]:,})</option>'
            for rule in rules
        )
    yield "</select></label>"
    if len(names) > 1:
        yield '<label>File <select name="file"><option value="">all</option>'
        yield from (
            f'<option value="{number}">{_escape(name or "(no file)")}</option>'
            for number, name in enumerate(names)
        )
        yield "</select></label>"
    yield '<label>Text <input type="search" name="text" autocomplete="off" spellcheck="false"></label>'
    yield '<button type="reset">Clear</button> <output id="shown"></output>'
    yield "<small>/ text · j, k next and previous unit</small>"
    yield "</form>"


def _unit(unit: FoundUnit, numbers: dict[str, int], *, named: bool) -> Iterator[str]:
    first = unit.first
    name = document_of(first)
    around = "; ".join(each for each in (name if named else "", unit.made_from) if each)
    yield f'<article tabindex="-1" data-file="{numbers[name]}">'
    yield f"<h2>{_escape(unit.where)}{f' <span>{_escape(around)}</span>' if around else ''}</h2>"
    yield "<ul>"
    for each in unit.findings:
        hint = hint_of(each)
        suggested = f' → <q lang="en">{_escape(hint)}</q>' if hint else ""
        yield (
            f'<li class="{each.severity}" data-rule="{_escape(each.rule)}"><b>{each.severity}</b> '
            f"{_escape(each.message)}{suggested} <code>{_escape(each.rule)}</code></li>"
        )
    yield "</ul>"
    yield _side("source", first.source, unit)
    yield _side("target", first.target, unit)
    yield "</article>"


def _side(side: Side, text: str, unit: FoundUnit) -> str:
    pieces = marked_pieces(text, side, unit.findings, unit.unit.codes)
    shown = "".join(map(_piece, pieces)) or '<i lang="en">empty</i>'
    return f'<p class="{side}" lang="{_LANGUAGES[side]}">{shown}</p>'


def _piece(piece: Piece) -> str:
    text = _escape(piece.text)
    if piece.is_tag:
        text = f"<kbd>{text}</kbd>"
    return f'<mark class="{piece.severity}">{text}</mark>' if piece.severity else text


def _rules(result: CheckResult, summaries: dict[str, str]) -> Iterator[str]:
    counted = Counter((each.rule, each.severity) for each in result.findings)
    found = [rule for rule in summaries if any(counted[rule, severity] for severity in SEVERITIES)]
    if not found:
        return
    yield "<section><h2>By rule</h2><table><thead><tr><th scope=col>rule</th><th scope=col>finds</th>"
    yield "".join(f"<th scope=col>{severity}</th>" for severity in SEVERITIES) + "</tr></thead><tbody>"
    for rule in found:
        cells = "".join(f"<td>{counted[rule, severity] or '·'}</td>" for severity in SEVERITIES)
        finds = f"<td>{_escape(summaries[rule])}</td>"
        yield f"<tr><th scope=row><code>{_escape(rule)}</code></th>{finds}{cells}</tr>"
    yield "</tbody></table></section>"
