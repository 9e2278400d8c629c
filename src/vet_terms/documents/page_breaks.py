"""Sentences that a page break cut, made whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vet_terms.documents.joins import join
from vet_terms.documents.line_ends import PROSE_MARK
from vet_terms.documents.paragraphs import CHINESE_GOES_ON, LONGEST_PARAGRAPH, Paragraph
from vet_terms.language.marks import split_mark
from vet_terms.language.sentences import ends_sentence
from vet_terms.language.wordbreaks import cuts_chinese_word


def joined_across_pages(pages: Sequence[Sequence[Paragraph]]) -> list[list[Paragraph]]:
    """Return the pages with sentences whole again that a page break cut; they stay on the first page.

    Only words that cannot stand apart are joined: the layout tells nothing across a page break.
    Running heads and feet between them are passed over.
    """
    result = [list(page) for page in pages]
    open_page, open_index = -1, -1
    for number, page in enumerate(result):
        first = next((index for index, each in enumerate(page) if not each.recurring), None)
        if first is None:
            continue
        if open_page >= 0 and _runs_on(result[open_page][open_index], page[first]):
            left, right = result[open_page][open_index], page.pop(first)
            text = join(left.text, right.text, left.language, continued=False)
            result[open_page][open_index] = replace(left, text=text, lines=left.lines + right.lines)
        last = next((index for index in reversed(range(len(page))) if not page[index].recurring), None)
        if last is not None:
            open_page, open_index = number, last
    return result


def _runs_on(left: Paragraph, right: Paragraph) -> bool:
    if left.language != right.language or left.kind != "text" or right.kind != "text":
        return False
    if ends_sentence(left.text) or split_mark(right.text)[0]:
        return False
    if len(left.text) > LONGEST_PARAGRAPH or not PROSE_MARK.search(right.text):
        return False
    if left.language == "en":
        return left.lines > 1 and right.text[:1].islower()
    cut = cuts_chinese_word(left.text, right.text) or bool(CHINESE_GOES_ON.search(left.text))
    return cut and bool(PROSE_MARK.search(left.text))
