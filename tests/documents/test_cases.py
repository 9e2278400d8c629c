"""Whole Chinese pages as dumps give them, each with its key: the segments in order, and their roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.documents.readers import read_document
from vet_terms.language.segmentation import segments

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("key", sorted(CASES.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_page_gives_the_segments_of_its_key(key: Path) -> None:
    wanted = [tuple(line.split("\t")) for line in key.read_text("utf-8").splitlines()]
    found = segments(read_document(key.with_suffix(".txt")))
    assert [(each.role, each.mark + each.text) for each in found] == wanted
