from __future__ import annotations

from vet_terms.language.segmentation import block_segments
from vet_terms.model import Block, Place

PLACE = Place("deck.txt", 1, 1)


def test_a_mark_is_kept_apart_from_the_text() -> None:
    (segment,) = block_segments(Block("1.Jointly build the college.", "en", "body", PLACE))
    assert (segment.mark, segment.text) == ("1.", "Jointly build the college.")


def test_a_heading_is_one_segment() -> None:
    (segment,) = block_segments(Block("（一）政府主导；统筹协调。", "zh", "heading", PLACE))
    assert segment.text == "政府主导；统筹协调。"


def test_a_paragraph_is_cut_into_sentences_at_its_place() -> None:
    found = block_segments(Block("目前共有29所。近年来重视；发展。", "zh", "body", PLACE))
    assert [each.text for each in found] == ["目前共有29所。", "近年来重视；", "发展。"]
    assert {each.place for each in found} == {PLACE}
