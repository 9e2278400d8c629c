"""What every reader is given: the bytes of one file, and how to read them."""

from __future__ import annotations

from dataclasses import dataclass

from vet_terms.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    ``name`` is what places and messages call it; ``encoding`` was forced by a person, or is empty;
    ``progress`` shows a person how far a long file is.
    """

    data: bytes
    name: str
    encoding: str = ""
    progress: Progress = silent
