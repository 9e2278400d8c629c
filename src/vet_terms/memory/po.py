"""Bilingual PO (GNU gettext) read as translation units, through translate-toolkit.

Which side is Chinese is told by the texts: PO names only the target language, and not always.
Headers and obsolete entries are not read, nor are the further forms of a plural.
"""

from __future__ import annotations

from typing import Any

from vet_terms.errors import InputError
from vet_terms.language.scripts import language_of
from vet_terms.model import Place, TranslationUnit


def read_po_units(data: bytes, name: str) -> list[TranslationUnit]:
    """Return the entries of a PO file's bytes, in its order.

    Raises InputError for what is no PO, and for another language pair.
    """
    from translate.storage import base, pypo

    reader: Any = pypo.pofile
    try:
        store = reader.parsestring(data)
    except (base.ParseError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else "broken"
        raise InputError(f"{name}: is no readable PO file ({reason}); export it again") from error
    entries = [unit for unit in store.units if not (unit.isheader() or unit.isobsolete() or unit.isblank())]
    pairs = [(str(unit.source), str(unit.target or "")) for unit in entries]
    if not pairs:
        raise InputError(f"{name}: has no entries; there is nothing to check")
    chinese_first = _chinese_is_source(pairs, name)
    return [
        TranslationUnit(
            zh=source if chinese_first else target,
            en=target if chinese_first else source,
            status="machine" if unit.isfuzzy() else "approved",
            id=str(number),
            places=(Place(name, block=number),),
        )
        for number, (unit, (source, target)) in enumerate(zip(entries, pairs, strict=True), start=1)
    ]


def _chinese_is_source(pairs: list[tuple[str, str]], name: str) -> bool:
    sources = [language_of(source) for source, _ in pairs]
    targets = [language_of(target) for _, target in pairs if target]
    chinese_source = sources.count("zh") > sources.count("en")
    chinese_target = targets.count("zh") > targets.count("en")
    if chinese_source == chinese_target and targets:
        both = "Chinese" if chinese_source else "without Chinese"
        raise InputError(f"{name}: both sides are {both}; one must be Chinese and the other English")
    return chinese_source
