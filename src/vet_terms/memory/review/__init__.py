"""Review sheets: an alignment side by side for a person to read, correct and hand back.

``shown.py`` says what stands on a row and how sure it looks; ``workbook.py`` writes XLSX and ``sheet.py``
takes it back; ``page.py`` writes HTML, for reading alone; ``how_to.py`` tells the person what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from vet_terms.alignment.reviewed import Traced
from vet_terms.errors import InputError, OutputError, UsageError
from vet_terms.files import write_whole
from vet_terms.memory.review.page import page_bytes, page_is_as_written
from vet_terms.memory.review.sheet import is_as_written
from vet_terms.memory.review.workbook import workbook_bytes

WRITERS: Mapping[str, Callable[[Traced, str, str], bytes]] = {
    ".xlsx": workbook_bytes,
    ".html": page_bytes,
    ".htm": page_bytes,
}
"""What writes a review, by the ending of its file, from alignment, document name and code of the Chinese."""


def review_bytes(path: Path | str, review: Traced, document: str, chinese: str) -> bytes:
    """Return the review of a document's alignment in the form that the ending of its file names.

    Raises UsageError for another ending, OutputError where a text is too long for a cell.
    """
    try:
        return WRITERS[_ending(path)](review, document, chinese)
    except OutputError as error:
        raise OutputError(f"{path}: {error}") from error


def write_review(path: Path | str, review: Traced, document: str, chinese: str) -> None:
    """Write a review, whole or not at all. Raises UsageError and OutputError."""
    write_whole(path, review_bytes(path, review, document, chinese))


def refuse_to_lose_a_review(path: Path | str) -> None:
    """Refuse to write over a review that a person changed, or over a file that is none.

    Raises UsageError, also for a file ending that no review has.
    """
    ending = _ending(path)
    if not Path(path).is_file():
        return
    try:
        untouched = is_as_written(path) if ending == ".xlsx" else page_is_as_written(path)
    except InputError as error:
        raise UsageError(f"{path}: is there already and is no review sheet; name another file") from error
    if not untouched:
        raise UsageError(
            f"{path}: was changed since it was written, and is not written over; name another file, "
            "or delete it first"
        )


def _ending(path: Path | str) -> str:
    ending = Path(path).suffix.lower()
    if ending not in WRITERS:
        raise UsageError(f"{path}: a review is .xlsx (to correct) or .html (to read); name it so")
    return ending
