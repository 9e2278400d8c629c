"""How much of new documents a memory knows already: the leverage table that translators quote by.

The first of several segments with the same text is counted in the band of its best match, every later one
is a repetition, in whatever file it stands. What has no letter (numbers, dates, page numbers) is nothing to
translate and has a row of its own, repeated or not.

Sizes are those of word processors, apart: ``characters`` are Chinese characters (without punctuation, which
Word's count of Asian characters includes), ``words`` are what stands between spaces, Chinese characters and
full-width marks and has a letter or a digit: ``LVTC``, ``1+X``, ``2542.4``. The share of a row is that of its
characters and words together, which for English is its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vet_terms.language.scripts import HAN_CHARACTER, count_han
from vet_terms.memory.source_text import Searchable, SourceText, as_written, matches_of
from vet_terms.model import Segment
from vet_terms.progress import Progress, silent

REPETITION, NO_MATCH, NO_WORDS = "repetitions", "none", "no words"
_LOWEST = {"100": 100, "95-99": 95, "85-94": 85, "75-84": 75, "50-74": 50}
"""Bands of matches, and the percentage from which they hold."""
BANDS = (REPETITION, *_LOWEST, NO_MATCH, NO_WORDS)

_USUAL, _LOWEST_OF_ALL = 75, 50
"""Percentages asked for first, and only where that finds nothing: a lower one takes longer."""

_WIDE = re.compile(r"[^\x00-\u10ff]")


@dataclass(frozen=True, slots=True)
class Volume:
    """How much text: segments, Chinese characters, words."""

    segments: int = 0
    characters: int = 0
    words: int = 0

    def __add__(self, other: Volume) -> Volume:
        """Return both together."""
        return Volume(
            self.segments + other.segments, self.characters + other.characters, self.words + other.words
        )

    @property
    def size(self) -> int:
        """Characters and words together: what shares are reckoned by."""
        return self.characters + self.words


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """The leverage of one file, or of several together."""

    name: str
    bands: Mapping[str, Volume] = field(default_factory=dict)
    """One volume for each of `BANDS`, in their order."""
    in_the_other_language: int = 0
    """Segments that are in the target language already; they are in no band."""

    @property
    def total(self) -> Volume:
        """All bands together."""
        return sum(self.bands.values(), Volume())

    def share(self, volume: Volume) -> float:
        """Return what part of the file a volume is, in percent with one decimal."""
        return round(100 * volume.size / self.total.size, 1) if self.total.size else 0.0


def analyse(
    texts: Iterable[SourceText], memory: Searchable | None, progress: Progress = silent
) -> Iterator[FileAnalysis]:
    """Yield the leverage of each text; what was met in an earlier one is a repetition.

    Without a memory everything that is no repetition has no match.
    """
    seen: set[str] = set()
    for text in texts:
        bands = dict.fromkeys(BANDS, Volume())
        for segment in progress(text.segments, text.name):
            band = _band(segment, memory, seen)
            bands[band] += volume_of(as_written(segment))
        bands[NO_WORDS] = sum(map(volume_of, text.without_words), bands[NO_WORDS])
        yield FileAnalysis(text.name, bands, text.in_the_other_language)


def together(analyses: Iterable[FileAnalysis], name: str) -> FileAnalysis:
    """Return several analyses as one."""
    bands = dict.fromkeys(BANDS, Volume())
    others = 0
    for each in analyses:
        bands = {band: bands[band] + each.bands[band] for band in BANDS}
        others += each.in_the_other_language
    return FileAnalysis(name, bands, others)


def volume_of(text: str) -> Volume:
    """Return the volume of one segment."""
    return Volume(1, count_han(text), _count_words(text))


def band_of(percent: int) -> str:
    """Return the band of a match."""
    return next((band for band, lowest in _LOWEST.items() if percent >= lowest), NO_MATCH)


def _band(segment: Segment, memory: Searchable | None, seen: set[str]) -> str:
    text = as_written(segment)
    if not any(character.isalpha() for character in text):
        return NO_WORDS
    if text in seen:
        return REPETITION
    seen.add(text)
    if memory is None:
        return NO_MATCH
    best = matches_of(segment, memory, _USUAL, 1) or matches_of(segment, memory, _LOWEST_OF_ALL, 1)
    return band_of(best[0].percent) if best else NO_MATCH


def _count_words(text: str) -> int:
    apart = _WIDE.sub(_apart, text)
    return sum(any(character.isalnum() for character in run) for run in apart.split())


def _apart(found: re.Match[str]) -> str:
    """Return a space for what ends a word without one: a Chinese character or a full-width mark."""
    character = found.group()
    if HAN_CHARACTER.match(character):
        return " "
    is_mark = unicodedata.east_asian_width(character) in "WF" and not character.isalnum()
    return " " if is_mark else character
