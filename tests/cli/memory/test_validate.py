from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vet_terms.cli import program
from vet_terms.errors import InputError

WARNED = """<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a"
 adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
<tu><prop type="file"/><tuv xml:lang="zh-CN"><seg>甲</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu>
</body></tmx>
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["memory", "validate", *arguments])


@pytest.fixture
def warned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("a.tmx").write_text(WARNED, encoding="utf-8")
    return "a.tmx"


def test_a_finding_has_its_place_and_its_rule(warned: str) -> None:
    result = run(warned)
    assert result.exit_code == 0
    first = "property file makes it an alternative for one place in OmegaT [omegat/alternative]"
    second = "property file does not begin with x-: no field for Trados Studio [trados/property]"
    assert result.stdout.splitlines() == [f"a.tmx:3: warning: {each}" for each in (first, second)]
    assert result.stderr == "1 unit in 1 file: 0 errors, 2 warnings\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "warning"], 1),
        (["--profile", "omegat"], 1),
        (["--profile", "trados"], 0),
        (["--profile", "memoq", "--fail-on", "warning"], 0),
    ],
)
def test_the_exit_code_says_whether_it_is_grave(warned: str, options: list[str], code: int) -> None:
    assert run(warned, *options).exit_code == code


def test_json_is_one_object(warned: str) -> None:
    answer = json.loads(run(warned, "--profile", "omegat", "--json").stdout)
    (finding,) = answer["findings"]
    assert (finding["line"], finding["rule"], finding["tool"]) == (3, "omegat/alternative", "OmegaT")
    assert answer["summary"] == {
        "files": 1,
        "units": 1,
        "error": 1,
        "warning": 0,
        "rules": {"omegat/alternative": 1},
    }


def test_nothing_found_is_said(warned: str) -> None:
    result = run(warned, "--profile", "memoq")
    assert (result.stdout, result.stderr) == ("", "1 unit in 1 file: nothing found\n")


def test_a_long_list_is_cut_and_counted(warned: str) -> None:
    unit = WARNED.splitlines()[2]
    Path(warned).write_text(WARNED.replace(unit, unit * 2000), encoding="utf-8")
    result = run(warned, "--profile", "omegat")
    assert len(result.stdout.splitlines()) == 1000
    assert "2,000 × omegat/alternative (error): Properties file, id" in result.stderr


def test_a_broken_file_is_a_finding(warned: str) -> None:
    Path("b.tmx").write_text(WARNED[:-20], encoding="utf-8")
    result = run("b.tmx", "--profile", "memoq")
    assert (result.exit_code, "[xml]" in result.stdout) == (1, True)


def test_a_missing_file_is_none(warned: str) -> None:
    result = run("none.tmx")
    assert isinstance(result.exception, InputError)
    assert "none.tmx: no such file" in str(result.exception)
