"""What the bytes of an index say of a phrase is what the texts say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.memory.concordance import places_of
from vet_terms.memory.index.rows import index_row
from vet_terms.memory.index.shard import Shard, arrays_of
from vet_terms.memory.matching.folding import folded, spans_of, without_codes
from vet_terms.model import Language
from vet_terms.tmx.model import PLACEABLE

FOUND: list[tuple[Language, str, str, bool]] = [
    ("en", "save now", f"Click {PLACEABLE}Save{PLACEABLE} now", True),
    ("en", "save now", f"save {PLACEABLE} now", True),
    ("en", f"save {PLACEABLE} now", "save now", True),
    ("en", f"save{PLACEABLE}now", f"save {PLACEABLE} now", False),
    ("en", "ave now", f"s{PLACEABLE}ave now", False),
    ("en", "save", "©save", True),
    ("en", "ave", "éave", False),
    ("en", "a-a-a", "éa-a-a-a", True),
    ("en", "save", "中文save", False),
    ("zh", "文save", f"中{PLACEABLE}文 save", True),
]

texts = st.text(alphabet=f"ab-A é\u0301İß学體。1２{PLACEABLE}\u200b🎓©", max_size=12)


def shard_of(language: Language, *every: str) -> Shard:
    rows = [index_row(number, text, 0, language) for number, text in enumerate(every, 1)]
    return Shard(arrays_of(rows, language), language)


@pytest.mark.parametrize(("language", "phrase", "text", "is_there"), FOUND)
def test_where_a_word_begins(language: Language, phrase: str, text: str, is_there: bool) -> None:
    assert bool(len(places_of([shard_of(language, text)], phrase, language))) == is_there
    assert bool(spans_of(phrase, text, language)) == is_there


@given(st.sampled_from(["zh", "en"]), st.lists(texts, max_size=5), st.data())
def test_what_is_found_has_a_place_and_what_has_a_place_is_found(
    language: Language, every: list[str], data: st.DataObject
) -> None:
    whole = data.draw(st.sampled_from([*every, "a"]))
    phrase = data.draw(st.one_of(texts, st.slices(len(whole)).map(lambda part: whole[part])))
    if not without_codes(folded(phrase, language), language):
        return
    ids = places_of([shard_of(language, *every)], phrase, language)
    having = [number for number, text in enumerate(every, 1) if spans_of(phrase, text, language)]
    assert sorted(ids.tolist()) == having
