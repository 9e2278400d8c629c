"""Inline codes of XLIFF segments: their names are the same on both sides, their places true to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vet_terms.documents.bilingual.inline_markup import segment_text, text_and_codes

SEGMENTS = [
    # XLIFF 1.2
    ("职业<g id='1'>教育</g>", "职业教育", [(2, "g1"), (4, "/g1")]),
    ("<x id='1'/>甲<x id='2' ctype='lb'/>", "甲", [(0, "x1"), (1, "x2")]),
    ("<bpt id='1' rid='7'>{}</bpt>甲<ept id='2' rid='7'>{}</ept>", "甲", [(0, "g7"), (1, "/g7")]),
    ("<bpt id='1'>&lt;b&gt;</bpt>甲<ept id='1'>&lt;/b&gt;</ept>", "甲", [(0, "g1"), (1, "/g1")]),
    ("<bx id='1' rid='3'/>甲<ex id='2' rid='3'/>", "甲", [(0, "g3"), (1, "/g3")]),
    ("甲<it id='4' pos='open'>[b]</it>乙<it id='5' pos='close'>[/b]</it>", "甲乙", [(1, "g4"), (2, "/g5")]),
    ("甲<ph id='3'>&lt;img alt='<sub>图<x id='9'/></sub>'&gt;</ph>乙", "甲乙", [(1, "x3")]),
    ("甲<x ctype='lb'/>乙<x/>", "甲乙", [(1, "xlb"), (2, "x")]),
    ("<g id='1'><g id='2'>甲</g></g>乙", "甲乙", [(0, "g1"), (0, "g2"), (1, "/g2"), (1, "/g1")]),
    ("<mrk mtype='x-sdl-deleted'>旧<x id='1'/></mrk>新<mrk mtype='term'>词<x id='2'/></mrk>",
     "新词", [(2, "x2")]),
    # XLIFF 2
    ("职业<pc id='1'>教育</pc><ph id='2'/>", "职业教育", [(2, "g1"), (4, "/g1"), (4, "x2")]),
    ("<sc id='1'/>甲<ec startRef='1'/>", "甲", [(0, "g1"), (1, "/g1")]),
    ("<sc id='1' isolated='yes'/>甲<ec id='2' isolated='yes'/>", "甲", [(0, "g1"), (1, "/g2")]),
    ("<ph id='1'/>甲<ph id='5' copyOf='1'/>", "甲", [(0, "x1"), (1, "x1")]),
    ("<mrk id='m'>甲</mrk><sm id='n' type='comment'/>乙<em startRef='n'/><cp hex='6821'/>", "甲乙校", []),
    # Neither
    ("甲<!-- x -->乙", "甲乙", []),
    ("", "", []),
]  # fmt: skip


def element(inside: str) -> etree._Element:
    return etree.fromstring(f"<source>{inside}</source>")


@pytest.mark.parametrize(("inside", "text", "codes"), SEGMENTS)
def test_codes_are_named_and_placed(inside: str, text: str, codes: list[tuple[int, str]]) -> None:
    found = text_and_codes(element(inside))
    assert (found[0], [(code.at, code.name) for code in found[1]]) == (text, codes)


def test_no_segment_has_no_codes() -> None:
    assert text_and_codes(None) == ("", ())


def test_a_pair_keeps_its_name_when_it_is_taken_apart() -> None:
    together, apart = element("<g id='1'>甲</g>"), element("<bx id='1'/>甲<ex id='2' rid='1'/>")
    text, codes = text_and_codes(together)
    assert text_and_codes(apart) == (text, codes)


LEAVES = ["甲", " a ", "<x id='1'/>", "<ph id='2'>code</ph>", "<mrk mtype='x-sdl-deleted'>旧</mrk>"]
AROUND = ["<g id='8'>{}</g>", "<mrk>{}</mrk>"]
PIECES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.builds(
        lambda around, inside: around.format("".join(inside)),
        st.sampled_from(AROUND),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(PIECES, max_size=5))
def test_the_text_is_the_readers_and_codes_stand_in_order_inside_it(pieces: list[str]) -> None:
    made = element("".join(pieces))
    text, codes = text_and_codes(made)
    assert text == segment_text(made)
    places = [code.at for code in codes]
    assert places == sorted(places) and all(0 <= at <= len(text) for at in places)
    names = [code.name for code in codes]
    assert names.count("g8") == names.count("/g8")
