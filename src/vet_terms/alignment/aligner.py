"""Documents to translation units: the entry to this folder.

A bilingual document is aligned slide by slide; two documents as one stretch. What has no partner is
kept and reported, never forced onto a neighbour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vet_terms.alignment.band import band_across, band_along
from vet_terms.alignment.beads import Bead, best_beads
from vet_terms.alignment.crossing import with_labels_exchanged, with_reunited
from vet_terms.alignment.evidence import Evidence, Weights, joined_texts, texts_to_embed
from vet_terms.alignment.groups import Group, groups
from vet_terms.alignment.units import merge_repeated, unit_of
from vet_terms.errors import UsageError
from vet_terms.language.segmentation import segments
from vet_terms.language.vectors import embed, encoder_name, is_available
from vet_terms.model import Document, Segment, TranslationUnit
from vet_terms.signature import signature

ALIGNER = "evidence-1"
"""The name of the model in signatures; it changes with the results."""

Progress = Callable[[Sequence[Any], str], Iterable[Any]]
"""Passes items through while a person is shown how far they are; the text says what is done."""

_EMBEDDED_AT_ONCE = 256


def silent(items: Sequence[Any], _label: str) -> Iterable[Any]:
    """Pass items through and show nothing."""
    return items


@dataclass(frozen=True, slots=True)
class Alignment:
    """Units in the order of the Chinese, what stayed alone on each side, and what made them."""

    units: tuple[TranslationUnit, ...]
    zh_only: tuple[Segment, ...]
    en_only: tuple[Segment, ...]
    signature: str


def align_document(document: Document, progress: Progress = silent) -> Alignment:
    """Return the pairs inside one bilingual document.

    Raises UsageError where it holds only one language.
    """
    found = segments(document)
    languages = {segment.language for segment in found}
    if languages != {"zh", "en"}:
        only = {"zh": "Chinese", "en": "English"}.get("".join(sorted(languages)), "no Chinese or English")
        raise UsageError(
            f"{document.name}: has only {only} text, so there is nothing to pair; "
            "give a bilingual file, or a Chinese and an English file together"
        )
    return _aligned(groups(found), progress)


def align_documents(first: Document, second: Document, progress: Progress = silent) -> Alignment:
    """Return the pairs between a Chinese and an English document, given in either order.

    Raises UsageError where the two are not one of each.
    """
    sides = {_main_language(document): document for document in (first, second)}
    if sides.keys() != {"zh", "en"}:
        raise UsageError(
            f"{first.name} and {second.name}: one must be Chinese and the other English; "
            f"both look {'Chinese' if 'zh' in sides else 'English'}"
        )
    zh = tuple(segment for segment in segments(sides["zh"]) if segment.language == "zh")
    en = tuple(segment for segment in segments(sides["en"]) if segment.language == "en")
    return _aligned([Group(zh, en)], progress)


def alignment_signature() -> str:
    """Return the signature of what this aligner makes on this machine."""
    return signature(aligner=ALIGNER, encoder=encoder_name())


def is_bilingual(document: Document) -> bool:
    """Say whether both languages have a fair share of a document's blocks."""
    zh = sum(block.language == "zh" for block in document.blocks)
    en = len(document.blocks) - zh
    return min(zh, en) >= 1 and min(zh, en) >= 0.1 * max(zh, en)


def _main_language(document: Document) -> str:
    sizes = {"zh": 0, "en": 0}
    for block in document.blocks:
        sizes[block.language] += len(block.text) * (3 if block.language == "zh" else 1)
    return max(sizes, key=lambda language: sizes[language])


def _aligned(stretches: Sequence[Group], progress: Progress) -> Alignment:
    units: list[TranslationUnit] = []
    zh_only: list[Segment] = []
    en_only: list[Segment] = []
    if is_available():
        _embed_all(stretches, progress)
    for group in progress(stretches, "Pairing"):
        beads = beads_of(group)
        paired = [bead for bead in beads if bead.pairs]
        units += [unit_of(bead, group) for bead in sorted(paired)]
        zh_only += [group.zh[bead.zh_start] for bead in beads if not bead.en_count]
        en_only += [group.en[bead.en_start] for bead in beads if not bead.zh_count]
    return Alignment(
        merge_repeated(units),
        tuple(zh_only),
        tuple(en_only),
        alignment_signature(),
    )


def _embed_all(stretches: Sequence[Group], progress: Progress) -> None:
    distinct = {text for group in stretches for text in texts_to_embed(group.zh, group.en)}
    texts = sorted(distinct, key=lambda text: (len(text), text))
    starts = range(0, len(texts), _EMBEDDED_AT_ONCE)
    for start in progress(starts, "Reading"):
        embed(texts[start : start + _EMBEDDED_AT_ONCE])


def beads_of(group: Group) -> list[Bead]:
    """Return the beads of one stretch: every segment of both sides in exactly one of them."""
    if not group.zh or not group.en:
        return [Bead(i, 1, 0, 0) for i in range(len(group.zh))] + [
            Bead(0, 0, j, 1) for j in range(len(group.en))
        ]
    with_vectors = is_available()
    if with_vectors:
        band = band_along(embed(joined_texts(group.zh, 1)), embed(joined_texts(group.en, 1)))
    else:
        band = band_across(len(group.zh), len(group.en))
    evidence = Evidence(group.zh, group.en, band, Weights(), with_vectors=with_vectors)
    beads = best_beads(len(group.zh), len(group.en), evidence.row, band)
    return with_reunited(with_labels_exchanged(beads, group, evidence, band), evidence, band)
