"""The ``--store`` option of the commands that use a memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

DEFAULT_STORE = Path("memory.sqlite")
"""The memory of the workspace that a person stands in."""


def store_option(function: Any) -> Any:
    """Add the ``--store`` option; its value is the address of a store."""
    return click.option(
        "--store",
        metavar="STORE",
        default=str(DEFAULT_STORE),
        show_default=True,
        help="The memory: a file, or postgresql://USER@HOST/DATABASE.",
    )(function)
