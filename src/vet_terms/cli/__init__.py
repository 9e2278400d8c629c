"""The command line: one thin file per command, loaded only when it is called.

A command reads its arguments, calls one function of the rooms below, and prints. Exit codes: 0
done or nothing found, 1 findings at or above ``--fail-on``, 2 wrong use or unreadable input.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from vet_terms import __version__
from vet_terms.checking.reports.terminal import one_line
from vet_terms.cli.commands import CommandTable
from vet_terms.errors import VetTermsError

COMMANDS: dict[str, str] = {
    "build": "vet_terms.cli.build",
    "align": "vet_terms.cli.align",
    "lookup": "vet_terms.cli.lookup",
    "glossary": "vet_terms.cli.glossary",
    "check": "vet_terms.cli.check",
    "rules": "vet_terms.cli.rules",
    "inspect": "vet_terms.cli.inspect",
    "memory": "vet_terms.cli.memory",
    "export": "vet_terms.cli.export",
}
"""Every command and the module whose ``command`` it is."""


@click.command(
    cls=CommandTable,
    commands_by_module=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="vet-terms")
def program() -> None:
    """Chinese–English translation memory and terminology from bilingual documents, offline.

    Start with `vet-terms build` in a folder that has a seeds/ folder with your documents.
    """


def main() -> None:
    """Run the program; turn every expected failure into one sentence and exit code 2."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            program()
        finally:
            # What is still to be written fails here and not in Python's own end, which has its own words.
            sys.stdout.flush()
    except VetTermsError as error:
        click.echo(f"vet-terms: {one_line(str(error))}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output went away (as `| head` does): no message, and no second
        # failure when Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as error:
        why = error.strerror or str(error)
        said = f"{error.filename}: {why}" if error.filename else f"the output could not be written ({why})"
        click.echo(f"vet-terms: {one_line(said)}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)


def _open_what_is_closed() -> None:
    """Give the program the streams that whoever started it closed: nothing to read, nobody who listens."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open till the end
            setattr(sys, name, stream)
