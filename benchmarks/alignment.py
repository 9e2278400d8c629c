"""Alignment: the deck against its key, and news with noise against the length-based method.

    python -m benchmarks.alignment [--ntrex FOLDER]

The noise on NTREX-128 news: on each side a tenth of the sentences is deleted and a tenth of the
neighbours merged. ``lengths`` is the same search with lengths, numbers and names alone, the evidence
of the classical aligners (Gale & Church 1993). Times are ratios within this run.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from unittest import mock

from benchmarks.scoring import DATA, DECK, Bead, pairs_of, read_key, strict, strict_beads
from vet_terms.alignment import aligner
from vet_terms.alignment.groups import Group
from vet_terms.documents.readers import read_document
from vet_terms.model import Language, Place, Segment

STORY_LINES = 190
DEVELOPMENT = range(5)
"""The documents that weights were chosen on; the others are left for later, unread."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ntrex", type=Path, default=DATA / "ntrex")
    options = parser.parse_args()
    _deck()
    if options.ntrex.is_dir():
        _news(options.ntrex)
    else:
        print(f"NTREX: skipped, {options.ntrex} is not there")


def _deck() -> None:
    key = read_key()
    started = time.perf_counter()
    alignment = aligner.align_document(read_document(DECK))
    seconds = time.perf_counter() - started
    score = strict(key.pairs, pairs_of(alignment.units))
    print(f"deck: {len(key.pairs)} pairs in the key, {len(alignment.units)} found")
    figures = f"P {score.precision:.3f} R {score.recall:.3f} strict F1 {score.f1:.3f}"
    print(f"deck: {figures}; {seconds:.1f} s with start-up")


def _news(folder: Path) -> None:
    documents = [noisy(zh, en, seed=1) for zh, en in stories(folder)[DEVELOPMENT.start : DEVELOPMENT.stop]]
    keys = [key for _, _, key in documents]
    times: dict[str, float] = {}
    for name, available in (("vet-terms", True), ("lengths", False)):
        started = time.perf_counter()
        with mock.patch.object(aligner, "is_available", lambda available=available: available):
            found = [beads_between(zh, en) for zh, en, _ in documents]
        times[name] = time.perf_counter() - started
        score = strict_beads(keys, found)
        print(
            f"NTREX noise, development documents: {name:10} P {score.precision:.3f} R {score.recall:.3f} "
            f"strict F1 {score.f1:.3f}; time {times[name] / times['vet-terms']:.2f} × vet-terms"
        )


def stories(folder: Path) -> list[tuple[list[str], list[str]]]:
    """Return the NTREX stories joined in file order to documents of at least STORY_LINES lines."""
    zh, en, ids = (
        (folder / name).read_text("utf-8").split("\n")
        for name in ("zho-CN.txt", "eng.txt", "document_ids.tsv")
    )
    names = [line.split("\t")[0] for line in ids if line]
    names = names[len(names) - len([line for line in en if line]) :]
    documents: list[tuple[list[str], list[str]]] = [([], [])]
    for index, name in enumerate(names):
        if index and name != names[index - 1] and len(documents[-1][0]) >= STORY_LINES:
            documents.append(([], []))
        documents[-1][0].append(zh[index].strip())
        documents[-1][1].append(en[index].strip())
    return documents


def noisy(zh: list[str], en: list[str], seed: int) -> tuple[list[str], list[str], set[Bead]]:
    """Return both sides with a tenth deleted and a tenth merged, and the beads that are then right."""
    generator = random.Random(seed)
    left, left_of = _thinned(zh, "", generator)
    right, right_of = _thinned(en, " ", generator)
    beads: list[tuple[set[int], set[int]]] = [({index}, set()) for index in range(len(left))]
    beads += [(set(), {index}) for index in range(len(right))]
    for line in range(len(zh)):
        if line in left_of and line in right_of:
            here = [bead for bead in beads if left_of[line] in bead[0] or right_of[line] in bead[1]]
            beads = [bead for bead in beads if bead not in here]
            beads.append((set().union(*(bead[0] for bead in here)), set().union(*(bead[1] for bead in here))))
    return left, right, {(tuple(sorted(zh_side)), tuple(sorted(en_side))) for zh_side, en_side in beads}


def _thinned(lines: list[str], seam: str, generator: random.Random) -> tuple[list[str], dict[int, int]]:
    kept = [index for index in range(len(lines)) if generator.random() >= 0.1]
    texts: list[str] = []
    place: dict[int, int] = {}
    position = 0
    while position < len(kept):
        index = kept[position]
        merged = position + 1 < len(kept) and kept[position + 1] == index + 1 and generator.random() < 0.1
        place[index] = len(texts)
        texts.append(lines[index])
        if merged:
            place[index + 1] = len(texts) - 1
            texts[-1] += seam + lines[index + 1]
        position += 2 if merged else 1
    return texts, place


def beads_between(zh: list[str], en: list[str]) -> set[Bead]:
    """Return the beads that the aligner finds between two lists of sentences."""
    group = Group(_segments(zh, "zh"), _segments(en, "en"))
    return {
        (
            tuple(range(bead.zh_start, bead.zh_start + bead.zh_count)),
            tuple(range(bead.en_start, bead.en_start + bead.en_count)),
        )
        for bead in aligner.beads_of(group)
    }


def _segments(lines: list[str], language: Language) -> tuple[Segment, ...]:
    return tuple(
        Segment(line, language, "body", Place(language, block=number))
        for number, line in enumerate(lines, start=1)
    )


if __name__ == "__main__":
    main()
