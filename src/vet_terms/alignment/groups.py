"""Which segments can pair at all: those of one slide, or of neighbouring one-language slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vet_terms.model import Segment


@dataclass(frozen=True, slots=True)
class Group:
    """The Chinese and the English segments of one stretch of a document, each in reading order.

    ``zh_couples`` and ``en_couples`` say for each segment to which couple it belongs by the layout: the
    same number on both sides, from 1, is a Chinese passage and the English one beside it; 0 says
    nothing. They are empty where nothing is known of the layout. ``one_file`` says that both sides stand in
    one bilingual document; two files may well have the same name in two folders.
    """

    zh: tuple[Segment, ...]
    en: tuple[Segment, ...]
    zh_couples: tuple[int, ...] = ()
    en_couples: tuple[int, ...] = ()
    one_file: bool = True


def group_of(segments: Iterable[Segment]) -> Group:
    """Return the group of a stretch of segments."""
    stretch = list(segments)
    return Group(
        tuple(segment for segment in stretch if segment.language == "zh"),
        tuple(segment for segment in stretch if segment.language == "en"),
    )


def page_stretches(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Return the stretches of a document, by its pages.

    A slide with both languages is a stretch of its own. Slides of one language are joined with the
    slides of the other that follow them: some decks say each slide twice.
    """
    pages = [list(page) for _, page in groupby(segments, key=lambda segment: segment.place.page)]
    result: list[list[Segment]] = []
    pending: list[list[Segment]] = []
    for page in pages:
        if len(_languages(page)) == 2:
            result += _joined(pending)
            pending = []
            result.append(page)
            continue
        if _turns_back(pending, page):
            result += _joined(pending)
            pending = []
        pending.append(page)
    return result + _joined(pending)


def _languages(page: Iterable[Segment]) -> set[str]:
    return {segment.language for segment in page}


def _turns_back(pending: Sequence[Sequence[Segment]], page: Sequence[Segment]) -> bool:
    """Say whether a one-language page goes back to the language that the pending pages began with."""
    if not pending:
        return False
    began_with = _languages(pending[0])
    return _languages(page) == began_with and _languages(pending[-1]) != began_with


def _joined(pages: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    return [[segment for page in pages for segment in page]] if pages else []
