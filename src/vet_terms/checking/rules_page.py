"""The page of the rules, written from the rules themselves so that the two cannot differ."""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.checking.rates import rates
from vet_terms.checking.rule import Example, Rule


def rules_page(rules: Sequence[Rule]) -> str:
    """Return docs/rules.md: every rule with its explanation, bad and good examples, as Markdown."""
    lines = [
        "# The rules of `vet-terms check`",
        "",
        "This page is generated from the rules; `vet-terms rules RULE` shows the same at the terminal.",
        "The severity is the gravest that a rule reports. Leave a rule out with `--ignore RULE`; apply one",
        "that is off with `--also RULE`. How often a rule flags correct translations is measured by",
        "`python -m benchmarks.checking --write-rates`. How to work with findings is told in",
        "[checking.md](checking.md).",
        "",
        "| rule | severity | finds |",
        "|---|---|---|",
        *(f"| [`{rule.id}`](#{_anchor(rule)}) | {standing(rule)} | {rule.summary} |" for rule in rules),
    ]
    for rule in rules:
        lines += ["", f"## {rule.id}", "", rule.summary, "", rule.explanation]
        lines += ["", str(rates()[rule.id])] if rule.id in rates() else []
        lines += ["", "Is reported:", ""]
        lines += [_pair(example) for example in rule.bad]
        lines += ["", "Is not:", ""]
        lines += [_pair(example) for example in rule.good]
    return "\n".join(lines) + "\n"


def standing(rule: Rule) -> str:
    """Return a rule's severity, and whether it is off by default."""
    return rule.severity if rule.on else f"{rule.severity}, off"


def _anchor(rule: Rule) -> str:
    return rule.id.replace("/", "")


def _pair(example: Example) -> str:
    return f"- {_cell(example.zh)} · {_cell(example.en)}" + what_it_rests_on(example)


def _cell(text: str) -> str:
    return f"`{text}`" if text.strip() else "(empty)"


def what_it_rests_on(example: Example) -> str:
    """Return what an example rests on beside its pair, each in brackets; empty for nothing."""
    return "".join(
        f" ({each})"
        for each in (
            _entries(example),
            "; ".join(f"before it: {zh} · {en}" for zh, en in example.beside),
            "; ".join(f"approved: {zh} · {en}" for zh, en in example.memory),
            f"text of {example.year}" if example.year else "",
            _codes(example),
        )
        if each
    )


def _codes(example: Example) -> str:
    if not (example.zh_codes or example.en_codes):
        return ""
    return f"codes: {' '.join(example.zh_codes) or 'none'} · {' '.join(example.en_codes) or 'none'}"


def _entries(example: Example) -> str:
    entries = []
    for concept in example.glossary:
        forbidden = f", not {' or '.join(concept.en_forbidden)}" if concept.en_forbidden else ""
        terms = " or ".join((concept.en, *concept.en_variants))
        status = f", {concept.status}" if concept.status != "approved" else ""
        entries.append(f"{concept.zh} = {terms}{forbidden}{status}")
    return f"glossary: {'; '.join(entries)}" if entries else ""
