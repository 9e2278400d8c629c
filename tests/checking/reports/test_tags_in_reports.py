"""Inline codes in the texts of reports: seen where they stand, and marked where a finding names them."""

from __future__ import annotations

import pytest

from vet_terms.checking.inputs import InputFile, Inputs
from vet_terms.checking.reports.marked import Piece, marked_pieces
from vet_terms.checking.reports.reports import report_named
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Finding, InlineCode, Place, Span, TranslationUnit

TEXT = "abcdef"
B, E, X = (
    InlineCode("target", 2, "g1", "<b>"),
    InlineCode("target", 4, "/g1", "</b>"),
    InlineCode("target", 6, "x1", "{0}"),
)


def finding(start: int, end: int, message: str = "m") -> Finding:
    return Finding("1", "x/y", "error", message, "学院", TEXT, Span("target", start, end))


PIECES = [
    ([], [Piece("ab"), Piece("<b>", None, True), Piece("cd"), Piece("</b>", None, True), Piece("ef"),
          Piece("{0}", None, True)]),
    # A stretch marks the tags inside it, and those at its edges that the message names
    ([finding(1, 3)], [Piece("a"), Piece("b", "error"), Piece("<b>", "error", True), Piece("c", "error"),
                       Piece("d"), Piece("</b>", None, True), Piece("ef"), Piece("{0}", None, True)]),
    ([finding(2, 4)], [Piece("ab"), Piece("<b>", None, True), Piece("cd", "error"),
                       Piece("</b>", None, True), Piece("ef"), Piece("{0}", None, True)]),
    ([finding(2, 4, "no <b> and </b>")],
     [Piece("ab"), Piece("<b>", "error", True), Piece("cd", "error"), Piece("</b>", "error", True),
      Piece("ef"), Piece("{0}", None, True)]),
    # A tag that is named is marked instead of the character behind it
    ([finding(6, 6, "no {0}")], [Piece("ab"), Piece("<b>", None, True), Piece("cd"),
                                 Piece("</b>", None, True), Piece("ef"), Piece("{0}", "error", True)]),
    ([finding(6, 6)], [Piece("ab"), Piece("<b>", None, True), Piece("cd"), Piece("</b>", None, True),
                       Piece("e"), Piece("f", "error"), Piece("{0}", None, True)]),
]  # fmt: skip


@pytest.mark.parametrize(("findings", "pieces"), PIECES)
def test_tags_among_the_pieces(findings: list[Finding], pieces: list[Piece]) -> None:
    assert list(marked_pieces(TEXT, "target", findings, (B, E, X))) == pieces
    assert "".join(piece.text for piece in pieces if not piece.is_tag) == TEXT


def test_a_text_of_tags_alone_shows_them() -> None:
    code = InlineCode("target", 0, "x1", "{0}")
    assert list(marked_pieces("", "target", [], (code,))) == [Piece("{0}", None, True)]
    assert list(marked_pieces("", "source", [], (code,))) == []


UNIT = TranslationUnit(
    "学院坚持融合。", "It adheres.", id="1", places=(Place("a.xlf", block=1),),
    codes=(InlineCode("source", 4, "g1", "<b>"), InlineCode("source", 6, "/g1", "</b>"),
           InlineCode("target", 10, "x1", '<img alt="">')),
)  # fmt: skip
MISSING = "The tags <b> and </b> of the source are missing."


def rendered(name: str) -> str:
    each = Finding("1", "codes/inline", "error", MISSING, UNIT.zh, UNIT.en, Span("source", 4, 6))
    result = CheckResult("s", (each,), 1, 0, (0,))
    return report_named(name).render(result, Inputs((InputFile("a.xlf", (UNIT,)),))).decode()


def test_the_terminal_shows_tags_and_marks_them() -> None:
    lines = rendered("text").split("\n")
    source = lines.index("  source   学院坚持<b>融合</b>。")
    assert lines[source + 1] == " " * 19 + "^" * 11
    assert lines[source + 2] == '  target   It adheres<img alt="">.'


def test_a_page_shows_tags_and_marks_them() -> None:
    page = rendered("html")
    assert (
        '学院坚持<mark class="error"><kbd>&lt;b&gt;</kbd></mark><mark class="error">融合</mark>'
        '<mark class="error"><kbd>&lt;/b&gt;</kbd></mark>。'
    ) in page
    assert "It adheres<kbd>&lt;img alt=&quot;&quot;&gt;</kbd>." in page
