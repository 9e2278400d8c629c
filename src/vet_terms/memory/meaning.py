"""Concordance by meaning across languages: an English phrase finds the Chinese that says it, and the reverse.

An optional index of sentence vectors, made on request and kept in a folder; what was added to the store is
read when it is extended. A search compares the phrase with every unit of the other language (nothing is left
out), takes the likest, and looks at their clauses: the one that is likest says where to look. A lost or
damaged index costs the time to make it again and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vet_terms.errors import UsageError
from vet_terms.files import make_folder
from vet_terms.language.scripts import language_of, to_simplified
from vet_terms.language.vectors import embed, encoder_name, is_available
from vet_terms.memory.checked_files import DamagedFileError
from vet_terms.memory.meaning_parts import Part, open_part, open_parts, write_part, write_parts
from vet_terms.memory.store.store import Store
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language
from vet_terms.progress import Progress, silent
from vet_terms.tmx.model import PLACEABLE

MOST_IN_A_PART = 32_768
"""Units of a file: what is lost when the work is stopped, and written again when a few units were added."""
LOOKED_AT = 50
"""Units whose clauses are looked at."""

_LIST = "meaning.list"
_READ_AT_ONCE = 1024
_COMPARED_AT_ONCE = 8192
_CLAUSE = re.compile(r"(?:[^，；：。！？,;:!?—]|(?<=\d)[,:](?=\d))+[，；：。！？,;:!?—\s]*")
_LEAST_CLAUSE = 4
"""Characters under which a clause is read with the next: 首先, Yes."""
_EDGES = " \t\n\u3000，；：。！？,;:!?—.“”\"‘’'（）()"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A unit whose text in a language says what was asked for; ``score`` is a cosine, at most 1.

    The characters from ``start`` to before ``end`` of that text are the clause that says it.
    """

    unit: MemoryUnit
    language: Language
    score: float
    start: int
    end: int


