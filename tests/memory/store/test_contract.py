"""What every store of units must do, whichever it is: one suite, run on a file and on a server."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vet_terms.errors import InputError
from vet_terms.memory.store import rows
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.store.store import Added, Store, StoredText
from vet_terms.memory.unit import MemoryUnit

HELLO = MemoryUnit("你好。", "Hello.", origin="a.tmx")
GOODBYE = MemoryUnit("再见。", "Goodbye.", origin="a.tmx")
THANKS = MemoryUnit("谢谢。", "Thank you.", origin="b.tmx")

WHOLE = MemoryUnit(
    zh="校企合作\ufffc成果显著。",
    en="School–enterprise cooperation \ufffc has borne fruit.",
    tu='<tu tuid="7"><tuv xml:lang="zh-CN"><seg>校企合作<ph/>成果显著。</seg></tuv></tu>',
    tuid="7",
    zh_code="zh-TW",
    en_code="en-GB",
    creator="LIN",
    created="20260131T120000Z",
    changer="ANNA",
    changed="20260201T090000Z",
    document="deck.pptx",
    place="slide 3",
    origin="deck.tmx",
    status="machine",
    score=0.1 + 0.2,
)
"""A unit of which no two fields are the same, and none has the value that it has by default."""

AWKWARD = [
    "",
    " ",
    "\t前后有空\t\n",
    "a\\b\\N\\.\r\n\\x41",
    "'; DROP TABLE units; --",
    '"“”„«»"',
    "%s %(id)s {} ?1 $1 :id",
    "\\N",
    "NULL",
    "𠮷野家 👩‍👩‍👧 𝒳",
    "e\u0301 é ﬁ ｆｉ",
    "\ufffc\ufffd\u200b\u202e\ufeff\x01\x7f\x85\u2028",
    "很长。" * 200_000,
]


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a new store can be made."""
    if request.param == "postgres":
        made: str = request.getfixturevalue("postgres_address")
        return made
    return str(tmp_path / "memory.sqlite")


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address, create=True) as opened:
        yield opened


def without_ids(units: Iterable[MemoryUnit]) -> list[MemoryUnit]:
    return [replace(unit, id=0) for unit in units]


def sides(texts: Iterable[StoredText]) -> list[tuple[int, str, str]]:
    return [(text.id, text.zh, text.en) for text in texts]


def broken_off(*units: MemoryUnit) -> Iterator[MemoryUnit]:
    yield from units
    raise InputError("a.tmx: line 7: ends in the middle of a unit")


def test_no_two_fields_of_the_whole_unit_could_be_mixed_up() -> None:
    values = [getattr(WHOLE, field.name) for field in fields(MemoryUnit) if field.name != "id"]
    defaults = [field.default for field in fields(MemoryUnit) if field.name != "id"]
    assert len({str(value) for value in values}) == len(values)
    assert not [one for one, other in zip(values, defaults, strict=True) if one == other]


def test_a_unit_comes_back_with_every_field(store: Store) -> None:
    store.add([WHOLE])
    assert list(store.after(0)) == [replace(WHOLE, id=1)]
    assert store.get([1]) == {1: replace(WHOLE, id=1)}
    assert list(store.texts_after(0)) == [
        StoredText(1, WHOLE.zh, WHOLE.en, "machine", "20260131T120000Z", "20260201T090000Z")
    ]


def test_ids_ascend_in_the_order_of_the_units(store: Store) -> None:
    assert store.add([HELLO, GOODBYE]) == Added(new=2, known=0)
    assert store.add([THANKS]) == Added(new=1, known=0)
    assert [row[:3] for row in store.texts_after(0)] == [
        (1, "你好。", "Hello."),
        (2, "再见。", "Goodbye."),
        (3, "谢谢。", "Thank you."),
    ]
    assert [row[:3] for row in store.texts_after(2)] == [(3, "谢谢。", "Thank you.")]
    assert [unit.id for unit in store.after(1)] == [2, 3]
    assert list(store.after(3)) == []


