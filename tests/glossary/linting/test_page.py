from __future__ import annotations

from pathlib import Path

from vet_terms.glossary.linting.page import lint_rules_page
from vet_terms.glossary.linting.rules import RULES

DOCS = Path(__file__).parents[3] / "docs" / "glossary-rules.md"


def test_the_page_is_of_these_rules() -> None:
    assert DOCS.read_text(encoding="utf-8") == lint_rules_page(RULES.values()), (
        "write docs/glossary-rules.md anew from lint_rules_page(RULES.values())"
    )


def test_what_cannot_be_seen_is_shown() -> None:
    page = lint_rules_page([RULES["text/spaces"]])
    assert "Dual<U+00A0>System" in page
    assert "\u200b" not in page
