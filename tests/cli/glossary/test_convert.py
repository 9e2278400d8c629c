"""Glossaries from one format into another: what a person hears, and what is never written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vet_terms.cli import program
from vet_terms.errors import InputError, UsageError, VetTermsError
from vet_terms.glossary.formats import FORMATS
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.termbase import write_concepts
from vet_terms.model import Concept

DUAL = Concept(
    id="c1", zh="双元制", en="dual system", status="approved", definition="Two places of learning.", count=3
)
ROWS = [
    DUAL,
    Concept(id="c2", zh="吃饭", en="eat", status="rejected"),
    Concept(id="c3", zh="市域产教联合体", en="", status="approved"),
    Concept(id="c4", zh="双元制", en="dual VET", status="proposed"),
    Concept(
        id="c5", zh="软件学院", en="School of Software", en_forbidden=("Soft College",), status="approved"
    ),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("glossary").mkdir()
    write_concepts("glossary/terms.csv", ROWS)
    return tmp_path


def convert(*arguments: str) -> Result:
    result = CliRunner().invoke(program, ["glossary", "convert", *arguments])
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(program, ["glossary", "convert", *arguments])
    assert isinstance(result.exception, VetTermsError), (result.output, result.exception)
    return str(result.exception)


def test_a_person_hears_what_went_and_what_stayed_behind() -> None:
    result = convert("--to", "deepl", "-o", "d.csv")
    assert Path("d.csv").read_text(encoding="utf-8") == "双元制,dual system\n软件学院,School of Software\n"
    assert result.stderr.splitlines() == [
        "2 concepts in d.csv: DeepL: two columns, one direction, preferred terms",
        "left out: 1 concept (rejected)",
        "left out: 1 concept (without English)",
        "left out: 1 concept (source that another concept has too)",
        (
            "not carried, with the concepts that have some: ids (3), forbidden English (1), statuses (1), "
            "definitions (1), counts (1)"
        ),
    ]
    assert result.stdout == ""


def test_json_is_one_object() -> None:
    assert json.loads(convert("--to", "omegat", "-o", "o.utf8", "--json").stdout) == {
        "to": "omegat",
        "written": "o.utf8",
        "concepts": 3,
        "left_out": {"rejected": 1, "without English": 1},
        "not_held": {"id": 3, "count": 1},
        "only_shown": {"en_forbidden": 1, "status": 1, "definition": 1},
    }


def test_the_other_direction() -> None:
    convert("--to", "google", "-o", "g.csv", "--source", "en")
    assert Path("g.csv").read_text(encoding="utf-8").splitlines() == [
        "dual VET,双元制",
        "dual system,双元制",
        "School of Software,软件学院",
    ]


def test_codes_are_written_and_chinese_is_derived() -> None:
    convert("--to", "tbx2", "-o", "t.tbx", "--chinese", "zh-TW", "--english", "en-GB")
    text = Path("t.tbx").read_text(encoding="utf-8")
    assert 'xml:lang="zh-TW"' in text
    assert 'xml:lang="en-GB"' in text
    assert "軟體學院" in text
    assert "derived from zh-CN" in text
    assert "軟" not in Path("glossary/terms.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("first", FORMATS)
@pytest.mark.parametrize("second", ["csv", "tbx2", "jieba"])
def test_every_format_goes_into_others(first: str, second: str) -> None:
    convert("--to", first, "-o", FORMATS[first].file_name)
    name = f"again.{FORMATS[second].file_name}"
    if (first, second) == ("jieba", "tbx2"):
        assert "no concept to write as tbx2 (3 without English)" in refused(
            FORMATS[first].file_name, "--to", second, "-o", name
        )
        return
    convert(FORMATS[first].file_name, "--to", second, "-o", name)
    assert {"双元制", "软件学院"} <= {row.zh for row in read_glossary(name)}


def test_the_output_is_beside_the_input_unless_named() -> None:
    convert("--to", "utx")
    assert Path("glossary/terms.utx").is_file()
    Path("elsewhere").mkdir()
    write_concepts("elsewhere/mine.csv", ROWS)
    convert("elsewhere/mine.csv", "--to", "jieba")
    assert (
        Path("elsewhere/terms.jieba.txt").read_text(encoding="utf-8")
        == "双元制 n\n市域产教联合体 n\n软件学院 n\n"
    )


def test_a_format_can_be_named_for_what_the_ending_does_not_tell() -> None:
    Path("list.dat").write_text("双元制\tdual system\n", encoding="utf-8")
    convert("list.dat", "--from", "omegat", "--to", "csv", "-o", "x.csv")
    assert [(row.zh, row.en) for row in read_glossary("x.csv")] == [("双元制", "dual system")]


def test_standard_output_has_the_glossary_alone() -> None:
    result = convert("--to", "utx", "-o", "-")
    convert("--to", "utx", "-o", "t.utx")
    assert result.stdout_bytes == Path("t.utx").read_bytes()
    assert result.stderr.startswith("3 concepts: UTX 1.11")


def test_standard_input_is_read() -> None:
    data = Path("glossary/terms.csv").read_bytes()
    result = CliRunner().invoke(program, ["glossary", "convert", "-", "--to", "deepl", "-o", "-"], input=data)
    assert result.stdout.splitlines()[0] == "双元制,dual system"


def test_a_mark_for_excel() -> None:
    convert("--to", "csv", "-o", "m.csv", "--bom")
    assert Path("m.csv").read_bytes().startswith(b"\xef\xbb\xbfid,zh")


def test_another_file_is_replaced() -> None:
    Path("o.csv").write_text("old", encoding="utf-8")
    convert("--to", "csv", "-o", "o.csv")
    assert "old" not in Path("o.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "csv", "-o", "glossary/terms.csv"], "is what is read"),
        (["--to", "csv", "-o", "./glossary/../glossary/terms.csv"], "is what is read"),
        (["other.csv", "--to", "csv", "-o", "glossary/terms.csv"], "vet-terms glossary merge other.csv"),
        (["other.csv", "--to", "csv", "-o", "mine/terms.csv"], "that people edit"),
        (["none.csv", "--to", "csv", "-o", "x.csv"], "none.csv: no such file"),
        (["--to", "utx", "--bom", "-o", "x.utx"], "--bom: utx has no byte-order mark"),
        (["--to", "tbx2", "--chinese", "en-US", "-o", "x.tbx"], "en-US: is no code"),
        (["--to", "tbx2", "--english", "zh", "-o", "x.tbx"], "zh: is no code"),
        (["--to", "csv", "-o", "-", "--json"], "standard output can hold"),
        (["broken.xlsx", "--to", "csv", "-o", "x.csv"], "broken.xlsx"),
        (["words.utx", "--to", "csv", "-o", "x.csv"], "must begin with #UTX"),
        (["other.csv", "--from", "utx", "--to", "csv", "-o", "x.csv"], "must begin with #UTX"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(arguments: list[str], said: str) -> None:
    write_concepts("other.csv", [DUAL])
    Path("mine").mkdir()
    write_concepts("mine/terms.csv", ROWS)
    write_concepts("mine/.terms.machine.csv", ROWS)
    Path("broken.xlsx").write_bytes(b"PK\x03\x04 no archive")
    Path("words.utx").write_text("#src\ttgt\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert said in refused(*arguments)
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_errors_are_of_the_kinds_that_end_with_two() -> None:
    for arguments, kind in ((["none.csv"], InputError), (["--bom"], UsageError)):
        result = CliRunner().invoke(
            program, ["glossary", "convert", *arguments, "--to", "utx", "-o", "x.utx"]
        )
        assert isinstance(result.exception, kind)


@pytest.mark.parametrize("code", ['zh-CN" x="', "zh-", "zh-" + "a" * 100, "zh-=1"])
def test_a_code_that_no_file_can_hold_is_refused(code: str) -> None:
    assert "is no code of the language" in refused("--to", "tbx2", "--chinese", code)


def test_a_code_is_written_with_hyphens() -> None:
    convert("--to", "tbx2", "--chinese", "zh_TW", "-o", "t.tbx")
    assert 'xml:lang="zh-TW"' in Path("t.tbx").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["xlsx", "tbx2", "multiterm", "csv"])
def test_standard_input_may_be_a_workbook_or_xml(name: str) -> None:
    convert("--to", name, "-o", "given")
    arguments = ["glossary", "convert", "-", "--to", "deepl", "-o", "-"]
    result = CliRunner().invoke(program, arguments, input=Path("given").read_bytes())
    assert "双元制,dual system" in result.stdout, result.output


@pytest.mark.parametrize("name", ["csv", "memoq-csv", "weblate-csv"])
def test_no_table_is_written_that_could_not_be_read_again(name: str) -> None:
    Path("long.tsv").write_text(f"zh\ten\n双元制\t{'a' * 131_073}\n", encoding="utf-8")
    assert "shorten it" in refused("long.tsv", "--to", name, "-o", "out.csv")
    assert not Path("out.csv").exists()
    Path("long.tsv").write_text(f"zh\ten\n双元制\t{'a' * 131_072}\n", encoding="utf-8")
    convert("long.tsv", "--to", name, "-o", "out.csv")
    assert len(read_glossary("out.csv")[0].en) == 131_072


@pytest.mark.parametrize("name", ["memoq-xlsx", "trados-xlsx"])
def test_a_workbook_with_too_many_columns_is_refused(name: str) -> None:
    variants = " | ".join(f"a{number}" for number in range(6_000))
    Path("wide.csv").write_text(f"zh,en\n双元制,{variants}\n", encoding="utf-8")
    assert "columns" in refused("wide.csv", "--to", name, "-o", "out.xlsx")
