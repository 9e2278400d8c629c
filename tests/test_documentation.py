"""The documents say what the program does: commands, rules, paths, figures and examples are true."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from vet_terms import __version__
from vet_terms.checking.rules import rule_ids
from vet_terms.cli import COMMANDS, program
from vet_terms.cli.export_glossary import GLOSSARIES
from vet_terms.cli.glossary import COMMANDS as GLOSSARY_COMMANDS
from vet_terms.cli.memory import COMMANDS as MEMORY_COMMANDS
from vet_terms.glossary.formats import FORMATS
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.termbase import read_concepts

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
DECISIONS = sorted((ROOT / "docs" / "adr").iterdir())
DOCUMENTS = (*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md")), *DECISIONS)
GROUPS = {"memory": MEMORY_COMMANDS, "glossary": GLOSSARY_COMMANDS}
TOP_LEVEL = frozenset({"src", "tests", "docs", "benchmarks", "seeds", "tmx", "glossary", ".ci"})
KNOWN_HOSTS = frozenset({"keepachangelog.com", "semver.org"})

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOST = re.compile(r"(?<![\w.@/-])(?:https?://)?((?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|cn))\b", re.IGNORECASE)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path) -> list[tuple[str, str]]:
    """Return the code blocks of a document, language and text, without the comments of commands."""
    return [
        (language, re.sub(r" +# .*", "", text) if language == "sh" else text)
        for language, text in FENCE.findall(text_of(path))
    ]


def examples(path: Path) -> list[tuple[str, str]]:
    """Return the commands that a document shows with what they print."""
    shown = "".join(text for language, text in blocks(path) if language == "console")
    found = [part.partition("\n") for part in re.split(r"^\$ ", shown, flags=re.MULTILINE) if part]
    return [(command, output) for command, _, output in found]


def commands(path: Path) -> list[list[str]]:
    """Return the lines of a document's code blocks that run vet-terms, as arguments."""
    shown = [line for language, text in blocks(path) if language == "sh" for line in text.splitlines()]
    shown += [command for command, _ in examples(path)]
    return [shlex.split(line)[1:] for line in shown if line.startswith("vet-terms ")]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the seeds and the glossary as the machine wrote it, and be in it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "tmx", tmp_path / "tmx")
    (tmp_path / "glossary").mkdir()
    shutil.copy(ROOT / "glossary" / MACHINE_FILE, tmp_path / "glossary" / "terms.csv")
    (table,) = (text for language, text in blocks(READMES[0]) if language == "tsv")
    (tmp_path / "new.tsv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_shown_in_both_readmes_and_its_help_has_an_example(name: str) -> None:
    for path in READMES:
        assert name in [arguments[0] for arguments in commands(path)], path.name
    shown = CliRunner().invoke(program, [name, "--help"]).output
    assert f"Example: vet-terms {name}" in shown or name in GROUPS, "commands of a group have their own"


@pytest.mark.parametrize(("group", "name"), [(group, name) for group in GROUPS for name in GROUPS[group]])
def test_a_command_of_a_group_is_shown_in_both_readmes(group: str, name: str) -> None:
    for path in READMES:
        assert [group, name] in [arguments[:2] for arguments in commands(path)], path.name


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_a_readme_shows_only_options_and_commands_that_exist(path: Path) -> None:
    for name, *arguments in commands(path):
        within = [name, arguments[0]] if name in GROUPS else [name]
        known = CliRunner().invoke(program, [*within, "--help"])
        assert known.exit_code == 0, within
        for option in (each for each in arguments if each.startswith("-") and each != "-"):
            assert re.search(rf"(?<![\w-]){re.escape(option)}\b", known.output), (name, option)


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_an_example_prints_what_the_readme_shows(
    path: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A reader sits at a terminal.
    monkeypatch.setattr("vet_terms.cli.lookup.is_for_a_person", lambda: True)
    assert examples(path)
    for command, output in examples(path):
        result = CliRunner().invoke(program, shlex.split(command)[1:])
        assert result.exit_code in {0, 1}, command
        assert result.output == output, command


def test_every_lookup_of_the_tour_finds_something(workspace: Path) -> None:
    asked = [each for each in commands(READMES[0]) if each[0] == "lookup" and "--interactive" not in each]
    for arguments in asked:
        assert "双元制" in CliRunner().invoke(program, arguments).stdout, arguments


def test_the_figures_of_the_build_are_those_of_the_committed_files() -> None:
    (shown,) = (text for language, text in blocks(READMES[0]) if language == "text")
    memory = next((ROOT / "tmx").glob("*.tmx"))
    units = text_of(memory).count("<tu ")
    alone = [line.split("\t")[1] for line in text_of(memory.with_suffix(".unpaired.tsv")).splitlines()[1:]]
    concepts = [each for each in read_concepts(ROOT / "glossary" / MACHINE_FILE) if each.status != "rejected"]
    candidates = len(text_of(ROOT / "glossary" / "candidates.csv").splitlines()) - 1
    assert f"{units} units, {alone.count('zh')} Chinese and {alone.count('en')} English texts" in shown
    assert f"{len(concepts)} concepts, {candidates} candidates" in shown
    assert all(f"glossary/{FORMATS[name].file_name}" in shown for name in ("tbx2", "omegat"))


def test_every_format_of_the_glossary_and_its_usual_name_is_on_the_page_of_formats() -> None:
    page = text_of(ROOT / "docs" / "glossary-formats.md")
    for name, each in FORMATS.items():
        assert f"`{name}`" in page
        assert f"`{each.file_name}`" in page
    for tool, endings in GLOSSARIES.items():
        (row,) = re.findall(rf"^\| (?:`[\w-]+`, )*`{tool}`(?:, `[\w-]+`)* \| (`\..*) \|$", page, re.MULTILINE)
        assert all(f"`{ending}`" in row for ending in endings), tool


def test_the_readmes_are_in_step() -> None:
    english, chinese = (re.findall(r"^#+(?= )", text_of(path), re.MULTILINE) for path in READMES)
    assert english == chinese
    assert blocks(READMES[0]) == blocks(READMES[1])
    english, chinese = (sorted(set(re.findall(r"\]\(([^)]+)\)", text_of(path)))) for path in READMES)
    assert set(english) ^ set(chinese) == {"README.md", "README.zh-CN.md"}


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_a_readme_opens_with_the_two_commands(path: Path) -> None:
    first = blocks(path)[0][1]
    assert first.splitlines() == ["make build", "make test"]
    targets = re.findall(r"^(\w+):", text_of(ROOT / "Makefile"), re.MULTILINE)
    assert {"build", "test"} <= set(targets)


def test_every_rule_is_on_the_page_of_rules() -> None:
    headings = re.findall(r"^## (\S+)$", text_of(ROOT / "docs" / "rules.md"), re.MULTILINE)
    assert headings == list(rule_ids())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_paths_and_links_lead_somewhere(path: Path) -> None:
    quoted = re.findall(r"`([^`\s]+)`", FENCE.sub("", text_of(path)))
    named = [each for each in quoted if "/" in each and each.split("/")[0] in TOP_LEVEL]
    plain = [each for each in named if re.fullmatch(r"[\w./-]+", each) and "NAME" not in each]
    assert [each for each in plain if not (ROOT / each).exists()] == []
    links = re.findall(r"\]\(([^)#:]+)\)", text_of(path))
    assert [each for each in links if not (path.parent / each).exists()] == []


def test_modules_that_the_architecture_names_exist() -> None:
    modules = {file.name for file in (ROOT / "src").rglob("*.py")}
    named = set(re.findall(r"`(\w+\.py)`", text_of(ROOT / "ARCHITECTURE.md")))
    assert named and named <= modules


def test_the_architecture_has_the_layers_of_the_import_contract() -> None:
    settings = text_of(ROOT / "pyproject.toml")
    (contract,) = re.findall(r"^layers = \[\n(.*?)^\]", settings, re.MULTILINE | re.DOTALL)
    layers = [re.findall(r"vet_terms\.(\w+)", line) for line in contract.splitlines()]
    listed = re.findall(r"^\d+\. (.*?): ", text_of(ROOT / "ARCHITECTURE.md"), re.MULTILINE)
    assert [re.findall(r"`src/vet_terms/(\w+)(?:/|\.py)`", line) for line in listed] == layers


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(r"^## \[([^\]]+)\]", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert first and first.group(1) == __version__


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [re.fullmatch(r"(\d{4})-[a-z0-9-]+\.md", path.name) for path in DECISIONS]
    assert [found and int(found.group(1)) for found in numbers] == list(range(1, len(DECISIONS) + 1))
    for number, path in enumerate(DECISIONS, start=1):
        titles = re.findall(r"^#+ .*", text_of(path), re.MULTILINE)
        assert titles[0].startswith(f"# {number}. ")
        assert titles[1:] == ["## Context", "## Decision", "## Consequences"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_no_host_but_the_known(path: Path) -> None:
    assert {host.lower() for host in HOST.findall(text_of(path))} <= KNOWN_HOSTS
    assert not re.search(
        r"--(?:extra-)?index-url|--find-links|(?<!\w)/(?:home|root|opt|work)/", text_of(path)
    )
