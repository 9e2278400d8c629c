"""How one bilingual file is laid out, found out or given, and what that says of which text pairs with which.

A layout is evidence, not a decision: it cuts a document into stretches and gives neighbouring passages
that seem to belong together the number of a couple. Whether they pair, the model decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vet_terms.alignment.groups import Group, group_of, page_stretches
from vet_terms.alignment.passages import Passage, kinship, passages
from vet_terms.alignment.sections import parts, whole_blocks
from vet_terms.alignment.steps import Part
from vet_terms.alignment.turns import Couple, Habits, couples
from vet_terms.errors import UsageError
from vet_terms.model import Segment

LAYOUTS: Mapping[str, str] = MappingProxyType(
    {
        "pages": "slides or pages, each in both languages or followed by the same in the other one",
        "lines": "a line in one language, the same in the other on the next line",
        "paragraphs": "paragraphs, or turns of several, in one language and then in the other",
        "blocks": "the whole text in one language, then the whole text in the other",
        "columns": "both languages side by side: on one line, or in the cells of a row",
        "text": "no order that could be told; any text may pair with any that stands at a like place",
    }
)
"""The layouts of a bilingual file, by the names that a person may force."""

_MOST_ON_A_PAGE = 24
"""Passages a page, on average, up to which a document of many pages is one of slides."""
_LONG_TURN = 8
_FORCED_HABITS = {"lines": Habits(extra=2.0), "paragraphs": Habits()}
_SEAM = 3.0
"""How much must speak for texts on both sides of a page break to belong together."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """A stretch with its couples and what layout each of them is of."""

    passages: tuple[Passage, ...]
    couples: tuple[Part, ...]
    kinds: Mapping[str, int]

    @property
    def coupled(self) -> frozenset[int]:
        """Return the identities of the passages that are in a couple."""
        return frozenset(id(each) for part in self.couples for side in part for each in side)


def stretches(segments: Iterable[Segment], layout: str = "") -> tuple[str, list[Group]]:
    """Return the layout of a bilingual document and its groups with their couples, in reading order.

    Raises UsageError where a layout is asked for that is not known, or that the document cannot have.
    """
    found = list(segments)
    if layout:
        _refuse_impossible(layout, found)
    everything = passages(found)
    if layout not in {"", "pages"}:
        return layout, [_group(_outline(everything, layout))]
    if not layout and whole_blocks(everything):
        return "blocks", [_group(_outline(everything, "blocks"))]
    outlines = [_outline(piece, "") for piece in _cut(everything, page_stretches(found))]
    if not layout:
        outlines = _mended(outlines)
    return layout or _name(outlines), [_group(each) for each in outlines]


def _cut(found: Sequence[Passage], pieces: Iterable[Sequence[Segment]]) -> Iterator[list[Passage]]:
    """Yield the passages of each piece; a passage stands on one page and so in one piece."""
    rest = iter(found)
    for piece in pieces:
        here: list[Passage] = []
        size = 0
        while size < len(piece):
            here.append(next(rest))
            size += len(here[-1].segments)
        yield here


def _refuse_impossible(layout: str, segments: Sequence[Segment]) -> None:
    possible = [name for name in LAYOUTS if _is_possible(name, segments)]
    if layout in possible:
        return
    name = segments[0].place.document if segments else "the document"
    wrong = "cannot be its layout" if layout in LAYOUTS else "is no layout"
    raise UsageError(f"{name}: “{layout}” {wrong}; possible here: {', '.join(possible)}")


def _is_possible(layout: str, segments: Sequence[Segment]) -> bool:
    if layout == "pages":
        return len({each.place.page for each in segments}) > 1
    if layout == "columns":
        languages: dict[tuple[int, int], set[str]] = {}
        for each in segments:
            if each.place.line:
                languages.setdefault((each.place.page, each.place.line), set()).add(each.language)
        return any(len(found) == 2 for found in languages.values()) or any(
            each.role == "cell" for each in segments
        )
    return True


def _outline(found: Sequence[Passage], layout: str) -> _Outline:
    zh = [each for each in found if each.language == "zh"]
    en = [each for each in found if each.language == "en"]
    if not zh or not en or layout == "text":
        return _Outline(tuple(found), (), {"text": len(found)})
    if layout == "blocks" or (not layout and whole_blocks(found)):
        return _Outline(tuple(found), tuple(parts(zh, en)), {"blocks": len(found)})
    kinds: Counter[str] = Counter()
    result: list[Part] = []
    for couple in couples(found, _FORCED_HABITS.get(layout)):
        left, right = found[couple.start : couple.middle], found[couple.middle : couple.end]
        sides = (left, right) if left[0].language == "zh" else (right, left)
        kind = _kind(couple, sides)
        if layout == "columns" and kind != "columns":
            continue
        kinds[kind] += couple.end - couple.start
        inner = [] if layout == "lines" else parts(*sides)
        covers_all = couple.end - couple.start == len(found) > 2
        # A couple of everything with everything would say nothing.
        result += inner or ([] if covers_all else [(tuple(sides[0]), tuple(sides[1]))])
    kinds["text"] += len(found) - sum(kinds.values())
    return _Outline(tuple(found), tuple(result), dict(kinds))


def _kind(couple: Couple, sides: tuple[Sequence[Passage], Sequence[Passage]]) -> str:
    zh, en = sides[0][-1], sides[1][0]
    if zh.role == en.role == "cell" or (zh.line and zh.line == en.line and zh.page == en.page):
        return "columns"
    if min(couple.sizes) >= _LONG_TURN:
        return "blocks"
    sentences = max(len(passage.segments) for side in sides for passage in side)
    return "lines" if sentences <= 1 and max(couple.sizes) == 1 else "paragraphs"


def _mended(outlines: Sequence[_Outline]) -> list[_Outline]:
    """Join stretches whose page break parts a text from its translation.

    The texts beside the break have no partner of their own and are in different languages.
    """
    result: list[_Outline] = []
    for outline in outlines:
        if result:
            before, after = _lone_end(result[-1]), _lone_start(outline)
            differ = before and after and before[0].language != after[0].language
            if differ and kinship(before, after) >= _SEAM:
                joined = (*result.pop().passages, *outline.passages)
                result.append(_outline(joined, ""))
                continue
        result.append(outline)
    return result


def _lone_end(outline: _Outline) -> list[Passage]:
    return _lone_run(list(reversed(outline.passages)), outline.coupled)[::-1]


def _lone_start(outline: _Outline) -> list[Passage]:
    return _lone_run(outline.passages, outline.coupled)


def _lone_run(found: Sequence[Passage], coupled: frozenset[int]) -> list[Passage]:
    run: list[Passage] = []
    for each in found:
        if id(each) in coupled or (run and each.language != run[0].language):
            break
        run.append(each)
    return run


def _name(outlines: Sequence[_Outline]) -> str:
    size = sum(len(outline.passages) for outline in outlines)
    if len(outlines) > 1 and size <= _MOST_ON_A_PAGE * len(outlines):
        return "pages"
    kinds: Counter[str] = Counter()
    for outline in outlines:
        kinds.update(outline.kinds)
    order = list(LAYOUTS)
    return max(kinds, key=lambda kind: (kinds[kind], -order.index(kind)), default="text")


def _group(outline: _Outline) -> Group:
    numbers: dict[int, int] = {}
    for number, part in enumerate(outline.couples, start=1):
        numbers.update((id(each), number) for side in part for each in side)
    group = group_of(segment for each in outline.passages for segment in each.segments)
    couples_of = {
        language: tuple(
            numbers.get(id(each), 0)
            for each in outline.passages
            if each.language == language
            for _ in each.segments
        )
        for language in ("zh", "en")
    }
    return Group(group.zh, group.en, couples_of["zh"], couples_of["en"])
