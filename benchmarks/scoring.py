"""How an alignment is scored, and the keys it is held against.

Beads are scored as the scorers of Vecalign (Thompson & Koehn 2019) and Bertalign (Liu & Zhu 2022) do
it: counts are summed over all documents; a bead is strictly right where the key holds the very same
one, and right in the lax sense where it also holds, or pairs at least one sentence of each of its
sides with the other. Precision looks at every bead, also those of one side; recall at pairs only.
"""

from __future__ import annotations

from collections import defaultdict
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
class ScoredBead:
    """A bead that was found, and how sure the finder is, from 0 to 1; none where it does not say."""

    bead: Bead
    score: float | None


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


@dataclass(frozen=True, slots=True)
class BeadScore:
    """The strict and the lax score of the same beads."""

    strict: Score
    lax: Score


@dataclass(slots=True)
class _Count:
    strict: int = 0
    lax: int = 0
    all: int = 0

    def add(self, judged: Collection[Bead], against: Collection[Bead]) -> None:
        same = set(against)
        partners: dict[int, set[int]] = defaultdict(set)
        for zh, en in same:
            for index in zh:
                partners[index].update(en)
        for bead in {bead for bead in judged if bead[0] or bead[1]}:
            right = bead in same
            self.all += 1
            self.strict += right
            self.lax += right or any(partners[index] & set(bead[1]) for index in bead[0] if index in partners)


def bead_score(keys: Iterable[Collection[Bead]], found: Iterable[Collection[Bead]]) -> BeadScore:
    """Return the score of beads over documents, key by key.

    Raises ValueError where there is not one alignment for each key.
    """
    precise, recalled = _Count(), _Count()
    for key, beads in zip(keys, found, strict=True):
        precise.add(beads, key)
        recalled.add(pairs_only(key), pairs_only(beads))
    return BeadScore(
        Score(precise.strict / max(1, precise.all), recalled.strict / max(1, recalled.all)),
        Score(precise.lax / max(1, precise.all), recalled.lax / max(1, recalled.all)),
    )


def pairs_only(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """Return the beads that have something on both sides."""
    return tuple(bead for bead in beads if bead[0] and bead[1])
