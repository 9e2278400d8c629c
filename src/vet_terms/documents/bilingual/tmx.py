"""The units of a TMX as entries: the Chinese and the English of each.

Variants in other languages, and further ones in the same language, stand beside. Notes and properties are
no text.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.documents.bilingual.entries import Entry
from vet_terms.documents.bilingual.inline_markup import IN_A_CODE
from vet_terms.errors import InputError
from vet_terms.language.codes import language_of_code
from vet_terms.model import Language
from vet_terms.tmx.model import TmxUnit, texts_in_codes
from vet_terms.tmx.reading import read_tmx_bytes


def tmx_entries(data: bytes, name: str, encoding: str | None = None) -> Iterator[Entry]:
    """Yield the units of a TMX file's bytes, in its order; ``encoding`` overrules what the file says.

    Where the file says which language its source is, that one is the source. Raises InputError where
    it is no TMX, broken, without units, or holds other languages and not both Chinese and English.
    """
    known: set[Language] = set()
    others: set[str] = set()
    reader = read_tmx_bytes(data, name, encoding)
    source_code = reader.header.attribute("srclang")
    for unit in reader:
        entry = _entry(unit, unit.attribute("srclang") or source_code, known, others)
        if entry is not None:
            yield entry
    if others and len(known) < 2:
        found = ", ".join(sorted({*known, *others}))
        raise InputError(f"{name}: holds {found}, and not both Chinese and English; only these can be read")


def _entry(unit: TmxUnit, source_code: str, known: set[Language], others: set[str]) -> Entry | None:
    """Return the entry of a unit, None where it has no text; the languages met are added to the sets."""
    texts: dict[Language, str] = {}
    beside: list[tuple[str, str]] = []
    # The source stands first; of several variants in a language the one in the file's own is taken.
    variants = sorted(
        unit.variants, key=lambda each: each.language.strip().casefold() != source_code.casefold()
    )
    for variant in variants:
        text, code = variant.plain, variant.language.strip()
        language = language_of_code(code)
        if not text.strip():
            continue
        if language is None:
            others.add(code or "an unnamed language")
            beside.append((text, f"in {code}" if code else "in an unnamed language"))
            continue
        known.add(language)
        if language in texts:
            beside.append((text, f"further variant in {code}"))
        else:
            texts[language] = text
        beside += [(inner, IN_A_CODE) for inner in texts_in_codes(variant.content) if inner.strip()]
    if not texts and not beside:
        return None
    first: Language = next(iter(texts), "zh")
    source, target = texts.get(first, ""), texts.get("en" if first == "zh" else "zh", "")
    return Entry(source, target, first, unit.attribute("tuid"), beside=tuple(beside))