def test_an_id_that_a_unit_brings_is_not_kept(store: Store) -> None:
    store.add([replace(HELLO, id=77)])
    assert [unit.id for unit in store.after(0)] == [1]
    assert store.add([HELLO]) == Added(new=0, known=1)


def test_a_unit_that_is_there_to_the_letter_is_only_counted(store: Store) -> None:
    assert store.add([HELLO, HELLO, GOODBYE]) == Added(new=2, known=1)
    before = store.state()
    assert store.add([GOODBYE, HELLO]) == Added(new=0, known=2)
    assert store.state() == before


def test_known_units_among_new_ones_take_no_id(store: Store) -> None:
    store.add([HELLO])
    assert store.add([HELLO, GOODBYE, HELLO, THANKS]) == Added(new=2, known=2)
    assert [(unit.id, unit.en) for unit in store.after(1)] == [(2, "Goodbye."), (3, "Thank you.")]


@pytest.mark.parametrize("name", [field.name for field in fields(MemoryUnit) if field.name != "id"])
def test_units_that_differ_in_one_field_are_both_kept(store: Store, name: str) -> None:
    other = replace(HELLO, **{name: getattr(WHOLE, name)})
    assert store.add([HELLO, other]) == Added(new=2, known=0)
    assert without_ids(store.after(0)) == [HELLO, other]


def test_texts_that_only_run_together_alike_are_told_apart(store: Store) -> None:
    assert store.add([MemoryUnit("ab", "c"), MemoryUnit("a", "bc")]) == Added(new=2, known=0)


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_an_awkward_text_comes_back_to_the_letter(store: Store, text: str) -> None:
    unit = MemoryUnit(text, text, text, tuid=text, creator=text, place=text, origin=text)
    store.add([unit, HELLO])
    assert without_ids(store.after(0)) == [unit, HELLO]
    assert next(store.texts_after(0))[:3] == (1, text, text)
    assert store.add([unit]) == Added(new=0, known=1)


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        (
            replace(HELLO, zh="你\0好"),
            "a.tmx: “你好” has a zero character (U+0000), which a memory cannot keep",
        ),
        (replace(HELLO, tuid="\0"), "zero character"),
        (replace(HELLO, en="\ud83d"), "half of a surrogate pair"),
        (replace(HELLO, zh="\ud83d", origin=""), "a unit: “?” has half of a surrogate pair"),
        (replace(HELLO, score=float("nan")), "a score that is no number (nan)"),
        (replace(HELLO, score=float("inf")), "a score that is no number (inf)"),
    ],
)
def test_what_no_store_can_give_back_is_refused(store: Store, unit: MemoryUnit, why: str) -> None:
    with pytest.raises(InputError, match=re.escape(why)):
        store.add([GOODBYE, unit, THANKS])
    assert store.state().last_id == 0
    assert list(store.after(0)) == []


def test_an_import_that_breaks_off_leaves_nothing(store: Store) -> None:
    store.add([HELLO])
    before = store.state()
    with pytest.raises(InputError, match="line 7"):
        store.add(broken_off(GOODBYE, THANKS))
    assert store.state() == before
    assert without_ids(store.after(0)) == [HELLO]
    assert store.add([GOODBYE]) == Added(new=1, known=0)
    assert [unit.id for unit in store.after(0)] == [1, 2]


def test_the_state_tells_every_change(address: str, store: Store) -> None:
    empty = store.state()
    assert (empty.last_id, empty.units, empty.removed) == (0, 0, 0)
    store.add([HELLO, GOODBYE])
    assert store.state() == replace(empty, last_id=2, units=2)
    store.remove([2])
    assert store.state() == replace(empty, last_id=2, units=1, removed=1)
    store.add([GOODBYE])
    assert store.state() == replace(empty, last_id=3, units=2, removed=1)
    with open_store(address) as again:
        assert again.state() == store.state()


