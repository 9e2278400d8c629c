"""What an exchange format of the glossary is; which there are is said in the package's own table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from vet_terms.model import Concept, Language

Held = Literal[
    "id",
    "zh_variants",
    "en",
    "en_variants",
    "en_forbidden",
    "type",
    "status",
    "domain",
    "definition",
    "context_zh",
    "context_en",
    "source",
    "count",
    "note",
    "extra",
]
"""What a concept may have beside its Chinese term, which every format holds."""

EVERYTHING: frozenset[Held] = frozenset(get_args(Held))


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a file is wanted: which language is the source, the codes of both, a byte-order mark for Excel."""

    source: Language = "zh"
    chinese: str = "zh-CN"
    english: str = "en-US"
    mark: bool = False
    """Whether a table begins with a byte-order mark; what is no table never does."""


DEFAULT = WriteOptions()


class Writer(Protocol):
    """Writes concepts, already chosen and in order, as a file's bytes."""

    def __call__(self, concepts: Sequence[Concept], options: WriteOptions = DEFAULT, /) -> bytes:
        """Return the file."""
        ...


Reader = Callable[[bytes, str], list[Concept]]
"""Takes the bytes and the name of a file, for messages. Raises InputError."""


def nothing_more(concepts: Sequence[Concept], options: WriteOptions) -> dict[str, int]:
    """Leave nothing out."""
    return {}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, its usual file name, its writer, its reader if it has one."""

    name: str
    file_name: str
    description: str
    write: Writer
    read: Reader | None = None
    holds: frozenset[Held] = EVERYTHING - {"count", "extra"}
    """What of a concept comes back from the file, beside the Chinese term."""
    shows: frozenset[Held] = frozenset()
    """What else stands in the file, and comes back as concepts of their own or as a note."""
    needs_english: bool = True
    """Whether a concept without English has no place in it."""
    keeps_evidence: bool = False
    """Whether what the machine says of a pair in its note goes too: to people who edit the term base."""
    takes_mark: bool = False
    """Whether it is a table that a spreadsheet opens, and may begin with a byte-order mark."""
    leaves_out: Callable[[Sequence[Concept], WriteOptions], dict[str, int]] = nothing_more
    """Counts concepts, chosen already, that the writer has to leave out, by the reason."""
