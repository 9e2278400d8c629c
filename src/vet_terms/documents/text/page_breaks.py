"""Sentences that a page break cut, made whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vet_terms.documents.text.joins import join
from vet_terms.documents.text.line_ends import PROSE_MARK
from vet_terms.documents.text.paragraphs import CHINESE_GOES_ON, LONGEST_PARAGRAPH, Paragraph
from vet_terms.language.marks import split_mark
from vet_terms.language.sentences import ends_sentence
from vet_terms.language.wordbreaks import cuts_chinese_word
from vet_terms.model import Language


def joined_across_pages(pages: Sequence[Sequence[Paragraph]]) -> list[list[Paragraph]]:
    """Return the pages with sentences whole again that a page break cut; they stay on the first page.

    Only words that cannot stand apart are joined: the layout tells nothing across a page break.
    Running heads and feet between them are passed over, and so are pages and columns in the other language.
    """
    result = [list(page) for page in pages]
    open_ends: dict[Language, tuple[int, int]] = {}
    for number, page in enumerate(result):
        first = next((index for index, each in enumerate(page) if not each.recurring), None)
        if first is None:
            continue
        end = open_ends.get(page[first].language)
        if end and _runs_on(result[end[0]][end[1]], page[first]):
            left, right = result[end[0]][end[1]], page.pop(first)
            text = join(left.text, right.text, left.language, continued=False)
            result[end[0]][end[1]] = replace(left, text=text, lines=left.lines + right.lines)
        for each in page:
            if not each.recurring:
                open_ends.pop(each.language, None)
        last = next((index for index in reversed(range(len(page))) if not page[index].recurring), None)
        if last is not None:
            open_ends[page[last].language] = number, last
    return result


def _runs_on(left: Paragraph, right: Paragraph) -> bool:
    if left.language != right.language or left.kind != "text" or right.kind != "text":
        return False
    if ends_sentence(left.text) or split_mark(right.text)[0]:
        return False
    if len(left.text) > LONGEST_PARAGRAPH or not PROSE_MARK.search(right.text):
        return False
    if left.language == "en":
        return (left.lines > 1 or bool(PROSE_MARK.search(left.text))) and right.text[:1].islower()
    cut = cuts_chinese_word(left.text, right.text) or bool(CHINESE_GOES_ON.search(left.text))
    return cut and bool(PROSE_MARK.search(left.text))
