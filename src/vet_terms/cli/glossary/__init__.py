"""``vet-terms glossary``: make the glossary, keep it, and carry it elsewhere; one thin file a command."""

from __future__ import annotations

import click

from vet_terms.cli.commands import CommandTable

COMMANDS: dict[str, str] = {
    "extract": "vet_terms.cli.glossary.extract",
    "merge": "vet_terms.cli.glossary.merge",
    "diff": "vet_terms.cli.glossary.diff",
    "validate": "vet_terms.cli.glossary.validate",
    "convert": "vet_terms.cli.glossary.convert",
}
"""Every command of the group and the module whose ``command`` it is."""


@click.command(name="glossary", cls=CommandTable, commands_by_module=COMMANDS)
def command() -> None:
    """Make the glossary, keep it, and carry it into every tool.

    The glossary is glossary/terms.csv of the folder you stand in, or what --glossary names.
    """
