"""Plain text to a Document: slide dumps, page dumps, web articles, running text.

The line ends of a dump are undone and each paragraph gets its role; the words are left as they
are, apart from the spaces that a justified line leaves between Chinese characters and digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from vet_terms.documents.encoding import decode
from vet_terms.documents.furniture import WEB_ADDRESS, furniture_reason, split_byline
from vet_terms.documents.line_ends import style_of
from vet_terms.documents.lines import Line, pages
from vet_terms.documents.page_breaks import joined_across_pages
from vet_terms.documents.paragraphs import (
    BOX_GAP,
    CAPTION_START,
    Paragraph,
    paragraphs,
)
from vet_terms.documents.recurring import page_counts, with_recurring_marked
from vet_terms.language.divisions import division_of
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import HAN, comparable, count_han, count_latin_words, script_of
from vet_terms.language.sentences import ends_sentence, split_sentences
from vet_terms.model import Block, Document, Dropped, Language, Place, Role

LONGEST_HEADING = {"zh": 40, "en": 24}
"""Characters (zh) or words (en) beyond which a text without an end mark is no heading or caption."""

_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
)
_SPACES = str.maketrans(
    {"\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\v": " "}
)
_PUNCTUATION_SPACE = re.compile(
    rf"(?<=[{HAN}\d”’）》】]) +(?=[，。、；：！？”’（）《》【】])"
    rf"|(?<=[，。、；：！？）》】]) +(?=[{HAN}“‘（《【\d])"
    r"|(?<=[“‘（《【]) +"
)
_DIGIT_SPACE = re.compile(rf"(?<=[{HAN}]) +(?=\d)|(?<=\d) +(?=[{HAN}])")
_ITEM = re.compile(r"\d|[•●■◆▪▶★◇○□‣➢✓·*–-]")
_LIST_GOES_ON = re.compile(r"[;；](?:\s*(?:and|or|以及|或者))?$|[,，]\s*(?:and|or)$", re.IGNORECASE)
"""How an item ends in running text that is set as a list."""

_LEADING_NUMBER = re.compile(r"^\d+ +")


def read_plain_text(data: bytes, name: str, encoding: str = "") -> Document:
    """Return the document in a text file's bytes. Raises InputError for what is no text."""
    text, used = decode(data, name, encoding)
    return document_of_text(text, name, used)


def document_of_text(text: str, name: str, encoding: str = "utf-8") -> Document:
    """Return the document in a text, with blocks in the order of the text."""
    cleaned = text.translate(_INVISIBLE).translate(_SPACES)
    script = script_of(cleaned)
    sheets = with_recurring_marked(pages(cleaned))
    counts = page_counts(sheets)
    style = style_of(sheets)
    digits_spaced = _spaces_beside_digits_are_style(cleaned)
    dropped: list[Dropped] = []
    places = [Place(name, page=number if len(sheets) > 1 else 0) for number in range(1, len(sheets) + 1)]
    texts: list[list[Paragraph]] = []
    for sheet, place in zip(sheets, places, strict=True):
        kept, gone = _without_furniture(sheet, counts, place)
        found, wordless = paragraphs(kept, style)
        dropped += gone
        dropped += [Dropped(line.text, "no words", replace(place, line=line.number)) for line in wordless]
        texts.append(found)
    blocks: list[Block] = []
    for page, place in zip(joined_across_pages(texts), places, strict=True):
        here: list[Block] = []
        for paragraph in page:
            here += _blocks(paragraph, place, len(here), paged=len(sheets) > 1, digits_spaced=digits_spaced)
        blocks += here
    return Document(
        name=name,
        blocks=tuple(_with_headings(blocks)),
        dropped=tuple(dropped),
        encoding=encoding,
        script=script,
        notes=(*_encoding_notes(encoding), *_breaks(blocks)),
    )


def _encoding_notes(encoding: str) -> list[str]:
    if encoding == "utf-8 (damaged)":
        return ["a few bytes are not UTF-8 and are shown as \ufffd"]
    return [] if encoding.startswith("utf-8") else [f"read as {encoding}"]


def _breaks(blocks: Sequence[Block]) -> list[str]:
    """Return a remark for each long Chinese paragraph that stops without an end mark."""
    return [
        f"line {block.place.line}: the text breaks off at “…{block.text[-8:]}”"
        for block in blocks
        if block.language == "zh" and block.role == "body" and re.search(rf"[{HAN}，、]$", block.text)
        if count_han(block.text) > 2 * LONGEST_HEADING["zh"]
    ]


