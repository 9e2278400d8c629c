"""How good and how fast the check is.

    python -m benchmarks.checking                 found and falsely flagged, on all keys
    python -m benchmarks.checking --all           also what was missed and what is flagged, line by line
    python -m benchmarks.checking --write-rates   write the share of news pairs that each rule flags
    python -m benchmarks.checking --speed [N]     whole commands on N units, beside pofilter

The keys: the tables in tests/checking; the deck's defects as a reviser lists them; human translations of
news (NTREX-128), where nearly everything that is reported is a false alarm. A pair counts as flagged where
something is reported at warning or above.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lookup import write_glossary
from benchmarks.memories import pairs
from benchmarks.ntrex import read_news
from benchmarks.scoring import DATA
from vet_terms.checking.rules import RULES
from vet_terms.checking.runner import check
from vet_terms.glossary.termbase import read_concepts
from vet_terms.memory.workspace_tmx import read_tmx
from vet_terms.model import Concept, Finding, TranslationUnit

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "tests" / "checking"
DEFECTS = ROOT / "tests" / "gold" / "deck_defects.tsv"
RATES = ROOT / "src" / "vet_terms" / "checking" / "rates.tsv"
NTREX = DATA / "ntrex"
UNITS, GLOSSARY_TERMS = 100_000, 5_000
ALIKE: Mapping[str, tuple[str, ...]] = {
    "blank untranslated": ("omission/empty",),
    "unchanged": ("omission/untranslated",),
    "long short": ("coverage/length",),
    "numbers": (
        "numbers/value", "numbers/bound", "numbers/unit", "numbers/mark", "dates/date", "dates/time",
        "dates/period", "dates/duration",
    ),
    "musttranslatewords notranslatewords": ("terms/missing", "terms/forbidden"),
    "simplecaps startcaps": ("terms/case", "typography-english/capital", "typography-english/capital-slip"),
    "acronyms": ("names/acronym",),
    "xmltags": ("codes/inline",),
    "accelerators escapes printf pythonbraceformat variables": ("codes/placeholder",),
    "emails urls": ("codes/address",),
    "filepaths functions options": ("codes/reference", "codes/telephone"),
    "validchars": (
        "characters/chinese-left", "characters/broken", "characters/disguised",
        "typography-english/full-width", "typography-english/chinese-quotes", "typography-chinese/half-width",
    ),
    "brackets": ("pairing/brackets",),
    "doublequoting singlequoting": ("pairing/quotes", "pairing/nested-quotes", "pairing/quote-kinds"),
    "doublespacing": ("typography-english/doubled-space", "typography-chinese/stray-space"),
    "startwhitespace endwhitespace tabs newlines": ("typography-english/edge-space",),
    "puncspacing": ("typography-english/space-at-mark", "typography-english/missing-space"),
    "startpunc purepunc": ("typography-english/list-mark", "typography-chinese/list-mark"),
    "endpunc": (
        "typography-english/end-mark", "typography-english/dash", "typography-english/repeated-mark",
        "typography-chinese/end-mark", "typography-chinese/repeated-mark",
    ),
    "doublewords": ("typography-english/doubled-word", "typography-chinese/doubled"),
    "spellcheck": ("spelling/misspelt", "spelling/joined", "spelling/unknown"),
}  # fmt: skip
"""By filters of pofilter the rules that look for the same; what it has nothing for is left out."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A row of the key of a document's defects."""

    zh: str
    en: str
    kind: str
    where: str
    defect: str
    machine: str


def table_rows(kind: str) -> list[list[str]]:
    """Return the rows of the tables of planted errors or of clean pairs."""
    return [
        line.split("\t")
        for table in sorted((TABLES / "tables").glob(f"{kind}_*.tsv"))
        for line in table.read_text("utf-8").split("\n")[1:]
        if line
    ]


