"""The glossary's part of ``vet-terms export``: which of a tool's files are glossaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vet_terms.cli.glossary.convert import as_object, refuse_to_lose, refuse_to_write_nothing, said
from vet_terms.cli.output import DEFAULT_GLOSSARY, print_json, say
from vet_terms.files import write_whole
from vet_terms.glossary.converting import converted
from vet_terms.glossary.formats.format import DEFAULT
from vet_terms.glossary.reading import read_glossary

_EXCHANGE = {".tbx": "tbx2", ".xml": "multiterm"}

GLOSSARIES: Mapping[str, Mapping[str, str]] = {
    "generic": {".csv": "csv", ".xlsx": "xlsx", ".tbx": "tbx2"},
    "omegat": {".utf8": "omegat", ".tbx": "tbx2"},
    "trados": {".xlsx": "trados-xlsx", **_EXCHANGE},
    "memoq": {".csv": "memoq-csv", ".xlsx": "memoq-xlsx", **_EXCHANGE},
    "phrase": {".xlsx": "phrase-xlsx", ".tbx": "tbx2"},
    "xtm": {".mtf": "multiterm", **_EXCHANGE},
    "weblate": {".csv": "weblate-csv", ".tbx": "tbx2"},
    "deepl": {".csv": "deepl"},
    "google": {".csv": "google"},
    "utx": {".utx": "utx"},
    "jieba": {".txt": "jieba"},
    "multiterm": {".xml": "multiterm"},
    "tbx-basic": {".tbx": "tbx-basic"},
    "tbx-basic-dct": {".tbx": "tbx-basic-dct"},
    "tbx-min": {".tbx": "tbx-min"},
}
"""For every tool the endings of the glossaries that it imports, and the format (a key of FORMATS) of each."""


def is_glossary(to: str, output: str) -> bool:
    """Say whether an output for a tool is a glossary, by its ending."""
    return Path(output).suffix.lower() in GLOSSARIES[to]


def write_glossary(to: str, output: str, glossary: str | None, *, as_json: bool) -> None:
    """Write the glossary for a tool and say what stays behind. Raises InputError, UsageError, OutputError."""
    name = glossary if glossary is not None else str(DEFAULT_GLOSSARY)
    refuse_to_lose(name, output)
    format_name = GLOSSARIES[to][Path(output).suffix.lower()]
    concepts = read_glossary(name)
    if (to, format_name) == ("omegat", "tbx2"):
        # OmegaT offers every term of a TBX as a translation, whatever its status says.
        concepts = [replace(concept, en_forbidden=()) for concept in concepts]
    result = converted(concepts, format_name, DEFAULT)
    refuse_to_write_nothing(name, format_name, result)
    write_whole(output, result.data)
    if as_json:
        print_json(as_object(to, output, result))
        return
    for line in said(format_name, output, result):
        say(line)


def glossary_endings(to: str) -> str:
    """Return what a tool's glossaries end in, as a person reads it: ``.csv or .xlsx``."""
    return " or ".join(GLOSSARIES[to])
