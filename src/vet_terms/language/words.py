"""Chinese words: where one ends and the next begins, and how common each is in general text.

The words are jieba's. Its dictionary is read straight from its package: the cache file that it would
leave in the shared temporary folder (and read back from there) is never made. Parts of speech and
names are not known here; see :mod:`vet_terms.language.tagging`.
"""

from __future__ import annotations

import functools
from typing import Any


def words(text: str) -> list[str]:
    """Return the text cut into words; joined again they are the text, spaces and marks included."""
    return list(_tokenizer().cut(text)) if text else []


def general_frequency(word: str) -> int:
    """Return how often a word was met in the general corpus behind jieba's dictionary; 0 if never."""
    return int(_tokenizer().FREQ.get(word) or 0)


@functools.cache
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    # What Tokenizer.initialize() does, without its cache file.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
