"""The page of the rules, written from the rules themselves so that the two cannot differ."""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.checking.rule import Example, Rule


def rules_page(rules: Sequence[Rule]) -> str:
    """Return docs/rules.md: every rule with its explanation, bad and good examples, as Markdown."""
    lines = [
        "# The rules of `vet-terms check`",
        "",
        "This page is generated from the rules; `vet-terms rules RULE` shows the same at the terminal.",
        "The severity is the gravest that a rule reports. Leave a rule out with `--ignore RULE`.",
        "",
        "| rule | severity | finds |",
        "|---|---|---|",
        *(f"| [`{rule.id}`](#{_anchor(rule)}) | {rule.severity} | {rule.summary} |" for rule in rules),
    ]
    for rule in rules:
        lines += ["", f"## {rule.id}", "", rule.summary, "", rule.explanation, "", "Is reported:", ""]
        lines += [_pair(example) for example in rule.bad]
        lines += ["", "Is not:", ""]
        lines += [_pair(example) for example in rule.good]
    return "\n".join(lines) + "\n"


def _anchor(rule: Rule) -> str:
    return rule.id.replace("/", "")


def _pair(example: Example) -> str:
    return f"- {_cell(example.zh)} · {_cell(example.en)}" + glossary_note(example)


def _cell(text: str) -> str:
    return f"`{text}`" if text.strip() else "(empty)"


def glossary_note(example: Example) -> str:
    """Return the glossary entries that an example rests on, in brackets; empty for none."""
    entries = []
    for concept in example.glossary:
        forbidden = f", not {' or '.join(concept.en_forbidden)}" if concept.en_forbidden else ""
        terms = " or ".join((concept.en, *concept.en_variants))
        status = f", {concept.status}" if concept.status != "approved" else ""
        entries.append(f"{concept.zh} = {terms}{forbidden}{status}")
    return f" (glossary: {'; '.join(entries)})" if entries else ""
