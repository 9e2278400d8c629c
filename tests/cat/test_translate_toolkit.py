"""translate-toolkit reads what we write, and we read what it writes: TMX, XLIFF, PO, TBX v2.

TBX is read in `tests/glossary/formats/tbx`; our XLIFF in `tests/memory/pretranslation`.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from translate.storage.csvl10n import csvfile
from translate.storage.po import pofile
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile
from translate.storage.utx import UtxFile
from translate.storage.xliff import xlifffile

from vet_terms.cli import program
from vet_terms.glossary.formats import exportable
from vet_terms.glossary.formats.tbx.version2 import write as tbx2
from vet_terms.glossary.termbase import read_concepts
from vet_terms.memory.importing import Passed, units_of_file
from vet_terms.tmx.pairs import pairs
from vet_terms.tmx.profiles import PROFILES
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.validation import checked

ROOT = Path(__file__).parents[2]
PAIRS = [
    ("请在周五之前提交报告。", "Please submit the report by Friday."),
    ("营业收入增长10% & <利润>。", "Revenue rose 10% & <profit>."),
    ("“双元制”与1+X证书", "“Dual system” and 1+X certificates"),
]


@pytest.mark.parametrize("profile", PROFILES)
def test_the_toolkit_reads_each_unit_of_what_we_export(profile: str, tmp_path: Path) -> None:
    out = tmp_path / "out.tmx"
    memory = [str(path) for path in sorted((ROOT / "tmx").glob("*.tmx"))]
    result = CliRunner().invoke(program, ["export", *memory, "--to", profile, "-o", str(out)])
    assert result.exit_code == 0, result.output
    with open_tmx(out) as reader:
        ours = [
            (unit.attribute("tuid"), pair.zh.text, pair.en.text, "\n".join(unit.notes))
            for unit in reader
            for pair in pairs(unit)
        ]
    store = tmxfile(io.BytesIO(out.read_bytes()), sourcelanguage="zh-CN", targetlanguage="en-US")
    assert [(each.getid(), each.source, each.target, each.getnotes()) for each in store.units] == ours
    assert len(ours) > 50


def test_the_toolkit_reads_each_concept_of_our_tbx() -> None:
    concepts = exportable(read_concepts(ROOT / "glossary" / "terms.csv"))
    store = tbxfile(io.BytesIO(tbx2(concepts)), sourcelanguage="zh-CN", targetlanguage="en-US")
    assert [(each.source, each.target) for each in store.units] == [(each.zh, each.en) for each in concepts]
    assert len(concepts) > 100


def test_the_toolkit_reads_each_concept_of_our_utx_and_of_weblates_csv(tmp_path: Path) -> None:
    glossary = ROOT / "glossary" / "terms.csv"
    concepts = exportable(read_concepts(glossary))
    wanted = [(form, each.en) for each in concepts for form in (each.zh, *each.zh_variants)]
    for tool, name, reader in (("utx", "a.utx", UtxFile), ("weblate", "a.csv", csvfile)):
        arguments = ["export", "--to", tool, "-o", str(tmp_path / name), "--glossary", str(glossary)]
        assert CliRunner().invoke(program, arguments).exit_code == 0
        store: Any = reader.parsestring((tmp_path / name).read_bytes())  # type: ignore[no-untyped-call]
        found = {(unit.source, unit.target) for unit in store.units}
        assert set(wanted) - found == set(), tool


def as_tmx() -> bytes:
    store: Any = tmxfile(sourcelanguage="zh-CN", targetlanguage="en-US")
    for zh, en in PAIRS:
        store.addtranslation(zh, "zh-CN", en, "en-US")
    return bytes(store)


def as_xliff() -> bytes:
    store: Any = xlifffile(sourcelanguage="zh-CN", targetlanguage="en-US")
    return _filled(store)


def as_po() -> bytes:
    store: Any = pofile()
    store.init_headers(language="en_US", x_source_language="zh_CN")
    return _filled(store)


def _filled(store: Any) -> bytes:
    for zh, en in PAIRS:
        unit = store.addsourceunit(zh)
        unit.target = en
    return bytes(store)


@pytest.mark.parametrize(("write", "name"), [(as_tmx, "a.tmx"), (as_xliff, "a.xlf"), (as_po, "a.po")])
def test_we_read_each_unit_that_the_toolkit_writes(
    write: Callable[[], bytes], name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(write())
    found = [(unit.zh, unit.en) for unit in units_of_file(str(tmp_path / name), Passed())]
    assert found == PAIRS


def test_the_toolkits_tmx_keeps_the_standard(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_bytes(as_tmx())
    findings, units = checked([tmp_path / "a.tmx"])
    assert (findings.listed, units) == ([], len(PAIRS))


def test_what_it_writes_goes_through_an_export_and_back(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_bytes(as_tmx())
    out = tmp_path / "out.tmx"
    arguments = ["export", str(tmp_path / "a.tmx"), "--to", "weblate", "-o", str(out)]
    assert CliRunner().invoke(program, arguments).exit_code == 0
    store = tmxfile(io.BytesIO(out.read_bytes()), sourcelanguage="zh-CN", targetlanguage="en-US")
    assert [(each.source, each.target) for each in store.units] == PAIRS
