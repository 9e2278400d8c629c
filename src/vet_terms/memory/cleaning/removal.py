"""What was found is moved to a side file, a TMX that can be imported again: nothing is ever lost.

Out of a store units are taken only when the side file is whole on the disk: who stops the program in
between has them in both. A TMX file is left as it is; what is not to stay is left out of a copy.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from vet_terms.errors import UsageError
from vet_terms.files import all_or_none, whole_file
from vet_terms.memory.store.store import Store
from vet_terms.memory.unit import MemoryUnit
from vet_terms.signature import signature
from vet_terms.tmx.model import Attributes, Element, TmxUnit, Variant
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.shaping import Direction, header
from vet_terms.tmx.writing import TmxWriter, unit_of_xml

_AT_ONCE = 500


def move_out(store: Store, numbers: Sequence[int], side: Path) -> int:
    """Write units of a store to a side file and then remove them from it; return how many were removed.

    Raises UsageError where there is such a file already, OutputError where it cannot be written or the
    store cannot be changed.
    """
    refuse_to_overwrite(side)
    with whole_file(side) as stream:
        writer = TmxWriter(stream, header(Direction("zh-CN", "en-US"), signature()))
        for unit in _units_of(store, numbers):
            writer.write(tmx_unit_of(unit))
        writer.close()
    return store.remove(numbers)


def write_without(source: Path, numbers: Collection[int], cleaned: Path, side: Path | None) -> int:
    """Write a copy of a TMX file without some of its units, and those to a side file; return how many.

    Both files are there whole, or none of them. Raises UsageError where one of them is there already,
    InputError where the file cannot be read, OutputError where one cannot be written.
    """
    for path in (cleaned, side):
        if path is not None:
            refuse_to_overwrite(path)
    if side is not None and side.absolute() == cleaned.absolute():
        raise UsageError(f"{side}: cannot be both the cleaned copy and the side file; name another file")
    left_out = 0
    with all_or_none(), ExitStack() as opened:
        reader = opened.enter_context(open_tmx(source))
        writers = [
            TmxWriter(opened.enter_context(whole_file(path)), reader.header) if path else None
            for path in (cleaned, side)
        ]
        kept, removed = writers
        assert kept is not None
        for number, unit in enumerate(reader, start=1):
            goes = number in numbers
            left_out += goes
            writer = removed if goes else kept
            if writer is not None:
                writer.write(unit)
        for writer in writers:
            if writer is not None:
                writer.close()
    return left_out


def refuse_to_overwrite(path: Path) -> None:
    """Raise UsageError where something of this name is there."""
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path}: is there already; name a new file, so that nothing is overwritten")


def tmx_unit_of(unit: MemoryUnit) -> TmxUnit:
    """Return the TMX unit that a unit of a memory was read from, or if there is none, one of its texts."""
    if unit.tu:
        return unit_of_xml(unit.tu)
    names = (("tuid", unit.tuid), ("creationid", unit.creator), ("creationdate", unit.created))
    properties = (("x-document", unit.document), ("x-place", unit.place), ("x-status", unit.status))
    return TmxUnit(
        variants=tuple(
            Variant(code, (text,) if text else (), (("xml:lang", code),))
            for code, text in ((unit.zh_code, unit.zh), (unit.en_code, unit.en))
        ),
        attributes=_filled(names),
        remarks=tuple(Element("prop", (("type", name),), (value,)) for name, value in _filled(properties)),
    )


def _filled(values: Iterable[tuple[str, str]]) -> Attributes:
    return tuple((name, value) for name, value in values if value)


def _units_of(store: Store, numbers: Sequence[int]) -> Iterator[MemoryUnit]:
    for start in range(0, len(numbers), _AT_ONCE):
        found = store.get(numbers[start : start + _AT_ONCE])
        yield from (found[number] for number in sorted(found))
