"""The page of the rules on term bases, written from the rules so that the two cannot differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from vet_terms.glossary.linting.rule import Example, LintRule


def lint_rules_page(rules: Iterable[LintRule]) -> str:
    """Return docs/glossary-rules.md: every rule with its explanation, bad and good examples, as Markdown."""
    rules = list(rules)
    lines = [
        "# The rules of `vet-terms glossary validate`",
        "",
        "This page is generated from the rules. An error ends the command with exit code 1; `--fail-on`",
        "takes a milder one for that too. Terms are compared without case, width, script and kinds of dash.",
        "Rejected rows contradict nobody.",
        "",
        "| rule | severity | finds |",
        "|---|---|---|",
        *(
            f"| [`{rule.id}`](#{rule.id.replace('/', '')}) | {rule.severity} | {rule.summary} |"
            for rule in rules
        ),
    ]
    for rule in rules:
        lines += ["", f"## {rule.id}", "", rule.explanation, "", "Is reported:", ""]
        lines += [line for example in rule.bad for line in _shown(example)]
        lines += ["Is not:", ""]
        lines += [line for example in rule.good for line in _shown(example)]
        lines.pop()
    return "\n".join(lines) + "\n"


def _anchor(rule: LintRule) -> str:
    return rule.id.replace("/", "")


def _shown(example: Example) -> list[str]:
    beside = ["", "with, in the machine's own copy,", "", *_block(example.machine)] if example.machine else []
    return [*_block(example.table), *beside, ""]


def _block(table: str) -> list[str]:
    shown = re.sub(" (?=\n)", "<U+0020>", "".join(map(_visible, table)))
    return ["```csv", *shown.rstrip("\n").split("\n"), "```"]


def _visible(char: str) -> str:
    is_seen = (char.isprintable() and not unicodedata.combining(char)) or char == "\n"
    return char if is_seen else f"<U+{ord(char):04X}>"
