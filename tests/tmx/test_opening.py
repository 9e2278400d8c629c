"""TMX in every encoding and package, from a file and from standard input."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.documents.mutations import mutants
from tests.tmx.generated import some_units, tmx_text

from vet_terms.errors import InputError
from vet_terms.tmx import opening
from vet_terms.tmx.model import TmxUnit
from vet_terms.tmx.reading import open_tmx, read_tmx_bytes

SIMPLIFIED = "职业院校的教师在企业里工作，这是国家的要求。"
TRADITIONAL = "職業院校的教師在企業裡工作，這是國家的要求。"


def read(path: Path | str) -> list[TmxUnit]:
    with open_tmx(path) as reader:
        return list(reader)


def declared(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n' if encoding else ""


ENCODINGS = [
    ("utf-8", "", SIMPLIFIED),
    ("utf-8-sig", "utf-8", SIMPLIFIED),
    ("utf-8", "UTF-16", SIMPLIFIED),
    ("utf-16", "", SIMPLIFIED),
    ("utf-16-le", "UTF-16", SIMPLIFIED),
    ("utf-16-be", "", SIMPLIFIED),
    ("utf-32", "UTF-32", SIMPLIFIED),
    ("gb18030", "GB18030", SIMPLIFIED + "𠮷"),
    ("gbk", "GB2312", SIMPLIFIED + "囍"),
    ("gbk", "", SIMPLIFIED),
    ("big5", "Big5", TRADITIONAL),
    ("big5", "", TRADITIONAL),
    ("iso2022_jp", "ISO-2022-JP", "学校"),
    ("shift_jis", "Shift_JIS", "学校"),
    ("windows-1252", "windows-1252", "“L’école”"),
    ("iso-8859-1", "ISO-8859-1", "L'école"),
    ("windows-1251", "windows-1251", "школа"),
    ("us-ascii", "us-ascii", "school"),
    ("utf-8", "us-ascii", SIMPLIFIED),
]


@pytest.mark.parametrize(("encoding", "said", "text"), ENCODINGS)
def test_every_encoding_is_read(encoding: str, said: str, text: str, tmp_path: Path) -> None:
    # More than a block, so that characters are cut in two between blocks.
    units = "".join(f'<tu tuid="{n}"><tuv lang="x"><seg>{text}</seg></tuv></tu>\n' for n in range(2000))
    (tmp_path / "a.tmx").write_bytes(tmx_text(units, declared(said)).encode(encoding))
    found = read(tmp_path / "a.tmx")
    assert [unit.attribute("tuid") for unit in found] == [str(n) for n in range(2000)]
    assert {unit.variants[0].text for unit in found} == {text}


def test_a_given_encoding_overrules_the_files_own() -> None:
    data = tmx_text(some_units(1), declared("utf-8")).encode("gbk")
    (unit,) = read_tmx_bytes(data, "a.tmx", "gbk")
    assert unit.variants[0].text == "第1所学校"
    with pytest.raises(InputError, match=r"bytes that are no UTF-8"):
        list(read_tmx_bytes(data, "a.tmx"))


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


WHOLE = tmx_text(some_units(3))
PACKAGES = {
    "a.tmx": WHOLE.encode(),
    "A.TMX": WHOLE.encode(),
    "a.tmx.gz": gzip.compress(WHOLE.encode()),
    "a.gz": gzip.compress(WHOLE.encode("utf-16")),
    "named wrongly.tmx": gzip.compress(WHOLE.encode()),
    "a.zip": zipped(**{"folder/A.TMX": WHOLE, "readme.txt": "x", "__MACOSX/folder/._A.TMX": "x"}),
    "two parts.gz": gzip.compress(WHOLE[:100].encode()) + gzip.compress(WHOLE[100:].encode()),
    "many parts.gz": b"".join(
        gzip.compress(part.encode("gbk"))
        for part in ['<?xml version="1.0"', ' encoding="GBK"?>', tmx_text(some_units(3))]
    ),
}


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Give bytes to standard input through a pipe, which cannot be read from its end."""
    opened = []

    def give(data: bytes) -> None:
        reading, writing = os.pipe()
        with os.fdopen(writing, "wb") as stream:
            stream.write(data)
        opened.append(io.TextIOWrapper(os.fdopen(reading, "rb")))
        monkeypatch.setattr(sys, "stdin", opened[-1])

    yield give
    for stream in opened:
        stream.close()


