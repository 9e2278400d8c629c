"""``vet-terms memory``: importing, searching, concordance and stats, as a person and a script call them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import DECK, Run
from vet_terms.language.vectors import is_available

Capture = pytest.CaptureFixture[str]

TABLE = (
    "id\tzh\ten\n"
    "1\t柳州市共有职业院校29所。\tThere are 29 vocational colleges in Liuzhou.\n"
    "2\t产教融合、校企合作\tindustry-education integration and school-enterprise cooperation\n"
    "3\t产教融合、校企合作\tintegration of industry and education\n"
    "4\t只有中文\t\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "old.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def imported(run: Run, table: Path, capsys: Capture) -> Run:
    assert run("memory", "import", str(table)) == 0
    capsys.readouterr()
    return run


def test_import_says_what_came_in(run: Run, table: Path, capsys: Capture) -> None:
    assert run("memory", "import", str(table), "--json") == 0
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert found == {
        "store": "memory.sqlite",
        "new": 3,
        "known": 0,
        "passed_over": 1,
        "broken": {},
        "units": 3,
    }
    assert "old.tsv: 1 unit lacks Chinese or English and was passed over" in captured.err
    assert run("memory", "import", str(table)) == 0
    assert "memory.sqlite: 0 new units, 3 known already; 3 units now" in capsys.readouterr().err


def test_all_files_come_in_or_none(run: Run, table: Path, tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "broken.tmx"
    broken.write_text('<tmx version="1.4"><header/><body><tu>', encoding="utf-8")
    assert run("memory", "import", str(table), str(broken)) == 2
    assert "broken.tmx: line 1" in capsys.readouterr().err
    assert run("memory", "stats", "--json") == 0
    assert json.loads(capsys.readouterr().out)["units"] == 0


def test_no_memory_is_made_of_what_cannot_be_read(run: Run, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty.tmx").write_text('<tmx version="1.4"><header/><body/></tmx>', encoding="utf-8")
    assert run("memory", "import", str(tmp_path / "empty.tmx")) == 2
    assert "a TMX without a unit" in capsys.readouterr().err
    assert not (tmp_path / "memory.sqlite").exists()


def test_the_deck_goes_in_by_way_of_its_tmx(run: Run, capsys: Capture) -> None:
    assert run("align", str(DECK), "-o", "deck.tmx") == 0
    assert run("memory", "import", "deck.tmx") == 0
    capsys.readouterr()
    assert run("memory", "search", "目前，柳州市共有职业院校31所", "--threshold", "20", "--json") == 0
    ((match, *_),) = [answer["matches"] for answer in json.loads(capsys.readouterr().out)]
    assert match["unit"]["zh"].startswith("目前，柳州市共有职业院校29所")
    assert match["unit"]["place"].startswith("004_b56f01a47149504a.txt:p1")


def test_search_shows_the_best_first(imported: Run, capsys: Capture) -> None:
    assert imported("memory", "search", "柳州市共有职业院校31所。") == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        " 99 % (numbers differ)  approved  old.tsv:b1",
        "       柳州市共有职业院校29所。",
        "       There are 29 vocational colleges in Liuzhou.",
    ]
    assert captured.err == ""


def test_search_says_that_the_form_differs(imported: Run, capsys: Capture) -> None:
    assert imported("memory", "search", "柳州市共有職業院校29所。") == 0
    assert capsys.readouterr().out.startswith(" 99 % (form differs)  approved")


def test_search_reads_lines_and_says_what_it_does_not_find(
    imported: Run, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.TextIOWrapper(io.BytesIO("产教融合、校企合作\n\n没有这样的句子\n".encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", given)
    assert imported("memory", "search", "-") == 0
    captured = capsys.readouterr()
    assert captured.out.count("100 %") == 2
    assert "没有这样的句子: nothing in the memory is 70 % like it" in captured.err


def test_concordance_marks_the_phrase(imported: Run, capsys: Capture) -> None:
    assert imported("memory", "concordance", "融合", "--limit", "1") == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "approved  old.tsv:b2",
        "       产教**融合**、校企合作",
        "       industry-education integration and school-enterprise cooperation",
    ]
    assert "融合: 1 more; --limit 2 shows them" in captured.err
    assert imported("memory", "concordance", "Vocational College", "--json") == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert (answer["language"], answer["total"], answer["units"][0]["spans"]) == ("en", 1, [[13, 31]])
    assert imported("memory", "concordance", "没有") == 0
    assert "没有: not in the memory" in capsys.readouterr().err


@pytest.mark.skipif(not is_available(), reason="the sentence encoder is not installed")
def test_concordance_by_meaning(imported: Run, capsys: Capture) -> None:
    asked = ("memory", "concordance", "--meaning")
    assert imported(*asked, "cooperation of enterprises with schools", "--json") == 0
    (answer,) = json.loads(capsys.readouterr().out)
    best = answer["units"][0]
    assert (best["language"], best["unit"]["zh"][best["start"] : best["end"]]) == ("zh", "产教融合、校企合作")
    assert imported(*asked, "柳州有多少所职业学校", "--limit", "1") == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "       柳州市共有职业院校29所。",
        "       **There are 29 vocational colleges in Liuzhou**.",
    ]


def test_stats(imported: Run, capsys: Capture) -> None:
    assert imported("memory", "stats", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["units"], found["zh_texts"], found["en_texts"], found["zh_with_several"]) == (3, 2, 3, 1)
    assert found["statuses"] == {"approved": 3}
    assert found["origins"] == {"old.tsv": 3}
    assert found["index_bytes"]["zh"] > 0
    assert imported("memory", "stats") == 0
    assert "Chinese texts with several translations" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["search", "concordance"])
def test_without_a_memory_the_way_to_one_is_said(run: Run, capsys: Capture, command: str) -> None:
    assert run("memory", command, "学校") == 2
    assert "vet-terms memory import" in capsys.readouterr().err
    assert not Path("memory.sqlite").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("memory", "import", "-", "-"),
        ("memory", "search", ""),
        ("memory", "concordance", " "),
        ("memory", "search", "学校", "--threshold", "0"),
        ("memory", "import"),
        ("memory", "frobnicate"),
        ("memory", "import", "missing.tmx"),
        ("memory", "search", "学校", "--store", "http://example.org/x"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(imported: Run, capsys: Capture, arguments: tuple[str, ...]) -> None:
    assert imported(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert "Traceback" not in captured.err


def test_a_damaged_index_is_made_anew_and_said(imported: Run, tmp_path: Path, capsys: Capture) -> None:
    (shard,) = (tmp_path / ".vet-terms").glob("memory-*/zh/*.shard")
    shard.write_bytes(shard.read_bytes()[:100])
    assert imported("memory", "search", "产教融合、校企合作") == 0
    captured = capsys.readouterr()
    assert captured.out.count("100 %") == 2
    assert "warning: the index of the memory is made anew" in captured.err
