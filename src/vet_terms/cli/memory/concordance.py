"""``vet-terms memory concordance``: every unit that has a phrase, or says it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from vet_terms.cli.memory.asking import asked, language_option, origin_of
from vet_terms.cli.memory.opened_memory import opened_memory
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.output import as_json_option, print_json, say
from vet_terms.memory.concordance import Concord
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language


@click.command("concordance", epilog="Example: vet-terms memory concordance 产教融合 'vocational college'")
@click.argument("phrases", metavar="PHRASE...", nargs=-1, required=True)
@store_option
@language_option
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True,
              help="Show at most so many units for each phrase.")  # fmt: skip
@click.option("--meaning", is_flag=True, help="Show the units that say it in the other language.")
@as_json_option
def command(
    phrases: tuple[str, ...],
    store: str,
    language: Language | None,
    limit: int,
    meaning: bool,
    as_json: bool,
) -> None:
    """Show the units that have a phrase, Chinese or English, Simplified or Traditional, in any case.

    Two Chinese characters are enough. An English phrase begins where a word does. The phrase is marked in
    its text. Quote a phrase of several words; `-` reads phrases from standard input, one a line. Exit code 0
    also where nothing is found, then with a message.

    With --meaning an English phrase finds the Chinese that says it, and a Chinese one the English, also in
    other words; the likest first, with the clause marked and how like it is (1 at most). The first time
    this reads the whole memory, some minutes for 100,000 units.
    """
    if meaning:
        _by_meaning([phrase for phrase, _ in asked(phrases, language)], store, limit, as_json)
        return
    answers = []
    with opened_memory(store) as memory:
        for phrase, its_language in asked(phrases, language):
            answers.append((phrase, its_language, *memory.concordance(phrase, its_language, limit)))
    if as_json:
        print_json(
            [
                {"phrase": phrase, "language": its_language, "total": total, "units": found}
                for phrase, its_language, found, total in answers
            ]
        )
    for phrase, _, found, total in answers:
        if not found:
            say(f"{phrase}: not in the memory")
        elif not as_json:
            if len(answers) > 1:
                click.echo(f"{phrase}:")
            for concord in found:
                _show(concord)
        if total > len(found):
            say(f"{phrase}: {total - len(found):,} more; --limit {total} shows them")


def _by_meaning(phrases: Sequence[str], store: str, limit: int, as_json: bool) -> None:
    with opened_memory(store) as memory:
        index = memory.by_meaning()
        answers = [(phrase, index.search(phrase, limit)) for phrase in phrases]
        remarks = index.remarks
    for remark in remarks:
        say(f"warning: {remark}")
    if as_json:
        print_json([{"phrase": phrase, "units": found} for phrase, found in answers])
        return
    for phrase, found in answers:
        if len(answers) > 1:
            click.echo(f"{phrase}:")
        for each in found:
            click.echo(f"{each.score:.2f}  {each.unit.status}  {origin_of(each.unit)}".rstrip())
            _show_texts(each.unit, each.language, [(each.start, each.end)])


def _show(concord: Concord) -> None:
    unit = concord.unit
    click.echo(f"{unit.status}  {origin_of(unit)}".rstrip())
    _show_texts(unit, concord.language, concord.spans)


def _show_texts(unit: MemoryUnit, language: Language, spans: Sequence[tuple[int, int]]) -> None:
    for side, text in (("zh", unit.zh), ("en", unit.en)):
        click.echo(f"       {marked(text, spans) if side == language else text}")


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with its spans in bold on a terminal, and between ** elsewhere."""
    parts, end = [], 0
    for start, its_end in spans:
        inside = text[start:its_end]
        parts += [text[end:start], click.style(inside, bold=True) if sys.stdout.isatty() else f"**{inside}**"]
        end = its_end
    return "".join([*parts, text[end:]])