@pytest.mark.parametrize("name", PACKAGES)
def test_packages(name: str, tmp_path: Path, standard_input: Callable[[bytes], None]) -> None:
    (tmp_path / name).write_bytes(PACKAGES[name])
    assert [unit.attribute("tuid") for unit in read(tmp_path / name)] == ["1", "2", "3"]
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208
    standard_input(PACKAGES[name])
    assert len(read("-")) == 3


LOCKED = zipped(**{"a.tmx": WHOLE}).replace(
    b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
)
REFUSED = {
    "two": (
        zipped(**{"a.tmx": WHOLE, "b\n/c.TMX": WHOLE}),
        "is a zip archive of 2 TMX files (a.tmx, b?/c.TMX); unpack it and give them one by one",
    ),
    "many": (
        zipped(**{f"{n}.tmx": WHOLE for n in range(9)}),
        "is a zip archive of 9 TMX files (0.tmx, 1.tmx, 2.tmx, …); unpack it and give them one by one",
    ),
    "none": (
        zipped(**{"a.docx": "x"}),
        "is a zip archive with no .tmx file in it; pack a TMX, or give the file itself",
    ),
    "empty": (zipped(), "is a zip archive with no .tmx file in it; pack a TMX, or give the file itself"),
    "locked": (LOCKED, "is locked with a password; pack it without one"),
    "cut zip": (
        zipped(**{"a.tmx": WHOLE})[:-30],
        "is no readable zip archive, or a damaged one; pack it again",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_archives_that_are_refused(
    case: str, tmp_path: Path, standard_input: Callable[[bytes], None]
) -> None:
    data, said = REFUSED[case]
    (tmp_path / "a.zip").write_bytes(data)
    standard_input(data)
    for path, name in ((tmp_path / "a.zip", str(tmp_path / "a.zip")), ("-", "standard input")):
        with pytest.raises(InputError) as caught:
            read(path)
        assert str(caught.value) == f"{name}: {said}"


def test_an_archive_that_breaks_off_gives_the_units_before(tmp_path: Path) -> None:
    data = gzip.compress(tmx_text(some_units(20_000)).encode())
    (tmp_path / "a.gz").write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match=r"a.gz: line \d+: the archive is damaged or breaks off; export it"):
        read(tmp_path / "a.gz")
    with open_tmx(tmp_path / "a.gz", recover=True) as reader:
        count = sum(1 for _ in reader)
    assert 5_000 < count < 15_000
    assert "the archive is damaged" in reader.broken


def test_what_stands_right_before_the_break_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(WHOLE.encode())[:-9])
    with open_tmx(tmp_path / "a.gz", recover=True) as reader:
        assert len(list(reader)) == 3
    assert reader.broken == "line 6: the archive is damaged or breaks off"


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_no_bomb_is_unpacked(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "ALWAYS_ALLOWED", 1 << 20)
    text = tmx_text(some_units(1) * 100_000)
    data = gzip.compress(text.encode()) if kind == "gz" else zipped(**{"a.tmx": text})
    assert len(text) > (1 << 20) + 200 * len(data)
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(InputError, match="unpacks to more than 200 times its size"):
        read(tmp_path / "a")


def test_what_is_not_there(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "no.tmx", "no such file; check the name and the folder"),
        (tmp_path, "is a folder; name a file in it"),
        ("a\0.tmx", "is not a usable file name (embedded null byte)"),
    ):
        with pytest.raises(InputError) as caught:
            read(path)
        assert str(caught.value) == f"{path}: {said}"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for mutant in mutants(PACKAGES[name], 150):
        path.write_bytes(mutant)
        try:
            with open_tmx(path, recover=True) as reader:
                found = list(reader)
        except InputError as error:
            assert str(error).startswith(f"{path}: ")
            assert "\n" not in str(error)
        else:
            assert found
