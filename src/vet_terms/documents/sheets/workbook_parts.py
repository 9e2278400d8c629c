"""A workbook's archive: which sheets it has, in which part each stands, and the texts that they share.

Only what text needs is looked at, and links that lead out of the file are never followed. Styles, themes
and charts are not: many makers write them wrong, and a workbook that a person can open shall be read.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Protocol

from vet_terms.archives import refuse_unsafe_archive
from vet_terms.errors import InputError

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_READ_AT_ONCE = 1 << 16
_MOST_LINKS = 65_536
"""Sheets that a workbook may have, and links: more than any program can open."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its number from 1 among all, its name, the part that holds its cells.

    ``part`` is empty where it is a sheet of another kind, as one that is a chart.
    """

    number: int
    name: str
    part: str
    hidden: bool


class Workbook:
    """An open workbook. Raises InputError, which names the file, wherever it is damaged."""

    def __init__(self, data: bytes, name: str) -> None:
        if not data:
            raise InputError(f"{name}: is empty; there is nothing to read in it")
        refuse_unsafe_archive(data, name, ".xlsx")
        self.name = name
        with self.reading():
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            # Makers disagree with themselves about capitals.
            self._parts = {_folded(each): each for each in self._archive.namelist()}
        main = next((target for kind, target in self._links("").values() if kind == "officeDocument"), "")
        links = self._links(main)
        self.sheets = self._sheets(main, links)
        self._shared_part = next((target for kind, target in links.values() if kind == "sharedStrings"), "")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Name the file in what goes wrong while a part of it is read."""
        try:
            yield
        except (
            *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
            *(NotImplementedError, LookupError, ValueError),
        ) as error:
            # What zipfile meets in a damaged archive comes up as any of these; numbers are ValueErrors.
            raise self.damaged() from error

    def damaged(self, what: str = "is a damaged workbook") -> InputError:
        """Return the error to raise where a part is not as it should be."""
        return InputError(f"{self.name}: {what}; save it as .xlsx again")

    def holds(self, kind: str) -> bool:
        """Say whether there is a part of a kind, as ``drawing`` or ``comments``."""
        types = self._attributes("[Content_Types].xml", "Override")
        return any(each.get("ContentType", "").endswith(f".{kind}+xml") for each in types)

    def has(self, part: str) -> bool:
        """Say whether there is a part of this name."""
        return _folded(part) in self._parts

    def open(self, part: str) -> IO[bytes]:
        """Return a part to read from."""
        stored = self._parts.get(_folded(part))
        # Entities were looked for only in parts whose name says that they are XML.
        if stored is None or not stored.lower().endswith((".xml", ".rels")):
            raise self.damaged()
        return self._archive.open(stored)

    def read(self, part: str, taker: Taker) -> Iterator[None]:
        """Hand the elements of a part over, and come back each time that a stretch of it is done.

        No tree is built: what is not taken takes no memory, however much of it there is.
        """
        from xml.parsers import expat

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = taker.start
        parser.EndElementHandler = taker.end
        parser.CharacterDataHandler = taker.text
        try:
            with self.open(part) as stream:
                while block := stream.read(_READ_AT_ONCE):
                    parser.Parse(block, False)
                    yield
                parser.Parse(b"", True)
                yield
        except expat.ExpatError as error:
            raise self.damaged() from error

    def shared_texts(self) -> list[str]:
        """Return the texts that cells name by their number."""
        if not self._shared_part:
            return []
        taker = _SharedTexts()
        with self.reading():
            for _ in self.read(self._shared_part, taker):
                pass
        return taker.found

    def comments_of(self, sheet: Sheet) -> dict[str, str]:
        """Return what people wrote on the cells of a sheet, by the names of the cells."""
        folder, base = posixpath.split(sheet.part)
        if not self.has(posixpath.join(folder, "_rels", f"{base}.rels")):
            return {}
        taker = _Comments()
        with self.reading():
            for kind, target in self._links(sheet.part).values():
                for _ in self.read(target, taker) if kind == "comments" and self.has(target) else ():
                    pass
        return taker.found

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part leads to inside the file: by id, the kind and the name of the other part."""
        folder, base = posixpath.split(part)
        return {
            each.get("Id", ""): (
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:],
            )
            for each in self._attributes(posixpath.join(folder, "_rels", f"{base}.rels"), "Relationship")
            if each.get("TargetMode") != "External"
        }

    def _sheets(self, main: str, links: Mapping[str, tuple[str, str]]) -> tuple[Sheet, ...]:
        sheets: list[Sheet] = []
        for number, each in enumerate(self._attributes(main, "sheet"), start=1):
            link = next((value for key, value in each.items() if local(key) == "id"), "")
            kind, part = links.get(link, ("worksheet", ""))
            if kind == "worksheet" and not self.has(part):
                raise self.damaged(f"is a damaged workbook (its sheet {number} is not there)")
            hidden = each.get("state", "visible").lower() in {"hidden", "veryhidden"}
            name = unescaped(each.get("name", ""))
            sheets.append(Sheet(number, name, part if kind == "worksheet" else "", hidden))
        if not sheets:
            raise self.damaged("is a workbook without a sheet")
        return tuple(sheets)

    def _attributes(self, part: str, name: str) -> list[Mapping[str, str]]:
        taker = _Attributes(name)
        with self.reading():
            for _ in self.read(part, taker):
                pass
        return taker.found


class Taker(Protocol):
    """Takes what stands in a part as it is read. Names come with their namespace before them."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a stretch of text, which is not always all that stands there."""


class _Attributes:
    """The attributes of the elements of one name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.found: list[Mapping[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == self._name:
            if len(self.found) == _MOST_LINKS:
                raise ValueError(name)
            self.found.append(attributes)

    def end(self, _name: str) -> None:
        pass

    def text(self, _text: str) -> None:
        pass


class TextItem:
    """The text of a string item: its runs joined, without the readings that stand above characters."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._taking = self._above = False

    def start(self, name: str) -> None:
        """Take the beginning of an element in the item, by its local name."""
        if name == "rPh":
            self._above = True
        self._taking = name == "t" and not self._above

    def end(self, name: str) -> None:
        """Take its end."""
        self._taking = False
        if name == "rPh":
            self._above = False

    def text(self, text: str) -> None:
        """Take text, if it is in an element that holds some."""
        if self._taking:
            self._pieces.append(text)

    def taken(self) -> str:
        """Return the text, and begin anew."""
        text = unescaped("".join(self._pieces))
        self._pieces.clear()
        return text


class _Comments:
    """The comments on the cells of a sheet."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._cell = ""
        self._item = TextItem()
        self.text = self._item.text

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._item.start(short := local(name))
        if short == "comment":
            self._cell = attributes.get("ref", "").upper()

    def end(self, name: str) -> None:
        self._item.end(short := local(name))
        if short == "comment" and (said := self._item.taken().strip()):
            self.found[self._cell] = said


class _SharedTexts:
    """The items of the table of shared texts."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._item = TextItem()
        self.text = self._item.text

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self._item.start(local(name))

    def end(self, name: str) -> None:
        self._item.end(short := local(name))
        if short == "si":
            self.found.append(self._item.taken())


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


def unescaped(text: str) -> str:
    """Return a text with ``_x000D_`` and its like as the characters that they stand for."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        if _HALF_CHARACTER.search(text):
            # Two halves that were written one by one are a character again.
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _folded(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
