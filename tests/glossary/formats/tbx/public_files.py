"""Public TBX files and their schema that lie beside the repository; nothing of them is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[5] / "shared" / "data" / "tbx"

needs_public_files = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the public TBX files are not here (../shared/data/tbx)"
)
