"""A table of commands, each loaded only when it is called: every command of the program stays quick."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

_INTERRUPTED = 130
_NOBODY_READS = 141


class CommandTable(click.Group):
    """A click group over a table of names and the modules whose ``command`` they are."""

    def __init__(self, *args: Any, commands_by_module: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.commands_by_module = commands_by_module

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the table."""
        return list(self.commands_by_module)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in self.commands_by_module:
            return None
        command = importlib.import_module(self.commands_by_module[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; Ctrl-C and a reader that goes away end it with 128 and the signal's number.

        Without that click ends it with 1 where nobody reads on, which says that there are findings.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nvet-terms: interrupted", err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            ctx.exit(_NOBODY_READS)
