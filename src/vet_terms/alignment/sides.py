"""What is seen of one side without knowing its words: lengths, marks, quotations, headings, places.

Each fact is an array with one more entry than there are segments: of position i, what holds for the
first i segments together, or for segment i - 1.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.table_rows import Rows, no_rows
from vet_terms.language.divisions import RANKS, division_of
from vet_terms.language.marks import mark_value, ordinal_value
from vet_terms.language.sentences import ends_sentence
from vet_terms.model import Language, Segment

Facts = npt.NDArray[np.float64]

_COUNTED = {
    language: tuple(map(re.compile, patterns))
    for language, patterns in {
        "zh": ("[？?]", "[！!]", r"…+|\.{3,}", '[“「『"]', "[：:；;]", "[（(]"),
        "en": (r"\?", "!", r"…|\.(?: ?\.)+", "[“‘]|(?:^|\\s)[\"']", "[:;]", r"\("),
    }.items()
}
_FINAL = {"？": 1, "?": 1, "！": 2, "!": 2, "…": 3, "：": 4, ":": 4}
_CLOSING = "”’\"' 」』"
_OPENING = frozenset("“「『\"‘'")
_CLOSED = frozenset("”」』\"’'")
_QUOTED = re.compile(
    r"(?P<open>[“‘「『]|(?:^|(?<=[\s(—]))[\"'](?=\S))"
    r"|(?P<close>[”」』]|(?<=[.,!?—…])’(?=[\s)—]|$)|(?<=\S)\"|(?<=[.,!?—…])'(?=[\s)—]|$))"
)
_QUOTATION_MARK = re.compile("[“‘「『”’」』\"']")
_SENTENCES = {
    "zh": re.compile(r"[。！？!?]+[”’」』\"]*|……(?=[^，。！？])"),
    # A mark first, and then what stands before it: so the search goes from mark to mark.
    "en": re.compile(
        r"[.!?](?<!\b[A-Z].)(?<!Mr.)(?<!Mrs.)(?<!Dr.)(?<!\bSt.)[.!?]*[”’\"']*(?=\s+[“‘\"']?[A-Z0-9]|$)"
    ),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One language's segments of a stretch, as arrays by position (see the module).

    Passed so far: ``length`` (characters; Chinese without spaces), ``marks`` (of each kind counted),
    ``sentences``, ``seams`` (block ends), ``label_seams`` (a label behind a label), ``turns``
    (changes of role).
    Of the last segment: ``final`` (kind of closing mark), ``closes`` a quotation, ``inside`` one after
    it. Of the next one: ``opens`` a quotation. Of each segment, without the extra entry: ``ordinal``,
    ``heading``, ``couple``, ``block``, ``rows`` of tables. ``telling`` is the share of segments that share
    their block.
    """

    length: Facts
    marks: Facts
    sentences: Facts
    seams: Facts
    turns: Facts
    final: Facts
    closes: Facts
    inside: Facts
    opens: Facts
    ordinal: npt.NDArray[np.int64]
    heading: npt.NDArray[np.int64]
    rows: Rows
    couple: npt.NDArray[np.int64]
    block: npt.NDArray[np.int64]
    telling: float
    label_seams: Facts

    @property
    def count(self) -> int:
        """Return how many segments there are."""
        return len(self.ordinal)

    @property
    def sizes(self) -> Facts:
        """Return the length of each segment."""
        return np.diff(self.length)


def side_of(segments: Sequence[Segment], couples: Sequence[int] = (), rows: Rows | None = None) -> Side:
    """Return what is seen of some segments of one language."""
    texts = [segment.text for segment in segments]
    language: Language = segments[0].language if segments else "zh"
    places = [segment.place for segment in segments]
    new_block = [left != right for left, right in itertools.pairwise(places)]
    # Where every segment is a block, as in a file of one sentence a line, block ends say nothing.
    telling = 1.0 - sum(new_block) / len(new_block) if new_block else 0.0
    roles = [segment.role for segment in segments]
    labels = [is_label(segment) for segment in segments]
    return Side(
        length=_passed([max(1, _length(text, language)) for text in texts]),
        marks=np.vstack([np.zeros((1, 6)), np.cumsum([_counts(text, language) for text in texts], axis=0)]),
        sentences=_passed([max(1, len(_SENTENCES[language].findall(text))) for text in texts]),
        seams=_passed([0.0, *(float(new) for new in new_block)][: len(texts)]),
        telling=telling,
        label_seams=_passed(
            [0.0, *(float(one and other) for one, other in itertools.pairwise(labels))][: len(texts)]
        ),
        turns=_passed(
            [0.0, *(float(one != other) for one, other in itertools.pairwise(roles))][: len(texts)]
        ),
        final=np.array([0.0, *(float(_final_mark(text)) for text in texts)]),
        closes=np.array([0.0, *(float(text[-1:] in _CLOSED) for text in texts)]),
        inside=np.array(_inside_quotation(texts)),
        opens=np.array([*(float(text[:1] in _OPENING) for text in texts), 0.0]),
        ordinal=np.array([_ordinal(segment) for segment in segments], dtype=np.int64),
        heading=np.array([role == "heading" for role in roles], dtype=np.int64),
        rows=rows or no_rows(len(texts)),
        couple=np.array(couples if couples else [0] * len(texts), dtype=np.int64),
        block=np.array([place.page * 100_000 + place.block for place in places], dtype=np.int64),
    )


def _passed(values: Sequence[float]) -> Facts:
    return np.concatenate([[0.0], np.cumsum(np.asarray(values, dtype=np.float64))])


def _length(text: str, language: Language) -> int:
    return sum(map(len, text.split())) if language == "zh" else len(text)


def _counts(text: str, language: Language) -> list[int]:
    return [len(pattern.findall(text)) for pattern in _COUNTED[language]]


def _final_mark(text: str) -> int:
    return _FINAL.get(text.rstrip(_CLOSING)[-1:], 0)


def _inside_quotation(texts: Sequence[str]) -> list[float]:
    """Return for each position whether the last quotation mark before it was an opening one."""
    inside = 0.0
    found = [inside]
    for text in texts:
        # Most have none, and one that closes by what stands around it is dear to look for.
        if _QUOTATION_MARK.search(text):
            for mark in _QUOTED.finditer(text):
                inside = 1.0 if mark.lastgroup == "open" else 0.0
        found.append(inside)
    return found


def is_label(segment: Segment) -> bool:
    """Say whether a segment is a caption or heading that is no sentence."""
    return segment.role in {"caption", "heading"} and not ends_sentence(segment.text)


def _ordinal(segment: Segment) -> int:
    """Return which item of a list, or which division, a segment says it is; 0 if none."""
    division = division_of(segment.mark + segment.text)
    if division is not None:
        rank = 1 + RANKS.index(division.kind)
        return 100_000 * rank + 10 * division.number + division.sub
    in_mark = mark_value(segment.mark) if segment.mark else 0
    return in_mark or ordinal_value(segment.text)