def test_two_stores_have_two_identities(store: Store, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "other.sqlite"), create=True) as other:
        assert other.state().identity != store.state().identity
    assert len(store.state().identity) == 32


def test_creating_a_store_that_is_there_opens_it(address: str, store: Store) -> None:
    store.add([HELLO])
    with open_store(address, create=True) as again:
        assert again.state() == store.state()


def test_removed_units_are_gone_and_their_ids_are_not_given_again(store: Store) -> None:
    store.add([HELLO, GOODBYE, THANKS])
    assert store.remove(iter([3, 1, 3, 99, -1])) == 2
    assert [unit.id for unit in store.after(0)] == [2]
    assert store.get([1, 2, 3]).keys() == {2}
    assert store.there([1, 2, 3]) == {2}
    assert store.remove([1, 3]) == 0
    assert store.state().removed == 2
    store.add([THANKS])
    assert [(unit.id, unit.en) for unit in store.after(0)] == [(2, "Goodbye."), (4, "Thank you.")]


def test_removing_that_breaks_off_removes_nothing(store: Store) -> None:
    def broken() -> Iterator[int]:
        yield from range(1, 1001)
        raise InputError("no more")

    store.add([HELLO, GOODBYE])
    before = store.state()
    with pytest.raises(InputError, match="no more"):
        store.remove(broken())
    assert store.state() == before
    assert len(list(store.after(0))) == 2


def test_many_units_are_got_and_removed_by_id(store: Store) -> None:
    units = [MemoryUnit(f"第{number}条", f"Article {number}") for number in range(1, 2501)]
    store.add(units)
    got = store.get([*range(2600, 0, -1), 5, 5])
    assert {number: got[number].en for number in got} == {n: f"Article {n}" for n in range(1, 2501)}
    assert store.get([]) == {}
    assert store.remove(range(1, 5000, 2)) == 1250
    assert [unit.id for unit in store.after(0)] == list(range(2, 2501, 2))


@pytest.mark.parametrize(("most_rows", "most_characters"), [(3, 1_000_000), (1000, 40), (1, 1)])
def test_pages_join_without_a_seam(
    store: Store, monkeypatch: pytest.MonkeyPatch, most_rows: int, most_characters: int
) -> None:
    monkeypatch.setattr(rows, "ROWS_IN_A_PAGE", most_rows)
    monkeypatch.setattr(rows, "CHARACTERS_IN_A_PAGE", most_characters)
    store.add(MemoryUnit(f"第{number}条", f"Article {number}") for number in range(1, 21))
    store.remove([1, 4, 5, 6, 7, 13, 20])
    left = [2, 3, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19]
    assert [row.id for row in store.texts_after(0)] == left
    assert [unit.id for unit in store.after(8)] == left[3:]


def test_others_read_what_was_there_while_somebody_imports(address: str, store: Store) -> None:
    store.add([HELLO])
    before = store.state()
    seen = []

    def looked_at() -> Iterator[MemoryUnit]:
        yield GOODBYE
        with open_store(address) as other:
            seen.append((other.state(), without_ids(other.after(0))))
        yield THANKS

    store.add(looked_at())
    assert seen == [(before, [HELLO])]


