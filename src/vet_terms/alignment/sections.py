"""A long text in one language beside the same in the other: which parts belong together.

Parts are found by what both languages number alike (articles, chapters, items of a list), and where
nothing is numbered by the lengths of passages in step. A part that only one side has ends the part
before it and has no counterpart.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

from vet_terms.alignment.passages import Passage
from vet_terms.alignment.steps import Part, Side, in_step
from vet_terms.language.divisions import RANKS

_MOST_ITEMS = 400
"""List items a side beyond which their numbers, which begin anew in each list, tell no place."""
_LEAST_SHARE = 0.5
_Key = Callable[[Passage], Hashable | None]


def parts(zh: Sequence[Passage], en: Sequence[Passage]) -> list[Part]:
    """Return the finest parts that are sure, in order; passages in doubt are in none."""
    if not zh or not en:
        return []
    if len(zh) == len(en) == 1:
        return [(tuple(zh), tuple(en))]
    for key, ends in ((_division, _ends_division), (_item, _ends_item)):
        found = _by_number(zh, en, key, ends)
        if found:
            return found
    return _page_by_page(zh, en) or in_step(_each(zh), _each(en))


def _each(found: Sequence[Passage]) -> list[Side]:
    return [(passage,) for passage in found]


def _page_by_page(zh: Sequence[Passage], en: Sequence[Passage]) -> list[Part]:
    """Return the parts of slides that are said all in one language and then all in the other."""
    sides = [
        [tuple(page) for _, page in itertools.groupby(side, key=lambda each: each.page)] for side in (zh, en)
    ]
    if min(len(side) for side in sides) < 2 or {each.page for each in zh} & {each.page for each in en}:
        return []
    return [part for pages in in_step(*sides) for part in _inner(*pages)]


def _division(passage: Passage) -> Hashable | None:
    return passage.division


def _item(passage: Passage) -> Hashable | None:
    return (passage.bracketed, passage.ordinal) if passage.ordinal else None


def _ends_division(passage: Passage, opening: Passage) -> bool:
    """Say whether a passage that was not found on the other side ends the division before it."""
    if not passage.division or not opening.division:
        return False
    return RANKS.index(passage.division.kind) <= RANKS.index(opening.division.kind)


def _ends_item(passage: Passage, opening: Passage) -> bool:
    return bool(passage.ordinal) and (passage.bracketed == opening.bracketed or not passage.bracketed)


def _by_number(
    zh: Sequence[Passage],
    en: Sequence[Passage],
    key: _Key,
    ends: Callable[[Passage, Passage], bool],
    *,
    counterparts: bool = False,
) -> list[Part]:
    left = [(index, key(each)) for index, each in enumerate(zh) if key(each) is not None]
    right = [(index, key(each)) for index, each in enumerate(en) if key(each) is not None]
    if not left or not right or (key is _item and max(len(left), len(right)) > _MOST_ITEMS):
        return []
    matcher = SequenceMatcher(None, [name for _, name in left], [name for _, name in right], autojunk=False)
    anchors = [
        (left[block.a + step][0], right[block.b + step][0])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
    if len(anchors) < max(1, _LEAST_SHARE * min(len(left), len(right))):
        return []
    if anchors == [(0, 0)]:
        # The one number stands before everything and divides nothing, unless it is in a heading.
        return _headed(zh, en) if _are_headings(zh[0], en[0]) else []
    # What stands before the first number may be a title page on one side and a list of contents on the
    # other; inside counterparts it is what introduces the list.
    before = (tuple(zh[: anchors[0][0]]), tuple(en[: anchors[0][1]]))
    result = parts(*before) or ([before] if counterparts and all(before) else [])
    for (zh_start, en_start), (zh_next, en_next) in itertools.pairwise([*anchors, (len(zh), len(en))]):
        zh_end = _end(zh, zh_start, zh_next, ends)
        en_end = _end(en, en_start, en_next, ends)
        inside = (zh[zh_start:zh_end], en[en_start:en_end])
        result += _inner(*inside)
    return result


def _end(side: Sequence[Passage], start: int, limit: int, ends: Callable[[Passage, Passage], bool]) -> int:
    opening = side[start]
    return next((index for index in range(start + 1, limit) if ends(side[index], opening)), limit)


def _are_headings(zh: Passage, en: Passage) -> bool:
    return zh.role == en.role == "heading"


def _headed(zh: Sequence[Passage], en: Sequence[Passage]) -> list[Part]:
    """Return a heading with its counterpart, and the parts of what stands below."""
    below = _inner(zh[1:], en[1:]) if len(zh) > 1 and len(en) > 1 else []
    return [((zh[0],), (en[0],)), *below]


def _inner(zh: Sequence[Passage], en: Sequence[Passage]) -> list[Part]:
    """Return the parts of two counterparts; where nothing divides them they are one part."""
    if _are_headings(zh[0], en[0]) and zh[0].ordinal == en[0].ordinal and zh[0].division == en[0].division:
        return _headed(zh, en)
    if len(zh) == 1 or len(en) == 1:
        return [(tuple(zh), tuple(en))]
    found = _items_within(zh, en) or in_step(_each(zh), _each(en))
    return found or [(tuple(zh), tuple(en))]


def _items_within(zh: Sequence[Passage], en: Sequence[Passage]) -> list[Part]:
    """Return the items of a list inside counterparts, and what stands before and behind it."""
    found = _by_number(zh, en, _item, _ends_item, counterparts=True)
    if not found or len(found) == 1:
        return []
    return found


def whole_blocks(passages: Sequence[Passage]) -> bool:
    """Say whether a text is given whole in one language and then whole in the other.

    A few lines in the other language (a name, an address) do not matter.
    """
    sizes: dict[str, list[float]] = {
        language: [0.0, *itertools.accumulate(each.size * (each.language == language) for each in passages)]
        for language in ("zh", "en")
    }
    counts = [sum(each.language == language for each in passages) for language in ("zh", "en")]
    changes = sum(left.language != right.language for left, right in itertools.pairwise(passages))
    if min(counts) < 2 or changes > max(1, 0.1 * len(passages)):
        return False
    totals = sizes["zh"][-1], sizes["en"][-1]
    best = 0.0
    for split in range(1, len(passages)):
        zh, en = sizes["zh"][split] / totals[0], sizes["en"][split] / totals[1]
        best = max(best, min(zh, 1 - en), min(1 - zh, en))
    return best >= 0.9
