"""Alignment beside its peers: hand-aligned texts, news with noise, and the deck.

    python -m benchmarks.alignment [--mac FOLDER] [--ntrex FOLDER] [--peers NAME=PATH ...]

``--mac`` is any folder of InterText XML (`benchmarks.intertext`), ``--ntrex`` the news (`benchmarks.ntrex`);
either is passed over where it is not there. Without ``--held-out`` only the documents that weights may be
chosen on are read. Times include the embedding of sentences, each method beginning with nothing
remembered, and are ratios within this run. What the scores are, `benchmarks.scoring` says.

    --peers bertalign=corelib.py vecalign=CHECKOUT hunalign=BINARY
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import calibration, intertext, ntrex
from benchmarks.intertext import ParallelText
from benchmarks.methods import METHODS, OURS, Find, ready_methods, warm_up
from benchmarks.scoring import DATA, DECK, BeadScore, ScoredBead, bead_score, pairs_of, read_key, strict
from vet_terms.alignment import aligner
from vet_terms.documents.readers import read_document
from vet_terms.errors import VetTermsError
from vet_terms.language.vectors import forget


@dataclass(frozen=True, slots=True)
class Result:
    """What one method made of some texts."""

    name: str
    score: BeadScore
    seconds: float
    judged: tuple[tuple[float, bool], ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; return 2 where an option or a file is not what it should be."""
    options = _options(arguments)
    chosen = [each for each in METHODS if any(part in each.name for part in options.methods or [""])]
    try:
        ready = ready_methods(chosen, options.peers)
        _deck()
        for title, texts in _sets(options):
            show(title, texts, _results(ready, texts))
    except VetTermsError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mac", type=Path, default=DATA / "mac-dev")
    parser.add_argument("--ntrex", type=Path, default=DATA / "ntrex")
    parser.add_argument("--chinese", nargs="+", default=ntrex.CHINESE, metavar="NAME")
    parser.add_argument("--documents", nargs="+", type=int, default=ntrex.DEVELOPMENT_DOCUMENTS, metavar="K")
    parser.add_argument("--seeds", nargs="+", type=int, default=ntrex.DEVELOPMENT_SEEDS, metavar="S")
    parser.add_argument("--held-out", action="store_true", help="the documents and seeds for the end, once")
    parser.add_argument("--peers", nargs="+", default=[], metavar="NAME=PATH")
    parser.add_argument("--methods", nargs="+", default=[], metavar="TEXT", help="only those with this text")
    options = parser.parse_args(arguments)
    if options.held_out:
        options.documents, options.seeds = ntrex.HELD_OUT_DOCUMENTS, ntrex.HELD_OUT_SEEDS
    return options


def _sets(options: argparse.Namespace) -> Iterable[tuple[str, list[ParallelText]]]:
    if options.mac.is_dir():
        yield f"{options.mac.name}", intertext.read_folder(options.mac)
    else:
        print(f"hand-aligned texts: skipped, {options.mac} is not there")
    if not options.ntrex.is_dir():
        print(f"NTREX: skipped, {options.ntrex} is not there")
        return
    which = f"documents {_listed(options.documents)}, seeds {_listed(options.seeds)}"
    for chinese in options.chinese:
        texts = ntrex.noisy_documents(options.ntrex, chinese, options.documents, options.seeds)
        yield f"NTREX noise, {chinese}, {which}", texts


def _results(ready: Mapping[str, Find], texts: Sequence[ParallelText]) -> Iterator[Result]:
    for name, find in ready.items():
        try:
            yield result_of(name, find, texts)
        except Exception as error:
            if name.startswith(OURS):
                raise
            # Other people's code, of any version: one that fails is one line, not the end of the run.
            print(f"{name}: failed, {type(error).__name__}: {error}")


def result_of(name: str, find: Find, texts: Sequence[ParallelText]) -> Result:
    """Return what a method makes of some texts, and how long it takes from a cold start."""
    warm_up(find, texts[:1])
    forget()
    started = time.perf_counter()
    found: list[list[ScoredBead]] = [find(text) for text in texts]
    seconds = time.perf_counter() - started
    keys = [text.beads for text in texts]
    return Result(
        name,
        bead_score(keys, [[each.bead for each in beads] for beads in found]),
        seconds,
        tuple(calibration.judged(keys, found)),
    )


def show(title: str, texts: Sequence[ParallelText], results: Iterable[Result]) -> None:
    """Print a table of some results, as they come, and then how far their confidences can be trusted."""
    zh, en = sum(len(text.zh) for text in texts), sum(len(text.en) for text in texts)
    beads = sum(len(text.beads) for text in texts)
    print(f"\n{title}: {len(texts)} texts, {zh} Chinese and {en} English sentences, {beads} beads")
    print(f"{'':27} {'P':>6} {'R':>6} {'strict F1':>9} {'lax F1':>7}  time", flush=True)
    ours = 0.0
    tables: list[str] = []
    for result in results:
        ours = result.seconds if result.name == OURS else ours
        exact, lax = result.score.strict, result.score.lax
        figures = f"{exact.precision:6.3f} {exact.recall:6.3f} {exact.f1:9.3f} {lax.f1:7.3f}"
        ratio = f"{result.seconds / ours:.2f} × {OURS}" if ours else f"{result.seconds:.1f} s"
        print(f"{result.name:27} {figures}  {ratio}", flush=True)
        if result.judged:
            tables.append(f"\n{result.name}, {title}\n{calibration.table(result.judged)}")
    print("\n".join(tables), flush=True)


def _listed(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _deck() -> None:
    key = read_key()
    started = time.perf_counter()
    alignment = aligner.align_document(read_document(DECK))
    seconds = time.perf_counter() - started
    score = strict(key.pairs, pairs_of(alignment.units))
    print(f"deck: {len(key.pairs)} pairs in the key, {len(alignment.units)} found")
    figures = f"P {score.precision:.3f} R {score.recall:.3f} strict F1 {score.f1:.3f}"
    print(f"deck: {figures}; {seconds:.1f} s with start-up")


if __name__ == "__main__":
    sys.exit(main())