def _without_furniture(
    sheet: Sequence[Line], counts: Collection[str], place: Place
) -> tuple[list[Line], list[Dropped]]:
    kept: list[Line] = []
    dropped: list[Dropped] = []
    parted = False
    for line in sheet:
        if line.text in counts:
            reason = "page number"
        elif line.recurring and WEB_ADDRESS.match(line.text):
            reason = "address of the site"
        else:
            reason = furniture_reason(line.text)
        if reason:
            dropped.append(Dropped(line.text, reason, replace(place, line=line.number)))
            # A page number may stand in the middle of a sentence; anything else is a boundary.
            parted = parted or reason != "page number"
        else:
            kept.append(replace(line, gap=max(line.gap, BOX_GAP)) if parted else line)
            parted = False
    return kept, dropped


def _blocks(
    paragraph: Paragraph, place: Place, start: int, *, paged: bool, digits_spaced: bool
) -> Iterable[Block]:
    here = replace(place, line=paragraph.line)
    for text, role in _parts(paragraph, paged=paged):
        start += 1
        yield Block(
            text=tidy(text, paragraph.language, digits_spaced=digits_spaced),
            language=paragraph.language,
            role=role,
            place=replace(here, block=start),
        )


def _parts(paragraph: Paragraph, *, paged: bool) -> list[tuple[str, Role]]:
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
    size = count_han(text) if language == "zh" else count_latin_words(text)
    if _LIST_GOES_ON.search(text):
        return True
    is_item = bool(_ITEM.match(split_mark(text)[0]))
    return is_item or text.endswith(("：", ":")) or ends_sentence(text) or size > LONGEST_HEADING[language]


def _with_headings(blocks: Sequence[Block]) -> list[Block]:
    """Tell headings: an enumerated or repeated short text, or one without an end mark in a text
    that has no slides.
    """
    pages_of: Counter[str] = Counter()
    for text, _page in {(comparable(block.text), block.place.page) for block in blocks}:
        pages_of[text] += 1
    paged = any(block.place.page for block in blocks)
    return [replace(block, role=_role(block, pages_of[comparable(block.text)], paged)) for block in blocks]


def _role(block: Block, pages_with_it: int, paged: bool) -> Role:
    if block.role in {"byline", "heading", "cell"}:
        return block.role
    if CAPTION_START.match(block.text) and len(split_sentences(block.text, block.language)) == 1:
        return "caption"
    size = count_han(block.text) if block.language == "zh" else count_latin_words(block.text)
    short = size <= LONGEST_HEADING[block.language]
    mark = split_mark(block.text)[0].strip()
    if division_of(block.text) and short and not ends_sentence(block.text):
        return "heading"
    titled = bool(mark) and not _ITEM.match(mark) and not _LIST_GOES_ON.search(block.text)
    titled = titled and len(split_sentences(block.text, block.language)) == 1
    if short and (pages_with_it > 1 or (titled and (paged or not ends_sentence(block.text)))):
        return "heading"
    if block.role == "caption" and (block.place.page == 1 or not paged) and not ends_sentence(block.text):
        return "heading"
    return block.role


def tidy(text: str, language: Language, *, digits_spaced: bool) -> str:
    """Return a text without the spaces that only a layout puts: runs of them, and in Chinese those
    beside punctuation and (unless it is the document's style) beside digits.
    """
    text = re.sub(r"\s+", " ", text).strip()
    if language == "en":
        return text
    text = _PUNCTUATION_SPACE.sub("", text)
    mark, rest = split_mark(text)
    if mark and re.search(r"[）)、．.]\s*$", mark):
        text = mark.rstrip() + rest
    number = _LEADING_NUMBER.match(text)
    lead = number.group() if number else ""
    return text if digits_spaced else lead + _DIGIT_SPACE.sub("", text[len(lead) :])


def _spaces_beside_digits_are_style(text: str) -> bool:
    """Say whether a text sets a space between characters and digits as a rule, not by chance."""
    spaced = len(re.findall(rf"[{HAN}] \d|\d [{HAN}]", text))
    tight = len(re.findall(rf"[{HAN}]\d|\d[{HAN}]", text))
    return spaced > 4 * tight and spaced >= 3
