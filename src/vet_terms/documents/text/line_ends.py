"""How a document ends its lines: at the edge of a column, or where a paragraph ends.

What one line does not tell, all lines of a document together do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.documents.text.lines import Line
from vet_terms.language.sentences import ends_sentence
from vet_terms.model import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")

UNWRAPPED_WIDTH = 180
"""A line of more columns was never wrapped: it is a paragraph of its own."""

PROSE_MARK = re.compile(r"[，。；！？]|[,;.](?=\s|$)")

_LEAST_LONG_LINES = 3
_LEAST_LONG_SHARE = 0.05
_LEAST_PROSE_LINES = 6
_LEAST_WHOLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Style:
    """How a document ends its lines.

    ``spaces_mark_wraps``: a line that goes on ends in a space. ``unwrapped``: the languages whose lines
    are paragraphs, so that a line with an end mark is a whole one.
    """

    spaces_mark_wraps: bool = False
    unwrapped: frozenset[Language] = frozenset()


def style_of(pages: Sequence[Sequence[Line]]) -> Style:
    """Return how this document ends its lines."""
    return Style(
        spaces_mark_wraps=_spaces_mark_wraps(pages),
        unwrapped=frozenset(language for language in LANGUAGES if _is_unwrapped(pages, language)),
    )


def _spaces_mark_wraps(pages: Sequence[Sequence[Line]]) -> bool:
    """Say whether, in this document, English lines that surely go on end in a space.

    Surely: the next line of the page follows at once and starts with a small letter.
    """
    going_on = [
        line.continued
        for page in pages
        for line, after in itertools.pairwise(page)
        if line.language == after.language == "en"
        and after.text[:1].islower()
        and not ends_sentence(line.text)
    ]
    return len(going_on) >= 5 and sum(going_on) >= 0.8 * len(going_on)


def _is_unwrapped(pages: Sequence[Sequence[Line]], language: Language) -> bool:
    """Say whether lines of a language are whole paragraphs.

    Several are longer than any page is wide, or hardly any with a mark of prose stops inside a sentence.
    """
    lines = [line for page in pages for line in page if line.language == language]
    longer = sum(line.width > UNWRAPPED_WIDTH for line in lines)
    if longer >= _LEAST_LONG_LINES and longer >= _LEAST_LONG_SHARE * len(lines):
        return True
    prose = [line for line in lines if PROSE_MARK.search(line.text)]
    whole = sum(ends_sentence(line.text) for line in prose)
    return len(prose) >= _LEAST_PROSE_LINES and whole >= _LEAST_WHOLE_SHARE * len(prose)
