"""Inline codes of two sides compared, and what a translator is told of them."""

from __future__ import annotations

import pytest

from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.checking.tags import paired, tag_of
from vet_terms.model import Finding, InlineCode, Side, TranslationUnit

ZH, EN = "学校坚持产教融合。", "The college adheres to integration."
Codes = list[tuple[int, str, str]]


def codes(side: Side, given: Codes) -> tuple[InlineCode, ...]:
    return tuple(InlineCode(side, *each) for each in given)


def found(source: Codes, target: Codes, english: str = EN, only: str = "codes/inline") -> tuple[Finding, ...]:
    unit = TranslationUnit(ZH, english, id="1", codes=(*codes("source", source), *codes("target", target)))
    return check([unit], (), Settings(only=(only,))).findings


BOLD = [(4, "g1", "<b>"), (8, "/g1", "</b>")]
SAID: list[tuple[Codes, Codes, list[str]]] = [
    (BOLD, [], ["The tags <b> and </b> of the source are missing."]),
    (BOLD, [(0, "g1", "<b>")], ["The tag </b> of the source is missing."]),
    ([(9, "x1", "")], [], ["The tag <x1/> of the source is missing."]),
    ([], [(3, "g9", ""), (5, "/g9", "")], ["The source has no tags <g9> and </g9>."]),
    ([(0, "x1", "{1}")], [(0, "x1", "{1}"), (3, "x2", "{1}")], ["The source has no further tag {1}."]),
    (BOLD, [(4, "/g1", "</b>"), (8, "g1", "<b>")], ["The tag </b> does not close what was opened last."]),
    # The same code under another number, as memories of tools give it
    ([(2, "x1", "{0}"), (3, "x2", "{1}")], [(2, "x3", "{0}"), (3, "x4", "{1}")], []),
    (BOLD, [(0, "g5", "<b>"), (4, "/g5", "</b>")], []),
    # Another code
    (
        [(2, "x1", "{hours}")],
        [(2, "x3", "{value}")],
        ["The tag {hours} of the source is missing.", "The source has no tag {value}."],
    ),
    # What nobody shows is told by its name alone
    (
        [(2, "x1", "")],
        [(2, "x3", "")],
        ["The tag <x1/> of the source is missing.", "The source has no tag <x3/>."],
    ),
    # An opening code is no closing one
    (
        [(2, "g1", "{}")],
        [(2, "/g2", "{}")],
        ["The tag {} of the source is missing.", "The source has no further tag {}."],
    ),
]


@pytest.mark.parametrize(("source", "target", "said"), SAID)
def test_what_is_said_of_codes(source: Codes, target: Codes, said: list[str]) -> None:
    assert [each.message for each in found(source, target)] == said


def test_a_missing_pair_is_marked_around_what_it_holds() -> None:
    [each] = found(BOLD, [])
    assert each.span is not None
    assert (each.span.side, each.source[each.span.start : each.span.end]) == ("source", "产教融合")


@pytest.mark.parametrize(
    ("name", "shown", "tag"),
    [
        ("g1", "", "<g1>"), ("/g1", "", "</g1>"), ("x2", "", "<x2/>"), ("x2", "{0}", "{0}"),
        ("g1", f'<a href="{"h" * 50}">', f'<a href="{"h" * 29}…>'),
    ],
)  # fmt: skip
def test_the_text_of_a_tag(name: str, shown: str, tag: str) -> None:
    assert tag_of(InlineCode("source", 0, name, shown)) == tag and len(tag) <= 40


def test_codes_go_with_those_that_close_them() -> None:
    given = codes("source", [(0, "/g1", ""), (1, "g1", ""), (2, "g2", ""), (3, "/g1", ""), (4, "x1", "")])
    assert [[code.name for code in each] for each in paired(given)] == [
        ["/g1"],
        ["g1", "/g1"],
        ["g2"],
        ["x1"],
    ]


def test_many_codes_of_one_name_take_no_time_to_pair() -> None:
    given = codes("source", [(0, "g", "")] * 20_000 + [(1, "/g", "")] * 20_000)
    assert sum(len(each) for each in paired(given)) == 40_000


@pytest.mark.parametrize(
    ("english", "at", "rule"),
    [
        ("The college  adheres to integration.", 12, "typography-english/doubled-space"),
        ("The college adheres to , as planned.", 23, "typography-english/space-at-mark"),
    ],
)
def test_a_placeholder_parts_what_stands_beside_it(english: str, at: int, rule: str) -> None:
    assert found([(2, "x1", "{0}")], [(at, "x1", "{0}")], english, rule) == ()
    assert len(found([], [], english, rule)) == 1
    assert len(found([(2, "g1", "")], [(at, "g1", "")], english, rule)) == 1
