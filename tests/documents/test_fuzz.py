"""A short run of the fuzzer on every reader; `make fuzz` is the long one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.documents.examples import EXAMPLES
from tests.documents.fuzz import broken, mutant

from vet_terms.documents.readers import READERS

MUTANTS = 40


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_a_damaged_file_gives_a_document_or_a_sentence(suffix: str, tmp_path: Path) -> None:
    whole = EXAMPLES[suffix]()
    for seed in range(MUTANTS):
        path = tmp_path / f"{seed}{suffix}"
        path.write_bytes(mutant(whole, random.Random(seed)))
        assert broken(path) == "", f"seed {seed}"


def test_the_same_seed_gives_the_same_damage() -> None:
    whole = EXAMPLES[".txt"]()
    assert mutant(whole, random.Random(3)) == mutant(whole, random.Random(3)) != whole
