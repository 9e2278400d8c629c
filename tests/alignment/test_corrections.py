from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.alignment.sheets import PAIRS, Sides, alignment, numbered, sheet_of, small, texts, written_rows

from vet_terms.alignment.corrections import corrected
from vet_terms.alignment.result import Alignment
from vet_terms.alignment.reviewed import SheetRow, texts_of, tidied, traced
from vet_terms.errors import UsageError
from vet_terms.model import Place

Rows = list[SheetRow]

HEADING = ("一、校企合作", "I. School-enterprise cooperation")
COLLEGES = ("目前，全市共有职业院校29所。", "There are 29 vocational colleges in the city.")
GERMANY = ("学校与德国合作。开展学徒制培训。", "The college runs apprenticeship training with Germany.")
STUDENTS = ("今年招收留学生269名。", "It enrolled 269 students. They came from overseas.")
LIBRARY = "图书馆每天开放到晚上十点。"
LONE = "This sentence has no partner in Chinese."


def with_texts(rows: Rows, position: int, zh: str, en: str) -> Rows:
    return [*rows[:position], replace(rows[position], zh=zh, en=en), *rows[position + 1 :]]


def joined(rows: Rows) -> Rows:
    """The two lone texts are a pair: the English is moved beside the Chinese, its own row deleted."""
    return [*rows[:3], rows[4], replace(rows[5], en=LONE), rows[6]]


def split(rows: Rows) -> Rows:
    """A pair in the middle of a sentence becomes two."""
    first = replace(rows[4], zh="今年招收", en="It enrolled")
    return [
        *rows[:4],
        first,
        SheetRow(0, "留学生269名。", "269 students. They came from overseas."),
        *rows[5:],
    ]


def merged(rows: Rows) -> Rows:
    zh, en = COLLEGES[0] + GERMANY[0], f"{COLLEGES[1]} {GERMANY[1]}"
    return [rows[0], replace(rows[1], zh=zh, en=en), *rows[3:]]


def parted(rows: Rows) -> Rows:
    return [rows[0], replace(rows[1], en=""), SheetRow(0, "", COLLEGES[1]), *rows[2:]]


