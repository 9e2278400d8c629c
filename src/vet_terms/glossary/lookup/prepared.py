"""A glossary file made ready for lookups: read, or opened as it was made ready before.

Reading a hundred thousand concepts takes seconds, so a large glossary is kept ready in the folder
``.vet-terms`` beside it (of a workspace: beside its ``glossary`` folder). What is kept belongs to the very
bytes of the glossary: whether they changed is told by size and times, and where these did change, by a
hash. A file that is damaged, of another version, or not to be written costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import json
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from vet_terms import __version__
from vet_terms.errors import VetTermsError
from vet_terms.files import STDIN, make_folder, read_bytes, write_whole
from vet_terms.glossary.lookup.filed import FiledGlossary, write_glossary
from vet_terms.glossary.lookup.forms import Glossary
from vet_terms.glossary.lookup.pages import DamagedFileError

if TYPE_CHECKING:
    from vet_terms.glossary.lookup.listed import ListedGlossary
    from vet_terms.glossary.marking import Terms

FOLDER = ".vet-terms"
SMALL = 150_000
"""Bytes of a glossary that is read faster than it is worth keeping ready: some six hundred concepts."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file is sure to show in its times."""


if TYPE_CHECKING:

    class PreparedGlossary(Glossary, Terms, Protocol):
        """A glossary ready for lookups and for marking texts."""


def open_glossary(
    path: Path | str, *, preparing: Callable[[], object] = lambda: None, anew: bool = False
) -> PreparedGlossary:
    """Return a glossary ready for lookups. Raises InputError where it cannot be read.

    ``preparing`` is called before a large glossary is made ready. ``anew`` makes it ready whatever is kept:
    what is kept raises DamagedFileError also later, when it is first read where it is damaged.
    """
    if str(path) == STDIN:
        return _listed(path)
    path = Path(path)
    stamp = _stamp(path)
    if stamp is None or stamp["size"] <= SMALL:
        return _listed(path)
    kept = _Kept(path)
    if not anew:
        with contextlib.suppress(DamagedFileError):
            return kept.opened(stamp)
    preparing()
    digest = _digest(path)
    glossary = _listed(path)
    if _stamp(path) == stamp and _digest(path) == digest:
        kept.write(glossary, stamp, digest)
    return glossary


class _Kept:
    """What is kept of one glossary: a file made from its bytes, and a note of which bytes these were."""

    def __init__(self, path: Path) -> None:
        name = f"{zlib.crc32(str(path.resolve()).encode('utf-8', 'surrogateescape')):08x}"
        parent = path.resolve().parent
        self._path = path
        self._folder = (parent.parent if parent.name == "glossary" else parent) / FOLDER
        self._file = self._folder / f"glossary-{name}.lookup"
        self._note = self._folder / f"glossary-{name}.json"

    def opened(self, stamp: dict[str, int]) -> FiledGlossary:
        """Return the glossary as it is kept. Raises DamagedFileError where it is not or is another's."""
        glossary = FiledGlossary(self._file)
        digest = glossary.facts.get("digest")
        if glossary.facts.get("version") != __version__:
            raise DamagedFileError(f"{self._file}: is of another version")
        if self._noted() != {"stamp": stamp, "digest": digest}:
            if _digest(self._path) != digest:
                raise DamagedFileError(f"{self._file}: is of another state of the glossary")
            self._write_note(stamp, str(digest))
        return glossary

    def write(self, glossary: ListedGlossary, stamp: dict[str, int], digest: str) -> None:
        """Keep a glossary, if it can be written."""
        with contextlib.suppress(VetTermsError):
            make_folder(self._folder)
            write_glossary(self._file, glossary, {"digest": digest, "version": __version__})
            self._write_note(stamp, digest)

    def _noted(self) -> Any:
        try:
            return json.loads(self._note.read_bytes())
        except (OSError, ValueError):
            return None

    def _write_note(self, stamp: dict[str, int], digest: str) -> None:
        # A file that changed a moment ago may change again without its times telling: not noted, so its
        # bytes are compared once more.
        if time.time_ns() - max(stamp["mtime"], stamp["ctime"]) < _SETTLED:
            return
        with contextlib.suppress(VetTermsError):
            write_whole(self._note, json.dumps({"stamp": stamp, "digest": digest}).encode())


def _listed(path: Path | str) -> ListedGlossary:
    # What reads tables is not needed, and not loaded, where a glossary is kept ready.
    from vet_terms.glossary.lookup.listed import ListedGlossary
    from vet_terms.glossary.reading import read_glossary

    return ListedGlossary(read_glossary(path))


def _stamp(path: Path) -> dict[str, int] | None:
    """Return what tells that a file changed; None where there is no such file."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return {
        "size": stat.st_size,
        "mtime": stat.st_mtime_ns,
        "ctime": stat.st_ctime_ns,
        "inode": stat.st_ino,
        "device": stat.st_dev,
    }


def _digest(path: Path) -> str:
    from hashlib import blake2b

    return blake2b(read_bytes(path), digest_size=20).hexdigest()
