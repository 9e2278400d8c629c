"""Documents to translation units: the entry to this folder.

A bilingual document is aligned by the stretches of its layout; two documents as one stretch. What has no
partner is kept and reported, never forced onto a neighbour.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from vet_terms.alignment.beads import Bead
from vet_terms.alignment.crossing import with_labels_exchanged, with_reunited
from vet_terms.alignment.evidence import stretches_of, tier_of
from vet_terms.alignment.groups import Group
from vet_terms.alignment.layouts import stretches
from vet_terms.alignment.likeness import JOINED_UP_TO, texts_to_embed
from vet_terms.alignment.model import solved
from vet_terms.alignment.result import Alignment, Options, Row
from vet_terms.alignment.soundness import sound
from vet_terms.alignment.tokens import terms_of
from vet_terms.alignment.units import merge_repeated, unit_of
from vet_terms.alignment.weights import weights_of
from vet_terms.errors import UsageError
from vet_terms.language.segmentation import segments
from vet_terms.language.vectors import embed, encoder_name, is_available
from vet_terms.model import Document
from vet_terms.progress import Progress, silent
from vet_terms.signature import signature

ALIGNER = "crf-3"
"""The name of the model in signatures; it changes with the results."""

DEFAULTS = Options()

_EMBEDDED_AT_ONCE = 1024


def align_document(document: Document, options: Options = DEFAULTS, progress: Progress = silent) -> Alignment:
    """Return the pairs inside one bilingual document.

    Raises UsageError where it holds only one language, or texts that do not look like translations of
    each other.
    """
    found = segments(document)
    languages = {segment.language for segment in found}
    if languages != {"zh", "en"}:
        only = {"zh": "Chinese", "en": "English"}.get("".join(sorted(languages)), "no Chinese or English")
        raise UsageError(
            f"{document.name}: has only {only} text, so there is nothing to pair; "
            "give a bilingual file, or a Chinese and an English file together"
        )
    layout, groups = stretches(found, options.layout)
    return sound(_aligned(groups, layout, options, progress), document.name, force=options.force)


def align_documents(
    first: Document, second: Document, options: Options = DEFAULTS, progress: Progress = silent
) -> Alignment:
    """Return the pairs between a Chinese and an English document, given in either order.

    Raises UsageError where the two are not one of each, or do not look like translations of each other, or
    where a layout is forced, which only one file has.
    """
    sides = {_main_language(document): document for document in (first, second)}
    if sides.keys() != {"zh", "en"}:
        raise UsageError(
            f"{first.name} and {second.name}: one must be Chinese and the other English; "
            f"both look {'Chinese' if 'zh' in sides else 'English'}"
        )
    if options.layout:
        raise UsageError(f"--layout {options.layout}: is for one bilingual file, and these are two")
    zh = tuple(segment for segment in segments(sides["zh"]) if segment.language == "zh")
    en = tuple(segment for segment in segments(sides["en"]) if segment.language == "en")
    alignment = _aligned([Group(zh, en, one_file=False)], "two files", options, progress)
    return sound(alignment, f"{first.name} and {second.name}", force=options.force)


def alignment_signature(options: Options = DEFAULTS) -> str:
    """Return the signature of what this aligner makes on this machine with some options.

    A layout is named where it was forced, and a glossary by its size and a digest of what it says.
    """
    settings = {"aligner": ALIGNER, "encoder": encoder_name() if options.vectors else "none"}
    if options.layout:
        settings["layout"] = options.layout
    if options.glossary:
        said = ascii(sorted((zh, sorted(forms)) for zh, forms in options.glossary.items()))
        digest = hashlib.sha256(said.encode("ascii")).hexdigest()[:8]
        settings["glossary"] = f"{len(options.glossary)}-{digest}"
    return signature(**settings)


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


def _aligned(found: Sequence[Group], layout: str, options: Options, progress: Progress) -> Alignment:
    beads = beads_of_groups(found, options, progress)
    rows = [
        row_of(bead, group)
        for group, of_group in zip(found, beads, strict=True)
        for bead in in_place(of_group)
    ]
    return alignment_of(rows, layout, alignment_signature(options))


def alignment_of(rows: Sequence[Row], layout: str, made_by: str, notes: Sequence[str] = ()) -> Alignment:
    """Return the alignment that some rows make: units of the pairs, and what stayed alone."""
    return Alignment(
        rows=tuple(rows),
        units=merge_repeated([unit_of(row) for row in rows if row.pairs]),
        zh_only=tuple(segment for row in rows if not row.en for segment in row.zh),
        en_only=tuple(segment for row in rows if not row.zh for segment in row.en),
        layout=layout,
        signature=made_by,
        notes=tuple(notes),
    )


def row_of(bead: Bead, group: Group) -> Row:
    """Return the segments of a bead."""
    return Row(
        group.zh[bead.zh_start : bead.zh_start + bead.zh_count],
        group.en[bead.en_start : bead.en_start + bead.en_count],
        bead.score,
    )


def in_place(beads: Iterable[Bead]) -> list[Bead]:
    """Return beads in the order of the Chinese, lone English behind the English that precedes it."""
    pairs_and_zh = sorted(bead for bead in beads if bead.zh_count)
    alone = sorted((bead for bead in beads if not bead.zh_count), key=lambda bead: bead.en_start)
    after: dict[int, int] = {}
    for position, bead in enumerate(pairs_and_zh):
        for index in range(bead.en_start, bead.en_start + bead.en_count):
            after[index] = position
    behind: dict[int, list[Bead]] = {}
    position = -1
    last = -1
    for bead in alone:
        for index in range(last + 1, bead.en_start):
            position = after.get(index, position)
        last = bead.en_start
        behind.setdefault(position, []).append(bead)
    result = list(behind.get(-1, []))
    for index, bead in enumerate(pairs_and_zh):
        result += [bead, *behind.get(index, [])]
    return result


def beads_of(group: Group, options: Options = DEFAULTS) -> list[Bead]:
    """Return the beads of one stretch: every segment of both sides in exactly one of them."""
    return beads_of_groups([group], options)[0]


def beads_of_groups(
    groups: Sequence[Group], options: Options = DEFAULTS, progress: Progress = silent
) -> list[list[Bead]]:
    """Return the beads of a document's stretches, each with the probability that it is right."""
    both = [group for group in groups if group.zh and group.en]
    tier = tier_of(groups, vectors=options.vectors and is_available())
    if tier != "words":
        _embed_all(both, JOINED_UP_TO if tier == "joined" else 1, progress)
    found = iter(
        solved(stretches_of(both, tier, terms_of(options.glossary)), weights_of(tier)) if both else ()
    )
    result: list[list[Bead]] = []
    for group in groups:
        if group.zh and group.en:
            one = next(found)
            result.append(with_reunited(with_labels_exchanged(one.beads, group, one), group, one))
        else:
            result.append(_all_alone(group))
    return result


def _all_alone(group: Group) -> list[Bead]:
    zh = [Bead(i, 1, 0, 0, 1.0) for i in range(len(group.zh))]
    return zh + [Bead(0, 0, j, 1, 1.0) for j in range(len(group.en))]


def _embed_all(groups: Sequence[Group], longest: int, progress: Progress) -> None:
    """Encode every distinct text of a document, the shortest first, while a person is shown how far it is."""
    sides = [side for group in groups for side in (group.zh, group.en)]
    texts = sorted(set(texts_to_embed(sides, longest)), key=lambda text: (len(text), text))
    for start in progress(range(0, len(texts), _EMBEDDED_AT_ONCE), "Reading"):
        embed(texts[start : start + _EMBEDDED_AT_ONCE])
