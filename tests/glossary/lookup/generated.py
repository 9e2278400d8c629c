"""Glossaries made up from a few words, so that their terms have much in common, and queries for them."""

from __future__ import annotations

import random

from vet_terms.glossary.lookup.forms import text_of
from vet_terms.glossary.lookup.listed import ListedGlossary
from vet_terms.model import CONCEPT_STATUSES, Concept

CHINESE = [
    "柳州",
    "职业",
    "技术",
    "学院",
    "大学",
    "教育",
    "中心",
    "國際",
    "合作",
    "1+X",
    "证书",
    "长",
    "重",
    "A",
]
ENGLISH = [
    "vocational",
    "college",
    "colleges",
    "centre",
    "center",
    "cooperation",
    "the",
    "of",
    "&",
    "Liuzhou",
]


def glossary(size: int, seed: int) -> list[Concept]:
    draw = random.Random(seed)

    def chinese() -> str:
        return "".join(draw.choices(CHINESE, k=draw.randint(1, 4)))

    def english() -> str:
        return " ".join(draw.choices(ENGLISH, k=draw.randint(1, 4)))

    concepts = []
    for number in range(size):
        named = draw.choice(
            ["", "", "", f"superseded by {chinese()} since 2024", f"likely superseded by {chinese()}"]
        )
        concepts.append(
            Concept(
                id=f"c{number:04}",
                zh=chinese(),
                en=draw.choice([english(), english(), ""]),
                zh_variants=tuple({chinese() for _ in range(draw.randint(0, 2))}),
                en_variants=tuple({english() for _ in range(draw.randint(0, 2))}),
                en_forbidden=tuple({english() for _ in range(draw.randint(0, 1))}),
                status=draw.choice(CONCEPT_STATUSES),
                count=draw.randint(0, 3),
                note=named,
                extra=(("reviewer", "Li"),),
            )
        )
    return concepts


def queries(listed: ListedGlossary, seed: int, size: int) -> list[str]:
    """Return terms of a glossary, parts of them, slips in them, and what sounds like them."""
    draw = random.Random(seed)
    found = []
    for _ in range(size):
        form = draw.choice(listed.forms)
        text = text_of(listed.concept(form.concept), form)
        start = draw.randrange(len(text))
        found += [text, text.upper(), text[start : start + draw.randint(1, 6)], text + "某", f"在{text}里"]
        found.append(text[:start] + draw.choice("某x") + text[start + 1 :])
        if form.side == "zh":
            found.append("".join(draw.choice(listed.readings(char) or ("",)) for char in form.key))
        else:
            found += [" ".join(reversed(text.split())), "".join(word[0] for word in text.split()), text + "s"]
    return [query for query in found if query.strip()]
