"""Layouts: those of written cases, of the deck's own pairs laid out in every way, and of two laws."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.scoring import DATA, DECK_KEY, Pair, pairs_of, squeezed, strict
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.alignment.laid_out import LAYOUTS as LAID_OUT

from vet_terms.alignment.aligner import align_document
from vet_terms.alignment.groups import Group
from vet_terms.alignment.layouts import LAYOUTS, stretches
from vet_terms.alignment.result import Alignment, Options
from vet_terms.documents.readers import read_document
from vet_terms.documents.text.plain_text import document_of_text
from vet_terms.errors import UsageError
from vet_terms.language.segmentation import segments
from vet_terms.model import Language, Place, Segment

CASES = Path(__file__).parent / "cases"
GOLD = DECK_KEY.parent
LAWS = DATA / "laws"

NAMES = {
    "layout_bars": "columns",
    "layout_blocks": "blocks",
    "layout_blocks_of_articles": "blocks",
    "layout_brackets": "columns",
    "layout_columns": "columns",
    "layout_lines": "lines",
    "layout_lines_changing_order": "lines",
    "layout_lines_english_first": "lines",
    "layout_mixed_deck": "pages",
    "layout_paragraphs": "paragraphs",
    "layout_paragraphs_wrapped": "paragraphs",
    "layout_table": "columns",
    "news_deck": "pages",
    "regulations": "lines",
    "slide_after_slide": "pages",
}


def couples_by_text(groups: list[Group]) -> dict[str, tuple[int, int]]:
    """Return the group and the number of the couple of each text."""
    return {
        squeezed(each.mark + each.text): (index, number)
        for index, group in enumerate(groups)
        for side, couples in ((group.zh, group.zh_couples), (group.en, group.en_couples))
        for each, number in zip(side, couples, strict=True)
    }


@pytest.mark.parametrize(("case", "name"), NAMES.items(), ids=NAMES)
def test_the_layout_of_a_case_is_found(case: str, name: str) -> None:
    assert stretches(segments(read_document(CASES / f"{case}.txt")))[0] == name


@pytest.mark.parametrize("case", [case for case in NAMES if case.startswith("layout_")])
def test_couples_agree_with_the_key(case: str) -> None:
    found = couples_by_text(stretches(segments(read_document(CASES / f"{case}.txt")))[1])
    rows = [line.split("\t") for line in (CASES / f"{case}.tsv").read_text("utf-8").splitlines()]
    pairs = [(squeezed(zh), squeezed(en)) for zh, en in rows if zh and en]
    coupled = [
        (found[zh], found[en]) for zh, en in pairs if found.get(zh, (0, 0))[1] and found.get(en, (0, 0))[1]
    ]
    assert [pair for pair in coupled if pair[0] != pair[1]] == []
    # Rows of several sentences have no couple of their own here.
    assert len(coupled) >= 0.85 * len(pairs)


def deck_pairs() -> list[Pair]:
    rows = [line.split("\t") for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    return list(dict.fromkeys((zh, en) for _, kind, zh, en in rows if kind == "pair"))


@pytest.mark.parametrize(("way", "name"), LAID_OUT.values(), ids=LAID_OUT)
def test_the_pairs_of_the_deck_are_found_in_every_layout(way: object, name: str) -> None:
    assert callable(way)
    pairs = deck_pairs()
    alignment = align_document(document_of_text(way(pairs), "deck.txt"))
    assert alignment.layout == name
    wanted = {(squeezed(zh), squeezed(en)) for zh, en in pairs}
    assert strict(wanted, pairs_of(alignment.units)).f1 >= 0.97


def line_beads(alignment: Alignment) -> set[Pair]:
    """Return which lines pair with which; lines that share a unit, also through others, are one bead."""
    beads: list[tuple[set[int], set[int]]] = []
    for row in alignment.rows:
        if not row.pairs:
            continue
        zh, en = {each.place.line for each in row.zh}, {each.place.line for each in row.en}
        for touching in [bead for bead in beads if bead[0] & zh or bead[1] & en]:
            beads.remove(touching)
            zh, en = zh | touching[0], en | touching[1]
        beads.append((zh, en))
    return {(_written(zh), _written(en)) for zh, en in beads}


def _written(lines: set[int]) -> str:
    return " ".join(str(line) for line in sorted(lines))


LAW_KEYS = [
    ("constitution_interleaved.md", "constitution_lines.tsv", "lines", 0.97),
    ("assembly_law_blocks.md", "assembly_law_lines.tsv", "blocks", 0.94),
]


@pytest.mark.skipif(not LAWS.is_dir(), reason="the public test data is not here")
@pytest.mark.parametrize(("file", "key", "layout", "least"), LAW_KEYS, ids=[row[0] for row in LAW_KEYS])
def test_the_lines_of_a_law_pair(file: str, key: str, layout: str, least: float) -> None:
    document = read_document(LAWS / file)
    starts = {block.place.line for block in document.blocks}
    rows = [line.split("\t") for line in (GOLD / key).read_text("utf-8").splitlines()[1:]]
    # A line that goes on the one before it is part of its block.
    wanted = {
        (_written({int(n) for n in zh.split()} & starts), _written({int(n) for n in en.split()} & starts))
        for zh, en in rows
    }
    alignment = align_document(document)
    assert alignment.layout == layout
    assert strict(wanted, line_beads(alignment)).f1 >= least


@pytest.mark.skipif(not LAWS.is_dir(), reason="the public test data is not here")
def test_articles_of_a_law_given_as_two_blocks_couple_by_their_numbers() -> None:
    document = read_document(LAWS / "assembly_law_blocks.md")
    found = couples_by_line(stretches(segments(document))[1])
    rows = [
        line.split("\t") for line in (GOLD / "assembly_law_lines.tsv").read_text("utf-8").splitlines()[2:]
    ]
    pairs = [(int(zh), int(en)) for row, row_en in rows for zh in row.split() for en in row_en.split()]
    assert [pair for pair in pairs if found[pair[0]] != found[pair[1]] or not found[pair[0]]] == []


def couples_by_line(groups: list[Group]) -> dict[int, int]:
    return {
        each.place.line: number
        for group in groups
        for side, couples in ((group.zh, group.zh_couples), (group.en, group.en_couples))
        for each, number in zip(side, couples, strict=True)
    }


def written(text: str, page: int = 0) -> list[Segment]:
    """Return a segment a letter, each in a block of its own: capitals are Chinese, small letters English."""
    return [
        Segment(
            letter * 10 if letter.isupper() else letter * 33,
            "zh" if letter.isupper() else "en",
            "body",
            Place("a.txt", page, number),
        )
        for number, letter in enumerate(text, start=1)
    ]


def shown(groups: list[Group]) -> list[str]:
    """Return the couples as letters, Chinese before English, those of no couple in brackets."""
    result: list[str] = []
    for group in groups:
        sides = [*zip(group.zh, group.zh_couples, strict=True), *zip(group.en, group.en_couples, strict=True)]
        numbers = sorted({number for _, number in sides if number})
        result += ["".join(each.text[0] for each, number in sides if number == one) for one in numbers]
        alone = "".join(each.text[0] for each, number in sides if not number)
        result += [f"({alone})"] if alone else []
    return result


TURNS = [
    ("Chinese first", "AaBbCcDd", ["Aa", "Bb", "Cc", "Dd"]),
    ("English first", "aAbBcCdD", ["Aa", "Bb", "Cc", "Dd"]),
    ("one text of each", "Aa", ["Aa"]),
    ("two and two", "ABabCDcdEFefGHgh", ["ABab", "CDcd", "EFef", "GHgh"]),
    ("one language", "ABC", ["(ABC)"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "couples"), [row[1:] for row in TURNS], ids=[row[0] for row in TURNS])
def test_turns_couple(text: str, couples: list[str]) -> None:
    assert shown(stretches(written(text), "paragraphs")[1]) == couples


def test_a_lone_text_in_the_middle_shifts_no_later_couple() -> None:
    found = shown(stretches(written("AaBbCcDdEeXFfGgHhIi"))[1])
    assert [couple for couple in found if couple[0] > "F" and couple[0] != "X"] == ["Gg", "Hh", "Ii"]
    assert "Xf" not in found


def test_a_layout_can_be_forced() -> None:
    assert shown(stretches(written("AaBb"), "text")[1]) == ["(ABab)"]
    assert stretches(written("AaBb"), "blocks")[0] == "blocks"
    assert stretches(written("AaBb", 1) + written("CcDd", 2), "pages")[0] == "pages"


def test_a_forced_layout_is_that_of_the_alignment() -> None:
    document = document_of_text("学校概况\nOur school\n招生\nAdmission", "a.txt")
    assert align_document(document).layout == "lines"
    assert align_document(document, Options(layout="paragraphs")).layout == "paragraphs"


def test_texts_on_both_sides_of_a_line_are_columns_also_where_forced() -> None:
    document = document_of_text("教学工厂\tteaching factory\n学分\tcredit\n学期\tterm\n附注", "a.txt")
    assert shown(stretches(segments(document), "columns")[1]) == ["教t", "学c", "学t", "(附)"]


FORCED_WRONGLY = [
    ("pages", "“pages” cannot be its layout"),
    ("columns", "“columns” cannot be its layout"),
    ("zigzag", "“zigzag” is no layout"),
]


@pytest.mark.parametrize(("layout", "said"), FORCED_WRONGLY)
def test_a_layout_that_cannot_be_is_refused_with_those_that_can(layout: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"a.txt: {said}; possible here: lines, paragraphs, blocks, text"):
        stretches(written("AaBb"), layout)


def test_a_page_break_between_a_text_and_its_translation_parts_them_not() -> None:
    first = [
        Segment("学校概况", "zh", "body", Place("a", 1, 1)),
        Segment("Our school", "en", "body", Place("a", 1, 2)),
        Segment("2023年招收新生3120人，其中女生1205人。", "zh", "body", Place("a", 1, 3)),
    ]
    second = [
        Segment("In 2023 it enrolled 3,120 students, 1,205 of them women.", "en", "body", Place("a", 2, 1)),
        Segment("谢谢", "zh", "body", Place("a", 2, 2)),
        Segment("Thanks", "en", "body", Place("a", 2, 3)),
    ]
    assert len(stretches([*first, *second])[1]) == 1
    unlike = [Segment("The library is open.", "en", "body", Place("a", 2, 1)), *second[1:]]
    assert len(stretches([*first, *unlike])[1]) == 2


languages: st.SearchStrategy[Language] = st.sampled_from(["zh", "en"])
anything = st.lists(
    st.tuples(
        languages,
        st.integers(1, 3),
        st.integers(0, 3),
        st.sampled_from(["一、", "第二条 甲", "3.", "x1958", "乙"]),
    ),
    max_size=24,
)


@given(anything, st.sampled_from(["", "lines", "paragraphs", "blocks", "text"]))
@settings(deadline=None)
def test_every_segment_is_in_one_group_in_order_with_a_number(
    parts: list[tuple[Language, int, int, str]], layout: str
) -> None:
    parts.sort(key=lambda part: part[1])
    found = [
        Segment(f"{text}{index}", language, "body", Place("a", page, index, line))
        for index, (language, page, line, text) in enumerate(parts)
    ]
    name, groups = stretches(found, layout)
    assert name in LAYOUTS
    for language in ("zh", "en"):
        kept = [each for group in groups for each in (group.zh if language == "zh" else group.en)]
        assert kept == [each for each in found if each.language == language]
    for group in groups:
        assert len(group.zh) == len(group.zh_couples)
        assert len(group.en) == len(group.en_couples)
        # A couple is in both languages, and its parts stand in the same order on both sides.
        assert {*group.zh_couples} - {0} == {*group.en_couples} - {0}
