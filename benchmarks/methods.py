"""The ways of aligning that are set side by side: ours, and the peers that this machine has.

`METHODS` is the table of all. A peer that is no package of the index is named by its path; of each only
the search for the best beads is run, with our sentence vectors where it wants vectors, since the
models that their authors used are not to be had offline. None of their code is copied here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks import peers
from benchmarks.intertext import ParallelText
from benchmarks.scoring import Bead, ScoredBead
from vet_terms.alignment import aligner
from vet_terms.alignment.groups import Group
from vet_terms.alignment.result import Options
from vet_terms.errors import UsageError
from vet_terms.language.vectors import is_available
from vet_terms.model import Language, Place, Segment

WARMING_SENTENCES = 12

Find = Callable[[ParallelText], list[ScoredBead]]


@dataclass(frozen=True, slots=True)
class Method:
    """A way of aligning. ``peer`` is the name that its path is given under; empty where it needs none.

    ``ready`` takes that path and returns what aligns a text; it raises `peers.UnavailableError` with the
    reason where this machine cannot run it.
    """

    name: str
    ready: Callable[[Path | None], Find]
    peer: str = ""


def group_of(text: ParallelText) -> Group:
    """Return a text as the aligner takes it: paragraphs as blocks, one sentence a segment."""
    zh, en = _segments(text.zh, text.zh_paragraphs, "zh"), _segments(text.en, text.en_paragraphs, "en")
    return Group(zh, en, one_file=False)


def _segments(
    sentences: tuple[str, ...], paragraphs: tuple[int, ...], language: Language
) -> tuple[Segment, ...]:
    return tuple(
        Segment(sentence, language, "body", Place(language, block=paragraph))
        for sentence, paragraph in zip(sentences, paragraphs, strict=True)
    )


def _ours(_path: Path | None, *, vectors: bool) -> Find:
    if vectors and not is_available():
        raise peers.UnavailableError("the encoder is not installed")

    def find(text: ParallelText) -> list[ScoredBead]:
        return [
            ScoredBead(
                (
                    tuple(range(bead.zh_start, bead.zh_start + bead.zh_count)),
                    tuple(range(bead.en_start, bead.en_start + bead.en_count)),
                ),
                bead.score,
            )
            for bead in aligner.beads_of(group_of(text), Options(vectors=vectors))
        ]

    return find


def _peer(ready: Callable[[Path | None], Callable[[ParallelText], list[Bead]]], path: Path | None) -> Find:
    align = ready(path)
    return lambda text: [ScoredBead(bead, None) for bead in align(text)]


OURS = "vet-terms"
"""The method whose time the others' are given in."""

METHODS = (
    Method(OURS, partial(_ours, vectors=True)),
    Method("vet-terms --no-vectors", partial(_ours, vectors=False)),
    Method("galechurch, byte lengths", partial(_peer, peers.gale_church)),
    Method("hunalign, CC-CEDICT", partial(_peer, peers.hunalign), "hunalign"),
    Method("vecalign, summed vectors", partial(_peer, partial(peers.vecalign, overlaps=1)), "vecalign"),
    Method("vecalign, overlap vectors", partial(_peer, partial(peers.vecalign, overlaps=5)), "vecalign"),
    Method("bertalign, summed vectors", partial(_peer, partial(peers.bertalign, overlaps=1)), "bertalign"),
    Method(
        "bertalign, summed, skip 0",
        partial(_peer, partial(peers.bertalign, overlaps=1, skip=0.0)),
        "bertalign",
    ),
    Method("bertalign, overlap vectors", partial(_peer, partial(peers.bertalign, overlaps=5)), "bertalign"),
)


def ready_methods(methods: Iterable[Method], paths: Iterable[str]) -> dict[str, Find]:
    """Return by name the methods that this machine can run, and print a line for each other one.

    ``paths`` are the peers' as ``NAME=PATH``. Raises UsageError where one is not.
    """
    by_peer: dict[str, Path] = {}
    known = sorted({method.peer for method in METHODS if method.peer})
    for each in paths:
        peer, _, path = each.partition("=")
        if peer not in known or not path:
            raise UsageError(f"--peers {each}: give NAME=PATH, NAME one of {', '.join(known)}")
        by_peer[peer] = Path(path)
    ready: dict[str, Find] = {}
    for method in methods:
        try:
            if method.peer and method.peer not in by_peer:
                raise peers.UnavailableError(f"no path (--peers {method.peer}=PATH)")
            ready[method.name] = method.ready(by_peer.get(method.peer))
        except peers.UnavailableError as error:
            print(f"{method.name}: skipped, {error}")
    return ready


def warm_up(find: Find, texts: Iterable[ParallelText]) -> None:
    """Let a method align the beginnings of some texts, untimed: it loads dictionaries and compiles loops."""
    count = WARMING_SENTENCES
    for text in texts:
        sides = {name: getattr(text, name)[:count] for name in ("zh", "en", "zh_paragraphs", "en_paragraphs")}
        find(replace(text, beads=(), **sides))
