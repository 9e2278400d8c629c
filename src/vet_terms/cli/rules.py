"""``vet-terms rules``: every check, explained, with bad and good examples."""

from __future__ import annotations

import click

from vet_terms.cli.output import as_json_option, print_json, table
from vet_terms.errors import UsageError


@click.command(name="rules", epilog="Example: vet-terms rules numbers/value")
@click.argument("rule", metavar="[RULE]", required=False)
@as_json_option
def command(rule: str | None, as_json: bool) -> None:
    """List the rules of `vet-terms check`, or explain one with examples."""
    from vet_terms.checking.rates import rates
    from vet_terms.checking.rule import Example, Rule
    from vet_terms.checking.rules import RULES, rule_ids, rule_named
    from vet_terms.checking.rules_page import standing, what_it_rests_on

    def as_object(each: Rule) -> dict[str, object]:
        return {
            "id": each.id,
            "severity": each.severity,
            "summary": each.summary,
            "explanation": each.explanation,
            "on": each.on,
            "flagged": rates()[each.id].flagged if each.id in rates() else None,
            "of_pairs": rates()[each.id].pairs if each.id in rates() else None,
            "bad": [{"zh": example.zh, "en": example.en} for example in each.bad],
            "good": [{"zh": example.zh, "en": example.en} for example in each.good],
        }

    def pair(example: Example) -> str:
        return f"    {example.zh}\n    {example.en or '(empty)'}{what_it_rests_on(example)}"

    listed = [each for each in RULES if rule is None or each.id.startswith(f"{rule}/")]
    if listed:
        if as_json:
            print_json({"rules": [as_object(each) for each in listed]})
        else:
            rows = [(each.id, standing(each), each.summary) for each in listed]
            click.echo(table(("rule", "severity", "finds"), rows, (36, 12, 100)))
        return
    named = rule_named(rule or "")
    if named is None:
        raise UsageError(f"no rule is called {rule}; the rules are {', '.join(rule_ids())}")
    if as_json:
        print_json(as_object(named))
        return
    click.echo(f"{named.id} ({standing(named)})\n{named.summary}\n\n{click.wrap_text(named.explanation, 90)}")
    if named.id in rates():
        click.echo(f"\n{rates()[named.id]}")
    click.echo("\nIs reported:\n" + "\n\n".join(pair(example) for example in named.bad))
    click.echo("\nIs not:\n" + "\n\n".join(pair(example) for example in named.good))
