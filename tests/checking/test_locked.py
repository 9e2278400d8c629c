"""Locked segments: left out unless asked for, read for the others, never fixed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from vet_terms.checking.fixing.files import fixed_files
from vet_terms.checking.inputs import read_inputs
from vet_terms.checking.locked import without_locked
from vet_terms.checking.runner import check
from vet_terms.cli import main
from vet_terms.model import TranslationUnit

OPEN = TranslationUnit("学校与企业共同建设实训基地。", "Build bases  together.", id="1")
LOCKED = replace(OPEN, en="Joint practice  centres.", id="2", locked=True)
MEMOQ = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2">'
    '<file original="a" source-language="zh-cn" target-language="en-us" datatype="x"><body>'
    '<trans-unit id="1"><source>学院有29所分校。</source><target>It has  26 campuses.</target></trans-unit>'
    '<trans-unit id="2" mq:locked="locked"><source>共有28所院校。</source><target>It has  25.</target>'
    "</trans-unit></body></file></xliff>"
)


def test_nothing_is_reported_on_what_is_locked() -> None:
    units = [OPEN, LOCKED]
    result = check(units)
    assert {each.unit for each in result.findings} == {"1", "2"}
    left = without_locked(result, units)
    assert {each.unit for each in left.findings} == {"1"} and set(left.positions) == {0}
    assert left.units == 1


def test_a_result_without_locks_stays() -> None:
    result = check([OPEN])
    assert without_locked(result, [OPEN]) is result


def test_a_locked_unit_speaks_of_the_others() -> None:
    units = [LOCKED, OPEN]
    found = without_locked(check(units), units).findings
    assert "consistency/target" in {each.rule for each in found if each.unit == "1"}


def test_a_locked_unit_is_never_fixed(tmp_path: Path) -> None:
    path = tmp_path / "a.mqxliff"
    path.write_text(MEMOQ, encoding="utf-8")
    inputs = read_inputs([str(path)])
    (file,) = fixed_files(inputs, check(inputs.units))
    assert b"It has 26 campuses." in file.content and b"It has  25." in file.content


@pytest.mark.parametrize(("options", "units", "locked"), [((), {"1"}, 1), (("--locked",), {"1", "2"}, 0)])
def test_the_command_leaves_them_out_and_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    units: set[str],
    locked: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.mqxliff").write_text(MEMOQ, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["vet-terms", "check", "a.mqxliff", "--json", *options])
    with pytest.raises(SystemExit):
        main()
    out, err = capsys.readouterr()
    said = json.loads(out)
    assert {each["unit"] for each in said["findings"]} == units
    assert said["summary"]["locked"] == locked
    assert ("(1 more is locked)" in err) is bool(locked)
