"""Files of an index by meaning: the sentence vectors of some units each, and the list of the files.

The vectors are float16, as `language.vectors` rounds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vet_terms.language.vectors import DIMENSIONS
from vet_terms.memory.checked_files import DamagedFileError, open_checked, write_checked

_PART = "vet-terms vectors 2"
_LIST = "vet-terms list of vectors 2"
_TYPES = {"ids": "<i8", "zh": "<f2", "en": "<f2"}

HalfVectors = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Part:
    """Units by ascending id, with a row of each matrix for each."""

    ids: npt.NDArray[np.int64]
    zh: HalfVectors
    en: HalfVectors

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.ids)


def write_part(path: Path, part: Part, encoder: str) -> None:
    """Write a part as a file. Raises OutputError."""
    arrays = {name: getattr(part, name).astype(kind, copy=False) for name, kind in _TYPES.items()}
    write_checked(path, _PART, {"encoder": encoder}, arrays)


def open_part(path: Path, encoder: str) -> Part:
    """Return the part in a file, all of it checked. Raises DamagedFileError."""
    facts, arrays = open_checked(path, _PART, _TYPES)
    if facts["encoder"] != encoder:
        raise DamagedFileError(f"{path}: is of another encoder")
    return Part(
        arrays["ids"], *(arrays[name].reshape(len(arrays["ids"]), DIMENSIONS) for name in ("zh", "en"))
    )


def write_parts(path: Path, identity: str, encoder: str, files: list[str]) -> None:
    """Write the list of the parts of a store. Raises OutputError."""
    write_checked(path, _LIST, {"identity": identity, "encoder": encoder, "files": files})


def open_parts(path: Path, identity: str, encoder: str) -> list[str]:
    """Return the names of a store's parts. Raises DamagedFileError."""
    facts, _ = open_checked(path, _LIST)
    if (facts["identity"], facts["encoder"]) != (identity, encoder):
        raise DamagedFileError(f"{path}: is of another memory or encoder")
    return [*facts["files"]]
