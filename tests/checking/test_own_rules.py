"""Rules of a person's own: what they find, and settings files that are refused with a sentence."""

from __future__ import annotations

import pickle
import signal
from pathlib import Path
from typing import Any

import pytest

from vet_terms.checking.own_rules import own_rule
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.checking.settings_file import read_settings_file
from vet_terms.errors import InputError
from vet_terms.model import Finding, TranslationUnit

RULE = {"id": "house/words", "kind": "existence"}


def found(table: dict[str, Any], zh: str, en: str) -> list[Finding]:
    rule = pickle.loads(pickle.dumps(own_rule(table, "rule 1")))
    settings = Settings(only=(rule.id,), own_rules=(rule,))
    return list(check([TranslationUnit(zh, en, id="1")], settings=settings).findings)


@pytest.mark.parametrize(
    ("more", "zh", "en", "marked"),
    [
        ({"words": ["utilize"]}, "使用", "We Utilize and utilize it, not utilized", ["Utilize", "utilize"]),
        ({"words": ["DVT"]}, "双元制", "the DVT, not dvt", ["DVT"]),
        ({"words": ["win  win", "win"]}, "双赢", "win win and win", ["win win", "win"]),
        ({"words": ["截止"], "side": "zh"}, "截止目前，不截止", "So far", ["截止", "截止"]),
        ({"words": ["İzmir", "Éire", "^2", "-a", "]", "ab", "ABC", "a"]}, "", "İzmir, Éire 2^2 x-a ]AB ABC A",
         ["İzmir", "Éire", "^2", "-a", "]", "AB", "ABC", "A"]),
        ({"words": ["C++"]}, "语言", "C++ and (C++)", ["C++", "C++"]),
        ({"kind": "pattern", "pattern": r"\d+ %"}, "30%", "30 % and 4 %", ["30 %", "4 %"]),
        ({"kind": "pattern", "pattern": "x*"}, "空", "never an empty match", []),
        ({"kind": "substitution", "swap": {"skill contest": "skills competition"}}, "大赛", "A Skill contest",
         ["Skill contest"]),
    ],
)  # fmt: skip
def test_an_own_rule_marks_what_it_looks_for(
    more: dict[str, Any], zh: str, en: str, marked: list[str]
) -> None:
    spans = [each.span for each in found(RULE | more, zh, en)]
    assert [(zh if span.side == "source" else en)[span.start : span.end] for span in spans if span] == marked


def test_a_substitution_says_what_to_write() -> None:
    (finding,) = found(
        {"id": "house/contest", "kind": "substitution", "swap": {"skill contest": "skills competition"}},
        "大赛",
        "a Skill contest",
    )
    assert finding.message == "“Skill contest” stands here; write “skills competition”."
    assert (finding.suggestion, finding.severity, finding.replacement) == (
        "skills competition",
        "warning",
        None,
    )


