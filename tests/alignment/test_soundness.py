"""What is taken for translations and what is not: written texts, the seeds, and public data where it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from benchmarks.intertext import read_folder
from benchmarks.methods import group_of
from benchmarks.ntrex import noisy_documents
from benchmarks.scoring import DATA, DECK
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.alignment.aligner import align_document, align_documents, beads_of, in_place, row_of
from vet_terms.alignment.groups import Group
from vet_terms.alignment.result import Alignment, Options, Row
from vet_terms.alignment.soundness import drifts, refusal, share_paired, sound
from vet_terms.documents.readers import read_document
from vet_terms.documents.text.plain_text import document_of_text
from vet_terms.errors import UsageError
from vet_terms.language.segmentation import segments
from vet_terms.language.vectors import is_available
from vet_terms.model import Document, Place, Segment

NEWSPAPER = DECK.parent / "000_8c7834f004e3f389.txt"

TRAINING_HALL = """\
学院新建的焊接实训大楼上周正式启用。
大楼共有六层，可同时容纳八百名学生上课。
一楼安放了二十台德国进口的焊接机器人。
每台机器人旁边都配有安全围栏和急停按钮。
学生进入车间前必须穿好工作服和防护鞋。
王师傅在造船厂工作了三十年，现在担任实训教师。
他要求学生把每一条焊缝都打磨得像镜子一样平整。
不合格的工件会被锯开，让大家看清里面的气孔。
每周五下午，车间举行一次焊接速度比赛。
去年的冠军已经被一家高铁制造企业录用。
企业工程师每月来校两次，讲授最新的工艺标准。
学院计划明年再建一座数控加工中心。
"""

TRAINING_HALL_IN_ENGLISH = """\
The college's new welding training building officially opened last week.
The building has six floors and can hold eight hundred students in class at the same time.
Twenty welding robots imported from Germany have been installed on the ground floor.
Beside every robot there are a safety fence and an emergency stop button.
Students must put on work clothes and protective shoes before entering the workshop.
Master Wang worked in a shipyard for thirty years and is now a training teacher.
He asks students to grind every weld until it is as smooth as a mirror.
Workpieces that fail are sawn open so that everybody can see the pores inside.
Every Friday afternoon the workshop holds a welding speed competition.
Last year's champion has already been hired by a high-speed train manufacturer.
Engineers from companies come to the college twice a month to teach the latest process standards.
The college plans to build a numerical control machining centre next year.
"""

NURSING_COURSE = """\
A nursing course for the care of the elderly attracted applicants from nine villages.
Most of them had never used a computer before the first lesson.
Lecturers therefore began with keyboards, passwords and electronic mail.
In the second month the trainees learnt how to measure blood pressure.
They practised on each other, with much laughter and a few bruises.
A retired doctor explained why old people drink too little water.
Cooking without salt turned out to be the least popular subject.
The ministry pays for travel, meals and a small allowance.
Certificates are recognised in every province and in two neighbouring countries.
Several graduates have opened a day centre beside the bus station.
Its rooms were painted by apprentices of a decorating firm.
Families say that their grandparents now sing in the mornings.
A follow-up survey will ask how many carers are still in the profession.
"""


def document(text: str, name: str) -> Document:
    return document_of_text(text.replace("\n", "\n\n"), name)


def row(zh: int, en: int, score: float, line: int = 0) -> Row:
    """Return a row of so many Chinese characters and English letters, without that side where it is 0."""
    place = Place("a.txt", block=line)
    return Row(
        (Segment("中" * zh, "zh", "body", place),) if zh else (),
        (Segment("e" * en, "en", "body", place),) if en else (),
        score,
    )


SHARES = [
    ("all is sure", [row(10, 30, 1.0)] * 3, 1.0),
    ("all is half sure", [row(10, 30, 0.5)] * 3, 0.5),
    ("boxes in English alone", [row(10, 30, 0.9), row(0, 900, 1.0)], 0.9),
    ("a summary of a Chinese text", [row(10, 30, 0.9), row(900, 0, 1.0)], 0.9),
    ("most of both sides is alone", [row(10, 30, 1.0), row(30, 0, 1.0), row(0, 270, 1.0)], 0.25),
    ("text weighs by its length", [row(10, 30, 1.0), row(90, 0, 1.0), row(0, 270, 1.0)], 0.1),
    ("nothing pairs", [row(10, 0, 1.0), row(0, 30, 1.0)], 0.0),
    ("no rows", [], 0.0),
]


@pytest.mark.parametrize(("rows", "share"), [case[1:] for case in SHARES], ids=[case[0] for case in SHARES])
def test_the_share_of_the_better_side_counts(rows: list[Row], share: float) -> None:
    assert share_paired(rows) == share


SOUND = [
    ("translations", [row(10, 30, 0.9)] * 9),
    ("a single pair that nothing supports", [row(10, 30, 0.01)]),
    ("one text a side, left alone", [row(4, 0, 1.0), row(0, 9, 1.0)]),
    ("few pairs, of which little is sure", [row(10, 30, 0.2)] * 3),
    ("a short text, translated freely", [row(10, 30, 0.65)] * 12),
    ("a very short one, translated freely", [row(10, 30, 0.58)] * 6),
    ("a long one, translated freely", [row(10, 30, 0.5)] * 120),
    ("a summary", [row(10, 30, 0.9)] * 9 + [row(10, 0, 0.9)] * 90),
    ("no rows", []),
]


@pytest.mark.parametrize("rows", [case[1] for case in SOUND], ids=[case[0] for case in SOUND])
def test_what_may_be_translations_is_not_refused(rows: list[Row]) -> None:
    assert refusal(rows) is None


def test_a_refusal_says_how_much_finds_no_counterpart_and_where_first() -> None:
    rows = [row(10, 33, 1.0, 1), row(10, 33, 1.0, 2)]
    rows += [each for line in range(3, 11) for each in (row(10, 0, 1.0, line), row(0, 33, 1.0, line))]
    assert refusal(rows) == (
        "these do not look like translations of each other: "
        "80 % of the text finds no counterpart, first at a.txt:b3"
    )


@pytest.mark.parametrize(("score", "count"), [(0.4, 120), (0.6, 90), (0.62, 12), (0.5, 6), (0.05, 2)])
def test_pairs_that_are_unlikely_are_refused(score: float, count: int) -> None:
    assert refusal([row(10, 30, score)] * count) is not None


def test_few_texts_are_refused_only_where_nothing_pairs() -> None:
    alone = [each for line in (1, 2, 3) for each in (row(10, 0, 1.0, line), row(0, 33, 1.0, line))]
    assert refusal(alone) is not None
    assert refusal([*alone, row(10, 33, 0.9)]) is None


def test_a_drift_is_reported_with_its_places() -> None:
    good = [row(20, 66, 0.95, line) for line in range(1, 101)]
    bad = [each for line in range(101, 131) for each in (row(20, 0, 0.9, line), row(0, 66, 0.9, line))]
    weak = [row(20, 66, 0.1, line) for line in range(231, 261)]
    more = [row(20, 66, 0.95, line) for line in range(131, 231)]
    assert drifts(good + more) == []
    assert drifts([*good, *bad, *more, *weak]) == [
        "from a.txt:b101 to a.txt:b130 only 0 % of the text finds its counterpart",
        "from a.txt:b231 to a.txt:b260 only 10 % of the text finds its counterpart",
    ]


NO_DRIFTS = [
    ("short", [row(20, 66, 0.95)] * 50 + [row(20, 66, 0.1)] * 5 + [row(20, 66, 0.95)] * 50),
    ("a box now and then", ([row(20, 66, 0.95)] * 3 + [row(0, 66, 0.95)]) * 40),
    ("free, but translated", [row(20, 66, 0.45)] * 100),
]


@pytest.mark.parametrize("rows", [case[1] for case in NO_DRIFTS], ids=[case[0] for case in NO_DRIFTS])
def test_no_drift(rows: list[Row]) -> None:
    assert drifts(rows) == []


ROWS = st.builds(
    lambda size, kind, score: row(size * (kind != "en"), 3 * size * (kind != "zh"), score),
    st.integers(1, 900),
    st.sampled_from(["both", "zh", "en"]),
    st.sampled_from([0.0, 0.3, 0.6, 1.0]),
)


def numbered(rows: Sequence[Row]) -> list[Row]:
    return [
        row(sum(len(s.text) for s in each.zh), sum(len(s.text) for s in each.en), each.score, line)
        for line, each in enumerate(rows, start=1)
    ]


def stretches_of(notes: Sequence[str]) -> list[tuple[int, int]]:
    """Return the numbers of the blocks that notes name."""
    named = [note.split() for note in notes]
    return [(int(words[1].removeprefix("a.txt:b")), int(words[3].removeprefix("a.txt:b"))) for words in named]


@given(st.lists(ROWS, max_size=20))
def test_what_is_reported_is_apart_and_in_order(rows: list[Row]) -> None:
    found = stretches_of(drifts(numbered(rows)))
    assert all(first <= last for first, last in found)
    assert all(last < first for (_, last), (first, _) in itertools.pairwise(found))


@given(st.lists(ROWS, max_size=10), st.lists(ROWS, max_size=10))
def test_a_long_passage_of_both_sides_alone_is_reported_whatever_is_around_it(
    before: list[Row], after: list[Row]
) -> None:
    place = len(before) + 1
    notes = drifts(numbered([*before, row(1000, 0, 1.0), row(0, 3300, 1.0), *after]))
    assert any(first <= place <= last for first, last in stretches_of(notes))


@given(st.lists(ROWS, max_size=20), st.lists(ROWS, max_size=20))
def test_the_order_of_rows_does_not_decide_what_is_refused(first: list[Row], second: list[Row]) -> None:
    assert (refusal(first + second) is None) == (refusal(second + first) is None)


def test_force_turns_a_refusal_into_a_note() -> None:
    rows = tuple(each for _ in range(9) for each in (row(9, 0, 1.0), row(0, 30, 1.0)))
    alignment = Alignment(rows, (), (), (), "lines", "", ("first",))
    with pytest.raises(UsageError, match=r"^a\.txt: these do not look like .*; align --force pairs them"):
        sound(alignment, "a.txt", force=False)
    forced = sound(alignment, "a.txt", force=True)
    assert forced.rows == rows
    assert forced.notes[0] == "first"
    assert forced.notes[1].startswith("a.txt: these do not look like translations of each other: 100 % ")


BOTH = pytest.mark.parametrize("vectors", [True, False], ids=["vectors", "no vectors"])


@BOTH
def test_a_text_and_its_translation_pass(vectors: bool) -> None:
    zh, en = document(TRAINING_HALL, "hall.txt"), document(TRAINING_HALL_IN_ENGLISH, "hall_en.txt")
    alignment = align_documents(zh, en, Options(vectors=vectors))
    assert len(alignment.units) == 12
    assert alignment.notes == ()


@pytest.mark.skipif(not is_available(), reason="the encoder is not installed")
@pytest.mark.parametrize("english_first", [False, True])
def test_short_texts_on_other_things_are_refused(english_first: bool) -> None:
    given = [document(TRAINING_HALL, "hall.txt"), document(NURSING_COURSE, "nursing.txt")]
    first, second = reversed(given) if english_first else given
    names = f"{first.name} and {second.name}".replace(".", r"\.")
    wanted = rf"^{names}: these do not look like .* % of the text finds no counterpart, first at hall\.txt:b"
    with pytest.raises(UsageError, match=wanted):
        align_documents(first, second)
    forced = align_documents(first, second, Options(force=True))
    assert forced.notes[0].startswith(f"{first.name} and {second.name}: these do not look like")


@BOTH
def test_a_summary_of_a_part_passes(vectors: bool) -> None:
    part = "\n".join(TRAINING_HALL_IN_ENGLISH.split("\n")[4:10])
    alignment = align_documents(
        document(TRAINING_HALL, "hall.txt"), document(part, "part.txt"), Options(vectors=vectors)
    )
    assert len(alignment.units) >= 5


@BOTH
def test_the_deck_passes_and_the_newspaper_is_no_translation_of_it(vectors: bool) -> None:
    options = Options(vectors=vectors)
    deck = read_document(DECK)
    assert align_document(deck, options).notes == ()
    english = tuple(block for block in deck.blocks if block.language == "en")
    with pytest.raises(UsageError, match="do not look like translations of each other"):
        align_documents(read_document(NEWSPAPER), Document("deck_en.txt", english), options)


def rows_of(zh: Sequence[Segment], en: Sequence[Segment], options: Options) -> list[Row]:
    group = Group(tuple(zh), tuple(en))
    return [row_of(bead, group) for bead in in_place(beads_of(group, options))]


@pytest.mark.skipif(not DATA.is_dir(), reason="the public test data is not here")
@BOTH
def test_chapters_and_news_pass_and_the_next_one_does_not(vectors: bool) -> None:
    options = Options(vectors=vectors)
    for texts in (
        read_folder(DATA / "mac-dev")[:3],
        noisy_documents(DATA / "ntrex", "zho-CN", range(3), (1,)),
    ):
        groups = [group_of(text) for text in texts]
        for group, following in zip(groups, [*groups[1:], groups[0]], strict=True):
            assert refusal(rows_of(group.zh, group.en, options)) is None
            assert refusal(rows_of(group.zh, following.en, options)) is not None


@pytest.mark.skipif(not DATA.is_dir(), reason="the public test data is not here")
@BOTH
def test_the_laws_pass_and_one_is_no_translation_of_the_other(vectors: bool) -> None:
    options = Options(vectors=vectors)
    laws = [read_document(path) for path in sorted((DATA / "laws").glob("*.md"))]
    for law in laws:
        assert align_document(law, options).units
    assembly, constitution = (segments(law) for law in laws)
    zh = [each for each in constitution if each.language == "zh"]
    en = [each for each in assembly if each.language == "en"]
    assert refusal(rows_of(zh, en, options)) is not None


@pytest.mark.skipif(not DATA.is_dir(), reason="the public test data is not here")
@BOTH
def test_a_law_whose_second_half_is_another_text_is_reported_and_not_refused(vectors: bool) -> None:
    law = segments(read_document(DATA / "laws" / "constitution_interleaved.md"))
    zh = [each for each in law if each.language == "zh"]
    en = [each for each in law if each.language == "en"]
    (news,) = noisy_documents(DATA / "ntrex", "zho-CN", (1,), (1,))
    half = len(en) // 2
    rows = rows_of(zh, [*en[:half], *group_of(news).en[: len(en) - half]], Options(vectors=vectors))
    assert refusal(rows) is None
    notes = drifts(rows)
    (first,) = {note.split()[1] for note in notes[:1]}
    blocks = [str(each.place) for each in zh]
    assert abs(blocks.index(first) - len(zh) // 2) <= 0.1 * len(zh)
