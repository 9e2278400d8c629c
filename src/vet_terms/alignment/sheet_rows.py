"""The rows of a review sheet read: which a person changed, and which segments their texts come from."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from vet_terms.alignment.provenance import Cell, Origin, origins
from vet_terms.alignment.reviewed import MadeRow, Members, ReviewSheet, SheetRow, texts_digest, tidied
from vet_terms.model import Language


def rows_with_text(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """Return the rows with text, tidied; a row that was pasted a second time counts once."""
    tidy = [SheetRow(row.number, tidied(row.zh), tidied(row.en), row.hints) for row in rows]
    seen: set[tuple[str, str, Members]] = set()
    result: list[SheetRow] = []
    for row in tidy:
        same = (row.zh, row.en, row.hints)
        if (row.zh or row.en) and (same not in seen or not any(row.hints)):
            result.append(row)
        seen.add(same)
    return result


def rows_as_made(rows: Sequence[SheetRow], made: Sequence[MadeRow]) -> list[MadeRow | None]:
    """Return for each row the one that was written with the same texts; None where a person changed it."""
    by_digest: dict[str, deque[MadeRow]] = defaultdict(deque)
    by_members: dict[tuple[str, Members], MadeRow] = {}
    for row in made:
        by_digest[row.digest].append(row)
        by_members[row.digest, row.members] = row
    digests = [texts_digest(row.zh, row.en) for row in rows]
    result = [by_members.pop((digest, row.hints), None) for digest, row in zip(digests, rows, strict=True)]
    used = {id(row) for row in result if row is not None}
    for position, digest in enumerate(digests):
        same = by_digest[digest]
        while result[position] is None and same:
            row = same.popleft()
            if id(row) not in used:
                result[position] = row
    return result


def origins_of(
    language: Language, rows: Sequence[SheetRow], as_made: Sequence[MadeRow | None], sheet: ReviewSheet
) -> list[Origin]:
    """Return what the text of each row in one language is made of; that of rows as made is known."""
    side = 0 if language == "zh" else 1
    segments = sheet.zh if language == "zh" else sheet.en
    cells = [Cell((row.zh, row.en)[side], row.hints[side]) for row in rows]
    settled = {
        position: Origin(made.members[side]) for position, made in enumerate(as_made) if made is not None
    }
    return origins(cells, segments, language, settled)
