"""``vet-terms check``: findings on a new translation."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vet_terms.checking.rule import SEVERITIES
from vet_terms.cli.check_call import (
    Asked,
    read_beside,
    refuse_contradictions,
    refuse_to_lose_answers,
    refuse_to_overwrite,
)
from vet_terms.cli.default_glossary import concepts_if_there
from vet_terms.cli.output import as_json_option, number_of, progress, say
from vet_terms.cli.standard_input import refuse_to_read_twice
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN, all_or_none, read_bytes, write_whole
from vet_terms.model import Concept, Severity

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs
    from vet_terms.checking.runner import CheckResult
    from vet_terms.checking.settings import Settings
    from vet_terms.checking.settings_file import FileSettings

FORMATS = ("text", "json", "sarif", "junit", "html", "xlsx", "tsv", "xliff")
"""The names of the reports; a test holds them in step with their table, which a start need not load."""


@click.command(
    name="check", epilog="Example: vet-terms check deck.xliff --glossary glossary/terms.csv --fail-on warning"
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--glossary",
    metavar="FILE",
    help="The glossary to hold the translation to [default: glossary/terms.csv, if there].",
)
@click.option(
    "--memory",
    metavar="FILE",
    help="Approved translations to compare with: a TMX, another bilingual file, or a memory.",
)
@click.option("--year", type=click.IntRange(1, 9999), help="The year of the text, for names that changed.")
@click.option(
    "--only", metavar="RULE", multiple=True, help="Apply this rule or family and no other; repeatable."
)
@click.option(
    "--ignore",
    metavar="RULE",
    multiple=True,
    help="Leave out a rule or a family, as numbers/bound or pairing; repeatable.",
)
@click.option(
    "--also", metavar="RULE", multiple=True, help="Apply a rule that is off by default; repeatable."
)
@click.option(
    "--severity",
    metavar="RULE=SEVERITY",
    multiple=True,
    help="How grave a rule's findings are: error, warning or info; repeatable.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Exit with 1 where a finding is at least so grave.  [default: error]",
)
@click.option(
    "--baseline", metavar="FILE", help="Leave out the findings that this file has; only new ones count."
)
@click.option(
    "--write-baseline", metavar="FILE", help="Write all findings of this run to a baseline and report none."
)
@click.option(
    "--changed-since", metavar="FILE", help="Report only on units that this earlier version does not have."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="The form of the report.",
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file.")
@click.option("--fix", is_flag=True, help="Write the safe fixes (spaces, full-width marks) into the files.")
@click.option("--diff", is_flag=True, help="Show what --fix would write, and write nothing.")
@click.option("--settings", metavar="FILE", help="Settings of a team [default: vet-terms.toml, if there].")
@click.option(
    "--vectors/--no-vectors",
    default=True,
    show_default=True,
    help="Use sentence vectors: to align, and to find what was left out.",
)
@click.option(
    "--locked", is_flag=True, help="Report on segments too that their tool has locked; none is ever fixed."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    help="How many processes work [default: as many as there are cores].",
)
@as_json_option  # fmt: skip
def command(files: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Check translations: numbers, names, terms, consistency, omissions, typography, spelling.

    A FILE is XLIFF (also SDLXLIFF, MQXLIFF), PO, TMX, a table (TSV, CSV, XLSX, DOCX) with the columns zh and
    en (or source and target), or a bilingual document, which is aligned first; a Chinese document and its
    English translation may be given together. `-` reads standard input. Every rule is explained by
    `vet-terms rules`.
    """
    asked = Asked(**options)
    refuse_contradictions(asked, as_json)
    refuse_to_read_twice((*files, *read_beside(asked)))
    team = _team_settings(asked.settings)
    refuse_to_overwrite(files, asked, team)
    concepts = concepts_if_there(asked.glossary or (str(team.glossary) if team.glossary else None))
    inputs = _inputs(files, concepts, asked.vectors)
    result = _checked(inputs, concepts, asked, team)
    if asked.write_baseline is not None:
        _write_baseline(result, asked.write_baseline)
        return
    if asked.fix or asked.diff:
        result, inputs = _fixed(inputs, result, asked.diff)
    _report(result, inputs, "json" if as_json else asked.form, asked.output)
    if result.at_least(asked.fail_on or team.fail_on or "error"):
        sys.exit(1)