def grave(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings at warning or above."""
    return [each for each in findings if each.severity != "info"]


def on_pairs(rows: Sequence[tuple[str, str]], concepts: Sequence[Concept]) -> list[list[Finding]]:
    """Return the grave findings on each pair by itself."""
    return [grave(check([TranslationUnit(zh, en, id="1")], concepts).findings) for zh, en in rows]


def deck_defects() -> list[Defect]:
    """Return the key of the deck's defects, without those of passages that have no Chinese."""
    rows = [line.split("\t") for line in DEFECTS.read_text("utf-8").splitlines()[1:]]
    return [Defect(*row[1:]) for row in rows if row[1]]


def answers(finding: Finding, defect: Defect) -> bool:
    """Tell whether a finding is about a defect: the same unit, and places that touch where both name one."""
    if not (finding.source.startswith(defect.zh) and finding.target.startswith(defect.en[:30])):
        return False
    span = finding.span
    if not defect.where:
        return finding.rule.split("/")[0] in {"coverage", "omission", "numbers", "dates", "names", "terms"}
    text = finding.source if span is not None and span.side == "source" else finding.target
    if span is None or defect.where not in text:
        return bool(defect.where) and f"“{defect.where}”" in finding.message
    return any(
        match.start() < max(span.end, span.start + 1) and span.start < match.end()
        for match in re.finditer(re.escape(defect.where), text)
    )


def report_tables(everything: bool) -> None:
    """Print what is found of the planted errors and flagged of the clean pairs."""
    concepts = read_concepts(TABLES / "glossary.csv")
    planted, clean = table_rows("planted"), table_rows("clean")
    on_planted = on_pairs([(zh, en) for _, zh, en in planted], concepts)
    on_clean = on_pairs([(zh, en) for zh, en in clean], concepts)
    found = [
        any(each.rule == row[0] for each in findings)
        for row, findings in zip(planted, on_planted, strict=True)
    ]
    flagged = [bool(findings) for findings in on_clean]
    print(f"planted: {sum(found)} of {len(planted)} found ({sum(found) / len(planted):.3f})")
    print(f"clean: {sum(flagged)} of {len(clean)} flagged ({sum(flagged) / len(clean):.3f})")
    if everything:
        for row, one in zip(planted, found, strict=True):
            if not one:
                print("  missed", *row, sep="\t")
        for row, findings in zip(clean, on_clean, strict=True):
            for each in findings:
                print("  flagged", *row, each.rule, each.message, sep="\t")


def report_deck(everything: bool) -> None:
    """Print how many of the deck's defects are found, and how much of what is reported is right."""
    units = read_tmx(min((ROOT / "tmx").glob("*.tmx")), for_review=True)
    found = check(units, read_concepts(ROOT / "glossary" / "terms.csv")).findings
    defects = deck_defects()
    reported = grave(found)
    for wanted in ("yes", "maybe", "no"):
        rows = [each for each in defects if each.machine == wanted]
        at_all = sum(any(answers(one, each) for one in found) for each in rows)
        gravely = sum(any(answers(one, each) for one in reported) for each in rows)
        print(f"deck, defects for a machine: {wanted}: {gravely} of {len(rows)} found, with infos {at_all}")
    right = [one for one in reported if any(answers(one, each) for each in defects)]
    print(f"deck: {len(right)} of {len(reported)} findings at warning or above answer a defect of the key")
    if everything:
        for each in defects:
            if each.machine == "yes" and not any(answers(one, each) for one in reported):
                print("  missed", each.zh, each.kind, each.where, each.defect, sep="\t")
        for one in reported:
            if one not in right:
                print("  not in the key", one.source[:16], one.rule, one.message, sep="\t")


def news_units() -> list[TranslationUnit]:
    """Return human translations of news."""
    return [
        TranslationUnit(line.zh, line.en, id=str(number))
        for number, line in enumerate(read_news(NTREX, "zho-CN"))
        if line.zh
    ]


def report_news(everything: bool) -> None:
    """Print how many human translations are flagged, and by which families."""
    if not NTREX.is_dir():
        print("news: the data is not here")
        return
    units = news_units()
    findings = grave(check(units).findings)
    families: dict[str, set[str]] = {}
    for each in findings:
        families.setdefault(each.rule.split("/")[0], set()).add(each.unit)
    digits = {unit.id for unit in units if re.search(r"\d", unit.zh + unit.en)}
    numeric = (families.get("numbers", set()) | families.get("dates", set())) & digits
    flagged = {each.unit for each in findings}
    print(f"news: {len(flagged)} of {len(units)} pairs flagged ({len(flagged) / len(units):.3f})")
    print(
        f"news: {len(numeric)} of {len(digits)} pairs with digits flagged by numbers or dates "
        f"({len(numeric) / len(digits):.3f})"
    )
    print("news: " + ", ".join(f"{family} {len(units)}" for family, units in sorted(families.items())))
    if everything:
        for each in findings:
            print(f"  {each.rule}\t{each.message}\t{each.source}\t{each.target}")


def write_rates() -> None:
    """Write, for each rule, how many of the news pairs it flags at warning or above."""
    units = news_units()
    flagged: dict[str, set[str]] = {}
    for each in grave(check(units).findings):
        flagged.setdefault(each.rule, set()).add(each.unit)
    lines = ["rule\tflagged\tpairs"]
    lines += [f"{rule.id}\t{len(flagged.get(rule.id, ()))}\t{len(units)}" for rule in RULES if rule.on]
    RATES.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{RATES.name}: written")


def report_speed(count: int) -> None:
    """Print the time and memory of whole commands on so many units."""
    with tempfile.TemporaryDirectory() as folder:
        table, po, glossary = (Path(folder) / name for name in ("units.tsv", "units.po", "terms.csv"))
        write_glossary(glossary, GLOSSARY_TERMS)
        made = list(pairs(count))
        table.write_text("zh\ten\n" + "".join(f"{zh}\t{en}\n" for zh, en in made), "utf-8")
        po.write_text(_as_po(made), "utf-8")
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        ours = [sys.executable, "-m", "vet_terms", "check", "--fail-on", "error", "--format", "json"]
        whole = _timed([*ours, "--glossary", str(glossary), "-j", str(cores), str(table)])
        print(f"{count} units, {len(RULES)} rules, {GLOSSARY_TERMS} terms, {cores} processes: {whole}")
        pofilter = [str(Path(sys.executable).parent / "pofilter"), "--progress", "none", "--language", "en"]
        theirs = len(subprocess.run([*pofilter, "-l"], capture_output=True, check=True).stdout.splitlines())
        peer = _timed([*pofilter, str(po), str(Path(folder) / "out.po")])
        print(f"the same in a PO: pofilter, at most {theirs} filters: {peer}")
        rules = list(itertools.chain.from_iterable(ALIKE.values()))
        alike = [option for rule in rules for option in ("--only", rule)]
        for jobs in sorted({1, cores}):
            spent = _timed([*ours, *alike, "--glossary", str(glossary), "-j", str(jobs), str(po)])
            print(
                f"the same in a PO: {len(rules)} rules for the same, {jobs} processes: {spent}; "
                f"{spent.wall / peer.wall:.2f} × pofilter's time"
            )


@dataclass(frozen=True, slots=True)
class _Spent:
    """What a command took: seconds and megabytes."""

    wall: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s, processor {self.processor:.1f} s, largest process {self.memory:.0f} MB"


def _timed(command: Sequence[str]) -> _Spent:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr.decode())
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return _Spent(wall, processor, after.ru_maxrss / 1024)


def _as_po(rows: Iterable[tuple[str, str]]) -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    about = ("Content-Type: text/plain; charset=UTF-8", "Language: en", "X-Source-Language: zh")
    head = 'msgid ""\nmsgstr "' + "".join(f"{line}\\n" for line in about) + '"\n'
    return head + "".join(f"\nmsgid {quoted(zh)}\nmsgstr {quoted(en)}\n" for zh, en in rows)


def main(arguments: Sequence[str]) -> int:
    """Print the figures that were asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks.checking", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--all", action="store_true", help="list what was missed and what is flagged")
    parser.add_argument(
        "--write-rates", action="store_true", help="write the rates that the rules' page shows"
    )
    parser.add_argument(
        "--speed", nargs="?", type=int, const=UNITS, help="time whole commands on so many units"
    )
    asked = parser.parse_args(arguments)
    if asked.speed:
        report_speed(asked.speed)
    elif asked.write_rates:
        write_rates()
    else:
        for report in (report_tables, report_deck, report_news):
            report(asked.all)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
