"""``vet-terms check``: findings on a new translation."""

from __future__ import annotations

import sys

import click

from vet_terms.checking.rule import SEVERITIES
from vet_terms.cli.default_glossary import concepts_if_there
from vet_terms.cli.output import as_json_option, print_json, progress, say
from vet_terms.cli.standard_input import refuse_to_read_twice
from vet_terms.model import Severity, TranslationUnit


@click.command(
    name="check", epilog="Example: vet-terms check deck.xliff --glossary glossary/terms.csv --fail-on warning"
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--glossary",
    metavar="FILE",
    help="The glossary to hold the translation to [default: glossary/terms.csv, if there].",
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="error", show_default=True,
              help="Exit with 1 where a finding is at least so grave.")  # fmt: skip
@click.option(
    "--ignore",
    metavar="RULE",
    multiple=True,
    help="Leave out a rule or a family, as numbers/bound or pairing; repeatable.",
)
@as_json_option
def command(
    files: tuple[str, ...], glossary: str | None, fail_on: Severity, ignore: tuple[str, ...], as_json: bool
) -> None:
    """Check translations: numbers, terms, omissions, Chinese left over, quotes and brackets.

    A FILE is a bilingual TSV or CSV with the columns zh and en (or source and target), XLIFF, PO or TMX;
    `-` reads a table from standard input. Every rule is explained by `vet-terms rules`.
    """
    from vet_terms.checking.runner import check
    from vet_terms.checking.settings import Settings

    concepts = concepts_if_there(glossary)
    result = check(_units(files), concepts, Settings(ignore=ignore))
    if as_json:
        from vet_terms.checking.reports.as_json import report_json

        print_json(report_json(result))
    else:
        from vet_terms.checking.reports.text import report_text, summary_line

        if result.findings:
            click.echo(report_text(result))
        say(summary_line(result))
    if result.at_least(fail_on):
        sys.exit(1)


def _units(files: tuple[str, ...]) -> list[TranslationUnit]:
    from vet_terms.memory.bilingual import read_bilingual
    from vet_terms.memory.bilingual_table import SWAPPED
    from vet_terms.memory.xliff import REVERSED

    refuse_to_read_twice(files)
    units: list[TranslationUnit] = []
    for file in progress(files, "reading"):
        read = read_bilingual(file)
        for note in sorted({note for unit in read for note in unit.notes} & {SWAPPED, REVERSED}):
            say(f"{file}: {note}")
        units += read
    return units
