"""Start-up: how long a lookup takes as a whole process, beside Python doing nothing.

In the glossary of this repository; `benchmarks/lookup.py` does the same in a large one.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from benchmarks.scoring import ROOT

RUNS = 7
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "lookup, English": ["-m", "vet_terms", "lookup", "vocational education"],
    "lookup, Chinese": ["-m", "vet_terms", "lookup", "职业教育"],
    "lookup, Traditional": ["-m", "vet_terms", "lookup", "職業教育"],
    "lookup, pinyin": ["-m", "vet_terms", "lookup", "zhiyejiaoyu"],
    "lookup, misspelt": ["-m", "vet_terms", "lookup", "vocatoinal"],
}


def main() -> None:
    """Print the median of each command and its ratio to the first."""
    first = 0.0
    for name, arguments in COMMANDS.items():
        times = []
        for _ in range(RUNS):
            started = time.perf_counter()
            subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
            times.append(time.perf_counter() - started)
        median = statistics.median(times)
        first = first or median
        print(f"{name:20} median of {RUNS}: {median:.3f} s, {median / first:.1f} × nothing")


if __name__ == "__main__":
    main()
