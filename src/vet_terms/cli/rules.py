"""``vet-terms rules``: every check, explained, with bad and good examples; those of vet-terms.toml too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vet_terms.cli.output import as_json_option, print_json, table

if TYPE_CHECKING:
    from vet_terms.checking.rule import Example, Rule


@click.command(name="rules", epilog="Example: vet-terms rules numbers/value")
@click.argument("rule", metavar="[RULE]", required=False)
@as_json_option
def command(rule: str | None, as_json: bool) -> None:
    """List the rules of `vet-terms check`, or those of a family; or explain one with examples.

    Rules of your own, from vet-terms.toml in this folder, are listed too.
    """
    from vet_terms.checking.rules import RULES, rule_named
    from vet_terms.checking.settings import refuse_unknown

    own = _own_rules()
    every = (*RULES, *own)
    if rule is not None:
        refuse_unknown((rule,), every)
    named = rule_named(rule or "") or next((each for each in own if each.id == rule), None)
    if named is None:
        _list([each for each in every if rule is None or each.family == rule], own, as_json)
    elif as_json:
        print_json(_as_object(named, own))
    else:
        _explain(named, own)


def _own_rules() -> tuple[Rule, ...]:
    from vet_terms.checking.settings_file import FILE_NAME, read_settings_file

    file = Path(FILE_NAME)
    return read_settings_file(file).own_rules if file.is_file() else ()


def _list(rules: list[Rule], own: tuple[Rule, ...], as_json: bool) -> None:
    if as_json:
        print_json({"rules": [_as_object(each, own) for each in rules]})
    else:
        rows = [(each.id, _standing(each, own), each.summary) for each in rules]
        click.echo(table(("rule", "severity", "finds"), rows, (36, 14, 100)))


def _explain(rule: Rule, own: tuple[Rule, ...]) -> None:
    from vet_terms.checking.rates import rates

    parts = [f"{rule.id} ({_standing(rule, own)})\n{rule.summary}"]
    parts += [click.wrap_text(rule.explanation, 90)] if rule.explanation else []
    parts += [str(rates()[rule.id])] if rule.id in rates() else []
    for title, examples in (("Is reported", rule.bad), ("Is not", rule.good)):
        if examples:
            parts.append(f"{title}:\n" + "\n\n".join(map(_pair, examples)))
    click.echo("\n\n".join(parts))


def _standing(rule: Rule, own: tuple[Rule, ...]) -> str:
    from vet_terms.checking.rules_page import standing

    return f"{standing(rule)}, own" if rule in own else standing(rule)


def _pair(example: Example) -> str:
    from vet_terms.checking.rules_page import what_it_rests_on

    return f"    {example.zh}\n    {example.en or '(empty)'}{what_it_rests_on(example)}"


def _as_object(rule: Rule, own: tuple[Rule, ...]) -> dict[str, object]:
    from vet_terms.checking.rates import rates

    rate = rates().get(rule.id)
    return {
        "id": rule.id,
        "severity": rule.severity,
        "summary": rule.summary,
        "explanation": rule.explanation,
        "on": rule.on,
        "own": rule in own,
        "flagged": rate.flagged if rate else None,
        "of_pairs": rate.pairs if rate else None,
        "bad": [{"zh": example.zh, "en": example.en} for example in rule.bad],
        "good": [{"zh": example.zh, "en": example.en} for example in rule.good],
    }
