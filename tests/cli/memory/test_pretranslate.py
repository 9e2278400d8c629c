from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.memory.memories import make_memory
from vet_terms.memory.xliff import read_xliff_units

Capture = pytest.CaptureFixture[str]

DOCUMENT = (
    "学校成立于柳州，服务当地产业。\n\n全市共有职业院校31所。\n\n推进校企合作。\n\n"
    "学校成立于柳州，服务地方产业。\n\n天气很好，职业教育也很好。\n"
)
GLOSSARY = "zh,en,en_forbidden,status\n职业教育,vocational education,professional education,approved\n"


@pytest.fixture
def document(run: Run) -> Path:
    make_memory()
    path = Path("new.txt")
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_a_document_becomes_an_xliff(run: Run, document: Path, capsys: Capture, version: str) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf", "--xliff", version) == 0
    units = read_xliff_units(Path("new.xlf").read_bytes(), "new.xlf")
    assert [unit.en for unit in units] == [
        "The college was founded in Liuzhou to serve local industry.",
        "There are 31 vocational colleges in the city.",
        units[2].en,
        "",
        "",
    ]
    assert units[2].en in {"Promote cooperation.", "Advance school-enterprise cooperation."}
    printed = capsys.readouterr()
    assert printed.out == ""
    assert (
        "5 segments: 1 filled, 1 with numbers replaced, 1 with one of several translations (to review), "
        "1 with matches offered, 1 without; 0 terms noted → new.xlf"
    ) in printed.err


def test_another_form_is_filled_in_for_review_and_what_was_left_out_is_said(
    run: Run, document: Path, capsys: Capture
) -> None:
    document.write_text(
        "學校成立於柳州，服務當地產業。\n\n联系电话：0772-3156001\n\n天气很好。\n", encoding="utf-8"
    )
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf", "--json") == 0
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert (answer["exact"], answer["form_differs"], answer["left_out_on_reading"]) == (0, 1, 1)
    assert 'state="needs-review-translation" state-qualifier="x-form-differs"' in Path("new.xlf").read_text(
        "utf-8"
    )
    assert "1 of a text in another form (to review)" in printed.err
    assert (
        "new.txt: 1 text left out on reading (address of the site: 1); `vet-terms inspect` lists them"
        in printed.err
    )


def test_the_version_that_was_asked_for(run: Run, document: Path) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "a.xlf") == 0
    assert run("memory", "pretranslate", "new.txt", "-o", "b.xlf", "--xliff", "2.1") == 0
    assert b'version="1.2"' in Path("a.xlf").read_bytes()
    assert b'version="2.1"' in Path("b.xlf").read_bytes()


def test_terms_of_the_glossary_are_noted(run: Run, document: Path, capsys: Capture) -> None:
    Path("g.csv").write_text(GLOSSARY, encoding="utf-8")
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf", "--glossary", "g.csv") == 0
    line = "职业教育 = vocational education (do not use: professional education)"
    assert line in Path("new.xlf").read_text("utf-8")
    assert "1 term noted" in capsys.readouterr().err


def test_the_workspace_s_glossary_is_used_where_it_is_there(run: Run, document: Path) -> None:
    Path("glossary").mkdir()
    Path("glossary/terms.csv").write_text(GLOSSARY, encoding="utf-8")
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf") == 0
    assert "职业教育 = vocational education" in Path("new.xlf").read_text("utf-8")


def test_the_result_can_be_checked(run: Run, document: Path, capsys: Capture) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf") == 0
    assert run("check", "new.xlf", "--json", "--ignore", "omission") == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding for finding in findings if finding["rule"].startswith("numbers/")] == []


