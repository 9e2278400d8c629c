"""The bar that a pair must pass to be an entry.

Precision comes first: a row that a reader finds silly costs the trust in all others. The bar differs
by how the Chinese was found, since a quotation or a name is known to be a unit and a compound is only
likely to be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vet_terms.glossary.extraction import english
from vet_terms.glossary.extraction.field import TERMS
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.typing import is_named_event
from vet_terms.glossary.extraction.vocabulary import CEREMONIES
from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.lexicon import (
    content_lemmas,
    english_lemma,
    english_words,
    is_general_english,
    is_known,
    is_verb_only,
    meanings,
    same_stem,
)
from vet_terms.language.name_words import is_transliterated
from vet_terms.language.tables import listed
from vet_terms.language.tagging import tagged
from vet_terms.language.words import general_frequency, words

_SHORT = 4
_DEMONYM = ("an", "ese", "ish", "ch", "ic", "i")
_ADJECTIVE = re.compile(r"(?:ial|nal|ral|cal|ual|ic|tive|sive|ous|[^ip]ly)$")
_NO_NOUN_ENDS = frozenset(listed("itself himself herself themselves before after again together"))
_NOUNS_IN_ING = frozenset(
    listed(
        """
    training learning teaching engineering manufacturing schooling building planning funding banking
    accounting marketing farming mining processing programming nursing housing shipping meeting hearing
    monitoring cooking grooming breeding computing drawing painting writing reading casting forging milling
    cutting sewing weaving dyeing ranking rating modeling modelling mapping outsourcing consulting financing
    networking lighting cleaning parenting fundraising sequencing scheduling branding publishing broadcasting
    testing printing packaging tutoring counseling counselling welding machining recycling upbringing
    """
    )
)
_LIGHT_VERBS = frozenset(
    listed(
        """
    go come do make take give get have be let put bring carry conduct hold promote strengthen improve enhance
    implement achieve realize realise become include continue provide enable help use explore deepen adhere
    """
    )
)
_ADJECTIVAL_NOUNS = frozenset(
    listed(
        """
    professional potential material signal journal hospital festival terminal manual criminal official
    approval referral renewal individual capital medical music topic clinic traffic public republic academic
    critic logic fabric initiative objective executive directive perspective alternative motive incentive
    family assembly anomaly monopoly native relative representative detective locomotive narrative archive
    """
    )
)
# Prepositions at which two terms may meet; "of" mostly stands inside one.
LOOSE = re.compile(r" (?:for|between|with|on|to|from|by) ")
# A capital inside is a name's (the "Zheng He Plan").
_SPOKEN = re.compile(r"^(?:We|You|He|She|They|It|There)\b|\b(?:I|we|you|he|she|they|it|there)\b")


def is_sure(pair: Pair) -> bool:
    """Return whether a pair is above the bar for its kind."""
    if pair.zh.kind:
        return _is_sure_name(pair)
    if pair.zh.origin in {"quote", "book", "formula"}:
        if _SPOKEN.search(pair.en):
            return False
        if "facing" in pair.evidence and pair.likeness >= 0.25:
            return True
        if "quotes" in pair.evidence:
            return pair.likeness >= 0.35 and pair.score >= 0.5
        if pair.zh.origin == "formula" and " " not in pair.en:
            # A formula says more than one word does (走出去 is not "go").
            return False
        return pair.score >= 0.66 and pair.zh_coverage >= 0.6 and pair.en_coverage >= 0.6
    if is_named_event(pair.zh) and english.is_title(pair.en):
        return pair.score >= 0.6 and pair.zh_coverage >= 0.6 and pair.head >= 0.5
    # Where every word has its partner, the vectors of the whole weigh less.
    full = pair.weakest >= 0.75 and pair.zh_coverage >= 0.9 and pair.en_coverage >= 0.9
    alike = pair.likeness >= (0.65 if pair.zh.text in TERMS else 0.8)
    said = pair.score >= _bar(pair.zh.text) and pair.zh_coverage >= 0.68
    if alike and not said:
        # The vectors of the whole make up for words that the dictionary does not know.
        said = pair.score >= 0.7 and min(pair.zh_coverage, pair.en_coverage) >= 0.55
    return (
        said
        and pair.weakest >= 0.25
        and pair.head >= 0.2
        and pair.likeness >= (0.4 if full else 0.5)
        and not _is_light(pair.en)
        and not _says_what_is_done(pair.en)
        and not _is_action(pair)
        and not _ends_in_no_noun(pair)
        and not _joins_more(pair)
        # Two words that English holds apart (countries for training) are no term.
        and not (len(pair.zh.text) <= _SHORT and LOOSE.search(pair.en))
    )


def _bar(zh: str) -> float:
    """Return the least score: a word of the dictionary, or a ceremony, needs less proof that it is one."""
    if zh.endswith(CEREMONIES):
        return 0.66
    return 0.74 if is_word(zh) else 0.8


def _is_sure_name(pair: Pair) -> bool:
    if not re.search(r"[A-Z]", pair.en):
        # An office without its place (市政府) is a common noun in English.
        exact = min(pair.zh_coverage, pair.en_coverage) >= 0.9 and pair.weakest >= 0.5
        return pair.zh.kind == "organisation" and exact and pair.score >= 0.85
    if pair.zh.kind == "place":
        return pair.score >= 0.75 and min(pair.zh_coverage, pair.en_coverage) >= 0.6 and _is_noun_for(pair)
    if pair.zh.kind == "person":
        if is_transliterated(pair.zh.text) and not is_general_english(pair.en):
            return pair.score >= 0.75 and pair.en[0].isupper()
        return "pinyin" in pair.evidence and pair.score >= 0.7 and " " in pair.en
    if "pinyin" in pair.evidence and " " in pair.en and pair.score >= 0.55:
        return pair.en[0].isupper() and pair.zh_coverage >= 0.38 and pair.likeness >= 0.55
    bar = 0.62 if pair.likeness >= 0.6 else 0.68
    return pair.en[0].isupper() and pair.score >= bar and pair.zh_coverage >= 0.55 and pair.likeness >= 0.25


def _is_noun_for(pair: Pair) -> bool:
    """Return whether the English is the place and not what comes from it (欧洲 is Europe, not European)."""
    known = meanings(pair.zh.text)
    lemmas = content_lemmas(pair.en)
    if lemmas == ["sino"] or (len(lemmas) == 1 and _is_demonym(lemmas[0], known)):
        return False
    return not known or "pinyin" in pair.evidence or any(lemma in known for lemma in content_lemmas(pair.en))


def _says_what_is_done(en: str) -> bool:
    """Return whether the English has a verb in it that does something ("endangers public security")."""
    return any(
        word.islower() and not word.endswith(("ing", "ed", "en")) and is_verb_only(english_lemma(word))
        for word in english_words(en)[:-1]
    )


def _is_light(en: str) -> bool:
    """Return whether the English is one verb that says hardly anything."""
    return " " not in en and english_lemma(en) in _LIGHT_VERBS


def _is_demonym(lemma: str, known: Iterable[str]) -> bool:
    """Return whether a word is what comes from a place, beside the place among what the Chinese can mean."""
    return lemma.endswith(_DEMONYM) and any(
        same_stem(lemma, other) and not other.endswith(_DEMONYM) for other in known if other != lemma
    )


def _is_action(pair: Pair) -> bool:
    """Return whether the English begins with what was done, where the Chinese ends in it (appraised …)."""
    first = pair.en.split()[0]
    last = tagged(pair.zh.text)[-1].text
    return len(last) < len(pair.zh.text) and first.endswith("ed") and english_lemma(first) in meanings(last)


def _joins_more(pair: Pair) -> bool:
    """Return whether the English joins by "and" what the Chinese, with fewer words, does not say."""
    said = sum(len(ABBREVIATED.get(word, (word,))) for word in words(pair.zh.text))
    return " and " in pair.en and len(content_lemmas(pair.en)) > said


def _ends_in_no_noun(pair: Pair) -> bool:
    """Return whether the English ends in no noun, where the Chinese names a thing (国际化, 柳州产业)."""
    last = pair.en.lower().split()[-1]
    if len(pair.zh.text) <= 4 and pair.zh.text.endswith("化") and last.endswith(("al", "ed", "ive", "ic")):
        return True
    if last in _NO_NOUN_ENDS or (last.endswith("ed") and "-" not in pair.en and not is_known(pair.zh.text)):
        return True
    if last.endswith("ing") and last not in _NOUNS_IN_ING and not is_known(pair.zh.text):
        return True
    return bool(_ADJECTIVE.search(last)) and last not in _ADJECTIVAL_NOUNS


def is_word(text: str) -> bool:
    """Return whether a Chinese text is a word of the dictionary, of general text or of the trade."""
    return is_known(text) or general_frequency(text) > 0 or text in TERMS
