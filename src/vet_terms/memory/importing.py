"""Bilingual files as units of a memory: TMX as a stream with nothing lost, other files pair by pair.

A TMX unit with several Chinese or English variants gives a unit for each pair of them. A unit without both
languages gives none, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from vet_terms.errors import InputError
from vet_terms.files import STDIN
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import TranslationUnit
from vet_terms.tmx.dates import tmx_date
from vet_terms.tmx.model import Element, TmxUnit, Variant
from vet_terms.tmx.pairs import STATUSES, Pair, pairs, who_and_when
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.writing import unit_xml

MOST_OF_A_UNIT = 100_000_000
"""Characters that the pairs of one unit may take in the store, since each keeps the unit."""

TMX_ENDINGS = (".tmx", ".tmx.gz", ".zip")


@dataclass(slots=True)
class Passed:
    """What happened while units of a file were read; complete when the last was given."""

    without_both: int = 0
    """Units that lack one of the two languages."""
    broken: str = ""
    """What is broken in the file and where, when the whole units before that were taken."""
    languages: set[str] = field(default_factory=set)


def units_of_file(path: str, passed: Passed, *, recover: bool = False) -> Iterator[MemoryUnit]:
    """Yield the units of a bilingual file: TMX, XLIFF, PO, a table.

    Raises InputError where it is missing, damaged, or has no unit with both Chinese and English.
    """
    if path.lower().endswith(TMX_ENDINGS):
        yield from _units_of_tmx(path, passed, recover=recover)
        return
    from vet_terms.memory.bilingual import read_bilingual
    from vet_terms.memory.sides import READERS_NOTES

    origin = _origin(path)
    for unit in read_bilingual(path):
        if unit.zh.strip() and unit.en.strip():
            # No folder of whoever imports gets into the memory.
            places = tuple(replace(place, document=origin) for place in unit.places)
            notes = tuple(note for note in unit.notes if note not in READERS_NOTES)
            yield memory_unit(replace(unit, places=places, notes=notes), origin)
        else:
            passed.without_both += 1


def _units_of_tmx(path: str, passed: Passed, *, recover: bool) -> Iterator[MemoryUnit]:
    origin, given = _origin(path), False
    with open_tmx(path, recover=recover) as reader:
        for unit in reader:
            found = pairs(unit)
            if not found:
                passed.without_both += 1
                passed.languages.update(variant.language for variant in unit.variants)
                continue
            given = True
            tu = unit_xml(unit)
            if len(tu) * len(found) > MOST_OF_A_UNIT:
                raise InputError(
                    f"{path}: line {reader.line}: a unit of {len(found):,} pairs and {len(tu):,} characters, "
                    "each of which would be kept with the whole unit; cut it into several"
                )
            for pair in found:
                yield _unit_of_pair(pair, tu, origin)
        passed.broken = reader.broken
    if not given:
        languages = ", ".join(sorted(passed.languages - {""})) or "none"
        raise InputError(f"{path}: has no unit with both Chinese and English (languages in it: {languages})")


def _origin(path: str) -> str:
    return "standard input" if path == STDIN else PurePath(path).name


def memory_unit(unit: TranslationUnit, origin: str) -> MemoryUnit:
    """Return a translation unit as a unit of the memory, with a TMX unit that says the same."""
    place = unit.places[0] if unit.places else None
    document = place.document if place else ""
    properties = [("x-document", document), ("x-place", str(place) if place else "")]
    properties += [("x-score", f"{unit.score:.2f}"), ("x-kind", unit.kind), ("x-status", unit.status)]
    tmx_unit = TmxUnit(
        variants=tuple(
            Variant(code, (text,), (("xml:lang", code),))
            for code, text in (("zh-CN", unit.zh), ("en-US", unit.en))
        ),
        attributes=(("tuid", unit.id),) if unit.id else (),
        remarks=(
            *(Element("note", (), (note,)) for note in unit.notes if note),
            *(Element("prop", (("type", name),), (value,)) for name, value in properties if value),
        ),
    )
    (pair,) = pairs(tmx_unit)
    return _unit_of_pair(pair, unit_xml(tmx_unit), origin)


def _unit_of_pair(pair: Pair, tu: str, origin: str) -> MemoryUnit:
    properties = dict(reversed(pair.unit.properties))
    said = who_and_when(pair)
    status = properties.get("x-status", "approved")
    return MemoryUnit(
        zh=pair.zh.text,
        en=pair.en.text,
        tu=tu,
        tuid=pair.unit.attribute("tuid"),
        zh_code=pair.zh.language,
        en_code=pair.en.language,
        creator=said.get("creationid", ""),
        created=_date(said.get("creationdate", "")),
        changer=said.get("changeid", ""),
        changed=_date(said.get("changedate", "")),
        document=properties.get("x-document", ""),
        place=properties.get("x-place", ""),
        origin=origin,
        status=status if status in STATUSES else "machine",
        score=_score(properties.get("x-score", "")),
    )


def _date(value: str) -> str:
    return tmx_date(value) or value


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        return 1.0
    return min(max(score, 0.0), 1.0) if score == score else 1.0
