"""A document's blocks to segments: one sentence or clause of one language each, with its place."""

from __future__ import annotations

from vet_terms.language.marks import split_mark
from vet_terms.language.sentences import split_sentences
from vet_terms.model import Block, Document, Segment


def segments(document: Document) -> tuple[Segment, ...]:
    """Return the segments of a document in reading order; together they hold all text of its blocks."""
    return tuple(segment for block in document.blocks for segment in block_segments(block))


def block_segments(block: Block) -> list[Segment]:
    """Return the segments of one block. Headings and by-lines are one segment each."""
    whole = block.role in {"heading", "byline"}
    parts = [block.text] if whole else split_sentences(block.text, block.language)
    result: list[Segment] = []
    for part in parts:
        mark, text = split_mark(part)
        result.append(Segment(text, block.language, block.role, block.place, mark))
    return result
