"""What an XLIFF file says of itself, whatever its version."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class XliffFile:
    """The document that is translated, the languages as BCP 47 codes, and what made the file."""

    original: str
    source_code: str
    target_code: str
    signature: str
