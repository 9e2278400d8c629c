"""What an export writes, says and refuses; the memory, TMX files and the workspace as its sources."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vet_terms.cli import program
from vet_terms.cli.export import EXPORTS, TOOLS
from vet_terms.cli.export_glossary import GLOSSARIES
from vet_terms.errors import InputError, UsageError
from vet_terms.glossary.formats import FORMATS
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.termbase import write_concepts
from vet_terms.memory.importing import Passed, units_of_file
from vet_terms.memory.store.opening import open_store
from vet_terms.model import Concept
from vet_terms.tmx.pairs import pairs
from vet_terms.tmx.profiles import PROFILES
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.validation import checked

Texts = tuple[tuple[str, str], ...]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, units: Iterable[str]) -> str:
    Path(name).write_text(
        '<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" '
        f'adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>{"".join(units)}</body></tmx>',
        encoding="utf-8",
    )
    return name


def unit(*texts: tuple[str, str], status: str = "", properties: str = "") -> str:
    status = f'<prop type="x-status">{status}</prop>' if status else ""
    variants = "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in texts)
    return f"<tu>{status}{properties}{variants}</tu>"


def export(*arguments: str) -> Result:
    result = CliRunner().invoke(program, ["export", *arguments])
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(program, ["export", *arguments])
    assert isinstance(result.exception, InputError | UsageError), (result.output, result.exception)
    return str(result.exception)


def exported(name: str = "out.tmx") -> list[Texts]:
    with open_tmx(name) as reader:
        return [tuple((each.language, each.text) for each in unit.variants) for unit in reader]


SIMPLE = unit(("zh-CN", "软件学院。"), ("en-US", "The school of software."))


def test_every_profile_can_be_exported_to() -> None:
    assert EXPORTS.keys() == PROFILES.keys()


@pytest.mark.parametrize("name", PROFILES)
def test_what_is_exported_to_a_tool_breaks_none_of_its_rules(name: str) -> None:
    several = unit(
        *(("en_GB", "B."), ("zh_CN", "学院。"), ("EN-US", "A."), ("fr", "C.")),
        properties='<prop type="file">a.txt</prop><prop type="domain">law</prop>',
    )
    write("in.tmx", [SIMPLE, several])
    export("in.tmx", "--to", name, "-o", "out.tmx")
    findings, units = checked(["out.tmx"], [name])
    assert findings.listed == []
    assert units == (3 if name != "phrase" else 2)


def test_the_tmx_of_the_workspace_is_the_default_and_the_memory_comes_before_it() -> None:
    Path("tmx").mkdir()
    write("tmx/a.tmx", [SIMPLE])
    export("--to", "generic", "-o", "out.tmx")
    assert exported() == [(("zh-CN", "软件学院。"), ("en-US", "The school of software."))]

    store = open_store("memory.sqlite", create=True)
    write("in.tmx", [unit(("zh-CN", "甲。"), ("en-US", "A."), ("en-GB", "B."))])
    store.add(units_of_file("in.tmx", Passed()))
    store.close()
    export("--to", "generic", "-o", "out.tmx")
    assert exported() == [
        (("zh-CN", "甲。"), ("en-US", "A.")),
        (("zh-CN", "甲。"), ("en-GB", "B.")),
    ]


def test_flat_keeps_the_best_target_and_says_what_stayed_out() -> None:
    targets = [("machine", "A."), ("approved", "B."), ("edited", "C.")]
    write("in.tmx", [unit(("zh-CN", "甲。"), ("en-US", text), status=status) for status, text in targets])
    result = export("in.tmx", "--to", "generic", "-o", "out.tmx", "--flat")
    assert exported() == [(("zh-CN", "甲。"), ("en-US", "B."))]
    assert "left out: 2 units with a source for which another target was better" in result.stderr


def test_in_full_the_best_comes_last_for_omegat() -> None:
    targets = [("approved", "B."), ("machine", "A."), ("edited", "C.")]
    write("in.tmx", [unit(("zh-CN", "甲。"), ("en-US", text), status=status) for status, text in targets])
    export("in.tmx", "--to", "omegat", "-o", "out.tmx")
    assert [texts[1][1] for texts in exported()] == ["A.", "C.", "B."]
    export("in.tmx", "--to", "generic", "-o", "out.tmx")
    assert [texts[1][1] for texts in exported()] == ["B.", "A.", "C."]


TAIWAN = unit(("zh-TW", "軟體學院的網路。"), ("en-US", "The network of the school."))


def test_another_chinese_is_left_out_where_a_tool_has_one_direction() -> None:
    write("in.tmx", [SIMPLE, SIMPLE.replace("学院", "公司"), TAIWAN])
    result = export("in.tmx", "--to", "trados", "-o", "out.tmx")
    assert len(exported()) == 2
    assert "left out: 1 unit in another Chinese than the file (zh-TW); --derive zh-CN" in result.stderr
    export("in.tmx", "--to", "generic", "-o", "out.tmx")
    assert exported()[2][0] == ("zh-TW", "軟體學院的網路。")
    assert checked(["out.tmx"], ["memoq"])[0].listed == []


def test_one_chinese_is_derived_from_another_and_marked() -> None:
    write("in.tmx", [SIMPLE, TAIWAN, unit(("zh-CN", "软"), ("zh-TW", "軟硬"), ("en-US", "Both are there."))])
    result = export("in.tmx", "--to", "generic", "-o", "out.tmx", "--derive", "zh-TW")
    assert [texts[0] for texts in exported()] == [
        ("zh-TW", "軟體學院。"),
        ("zh-TW", "軟體學院的網路。"),
        ("zh-TW", "軟硬"),
    ]
    with open_tmx("out.tmx") as reader:
        marks = [dict(each.properties).get("x-derived-from", "") for each in reader]
    assert marks == ["zh-CN", "", ""]
    assert "Chinese was derived in 1 unit" in result.stderr
    assert "language codes" not in result.stderr


def test_footnotes_in_codes_are_derived_and_the_code_is_not() -> None:
    code = '<ph x="1">&lt;学 <sub>见软件<hi>学院</hi><ph>学</ph></sub>&gt;</ph>'
    write("in.tmx", [SIMPLE.replace("软件学院", f"软件{code}")])
    export("in.tmx", "--to", "generic", "-o", "out.tmx", "--derive", "zh-TW")
    assert '軟體<ph x="1">&lt;学 <sub>見軟體<hi>學院</hi><ph>学</ph></sub>&gt;</ph>' in Path(
        "out.tmx"
    ).read_text(encoding="utf-8")


def test_units_without_both_languages_are_counted_and_long_ones_said() -> None:
    long = unit(("zh-CN", "长" * 2001), ("en-US", "Long."))
    write("in.tmx", [SIMPLE, long, unit(("zh-CN", "甲"), ("fr", "A"))])
    result = export("in.tmx", "--to", "trados", "-o", "out.tmx")
    assert len(exported()) == 2
    assert "left out: 1 unit without both Chinese and English text" in result.stderr
    assert "over 2,000 characters on a side: 1 unit, which Trados Studio leaves out" in result.stderr


def test_json_is_one_object() -> None:
    write("in.tmx", [SIMPLE, unit(("ja", "甲"), ("fr", "A"))])
    answer = json.loads(export("in.tmx", "--to", "memoq", "-o", "out.tmx", "--json").stdout)
    assert answer["units"] == 1
    assert answer["left_out"] == {"no_pair": 1, "variety": 0, "target": 0}
    assert (answer["source"], answer["target"], answer["written"]) == ("zh-CN", "en-US", ["out.tmx"])


def test_standard_output_holds_the_tmx_alone() -> None:
    write("in.tmx", [SIMPLE])
    result = export("in.tmx", "--to", "generic", "-o", "-")
    export("in.tmx", "--to", "generic", "-o", "out.tmx")
    assert result.stdout.encode() == Path("out.tmx").read_bytes()
    assert result.stderr == "1 unit, zh-CN to en-US, for any tool\n"


def test_the_same_units_give_the_same_bytes() -> None:
    write("in.tmx", [SIMPLE, TAIWAN])
    for name in ("a.tmx", "b.tmx"):
        export("in.tmx", "--to", "generic", "-o", name)
    assert Path("a.tmx").read_bytes() == Path("b.tmx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["in.tmx", "--to", "trados", "-o", "in.tmx"], "in.tmx: is what is read"),
        (["in.tmx", "--to", "trados", "-o", "./in.tmx"], "in.tmx: is what is read"),
        (["in.tmx", "--to", "trados", "-o", "out"], "name a file that ends in .tmx"),
        (["in.tmx", "--to", "trados", "-o", "out.TMX"], "name a file that ends in .tmx"),
        (["none.tmx", "--to", "trados", "-o", "out.tmx"], "none.tmx: no such file"),
        (["in.tmx", "--store", "a.sqlite", "--to", "trados", "-o", "out.tmx"], "not both"),
        (["in.tmx", "--glossary", "g.csv", "--to", "trados", "-o", "out.tmx"], "goes into an OmegaT project"),
        (["-", "--to", "trados", "-o", "out.tmx"], "save them to a file"),
        (["french.tmx", "--to", "trados", "-o", "out.tmx"], "no unit with both Chinese and English"),
        (["--to", "trados", "-o", "out.tmx"], "name TMX files, or run vet-terms build"),
        (["in.tmx", "--to", "omegat", "-o", "other"], "has files in it and is no OmegaT project"),
        (["french.tmx", "--to", "omegat", "-o", "new"], "no unit with both Chinese and English"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(arguments: list[str], said: str) -> None:
    write("in.tmx", [SIMPLE])
    write("french.tmx", [unit(("zh-CN", "甲"), ("fr", "A"))])
    Path("other").mkdir()
    Path("other/mine.txt").write_text("mine", encoding="utf-8")
    before = sorted(Path().rglob("*"))
    assert said in refused(*arguments)
    assert sorted(Path().rglob("*")) == before


CONCEPT = Concept(id="c1", zh="双元制", en="dual system")


def test_a_project_has_all_that_omegat_needs() -> None:
    write("in.tmx", [TAIWAN])
    Path("glossary").mkdir()
    write_concepts("glossary/terms.csv", [CONCEPT])
    result = export("in.tmx", "--to", "omegat", "-o", "project")
    assert sorted(path.relative_to("project").as_posix() for path in Path("project").rglob("*")) == [
        "dictionary",
        "glossary",
        "glossary/vet-terms.tbx",
        "glossary/vet-terms.utf8",
        "omegat",
        "omegat.project",
        "omegat/segmentation.conf",
        "omegat/segmentation.srx",
        "source",
        "target",
        "tm",
        "tm/auto",
        "tm/auto/vet-terms.tmx",
        "tm/enforce",
    ]
    settings = Path("project/omegat.project").read_text(encoding="utf-8")
    assert "<source_lang>ZH-TW</source_lang>" in settings
    assert "<sentence_seg>true</sentence_seg>" in settings
    assert "put the documents to translate into project/source" in result.stderr


def test_of_a_persons_project_only_our_files_are_replaced() -> None:
    write("in.tmx", [SIMPLE])
    export("in.tmx", "--to", "omegat", "-o", "project")
    mine = {
        "omegat.project": "<omegat><source_lang>ZH-HK</source_lang></omegat>",
        "source/a.txt": "甲",
        "target/a.txt": "A",
        "omegat/project_save.tmx": "saved",
        "omegat/segmentation.srx": "my rules",
        "glossary/mine.utf8": "甲\tA",
        "tm/auto/mine.tmx": "mine",
    }
    for name, text in mine.items():
        Path("project", name).write_text(text, encoding="utf-8")
    Path("project/omegat/segmentation.conf").unlink()
    write("in.tmx", [SIMPLE.replace("学院", "公司")])
    result = export("in.tmx", "--to", "omegat", "-o", "project")
    assert {name: Path("project", name).read_text(encoding="utf-8") for name in mine} == mine
    assert not Path("project/omegat/segmentation.conf").exists()
    assert exported("project/tm/auto/vet-terms.tmx")[0][0] == ("zh-CN", "软件公司。")
    assert "was a project already: only these files were replaced" in result.stderr
    assert "the project goes from ZH-HK, this memory from zh-CN" in result.stderr


def test_a_project_that_cannot_be_written_keeps_its_old_files(monkeypatch: pytest.MonkeyPatch) -> None:
    write("in.tmx", [SIMPLE])
    export("in.tmx", "--to", "omegat", "-o", "project")
    before = Path("project/tm/auto/vet-terms.tmx").read_bytes()
    write("in.tmx", [SIMPLE.replace("学院", "公司")])
    Path("terms.csv").write_text("no table\n", encoding="utf-8")
    assert "terms.csv" in refused("in.tmx", "--to", "omegat", "-o", "project", "--glossary", "terms.csv")
    assert Path("project/tm/auto/vet-terms.tmx").read_bytes() == before


def test_codes_stay_through_an_export() -> None:
    coded = (
        '<tu tuid="7"><tuv xml:lang="zh-CN"><seg>点<bpt i="1">&lt;b></bpt>这里<ept i="1"/></seg></tuv>'
        '<tuv xml:lang="en-US"><seg>Click <bpt i="1">&lt;b></bpt>here<ept i="1"/></seg></tuv></tu>'
    )
    write("in.tmx", [coded])
    export("in.tmx", "--to", "trados", "-o", "out.tmx")
    with open_tmx("in.tmx") as before, open_tmx("out.tmx") as after:
        (old,), (new,) = ([pair for each in reader for pair in pairs(each)] for reader in (before, after))
    assert (old.zh.content, old.en.content) == (new.zh.content, new.en.content)


GLOSSARY = [
    Concept(id="c1", zh="双元制", en="dual system", en_forbidden=("binary system",), status="approved"),
    Concept(id="c2", zh="吃饭", en="eat", status="rejected"),
]
OUTPUTS = [(to, ending, name) for to, endings in GLOSSARIES.items() for ending, name in endings.items()]


@pytest.mark.parametrize(("to", "ending", "name"), OUTPUTS)
def test_a_tools_own_ending_makes_it_the_glossary(to: str, ending: str, name: str) -> None:
    Path("glossary").mkdir()
    write_concepts("glossary/terms.csv", GLOSSARY)
    result = export("--to", to, "-o", f"out{ending}")
    assert [row.zh for row in read_glossary(f"out{ending}")] == ["双元制"]
    assert FORMATS[name].description in result.stderr
    assert "left out: 1 concept (rejected)" in result.stderr
    answer = json.loads(export("--to", to, "-o", f"out{ending}", "--json").stdout)
    assert (answer["to"], answer["concepts"], answer["left_out"]) == (to, 1, {"rejected": 1})


def test_every_tool_with_a_glossary_is_a_choice() -> None:
    assert set(TOOLS) == {*EXPORTS, *GLOSSARIES}
    assert {name for endings in GLOSSARIES.values() for name in endings.values()} <= FORMATS.keys()


def test_omegat_is_given_no_forbidden_term_in_a_tbx() -> None:
    write_concepts("g.csv", GLOSSARY)
    export("--to", "omegat", "-o", "out.tbx", "--glossary", "g.csv")
    assert "binary system" not in Path("out.tbx").read_text(encoding="utf-8")
    export("--to", "weblate", "-o", "out.tbx", "--glossary", "g.csv")
    assert "binary system" in Path("out.tbx").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "deepl", "-o", "out.tmx"], "a glossary for deepl ends in .csv"),
        (["in.tmx", "--to", "memoq", "-o", "out.doc"], "in .csv or .xlsx or .tbx or .xml for the glossary"),
        (["in.tmx", "--to", "memoq", "-o", "out.csv"], "are for a memory"),
        (["--to", "memoq", "-o", "out.csv", "--flat"], "are for a memory"),
        (["--to", "memoq", "-o", "out.csv", "--glossary", "none.csv"], "none.csv: no such file"),
        (["--to", "memoq", "-o", "out.csv"], "glossary/terms.csv: no such file"),
        (["--to", "generic", "-o", "g.csv", "--glossary", "g.csv"], "is what is read"),
    ],
)
def test_a_glossary_that_makes_no_sense_is_refused(arguments: list[str], said: str) -> None:
    write("in.tmx", [SIMPLE])
    write_concepts("g.csv", GLOSSARY)
    before = sorted(Path().rglob("*"))
    assert said in refused(*arguments)
    assert sorted(Path().rglob("*")) == before
