"""``vet-terms lookup``: ask the glossary, in either language and any script; mark its terms in a text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from vet_terms.cli.lookup_answers import (
    TSV_COLUMNS,
    as_object,
    is_for_a_person,
    lines,
    tsv_cells,
    tsv_line,
)
from vet_terms.cli.output import DEFAULT_GLOSSARY, as_json_option, print_json, say
from vet_terms.cli.standard_input import lines_of_input
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN
from vet_terms.glossary.lookup.answers import Answer, look_up
from vet_terms.glossary.lookup.forms import Glossary
from vet_terms.glossary.lookup.pages import DamagedFileError
from vet_terms.glossary.lookup.prepared import open_glossary

if TYPE_CHECKING:
    from vet_terms.glossary.lookup.prepared import PreparedGlossary

Done = TypeVar("Done")


@click.command(
    name="lookup",
    epilog="Example: vet-terms lookup 職業教育 LVTC 'vocational college' zhiyejiaoyu",
)
@click.argument("terms", metavar="[TERM...]", nargs=-1)
@click.option("--in", "text", metavar="TEXT", help="Mark the terms of the glossary in this text.")
@click.option("-f", "--file", metavar="FILE", help="Mark them in a document; - is standard input.")
@click.option("--interactive", is_flag=True, help="Ask at a prompt; Tab completes, an empty line ends.")
@click.option(
    "--glossary", metavar="FILE", help="A glossary of any kind that is read [default: glossary/terms.csv]."
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=10, show_default=True,
              help="Show at most so many concepts for each term.")  # fmt: skip
@as_json_option
def command(
    terms: tuple[str, ...],
    text: str | None,
    file: str | None,
    interactive: bool,
    glossary: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Look terms up: Chinese or English, a part of a term, pinyin, an acronym, misspelt.

    Simplified and Traditional characters, upper and lower case, singular and plural find each other.
    Each answer says how it matched. Quote a term of several words; `-` reads terms from standard
    input, one a line. A terminal gets a table, a pipe tab-separated values. Exit code 0 also where
    nothing is found, then with a message.
    """
    asked = [bool(terms), text is not None, file is not None, interactive]
    if sum(asked) != 1:
        raise UsageError(
            "lookup: give terms to look up, or one of --in TEXT, -f FILE and --interactive"
            + ("" if any(asked) else "; `vet-terms lookup --help` has an example")
        )
    if interactive:
        _ask_at_a_prompt(glossary, limit, as_json=as_json)
    elif terms:
        queries = _queries(terms, glossary)
        answers = _with_glossary(
            glossary, lambda opened: [_answer(opened, query, limit) for query in queries]
        )
        _show(answers, limit, as_json=as_json)
    else:
        _mark(text, file, glossary, as_json=as_json)


def _answer(glossary: Glossary, query: str, limit: int) -> tuple[str, Answer, list[str]]:
    """Return a query with its answer, and with the nearest terms where there is none."""
    answer = look_up(glossary, query, limit)
    if answer.hits:
        return query, answer, []
    from vet_terms.glossary.lookup.similarity import nearest

    return query, answer, nearest(glossary, query)


def _show(answers: Sequence[tuple[str, Answer, list[str]]], limit: int, *, as_json: bool) -> None:
    in_table = not as_json and is_for_a_person()
    if as_json:
        print_json([as_object(query, hit) for query, answer, _ in answers for hit in answer.hits])
    elif not in_table:
        click.echo(tsv_line(TSV_COLUMNS))
    for query, answer, near in answers:
        if not answer.hits:
            say(f"{query}: not in the glossary" + (f"; the nearest terms: {', '.join(near)}" if near else ""))
        elif in_table:
            if len(answers) > 1:
                click.echo(f"{query}:")
            click.echo("\n".join(lines(answer.hits)))
            if len(answers) > 1:
                click.echo()
        elif not as_json:
            for hit in answer.hits:
                click.echo(tsv_line(tsv_cells(query, hit)))
        if answer.left_out:
            more = f"{'at least ' if answer.and_more else ''}{answer.left_out} more"
            say(f"{query}: {more}; --limit {answer.left_out + limit} shows them")


def _mark(text: str | None, file: str | None, glossary: str | None, *, as_json: bool) -> None:
    from vet_terms.cli.lookup_text import Passage, marked_passages, passages_of_file, show
    from vet_terms.glossary.marking import Marker

    if file == STDIN and glossary == STDIN:
        raise UsageError("the text and the glossary cannot both come from standard input; name a file")
    if text is not None and not text.strip():
        raise UsageError("lookup --in: the text is empty; write the text in which to mark terms")
    passages = passages_of_file(file) if file is not None else [Passage("text", text or "")]

    def mark(opened: PreparedGlossary) -> None:
        marker = Marker(opened)
        marked = marked_passages(marker, passages)
        for each in marked:
            for one in each.marks:
                marker.concepts(one)  # what is damaged shows before anything is printed
        show(marker, marked, as_json=as_json)

    _with_glossary(glossary, mark)


def _ask_at_a_prompt(glossary: str | None, limit: int, *, as_json: bool) -> None:
    if not sys.stdin.isatty():
        raise UsageError(
            "lookup --interactive asks at a terminal, and standard input is none; "
            "give the terms as arguments, or one a line with `vet-terms lookup -`"
        )
    from vet_terms.cli.lookup_prompt import ask

    _with_glossary(
        glossary,
        lambda opened: ask(
            lambda query: _show([_answer(opened, query, limit)], limit, as_json=as_json), opened
        ),
    )


def _with_glossary(glossary: str | None, use: Callable[[PreparedGlossary], Done]) -> Done:
    """Return what is done with the glossary; once more where what is kept of it turns out damaged."""
    path = _glossary(glossary)

    def preparing() -> None:
        say(f"{path}: making it ready for lookups, once")

    try:
        return use(open_glossary(path, preparing=preparing))
    except DamagedFileError:
        return use(open_glossary(path, preparing=preparing, anew=True))


def _queries(terms: Sequence[str], glossary: str | None) -> list[str]:
    queries: list[str] = []
    for term in terms:
        if term != STDIN:
            queries.append(term)
            continue
        if glossary == STDIN:
            raise UsageError("the terms and the glossary cannot both come from standard input; name a file")
        queries.extend(lines_of_input())
    queries = list(dict.fromkeys(query.strip() for query in queries))
    if "" in queries:
        raise UsageError("lookup: a term is empty; write the term to look up")
    return queries


def _glossary(given: str | None) -> Path | str:
    if given is not None:
        return given
    if not DEFAULT_GLOSSARY.exists():
        raise InputError(
            f"{DEFAULT_GLOSSARY}: no such file; run `vet-terms build` in the workspace first, "
            "or name a glossary with --glossary"
        )
    return DEFAULT_GLOSSARY
