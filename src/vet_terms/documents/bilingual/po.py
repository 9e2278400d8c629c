"""PO (GNU gettext) read as entries through translate-toolkit: msgid and msgstr of each.

Which side is Chinese is told by the texts: PO names only the target language, and not always. Of a plural
the first forms translate each other, and so do the last ones. References and contexts (``msgctxt``) are no
text that a user of the program sees, and are not read; comments are remarks, and flags are where one of them
speaks to vet-terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vet_terms.documents.bilingual.entries import Entry, source_language_by_texts
from vet_terms.documents.encoding import BYTE_ORDER_MARKS, decode
from vet_terms.errors import InputError
from vet_terms.language.encodings import NO_ENCODINGS_OF_TEXT

HEADER = "header"
OBSOLETE = "obsolete entry"
_LONGEST_REASON = 80
_MESSAGE = re.compile(r"^(?:#~[ \t]*)?msgid\b", re.MULTILINE)
_FLAG_OF_GETTEXT = re.compile(r"fuzzy|no-wrap|wrap|(?:no-|possible-|impossible-)?[\w+]+-format|range:.*")
_CHARSET = re.compile(rb"(\"Content-Type:[^\"\n]{0,200}charset=\s*)([\w.:+-]+)", re.IGNORECASE | re.ASCII)


def po_text(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """Return the text of a PO file's bytes and the encoding it was read in.

    A given ``encoding`` is obeyed; then what the header says, unless a byte-order mark says otherwise;
    then what the bytes say. Raises InputError for bytes that are no text.
    """
    if not data.strip():
        return "", "utf-8"
    if not encoding and not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        said = _CHARSET.search(data)
        charset = said.group(2).decode("ascii") if said else ""
        if charset.lower().replace("-", "_") in NO_ENCODINGS_OF_TEXT:
            raise InputError(f"{name}: {charset} is no charset of a PO file; export it in UTF-8")
        # What calls itself UTF-8 and is not is read as what it is.
        encoding = "" if charset.upper() in {"CHARSET", "UTF-8", "UTF8"} else charset
    return decode(data, name, encoding)


def po_entries(text: str, name: str) -> list[Entry]:
    """Return the entries of a PO file's text, in its order; also its header and obsolete ones.

    The status of a fuzzy entry is ``machine``. Raises InputError for what is no PO, and for another
    language pair.
    """
    from translate.storage import base, pypo

    # translate-toolkit 3.20 misreads what follows the header in other encodings, so it is given UTF-8.
    data = _CHARSET.sub(rb"\1UTF-8", text.encode("utf-8", "replace"), count=1)
    reader: Any = pypo.pofile
    try:
        store = reader.parsestring(data)
    except (base.ParseError, ValueError, LookupError, AttributeError) as error:
        # AttributeError: a fuzzy plural whose msgstr has no forms, in translate-toolkit 3.20.
        said = "" if isinstance(error, AttributeError) else str(error)
        reason = said.splitlines()[0][:_LONGEST_REASON] if said else "broken"
        raise InputError(f"{name}: is no readable PO file ({reason}); export it again") from error
    lines = _lines(text, len(store.units))
    placed = [
        (unit, line)
        for unit, line in zip(store.units, lines, strict=True)
        if not unit.isblank() or unit.isheader()
    ]
    live = [unit for unit, _ in placed if not (unit.isheader() or unit.isobsolete())]
    pairs = [(str(unit.source), str(unit.target or "")) for unit in live]
    language = source_language_by_texts(pairs, name) if pairs else "en"
    found = []
    for unit, line in placed:
        sources, targets = _forms(unit.source), _forms(unit.target)
        plural = len(sources) > 1
        found.append(
            Entry(
                sources[0],
                targets[0],
                language,
                status="machine" if unit.isfuzzy() else "approved",
                left_out=HEADER if unit.isheader() else OBSOLETE if unit.isobsolete() else "",
                further=((sources[-1], targets[-1]),) if plural else (),
                beside=tuple((text, "further plural form") for text in targets[1:-1] if text.strip()),
                remarks=tuple(_remarks(unit)),
                line=line,
            )
        )
    return found


def _lines(text: str, count: int) -> list[int]:
    """Return the lines on which the entries of a text begin, zeros where they cannot be told."""
    starts = [found.start() for found in _MESSAGE.finditer(text)]
    if len(starts) != count:
        return [0] * count
    lines = []
    line, before = 1, 0
    for start in starts:
        line += text.count("\n", before, start)
        before = start
        lines.append(line)
    return lines


def _remarks(unit: Any) -> Iterator[str]:
    """Yield the lines of the translator's and the programmer's comments, and the flags for vet-terms."""
    for sign, comments in (("#", unit.othercomments), ("#.", unit.automaticcomments)):
        for comment in comments:
            if said := str(comment).strip().removeprefix(sign).strip():
                yield said
    for flags in unit.typecomments:
        named = [flag.strip() for flag in str(flags).strip().removeprefix("#,").split(",")]
        # The names of rules are parted by commas, as flags are.
        ours = [flag for flag in named if flag and not _FLAG_OF_GETTEXT.fullmatch(flag)]
        if any(flag.startswith("vet-terms:") for flag in ours):
            yield ", ".join(ours)


def _forms(text: Any) -> list[str]:
    """Return the forms of a text: several where it has a plural."""
    return [str(form) for form in getattr(text, "strings", [text or ""])] or [""]
