"""How an alignment is scored: strict precision, recall and F1, and the keys it is held against."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from vet_terms.model import TranslationUnit

ROOT = Path(__file__).parent.parent
DECK = ROOT / "seeds" / "004_b56f01a47149504a.txt"
DECK_KEY = ROOT / "tests" / "gold" / "deck_alignment.tsv"
DATA = ROOT.parent / "shared" / "data"
"""Public data for benchmarks and some tests; never part of the project, and they do without it."""

Pair = tuple[str, str]
Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class DeckKey:
    """The hand-made key of a deck: its distinct pairs and its one-sided passages, in order."""

    pairs: tuple[Pair, ...]
    zh_only: tuple[str, ...]
    en_only: tuple[str, ...]


def read_key(path: Path = DECK_KEY) -> DeckKey:
    """Return a key from its table (slide, kind, zh, en), texts without spaces."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return DeckKey(
        pairs=tuple(
            dict.fromkeys((squeezed(zh), squeezed(en)) for _, kind, zh, en in rows if kind == "pair")
        ),
        zh_only=tuple(squeezed(zh) for _, kind, zh, _en in rows if kind == "zh"),
        en_only=tuple(squeezed(en) for _, kind, _zh, en in rows if kind == "en"),
    )


def squeezed(text: str) -> str:
    """Return a text without its spaces, which a dump sets by chance."""
    return "".join(text.split())


def pairs_of(units: Iterable[TranslationUnit]) -> tuple[Pair, ...]:
    """Return the distinct pairs of units, without spaces."""
    return tuple(dict.fromkeys((squeezed(unit.zh), squeezed(unit.en)) for unit in units))


def strict(key: Collection[Pair], found: Collection[Pair]) -> Score:
    """Return the score of distinct pairs that match a pair of the key on both sides, whole."""
    right = len(set(key) & set(found))
    return Score(right / max(1, len(found)), right / max(1, len(key)))


def strict_beads(keys: Iterable[Collection[Bead]], found: Iterable[Collection[Bead]]) -> Score:
    """Return the strict score over documents as Vecalign's and Bertalign's scorers define it.

    Precision counts every bead, also those of one side; recall only the pairs.
    """
    right = proposed = recalled = wanted = 0
    for key, beads in zip(keys, found, strict=True):
        proposed += len(set(beads))
        right += len(set(beads) & set(key))
        pairs = {bead for bead in key if bead[0] and bead[1]}
        wanted += len(pairs)
        recalled += len(pairs & set(beads))
    return Score(right / max(1, proposed), recalled / max(1, wanted))
