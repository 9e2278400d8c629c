"""``vet-terms memory``: the translation memory of a workspace or of a team; one thin file a command."""

from __future__ import annotations

import click

from vet_terms.cli.commands import CommandTable

COMMANDS: dict[str, str] = {
    "import": "vet_terms.cli.memory.import_",
    "search": "vet_terms.cli.memory.search",
    "concordance": "vet_terms.cli.memory.concordance",
    "analyse": "vet_terms.cli.memory.analyse",
    "pretranslate": "vet_terms.cli.memory.pretranslate",
    "clean": "vet_terms.cli.memory.clean",
    "stats": "vet_terms.cli.memory.stats",
    "validate": "vet_terms.cli.memory.validate",
}
"""Every command of the group and the module whose ``command`` it is."""


@click.command(name="memory", cls=CommandTable, commands_by_module=COMMANDS)
def command() -> None:
    """Keep units, find like ones, and use them: the translation memory.

    The memory is the file memory.sqlite of the folder you stand in, or what --store names.
    """
