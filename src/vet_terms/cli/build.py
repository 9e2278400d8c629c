"""``vet-terms build``: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from vet_terms.cli.output import as_json_option, print_json, progress, say
from vet_terms.workspace import BuildReport, build


@click.command("build")
@click.argument("workspace", type=click.Path(path_type=Path), default=Path())
@as_json_option
def command(workspace: Path, as_json: bool) -> None:
    """Read seeds/ and write tmx/ and glossary/: the main job.

    WORKSPACE is the folder that holds seeds/ (default: the current one). Rows of
    glossary/terms.csv that people edited or approved are kept as they are, and a review sheet
    that people corrected, tmx/NAME.review.xlsx, is applied each time (see vet-terms align --help).

    Example: vet-terms build .
    """
    report = build(workspace, progress)
    if as_json:
        print_json(report)
    for line in _summary(report):
        say(line)


def _summary(report: BuildReport) -> list[str]:
    lines = [f"warning: {warning}" for warning in report.warnings]
    for document in report.documents:
        if document.units:
            alone = f"{document.zh_only} Chinese and {document.en_only} English texts unpaired"
            what = f"{document.units} units, {alone}"
        else:
            what = f"{document.segments} segments, no pairs"
        lines.append(f"{document.name} ({document.languages}): {what}")
        if document.corrected or document.left_out:
            out = f", {document.left_out} texts left out" if document.left_out else ""
            rows = "row" if document.corrected == 1 else "rows"
            lines.append(f"{document.name}: {document.corrected} {rows} corrected{out} in {document.review}")
    kept = f" ({report.kept_by_people} kept as people made them)" if report.kept_by_people else ""
    lines.append(
        f"glossary: {report.concepts} concepts{kept}, {report.candidates} candidates without English, "
        f"{report.inconsistencies} inconsistencies"
    )
    lines.append("written: " + ", ".join(report.written))
    return lines
