"""TMX in and out: our reader and writer beside translate-toolkit, bare expat and lxml, in one run.

    python -m benchmarks.tmx [--units 1000000] [--rounds 3]

The file is made of the pairs of `benchmarks.memories`, with ``tuid``, two dates, a note and a property on
each unit, in a temporary folder. Each job is a process of its own and takes one processor. Its time (of the
processor, so that other work on the machine disturbs it less) counts from the import of its library; its
memory is the most that it held. Reading is done when both texts, the notes and the properties of each unit
were looked at (bare expat and lxml: the texts alone). Writing takes the pairs line by line from a table. The
jobs run in turns, and of each the least time of all rounds counts: whatever else the machine does only adds
to a time. Compare ratios within one run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parent.parent
PEER = "translate-toolkit"
DATE = "20240102T030405Z"
NOTES, DOMAINS = 997, 13
"""How many different notes and domains there are."""

Job = Callable[[Path, int], int]
"""Takes the folder and the number of units; returns how many units it went through."""


def make_pairs(folder: Path, count: int) -> int:
    """Write the table of pairs."""
    from benchmarks.memories import pairs

    with (folder / "pairs.tsv").open("w", encoding="utf-8", newline="\n") as stream:
        for zh, en in pairs(count):
            stream.write(f"{zh}\t{en}\n")
    return count


def write_ours(folder: Path, _count: int) -> int:
    """Write the TMX that all readers get."""
    from vet_terms.tmx.model import Element, TmxHeader, TmxUnit, Variant
    from vet_terms.tmx.writing import TmxWriter

    attributes = {
        "creationtool": "benchmark", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "benchmark",
        "adminlang": "en-US", "srclang": "zh-CN", "datatype": "plaintext",
    }  # fmt: skip
    number = 0
    with (folder / "memory.tmx").open("wb") as stream:
        header = TmxHeader(tuple(attributes.items()), root_attributes=(("version", "1.4"),))
        writer = TmxWriter(stream, header)
        for number, (zh, en) in _numbered_pairs(folder):
            note = Element("note", (), (f"note {number % NOTES}",))
            domain = Element("prop", (("type", "x-domain"),), (f"domain {number % DOMAINS}",))
            variants = (
                Variant("zh-CN", (zh,), (("xml:lang", "zh-CN"),)),
                Variant("en-US", (en,), (("xml:lang", "en-US"),)),
            )
            dates = (("tuid", str(number)), ("creationdate", DATE), ("changedate", DATE))
            writer.write(TmxUnit(variants, dates, (note, domain)))
        writer.close()
    return number


def write_toolkit(folder: Path, _count: int) -> int:
    """Write texts and notes; it has no way to give a unit an id, dates or properties."""
    from translate.storage.tmx import tmxfile

    store = tmxfile()
    for number, (zh, en) in _numbered_pairs(folder):
        store.addtranslation(zh, "zh-CN", en, "en-US", comment=f"note {number % NOTES}")
    with (folder / "toolkit.tmx").open("wb") as stream:
        store.serialize(stream)
    return len(store.units)


def read_ours(folder: Path, _count: int) -> int:
    """Read texts, notes and properties."""
    from vet_terms.tmx.reading import open_tmx

    seen = 0
    with open_tmx(folder / "memory.tmx") as reader:
        for unit in reader:
            zh, en = unit.variants
            seen += bool(zh.text and en.text and unit.notes and unit.properties)
    return seen


def read_toolkit(folder: Path, _count: int) -> int:
    """Read texts, notes and properties; these through its element, since it has no call for them."""
    from translate.storage.tmx import tmxfile

    with (folder / "memory.tmx").open("rb") as stream:
        units = tmxfile(stream, "zh-CN", "en-US").units
    return sum(
        bool(
            unit.source
            and unit.target
            and unit.getnotes()
            and [(each.get("type"), each.text) for each in unit.xmlelement.iterfind("prop")]
        )
        for unit in units
    )


def read_expat(folder: Path, _count: int) -> int:
    """Read texts."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.buffer_text = True
    text: list[str] = []
    seen = 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name == "seg":
            parser.CharacterDataHandler = text.append

    def end(name: str) -> None:
        nonlocal seen
        if name == "seg":
            parser.CharacterDataHandler = None
            seen += bool("".join(text))
            text.clear()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    with (folder / "memory.tmx").open("rb") as stream:
        parser.ParseFile(stream)
    return seen // 2


def read_lxml(folder: Path, _count: int) -> int:
    """Read texts, freeing each unit."""
    from lxml import etree

    seen = 0
    for _, element in etree.iterparse(str(folder / "memory.tmx"), tag="tu"):
        seen += all(segment.text for segment in element.iterfind("tuv/seg"))
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return seen


JOBS: Mapping[str, Mapping[str, Job]] = MappingProxyType(
    {
        "make": {"the pairs": make_pairs},
        "write": {"vet-terms": write_ours, PEER: write_toolkit},
        "read": {
            "vet-terms": read_ours,
            PEER: read_toolkit,
            "expat, texts alone": read_expat,
            "lxml iterparse, texts alone": read_lxml,
        },
    }
)


def _numbered_pairs(folder: Path) -> Iterator[tuple[int, tuple[str, str]]]:
    with (folder / "pairs.tsv").open(encoding="utf-8", newline="\n") as stream:
        for number, line in enumerate(stream, start=1):
            zh, _, en = line.removesuffix("\n").partition("\t")
            yield number, (zh, en)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, or, as the process of one job, its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--units", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--job", nargs=3, metavar=("KIND", "NAME", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.job:
        kind, name, folder = options.job
        print(*_timed(JOBS[kind][name], Path(folder), options.units))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, jobs in JOBS.items():
            figures: dict[str, tuple[float, int]] = {}
            for _ in range(options.rounds if len(jobs) > 1 else 1):
                for name in jobs:
                    seconds, megabytes = _in_a_process(kind, name, folder, options.units)
                    least, most = figures.get(name, (seconds, megabytes))
                    figures[name] = min(least, seconds), max(most, megabytes)
            for name, (seconds, megabytes) in figures.items():
                ratio = f", {seconds / figures[PEER][0]:.2f} × {PEER}" if PEER in figures else ""
                print(f"{kind}, {name}: {seconds:.1f} s, {megabytes} MB{ratio}", flush=True)
            if kind == "write":
                size = (Path(folder) / "memory.tmx").stat().st_size
                print(f"the file: {options.units} units, {size / 1e6:.0f} MB")
    return 0


def _timed(job: Job, folder: Path, count: int) -> tuple[float, int]:
    started = time.process_time()
    found = job(folder, count)
    seconds = time.process_time() - started
    assert found == count, f"{found} units of {count}"
    try:
        import resource
    except ImportError:
        return seconds, 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return seconds, peak // (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _in_a_process(kind: str, name: str, folder: str, count: int) -> tuple[float, int]:
    command = [sys.executable, "-m", "benchmarks.tmx", "--units", str(count), "--job", kind, name, folder]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    seconds, megabytes = done.stdout.split()
    return float(seconds), int(megabytes)


if __name__ == "__main__":
    sys.exit(main())
