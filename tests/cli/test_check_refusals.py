"""What one call of ``vet-terms check`` cannot ask for at once, and files that it must not write over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BAD = "zh\ten\n共有29所院校。\tThere are 26 colleges.\n"
SPACED = "zh\ten\n共有29所院校。\tThere are 29  colleges.\n"
GLOSSARY = "id,zh,en,status\n1,院校,college,approved\n"
OTHERS = {
    "a.tsv": BAD,
    "b.tsv": BAD,
    "old.tsv": "zh\ten\n共有28所院校。\tThere are 28 colleges.\n",
    "terms.csv": GLOSSARY,
    "approved.tsv": "zh\ten\n学校\tcollege\n",
    "team.toml": '[check]\nmemory = "team.tsv"\n',
    "team.tsv": "zh\ten\n学校\tcollege\n",
    "known.baseline": '{"vet-terms-baseline": 1}\n',
}
CALL = ("check", "a.tsv", "b.tsv", "--glossary", "terms.csv", "--memory", "approved.tsv", "--baseline",
        "known.baseline", "--changed-since", "old.tsv")  # fmt: skip


@pytest.fixture
def files(run: Run) -> dict[str, Path]:
    """Write the files of a call into the folder where the program runs; return them by their names."""
    for name, content in OTHERS.items():
        Path(name).write_text(content, encoding="utf-8")
    return {name: Path(name) for name in OTHERS}


def unchanged(files: dict[str, Path]) -> bool:
    return all(path.read_text(encoding="utf-8") == OTHERS[name] for name, path in files.items())


@pytest.mark.parametrize("written", sorted(OTHERS.keys() - {"team.toml", "team.tsv"}))
def test_a_report_is_not_written_over_a_file_that_is_read(
    run: Run, files: dict[str, Path], capsys: pytest.CaptureFixture[str], written: str
) -> None:
    assert run(*CALL, "-o", written) == 2
    assert (
        capsys.readouterr().err == f"vet-terms: {written}: is read; choose another name for what is written\n"
    )
    assert unchanged(files)


def test_nor_over_what_is_read_unnamed(run: Run, files: dict[str, Path]) -> None:
    Path("glossary").mkdir()
    unnamed = {"glossary/terms.csv": GLOSSARY, "vet-terms.toml": "[check]\n"}
    for name, content in unnamed.items():
        Path(name).write_text(content, encoding="utf-8")
        assert run("check", "a.tsv", "-o", name) == 2
        assert Path(name).read_text(encoding="utf-8") == content


@pytest.mark.parametrize("written", ["team.toml", "team.tsv"])
def test_nor_over_settings_and_what_they_name(run: Run, files: dict[str, Path], written: str) -> None:
    assert run("check", "a.tsv", "--settings", "team.toml", "-o", written) == 2
    assert run("check", "a.tsv", "--settings", "team.toml", "--write-baseline", written) == 2
    assert unchanged(files)


def test_nor_under_another_name(run: Run, files: dict[str, Path]) -> None:
    Path("link.html").symlink_to("a.tsv")
    for written in ("./a.tsv", "link.html", str(Path("a.tsv").absolute())):
        for form in ("html", "xliff"):
            assert run("check", "a.tsv", "--format", form, "-o", written) == 2
        assert run("check", "a.tsv", "--write-baseline", written) == 2
    assert unchanged(files)


def test_a_baseline_of_the_settings_may_be_written_anew(run: Run, files: dict[str, Path]) -> None:
    Path("vet-terms.toml").write_text('[check]\nbaseline = "known.baseline"\n', encoding="utf-8")
    assert run("check", "a.tsv", "--write-baseline", "known.baseline") == 0
    assert run("check", "a.tsv") == 0
    assert run("check", "a.tsv", "-o", "known.baseline") == 2


@pytest.mark.parametrize("written", ["deck.sdlxliff", "DECK.XLIFF", "zh.docx", "approved.tmx"])
def test_nor_over_work_that_a_pattern_of_the_shell_named(run: Run, written: str) -> None:
    Path("a.tsv").write_text(BAD, encoding="utf-8")
    Path(written).write_text("work", encoding="utf-8")
    assert run("check", "a.tsv", "--format", "html", "-o", written) == 2
    assert run("check", "a.tsv", "--write-baseline", written) == 2
    assert Path(written).read_text(encoding="utf-8") == "work"
    Path(written).unlink()
    assert run("check", "a.tsv", "--format", "html", "-o", written) == 1


@pytest.mark.parametrize("form", ["xliff", "xlsx"])
def test_nor_over_a_report_that_people_answer_in(run: Run, form: str) -> None:
    for name in ("a.tsv", "b.tsv"):
        Path(name).write_text(BAD if name == "a.tsv" else BAD + BAD.splitlines()[-1] + "\n", encoding="utf-8")
    report = Path(f"report.{form}")
    assert run("check", "a.tsv", "--format", form, "-o", str(report)) == 1
    first = report.read_bytes()
    assert run("check", "a.tsv", "--format", form, "-o", str(report)) == 1
    assert run("check", "b.tsv", "--format", form, "-o", str(report)) == 2
    assert report.read_bytes() == first


def test_only_a_baseline_or_an_empty_file_is_replaced_by_one(run: Run) -> None:
    Path("a.tsv").write_text(BAD, encoding="utf-8")
    for content, code in (("", 0), ('{"vet-terms-baseline": 1}\n<<<<<<< HEAD\n', 0), ("notes\n", 2)):
        Path("b").write_text(content, encoding="utf-8")
        assert run("check", "a.tsv", "--write-baseline", "b") == code


def test_a_baseline_may_go_to_standard_output(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_text(BAD, encoding="utf-8")
    assert run("check", "a.tsv", "--write-baseline", "-") == 0
    out, _ = capsys.readouterr()
    assert json.loads(out.splitlines()[0]) == {"vet-terms-baseline": 1} and len(out.splitlines()) > 1
    assert not Path("-").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--write-baseline", "b", "--json"),
        ("--write-baseline", "b", "--format", "html"),
        ("--write-baseline", "b", "-o", "report.txt"),
        ("--write-baseline", "b", "--diff"),
        ("--diff", "--json"),
        ("--diff", "--format", "sarif"),
        ("--diff", "--format", "sarif", "-o", "-"),
        ("--only", "numbers", "--ignore", "numbers"),
        ("--only", "numbers/value", "--ignore", "numbers"),
        ("--glossary", ""),
        ("--memory", ""),
        ("--baseline", ""),
        ("--changed-since", ""),
        ("--settings", ""),
        ("-o", ""),
    ],
)
def test_contradictions_are_one_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    Path("a.tsv").write_text(SPACED, encoding="utf-8")
    assert run("check", "a.tsv", *options) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("vet-terms: ") and err.count("\n") == 1
    assert not Path("b").exists()


@pytest.mark.parametrize("option", ["--glossary", "--settings", "--baseline", "--memory", "--changed-since"])
def test_standard_input_is_read_once(run: Run, capsys: pytest.CaptureFixture[str], option: str) -> None:
    assert run("check", "-", option, "-") == 2
    assert "can be read once" in capsys.readouterr().err


def test_a_diff_may_stand_beside_a_report_in_a_file(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_text(SPACED, encoding="utf-8")
    assert run("check", "a.tsv", "--diff", "--json", "-o", "report.json") == 0
    assert capsys.readouterr().out.startswith("--- a.tsv\n")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["findings"]
