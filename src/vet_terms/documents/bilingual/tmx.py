"""TMX of every version read as entries, streaming: the Chinese and the English of each unit.

Variants in other languages, and further ones in the same language, stand beside. Notes and properties are
no text. No DTD is loaded and no entity from outside or inside is ever resolved.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from vet_terms.documents.bilingual.entries import Entry, language_of_code
from vet_terms.documents.bilingual.inline_markup import segment_text, texts_in_codes
from vet_terms.errors import InputError
from vet_terms.model import Language
from vet_terms.xml_input import local_name, refuse_entities, what_is_broken

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def tmx_entries(data: bytes, name: str, encoding: str | None = None) -> Iterator[Entry]:
    """Yield the units of a TMX file's bytes, in its order; ``encoding`` overrules what the file says.

    Where the file says which language its source is, that one is the source. Raises InputError where
    it is no TMX, broken, or holds other languages and not both Chinese and English.
    """
    known: set[Language] = set()
    others: set[str] = set()
    source_code = ""
    for element in tmx_elements(data, name, encoding):
        if local_name(element) == "header":
            source_code = element.get("srclang", "")
            continue
        entry = _entry(element, element.get("srclang") or source_code, known, others)
        if entry is not None:
            yield entry
    if others and len(known) < 2:
        found = ", ".join(sorted({*known, *others}))
        raise InputError(f"{name}: holds {found}, and not both Chinese and English; only these can be read")


def tmx_elements(data: bytes, name: str, encoding: str | None = None) -> Iterator[Any]:
    """Yield the header and each unit, and free the memory of each when the next one is asked for.

    Raises InputError where it is no TMX, broken (with the line), or declares entities.
    """
    from lxml import etree

    root: Any = None
    try:
        events = etree.iterparse(
            io.BytesIO(data),
            events=("start", "end"),
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            encoding=encoding,
        )
        for event, element in events:
            tag = local_name(element)
            if root is None:
                root = element
                refuse_entities(root, name)
                if tag != "tmx":
                    raise InputError(f"{name}: is XML but no TMX (its root is <{tag}>); give a .tmx file")
            if event == "end" and tag in {"tu", "header"}:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        message = what_is_broken(error)
        raise InputError(f"{name}: line {error.lineno}: broken XML ({message}); export it again") from error


def _entry(unit: Any, source_code: str, known: set[Language], others: set[str]) -> Entry | None:
    """Return the entry of a unit, None where it has no text; the languages met are added to the sets."""
    texts: dict[Language, str] = {}
    beside: list[tuple[str, str]] = []
    variants = [each for each in unit if local_name(each) == "tuv"]
    # The source stands first; of several variants in a language the one in the file's own is taken.
    variants.sort(key=lambda each: _code(each).casefold() != source_code.casefold())
    for variant in variants:
        segment = next((child for child in variant if local_name(child) == "seg"), None)
        text, code = segment_text(segment), _code(variant)
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
        beside += texts_in_codes(segment)
    if not texts and not beside:
        return None
    first: Language = next(iter(texts), "zh")
    source, target = texts.get(first, ""), texts.get("en" if first == "zh" else "zh", "")
    return Entry(source, target, first, unit.get("tuid", ""), beside=tuple(beside))


def _code(variant: Any) -> str:
    code: str = variant.get(_XML_LANG) or variant.get("lang") or ""
    return code.strip()
