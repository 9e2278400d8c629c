"""A whole OmegaT project, ready to open; of a project that is there already, our files only.

``tm/auto/`` fills the target by itself, plain ``tm/`` does not (measured with OmegaT 3.6). The project has
our segmentation rules with it, so that OmegaT's segments are the memory's. What belongs to the person is
never touched: source/, target/, the translations in omegat/project_save.tmx and all settings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vet_terms.errors import UsageError
from vet_terms.files import make_folder, read_bytes, write_whole
from vet_terms.glossary.formats import export
from vet_terms.memory.project.segmentation_rules import omegat_conf, srx
from vet_terms.model import Concept

PROJECT_FILE = "omegat.project"
MEMORY = "tm/auto/vet-terms.tmx"
FOLDERS = ("source", "target", "tm/auto", "tm/enforce", "glossary", "dictionary", "omegat")
"""OmegaT refuses to open a project that lacks one of its folders."""


def is_project(folder: Path) -> bool:
    """Say whether a folder is a project of OmegaT's already."""
    return (folder / PROJECT_FILE).is_file()


def source_language(folder: Path) -> str:
    """Return the source language that a project names, empty where it names none. Raises InputError."""
    found = re.search(rb"<source_lang>\s*([\w-]{2,20})\s*</source_lang>", read_bytes(folder / PROJECT_FILE))
    return found[1].decode("ascii", "replace") if found else ""


def make_folders(folder: Path) -> None:
    """Make the folders of a project, or those that we write to in one that is there.

    Raises UsageError for a folder that has other files in it, OutputError where they cannot be made.
    """
    if is_project(folder):
        make_folder((folder / MEMORY).parent)
        make_folder(folder / "glossary")
        return
    if folder.is_dir() and any(each.is_file() for each in folder.rglob("*")):
        raise UsageError(
            f"{folder}: has files in it and is no OmegaT project (no {PROJECT_FILE}); name a new folder"
        )
    for name in FOLDERS:
        make_folder(folder / name)


def write_settings(folder: Path, source: str, target: str) -> list[str]:
    """Write what a new project needs to be opened; return the names. Raises OutputError."""
    files = {
        PROJECT_FILE: _project_file(source, target),
        "omegat/segmentation.conf": omegat_conf(),
        "omegat/segmentation.srx": srx(),
    }
    for name, data in files.items():
        write_whole(folder / name, data)
    return list(files)


def write_glossary(folder: Path, concepts: Sequence[Concept]) -> list[str]:
    """Write the glossary in the two forms that OmegaT reads; return the names. Raises OutputError.

    OmegaT offers every term of a TBX as a translation, whatever its status says: forbidden forms are left to
    the comments of the other file.
    """
    offered = [replace(concept, en_forbidden=()) for concept in concepts]
    export(concepts, "omegat", folder / "glossary" / "vet-terms.utf8")
    export(offered, "tbx2", folder / "glossary" / "vet-terms.tbx")
    return ["glossary/vet-terms.utf8", "glossary/vet-terms.tbx"]


def _project_file(source: str, target: str) -> bytes:
    """Return an ``omegat.project`` (version 1.0, which all versions since 1.6 read)."""
    folders = "".join(
        f"    <{name}>__DEFAULT__</{name}>\n"
        for name in ("source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file", "dictionary_dir")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<omegat>\n  <project version="1.0">\n'
        f"{folders}"
        f"    <source_lang>{source.upper()}</source_lang>\n    <target_lang>{target.upper()}</target_lang>\n"
        "    <sentence_seg>true</sentence_seg>\n"
        "    <support_default_translations>true</support_default_translations>\n"
        "    <remove_tags>false</remove_tags>\n"
        "  </project>\n</omegat>\n"
    ).encode()
