"""``vet-terms export``: the memory or the glossary in the form that a CAT tool imports, or a project."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from vet_terms.cli.default_glossary import concepts_if_there
from vet_terms.cli.export_glossary import GLOSSARIES, glossary_endings, is_glossary, write_glossary
from vet_terms.cli.memory.store_option import DEFAULT_STORE
from vet_terms.cli.output import as_json_option, print_json, say
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN, all_or_none, is_one_of, whole_file
from vet_terms.memory.export_sources import StoredUnits, TmxFiles
from vet_terms.memory.exporting import VARIETIES, Exported, Exporter, LeftOut
from vet_terms.memory.workspace_tmx import MEMORY
from vet_terms.model import Concept
from vet_terms.tmx.profiles import PROFILES
from vet_terms.tmx.shaping import Change, Direction

_ONLY_OURS = (
    "only these files were replaced; its settings, rules of segmentation, documents and translations are as "
    "they were"
)


@dataclass(frozen=True, slots=True)
class _Request:
    """What a person asked for."""

    to: str
    output: str
    source: TmxFiles | StoredUnits
    flat: bool
    derive: str | None
    concepts: Sequence[Concept]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was written: files, what an export says of its units, and remarks."""

    written: tuple[str, ...]
    exported: Exported
    remarks: tuple[str, ...] = field(default=())


def _as_tmx(request: _Request) -> _Outcome:
    if request.output != STDIN and not request.output.endswith(".tmx"):
        raise UsageError(
            f"{request.output}: name a file that ends in .tmx, or in {glossary_endings(request.to)} for the "
            "glossary, or - for a TMX on standard output"
        )
    exporter, direction = _looked_at(request)
    if request.output == STDIN:
        return _Outcome((), exporter.run(sys.stdout.buffer, direction))
    with whole_file(request.output) as stream:
        return _Outcome((request.output,), exporter.run(stream, direction))


def _as_omegat(request: _Request) -> _Outcome:
    """Write OmegaT's project, or the TMX alone where the output is called so."""
    from vet_terms.memory.project import omegat

    if request.output == STDIN or request.output.endswith(".tmx"):
        return _as_tmx(request)
    folder = Path(request.output)
    is_new = not omegat.is_project(folder)
    exporter, direction = _looked_at(request)
    omegat.make_folders(folder)
    with all_or_none():
        with whole_file(folder / omegat.MEMORY) as stream:
            exported = exporter.run(stream, direction)
        written = [omegat.MEMORY]
        if request.concepts:
            written += omegat.write_glossary(folder, request.concepts)
        if is_new:
            written += omegat.write_settings(folder, exported.source, exported.target)
    if is_new:
        remarks = [f"put the documents to translate into {folder / 'source'} and open {folder} in OmegaT"]
    else:
        remarks = [f"{folder} was a project already: {_ONLY_OURS}"]
        goes_from = omegat.source_language(folder)
        if goes_from and goes_from.casefold() != exported.source.casefold():
            remarks.append(f"the project goes from {goes_from}, this memory from {exported.source}")
    return _Outcome(tuple(f"{request.output}/{name}" for name in written), exported, tuple(remarks))


EXPORTS: Mapping[str, Callable[[_Request], _Outcome]] = {
    "generic": _as_tmx,
    "omegat": _as_omegat,
    "trados": _as_tmx,
    "memoq": _as_tmx,
    "phrase": _as_tmx,
    "xtm": _as_tmx,
    "weblate": _as_tmx,
}
"""Every value of ``--to`` that takes the memory, and what writes it. Adding one: a function, a line here."""

TOOLS = (*EXPORTS, *(name for name in GLOSSARIES if name not in EXPORTS))


@click.command(
    name="export",
    epilog="Example: vet-terms export --to omegat -o my-project, vet-terms export --to trados -o memory.tmx, "
    "vet-terms export --to memoq -o terms.xlsx",
)
@click.argument("files", metavar="[FILE...]", nargs=-1)
@click.option("--to", required=True, type=click.Choice(TOOLS), help="The tool that is to read it.")
@click.option("-o", "--output", metavar="OUT", required=True,
              help="The TMX or glossary to write, - for standard output; or OmegaT's folder.")  # fmt: skip
@click.option("--flat", is_flag=True, help="Write one target a source: the best, as approved, then newest.")
@click.option("--derive", type=click.Choice(VARIETIES),
              help="Derive this Chinese from units in another; each says from which.")  # fmt: skip
@click.option("--store", metavar="STORE",
              help=f"The memory to take units from [default: {DEFAULT_STORE}, if there].")  # fmt: skip
@click.option("--glossary", metavar="FILE",
              help="The glossary to write, or for a project [default: glossary/terms.csv].")  # fmt: skip
