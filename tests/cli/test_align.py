from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vet_terms.cli import align
from vet_terms.memory.workspace_tmx import read_tmx

Capture = pytest.CaptureFixture[str]


def test_a_bilingual_file_becomes_a_tmx(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "-o", "out.tmx") == 0
    assert [unit.zh for unit in read_tmx("out.tmx")] == ["一、校企合作", "学校与柳工共建“国际工匠学院”。"]
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "only in English: small.txt:b5: This sentence has no partner at all in Chinese." in printed.err
    assert "2 units, 0 Chinese and 1 English texts unpaired → out.tmx" in printed.err


def test_json_is_one_object_and_alone_on_standard_output(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["units"] == 2
    assert answer["zh_only"] == []
    assert answer["en_only"] == [
        {"text": "This sentence has no partner at all in Chinese.", "place": "small.txt:b5"}
    ]
    assert answer["signature"].startswith("vet-terms:")


def test_json_and_a_file_together(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "--json", "-o", "out.tmx") == 0
    assert json.loads(capsys.readouterr().out)["units"] == len(read_tmx("out.tmx"))


def test_the_tmx_on_standard_output(run: Run, small: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run("align", "small.txt", "-o", "-") == 0
    written = capfdbinary.readouterr().out
    assert run("align", "small.txt", "-o", "out.tmx") == 0
    assert written == Path("out.tmx").read_bytes()


def test_two_files(run: Run, small: Path) -> None:
    lines = small.read_text("utf-8").replace("\n\n", "\n").splitlines()
    Path("zh.txt").write_text("\n\n".join(lines[0::2][:2]), encoding="utf-8")
    Path("en.txt").write_text("\n\n".join(lines[1::2]), encoding="utf-8")
    assert run("align", "en.txt", "zh.txt", "-o", "out.tmx") == 0
    assert len(read_tmx("out.tmx")) == 2


def test_traditional_chinese_aligns_as_well_and_gets_its_code(run: Run, small: Path) -> None:
    import opencc

    Path("tw.txt").write_text(opencc.OpenCC("s2tw").convert(small.read_text("utf-8")), encoding="big5")
    assert run("align", "tw.txt", "-o", "out.tmx") == 0
    assert [unit.zh for unit in read_tmx("out.tmx")] == ["一、校企合作", "學校與柳工共建“國際工匠學院”。"]
    assert 'srclang="zh-TW"' in Path("out.tmx").read_text("utf-8")


@pytest.mark.parametrize("options", [[], ["--json", "-o", "-"]])
def test_where_to_write_must_be_clear(run: Run, small: Path, options: list[str]) -> None:
    assert run("align", "small.txt", *options) == 2


def test_what_is_read_is_never_written_over(run: Run, small: Path, capsys: Capture) -> None:
    before = small.read_bytes()
    assert run("align", "small.txt", "-o", "./small.txt") == 2
    assert "is the file to read; name another" in capsys.readouterr().err
    assert small.read_bytes() == before


def test_an_edited_memory_is_never_written_over(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "-o", "out.tmx") == 0
    assert run("align", "small.txt", "-o", "out.tmx") == 0
    out = Path("out.tmx")
    out.write_text(out.read_text("utf-8").replace("jointly", "together"), encoding="utf-8")
    assert run("align", "small.txt", "-o", "out.tmx") == 2
    assert "out.tmx: was edited since it was written" in capsys.readouterr().err
    assert "together" in out.read_text("utf-8")


def test_of_many_lone_texts_the_first_are_listed(
    run: Run, small: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(align, "MOST_SAID", 2)
    lone = "\n\n".join(f"Sentence {number} is in English only." for number in (1, 2, 3, 4))
    small.write_text(small.read_text("utf-8") + "\n" + lone + "\n", encoding="utf-8")
    assert run("align", "small.txt", "--no-vectors", "-o", "out.tmx") == 0
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("only in English: ")]
    assert len(said) == 3
    assert re.fullmatch(r"only in English: \d more; --review writes all of them in their places", said[-1])
