"""Subtitles to a Document: SRT and WebVTT, in one language or with both in each cue.

The text of a cue is a block at the line where it begins; ``cue12`` names its number in the file, from 1.
Tags and, in WebVTT, character references are undone as a player does. The lines of a cue are one text, but
for a change of language or speaker. A sentence that runs over cues is made whole where the words say so;
in doubt cues stay apart. Scrolling captions, which show a line again, count it once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vet_terms.documents.cleaning import clean
from vet_terms.documents.encoding import decode
from vet_terms.documents.parts import Part, document_of_parts
from vet_terms.documents.source import Source
from vet_terms.documents.subtitles.continuation import goes_on, is_over, joined
from vet_terms.documents.subtitles.cues import Cue, Times, cues_of, is_web
from vet_terms.documents.text.paragraphs import LONGEST_PARAGRAPH
from vet_terms.documents.text.plain_text import encoding_notes
from vet_terms.errors import InputError
from vet_terms.language.scripts import language_of
from vet_terms.model import Document, Dropped, Language, Place

LONGEST_PAUSE = 0.3
"""Seconds between two cues up to which a sentence may run over from one to the other."""

LONGEST_RUN = 8
"""Cues that one sentence may run over; where more seem to belong together, end marks are missing."""

_LEAST_CAPITALS = 0.1
"""Share of English cues with a capital first below which small letters tell nothing."""

_SCROLL = 0.06

_TAG = re.compile(
    r"</?(?:[ibuspcv]|em|strong|font|span|ruby|rt|lang)(?:[.\s][^<>]*)?/?>|<\d[\d:.]*>|\{\\[^{}]*\}",
    re.IGNORECASE,
)
"""Tags of WebVTT and HTML as subtitles use them, times inside a cue, and overrides of ASS."""
_SPEAKER = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>", re.IGNORECASE)
_RUBY = re.compile(r"<rt(?:[.\s][^<>]*)?>([^<]*)", re.IGNORECASE)
_BREAK = re.compile(r"<[bB][rR]\s*/?>|\\N")
"""As HTML breaks a line, and as ASS does, from which SRT is often made."""
_NEW_SPEAKER = re.compile(r"[-–—]\s*\S|>>")


@dataclass(frozen=True, slots=True)
class _Caption:
    """What a cue shows: texts in one language each, None where there is no word."""

    texts: tuple[tuple[Language | None, str], ...]
    place: Place
    times: Times | None
    cues: int = 1


def read_subtitles(source: Source) -> Document:
    """Return the document in an SRT or WebVTT file. Raises InputError where it has no cue."""
    text, used = decode(source.data, source.name, source.encoding)
    web = is_web(text) or source.name.lower().endswith(".vtt")
    cues, left_out = cues_of(text, web=web)
    if not cues:
        raise InputError(
            f"{source.name}: has no subtitles (no line like 00:00:01,000 --> 00:00:04,000); "
            "export it as SRT or WebVTT"
        )
    dropped = [Dropped(each.text, each.reason, Place(source.name, line=each.line)) for each in left_out]
    captions: list[_Caption] = []
    before: Cue | None = None
    for number, cue in enumerate(cues, start=1):
        if not cue.rows:
            continue
        place = Place(source.name, line=cue.line, spot=f"cue{number}")
        rows = _visible(cue, place, dropped, web=web)
        seen = Cue(tuple(rows), cue.line, cue.head, cue.times)
        again = _scrolled(before, seen)
        dropped += [Dropped(row, "shown again", place) for row in rows[:again]]
        before = seen
        captions.append(_Caption(tuple(_texts(rows[again:])), place, cue.times))
    parts = [
        Part(text, caption.place, "body")
        for caption in _whole_sentences(captions)
        for _, text in caption.texts
    ]
    notes = (*encoding_notes(used), *_notes(cues))
    return document_of_parts(parts, Document(source.name, (), tuple(dropped), used, notes=notes))


def _notes(cues: Sequence[Cue]) -> Iterator[str]:
    damaged = [cue.head for cue in cues if cue.times is None]
    if len(damaged) > 3:
        yield f"{len(damaged)} cues have no readable time, the first after line {damaged[0]}"
    else:
        yield from (f"cue after line {line} has no readable time" for line in damaged)
    empty = sum(not cue.rows for cue in cues)
    if empty:
        yield f"{empty} {'cue has' if empty == 1 else 'cues have'} no text"


def _visible(cue: Cue, place: Place, dropped: list[Dropped], *, web: bool) -> list[str]:
    """Return the lines that a player shows of a cue; names of speakers and glosses are dropped."""
    text = "\n".join(cue.rows)
    for pattern, reason in ((_SPEAKER, "speaker"), (_RUBY, "ruby")):
        names = (_unescaped(found.group(1), web=web).strip() for found in pattern.finditer(text))
        dropped += [Dropped(name, reason, place) for name in names if name]
    text = _TAG.sub("", _RUBY.sub("", _BREAK.sub("\n", text)))
    rows = clean(_unescaped(text, web=web)).split("\n")
    return [row.strip() for row in rows if row.strip()]


def _unescaped(text: str, *, web: bool) -> str:
    return html.unescape(text) if web else text


def _scrolled(before: Cue | None, cue: Cue) -> int:
    """Return how many first lines of a cue are the last ones of the cue before it, still on the screen.

    A cue with nothing new counts only where it is shown for a moment, as captions do while they scroll:
    people do say a thing twice.
    """
    if before is None or before.times is None or cue.times is None:
        return 0
    if abs(cue.times.start - before.times.end) > _SCROLL:
        return 0
    for count in range(min(len(before.rows), len(cue.rows)), 0, -1):
        if before.rows[-count:] == cue.rows[:count]:
            moment = cue.times.end - cue.times.start <= _SCROLL
            return count if moment or count < len(cue.rows) else 0
    return 0


def _texts(rows: Sequence[str]) -> Iterator[tuple[Language | None, str]]:
    """Yield the texts of a cue: lines of one language are one text, unless another speaker begins."""
    language: Language | None = None
    whole = ""
    for row in rows:
        told = language_of(row)
        # A number alone goes with what stands below it.
        same = (told in {None, language} or language is None) and len(whole) < LONGEST_PARAGRAPH
        if whole and same and not _NEW_SPEAKER.match(row):
            language = language or told
            whole = joined((whole, row), language)
            continue
        if whole:
            yield language, whole
        language, whole = told, row
    if whole:
        yield language, whole


def _whole_sentences(captions: Sequence[_Caption]) -> Iterator[_Caption]:
    """Yield captions, those that one sentence runs over joined at the place of the first."""
    cased = _capitals_tell(captions)
    run: _Caption | None = None
    for caption in captions:
        if run is not None and run.cues < LONGEST_RUN and _runs_on(run, caption, cased=cased):
            assert caption.times is not None and run.times is not None
            run = replace(
                run,
                texts=tuple(
                    (language, joined((left, right), language))
                    for (language, left), (_, right) in zip(run.texts, caption.texts, strict=True)
                ),
                times=Times(run.times.start, caption.times.end),
                cues=run.cues + 1,
            )
            continue
        if run is not None:
            yield run
        run = caption
    if run is not None:
        yield run


def _runs_on(run: _Caption, caption: _Caption, *, cased: bool) -> bool:
    """Say whether a caption goes on with the sentence of the one before, in each of its languages.

    Of two languages one has to say so and neither may gainsay: they are translations of each other.
    """
    if run.times is None or caption.times is None or not run.texts:
        return False
    if not 0 <= caption.times.start - run.times.end + _SCROLL <= LONGEST_PAUSE + _SCROLL:
        return False
    languages = [language for language, _ in run.texts]
    if languages != [language for language, _ in caption.texts] or None in languages:
        return False
    if len(set(languages)) < len(languages):
        return False
    told = False
    for (language, left), (_, right) in zip(run.texts, caption.texts, strict=True):
        if is_over(left) or _NEW_SPEAKER.match(right):
            return False
        if language is not None and (cased or language == "zh"):
            told = told or goes_on(left, right, language)
    return told


def _capitals_tell(captions: Sequence[_Caption]) -> bool:
    """Say whether English begins with a capital here at all: captions made by machines may not."""
    starts = [
        found.group()
        for caption in captions
        for language, text in caption.texts
        if language == "en" and (found := re.search(r"[A-Za-z]", text[:20]))
    ]
    return sum(map(str.isupper, starts)) >= _LEAST_CAPITALS * len(starts)
