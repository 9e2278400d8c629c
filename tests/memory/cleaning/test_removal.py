from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from vet_terms.errors import OutputError, UsageError
from vet_terms.memory.cleaning.removal import move_out, tmx_unit_of, write_without
from vet_terms.memory.importing import Passed, units_of_file
from vet_terms.memory.store.sqlite import SqliteStore
from vet_terms.memory.unit import MemoryUnit
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.writing import unit_xml

UNITS = '<tmx version="1.4"><header srclang="zh-CN" o-tmf="tool"/><body>' + "".join(
    f'<tu tuid="{number}"><note>n{number}</note><prop type="x-client">c</prop>'
    f'<tuv xml:lang="zh-CN"><seg>第{number}章<ph x="1">&lt;b&gt;</ph></seg></tuv>'
    f'<tuv xml:lang="en-US"><seg>Chapter {number}</seg></tuv></tu>'
    for number in range(1, 6)
) + "</body></tmx>"  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "in.tmx"
    path.write_text(UNITS, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, file: Path) -> Iterable[SqliteStore]:
    store = SqliteStore(tmp_path / "memory.sqlite", create=True)
    store.add(units_of_file(str(file), Passed()))
    yield store
    store.close()


def xml_of(path: Path) -> list[str]:
    with open_tmx(path) as reader:
        return [unit_xml(unit) for unit in reader]


def test_units_are_in_the_side_file_as_they_came_and_out_of_the_store(
    store: SqliteStore, file: Path, tmp_path: Path
) -> None:
    whole = xml_of(file)
    side = tmp_path / "side.tmx"
    assert move_out(store, [2, 4], side) == 2
    assert xml_of(side) == [whole[1], whole[3]]
    assert [unit.id for unit in store.after(0)] == [1, 3, 5]


def test_a_side_file_that_is_there_is_left_alone_and_nothing_removed(
    store: SqliteStore, tmp_path: Path
) -> None:
    side = tmp_path / "side.tmx"
    side.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is there already"):
        move_out(store, [1], side)
    assert side.read_text(encoding="utf-8") == "mine"
    assert store.state().units == 5


def test_a_side_file_that_cannot_be_written_removes_nothing(store: SqliteStore, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        move_out(store, [1], tmp_path / "nowhere" / "side.tmx")
    assert store.state().units == 5


class _StoppedError(Exception):
    pass


class _StoppingStore(SqliteStore):
    def get(self, ids: Sequence[int]) -> Mapping[int, MemoryUnit]:
        self.asked = True
        return super().get(ids)

    def remove(self, ids: Iterable[int]) -> int:
        raise _StoppedError


def test_who_stops_in_between_has_them_in_both(store: SqliteStore, tmp_path: Path) -> None:
    stopping = _StoppingStore(tmp_path / "memory.sqlite")
    with pytest.raises(_StoppedError):
        move_out(stopping, [1, 5], tmp_path / "side.tmx")
    stopping.close()
    assert len(xml_of(tmp_path / "side.tmx")) == 2
    assert store.state().units == 5


def test_a_copy_of_a_file_and_its_side_file_together_hold_all(file: Path, tmp_path: Path) -> None:
    before, whole = file.read_bytes(), xml_of(file)
    cleaned, side = tmp_path / "out.tmx", tmp_path / "side.tmx"
    assert write_without(file, {1, 3}, cleaned, side) == 2
    assert xml_of(cleaned) == [whole[1], whole[3], whole[4]]
    assert xml_of(side) == [whole[0], whole[2]]
    assert 'o-tmf="tool"' in cleaned.read_text(encoding="utf-8")
    assert file.read_bytes() == before


def test_both_files_are_written_or_none(file: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_without(file, {1}, tmp_path / "out.tmx", tmp_path / "nowhere" / "side.tmx")
    with pytest.raises(UsageError, match="cannot be both"):
        write_without(file, {1}, tmp_path / "out.tmx", tmp_path / "out.tmx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.tmx"]


def test_a_unit_that_came_without_tmx_gets_one_of_its_texts() -> None:
    unit = MemoryUnit("学校", "school", tuid="7", zh_code="zh-TW", creator="Li", document="deck.pptx")
    made = tmx_unit_of(unit)
    assert [(each.language, each.text) for each in made.variants] == [("zh-TW", "学校"), ("en-US", "school")]
    assert made.attribute("creationid") == "Li"
    assert ("x-document", "deck.pptx") in made.properties
