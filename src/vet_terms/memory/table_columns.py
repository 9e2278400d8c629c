"""Which columns of a bilingual table hold the two sides, an id and remarks, by its header; rows to units.

Exact names count before looser ones (``Chinese (PRC)``, ``English text``). A header names the two languages,
or source and target; content wins over a header that names the sides the wrong way round, and the units'
notes say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from vet_terms.documents.sheets.column_names import column_name_of
from vet_terms.errors import InputError
from vet_terms.language.scripts import count_han
from vet_terms.memory.entry_units import REVERSED
from vet_terms.memory.sides import SWAPPED, main_language, refuse_one_language
from vet_terms.model import Place, TranslationUnit

Column = Literal["zh", "en", "source", "target", "id"]

_NAMES: dict[Column, tuple[str, ...]] = {
    "zh": (
        "zh", "zho", "chi", "cn", "chinese", "simplified chinese", "traditional chinese",
        "chinese (simplified)", "chinese (traditional)", "中文", "汉语", "漢語", "简体中文", "繁體中文",
        "中文原文",
    ),
    "en": ("en", "eng", "english", "英文", "英语", "英語", "英文译文"),
    "source": ("source", "src", "source text", "source segment", "原文", "源文", "源语言"),
    "target": (
        "target", "tgt", "target text", "target segment", "translation", "译文", "譯文", "目标语言",
    ),
    "id": ("id", "key", "no", "no.", "number", "#", "segment id", "编号", "編號", "序号", "序號"),
}  # fmt: skip
_COLUMN_OF = {title: column for column, titles in _NAMES.items() for title in titles}
_CODE = re.compile(r"(zh|en)[-_][a-z]{2,4}(?:[-_][a-z]{2})?")
_LANGUAGE_OF_A_PLACE = re.compile(r"(chinese|english|中文|英文)\s*[(（\[][^)）\]]*[)）\]]")
_REMARK = re.compile(
    r"(?:\w+ )?(?:notes?|comments?|remarks?)"
    r"|(?:译者|审校|审核|校对)?(?:备注|備註|注释|注釋|附注|批注|评论|意见|意見)"
)
# Codes that a header may name and that no other column is likely to be called.
_OTHER_LANGUAGE = re.compile(
    r"(?:fr|de|es|ja|ko|ru|it|pt|vi|th|ar|ms|id-id|nl|pl|tr)(?:[-_][a-z]{2,4})?"
    r"|french|german|spanish|japanese|korean|russian|法文|法语|德文|德语|日文|日语|韩文|韩语|俄文|俄语|西班牙语"
)
EXPECTED = "the first line must name the columns zh and en (or source and target), and may name id"


class NoHeaderError(InputError):
    """A row that was to name the columns of a bilingual table does not."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The positions of columns in a row.

    ``named`` says that the header names a language of the two sides, ``from_english`` that it calls English
    the source.
    """

    zh: int
    en: int
    named: bool
    id: int | None = None
    remarks: tuple[int, ...] = ()
    from_english: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number, where it stands, its cells, and what is said of it apart."""

    number: int
    place: Place
    cells: Mapping[int, str]
    """By their positions; a cell that is not there is empty."""
    remarks: tuple[str, ...] = ()

    def cell(self, position: int | None) -> str:
        """Return the cell at a position, empty where there is none."""
        return "" if position is None else self.cells.get(position, "")


def columns_named(cells: Mapping[int, str], where: str) -> Columns:
    """Return the columns that a header names; ``where`` is what messages call it.

    Source and target are taken for Chinese and English until their cells say otherwise. Raises NoHeaderError
    where they are not named, InputError where one is twice or the pair is another one.
    """
    titles = {at: " ".join(cell.split()).casefold().strip('"') for at, cell in cells.items()}
    found = _positions({at: _exact(title) for at, title in titles.items()}, where)
    if _sides(found) is None:
        found = _positions({at: _exact(title) or _loose(title) for at, title in titles.items()}, where)
    sides = _sides(found)
    if sides is None:
        other = [cells[at].strip() for at, title in titles.items() if _OTHER_LANGUAGE.fullmatch(title)]
        if other:
            raise InputError(
                f"{where}: is a table of another language pair (it has a column {other[0]}); "
                "only Chinese with English can be read"
            )
        shown = ", ".join(cell.strip()[:30] for cell in list(cells.values())[:6])
        raise NoHeaderError(f"{where}: has no usable header ({shown}); {EXPECTED}")
    remarks = tuple(at for at, title in titles.items() if at not in sides and _REMARK.fullmatch(title))
    named = bool({"zh", "en"} & found.keys())
    return Columns(*sides, named, found.get("id"), remarks, named and found.get("source") == sides[1])


def units_of_rows(rows: Sequence[Row], columns: Columns, name: str) -> list[TranslationUnit]:
    """Return a unit for each row, in their order; an id that is not given is the number of the row.

    Raises InputError where there is no Chinese on either side, or on both.
    """
    zh, en = [row.cell(columns.zh) for row in rows], [row.cell(columns.en) for row in rows]
    if not any(count_han(text) for text in (*zh, *en)):
        raise InputError(f"{name}: has no Chinese in either column; only Chinese with English can be read")
    refuse_one_language(zh, en, name)
    is_turned = main_language(zh) == "en" and main_language(en) in {"zh", None}
    notes = (REVERSED,) if columns.from_english else ()
    if is_turned:
        zh, en = en, zh
        notes = (SWAPPED,) if columns.named else (REVERSED,)
    return [
        TranslationUnit(
            one,
            other,
            places=(row.place,),
            status="approved",
            id=row.cell(columns.id).strip() or str(row.number),
            notes=notes,
            remarks=tuple(_remarks(row, columns)),
        )
        for row, one, other in zip(rows, zh, en, strict=True)
    ]


def _remarks(row: Row, columns: Columns) -> Iterator[str]:
    for at in columns.remarks:
        said = row.cell(at).strip()
        # In a column that nobody named stands a match rate too.
        if any(char.isalpha() for char in said):
            yield said
    yield from row.remarks


def _positions(columns: Mapping[int, Column | None], where: str) -> dict[Column, int]:
    found: dict[Column, int] = {}
    for position, column in columns.items():
        if column is None:
            continue
        if column not in found:
            found[column] = position
        elif column != "id":
            raise InputError(f"{where}: two columns are for {column}; rename one of them")
    return found


def _exact(title: str) -> Column | None:
    code = _CODE.fullmatch(title)
    if code:
        return "zh" if code[1] == "zh" else "en"
    return _COLUMN_OF.get(title)


def _loose(title: str) -> Column | None:
    place = _LANGUAGE_OF_A_PLACE.fullmatch(title)
    name = column_name_of(place[1] if place else title)
    if name is None or name.meaning not in {"zh", "en", "source", "target"}:
        return None
    return cast(Column, name.meaning)


def _sides(found: dict[Column, int]) -> tuple[int, int] | None:
    """Return the positions of Chinese and English: of the language that is not named, the other side."""
    if "zh" in found and "en" in found:
        return found["zh"], found["en"]
    if "source" in found and "target" in found:
        return found["source"], found["target"]
    other = found.get("source", found.get("target"))
    if other is None:
        return None
    if "zh" in found:
        return found["zh"], other
    return (other, found["en"]) if "en" in found else None