@pytest.mark.parametrize(
    ("swap", "en", "written"),
    [
        ({" skill  contest ": " skills competition "}, "a Skill\ncontest", ["skills competition"]),
        ({"skill contest": "skills competition"}, "a skill  contest", ["skills competition"]),
        ({"college": "school", "College": "Academy"}, "College, college",
         ["Academy", "school"]),
        ({"win-win": "of benefit to both"}, "Win-Win", ["of benefit to both"]),
        ({"silk road": "Silk Road"}, "the Silk Road, the silk road", ["Silk Road"]),
        ({"straße": "Street"}, "STRAẞE", ["Street"]),
        ({"risk": "hazard"}, "ri\u017fk", ["hazard"]),
    ],
)  # fmt: skip
def test_what_to_write_is_found_however_the_words_stand(
    swap: dict[str, str], en: str, written: list[str]
) -> None:
    table = {"id": "house/contest", "kind": "substitution", "swap": swap}
    assert [each.suggestion for each in found(table, "大赛", en)] == written


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timer of a process")
@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"])
def test_a_pattern_that_would_not_end_is_refused(monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    monkeypatch.setattr("vet_terms.checking.own_rules.SECONDS", 0.05)
    with pytest.raises(InputError, match="the pattern of house/slow takes more than"):
        found({"id": "house/slow", "kind": "pattern", "pattern": pattern}, "一", "a" * 60 + "!")
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"kind": "existence", "words": ["a"]}, 'needs id = "…"'),
        ({"id": "words", "kind": "existence", "words": ["a"]}, "must look like house/"),
        (RULE | {"words": []}, "needs words ="),
        (RULE | {"words": ["a"], "wrods": []}, "'wrods' says nothing"),
        (RULE | {"kind": "regex"}, "kind must be one of existence, substitution, pattern"),
        (RULE | {"words": ["a"], "side": "fr"}, "side must be one of zh, en"),
        (RULE | {"kind": "pattern", "pattern": "("}, "is no regular expression"),
        (RULE | {"kind": "substitution", "swap": {"a": ""}}, "needs swap ="),
        (RULE | {"kind": "substitution", "swap": {" ": "a"}}, "needs swap ="),
    ],
)
def test_a_slip_is_named(table: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        own_rule(table, "vet-terms.toml, rule 1")


WHOLE = """
[check]
ignore = ["spelling"]
fail-on = "warning"
year = 2019
glossary = "glossary/terms.csv"
baseline = "check.baseline"

[check.severity]
"numbers/bound" = "info"

[[check.rules]]
id = "house/contest"
kind = "substitution"
swap = { "skill contest" = "skills competition" }
"""


def test_a_settings_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "vet-terms.toml"
    file.write_text("\ufeff" + WHOLE, encoding="utf-8")
    read = read_settings_file(file)
    assert (read.ignore, read.fail_on, read.year) == (("spelling",), "warning", 2019)
    assert read.glossary == tmp_path / "glossary" / "terms.csv"
    assert read.severities == (("numbers/bound", "info"),)
    assert [rule.id for rule in read.own_rules] == ["house/contest"]


@pytest.mark.parametrize(
    ("named", "memory"),
    [
        ("approved.tmx", "FOLDER/approved.tmx"),
        ("../approved.tmx", "FOLDER/../approved.tmx"),
        ("postgresql://reader@host/memory", "postgresql://reader@host/memory"),
    ],
)
def test_the_memory_of_a_team_is_a_file_beside_or_a_database(tmp_path: Path, named: str, memory: str) -> None:
    file = tmp_path / "vet-terms.toml"
    file.write_text(f'[check]\nmemory = "{named}"\n', encoding="utf-8")
    assert str(read_settings_file(file).memory) == memory.replace("FOLDER", str(tmp_path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[check", "is no TOML"),
        ("[chek]\n", "does not know 'chek'"),
        ("[check]\nignored = []\n", "does not know 'ignored'"),
        ("check = 1\n", "check must be a table"),
        ('[check]\nignore = "numbers"\n', "ignore must be a list"),
        ('[check]\nfail-on = "fatal"\n', "fail-on must be one of"),
        ("[check]\nyear = true\n", "year must be a number"),
        ("[check]\nyear = 0\n", "year must be a number from 1 to 9999"),
        (f"[check]\nyear = {'9' * 5000}\n", "is no TOML"),
        ("[check]\nignore = ['number']\n", "vet-terms.toml: no rule is called number; did you mean"),
        ("[check.severity]\n'no/such' = 'info'\n", "vet-terms.toml: no rule is called no/such"),
        ("[check]\nbaseline = '-'\n", "baseline must be the name of a file"),
        ("[check]\nglossary = 1\n", "glossary must be the name of a file"),
        ('[check.severity]\n"numbers" = "off"\n', "severity of numbers must be one of"),
        ('[[check.rules]]\nid = "numbers/mine"\nkind = "existence"\nwords = ["a"]\n', "is taken"),
        ("\ud800", "is not UTF-8"),
    ],
)
def test_a_settings_file_with_a_slip_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "vet-terms.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(InputError, match=said):
        read_settings_file(file)
