"""What one call of ``vet-terms check`` asks for, cannot ask for at once, and must not write over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vet_terms.cli.output import DEFAULT_GLOSSARY
from vet_terms.errors import UsageError
from vet_terms.files import STDIN, is_one_of, read_bytes
from vet_terms.model import Severity

if TYPE_CHECKING:
    from vet_terms.checking.settings_file import FileSettings

_WORK = (
    ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".xlz", ".mqxlz", ".tmx", ".po", ".docx", ".pptx",
)  # fmt: skip
"""Endings of what people translate, which reports in XLIFF alone share: `-o *.xliff` names such a file."""
_BASELINE = b'{"vet-terms-baseline"'


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one call, as they were typed."""

    glossary: str | None
    memory: str | None
    year: int | None
    only: tuple[str, ...]
    ignore: tuple[str, ...]
    also: tuple[str, ...]
    severity: tuple[str, ...]
    fail_on: Severity | None
    baseline: str | None
    write_baseline: str | None
    changed_since: str | None
    form: str
    output: str | None
    fix: bool
    diff: bool
    settings: str | None
    vectors: bool
    locked: bool
    jobs: int | None


def refuse_contradictions(asked: Asked, as_json: bool) -> None:
    """Raise UsageError where two things are asked for of which only one can be done."""
    if as_json and asked.form not in {"text", "json"}:
        raise UsageError(f"--json and --format {asked.form} are two forms; ask for one")
    if asked.write_baseline is not None and (asked.baseline is not None or asked.fix or asked.diff):
        raise UsageError("--write-baseline takes all findings; leave out --baseline, --fix and --diff")
    if asked.write_baseline is not None and (as_json or asked.form != "text" or asked.output is not None):
        raise UsageError("--write-baseline writes no report; leave out --json, --format and -o")
    if asked.diff and asked.output in {None, STDIN} and (as_json or asked.form != "text"):
        raise UsageError("--diff takes standard output; write the report to a file with -o")
    if "" in read_beside(asked):
        raise UsageError("the name of a file is empty; name a file, or leave its option out")


def read_beside(asked: Asked) -> list[str]:
    """Return the names of the files that are read beside those that are checked."""
    named = (asked.glossary, asked.memory, asked.baseline, asked.changed_since, asked.settings)
    return [each for each in named if each is not None]


def refuse_to_overwrite(files: tuple[str, ...], asked: Asked, team: FileSettings) -> None:
    """Refuse to write over what this call reads, a baseline that is written anew aside, and other work."""
    from vet_terms.checking.settings_file import FILE_NAME

    of_team = (team.glossary, team.memory, team.baseline if asked.write_baseline is None else None)
    read = (*files, *read_beside(asked), *of_team, FILE_NAME, DEFAULT_GLOSSARY)
    for written in (asked.output, asked.write_baseline):
        if written is not None and Path(written).is_file() and is_one_of(written, read):
            raise UsageError(f"{written}: is read; choose another name for what is written")
    report, baseline = asked.output, asked.write_baseline
    if report and report.lower().endswith(_WORK) and asked.form != "xliff" and Path(report).is_file():
        raise UsageError(f"{report}: is there and no report; choose another name for what is written")
    if baseline and baseline != STDIN and Path(baseline).is_file() and not _may_be_baseline(baseline):
        raise UsageError(f"{baseline}: is there and no baseline; choose another name for what is written")


def refuse_to_lose_answers(report: str, data: bytes) -> None:
    """Refuse to write a report that people answer in over a file that differs."""
    if Path(report).is_file() and read_bytes(report) != data:
        raise UsageError(
            f"{report}: is there already, and answers may be in it; name another file or delete it first"
        )


def _may_be_baseline(file: str) -> bool:
    content = read_bytes(file)
    return not content or content.startswith(_BASELINE)
