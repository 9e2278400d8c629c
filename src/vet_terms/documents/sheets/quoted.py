"""Delimited rows with quotes, as RFC 4180 has them, and cells guarded against being run as formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from vet_terms.errors import InputError

# The full-width signs too: some East Asian spreadsheets read them as the ASCII ones.
_GUARDED = re.compile("'+[=+\\-@\t\r＝＋－＠]")


def quoted_records(
    lines: Iterable[str], delimiter: str, skipped: int, name: str
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the line where it begins; ``skipped`` lines came before.

    Raises InputError where quotes do not close as they should, and for a cell beyond all measure.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line + skipped, cells
            line = reader.line_num + 1
    except csv.Error as error:
        place = f"{name}, line {line + skipped}"
        if "field limit" in str(error):
            raise InputError(
                f"{place}: a cell has more than {csv.field_size_limit()} characters, which is more than a "
                'table can hold; shorten it, or look for a " that opens the cell and never closes'
            ) from error
        raise InputError(
            f'{place}: the quotes do not close as they should ({error}); a cell that begins with " must end '
            "with one and double those inside, or save the table as TSV"
        ) from error


def unguard(cell: str) -> str:
    """Return the cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell
