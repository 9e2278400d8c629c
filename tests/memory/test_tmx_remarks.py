"""What a TMX unit holds beside its texts: inline codes, notes and comments, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.bilingual.bilingual_files import tmx_of

from vet_terms.memory.bilingual import read_bilingual_file
from vet_terms.memory.workspace_tmx import read_tmx
from vet_terms.model import Place, TranslationUnit

SEGMENTS = [
    ("点<bpt i='4' x='5'/>存<ept i='4'/>。", "点存。", ["1g5", "2/g5"]),
    ("<bpt i='3'>{\\f1 </bpt>存<ept i='3'>}</ept><bpt i='1'/>盘<ept i='1'/>", "存盘",
     ["0g1", "1/g1", "1g2", "2/g2"]),
    ("点<ph type='lb'/>存<ph>[x]</ph>", "点存", ["1x1", "2x2"]),
    ("<it pos='begin' x='2'>a</it>点<it pos='end'>b</it>", "点", ["0g2", "1/g2"]),
    ("<hi type='term'>点<ph x='7'>q<sub>注</sub></ph></hi>存", "点存", ["1x7"]),
    ("点存", "点存", []),
]  # fmt: skip


def write(folder: Path, units: str) -> Path:
    path = folder / "a.tmx"
    path.write_bytes(tmx_of(units))
    return path


@pytest.mark.parametrize(("segment", "text", "codes"), SEGMENTS)
def test_codes_of_both_sides(tmp_path: Path, segment: str, text: str, codes: list[str]) -> None:
    inside = (
        f"<tu><tuv xml:lang='zh'><seg>{segment}</seg></tuv><tuv xml:lang='en'><seg>{segment}</seg></tuv></tu>"
    )
    [unit] = read_tmx(write(tmp_path, inside))
    assert unit.zh == unit.en == text
    for side in ("source", "target"):
        assert [f"{code.at}{code.name}" for code in unit.codes if code.side == side] == codes


UNIT = (
    '<tu tuid="7"><note>of the unit</note><prop type="x-place">a.pptx:p4</prop>'
    '<prop type="x-Comment:SingleString">commented</prop><prop type="domain">schools</prop>'
    '<tuv xml:lang="zh"><note>of the Chinese</note><seg>学校</seg></tuv>'
    '<tuv xml:lang="fr"><note>of the French</note><seg>école</seg></tuv>'
    '<tuv xml:lang="en"><prop type="note">of the English</prop><seg>school</seg></tuv></tu>'
)


def test_remarks_and_places_of_a_unit_that_is_checked(tmp_path: Path) -> None:
    path = write(tmp_path, UNIT + "\n" + UNIT)
    one, two = read_bilingual_file(path, in_file=True).units
    assert one.remarks == ("of the unit", "commented", "of the Chinese", "of the English")
    document = Place("a.pptx", page=4)
    assert one.places == (Place(str(path), block=1, line=4), document)
    assert two.places == (Place(str(path), block=2, line=5), document)


def test_other_readers_keep_the_places_of_the_document(tmp_path: Path) -> None:
    path = write(tmp_path, UNIT)
    [unit] = read_bilingual_file(path).units
    assert unit.places == (Place("a.pptx", page=4),)
    [plain] = read_tmx(path)
    assert isinstance(plain, TranslationUnit) and plain.remarks == () and plain.notes == ("of the unit",)
