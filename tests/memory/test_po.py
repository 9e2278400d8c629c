from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.errors import InputError
from vet_terms.memory.bilingual import read_bilingual

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRIES = (
    'msgid "学校很好。"\nmsgstr "The school is good."\n\n'
    '#, fuzzy\nmsgid "老师"\n"也好。"\nmsgstr "Teachers too."\n\n'
    'msgid "学生"\nmsgstr ""\n\n'
    '#~ msgid "旧的"\n#~ msgstr "old"\n'
)


def write(folder: Path, text: str) -> Path:
    path = folder / "a.po"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_are_read_in_order(tmp_path: Path) -> None:
    units = read_bilingual(write(tmp_path, HEADER + ENTRIES))
    assert [(unit.id, unit.zh, unit.en, unit.status) for unit in units] == [
        ("1", "学校很好。", "The school is good.", "approved"),
        ("2", "老师也好。", "Teachers too.", "machine"),
        ("3", "学生", "", "approved"),
    ]


def test_english_may_be_the_source(tmp_path: Path) -> None:
    (unit,) = read_bilingual(write(tmp_path, HEADER + 'msgid "school"\nmsgstr "学校"\n'))
    assert (unit.zh, unit.en) == ("学校", "school")


def test_the_charset_of_the_header_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    text = HEADER.replace("UTF-8", "GB18030") + 'msgid "学校"\nmsgstr "school"\n'
    path.write_bytes(text.encode("gb18030"))
    (unit,) = read_bilingual(path)
    assert (unit.zh, unit.en) == ("学校", "school")


BAD = [
    ("", "has no entries"),
    (HEADER, "has no entries"),
    ('msgid "a', "no readable PO|has no entries"),
    (HEADER + 'msgid "Schule"\nmsgstr "école"\n', "both sides are without Chinese"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_bilingual(write(tmp_path, text))
