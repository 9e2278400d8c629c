"""Whole documents as dumps give them, each with its key: a table of pairs and one-sided texts.

A case is ``NAME.txt``, or ``NAME.zh.txt`` with ``NAME.en.txt``; ``NAME.tsv`` has a Chinese and an
English cell a row, one of them empty where a text has no partner.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.scoring import pairs_of, squeezed

from vet_terms.alignment.aligner import align_document, align_documents
from vet_terms.alignment.result import Alignment
from vet_terms.documents.readers import read_document

CASES = Path(__file__).parent / "cases"


def aligned(key: Path) -> Alignment:
    whole = key.with_suffix(".txt")
    if whole.exists():
        return align_document(read_document(whole))
    return align_documents(
        read_document(key.with_suffix(".zh.txt")), read_document(key.with_suffix(".en.txt"))
    )


@pytest.mark.parametrize("key", sorted(CASES.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_document_gives_the_pairs_of_its_key(key: Path) -> None:
    rows = [line.split("\t") for line in key.read_text("utf-8").splitlines()]
    wanted = {(squeezed(zh), squeezed(en)) for zh, en in rows}
    found = aligned(key)
    pairs = set(pairs_of(found.units))
    alone = {(squeezed(each.mark + each.text), "") for each in found.zh_only}
    alone |= {("", squeezed(each.mark + each.text)) for each in found.en_only}
    # One row in twenty may be wrong: the model reads texts, not rules.
    assert len((pairs | alone) - wanted) <= len(rows) // 20, (pairs | alone) ^ wanted
