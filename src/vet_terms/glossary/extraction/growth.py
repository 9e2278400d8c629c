"""English spans grown to whole phrases: a name to all its capitals, a term to words nothing else says.

The dictionary knows 校训 as a school's and leaves the motto out; a ministry is linked by what it is of.
Words that another Chinese word claims are never taken in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vet_terms.glossary.extraction.english import LEGAL_FORMS, EnglishSentence, Word
from vet_terms.language.lexicon import is_general_english, is_noun_only, is_verb_only
from vet_terms.language.tables import listed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

HEADS_OF_NAMES = frozenset(
    listed(
        """
    Ministry Department Bureau Office Commission Committee Council Administration Authority Agency
    University College Institute Academy School Faculty Polytechnic Center Centre Association Society
    Federation Union Alliance League Group Corporation Company Bank Hospital Museum Library Forum
    Measures Regulations Rules Provisions Law Act Plan Opinions Guidelines Notice Decision Outline Scheme
    Standards Code Charter Agreement Convention Programme Program Project
    Conference Summit Congress Competition Contest Government Academy Foundation Base Workshop
    """
    )
)
"""English words that name a kind of institution, event or act, and what it is for after "of" or "for"."""
_CLAIMED = 0.3
_NO_NOUN = re.compile(r"(?:ble|ful|less|ous|ive|ic|al|ly|ish|ed|able|wide|free|ing)$")
_ADVERBS = frozenset(
    listed(
        """
    once twice again ago later before after together apart alone away back home here there now then soon
    already always never often today tomorrow yesterday first last next early late inside outside abroad
    overseas online etc only well too yet
    """
    )
)
_MOST_GROWTH = 2


def whole_name(
    sentence: EnglishSentence, first: int, last: int, claimed: Matrix, *, is_nested: bool, is_long: bool
) -> tuple[int, int]:
    """Return a span grown to the whole capitalised name, up to words that other Chinese words claim.

    A name inside a longer one grows over no "of", behind which the longer one goes on; only names that
    may be long (``is_long``: institutions, events, titles) take in general words.
    """
    words = sentence.words
    if not any(word.is_capitalised for word in words[max(1, first - 1) : last]):
        return first, last
    # The first word of a sentence is capitalised anyway.
    while first > 1 and words[first - 1].segment == words[first].segment:
        step = 2 if not is_nested and _is_head_of(words, first - 1) else 1
        word = words[first - step]
        if not (word.is_capitalised and word.is_content and claimed[first - step] < _CLAIMED):
            break
        first -= step
    after = last
    while after < len(words) and words[after].segment == words[first].segment:
        word = words[after]
        if word.text in LEGAL_FORMS or (not is_long and is_general_english(word.text)):
            break
        if word.is_capitalised and word.is_content and claimed[after] < _CLAIMED:
            last = after + 1
        elif is_nested or not _may_join(words, first, after):
            break
        after += 1
    return first, last


def whole_phrase(sentence: EnglishSentence, first: int, last: int, claimed: Matrix) -> int:
    """Return where the noun phrase of a span ends: a noun after it that nothing else says is its head."""
    words = sentence.words
    while (
        last < len(words)
        and words[last].segment == words[first].segment
        and sentence.text[words[last - 1].end : words[last].start] == " "
        and words[last].is_content
        and claimed[last] < _CLAIMED
        and is_noun_only(words[last].lemma)
        and not _NO_NOUN.search(words[last].text.lower())
        and words[last].text.lower() not in _ADVERBS
    ):
        last += 1
    return last


def grown(sentence: EnglishSentence, first: int, last: int, claimed: Matrix) -> list[tuple[int, int]]:
    """Return the spans that are longer than one by words beside it which nothing in the Chinese claims."""
    words = sentence.words

    def is_free(index: int) -> bool:
        word = words[index]
        return (
            word.segment == words[first].segment
            and word.is_content
            and not word.text[0].isdigit()
            and (word.is_capitalised or not is_verb_only(word.lemma))
            and bool(claimed[index] < _CLAIMED)
        )

    left = right = 0
    while right < _MOST_GROWTH and last + right < len(words) and is_free(last + right):
        right += 1
    while left < _MOST_GROWTH and first > left and is_free(first - left - 1):
        left += 1
    return [
        (first - before, last + behind)
        for before in range(left + 1)
        for behind in range(right + 1)
        if 0 < before + behind <= _MOST_GROWTH
    ]


def _may_join(words: tuple[Word, ...], first: int, index: int) -> bool:
    """Return whether a small word may join what is capitalised on both sides of it to one name.

    "And" joins only what an institution is of (Institute of Mechanical and …), not two institutions.
    """
    word, before = words[index].text, words[index - 1].text
    if word == "the":
        return before in {"of", "for"}
    if word == "and":
        inside = any(each.text in {"of", "for"} for each in words[first:index])
        return inside and before not in HEADS_OF_NAMES
    return word.lower() in {"of", "&", "for"}


def _is_head_of(words: tuple[Word, ...], index: int) -> bool:
    """Return whether "of" stands here after a kind of institution ("Ministry of")."""
    return index > 0 and words[index].text in {"of", "for"} and words[index - 1].text in HEADS_OF_NAMES
