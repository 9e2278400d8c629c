"""The bilingual deck against its hand-made key."""

from __future__ import annotations

import pytest
from benchmarks.scoring import DECK, DECK_KEY, pairs_of, read_key, squeezed, strict

from vet_terms.alignment.aligner import align_document
from vet_terms.alignment.result import Alignment
from vet_terms.documents.readers import read_document


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return align_document(read_document(DECK))


def test_the_key_says_only_what_the_deck_says() -> None:
    deck = squeezed(DECK.read_text("utf-8"))
    texts = [
        text for row in DECK_KEY.read_text("utf-8").splitlines()[1:] for text in row.split("\t")[2:] if text
    ]
    # One unit joins two items, whose second mark stands between them in the deck.
    assert [text[:24] for text in texts if squeezed(text) not in deck] == ["Continue to lead seconda"]


def test_strict_f1(alignment: Alignment) -> None:
    assert strict(read_key().pairs, pairs_of(alignment.units)).f1 >= 0.97


def test_no_pair_holds_text_of_another(alignment: Alignment) -> None:
    key = read_key()
    for zh, en in pairs_of(alignment.units):
        touched = [
            pair
            for pair in key.pairs
            if (len(pair[0]) > 6 and pair[0] in zh) or (len(pair[1]) > 24 and pair[1] in en)
        ]
        assert len(touched) <= 1, (zh, en)


def test_one_sided_passages_stay_alone_and_are_reported(alignment: Alignment) -> None:
    alone = squeezed("".join(each.mark + each.text for each in alignment.en_only))
    assert alone == "".join(read_key().en_only)
    assert not alignment.zh_only


def test_repeated_headings_are_one_unit_with_all_places(alignment: Alignment) -> None:
    units = [unit for unit in alignment.units if unit.zh == "一、职业教育国家化发展情况"]
    assert [len(unit.places) for unit in units] == [13]


def test_the_result_is_the_same_each_time(alignment: Alignment) -> None:
    assert align_document(read_document(DECK)) == alignment
