"""``vet-terms memory validate``: a TMX checked against the standard and against what CAT tools need."""

from __future__ import annotations

import sys

import click

from vet_terms.cli.output import as_json_option, print_json, say
from vet_terms.tmx.findings import MOST_LISTED, TmxFinding, TmxFindings
from vet_terms.tmx.profiles import PROFILES
from vet_terms.tmx.rules import RULES


@click.command(name="validate", epilog="Example: vet-terms memory validate memory.tmx --profile trados")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--profile", "profiles", metavar="NAME", multiple=True, type=click.Choice(list(PROFILES)),
              help=f"Hold it to what this tool needs; repeatable: {', '.join(PROFILES)}.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(("error", "warning")), default="error", show_default=True,
              help="Exit with 1 where a finding is at least so grave.")  # fmt: skip
@as_json_option
def command(files: tuple[str, ...], profiles: tuple[str, ...], fail_on: str, as_json: bool) -> None:
    """Check TMX files against TMX 1.4b and against what CAT tools need.

    Without --profile, what any of the tools would trip over is a warning that names the tool.
    """
    from vet_terms.tmx.validation import checked

    findings, units = checked(files, profiles)
    if as_json:
        print_json(_as_object(findings, units, len(files)))
    else:
        for finding in findings.listed:
            click.echo(_line(finding))
        for line in _summary(findings, units, files):
            say(line)
    if findings.number("error") or (fail_on == "warning" and findings.number("warning")):
        sys.exit(1)


def _line(finding: TmxFinding) -> str:
    message = "".join(char if char.isprintable() else "�" for char in finding.message)
    where = f"{finding.file}:{finding.line}" if finding.line else finding.file
    return f"{where}: {finding.severity}: {message} [{finding.rule}]"


def _as_object(findings: TmxFindings, units: int, files: int) -> dict[str, object]:
    return {
        "findings": findings.listed,
        "summary": {
            "files": files,
            "units": units,
            "error": findings.number("error"),
            "warning": findings.number("warning"),
            "rules": {
                rule: sum(findings.counts[rule, severity] for severity in ("error", "warning"))
                for rule in RULES
                if any(findings.counts[rule, severity] for severity in ("error", "warning"))
            },
        },
    }


def _summary(findings: TmxFindings, units: int, files: tuple[str, ...]) -> list[str]:
    errors, warnings = findings.number("error"), findings.number("warning")
    checked = f"{_of(units, 'unit')} in {_of(len(files), 'file')}"
    if not errors + warnings:
        return [f"{checked}: nothing found"]
    lines = [f"{checked}: {_of(errors, 'error')}, {_of(warnings, 'warning')}"]
    if errors + warnings > MOST_LISTED:
        lines.append(f"only the first {MOST_LISTED:,} are listed; in all:")
        lines += [
            f"  {count:,} × {rule} ({severity}): {RULES[rule].what}"
            for (rule, severity), count in sorted(findings.counts.items())
        ]
    return lines


def _of(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
