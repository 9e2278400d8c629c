"""News with noise: human translations line by line, of which each side loses and joins some lines.

NTREX-128 (newstest2019) gives one Chinese line to each English one. Whole stories are joined in file
order to documents; then, on each side by itself, a tenth of the lines is deleted and a tenth of the
neighbours that are left is merged. The beads that are right are the connected components of what is
left of the links. The noise of document k in seed s is drawn from ``random.Random(1000 * s + k)``: first
all deletions of the Chinese, then its mergers, then the same for the English.

Documents 0 to 4 in seed 1 are for development; 5 to 9 in the seeds 2 to 4 are held out.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.intertext import ParallelText
from benchmarks.scoring import Bead
from vet_terms.errors import InputError
from vet_terms.files import read_bytes

DEVELOPMENT_DOCUMENTS, DEVELOPMENT_SEEDS = range(5), (1,)
HELD_OUT_DOCUMENTS, HELD_OUT_SEEDS = range(5, 10), (2, 3, 4)
CHINESE = ("zho-CN", "zho-TW")

DELETED = 0.1
MERGED = 0.1
FEWEST_LINES = 190
"""A document ends with the story that brings it to this many lines."""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One line of the news: its story, its Chinese translation and its English source."""

    story: str
    zh: str
    en: str


def noisy_documents(
    folder: Path, chinese: str, documents: Iterable[int], seeds: Iterable[int]
) -> list[ParallelText]:
    """Return the asked-for documents with noise, each in every seed.

    Raises InputError where the folder does not hold the news, or not so many documents.
    """
    stories = joined_stories(read_news(folder, chinese))
    wanted = list(documents)
    if any(number not in range(len(stories)) for number in wanted):
        raise InputError(
            f"{folder}: holds the documents 0 to {len(stories) - 1}; {max(wanted)} was asked for"
        )
    return [
        with_noise(stories[number], 1000 * seed + number, name=f"ntrex.{chinese}.{number}.{seed}")
        for number in wanted
        for seed in list(seeds)
    ]


def read_news(folder: Path, chinese: str) -> list[NewsLine]:
    """Return the lines of ``eng.txt``, ``zho-….txt`` and ``document_ids.tsv``.

    Raises InputError where a file is missing or the three are not of one length.
    """
    zh, en, stories = (_lines(folder / name) for name in (f"{chinese}.txt", "eng.txt", "document_ids.tsv"))
    if len(stories) == len(en) + 1:  # a heading
        del stories[0]
    if not len(zh) == len(en) == len(stories):
        raise InputError(
            f"{folder}: {chinese}.txt has {len(zh)} lines, eng.txt {len(en)}, document_ids.tsv {len(stories)}"
        )
    return [
        NewsLine(story.split("\t")[0].strip(), *texts) for story, *texts in zip(stories, zh, en, strict=True)
    ]


def joined_stories(lines: Sequence[NewsLine]) -> list[list[NewsLine]]:
    """Return whole stories joined in order to documents of at least FEWEST_LINES lines."""
    documents: list[list[NewsLine]] = [[]]
    for line in lines:
        last = documents[-1]
        if len(last) >= FEWEST_LINES and line.story != last[-1].story:
            documents.append([])
        documents[-1].append(line)
    return documents


def with_noise(lines: Sequence[NewsLine], seed: int, name: str = "") -> ParallelText:
    """Return a document with a tenth of each side deleted and a tenth merged, and its right beads.

    Every sentence is a paragraph, as a file of lines is read: no aligner is told where stories begin.
    """
    generator = random.Random(seed)
    zh = _thinned(len(lines), generator)
    en = _thinned(len(lines), generator)
    return ParallelText(
        name=name,
        zh=tuple("".join(lines[index].zh for index in run) for run in zh),
        en=tuple(" ".join(lines[index].en for index in run) for run in en),
        beads=connected_beads(zh, en),
        zh_paragraphs=tuple(range(1, len(zh) + 1)),
        en_paragraphs=tuple(range(1, len(en) + 1)),
    )


def _thinned(count: int, generator: random.Random) -> list[tuple[int, ...]]:
    """Return which lines each sentence is made of that is left; a line is merged at most once."""
    kept = [index for index in range(count) if generator.random() >= DELETED]
    runs: list[tuple[int, ...]] = []
    position = 0
    while position < len(kept):
        index = kept[position]
        # The short circuit is part of the recipe: no number is drawn where nothing can be merged.
        merged = kept[position + 1 : position + 2] == [index + 1] and generator.random() < MERGED
        runs.append((index, index + 1) if merged else (index,))
        position += len(runs[-1])
    return runs


def connected_beads(zh: Sequence[Sequence[int]], en: Sequence[Sequence[int]]) -> tuple[Bead, ...]:
    """Return the connected components of two sides' sentences, which share lines, in order.

    Each sentence is given as the numbers of its lines, rising from sentence to sentence.
    """
    beads: list[Bead] = []
    i = j = 0
    while i < len(zh) or j < len(en):
        zh_end, en_end = i, j
        if j == len(en) or (i < len(zh) and zh[i][-1] < en[j][0]):
            zh_end += 1
        elif i == len(zh) or en[j][-1] < zh[i][0]:
            en_end += 1
        else:
            zh_end, en_end = i + 1, j + 1
            # Lines rise, so whatever reaches back into the bead comes next on its side.
            while True:
                if zh_end < len(zh) and zh[zh_end][0] <= en[en_end - 1][-1]:
                    zh_end += 1
                elif en_end < len(en) and en[en_end][0] <= zh[zh_end - 1][-1]:
                    en_end += 1
                else:
                    break
        beads.append((tuple(range(i, zh_end)), tuple(range(j, en_end))))
        i, j = zh_end, en_end
    return tuple(beads)


def _lines(path: Path) -> list[str]:
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8") from error
    return [line.strip() for line in text.removesuffix("\n").split("\n")]