def test_a_slow_reader_keeps_no_writer_waiting(
    address: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vet_terms.memory.store.sqlite_file.SECONDS_TO_WAIT", 0.1)
    monkeypatch.setattr("vet_terms.memory.store.postgres.SECONDS_TO_WAIT", 0.1)
    monkeypatch.setattr(rows, "ROWS_IN_A_PAGE", 1)
    store.add([HELLO, GOODBYE])
    reading = store.texts_after(0)
    assert next(reading)[:3] == (1, "你好。", "Hello.")
    with open_store(address) as other:
        assert other.remove([2]) == 1
        assert other.add([THANKS]) == Added(new=1, known=0)
    assert [row[:3] for row in reading] == [(3, "谢谢。", "Thank you.")]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
UNITS = st.builds(
    MemoryUnit,
    **{field.name: TEXTS for field in fields(MemoryUnit) if field.name not in {"id", "score", "zh", "en"}},
    zh=st.sampled_from(["好", "你好。"]) | TEXTS,
    en=st.sampled_from(["good", "Hello."]) | TEXTS,
    score=st.floats(allow_nan=False, allow_infinity=False),
) | st.sampled_from([HELLO, GOODBYE, THANKS, WHOLE])


@given(units=st.lists(UNITS, max_size=6))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_added_is_read_back(store: Store, units: list[MemoryUnit]) -> None:
    there = without_ids(store.after(0))
    before = store.state()
    fresh = [unit for unit in dict.fromkeys(units) if unit not in there]
    assert store.add(units) == Added(len(fresh), len(units) - len(fresh))
    added = list(store.after(before.last_id))
    assert without_ids(added) == fresh
    assert [unit.id for unit in added] == [before.last_id + number for number in range(1, len(fresh) + 1)]
    assert store.get([unit.id for unit in added]) == {unit.id: unit for unit in added}
    assert store.state().units == len(there) + len(fresh)


def test_a_store_that_was_not_made_is_missing(address: str) -> None:
    with pytest.raises(InputError, match=re.escape("run `vet-terms memory import FILE… --store ")):
        open_store(address)


WRITER = """
import sys
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.unit import MemoryUnit

address, who = sys.argv[1:]
with open_store(address, create=True) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for turn in range(40):
        own = [MemoryUnit(f"{turn}-{number}", who) for number in range(5)]
        store.add([*own, MemoryUnit(f"{turn}", "shared")])
"""


def test_two_writers_at_once_lose_nothing_and_a_reader_misses_nothing(address: str) -> None:
    names = ("Anna", "Lin")
    writers = [started(WRITER, address, name) for name in names]
    for writer in writers:
        assert first_line(writer) == "ready\n"
    with open_store(address) as store:
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write("go\n")
            writer.stdin.flush()
        read: list[MemoryUnit] = []
        running = True
        while running:
            running = any(writer.poll() is None for writer in writers)
            read += store.after(read[-1].id if read else 0)
        for writer in writers:
            out, errors = writer.communicate()
            assert (writer.returncode, out, errors) == (0, "", "")
        assert store.state().units == len(read) == 40 * (5 + 5 + 1)
    assert [unit.id for unit in read] == list(range(1, len(read) + 1))
    for name in names:
        assert [unit.zh for unit in read if unit.en == name] == [
            f"{t}-{n}" for t in range(40) for n in range(5)
        ]
    assert sorted(int(unit.zh) for unit in read if unit.en == "shared") == list(range(40))


IMPORTER = """
import sys, time
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.unit import MemoryUnit

def units():
    for number in range(2500):
        yield MemoryUnit(f"第{number}条", f"Article {number}", f"{number} " * 6000)
    print("half-way", flush=True)
    time.sleep(600)

open_store(sys.argv[1]).add(units())
"""


def test_an_import_that_is_killed_leaves_nothing(address: str, store: Store) -> None:
    store.add([HELLO])
    before = store.state()
    importer = started(IMPORTER, address)
    assert first_line(importer) == "half-way\n"
    importer.send_signal(signal.SIGKILL)
    importer.communicate()
    with open_store(address) as again:
        assert again.state() == before
        assert without_ids(again.after(0)) == [HELLO]
        assert again.add([GOODBYE, HELLO]) == Added(new=1, known=1)
        assert [unit.id for unit in again.after(0)] == [1, 2]


def started(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def first_line(process: subprocess.Popen[str]) -> str:
    """Return the first line that a process writes; where it ends without one, what it complained of."""
    assert process.stdout is not None
    return process.stdout.readline() or "".join(process.communicate())
