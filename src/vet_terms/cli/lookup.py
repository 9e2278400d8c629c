"""``vet-terms lookup``: ask the glossary, in either language and any script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from vet_terms.cli.output import DEFAULT_GLOSSARY, as_json_option, clip, print_json, say, table
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN, read_bytes
from vet_terms.glossary.lookup import Hit, look_up
from vet_terms.glossary.matching import prepare
from vet_terms.glossary.reading import read_glossary
from vet_terms.glossary.termbase import COLUMNS
from vet_terms.language.scripts import count_han

# A term is there to be copied, so only what no term is as long as gets cut.
COLUMN_LIMITS = (80, 120, 12, 10, 10)


@click.command(
    name="lookup",
    epilog="Example: vet-terms lookup 職業教育 LVTC 'vocational college' zhiyejiaoyu",
)
@click.argument("terms", metavar="TERM...", nargs=-1, required=True)
@click.option(
    "--glossary", metavar="FILE", help="A glossary as CSV, TSV or TBX [default: glossary/terms.csv]."
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=10, show_default=True,
              help="Show at most so many concepts for each term.")  # fmt: skip
@as_json_option
def command(terms: tuple[str, ...], glossary: str | None, limit: int, as_json: bool) -> None:
    """Look terms up: Chinese or English, a part of a term, pinyin, an acronym, misspelt.

    Simplified and Traditional characters, upper and lower case, singular and plural find each other.
    Each answer says how it matched. Quote a term of several words; `-` reads terms from standard
    input, one a line. Exit code 0 also where nothing is found, then with a message.
    """
    queries = _queries(terms, glossary)
    concepts = read_glossary(_glossary(glossary))
    forms = prepare(concepts, scripts=any(count_han(query) for query in queries))
    answers = [(query, look_up(forms, query)) for query in queries]
    if as_json:
        print_json([_as_object(query, hit) for query, hits in answers for hit in hits[:limit]])
    for query, hits in answers:
        if not hits:
            from vet_terms.glossary.similarity import nearest

            near = nearest(forms, query)
            say(f"{query}: not in the glossary" + (f"; the nearest terms: {', '.join(near)}" if near else ""))
        elif not as_json:
            if len(answers) > 1:
                click.echo(f"{query}:")
            click.echo("\n".join(_lines(hits[:limit])))
            if len(answers) > 1:
                click.echo()
        if len(hits) > limit:
            say(f"{query}: {len(hits) - limit} more; --limit {len(hits)} shows them")


def _queries(terms: Sequence[str], glossary: str | None) -> list[str]:
    queries: list[str] = []
    for term in terms:
        if term != STDIN:
            queries.append(term)
            continue
        if glossary == STDIN:
            raise UsageError("the terms and the glossary cannot both come from standard input; name a file")
        from vet_terms.documents.encoding import decode

        text, _ = decode(read_bytes(STDIN), "standard input")
        queries.extend(line for line in text.splitlines() if line.strip())
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


def _as_object(query: str, hit: Hit) -> dict[str, object]:
    concept, match = hit.concept, hit.match
    return {
        **{column: getattr(concept, column) for column in COLUMNS},
        "extra": dict(concept.extra),
        "match": {
            "query": query,
            "kind": match.kind,
            "side": match.side,
            "term": match.term,
            "score": match.score,
        },
    }


def _lines(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the table's lines, each row followed by what else there is to say of its concept."""
    columns = shutil.get_terminal_size((100, 24)).columns
    rows = [
        (hit.concept.zh, hit.concept.en, hit.concept.type, hit.concept.status, hit.match.kind) for hit in hits
    ]
    head, rule, *body = table(("Chinese", "English", "type", "status", "match"), rows, COLUMN_LIMITS).split(
        "\n"
    )
    yield from (head, rule)
    for line, hit in zip(body, hits, strict=True):
        yield line
        yield from (f"    {detail}" for detail in _terms_and_decisions(hit))
        yield from (clip(f"    {detail}", columns) for detail in _explanations(hit))


def _terms_and_decisions(hit: Hit) -> Iterator[str]:
    concept, match = hit.concept, hit.match
    variants = (*concept.zh_variants, *concept.en_variants)
    if match.term not in {concept.zh, concept.en}:
        yield f"found by: {match.term}" + (" (do not use)" if match.term in concept.en_forbidden else "")
    if concept.status in {"superseded", "rejected"}:
        yield f"{concept.status.upper()}: {_one_line(concept.note) or 'no note says why'}"
    if variants:
        yield f"also: {' | '.join(variants)}"
    if concept.en_forbidden:
        yield f"do not use: {' | '.join(concept.en_forbidden)}"


def _explanations(hit: Hit) -> Iterator[str]:
    concept = hit.concept
    if concept.definition:
        yield f"definition: {_one_line(concept.definition)}"
    for context in (concept.context_zh, concept.context_en):
        if context:
            yield f"context: {_one_line(context)}"
    if concept.note and concept.status not in {"superseded", "rejected"}:
        yield f"note: {_one_line(concept.note)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
