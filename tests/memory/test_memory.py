from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.memory.fake_store import FakeStore

from vet_terms.errors import UsageError
from vet_terms.memory.matching.folding import folded, symbols
from vet_terms.memory.matching.measure import MEASURES
from vet_terms.memory.memory import Memory, open_memory
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language

NTREX = Path(__file__).parents[3] / "shared" / "data" / "ntrex"

UNITS = [
    MemoryUnit("柳州市共有职业院校29所。", "There are 29 vocational colleges in Liuzhou.", status="machine"),
    MemoryUnit("柳州市共有职业院校29所。", "Liuzhou has 29 vocational colleges.", status="approved"),
    MemoryUnit(
        "柳州市共有职业院校29所。", "Liuzhou has 29 colleges.", status="approved", changed="20240101T000000Z"
    ),
    MemoryUnit("柳州市共有職業院校29所。", "There are 29 vocational colleges in Liuzhou.", zh_code="zh-TW"),
    MemoryUnit("全市现有中职25家。", "There are 25 secondary schools in the city."),
    MemoryUnit("产教融合", "industry-education integration"),
    MemoryUnit("是", "yes"),
    MemoryUnit("29", "29"),
]


@pytest.fixture(params=["file", "server"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    """A memory in each kind of store: the answers must be the same."""
    file = request.param == "file"
    address = str(tmp_path / "memory.sqlite") if file else request.getfixturevalue("postgres_address")
    with open_store(address, create=True) as store:
        memory = Memory(store, tmp_path)
        memory.add(UNITS)
        yield memory


def found(memory: Memory, text: str, language: Language = "zh", threshold: int = 70) -> list[tuple[int, int]]:
    return [(match.percent, match.unit.id) for match in memory.search(text, language, threshold)]


def test_equal_units_are_ranked_and_none_is_dropped(memory: Memory) -> None:
    assert found(memory, "柳州市共有职业院校29所。") == [(100, 3), (100, 2), (100, 1), (99, 4)]


def test_what_alone_differs_is_said(memory: Memory) -> None:
    matches = memory.search("柳州市共有职业院校31所。", "zh")
    assert [(match.percent, match.unit.id, match.differs) for match in matches] == [
        (99, 3, ("numbers",)),
        (99, 2, ("numbers",)),
        (99, 4, ("numbers", "form")),
        (99, 1, ("numbers",)),
    ]
    assert memory.search("柳州市共有職業院校29所。", "zh")[0].differs == ()


def test_both_directions(memory: Memory) -> None:
    assert found(memory, "There are 30 vocational colleges in Liuzhou", "en")[:2] == [(97, 4), (97, 1)]


@pytest.mark.parametrize(
    ("text", "expected"), [("是", [(100, 7)]), ("29", [(100, 8)]), ("31", [(99, 8)]), ("否", [])]
)
def test_short_texts(memory: Memory, text: str, expected: list[tuple[int, int]]) -> None:
    assert found(memory, text) == expected


def test_a_threshold_of_a_hundred_wants_the_letter(memory: Memory) -> None:
    assert found(memory, "柳州市共有职业院校29所。", threshold=100) == [(100, 3), (100, 2), (100, 1)]


@pytest.mark.parametrize("text", ["", "  ", "\u200b"])
def test_an_empty_text_is_refused(memory: Memory, text: str) -> None:
    with pytest.raises(UsageError):
        memory.search(text, "zh")
    with pytest.raises(UsageError):
        memory.concordance(text, "zh")


def test_a_phrase_of_nothing_but_an_inline_code_is_refused(memory: Memory) -> None:
    with pytest.raises(UsageError):
        memory.concordance("\ufffc", "zh")


def test_what_was_removed_is_not_found(memory: Memory) -> None:
    memory.store.remove([3, 2])
    assert found(memory, "柳州市共有职业院校29所。") == [(100, 1), (99, 4)]
    matches = memory.search("柳州市共有职业院校29所。", "zh", limit=1)
    assert [match.unit.id for match in matches] == [1]


def test_what_was_removed_is_not_counted(memory: Memory) -> None:
    assert memory.concordance("职业", "zh")[1] == 4
    memory.store.remove([3])
    assert memory.concordance("职业", "zh")[1] == 3
    assert [each.unit.id for each in memory.concordance("职业", "zh", limit=1)[0]] == [2]


def test_what_was_added_by_another_is_found_after_a_refresh(memory: Memory) -> None:
    found(memory, "产教融合")
    memory.store.add([MemoryUnit("产教融合", "integration of industry and education")])
    assert len(found(memory, "产教融合")) == 1
    memory.refresh()
    assert found(memory, "产教融合") == [(100, 6), (100, 9)]


CONCORDANCE: list[tuple[str, Language, list[int], int]] = [
    ("职业", "zh", [3, 2, 4, 1], 4),
    ("職業", "zh", [3, 2, 4, 1], 4),
    ("29所", "zh", [3, 2, 4, 1], 4),
    ("融合", "zh", [6], 1),
    ("是", "zh", [7], 1),
    ("VOCATIONAL college", "en", [2, 4, 1], 3),
    ("ration", "en", [], 0),
]


@pytest.mark.parametrize(("phrase", "language", "ids", "total"), CONCORDANCE)
def test_concordance(memory: Memory, phrase: str, language: Language, ids: list[int], total: int) -> None:
    concords, count = memory.concordance(phrase, language)
    assert [each.unit.id for each in concords] == ids
    assert count == total
    for each in concords:
        assert each.spans
        for start, end in each.spans:
            inside = each.unit.text(language)[start:end]
            assert folded(inside, language) == folded(phrase, language)


def test_a_limit_cuts_the_list_and_not_the_count(memory: Memory) -> None:
    concords, count = memory.concordance("职业", "zh", limit=2)
    assert ([each.unit.id for each in concords], count) == ([3, 2], 4)


def test_inline_codes_do_not_hide_a_phrase(tmp_path: Path) -> None:
    memory = Memory(FakeStore(), tmp_path)
    memory.add(
        [
            MemoryUnit("点击\ufffc保存\ufffc按钮", "Click \ufffcSave\ufffc now"),
            MemoryUnit("保存按钮", "Save now"),
        ]
    )
    assert memory.concordance("保存按钮", "zh")[1] == 2
    assert memory.concordance("click save now", "en")[1] == 1


def test_an_index_of_a_file_is_beside_it(tmp_path: Path) -> None:
    address = str(tmp_path / "memory.sqlite")
    with open_memory(address, create=True) as memory:
        memory.add(UNITS)
        assert memory.search("产教融合", "zh")[0].percent == 100
    assert list((tmp_path / ".vet-terms").glob("memory-*/zh/*.shard"))
    with open_memory(address) as memory:
        assert memory.search("产教融合", "zh")[0].percent == 100
        assert memory.remarks == []


def edited(text: str, generator: random.Random, language: Language) -> str:
    parts = list(text) if language == "zh" else text.split(" ")
    for _ in range(generator.randint(0, 4)):
        place = generator.randrange(len(parts))
        choice = generator.randrange(3)
        if choice == 0:
            parts[place] = generator.choice(parts)
        elif choice == 1:
            parts.insert(place, generator.choice(parts))
        elif len(parts) > 1:
            del parts[place]
    return ("" if language == "zh" else " ").join(parts)


def lines(name: str) -> list[str]:
    return (NTREX / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(not NTREX.is_dir(), reason="the public data is not here")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_of_a_memory_of_news_is_found(language: Language, tmp_path: Path) -> None:
    memory = Memory(FakeStore(), tmp_path)
    memory.add(MemoryUnit(zh, en) for zh, en in zip(lines("zho-CN.txt"), lines("eng.txt"), strict=True))
    texts = lines("zho-CN.txt" if language == "zh" else "eng.txt")
    percent = MEASURES[language].percent
    compared = {unit.id: symbols(folded(unit.text(language), language)) for unit in memory.store.after(0)}
    generator = random.Random(7)
    several = 0
    for text in generator.sample(texts, 40):
        query = edited(text, generator, language)
        wanted = symbols(folded(query, language))
        expected = {
            number: score for number, form in compared.items() if (score := percent(wanted, form, 50)) >= 50
        }
        for threshold in (50, 70, 85):
            matches = memory.search(query, language, threshold, limit=None)
            assert {match.unit.id for match in matches} == {
                number for number, score in expected.items() if score >= threshold
            }
            scores = [match.percent for match in matches]
            assert scores == sorted(scores, reverse=True)
            several += len(matches)
    assert several > 80


def queries() -> Iterator[str]:
    yield "一" * 3000
    yield "学" * 2 + "一" * 2998


def test_very_long_texts(tmp_path: Path) -> None:
    memory = Memory(FakeStore(), tmp_path)
    memory.add([MemoryUnit("一" * 3000, "long")])
    assert [found(memory, query) for query in queries()] == [[(100, 1)], [(99, 1)]]