EDITS: dict[str, tuple[Callable[[Rows], Rows], list[tuple[str, str]], list[tuple[str, str]]]] = {
    "a word is corrected": (
        lambda rows: with_texts(rows, 1, COLLEGES[0], "The city has 29 colleges."),
        [COLLEGES],
        [(COLLEGES[0], "The city has 29 colleges.")],
    ),
    "two lone texts are a pair": (joined, [("", LONE), (LIBRARY, "")], [(LIBRARY, LONE)]),
    "a pair is split in the middle of a sentence": (
        split,
        [STUDENTS],
        [("今年招收", "It enrolled"), ("留学生269名。", "269 students. They came from overseas.")],
    ),
    "two pairs are merged": (
        merged,
        [COLLEGES, GERMANY],
        [(COLLEGES[0] + GERMANY[0], f"{COLLEGES[1]} {GERMANY[1]}")],
    ),
    "a pair is taken apart": (parted, [COLLEGES], [(COLLEGES[0], ""), ("", COLLEGES[1])]),
    "a row is deleted": (lambda rows: rows[:1] + rows[2:], [COLLEGES], []),
    "the cells of a row are cleared": (lambda rows: with_texts(rows, 1, " ", "\n"), [COLLEGES], []),
    "a row of one's own is added": (
        lambda rows: [*rows[:2], SheetRow(0, "谢谢！", "Thank you!"), *rows[2:]],
        [],
        [("谢谢！", "Thank you!")],
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_every_edit_is_in_the_result_and_nothing_else_changes(edit: str) -> None:
    change, gone, come = EDITS[edit]
    machine = small()
    result = corrected(machine, sheet_of(machine, numbered(change(written_rows(machine)))))
    before, after = Counter(texts(machine.alignment)), Counter(texts(result.alignment))
    assert before - after == Counter(gone)
    assert after - before == Counter(come)
    for row in result.alignment.rows:
        own = texts_of(row) in come
        assert (row.status, row.score) == (("edited", 1.0) if own else ("machine", 0.9))
    assert result.edited == len(come)
    assert result.warnings == []
    assert "|corrections:" in result.alignment.signature


def test_edited_pairs_keep_the_place_of_their_text() -> None:
    machine = small()
    result = corrected(machine, sheet_of(machine, numbered(split(written_rows(machine)))))
    places = {unit.zh: unit.places for unit in result.alignment.units}
    assert places["今年招收"] == places["留学生269名。"] == (Place("a.txt", 1, 5),)
    assert [zh for zh, _ in texts(result.alignment)][4:6] == ["今年招收", "留学生269名。"]


def test_the_order_is_that_of_the_chinese_however_the_sheet_was_sorted() -> None:
    machine = small()
    rows = written_rows(machine)
    for order in (rows[::-1], sorted(rows, key=lambda row: row.en)):
        assert corrected(machine, sheet_of(machine, numbered(order))).alignment == machine.alignment


def test_text_moved_far_away_is_placed_where_the_chinese_stands() -> None:
    machine = small()
    rows = written_rows(machine)
    moved = with_texts(with_texts(rows, 0, HEADING[0], ""), 5, LIBRARY, HEADING[1])
    result = corrected(machine, sheet_of(machine, moved)).alignment
    assert [texts_of(row) for row in result.rows][5] == (LIBRARY, HEADING[1])
    assert result.rows[5].en[0].place == Place("a.txt", 1, 1)


def test_a_row_without_its_ids_is_known_by_its_texts() -> None:
    machine = small()
    rows = [replace(row, hints=((), ())) for row in written_rows(machine)]
    assert corrected(machine, sheet_of(machine, rows)).alignment == machine.alignment


def test_what_was_left_out_stays_out_when_the_document_grows() -> None:
    machine = small()
    rows = written_rows(machine)
    sheet = sheet_of(machine, rows[:1] + rows[2:])
    grown = traced(alignment([*PAIRS, (["学校很大。"], ["The school is big."])]))
    result = corrected(grown, sheet)
    assert COLLEGES not in texts(result.alignment)
    assert COLLEGES[0] not in [segment.text for segment in result.alignment.zh_only]
    assert texts(result.alignment)[-1] == ("学校很大。", "The school is big.")
    assert (result.left_out, result.unknown) == (2, 2)
    assert result.warnings == ["2 texts of the document are newer than it and aligned by the machine"]


def test_rows_whose_text_is_gone_are_dropped_and_said() -> None:
    machine = small()
    rows = with_texts(written_rows(machine), 4, STUDENTS[0], "It took in 269 students from overseas.")
    sheet = sheet_of(machine, rows)
    changed = traced(alignment([*PAIRS[:4], (["今年招收留学生300名。"], PAIRS[4][1]), *PAIRS[5:]]))
    result = corrected(changed, sheet)
    assert texts(result.alignment) == texts(changed.alignment)
    assert result.dropped == result.lost == (6,)
    assert result.warnings[0].startswith("row 6 held corrections, but the text is no longer in the document")


def test_a_correction_outlives_changes_elsewhere_in_the_document() -> None:
    machine = small()
    rows = with_texts(written_rows(machine), 4, STUDENTS[0], "It took in 269 students from overseas.")
    moved = traced(alignment([(["新的一句。"], ["A new sentence."]), *PAIRS[2:], *PAIRS[:2]]))
    result = corrected(moved, sheet_of(machine, rows))
    assert (STUDENTS[0], "It took in 269 students from overseas.") in texts(result.alignment)
    assert result.edited == 1 and not result.dropped
    assert [zh for zh, _ in texts(result.alignment)] == [zh for zh, _ in texts(moved.alignment)]


PARTS = (
    (["学校与德国合作。"], ["The college runs apprenticeship"]),
    (["开展学徒制培训。"], ["training with Germany."]),
)


@pytest.mark.parametrize("finer", [True, False], ids=["finer", "coarser"])
def test_sentences_cut_in_another_way_are_known_again(finer: bool) -> None:
    """Another version of the program may end its sentences elsewhere."""
    whole = [*PAIRS[:2], (["学校与德国合作。开展学徒制培训。"], PAIRS[2][1]), *PAIRS[3:]]
    parts = [*PAIRS[:2], *PARTS, *PAIRS[3:]]
    then, now = (whole, parts) if finer else (parts, whole)
    machine, later = traced(alignment(then)), traced(alignment(now, score=0.7))
    result = corrected(later, sheet_of(machine))
    assert texts(result.alignment) == texts(machine.alignment)
    assert {row.status for row in result.alignment.rows} == {"machine"}
    assert result.warnings == []
    rows = written_rows(machine)
    rows = with_texts(rows, 2, rows[2].zh, f"{rows[2].en} (corrected)")
    result = corrected(later, sheet_of(machine, rows))
    assert Counter(texts(result.alignment)) == Counter((row.zh, row.en) for row in rows)
    assert result.edited == 1 and result.warnings == []
    result = corrected(later, sheet_of(machine, rows[:2] + rows[3:]))
    assert (rows[2].zh, rows[2].en.removesuffix(" (corrected)")) not in texts(result.alignment)


def test_a_pair_of_which_one_side_is_gone_leaves_the_other_alone() -> None:
    machine = small()
    less = traced(alignment([*PAIRS[:1], (PAIRS[1][0], []), *PAIRS[2:]]))
    result = corrected(less, sheet_of(machine))
    assert result.alignment.rows == less.alignment.rows
    assert result.dropped == (3,) and result.lost == ()


def test_rows_of_the_sheet_win_over_another_alignment_of_the_machine() -> None:
    """A newer model pairs otherwise; what a person saw and left standing stays."""
    machine = small()
    other = traced(alignment([*PAIRS[:3], ([LIBRARY], [LONE]), *PAIRS[4:5], *PAIRS[6:]], score=0.7))
    result = corrected(other, sheet_of(machine))
    assert {(LIBRARY, ""), ("", LONE)} < set(texts(result.alignment))
    assert (LIBRARY, LONE) not in texts(result.alignment)
    assert {row.status for row in result.alignment.rows} == {"machine"}
    # What the newer model says of the same rows is its own.
    assert {row.score for row in result.alignment.rows if row.pairs} == {0.7}


def test_the_sheet_of_another_document_is_refused() -> None:
    other = traced(alignment([(["图书馆很大。"], ["The library is big."])]))
    with pytest.raises(UsageError, match=r"a\.review\.xlsx: is the review sheet of another document"):
        corrected(other, sheet_of(small()))


def test_an_edited_text_wins_over_its_twin_and_merges_with_it() -> None:
    machine = small()
    rows = with_texts(written_rows(machine), 0, "一、校企合作", "I. School–enterprise cooperation")
    rows = with_texts(rows, 6, "一、校企合作", "I. School–enterprise cooperation")
    result = corrected(machine, sheet_of(machine, rows)).alignment
    unit = next(unit for unit in result.units if unit.zh == HEADING[0])
    assert (unit.en, unit.status, unit.score) == ("I. School–enterprise cooperation", "edited", 1.0)
    assert unit.places == (Place("a.txt", 1, 1), Place("a.txt", 1, 7))


def test_of_twins_that_differ_in_spaces_the_edited_one_is_the_unit() -> None:
    machine = small()
    rows = with_texts(written_rows(machine), 6, HEADING[0], "I.  School-enterprise cooperation")
    unit = corrected(machine, sheet_of(machine, rows)).alignment.units[0]
    assert (unit.en, unit.status) == ("I.  School-enterprise cooperation", "edited")
    assert len(unit.places) == 2


def test_a_second_sheet_keeps_what_the_first_one_corrected() -> None:
    machine = small()
    once = corrected(machine, sheet_of(machine, numbered(split(written_rows(machine)))))
    twice = corrected(machine, sheet_of(once.traced))
    assert texts(twice.alignment) == texts(once.alignment)
    assert [row.status for row in twice.alignment.rows] == [row.status for row in once.alignment.rows]


def test_line_ends_and_spaces_around_a_text_are_no_edit() -> None:
    machine = small()
    rows = [replace(row, zh=f" {row.zh}\r\n", en=f"\n{row.en} ") for row in written_rows(machine)]
    assert corrected(machine, sheet_of(machine, rows)).alignment == machine.alignment


def test_a_lone_text_moved_into_a_pair_leaves_its_list_mark_behind() -> None:
    machine = traced(alignment([(["1. 学习。"], []), ([], ["To learn."]), (["2. 教学。"], ["2. To teach."])]))
    rows = written_rows(machine)
    assert (rows[0].zh, rows[2].zh) == ("1. 学习。", "2. 教学。")
    moved = [replace(rows[0], en=rows[1].en), rows[2]]
    assert texts(corrected(machine, sheet_of(machine, moved)).alignment)[0] == ("学习。", "To learn.")
    typed = [rows[0], rows[1], replace(rows[2], zh="教学。", en="To teach.")]
    assert texts(corrected(machine, sheet_of(machine, typed)).alignment)[2] == ("教学。", "To teach.")
    added = [replace(rows[0], en="1) To learn."), rows[2]]
    assert texts(corrected(machine, sheet_of(machine, added)).alignment)[0] == ("1. 学习。", "1) To learn.")


TEXTS_ZH = [
    "学校很好。",
    "1. 学习。",
    "一、概况",
    "今年招收留学生269名。",
    "图书馆每天开放到晚上十点。",
    "谢谢",
]
TEXTS_EN = [
    "The school is good.",
    "1. To learn.",
    "• To learn.",
    "I. Overview",
    "It enrolled 269 students.",
    "Thanks",
    "Open until ten.",
]

MARKS = re.compile("1\\. |• |一、|I\\. ")


def without_marks(row: tuple[str, str]) -> tuple[str, str]:
    """Return two texts without the list marks that come and go with a partner."""
    return MARKS.sub("", row[0]), MARKS.sub("", row[1])


sides = st.tuples(
    st.lists(st.sampled_from(TEXTS_ZH), max_size=2), st.lists(st.sampled_from(TEXTS_EN), max_size=2)
).filter(any)
documents = st.lists(sides, min_size=1, max_size=8)


def machine_of(rows: Sequence[Sides]) -> Alignment:
    return alignment(rows, score=0.5)


@given(documents)
def test_taking_back_an_unedited_sheet_gives_the_same_alignment(rows: Sequence[Sides]) -> None:
    machine = traced(machine_of(rows))
    result = corrected(machine, sheet_of(machine))
    assert result.alignment == machine.alignment
    assert (result.edited, result.left_out, result.dropped, result.unknown) == (0, 0, (), 0)


@st.composite
def edited_sheets(draw: st.DrawFn) -> tuple[Sequence[Sides], Rows]:
    """Draw a document and its rows after a few cuts, pastes, deletions and corrections."""
    rows = draw(documents)
    cells = written_rows(traced(machine_of(rows)))
    for _ in range(draw(st.integers(1, 4))):
        if not cells:
            break
        here, there = (draw(st.integers(0, len(cells) - 1)) for _ in range(2))
        what = draw(st.sampled_from(["delete", "swap", "merge", "split", "write", "insert"]))
        one, other = cells[here], cells[there]
        if what == "delete":
            del cells[here]
        elif what == "swap":
            cells[here] = replace(one, en=other.en)
            cells[there] = replace(other, en=one.en)
        elif what == "merge" and here != there:
            cells[here] = replace(one, zh=one.zh + other.zh, en=f"{one.en} {other.en}")
            del cells[there]
        elif what == "split":
            cut = draw(st.integers(0, len(one.zh)))
            cells[here] = replace(one, zh=one.zh[:cut])
            cells.insert(here + 1, SheetRow(0, one.zh[cut:], ""))
        elif what == "write":
            cells[here] = replace(one, en=draw(st.text(max_size=20)))
        else:
            cells.insert(here, SheetRow(0, draw(st.sampled_from(TEXTS_ZH)), draw(st.sampled_from(TEXTS_EN))))
    return rows, numbered(cells)


@settings(max_examples=300)
@given(edited_sheets())
def test_the_result_holds_the_rows_of_the_sheet_and_no_others(drawn: tuple[Sequence[Sides], Rows]) -> None:
    rows, cells = drawn
    machine = traced(machine_of(rows))
    result = corrected(machine, sheet_of(machine, cells))
    wanted = [(tidied(row.zh), tidied(row.en)) for row in cells]
    expected = Counter(without_marks(sides) for sides in wanted if any(sides))
    assert Counter(map(without_marks, texts(result.alignment))) == expected
    assert not result.dropped
    made = Counter(texts(machine.alignment))
    changed = Counter(sides for sides in wanted if any(sides)) - made
    assert result.edited == changed.total()
    untouched = Counter(texts_of(row) for row in result.alignment.rows if row.status == "machine")
    assert untouched <= made


@settings(max_examples=200)
@given(edited_sheets(), documents)
def test_of_a_changed_document_every_segment_is_settled_once(
    drawn: tuple[Sequence[Sides], Rows], later: Sequence[Sides]
) -> None:
    before, cells = drawn
    machine = traced(machine_of(before))
    now = traced(machine_of([*before[: len(before) // 2], *later]))
    try:
        result = corrected(now, sheet_of(machine, cells))
    except UsageError:
        return
    settled = 0
    for side in (0, 1):
        settled += len({index for members in result.traced.members for index in members[side]})
        by_machine = [
            index
            for row, members in zip(result.alignment.rows, result.traced.members, strict=True)
            if row.status == "machine"
            for index in members[side]
        ]
        assert len(by_machine) == len(set(by_machine))
    assert settled + result.left_out == len(now.zh) + len(now.en)
    ranks = [members[0][0] for members in result.traced.members if members[0]]
    order = {index: rank for rank, index in enumerate(i for zh, _ in now.members for i in zh)}
    assert [order[index] for index in ranks] == sorted(order[index] for index in ranks)
