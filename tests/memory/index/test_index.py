from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from vet_terms.memory.checked_files import DamagedFileError
from vet_terms.memory.index import shard as shards
from vet_terms.memory.index.files import open_list, open_shard
from vet_terms.memory.index.index import Index
from vet_terms.memory.index.rows import IndexRow, index_row
from vet_terms.memory.store.store import StoreState

TEXTS = ["职业教育", "职业学校", "国际合作", "产教融合", "柳州市", "东盟国家", "留学生", "工匠精神"]


def rows_of(texts: list[str], after: int) -> Iterator[IndexRow]:
    for number, text in enumerate(texts, start=1):
        if number > after:
            yield index_row(number, text, 0, "zh")


def opened(folder: Path, texts: list[str], *, removed: int = 0, identity: str = "a") -> Index:
    index = Index(folder, "zh")
    state = StoreState(identity, len(texts), len(texts) - removed, removed)
    index.keep_in_step(state, functools.partial(rows_of, texts))
    return index


def ids(index: Index) -> list[int]:
    return sorted(row.id for shard in index.shards for row in shard.rows())


def test_an_opened_index_is_not_made_again(tmp_path: Path) -> None:
    opened(tmp_path, TEXTS)
    index = Index(tmp_path, "zh")

    asked = []

    def rows_after(last_id: int) -> Iterator[IndexRow]:
        asked.append(last_id)
        return rows_of(TEXTS, last_id)

    index.keep_in_step(StoreState("a", len(TEXTS), len(TEXTS), 0), rows_after)
    assert asked == [len(TEXTS) - 1], "only the last unit is looked at"
    assert ids(index) == list(range(1, 9))
    assert index.remarks == []
    assert index.bytes_on_disk() > 0


def test_what_is_new_is_added_and_shards_stay_few(tmp_path: Path) -> None:
    for count in range(1, len(TEXTS) + 1):
        index = opened(tmp_path, TEXTS[:count])
        assert ids(index) == list(range(1, count + 1))
    assert len(index.shards) <= 4
    listed = open_list(tmp_path / "shards.list", StoreState("a", len(TEXTS), len(TEXTS), 0)).files
    assert sorted(path.name for path in tmp_path.glob("*.shard")) == sorted(listed)


def test_a_shard_has_no_more_units_than_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vet_terms.memory.index.index.MOST_ROWS", 3)
    index = opened(tmp_path, TEXTS)
    assert [len(shard) for shard in index.shards] == [3, 3, 2]
    assert shards.MOST_ROWS > 3


@pytest.mark.parametrize("file", ["*.shard", "shards.list"])
@pytest.mark.parametrize("damage", ["cut", "gone", "empty", "none of ours"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: str, file: str) -> None:
    opened(tmp_path, TEXTS)
    (path,) = tmp_path.glob(file)
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-1])
    elif damage == "gone":
        path.unlink()
    elif damage == "empty":
        path.write_bytes(b"")
    else:
        path.write_bytes(b"{}")
    index = opened(tmp_path, TEXTS)
    assert ids(index) == list(range(1, 9))
    assert len(index.remarks) == ((file, damage) != ("shards.list", "gone"))
    again = opened(tmp_path, TEXTS)
    assert ids(again) == list(range(1, 9))
    assert again.remarks == []


@pytest.mark.parametrize("file", ["*.shard", "shards.list"])
def test_every_changed_byte_is_noticed(tmp_path: Path, file: str) -> None:
    opened(tmp_path, TEXTS[:3])
    (path,) = tmp_path.glob(file)
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises(DamagedFileError):
            open_shard(path) if file == "*.shard" else open_list(path, StoreState("a", 3, 3, 0))


def test_what_a_killed_process_left_is_removed_in_time(tmp_path: Path) -> None:
    for name, mtime in [("old.shard", 0), (".old.shard.12.tmp", 0), ("new.shard", None)]:
        (tmp_path / name).write_bytes(b"half")
        if mtime is not None:
            os.utime(tmp_path / name, (mtime, mtime))
    opened(tmp_path, TEXTS)
    names = {path.name for path in tmp_path.iterdir()}
    assert "new.shard" in names
    assert not names & {"old.shard", ".old.shard.12.tmp"}
    assert len(names) == 3


def test_the_index_of_another_store_is_not_used(tmp_path: Path) -> None:
    opened(tmp_path, TEXTS)
    index = opened(tmp_path, ["学校"], identity="b")
    assert ids(index) == [1]


def test_a_store_that_was_put_back_and_went_on_differently_is_noticed(tmp_path: Path) -> None:
    opened(tmp_path, TEXTS[:4])
    others = [*TEXTS[:3], *TEXTS[5:]]
    index = opened(tmp_path, others)
    assert [row.text for shard in index.shards for row in shard.rows() if row.id == 4] == [TEXTS[5]]
    assert any("is made anew" in remark for remark in index.remarks)


def test_many_removed_units_make_it_anew(tmp_path: Path) -> None:
    opened(tmp_path, TEXTS)
    index = Index(tmp_path, "zh")
    index.keep_in_step(StoreState("a", 8, 5, 3), lambda after: rows_of(TEXTS[:5], after))
    assert ids(index) == [1, 2, 3, 4, 5]


def test_removed_units_are_counted_while_others_are_added(tmp_path: Path) -> None:
    opened(tmp_path, TEXTS[:6])
    index = Index(tmp_path, "zh")
    index.keep_in_step(StoreState("a", 7, 6, 1), functools.partial(rows_of, TEXTS[:7]))
    assert ids(index) == list(range(1, 8))
    index = Index(tmp_path, "zh")
    assert index.removed == 0
    index.keep_in_step(StoreState("a", 8, 6, 2), functools.partial(rows_of, TEXTS))
    assert (index.removed, len(index)) == (2, 8)


@pytest.mark.skipif(os.name == "nt", reason="a file in the way of a folder is told otherwise there")
def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    index = opened(tmp_path / "file" / "folder", TEXTS)
    assert ids(index) == list(range(1, 9))
    assert any("is not kept" in remark for remark in index.remarks)
