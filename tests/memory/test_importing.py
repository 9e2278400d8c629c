from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.errors import InputError
from vet_terms.memory import importing
from vet_terms.memory.importing import Passed, memory_unit, units_of_file
from vet_terms.memory.unit import MemoryUnit
from vet_terms.memory.workspace_tmx import tmx_bytes
from vet_terms.model import Place, TranslationUnit
from vet_terms.tmx.writing import unit_of_xml, unit_xml

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="7" creationid="LI" creationdate="20230102T030405Z" usagecount="3">
  <note>from the deck</note><prop type="x-status">edited</prop><prop type="x-place">a.pptx:p4</prop>
  <tuv xml:lang="en-US" changeid="WANG" changedate="2024-05-06T07:08:09Z">
    <seg>Click <bpt i="1">&lt;b&gt;</bpt>Save<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
  <tuv xml:lang="zh_CN">
    <seg>点击<bpt i="1">&lt;b&gt;</bpt>保存<ept i="1">&lt;/b&gt;</ept>。</seg></tuv>
  <tuv xml:lang="zh-TW"><seg>點擊儲存。</seg></tuv>
</tu>
<tu><tuv xml:lang="en"><seg>alone</seg></tuv><tuv xml:lang="fr"><seg>seul</seg></tuv></tu>
<tu><prop type="x-score">nonsense</prop><prop type="x-status">unheard of</prop>
  <tuv xml:lang="zh"><seg>学校</seg></tuv><tuv xml:lang="en"><seg>school</seg></tuv></tu>
</body></tmx>
"""


def imported(path: Path, *, recover: bool = False) -> tuple[list[MemoryUnit], Passed]:
    passed = Passed()
    return list(units_of_file(str(path), passed, recover=recover)), passed


def test_who_when_and_from_where_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.TMX"
    path.write_text(TMX, encoding="utf-8")
    units, passed = imported(path)
    first = units[0]
    assert (first.zh, first.en) == ("点击\ufffc保存\ufffc。", "Click \ufffcSave\ufffc.")
    assert (first.tuid, first.zh_code, first.en_code) == ("7", "zh_CN", "en-US")
    assert (first.creator, first.created) == ("LI", "20230102T030405Z")
    assert (first.changer, first.changed) == ("WANG", "20240506T070809Z")
    assert (first.status, first.place, first.origin) == ("edited", "a.pptx:p4", "old.TMX")
    assert passed.without_both == 1


def test_who_and_when_in_the_properties_of_phrase_are_read(tmp_path: Path) -> None:
    path = tmp_path / "phrase.tmx"
    path.write_text(
        '<tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>学校</seg></tuv>'
        '<tuv xml:lang="en"><prop type="created_by">LI</prop><prop type="created_at">1552360522000</prop>'
        '<prop type="modified_by">WANG</prop><prop type="modified_at">never</prop>'
        "<seg>school</seg></tuv></tu></body></tmx>",
        encoding="utf-8",
    )
    [unit], _ = imported(path)
    assert (unit.creator, unit.created) == ("LI", "20190312T031522Z")
    assert (unit.changer, unit.changed) == ("WANG", "")


def test_each_pair_of_variants_is_a_unit_and_the_whole_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.tmx"
    path.write_text(TMX, encoding="utf-8")
    units, _ = imported(path)
    assert [(unit.zh_code, unit.en_code) for unit in units] == [
        ("zh_CN", "en-US"),
        ("zh-TW", "en-US"),
        ("zh", "en"),
    ]
    assert units[0].tu == units[1].tu == unit_xml(unit_of_xml(units[0].tu))
    assert 'usagecount="3"' in units[0].tu
    assert "from the deck" in units[0].tu


def test_what_is_no_status_or_score_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "old.tmx"
    path.write_text(TMX, encoding="utf-8")
    unit = imported(path)[0][-1]
    assert (unit.status, unit.score) == ("machine", 1.0)
    assert "unheard of" in unit.tu


def test_a_file_that_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "cut.tmx"
    path.write_text(TMX[:-60], encoding="utf-8")
    with pytest.raises(InputError, match=r"cut\.tmx: line \d+: .*--recover"):
        imported(path)
    units, passed = imported(path, recover=True)
    assert len(units) == 2
    assert "line" in passed.broken


def test_a_file_of_other_languages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.tmx"
    path.write_text(
        TMX.replace('"zh', '"ja').replace("<tu><prop", '<tu srclang="en"><prop'), encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"other\.tmx: has no unit with both Chinese and English .*ja"):
        imported(path)


def test_a_table_gives_units_too(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("id\tzh\ten\n1\t学校\tschool\n2\t学院\t\n", encoding="utf-8")
    units, passed = imported(path)
    assert [(unit.zh, unit.en, unit.tuid, unit.origin) for unit in units] == [
        ("学校", "school", "1", "pairs.tsv")
    ]
    assert passed.without_both == 1
    assert unit_of_xml(units[0].tu).variants[1].text == "school"


def test_our_own_file_says_the_same_as_its_units(tmp_path: Path) -> None:
    unit = TranslationUnit(
        "学校 <1>", "School & co", 0.5, "cell", (Place("a.pptx", 2, 1, spot="box1"),), id="x"
    )
    path = tmp_path / "a.tmx"
    path.write_bytes(tmx_bytes([unit], "sig"))
    (read,), _ = imported(path)
    made = memory_unit(unit, "a.tmx")
    assert (read.zh, read.en, read.tuid, read.document, read.place, read.score, read.status) == (
        made.zh,
        made.en,
        made.tuid,
        made.document,
        made.place,
        made.score,
        made.status,
    )
    assert made.place == "a.pptx:p2:b1:box1"


def test_what_is_said_to_who_checks_a_file_is_no_note_of_its_units(tmp_path: Path) -> None:
    xliff = tmp_path / "reversed.xlf"
    xliff.write_text(
        '<xliff version="1.2"><file original="a" source-language="en" target-language="zh-CN" '
        'datatype="plaintext"><body><trans-unit id="1"><source>A school.</source>'
        "<target>一所学校。</target></trans-unit></body></file></xliff>",
        encoding="utf-8",
    )
    table = tmp_path / "swapped.tsv"
    table.write_text("zh\ten\nA school.\t一所学校。\nA college.\t一所学院。\n", encoding="utf-8")
    for path in (xliff, table):
        units, _ = imported(path)
        assert units[0].zh == "一所学校。"
        assert [unit_of_xml(unit.tu).notes for unit in units] == [()] * len(units)


def test_many_pairs_of_a_long_unit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.tmx"
    path.write_text(TMX, encoding="utf-8")
    monkeypatch.setattr(importing, "MOST_OF_A_UNIT", 1000)
    with pytest.raises(InputError, match=r"old.tmx: line 3: a unit of 2 pairs and \d+ characters"):
        imported(path)
