"""The prompt of ``vet-terms lookup --interactive``: each line a lookup, with completion by the Tab key."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import click

from vet_terms.glossary.lookup.answers import look_up
from vet_terms.glossary.lookup.forms import Glossary

PROMPT = "term> "
_OFFERED = 50


def ask(answer: Callable[[str], None], glossary: Glossary) -> None:
    """Answer each line that a person types; an empty line or the end of input ends it."""
    _complete_with(glossary)
    while True:
        try:
            line = input(PROMPT).strip()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
        if not line:
            return
        answer(line)


def completions(glossary: Glossary, typed: str) -> list[str]:
    """Return the terms that begin with what is typed, in either language, the best first."""
    if not typed.strip():
        return []
    concepts = dict.fromkeys(hit.concept for hit in look_up(glossary, typed, _OFFERED).hits)
    terms = [
        term
        for concept in concepts
        for term in (concept.zh, *concept.zh_variants, concept.en, *concept.en_variants)
    ]
    begun = typed.casefold()
    return list(dict.fromkeys(term for term in terms if term.casefold().startswith(begun)))


def _complete_with(glossary: Glossary) -> None:
    # Not every Python has it; the prompt works without.
    with contextlib.suppress(ImportError):
        import readline

        offered: list[str] = []

        def complete(typed: str, state: int) -> str | None:
            if state == 0:
                offered[:] = completions(glossary, typed)
            return offered[state] if state < len(offered) else None

        # A term has spaces in it: the whole line is what is completed.
        readline.set_completer_delims("")
        readline.set_completer(complete)
        readline.parse_and_bind("tab: complete")
