"""What a block is on its page: heading, body, caption, by-line, cell. Told by its words and its company.

What a format says of a block (a title, a cell, a note) is not doubted here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from vet_terms.documents.text.furniture import split_byline
from vet_terms.documents.text.paragraphs import CAPTION_START, Paragraph
from vet_terms.language.divisions import division_of
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import HAN, comparable, count_han, count_latin_words
from vet_terms.language.sentences import ends_sentence, split_sentences
from vet_terms.model import Block, Language, Role

LONGEST_HEADING = {"zh": 40, "en": 24}
"""Characters (zh) or words (en) beyond which a text without an end mark is no heading or caption."""

_LONGEST_REPEATED = 400
"""Characters of a block beyond which it is not asked whether other pages have it too: it is no heading."""

_TOLD = frozenset({"byline", "heading", "cell", "note"})
"""Roles that are not doubted."""

_ITEM = re.compile(r"\d|[•●■◆▪▶★◇○□‣➢✓·*–-]")
_ENDS_INSIDE = re.compile(r"[。！？!?；;：:…]|\.(?=\s|\W)")
"""Without one of these, nothing inside a text can end a sentence."""

_LIST_GOES_ON = re.compile(r"[;；](?:\s*(?:and|or|以及|或者))?$|[,，]\s*(?:and|or)$", re.IGNORECASE)
"""How an item ends in running text that is set as a list."""


def parts_with_roles(paragraph: Paragraph, *, paged: bool) -> list[tuple[str, Role]]:
    """Return the texts of a paragraph, each with its role: a by-line and captions in a row are parted."""
    if paragraph.kind in {"heading", "cell"}:
        return [(paragraph.text, paragraph.kind)]
    text, byline = split_byline(paragraph.text)
    parts: list[tuple[str, Role]] = []
    captions = _captions_in_a_row(paragraph) if text and not paged else []
    if captions:
        parts += [(caption, "caption") for caption in captions]
    elif text:
        parts.append((text, "body" if _is_prose(text, paragraph.language) else "caption"))
    if byline:
        parts.append((byline, "byline"))
    return parts


def _captions_in_a_row(paragraph: Paragraph) -> list[str]:
    """Return the captions of pictures side by side, which a page dump puts on one line."""
    if (
        paragraph.language != "zh"
        or paragraph.lines > 1
        or not re.search(rf"[。！？] +[{HAN}\d]", paragraph.text)
    ):
        return []
    return split_sentences(paragraph.text, "zh")


def _is_prose(text: str, language: Language) -> bool:
    if ends_sentence(text) or text.endswith(("：", ":")) or _LIST_GOES_ON.search(text):
        return True
    return _ITEM.match(split_mark(text)[0]) is not None or not _is_short(text, language)


def _is_short(text: str, language: Language) -> bool:
    size = count_han(text) if language == "zh" else count_latin_words(text)
    return size <= LONGEST_HEADING[language]


def with_headings(blocks: Sequence[Block], captions: Container[int] = ()) -> Sequence[Block]:
    """Tell headings: an enumerated or repeated short text, or one without an end mark in a text
    that has no slides. ``captions`` are the indexes of blocks that their format calls so: they stay that.
    """
    if all(block.role in _TOLD for block in blocks):
        return blocks
    paged = any(block.place.page for block in blocks)
    names = [
        comparable(block.text) if paged and len(block.text) <= _LONGEST_REPEATED else "" for block in blocks
    ]
    pages_of = Counter(
        name for name, _ in {(name, block.place.page) for name, block in zip(names, blocks, strict=True)}
    )
    return [
        block if index in captions else _told(block, _role(block, pages_of[name] if name else 1, paged))
        for index, (name, block) in enumerate(zip(names, blocks, strict=True))
    ]


def _told(block: Block, role: Role) -> Block:
    return block if role == block.role else replace(block, role=role)


def _role(block: Block, pages_with_it: int, paged: bool) -> Role:
    if block.role in _TOLD:
        return block.role
    if CAPTION_START.match(block.text) and _is_one_sentence(block):
        return "caption"
    ends = ends_sentence(block.text)
    if (ends and not paged and pages_with_it == 1) or not _is_short(block.text, block.language):
        return block.role
    if pages_with_it > 1 or (not ends and division_of(block.text)):
        return "heading"
    if (paged or not ends) and _is_titled(block):
        return "heading"
    if block.role == "caption" and (block.place.page == 1 or not paged) and not ends:
        return "heading"
    return block.role


def _is_titled(block: Block) -> bool:
    """Say whether a short text is one sentence behind a mark that numbers a part, and no item of a list."""
    mark = split_mark(block.text)[0].strip()
    if not mark or _ITEM.match(mark) or _LIST_GOES_ON.search(block.text):
        return False
    return _is_one_sentence(block)


def _is_one_sentence(block: Block) -> bool:
    inside = split_mark(block.text)[1].rstrip()[:-1]
    return not _ENDS_INSIDE.search(inside) or len(split_sentences(block.text, block.language)) == 1
