"""Lookups in a glossary of 100,000 made-up concepts: whole processes, single queries, a text of 1 MB.

The terms are put together from words of the general dictionaries, with a fixed seed: no text of anybody's.
"""

from __future__ import annotations

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CONCEPTS = 100_000
TEXT_BYTES = 1_000_000
RUNS = 9
COLUMNS = (
    *("id", "zh", "zh_variants", "en", "en_variants"),
    *("type", "status", "context_zh", "context_en", "count"),
)
STATUSES = ("approved", "approved", "proposed", "superseded", "rejected")
TYPES = ("term", "term", "term", "organisation", "place", "role", "policy")
HEADS = {
    "学院": "College", "大学": "University", "制度": "System", "基地": "Base", "中心": "Centre",
    "教育": "Education", "技术": "Technology", "标准": "Standard", "联盟": "Alliance", "课程": "Course",
}  # fmt: skip


def write_glossary(path: Path, concepts: int, seed: int = 1) -> list[tuple[str, str]]:
    """Write a glossary of so many concepts with variants and contexts; return its preferred terms."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    from vet_terms.language.words import frequencies

    draw = random.Random(seed)
    chinese = [word for word, count in frequencies().items() if len(word) in (2, 3) and count > 50]
    known = DefaultDictionaryFactory().get_dictionary("en")
    english = sorted(
        {
            word
            for each in known
            if (word := each.decode() if isinstance(each, bytes) else each).isascii()
            and word.isalpha()
            and word.islower()
            and 4 <= len(word) <= 12
        }
    )
    english = draw.sample(english, 20_000)
    terms: dict[str, str] = {}
    while len(terms) < concepts:
        head = draw.choice(list(HEADS))
        parts = draw.choices(chinese, k=draw.choice((1, 2, 2, 3)))
        words = draw.choices(english, k=draw.choice((1, 2, 2, 3)))
        with_head = draw.random() < 0.6
        terms["".join(parts) + (head if with_head else "")] = " ".join(
            [*words, HEADS[head]] if with_head else words
        )
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for number, (zh, en) in enumerate(terms.items()):
            variant = zh[:2] + zh[-2:] if number % 3 == 0 and len(zh) > 4 else ""
            acronym = "".join(word[0] for word in en.split()).upper() if number % 4 == 0 else ""
            writer.writerow(
                [
                    f"c{number:010x}", zh, variant, en, acronym, draw.choice(TYPES), draw.choice(STATUSES),
                    f"关于{zh}的工作已经开始。", f"Work on {en} has begun.", draw.randrange(200),
                ]
            )  # fmt: skip
    return list(terms.items())


def texts(terms: list[tuple[str, str]], size: int, seed: int = 2) -> tuple[str, str]:
    """Return a Chinese and an English text of so many bytes, about a fifth of it terms."""
    from vet_terms.language.words import frequencies

    draw = random.Random(seed)
    words = [word for word, count in frequencies().items() if count > 200]
    fillers = [word for _, en in draw.sample(terms, 3000) for word in en.split()] + [
        "the",
        "of",
        "and",
        "in",
        "for",
    ]
    chinese, english, length = [], [], 0
    while length < size:
        piece = draw.choice(terms)[0] if draw.random() < 0.1 else draw.choice(words)
        chinese.append(piece + ("，" if draw.random() < 0.1 else "。\n" if draw.random() < 0.03 else ""))
        length += len(chinese[-1].encode())
    length = 0
    while length < size:
        piece = draw.choice(terms)[1] if draw.random() < 0.1 else draw.choice(fillers)
        english.append(piece + (", " if draw.random() < 0.1 else ".\n" if draw.random() < 0.05 else " "))
        length += len(english[-1])
    return "".join(chinese), "".join(english)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"
        terms = write_glossary(path, CONCEPTS)
        _processes(path, terms)
        _queries(path, terms)
        _marking(path, terms)


def _asked(terms: list[tuple[str, str]]) -> dict[str, list[str]]:
    from vet_terms.glossary.lookup.syllables import readings_of

    draw = random.Random(3)
    some = draw.sample(terms, 60)
    return {
        "Chinese term": [zh for zh, _ in some],
        "Chinese part": [zh[1:4] for zh, _ in some],
        "Chinese head": list(HEADS),
        "Chinese, one slip": [zh[:2] + "某" + zh[3:] for zh, _ in some if len(zh) > 5],
        "English term": [en.upper() for _, en in some],
        "English plural": [en + "s" for _, en in some],
        "English word": [en.split()[0] for _, en in some] + [head.lower() for head in HEADS.values()],
        "English word begun": [en[:4] for _, en in some],
        "English misspelt": [en[:2] + en[3] + en[2] + en[4:] for _, en in some if len(en.split()[0]) > 5],
        "pinyin": ["".join(readings_of(char)[0] for char in zh) for zh, _ in some],
        "acronym": ["".join(word[0] for word in en.split()) for _, en in some if " " in en],
    }


def _processes(path: Path, terms: list[tuple[str, str]]) -> None:
    started = time.perf_counter()
    _run(["-m", "vet_terms", "lookup", "--glossary", str(path), terms[5][0]])
    print(f"first lookup, which makes {len(terms):,} concepts ready: {time.perf_counter() - started:.1f} s")
    time.sleep(2.5)
    asked = {kind: queries[0] for kind, queries in _asked(terms).items()}
    commands = {"python -c pass": ["-c", "pass"]}
    for kind, query in asked.items():
        commands[f"lookup, {kind}"] = ["-m", "vet_terms", "lookup", "--glossary", str(path), query]
    first = 0.0
    for command in commands.values():
        _run(command)
    for name, command in commands.items():
        median = statistics.median(_seconds(lambda command=command: _run(command)) for _ in range(RUNS))  # type: ignore[misc]
        first = first or median
        print(f"{name:28} median of {RUNS}: {median * 1000:6.0f} ms, {median / first:4.1f} × nothing")


def _queries(path: Path, terms: list[tuple[str, str]]) -> None:
    from vet_terms.glossary.lookup.answers import look_up
    from vet_terms.glossary.lookup.prepared import open_glossary

    glossary = open_glossary(path)
    for kind, queries in _asked(terms).items():
        look_up(glossary, queries[0], 10)
        each = [_seconds(lambda query=query: look_up(glossary, query, 10)) for query in queries]  # type: ignore[misc]
        print(
            f"{kind:28} in process: median {statistics.median(each) * 1000:6.2f} ms, "
            f"most {max(each) * 1000:6.2f} ms"
        )


def _marking(path: Path, terms: list[tuple[str, str]]) -> None:
    from vet_terms.glossary.lookup.prepared import open_glossary
    from vet_terms.glossary.marking import Marker

    started = time.perf_counter()
    marker = Marker(open_glossary(path))
    print(f"terms made ready for marking: {time.perf_counter() - started:.2f} s")
    for name, text in zip(("Chinese", "English"), texts(terms, TEXT_BYTES), strict=True):
        marker.marks(text[:2000])
        taken = []
        for _ in range(3):
            started = time.perf_counter()
            marks = marker.marks(text)
            taken.append(time.perf_counter() - started)
        print(
            f"{name} text of {len(text.encode()):,} bytes marked: {statistics.median(taken):.2f} s, "
            f"{len(marks):,} marks"
        )


def _run(arguments: list[str]) -> None:
    # As installed: the modules are compiled once, and not for each run.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "vet-terms-bench")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)


def _seconds(what: Callable[[], object]) -> float:
    started = time.perf_counter()
    what()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
