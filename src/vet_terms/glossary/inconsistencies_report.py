"""``glossary/inconsistencies.md``: the inconsistencies of a memory, for a person to read first.

Texts of documents are quoted so that nothing in them is Markdown, HTML or a control character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vet_terms.glossary.inconsistencies import Inconsistency, Use

NAME = "inconsistencies.md"

_AROUND = 30
_MARKUP = re.compile(
    r"[\\`*\[\]<>|~]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
    r"|&(?=#?\w+;)"
)
_HEADINGS = {
    "source": "One Chinese term, several English renderings",
    "target": "One English term, several Chinese ones",
}
_KINDS = {"name": "name", "term": "term", "word": "word in terms"}


def report(found: Sequence[Inconsistency]) -> str:
    """Return the page, names before terms before words on either side; it says so where nothing was found."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Sequence[Inconsistency]) -> Iterator[str]:
    yield "# Inconsistencies"
    yield ""
    if not found:
        yield "None found: each term of the aligned texts has one rendering."
        return
    yield "Terms of the aligned texts that have more than one rendering, names first, then the frequent ones."
    yield "Inflection, articles and known short forms are not counted. Nothing here says which one is right:"
    yield "decide in `terms.csv` (`en_variants` allows a rendering, `en_forbidden` forbids it)."
    for side, heading in _HEADINGS.items():
        own = [each for each in found if each.side == side]
        if own:
            yield ""
            yield f"## {heading}"
        for each in own:
            yield from _entry(each)


def _entry(item: Inconsistency) -> Iterator[str]:
    said = f"{_KINDS[item.kind]}, spelling differs" if item.difference == "spelling" else _KINDS[item.kind]
    yield ""
    yield f"### {_plain(item.term)} ({said})"
    for use in item.uses:
        yield ""
        yield f"- **{_plain(use.text)}** × {use.count}: {_places(use)}"
        yield f"  - {_excerpt(use.zh, use.zh_span)}"
        yield f"  - {_excerpt(use.en, use.en_span)}"


def _places(use: Use) -> str:
    """Return all places, each document named once."""
    by_document: dict[str, list[str]] = {}
    for place in use.places:
        rest = str(replace(place, document="")).removeprefix(":")
        by_document.setdefault(place.document, []).append(rest)
    return "; ".join(
        " ".join(filter(None, [_plain(document), ", ".join(filter(None, rests))]))
        for document, rests in by_document.items()
    )


def _excerpt(text: str, span: tuple[int, int]) -> str:
    """Return what stands around a stretch, the stretch in bold, whole words where the text has spaces."""
    start, end = span
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while left > 0 and text[left - 1].isascii() and text[left - 1].isalnum() and start - left < 2 * _AROUND:
        left -= 1
    while right < len(text) and text[right].isascii() and text[right].isalnum() and right - end < 2 * _AROUND:
        right += 1
    before = ("…" if left else "") + _plain(text[left:start])
    after = _plain(text[end:right]) + ("…" if right < len(text) else "")
    return f"{before}**{_plain(text[start:end]).strip()}**{after}"


def _plain(text: str) -> str:
    """Return a text in which nothing is markup, on one line."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    return _MARKUP.sub(r"\\\g<0>", printable)
