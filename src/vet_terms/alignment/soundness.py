"""Whether an alignment makes sense: how much of the text finds its counterpart, and where little does.

An aligner strings something together from any two texts; what tells translations from others is how
likely its pairs are. Each side's share of text in pairs is counted, every pair by the probability that
it is right, and the better side decides: a summary, or slides with boxes in one language, leave much of
one side alone and are sound. Only probabilities and lengths are looked at here, no word of either text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vet_terms.alignment.passages import ENGLISH_PER_CHINESE
from vet_terms.alignment.result import Alignment, Row
from vet_terms.errors import UsageError
from vet_terms.model import Segment

LEAST_SHARES = ((100, 0.45), (8, 0.63), (5, 0.55), (2, 0.1))
"""Under what share of the better side two texts are not taken for translations of each other.

Each with the fewest segments a side from which it holds. Long translations have .82 and more, long texts
on other things .30 at most. In a short text also a wrong pair has few rivals, so more is asked of it:
passages of eight to forty sentences of novels and news have .64 and more with their translations, and with
other texts between .2 and .7, the less the longer they are. From five to seven sentences the two overlap.
Of fewer hardly anything need be found, and a single one beside another is never refused: a free translation
has nothing to support it.
"""

DRIFT_ROWS, DRIFT_LETTERS = 25, 2000
"""So many rows or letters (of English, Chinese as long as its English) make a stretch worth a note."""

LEAST_SHARE_OF_STRETCH = 0.35
"""A stretch is worth a note where less than this share of both sides' text finds its counterpart."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows one after another, from the first to before the last, of which little finds its counterpart."""

    first: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch that may grow: its rows, the sums of all rows before it and to its end.

    ``lower`` is the nearest candidate in front whose sum before is lower, -1 where there is none.
    """

    first: int
    before: float
    end: int = 0
    after: float = 0.0
    lower: int = -1


def sound(alignment: Alignment, names: str, *, force: bool) -> Alignment:
    """Return an alignment with notes on where little of the text finds its counterpart.

    Raises UsageError, which begins with ``names``, where the texts do not look like translations of each
    other; with ``force`` that is a note too.
    """
    refused = refusal(alignment.rows)
    if refused and not force:
        raise UsageError(f"{names}: {refused}; align --force pairs them all the same")
    said = [f"{names}: {refused}"] if refused else []
    return replace(alignment, notes=(*alignment.notes, *said, *drifts(alignment.rows)))


def refusal(rows: Sequence[Row]) -> str | None:
    """Return why rows cannot be those of translations, with the first place of it; None where they can."""
    fewest = min(sum(len(row.zh) for row in rows), sum(len(row.en) for row in rows))
    least = next((least for segments, least in LEAST_SHARES if fewest >= segments), 0.0)
    share = share_paired(rows)
    if share >= least:
        return None
    stretches = _without_counterpart(rows)
    place = _places(rows[stretches[0].first :])[0] if stretches else _places(rows)[0]
    return (
        "these do not look like translations of each other: "
        f"{_percent(1 - share)} of the text finds no counterpart, first at {place}"
    )


def share_paired(rows: Iterable[Row]) -> float:
    """Return the expected share, from 0 to 1, of the better side's text that is in right pairs."""
    whole = {"zh": 0.0, "en": 0.0}
    paired = {"zh": 0.0, "en": 0.0}
    for row in rows:
        for language, segments in (("zh", row.zh), ("en", row.en)):
            size = _letters(segments)
            whole[language] += size
            paired[language] += size * _expected(row)
    return round(max(paired[side] / whole[side] if whole[side] else 0.0 for side in whole), 4)


def drifts(rows: Sequence[Row]) -> list[str]:
    """Return a note for each long stretch of rows where little of the text finds its counterpart."""
    found = []
    for stretch in _without_counterpart(rows):
        inside = rows[stretch.first : stretch.end]
        if len(inside) >= DRIFT_ROWS or sum(map(_size, inside)) >= DRIFT_LETTERS:
            places = _places(inside)
            found.append(
                f"from {places[0]} to {places[-1]} only {_percent(stretch.share)} of the text "
                "finds its counterpart"
            )
    return found


def _without_counterpart(rows: Sequence[Row]) -> list[Stretch]:
    """Return the stretches in which less than LEAST_SHARE_OF_STRETCH of the text pairs, in order.

    They are the maximal scoring subsequences (Ruzzo & Tompa 1999) of the rows, each of which scores its
    letters times what its expected share is under that.
    """
    found: list[_Candidate] = []
    total = 0.0
    for index, row in enumerate(rows):
        before = total
        total = round(total + _size(row) * (LEAST_SHARE_OF_STRETCH - _expected(row)), 3)
        if total <= before:
            continue
        new = _Candidate(index, before)
        while True:
            lower = len(found) - 1
            while lower >= 0 and found[lower].before >= new.before:
                lower = found[lower].lower
            if lower < 0 or found[lower].after >= total:
                found.append(_Candidate(new.first, new.before, index + 1, total, lower))
                break
            new = found[lower]
            del found[lower:]
    return [Stretch(each.first, each.end, _share(rows[each.first : each.end])) for each in found]


def _share(rows: Sequence[Row]) -> float:
    """Return the expected share of both sides' text that is in right pairs."""
    return round(sum(_size(row) * _expected(row) for row in rows) / sum(map(_size, rows)), 4)


def _expected(row: Row) -> float:
    return row.score if row.pairs else 0.0


def _size(row: Row) -> float:
    return _letters(row.zh) * ENGLISH_PER_CHINESE + _letters(row.en)


def _letters(segments: Iterable[Segment]) -> int:
    return sum(len(segment.mark) + len(segment.text) for segment in segments)


def _places(rows: Sequence[Row]) -> list[str]:
    """Return the places of rows by their Chinese; by their English where they have no Chinese at all."""
    zh = [str(segment.place) for row in rows for segment in row.zh]
    return zh or [str(segment.place) for row in rows for segment in row.en]


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