def test_json(run: Run, document: Path, capsys: Capture) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert {key: answer[key] for key in ("segments", "exact", "numbers_replaced", "offered", "empty")} == {
        "segments": 5, "exact": 1, "numbers_replaced": 1, "offered": 1, "empty": 1,
    }  # fmt: skip
    assert answer["units"][1]["remark"] == "Numbers replaced in old.tmx: 29 → 31"
    assert answer["units"][3]["offers"][0]["target"] == (
        "The college was founded in Liuzhou to serve local industry."
    )


def test_a_threshold(run: Run, document: Path, capsys: Capture) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf", "--threshold", "95") == 0
    assert "0 with matches offered, 2 without" in capsys.readouterr().err


def test_from_english_into_chinese(run: Run, document: Path) -> None:
    Path("en.txt").write_text("There are 31 vocational colleges in the city.\n", encoding="utf-8")
    assert run("memory", "pretranslate", "en.txt", "-o", "en.xlf") == 0
    written = Path("en.xlf").read_bytes()
    [unit] = read_xliff_units(written, "en.xlf")
    assert unit.zh == "全市共有职业院校31所。"
    assert b'source-language="en-US" target-language="zh-CN"' in written


def test_traditional_chinese_has_its_code(run: Run, document: Path) -> None:
    Path("tw.txt").write_text("學校成立於臺灣，使用網路軟體與資訊系統。\n", encoding="utf-8")
    assert run("memory", "pretranslate", "tw.txt", "-o", "tw.xlf") == 0
    assert b'source-language="zh-TW"' in Path("tw.xlf").read_bytes()


def test_standard_input_and_output(
    run: Run, document: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf") == 0
    capfdbinary.readouterr()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(document.read_bytes())))
    assert run("memory", "pretranslate", "-", "-o", "-") == 0
    printed = capfdbinary.readouterr().out
    assert printed.replace(b"standard input", b"new.txt") == Path("new.xlf").read_bytes()


def test_without_a_memory_terms_are_noted_and_it_is_said(run: Run, document: Path, capsys: Capture) -> None:
    Path("memory.sqlite").unlink()
    Path("g.csv").write_text(GLOSSARY, encoding="utf-8")
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf", "--glossary", "g.csv") == 0
    printed = capsys.readouterr().err
    assert "no memory here (memory.sqlite): nothing is filled in or offered" in printed
    assert "5 segments: 0 filled, 0 with matches offered, 5 without; 1 term noted" in printed


def test_what_somebody_translated_is_not_written_over(run: Run, document: Path, capsys: Capture) -> None:
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf") == 0
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf") == 0
    edited = Path("new.xlf").read_bytes().replace(b"31 vocational", b"thirty-one vocational")
    Path("new.xlf").write_bytes(edited)
    assert run("memory", "pretranslate", "new.txt", "-o", "new.xlf") == 2
    assert "new.xlf: is there already, and translations may be in it" in capsys.readouterr().err
    assert Path("new.xlf").read_bytes() == edited


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new.txt", "-o", "new.txt"), "new.txt: is the file to read"),
        (("new.txt",), "--output"),
        (("new.txt", "-o", "-", "--json"), "--json and -o - both want standard output"),
        (("missing.txt", "-o", "a.xlf"), "missing.txt: no such file"),
        (("new.txt", "-o", "no/a.xlf"), "no/a.xlf: its folder does not exist"),
        (("new.txt", "-o", "a.xlf", "--store", "team.sqlite"), "team.sqlite"),
        (("new.txt", "-o", "a.xlf", "--glossary", "no.csv"), "no.csv: no such file"),
        (("new.txt", "-o", "a.xlf", "--source", "en"), "new.txt: has no English text to translate"),
        (("new.txt", "-o", "a.xlf", "--xliff", "3"), "--xliff"),
        (("new.txt", "-o", "a.xlf", "--threshold", "0"), "--threshold"),
    ],
)
def test_wrong_use_writes_nothing(
    run: Run, document: Path, capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    assert run("memory", "pretranslate", *arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""
    assert not Path("a.xlf").exists() and document.read_text("utf-8") == DOCUMENT
