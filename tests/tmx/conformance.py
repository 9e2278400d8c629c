"""Public TMX files that lie beside the repository; nothing of them is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "tmx"

needs_public_files = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the public TMX files are not here (../shared/data/tmx)"
)


def public_files() -> list[Path]:
    """Return the public TMX files, in order; none where they are not here."""
    return sorted(FOLDER.rglob("*.tmx"))
