import os
import subprocess
import sys

import pytest

from vet_terms.language.lexicon import (
    content_lemmas,
    english_lemma,
    glosses,
    is_general_english,
    is_known,
    is_proper_noun,
    meanings,
    phrases,
    same_stem,
)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("东盟", "asean"),
        ("职业", "vocational"),
        ("院校", "college"),
        ("中职", "secondary"),
        ("高职", "higher"),
        ("双轨", "dual"),
        ("一带一路", "belt"),
        ("市委", "municipal"),
    ],
)
def test_meanings_hold(zh: str, en: str) -> None:
    assert 0 < meanings(zh).get(en, 0) <= 1


def test_the_dictionary_reads_the_same_in_a_locale_without_chinese() -> None:
    program = "from vet_terms.language.lexicon import phrases; print(ascii(phrases('\\u5b66\\u6821')))"
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.strip() == ascii(phrases("学校"))


def test_glosses_of_all_entries_of_a_word_are_found_each_by_itself() -> None:
    found = glosses("行")
    # Of háng and of xíng, which are two entries.
    assert {"row", "commercial firm", "to walk", "capable", "competent"} <= set(found)
    assert not any("/" in gloss or ";" in gloss or gloss != gloss.strip() for gloss in found)
    assert glosses("卡坦尼") == ()


def test_unknown_words_mean_nothing() -> None:
    assert dict(meanings("卡坦尼")) == {}


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Colleges", "college"),
        ("studies", "study"),
        ("China's", "china"),
        ("bases", "base"),
        ("analysis", "analysis"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert english_lemma(word) == lemma


def test_small_words_are_no_content() -> None:
    assert content_lemmas("the Ministry of Education") == ["ministry", "education"]


def test_phrases_keep_small_words() -> None:
    assert ("belt", "and", "road", "initiative") in phrases("一带一路")


def test_names_and_words() -> None:
    assert is_proper_noun("柳州")
    assert not is_proper_noun("国际化")
    assert is_known("轨道交通")
    assert is_general_english("standard")
    assert not is_general_english("Chinese")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("indonesia", "indonesian", True),
        ("industry", "industrial", True),
        ("integrate", "integration", True),
        ("train", "transit", False),
        ("college", "collection", False),
        ("education", "education", True),
    ],
)
def test_derivations_share_a_stem(left: str, right: str, same: bool) -> None:
    assert same_stem(left, right) is same
    assert same_stem(right, left) is same
