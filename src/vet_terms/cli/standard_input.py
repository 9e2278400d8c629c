"""Standard input as an argument: ``-``, which can be read once."""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.errors import UsageError
from vet_terms.files import STDIN, read_bytes


def refuse_to_read_twice(names: Sequence[str | None], advice: str = "name - a single time") -> None:
    """Raise UsageError where more than one of the names is standard input."""
    if names.count(STDIN) > 1:
        raise UsageError(f"standard input can be read once; {advice}")


def lines_of_input() -> list[str]:
    """Return the lines of standard input that are not empty."""
    from vet_terms.documents.encoding import decode

    text, _ = decode(read_bytes(STDIN), "standard input")
    return [line.strip() for line in text.splitlines() if line.strip()]
