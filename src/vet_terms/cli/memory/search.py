"""``vet-terms memory search``: units that are like a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from vet_terms.cli.memory.asking import asked, language_option, origin_of
from vet_terms.cli.memory.opened_memory import opened_memory
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.output import as_json_option, print_json, say
from vet_terms.memory.unit import Match
from vet_terms.model import Language


@click.command("search", epilog="Example: vet-terms memory search 柳州市共有职业院校31所 --threshold 75")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@store_option
@language_option
@click.option("--threshold", metavar="PERCENT", type=click.IntRange(1, 100), default=70, show_default=True,
              help="Show what is at least so like.")  # fmt: skip
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=10, show_default=True,
              help="Show at most so many units for each text.")  # fmt: skip
@as_json_option
def command(
    texts: tuple[str, ...], store: str, language: Language | None, threshold: int, limit: int, as_json: bool
) -> None:
    """Find units that are like a text, Chinese or English, the best first; none is missed.

    100 is the same to the letter; numbers that differ, and case, width, script and spaces, make 99. How
    likeness is measured is in docs/memory.md. Quote a text of several words; `-` reads texts from standard
    input, one a line. Exit code 0 also where nothing is found, then with a message.
    """
    answers: list[tuple[str, Language, list[Match]]] = []
    with opened_memory(store) as memory:
        for text, its_language in asked(texts, language):
            answers.append((text, its_language, memory.search(text, its_language, threshold, limit)))
    if as_json:
        print_json([_as_object(*answer) for answer in answers])
    for text, _, matches in answers:
        if not matches:
            say(f"{text}: nothing in the memory is {threshold} % like it; a lower --threshold finds more")
        elif not as_json:
            if len(answers) > 1:
                click.echo(f"{text}:")
            click.echo("\n".join(_lines(matches)))


def _lines(matches: Iterable[Match]) -> Iterator[str]:
    for match in matches:
        differ = "differs" if match.differs == ("form",) else "differ"
        differs = f" ({' and '.join(match.differs)} {differ})" if match.differs else ""
        yield f"{match.percent:>3} %{differs}  {match.unit.status}  {origin_of(match.unit)}".rstrip()
        yield f"       {match.unit.zh}"
        yield f"       {match.unit.en}"


def _as_object(text: str, language: Language, matches: list[Match]) -> dict[str, object]:
    return {"text": text, "language": language, "matches": matches}
