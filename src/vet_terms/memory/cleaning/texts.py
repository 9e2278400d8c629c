"""What is seen of the two texts of a unit alone: nothing there, no translation, another language, a rest.

Each function returns what is wrong in a sentence, or nothing. Names, numbers and codes may be the same in
both languages, and a Chinese text may be nothing else: a Chinese side in Latin letters is told from them by
its words, which English writes in lower case.
"""

from __future__ import annotations

import re

from vet_terms.language.lexicon import is_general_english
from vet_terms.language.scripts import (
    BRACKETED,
    HAN,
    HAN_CHARACTER,
    LATIN_WORD,
    comparable,
    count_han,
    count_latin_words,
)

_CODE = re.compile(r"\S*(?:://|www\.|[_\\@<>{}=]|\w[./]\w)\S*")
"""Addresses, file names, variables, formulas."""
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_OTHER_SCRIPTS = re.compile("[\u0370-\u1fff\u2c00-\u2dff\ua640-\ua69f\uac00-\ud7af]")
"""Letters of neither language: Greek, Cyrillic, Hebrew, Arabic, those of India and further east, Hangul."""
_KANA_IN_JAPANESE = 0.15
"""The share of kana among kana and characters from which a text is Japanese; Chinese signs have a の too."""
_CHARACTERS_A_WORD = 3
"""So many Chinese characters to a Latin word are Chinese; with fewer, a part of the English is missing."""
_LEFT = re.compile(rf"[{HAN}][{HAN}，。、；：·\s\d]*")


def nothing_on_one_side(zh: str, en: str) -> str:
    """Say which side has no word and no number while the other has; where neither has text, both."""
    worded = {"Chinese": _has_word(zh), "English": _has_word(en)}
    if worded["Chinese"] != worded["English"]:
        side = "Chinese" if worded["English"] else "English"
        text = zh if side == "Chinese" else en
        return f"The {side} side is empty." if not text.strip() else f"The {side} side has no word."
    return "" if zh.strip() or en.strip() else "Both sides are empty."


def same_on_both_sides(zh: str, en: str) -> str:
    """Say that both sides are one text (script, case, width and spaces aside) that should be translated."""
    if _without_spaces(zh) != _without_spaces(en):
        return ""
    if HAN_CHARACTER.search(zh):
        return "Both sides are the same Chinese text."
    return "Both sides are the same English text." if _reads_as_english(en) else ""


def other_language(zh: str, en: str) -> str:
    """Say that a side is not in its language."""
    if _is_mostly_chinese(en):
        swapped = not HAN_CHARACTER.search(zh) and LATIN_WORD.search(zh)
        return "The two sides are exchanged." if swapped else "The English side is Chinese."
    for side, text in (("Chinese", zh), ("English", en)):
        if _is_mostly_of_other_scripts(text):
            return f"The {side} side is in another language."
    return "" if HAN_CHARACTER.search(zh) or not _reads_as_english(zh) else "The Chinese side is English."


def chinese_left(zh: str, en: str) -> str:
    """Say what of the Chinese side stands in the English one, outside brackets and addresses."""
    if not HAN_CHARACTER.search(en):
        return ""
    source = _without_spaces(zh)
    for run in _LEFT.finditer(_CODE.sub(" ", BRACKETED.sub(" ", en))):
        left = run.group().strip("，。、；：· \t\n0123456789")
        if _without_spaces(left) in source:
            return f"Chinese is left in the English: {left}"
    return ""


def _without_spaces(text: str) -> str:
    return comparable(text).replace(" ", "")


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _is_mostly_chinese(text: str) -> bool:
    """Say whether a text is Chinese rather than English with Chinese words; brackets are looked at last."""
    outside = BRACKETED.sub(" ", text)
    told_by = outside if count_han(outside) or count_latin_words(outside) else text
    return count_han(told_by) > _CHARACTERS_A_WORD * count_latin_words(told_by)


def _is_mostly_of_other_scripts(text: str) -> bool:
    kana, han = len(_KANA.findall(text)), count_han(text)
    if kana > 1 and kana >= _KANA_IN_JAPANESE * (kana + han):
        return True
    letters = sum(char.isalpha() for char in text)
    return 2 * len(_OTHER_SCRIPTS.findall(text)) > letters > 1


def _reads_as_english(text: str) -> bool:
    """Say whether a text in Latin letters is English rather than a name, a title of a product or a code.

    Of two words and more half must be general English in lower case, or of four and more three quarters
    general English, one of them in lower case.
    """
    words = [word for word in LATIN_WORD.findall(_CODE.sub(" ", text)) if len(word) > 1]
    general = [word for word in words if is_general_english(word)]
    lower = sum(word.islower() for word in general)
    return len(words) > 1 and (
        2 * lower >= len(words) or (len(words) > 3 and lower > 0 and 4 * len(general) >= 3 * len(words))
    )
