"""Texts aligned by hand, as InterText writes them: what an aligner is held against.

A folder holds three XML files for each text: ``NAME_zh.xml`` and ``NAME_en.xml`` with the sentences
(``<p><s id="1:1">``), and ``NAME_zh.NAME_en.xml``, or ``NAME_zh.ID_en.xml``, with the links between
their ids. ``xtargets`` names the ids of ``toDoc`` before the semicolon and those of ``fromDoc`` behind
it. A sentence that no link names is in no bead; a link to an id that is not there is an error, and so
is one sentence in two links. Entities are never expanded, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring import Bead
from vet_terms.errors import InputError
from vet_terms.files import read_bytes
from vet_terms.xml_input import local_name, refuse_entities


@dataclass(frozen=True, slots=True)
class ParallelText:
    """The sentences of both sides with the beads that are right, in the order of the links.

    The paragraph numbers count from 1 and stand beside the sentences, one each.
    """

    name: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    beads: tuple[Bead, ...]
    zh_paragraphs: tuple[int, ...]
    en_paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    sentences: tuple[str, ...]
    paragraphs: tuple[int, ...]
    position: dict[str, int]


def read_folder(folder: Path) -> list[ParallelText]:
    """Return the texts of a folder in the order of their names.

    Raises InputError where there is none, or where one of its files is missing or damaged.
    """
    links = sorted(path for path in folder.glob("*.xml") if _is_links(path))
    if not links:
        raise InputError(f"{folder}: holds no links of InterText (NAME_zh.NAME_en.xml)")
    return [read_text(path) for path in links]


def read_text(links: Path) -> ParallelText:
    """Return the text whose links are in a file; the files of its sides are looked for beside it.

    Raises InputError, which names the file and the link.
    """
    root = _root(links)
    files = [root.get("toDoc"), root.get("fromDoc")]
    languages = [_language(name) for name in files]
    if sorted(languages) != ["en", "zh"]:
        raise InputError(f"{links}: toDoc and fromDoc must name a file ending in _zh.xml and one in _en.xml")
    sides = {
        language: _side(links.parent / Path(str(name)).name)
        for language, name in zip(languages, files, strict=True)
    }
    beads: list[Bead] = []
    linked: dict[str, set[int]] = {"zh": set(), "en": set()}
    for number, link in enumerate(_named(root, "link"), start=1):
        where = f"{links}, link {number}"
        named = str(link.get("xtargets", "")).split(";")
        if len(named) != len(languages):
            raise InputError(f"{where}: xtargets must hold one semicolon")
        found = {
            language: _positions(ids, sides[language], where)
            for language, ids in zip(languages, named, strict=True)
        }
        for language, positions in found.items():
            if linked[language] & set(positions):
                raise InputError(f"{where}: a sentence is linked twice")
            linked[language].update(positions)
        if found["zh"] or found["en"]:
            beads.append((found["zh"], found["en"]))
    zh, en = sides["zh"], sides["en"]
    return ParallelText(
        name=links.name.partition("_zh.")[0],
        zh=zh.sentences,
        en=en.sentences,
        beads=tuple(beads),
        zh_paragraphs=zh.paragraphs,
        en_paragraphs=en.paragraphs,
    )


def _is_links(path: Path) -> bool:
    first, _, second = path.name.partition("_zh.")
    return bool(first) and second.endswith("_en.xml")


def _language(name: str | None) -> str:
    return next((language for language in ("zh", "en") if (name or "").endswith(f"_{language}.xml")), "")


def _side(path: Path) -> _Side:
    sentences: list[str] = []
    paragraphs: list[int] = []
    position: dict[str, int] = {}
    for number, paragraph in enumerate(_named(_root(path), "p"), start=1):
        for sentence in _named(paragraph, "s"):
            key = str(sentence.get("id", ""))
            if not key or key in position:
                raise InputError(f"{path}: sentence {len(sentences) + 1} has no id of its own")
            position[key] = len(sentences)
            sentences.append(" ".join("".join(sentence.itertext()).split()))
            paragraphs.append(number)
    return _Side(tuple(sentences), tuple(paragraphs), position)


def _positions(ids: str, side: _Side, where: str) -> tuple[int, ...]:
    unknown = [key for key in ids.split() if key not in side.position]
    if unknown:
        raise InputError(f"{where}: no sentence has the id {unknown[0]}")
    return tuple(sorted(side.position[key] for key in ids.split()))


def _named(parent: Any, name: str) -> Iterator[Any]:
    return (element for element in parent.iter() if local_name(element) == name)


def _root(path: Path) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(read_bytes(path), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: is not well-formed XML ({error.msg})") from error
    refuse_entities(root, str(path))
    return root
