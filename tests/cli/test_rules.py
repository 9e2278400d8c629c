"""``vet-terms rules``: the list, one rule explained, and the JSON of both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from vet_terms.checking.rules import RULES, rule_ids
from vet_terms.cli.check import command as check_command
from vet_terms.cli.rules import command
from vet_terms.errors import UsageError


def test_the_list_has_every_rule() -> None:
    out = CliRunner().invoke(command, []).output
    assert all(name in out for name in rule_ids())


@pytest.mark.parametrize("rule", RULES, ids=rule_ids())
def test_one_rule_is_explained_with_its_examples(rule: object) -> None:
    from vet_terms.checking.rule import Rule

    assert isinstance(rule, Rule)
    out = CliRunner().invoke(command, [rule.id]).output
    assert rule.summary in out and "Is reported:" in out and "Is not:" in out
    assert all(example.zh in out for example in (*rule.bad, *rule.good))


def test_json() -> None:
    listed = json.loads(CliRunner().invoke(command, ["--json"]).output)
    assert [each["id"] for each in listed["rules"]] == list(rule_ids())
    one = json.loads(CliRunner().invoke(command, ["terms/missing", "--json"]).output)
    assert one["id"] == "terms/missing" and one["bad"] and one["good"]


def test_an_unknown_rule_is_refused() -> None:
    result = CliRunner().invoke(command, ["terms/mising"])
    assert isinstance(result.exception, UsageError)
    assert "no rule is called terms/mising; did you mean terms/missing" in str(result.exception)
    nothing_near = CliRunner().invoke(command, ["zzz"])
    assert str(nothing_near.exception) == "no rule is called zzz; `vet-terms rules` lists them"


@pytest.mark.parametrize("each", [command, check_command], ids=["rules", "check"])
def test_the_help_has_an_example(each: object) -> None:
    import click

    assert isinstance(each, click.Command)
    assert "Example: vet-terms" in CliRunner().invoke(each, ["--help"]).output


def test_a_family_is_listed() -> None:
    out = CliRunner().invoke(command, ["numbers"]).output
    assert "numbers/value" in out and "terms/missing" not in out


OWN = """
[[check.rules]]
id = "house/percent"
kind = "pattern"
side = "en"
pattern = '\\d+ %'
message = "No space before %."
"""


def test_rules_of_ones_own_are_listed_and_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("vet-terms.toml").write_text(OWN, encoding="utf-8")
    *_, last = CliRunner().invoke(command, []).output.strip().split("\n")
    assert last.split(maxsplit=3) == ["house/percent", "warning,", "own", "No space before %."]
    assert CliRunner().invoke(command, ["house"]).output.count("house/") == 1
    explained = CliRunner().invoke(command, ["house/percent"]).output
    assert explained.startswith("house/percent (warning, own)\nNo space before %.\n")
    assert "Is reported" not in explained
    assert json.loads(CliRunner().invoke(command, ["house/percent", "--json"]).output)["own"] is True
    assert json.loads(CliRunner().invoke(command, ["numbers/value", "--json"]).output)["own"] is False
