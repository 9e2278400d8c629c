"""``vet-terms glossary validate``: a glossary held to rules, as code is."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from pathlib import Path

import click

from vet_terms.checking.rule import SEVERITIES, as_grave_as
from vet_terms.cli.glossary.wording import of, printable
from vet_terms.cli.output import DEFAULT_GLOSSARY, as_json_option, print_json, say
from vet_terms.errors import InputError
from vet_terms.files import STDIN, read_bytes
from vet_terms.glossary.linting.linting import linted
from vet_terms.glossary.linting.rule import LintFinding
from vet_terms.glossary.linting.subject import Subject, subject_of_concepts, subject_of_file, subject_of_table
from vet_terms.glossary.reading import concepts_of_file, ending_of
from vet_terms.model import Severity

MOST_SHOWN = 1000
"""Findings that are listed one by one; --json lists all."""

TBX_ENDING = ".tbx"
_NO_TBX = {"tbx/xml", "tbx/root"}
"""What a file breaks in which no entry can be found."""


@click.command(
    name="validate", epilog="Example: vet-terms glossary validate glossary/terms.csv --fail-on warning"
)
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="error", show_default=True,
              help="Exit with 1 where a finding is at least so grave.")  # fmt: skip
@as_json_option
def command(file: str | None, fail_on: Severity, as_json: bool) -> None:
    """Check a glossary as code is checked: contradictions, repetitions, how its texts are written.

    FILE is a glossary of any kind that vet-terms reads (default: glossary/terms.csv; `-`: standard input). A
    TBX file is held to its standard too. docs/glossary-rules.md explains every rule.
    """
    name = str(DEFAULT_GLOSSARY) if file is None else file
    data = read_bytes(name)
    findings = _tbx_findings(data, name)
    entries = 0
    if not any(each.rule in _NO_TBX for each in findings):
        subject = _subject(data, name)
        entries = len(subject.entries)
        findings += linted(subject)
    severities = Counter(each.severity for each in findings)
    if as_json:
        print_json(_as_object(entries, findings, severities))
    else:
        for finding in findings[:MOST_SHOWN]:
            click.echo(printable(_line(name, finding)))
        if len(findings) > MOST_SHOWN:
            say(f"{len(findings) - MOST_SHOWN:,} more findings; --json lists all")
    say(f"{of(entries, 'entry')}: {_summary(severities)}")
    if any(severities[each] for each in as_grave_as(fail_on)):
        sys.exit(1)


def _tbx_findings(data: bytes, name: str) -> list[LintFinding]:
    """Return what is wrong with a TBX file; on standard input XML of another kind is none."""
    if not (name.lower().endswith(TBX_ENDING) or (name == STDIN and ending_of(data) == ".xml")):
        return []
    from vet_terms.glossary.formats.tbx.validation import tbx_findings

    found = [
        LintFinding(f"tbx/{each.rule}", each.severity, each.message, each.line, "", "", "")
        for each in tbx_findings(data, name)
    ]
    return [] if name == STDIN and any(each.rule == "tbx/root" for each in found) else found


def _subject(data: bytes, name: str) -> Subject:
    if name == STDIN and not ending_of(data):
        from vet_terms.documents.encoding import decode

        return subject_of_table(decode(data, name)[0], name)
    if name.lower().endswith((".csv", ".tsv", ".tab")):
        # A table of another make, without our names of columns, may still be read as a glossary.
        with contextlib.suppress(InputError):
            return subject_of_file(Path(name))
    return subject_of_concepts(concepts_of_file(data, name), name)


def _line(name: str, finding: LintFinding) -> str:
    where = f"{name}:{finding.line}" if finding.line else name
    who = f"{finding.zh}: " if finding.zh else ""
    return f"{where}: {finding.severity}: {who}{finding.message} [{finding.rule}]"


def _as_object(entries: int, findings: list[LintFinding], severities: Counter[Severity]) -> dict[str, object]:
    by_severity: dict[str, object] = {severity: severities[severity] for severity in SEVERITIES}
    by_rule = dict(sorted(Counter(each.rule for each in findings).items()))
    return {"findings": findings, "summary": {"entries": entries, **by_severity, "rules": by_rule}}


def _summary(severities: Counter[Severity]) -> str:
    if not severities.total():
        return "nothing found"
    names = {"error": "error", "warning": "warning", "info": "remark"}
    return ", ".join(of(severities[severity], names[severity]) for severity in SEVERITIES)