class MeaningIndex:
    """The vectors of a store's units, in a folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        """Open what the folder has for this store; what is of another store, encoder or damaged is not used.

        Raises UsageError where the sentence encoder is not installed.
        """
        if not is_available():
            raise UsageError("searching by meaning needs the sentence encoder; install vet-terms with it")
        self.remarks: list[str] = []
        """What a person should hear of the index, one sentence each."""
        self._folder, self._store, self._encoder = folder, store, encoder_name()
        self._parts: list[Part] = []
        self._files: list[str] = []
        try:
            if (self._folder / _LIST).exists():
                self._open()
        except DamagedFileError as error:
            self._parts, self._files = [], []
            self.remarks.append(f"the index by meaning is made anew ({error})")

    @property
    def units(self) -> int:
        """How many units there are vectors of."""
        return sum(map(len, self._parts))

    @property
    def last_id(self) -> int:
        """The greatest id of them, 0 if there is none."""
        return int(self._parts[-1].ids[-1]) if self._parts else 0

    def extend(self, progress: Progress = silent) -> int:
        """Read the units that are new in the store, and return how many; a few minutes for 100,000.

        What is stopped half-way goes on from the last full part. Raises OutputError where the index cannot be
        written.
        """
        state = self._store.state()
        rows = iter(self._store.texts_after(self.last_id))
        added = 0
        make_folder(self._folder)
        blocks = range(0, max(0, state.last_id - self.last_id), _READ_AT_ONCE)
        fresh: list[Part] = []
        for _ in progress(blocks, "reading for meaning"):
            some = [(row.id, row.zh, row.en) for row in islice(rows, _READ_AT_ONCE)]
            if not some:
                break
            fresh.append(
                Part(
                    np.array([number for number, _, _ in some], dtype=np.int64),
                    _vectors([to_simplified(zh) for _, zh, _ in some]),
                    _vectors([en for _, _, en in some]),
                )
            )
            added += len(some)
            if sum(map(len, fresh)) >= MOST_IN_A_PART:
                self._keep(fresh)
                fresh = []
        if fresh:
            self._keep(fresh)
        return added

    def search(self, phrase: str, limit: int = 10) -> list[Meaning]:
        """Return the units that say in the other language what a phrase says, the likest first.

        Raises UsageError for a phrase that is neither Chinese nor English.
        """
        language = language_of(phrase)
        if language is None:
            raise UsageError("the phrase to look for has no word; give one in Chinese or in English")
        other: Language = "en" if language == "zh" else "zh"
        asked = embed([to_simplified(phrase.strip())])[0]
        likest = self._likest(asked, other, max(LOOKED_AT, limit))
        found = _by_clauses(likest, asked, other)
        found.sort(key=lambda each: (-each.score, each.unit.id))
        return found[:limit]

    def _likest(
        self, asked: npt.NDArray[np.float32], language: Language, most: int
    ) -> list[tuple[MemoryUnit, float]]:
        """Return the units of the store that are likest as a whole, the likest first, with their cosines."""
        # Units that were removed from the store are here still: so many more may have to be looked at.
        wanted = most + min(self._store.state().removed, self.units)
        ids, scores = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        for part in self._parts:
            matrix = part.zh if language == "zh" else part.en
            for start in range(0, len(part), _COMPARED_AT_ONCE):
                near = matrix[start : start + _COMPARED_AT_ONCE].astype(np.float32) @ asked
                # Rounded, so that no machine's last digit of a product decides.
                scores = np.concatenate([scores, np.round(near, 4)])
                ids = np.concatenate([ids, part.ids[start : start + _COMPARED_AT_ONCE]])
                best = np.lexsort((ids, -scores))[:wanted]
                ids, scores = ids[best], scores[best]
        there = self._store.get(ids.tolist())
        pairs = zip(ids.tolist(), scores.tolist(), strict=True)
        return [(there[number], score) for number, score in pairs if number in there][:most]

    def _open(self) -> None:
        path = self._folder / _LIST
        state = self._store.state()
        files = open_parts(path, state.identity, self._encoder)
        self._parts = [open_part(self._folder / file, self._encoder) for file in files]
        self._files = files
        every = np.concatenate([part.ids for part in self._parts]) if files else np.zeros(0, dtype=np.int64)
        if (np.diff(every) <= 0).any() or self.last_id > state.last_id:
            raise DamagedFileError(f"{path}: knows other units than the memory has")

    def _keep(self, fresh: Sequence[Part]) -> None:
        """Write new rows, together with those of the last part where that is not full."""
        fill = bool(self._parts) and len(self._parts[-1]) < MOST_IN_A_PART
        rows = [*self._parts[-1:], *fresh] if fill else list(fresh)
        part = Part(*(np.concatenate([getattr(each, name) for each in rows]) for name in ("ids", "zh", "en")))
        # Named by its units: two who extend at once write the same.
        file = f"meaning-{part.ids[0]}-{part.ids[-1]}.vectors"
        write_part(self._folder / file, part, self._encoder)
        replaced = self._files[-1:] if fill else []
        self._files = [*(self._files[:-1] if fill else self._files), file]
        self._parts = [
            *(self._parts[:-1] if fill else self._parts),
            open_part(self._folder / file, self._encoder),
        ]
        write_parts(self._folder / _LIST, self._store.state().identity, self._encoder, self._files)
        for old in set(replaced) - {file}:
            (self._folder / old).unlink(missing_ok=True)


def clauses(text: str) -> list[tuple[int, int]]:
    """Return where the clauses of a text begin and end, without the marks around them, in order."""
    found: list[tuple[int, int]] = []
    begin = -1
    for match in _CLAUSE.finditer(text):
        start, end = _trimmed(text, match.start() if begin < 0 else begin, match.end())
        if end - start < _LEAST_CLAUSE:
            begin = match.start() if begin < 0 else begin
            continue
        found.append((start, end))
        begin = -1
    if begin >= 0:
        start, end = _trimmed(text, begin, len(text))
        if start < end:
            found.append((start, end))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _by_clauses(
    likest: Sequence[tuple[MemoryUnit, float]], asked: npt.NDArray[np.float32], language: Language
) -> list[Meaning]:
    spans = [(unit, start, end) for unit, _ in likest for start, end in clauses(unit.text(language))]
    texts = [to_simplified(_readable(unit.text(language)[start:end])) for unit, start, end in spans]
    scores = np.round(embed(texts) @ asked, 3).tolist()
    best: dict[int, tuple[float, int, int]] = {}
    for (unit, start, end), score in zip(spans, scores, strict=True):
        if unit.id not in best or score > best[unit.id][0]:
            best[unit.id] = (score, start, end)
    found = []
    for unit, whole in likest:
        score, start, end = best.get(unit.id, (whole, 0, len(unit.text(language))))
        found.append(Meaning(unit, language, round(max(score, whole), 3), start, end))
    return found


def _vectors(texts: Sequence[str]) -> npt.NDArray[np.float16]:
    readable = [_readable(text) for text in texts]
    vectors = embed(readable).astype(np.float16)
    vectors[[not text.strip() for text in readable]] = 0
    return vectors


def _readable(text: str) -> str:
    return text.replace(PLACEABLE, " ")
