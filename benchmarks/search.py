"""Searching a memory: how fast, how complete, how large, beside comparing with every unit.

`python -m benchmarks.search --sizes 100000,1000000 [--store postgresql://…] [--queries 200]` makes a memory
of recombined clauses (`benchmarks.memories`), imports it, opens it anew in a process of its own, and asks it
with units in which one to three characters or words were changed, in both directions. The peer is RapidFuzz
over all texts of fitting length, in one thread, with the same measure: its answers are the truth.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.memories import pairs
from vet_terms.memory.matching.folding import folded, symbols
from vet_terms.memory.matching.measure import MEASURES, shortest_and_longest
from vet_terms.memory.memory import DEFAULT_THRESHOLD, open_memory
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language

SEED = 7
LANGUAGES: tuple[Language, ...] = ("zh", "en")
_CHECKED = 25
"""Queries whose answers are compared with those of comparing with every unit."""


def main() -> None:
    """Print a table of sizes and languages."""
    arguments = _arguments()
    if arguments.worker:
        print(json.dumps(_measured(arguments.store, int(arguments.worker), arguments.queries)))
        return
    for size in (int(each) for each in arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            store = arguments.store or str(Path(folder) / "memory.sqlite")
            started = time.perf_counter()
            with open_memory(store, create=True) as memory:
                memory.add(_units(size))
                imported = time.perf_counter() - started
                started = time.perf_counter()
                on_disk = sum(memory.index(language).bytes_on_disk() for language in LANGUAGES)
                indexed = time.perf_counter() - started
            print(
                f"{size:,} units: import {imported:.1f} s, index {indexed:.1f} s and {on_disk / 1e6:.0f} MB, "
                f"peak {_peak_megabytes():.0f} MB",
                flush=True,
            )
            _print_measured(store, size, arguments.queries)


def _print_measured(store: str, size: int, queries: int) -> None:
    command = [sys.executable, "-m", "benchmarks.search", "--worker", str(size)]
    command += ["--store", store, "--queries", str(queries)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for language, row in found.items():
        print(
            f"  {language}: opened in {row['open']:.2f} s; search p50 {row['p50']:.2f} ms, "
            f"p95 {row['p95']:.2f} ms, worst {row['worst']:.1f} ms; every unit compared: "
            f"{row['brute']:.0f} ms ({row['brute'] / row['p50']:.0f} x); answers {row['found']} of "
            f"{row['truth']}, {row['wrong']} wrong; process {row['mb']:.0f} MB",
            flush=True,
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--store", default="", help="a database for one size; it must be empty")
    parser.add_argument("--worker", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def _units(size: int) -> Iterator[MemoryUnit]:
    for number, (zh, en) in enumerate(pairs(size), start=1):
        yield MemoryUnit(zh, en, tuid=str(number), origin="benchmark")


def _measured(store: str, size: int, queries: int) -> dict[str, dict[str, float]]:
    """Return the figures of each language; what comparing with every unit needs is made after the rest."""
    rows: dict[str, dict[str, float]] = {}
    answers: dict[Language, dict[str, set[int]]] = {}
    for language in LANGUAGES:
        queried = _queries(size, queries, language)
        started = time.perf_counter()
        with open_memory(store) as memory:
            memory.index(language)
            opened = time.perf_counter() - started
            memory.search(queried[0], language)
            took = []
            for text in queried:
                started = time.perf_counter()
                memory.search(text, language)
                took.append((time.perf_counter() - started) * 1000)
            answers[language] = {
                text: {int(match.unit.tuid) for match in memory.search(text, language, limit=None)}
                for text in queried[:_CHECKED]
            }
        rows[language] = {
            "open": opened,
            "p50": statistics.median(took),
            "p95": statistics.quantiles(took, n=20)[-1],
            "worst": max(took),
            "mb": _peak_megabytes(),
        }
    for language in LANGUAGES:
        rows[language] |= _beside_all(size, language, answers[language])
    return rows


def _beside_all(size: int, language: Language, answers: dict[str, set[int]]) -> dict[str, float]:
    """Return how long comparing with every unit takes, and how many of its answers were given."""
    side, percent = LANGUAGES.index(language), MEASURES[language].percent
    by_length: dict[int, list[tuple[str, int]]] = {}
    for number, pair in enumerate(pairs(size), start=1):
        text = symbols(folded(pair[side], language))
        by_length.setdefault(len(text), []).append((text, number))
    took, found, truth, wrong = [], 0, 0, 0
    for query, given in answers.items():
        started = time.perf_counter()
        wanted = symbols(folded(query, language))
        shortest, longest = shortest_and_longest(len(wanted), DEFAULT_THRESHOLD)
        true = {
            number
            for length in range(shortest, longest + 1)
            for text, number in by_length.get(length, [])
            if percent(wanted, text, DEFAULT_THRESHOLD)
        }
        took.append((time.perf_counter() - started) * 1000)
        truth += len(true)
        found += len(true & given)
        wrong += len(given - true)
    return {"brute": statistics.median(took), "truth": truth, "found": found, "wrong": wrong}


def _queries(size: int, count: int, language: Language) -> list[str]:
    """Return texts of the memory, spread over all of it, with one to three edits each."""
    generator = random.Random(SEED)
    side = LANGUAGES.index(language)
    step = max(size // count, 1)
    chosen = [pair[side] for pair in itertools.islice(pairs(size), 0, step * count, step)]
    return [_edited(text, generator, language) for text in chosen]


def _peak_megabytes() -> float:
    """Return the most memory that this process held, without that of its parent, which `resource` adds."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _edited(text: str, generator: random.Random, language: Language) -> str:
    parts = list(text) if language == "zh" else text.split(" ")
    for _ in range(generator.randint(1, 3)):
        place = generator.randrange(len(parts))
        edit = generator.randrange(3)
        if edit == 0:
            parts[place] = generator.choice(parts)
        elif edit == 1:
            parts.insert(place, generator.choice(parts))
        elif len(parts) > 1:
            del parts[place]
    return ("" if language == "zh" else " ").join(parts)


if __name__ == "__main__":
    main()
