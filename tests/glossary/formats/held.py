"""What of a concept a format of entries, languages and terms can hold: not the count, no added columns."""

from __future__ import annotations

import dataclasses

from vet_terms.model import Concept


def on_one_line(text: str) -> str:
    """Return the text as XML keeps it: line ends, tabs and runs of spaces are layout."""
    return " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)


def held(concept: Concept) -> Concept:
    """Return the concept as it has to come back: each term of a language once, at its first status."""
    zh, en = on_one_line(concept.zh), on_one_line(concept.en)
    zh_variants = [on_one_line(each) for each in concept.zh_variants]
    en_variants = [on_one_line(each) for each in concept.en_variants]
    forbidden = [on_one_line(each) for each in concept.en_forbidden]
    return dataclasses.replace(
        concept,
        zh=zh,
        en=en,
        zh_variants=_others(zh_variants, {zh}),
        en_variants=_others(en_variants, {en}),
        en_forbidden=_others(forbidden, {en, *en_variants}),
        domain=on_one_line(concept.domain),
        definition=on_one_line(concept.definition),
        context_zh=on_one_line(concept.context_zh),
        context_en=on_one_line(concept.context_en),
        source=_others([on_one_line(each) for each in concept.source], set()),
        note=on_one_line(concept.note),
        count=0,
        extra=(),
    )


def _others(texts: list[str], known: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text and text not in known))