def _team_settings(named: str | None) -> FileSettings:
    from vet_terms.checking.settings_file import FILE_NAME, FileSettings, read_settings_file

    if named is None and not Path(FILE_NAME).is_file():
        return FileSettings()
    return read_settings_file(Path(named if named is not None else FILE_NAME))


def _inputs(files: tuple[str, ...], concepts: Sequence[Concept], vectors: bool) -> Inputs:
    from vet_terms.checking.inputs import read_inputs

    inputs = read_inputs(files, progress=progress, concepts=concepts, vectors=vectors)
    for file in inputs.files:
        for remark in file.remarks:
            say(f"{file.name}: {remark}")
    return inputs


def _checked(inputs: Inputs, concepts: Sequence[Concept], asked: Asked, team: FileSettings) -> CheckResult:
    from vet_terms.checking.inputs import approved_memory, unchanged_pairs
    from vet_terms.checking.locked import without_locked
    from vet_terms.checking.runner import check
    from vet_terms.checking.setting_aside import read_baseline

    memory = asked.memory or (str(team.memory) if team.memory else None)
    baseline = asked.baseline or (str(team.baseline) if team.baseline else None)
    if asked.write_baseline is not None:
        baseline = None
    earlier = asked.changed_since
    result = check(
        inputs.units,
        concepts,
        _settings(asked, team),
        memory=approved_memory(memory) if memory else None,
        baseline=read_baseline(_text(baseline), baseline) if baseline else None,
        unchanged=unchanged_pairs(earlier, vectors=asked.vectors) if earlier else frozenset(),
        shown=lambda chunks: progress(chunks, "checking"),
    )
    return result if asked.locked else without_locked(result, inputs.units)


def _settings(asked: Asked, team: FileSettings) -> Settings:
    from vet_terms.checking.settings import Settings
    from vet_terms.processes import cores

    return Settings(
        ignore=(*team.ignore, *asked.ignore),
        only=asked.only or team.only,
        also=(*team.also, *asked.also),
        severities=(*team.severities, *map(_severity, asked.severity)),
        own_rules=team.own_rules,
        year=asked.year or team.year,
        vectors=asked.vectors,
        jobs=asked.jobs or cores(),
    )


def _severity(typed: str) -> tuple[str, Severity]:
    name, _, wanted = typed.partition("=")
    for severity in SEVERITIES:
        if wanted == severity:
            return name, severity
    raise UsageError(f"--severity {typed}: write it as numbers/bound=info; there are {', '.join(SEVERITIES)}")


def _text(file: str) -> str:
    try:
        return read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is no baseline; write one with --write-baseline") from error


def _write_baseline(result: CheckResult, file: str) -> None:
    from vet_terms.checking.setting_aside import baseline_text

    text = baseline_text(result.findings)
    if file == STDIN:
        click.echo(text, nl=False)
        return
    write_whole(file, text.encode())
    held = number_of(len(result.findings), "finding")
    say(f"{file}: holds {held}; name it with --baseline to see only new ones")


def _fixed(inputs: Inputs, result: CheckResult, diff: bool) -> tuple[CheckResult, Inputs]:
    """Write the safe fixes, or show them; return the findings that are left, and the units as they are."""
    from vet_terms.checking.fixing.files import fixed_files, with_fixes, without_fixed

    files = fixed_files(inputs, result)
    if diff:
        for file in files:
            click.echo(file.diff, nl=False)
        return result, inputs
    with all_or_none():
        for file in files:
            write_whole(file.name, file.content)
    for file in files:
        say(f"{file.name}: {file.fixes} {'fix' if file.fixes == 1 else 'fixes'} written")
    return without_fixed(result, files), with_fixes(inputs, files)


def _report(result: CheckResult, inputs: Inputs, form: str, output: str | None) -> None:
    from vet_terms.checking.reports.asides import asides
    from vet_terms.checking.reports.reports import report_named
    from vet_terms.checking.reports.text import summary_line

    report = report_named(form)
    if output is None and not report.text and sys.stdout.isatty():
        raise UsageError(f"--format {form}: is no text; name a file with -o")
    rendered = report.render(result, inputs)
    if output is not None and output != "-":
        if form in {"xliff", "xlsx"}:
            refuse_to_lose_answers(output, rendered)
        write_whole(output, rendered)
        say(f"{output}: {number_of(len(result.findings), 'finding')}")
    elif rendered:
        click.echo(rendered, nl=False)
    for line in asides(result):
        say(line)
    say(summary_line(result, inputs))
