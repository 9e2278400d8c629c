"""The glossary that a command uses where it may do without one."""

from __future__ import annotations

from vet_terms.cli.output import DEFAULT_GLOSSARY
from vet_terms.model import Concept


def concepts_if_there(glossary: str | None) -> list[Concept]:
    """Return the concepts of the glossary that was named, else of the folder's; none where it has none.

    Raises InputError where the glossary cannot be read.
    """
    if glossary is None and not DEFAULT_GLOSSARY.is_file():
        return []
    from vet_terms.glossary.reading import read_glossary

    return read_glossary(glossary if glossary is not None else DEFAULT_GLOSSARY)