@as_json_option
def command(
    files: tuple[str, ...],
    to: str,
    output: str,
    flat: bool,
    derive: str | None,
    store: str | None,
    glossary: str | None,
    as_json: bool,
) -> None:
    """Write the memory, or the glossary, so that a CAT tool imports all of it.

    The ending of OUT says which: .tmx is the memory; .tbx, .xlsx, .csv and the like are the glossary, in the
    form that the tool reads (vet-terms glossary convert knows more forms, and both directions).

    Units come from the FILEs (TMX of any make), else from the memory, else from the workspace's tmx/.
    What cannot stay as it is, is said: units left out, properties renamed, segments too long.
    """
    if as_json and output == STDIN:
        raise UsageError("standard output can hold the TMX or the JSON object; write the TMX to a file")
    if is_glossary(to, output):
        if files or store or flat or derive:
            raise UsageError(f"{output}: is a glossary; FILE, --store, --flat and --derive are for a memory")
        write_glossary(to, output, glossary, as_json=as_json)
        return
    if to not in EXPORTS:
        raise UsageError(f"{output}: a glossary for {to} ends in {glossary_endings(to)}; name it so")
    if glossary and (to != "omegat" or output == STDIN or output.endswith(".tmx")):
        raise UsageError("--glossary goes into an OmegaT project: --to omegat and a folder as -o")
    source = _source(files, store)
    _refuse_to_overwrite(source, Path(output))
    outcome = EXPORTS[to](_Request(to, output, source, flat, derive, concepts_if_there(glossary)))
    if as_json:
        print_json(_as_object(to, outcome))
        return
    for line in _said(to, outcome):
        say(line)


def _source(files: Sequence[str], store: str | None) -> TmxFiles | StoredUnits:
    if files and store:
        raise UsageError("give TMX files or --store, not both")
    if STDIN in files:
        raise UsageError(
            "the units are gone through twice, which standard input cannot be; save them to a file"
        )
    if files:
        return TmxFiles(files)
    if store:
        return StoredUnits(store)
    if DEFAULT_STORE.is_file():
        return StoredUnits(str(DEFAULT_STORE))
    found = sorted(str(path) for path in Path(MEMORY).rglob("*.tmx"))
    if not found:
        raise InputError(
            f"there is no {DEFAULT_STORE} and no TMX in {MEMORY}/ here; "
            "name TMX files, or run vet-terms build"
        )
    return TmxFiles(found)


def _refuse_to_overwrite(source: TmxFiles | StoredUnits, output: Path) -> None:
    inputs = source.paths if isinstance(source, TmxFiles) else [source.address]
    from vet_terms.memory.project.omegat import MEMORY as IN_PROJECT

    for written in (output, output / IN_PROJECT):
        if is_one_of(written, inputs):
            raise UsageError(f"{written}: is what is read; choose another name for the output")


def _looked_at(request: _Request) -> tuple[Exporter, Direction]:
    """Return an export with the languages of its file; nothing is written before all units were read once."""
    exporter = Exporter(request.source, PROFILES[request.to], flat=request.flat, derive=request.derive)
    return exporter, exporter.look()


def _as_object(to: str, outcome: _Outcome) -> dict[str, object]:
    exported = outcome.exported
    return {
        "to": to,
        "written": list(outcome.written),
        "units": exported.units,
        "source": exported.source,
        "target": exported.target,
        "left_out": {reason.name.lower(): exported.left_out.get(reason, 0) for reason in LeftOut},
        "changes": {change.name.lower(): exported.changes.get(change, 0) for change in Change},
        "derived": exported.derived,
        "too_long": exported.too_long,
        "remarks": list(outcome.remarks),
    }


def _said(to: str, outcome: _Outcome) -> list[str]:
    """Return what a person hears of an export."""
    exported, tool = outcome.exported, PROFILES[to].tool
    lines = [f"{_units(exported.units)}, {exported.source} to {exported.target}, for {tool}"]
    lines += [f"  {name}" for name in outcome.written]
    for reason in LeftOut:
        number = exported.left_out.get(reason, 0)
        hint = ""
        if reason == LeftOut.VARIETY:
            hint = f" ({', '.join(exported.other_varieties)}); --derive {exported.source} derives them"
        if number:
            lines.append(f"left out: {_units(number)} {reason}{hint}")
    if exported.derived:
        lines.append(f"Chinese was derived in {_units(exported.derived)} (property x-derived-from)")
    if exported.too_long:
        who = tool if PROFILES[to].longest_segment else "Trados Studio"
        lines.append(f"over 2,000 characters on a side: {_units(exported.too_long)}, which {who} leaves out")
    lines += [f"{_units(exported.changes[each])}: {each}" for each in Change if exported.changes.get(each)]
    return [*lines, *outcome.remarks]


def _units(number: int) -> str:
    return f"{number:,} unit{'' if number == 1 else 's'}"
