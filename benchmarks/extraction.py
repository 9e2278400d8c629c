"""Time and memory of glossary extraction from a large memory.

python -m benchmarks.extraction [UNITS]     default 100,000

Prints wall-clock and processor seconds, the peak of memory of the program and of its largest worker, and
what was found. The pairs are those of benchmarks.memories: clauses of real translations, recombined.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.memories import pairs
from vet_terms.glossary.extraction.extract import extraction
from vet_terms.glossary.inconsistencies import inconsistencies
from vet_terms.model import TranslationUnit

UNITS = 100_000


def timed(items: Sequence[Any], label: str) -> Iterable[Any]:
    """Pass items through and say how long they took."""
    start = time.perf_counter()
    yield from items
    print(f"{label}: {time.perf_counter() - start:.1f} s", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Print the figures for so many units."""
    count = int(arguments[0]) if arguments else UNITS
    units = [TranslationUnit(zh, en) for zh, en in pairs(count)]
    start = time.perf_counter()
    found = extraction(units, timed)
    extracted = time.perf_counter() - start
    listed = inconsistencies(found)
    seconds = time.perf_counter() - start
    spent = os.times()
    own, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count} units: {extracted:.0f} s, with inconsistencies {seconds:.0f} s; "
        f"processor {spent.user + spent.system:.0f} s and in workers "
        f"{spent.children_user + spent.children_system:.0f} s; "
        f"{1000 * extracted / count:.1f} ms a unit; peak {own:.0f} MB and {workers:.0f} MB a worker"
    )
    print(
        f"{len(found.concepts)} concepts, {len(found.candidates)} candidates, {len(listed)} inconsistencies"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
