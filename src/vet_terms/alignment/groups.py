"""Which segments can pair at all: those of one slide, or of neighbouring one-language slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vet_terms.model import Segment


@dataclass(frozen=True, slots=True)
class Group:
    """The Chinese and the English segments of one stretch of a document, each in reading order."""

    zh: tuple[Segment, ...]
    en: tuple[Segment, ...]


def groups(segments: Iterable[Segment]) -> list[Group]:
    """Return the groups of a bilingual document.

    A slide with both languages is a group of its own. Slides of one language are joined with the
    slides of the other that follow them: some decks say each slide twice.
    """
    pages = [_group(page) for _, page in groupby(segments, key=lambda segment: segment.place.page)]
    result: list[Group] = []
    pending: list[Group] = []
    for page in pages:
        if page.zh and page.en:
            result += _joined(pending)
            pending = []
            result.append(page)
            continue
        if _turns_back(pending, page):
            result += _joined(pending)
            pending = []
        pending.append(page)
    return result + _joined(pending)


def _group(segments: Iterable[Segment]) -> Group:
    page = list(segments)
    return Group(
        tuple(segment for segment in page if segment.language == "zh"),
        tuple(segment for segment in page if segment.language == "en"),
    )


def _turns_back(pending: Sequence[Group], page: Group) -> bool:
    """Say whether a one-language page goes back to the language that the pending pages began with."""
    if not pending:
        return False
    began_with_chinese = bool(pending[0].zh)
    return bool(page.zh) == began_with_chinese and bool(pending[-1].zh) != began_with_chinese


def _joined(pages: Sequence[Group]) -> list[Group]:
    if not pages:
        return []
    zh = tuple(segment for page in pages for segment in page.zh)
    en = tuple(segment for page in pages for segment in page.en)
    return [Group(zh, en)]
