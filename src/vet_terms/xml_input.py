"""What XML files share: names without namespaces, no hidden text, and the characters that none can hold."""

from __future__ import annotations

import re
from typing import Any

from vet_terms.errors import InputError

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML file can hold, in whatever form (XML 1.0, 2.2)."""


def local_name(element: Any) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def what_is_broken(error: Any) -> str:
    """Return in a few words what the parser said of broken XML: its messages can hold lines of the file."""
    said = str(error.msg or "").splitlines()
    return said[0].split(", line")[0].strip() if said else "it breaks off"


def refuse_entities(root: Any, name: str) -> None:
    """Refuse a file whose text hides behind entities: they are never expanded, so it would be lost.

    Raises InputError, which names the file.
    """
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError(f"{name}: declares XML entities, which are not read; export it without them")
