"""A large glossary is kept ready, and what is kept is never another state of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vet_terms.errors import InputError
from vet_terms.glossary.lookup import prepared
from vet_terms.glossary.lookup.answers import look_up
from vet_terms.glossary.lookup.filed import FiledGlossary
from vet_terms.glossary.lookup.listed import ListedGlossary
from vet_terms.glossary.lookup.pages import DamagedFileError
from vet_terms.glossary.lookup.prepared import open_glossary

ROWS = "zh,en\n职业教育,vocational education\n双元制,Dual System\n"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(prepared, "SMALL", 10)
    monkeypatch.setattr(prepared, "_SETTLED", 0)
    path = tmp_path / "glossary" / "terms.csv"
    path.parent.mkdir()
    path.write_text(ROWS, encoding="utf-8")
    return path


def english(path: Path) -> str:
    return look_up(open_glossary(path), "双元制").hits[0].concept.en


def test_the_first_time_makes_it_ready_and_the_next_opens_that(path: Path) -> None:
    told: list[str] = []
    assert isinstance(open_glossary(path, preparing=lambda: told.append("once")), ListedGlossary)
    assert isinstance(open_glossary(path, preparing=lambda: told.append("twice")), FiledGlossary)
    assert told == ["once"]
    kept = sorted(each.suffix for each in (path.parent.parent / ".vet-terms").iterdir())
    assert kept == [".json", ".lookup"]
    assert sorted(each.name for each in path.parent.iterdir()) == ["terms.csv"]


def test_a_small_one_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "SMALL", 10_000)
    assert isinstance(open_glossary(path), ListedGlossary)
    assert not (path.parent.parent / ".vet-terms").exists()


def test_a_change_is_seen_also_with_the_size_and_the_time_of_before(path: Path) -> None:
    assert (english(path), english(path)) == ("Dual System", "Dual System")
    before = path.stat()
    path.write_text(ROWS.replace("Dual", "Twin"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert english(path) == "Twin System"


def test_new_times_alone_make_nothing_anew(path: Path) -> None:
    english(path)
    os.utime(path, ns=(1, 1))
    for _ in range(2):
        assert isinstance(open_glossary(path), FiledGlossary)


def test_a_file_that_changed_a_moment_ago_is_compared_once_more(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "_SETTLED", 10**15)
    english(path)
    assert not list((path.parent.parent / ".vet-terms").glob("*.json"))
    assert isinstance(open_glossary(path), FiledGlossary)


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\0" * 5000])
def test_what_is_damaged_or_anothers_is_made_anew(path: Path, damage: bytes) -> None:
    english(path)
    folder = path.parent.parent / ".vet-terms"
    for kept in folder.iterdir():
        kept.write_bytes(damage)
    assert english(path) == "Dual System"
    assert isinstance(open_glossary(path), FiledGlossary)


def test_what_turns_out_damaged_later_can_be_made_anew(path: Path) -> None:
    path.write_text(ROWS + "".join(f"词{each},word {each}\n" for each in range(3000)), encoding="utf-8")
    open_glossary(path)
    (kept,) = (path.parent.parent / ".vet-terms").glob("*.lookup")
    data = bytearray(kept.read_bytes())
    data[data.index(b"word 1500")] ^= 1
    kept.write_bytes(data)
    opened = open_glossary(path)
    assert isinstance(opened, FiledGlossary)
    with pytest.raises(DamagedFileError):
        look_up(opened, "word 1500")
    assert isinstance(open_glossary(path, anew=True), ListedGlossary)
    assert look_up(open_glossary(path), "word 1500").hits[0].concept.zh == "词1500"


def test_another_version_of_the_program_makes_it_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english(path)
    monkeypatch.setattr(prepared, "__version__", "another")
    assert isinstance(open_glossary(path), ListedGlossary)
    assert isinstance(open_glossary(path), FiledGlossary)


def test_where_it_cannot_be_kept_it_is_read_each_time(path: Path) -> None:
    (path.parent.parent / ".vet-terms").write_text("a file in the way", encoding="utf-8")
    for _ in range(2):
        assert isinstance(open_glossary(path), ListedGlossary)
    assert english(path) == "Dual System"


def test_a_missing_glossary_is_said_as_ever(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        open_glossary(tmp_path / "none.csv")
