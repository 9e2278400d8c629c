from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.memory.cleaning.planted import GOOD

from vet_terms.errors import UsageError
from vet_terms.language.vectors import is_available
from vet_terms.memory import meaning
from vet_terms.memory.meaning import MeaningIndex, clauses
from vet_terms.memory.meaning_parts import write_parts
from vet_terms.memory.store.sqlite import SqliteStore
from vet_terms.memory.unit import MemoryUnit

pytestmark = pytest.mark.skipif(not is_available(), reason="the sentence encoder is not installed")

LONG = (
    "会议从上午九点开始，中午因暴雨中断；下午继续举行，最后没有作出任何决定。",
    "The meeting began at nine, was broken off at noon because of a storm, and ended without a decision.",
)
PAIRS = (*GOOD[:20], LONG)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "memory.sqlite", create=True) as store:
        store.add(MemoryUnit(*pair) for pair in PAIRS)
        yield store


@pytest.fixture
def index(store: SqliteStore, tmp_path: Path) -> MeaningIndex:
    index = MeaningIndex(tmp_path / "meaning", store)
    assert index.extend() == len(PAIRS)
    return index


PHRASES = [
    ("rain", "第二天下了大雨，运动会推迟了。"),
    ("gold medal", "厨师专业的学生在比赛中得了金牌。"),
    ("internship", "学生毕业前要在工厂实习六个月。"),
    ("nursing old people", "护理专业的课程包括老年人照护。"),
    ("railway", "铁路公司今年招收五十名毕业生。"),
    ("electricity is getting more expensive", "电费从下个月起上涨百分之五。"),
    ("deadline for the dissertation", "论文要在六月一日以前交。"),
    ("食堂", "The canteen on the new campus seats two thousand people."),
    ("圖書館", "The library closes at ten in the evening."),
    ("泰国客人", "A delegation from Thailand visited the car repair workshop."),
    ("手艺传承", "He taught young people the craft of his grandfather."),
    ("机器人", "The children of the village saw a robot for the first time."),
]


@pytest.mark.parametrize(("phrase", "text"), PHRASES)
def test_a_phrase_finds_the_text_that_says_it_in_the_other_language(
    index: MeaningIndex, phrase: str, text: str
) -> None:
    first = index.search(phrase, 3)[0]
    assert first.unit.text(first.language) == text


CLAUSES_FOUND = [
    ("The sports meeting was postponed.", "运动会推迟了"),
    ("interrupted by a storm", "中午因暴雨中断"),
    ("没有作出决定", "and ended without a decision"),
    ("九点开始", "The meeting began at nine"),
]


@pytest.mark.parametrize(("phrase", "clause"), CLAUSES_FOUND)
def test_the_clause_that_says_it_is_pointed_at(index: MeaningIndex, phrase: str, clause: str) -> None:
    first = index.search(phrase)[0]
    assert first.unit.text(first.language)[first.start : first.end] == clause


def test_answers_are_in_order_and_no_more_than_asked_for(index: MeaningIndex) -> None:
    found = index.search("students", 5)
    assert len(found) == 5
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len(index.search("students", 100)) == len(PAIRS)


def test_of_equals_the_one_that_came_first_comes_first(index: MeaningIndex, store: SqliteStore) -> None:
    store.add([MemoryUnit("图书馆晚上十点关门。", PAIRS[4][1], origin="other.tmx")])
    assert index.extend() == 1
    assert [each.unit.id for each in index.search("library", 2)] == [5, 22]


def test_a_unit_that_was_removed_is_not_found(index: MeaningIndex, store: SqliteStore) -> None:
    before = index.search("library", 21)
    store.remove([5])
    assert index.search("library", 21) == [each for each in before if each.unit.id != 5]


def test_the_index_is_kept_and_only_new_units_are_read(
    index: MeaningIndex, store: SqliteStore, tmp_path: Path
) -> None:
    answer = index.search("railway")
    again = MeaningIndex(tmp_path / "meaning", store)
    assert again.remarks == []
    assert again.extend() == 0
    assert again.search("railway") == answer


def test_parts_are_filled_before_new_ones_are_begun(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "MOST_IN_A_PART", 8)
    monkeypatch.setattr(meaning, "_READ_AT_ONCE", 5)
    index = MeaningIndex(tmp_path / "meaning", store)
    assert index.extend() == len(PAIRS)
    store.add([MemoryUnit("小河边有一座桥。", "There is a bridge by the river.")])
    assert index.extend() == 1
    assert index.units == len(PAIRS) + 1
    files = sorted(path.name for path in (tmp_path / "meaning").glob("*.vectors"))
    assert len(files) == 3
    again = MeaningIndex(tmp_path / "meaning", store)
    assert again.remarks == []
    assert again.search("bridge") == index.search("bridge")
    assert again.search("bridge")[0].unit.id == len(PAIRS) + 1


def damaged(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("how", ["changed", "cut", "missing", "no list", "another list", "changed list"])
def test_a_damaged_index_is_made_anew(
    index: MeaningIndex, store: SqliteStore, tmp_path: Path, how: str
) -> None:
    answer = index.search("railway")
    (path,) = (tmp_path / "meaning").glob("*.vectors")
    said = tmp_path / "meaning" / "meaning.list"
    if how == "changed":
        damaged(path, path.stat().st_size // 2)
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:-64])
    elif how == "missing":
        path.unlink()
    elif how == "no list":
        said.unlink()
    elif how == "changed list":
        damaged(said, -5)
    else:
        write_parts(said, "another", "x", [path.name])
    again = MeaningIndex(tmp_path / "meaning", store)
    assert again.units == 0
    assert len(again.remarks) == (how != "no list")
    assert again.extend() == len(PAIRS)
    assert again.search("railway") == answer


def test_the_index_of_another_store_is_not_used(index: MeaningIndex, tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "other.sqlite", create=True) as other:
        other.add([MemoryUnit("桥", "bridge")])
        found = MeaningIndex(tmp_path / "meaning", other)
        assert found.units == 0
        assert found.search("bridge") == []


def test_a_phrase_without_a_word_is_refused(index: MeaningIndex) -> None:
    with pytest.raises(UsageError, match="no word"):
        index.search("2019")


CLAUSES = [
    ("第二天下了大雨，运动会推迟了。", ["第二天下了大雨", "运动会推迟了"]),
    ("首先，请看第一页。", ["首先，请看第一页"]),
    ("共有1,200人；另有3:2的比例。", ["共有1,200人", "另有3:2的比例"]),
    ("He came; she left, at last.", ["He came", "she left", "at last"]),
    ("好", ["好"]),
    ("请坐，好。", ["请坐，好"]),
    ("，，，", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: list[str]) -> None:
    found = clauses(text)
    assert [text[start:end] for start, end in found] == expected
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
