"""A glossary of any kind that is read, by its name: a table of ours or of others, or TBX.

Only `termbase` tables are a workspace's own; what else is read here is somebody's glossary to look up in
and to hold translations to, and is never written back.
"""

from __future__ import annotations

from pathlib import Path

from vet_terms.glossary.termbase import read_concepts
from vet_terms.model import Concept

TBX_ENDING = ".tbx"


def read_glossary(path: Path | str) -> list[Concept]:
    """Return the concepts of a glossary in its order. Raises InputError where it cannot be read."""
    if str(path).lower().endswith(TBX_ENDING):
        from vet_terms.files import read_bytes
        from vet_terms.glossary.tbx2_reading import concepts_of_tbx

        return concepts_of_tbx(read_bytes(path), str(path))
    return read_concepts(path)
