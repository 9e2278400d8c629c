"""The workspace folder as a whole: seeds/ are read, tmx/ and glossary/ are made from them.

The main job. Everything is worked out before anything is written, all files are replaced together, and
what a person changed is kept: rows of the term base by the rebuild merge, a TMX file that was edited
by leaving it alone and writing the rebuilt one beside it, and a corrected review sheet beside a TMX by
applying it each time.
"""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from vet_terms.alignment.aligner import align_document, alignment_signature, is_bilingual
from vet_terms.alignment.corrections import Corrected
from vet_terms.alignment.result import Alignment, Options
from vet_terms.documents.readers import is_readable, read_document
from vet_terms.errors import InputError, UsageError, VetTermsError
from vet_terms.files import all_or_none, make_folder, write_whole
from vet_terms.glossary.by_people import current_and_last, forms_by_people
from vet_terms.glossary.candidates import joined, with_short_forms, write_candidates
from vet_terms.glossary.extraction.chinese_only import candidates
from vet_terms.glossary.extraction.extract import extraction
from vet_terms.glossary.extraction.renaming import successions
from vet_terms.glossary.formats import export
from vet_terms.glossary.inconsistencies import Inconsistency, inconsistencies
from vet_terms.glossary.inconsistencies_report import NAME as INCONSISTENCIES
from vet_terms.glossary.inconsistencies_report import report
from vet_terms.glossary.merge import MACHINE_FILE, MergeResult, merge
from vet_terms.glossary.sheets import guard
from vet_terms.glossary.succession import with_likely_successors
from vet_terms.glossary.suggesting.suggest import with_suggestions
from vet_terms.glossary.termbase import write_concepts
from vet_terms.language.segmentation import segments
from vet_terms.language.vector_cache import FOLDER
from vet_terms.language.vectors import vectors_kept_in
from vet_terms.memory.review.applied import REVIEW, with_reviews
from vet_terms.memory.workspace_tmx import MEMORY, chinese_code, is_as_written, tmx_bytes
from vet_terms.model import Candidate, Concept, Document, Segment
from vet_terms.progress import Progress, silent

SEEDS, GLOSSARY = "seeds", "glossary"


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """What became of one seed: its units, or its segments where it holds one language.

    ``corrected`` counts rows that a person decided, ``left_out`` the segments they took out.
    """

    name: str
    languages: str
    units: int
    zh_only: int
    en_only: int
    segments: int
    notes: tuple[str, ...]
    review: str = ""
    """The review sheet that was applied, empty where there is none."""
    corrected: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made, for a person and for scripts."""

    documents: tuple[BuiltDocument, ...]
    units: int
    concepts: int
    kept_by_people: int
    candidates: int
    warnings: tuple[str, ...]
    written: tuple[str, ...]
    signature: str
    inconsistencies: int = 0
    """Terms that the units render in more than one way, in ``glossary/inconsistencies.md``."""


def build(workspace: Path, progress: Progress = silent) -> BuildReport:
    """Read a workspace's seeds and write its tmx/ and glossary/; return what was made.

    A seed that cannot be read is a warning as long as another one can. Raises InputError where
    there is no seed to read or a review sheet cannot be, OutputError where a file cannot be written.
    """
    with vectors_kept_in(workspace / FOLDER) as remarks:
        report = _build(workspace, progress)
    return replace(report, warnings=(*report.warnings, *remarks))


def _build(workspace: Path, progress: Progress) -> BuildReport:
    paths, warnings = _seed_paths(workspace)
    documents, more = _read(progress(paths, "Opening"), workspace / SEEDS)
    warnings += more
    if not documents:
        raise InputError(f"{workspace / SEEDS}: no document could be read; " + "; ".join(warnings))
    options = Options(glossary=glossary_by_people(workspace))
    stems = memory_stems([path.relative_to(workspace / SEEDS).as_posix() for path in paths])
    corrected_by_hand = {name for name in stems if (workspace / MEMORY / f"{stems[name]}{REVIEW}").is_file()}
    bilingual, more = _aligned(documents, corrected_by_hand, options, progress)
    warnings += more
    reviewed, more = with_reviews(workspace, MEMORY, stems, bilingual)
    warnings += more
    bilingual |= {name: result.alignment for name, result in reviewed.items()}
    alone = [document for document in documents if document.name not in bilingual]
    warnings += [
        f"{document.name}: holds only English; nothing is made from it "
        "(vet-terms align pairs it with its Chinese file)"
        for document in alone
        if not any(block.language == "zh" for block in document.blocks)
    ]
    units = [unit for alignment in bilingual.values() for unit in alignment.units]
    extracted = extraction(units, progress)
    of_chinese = candidates(_chinese(alone))
    concepts = with_likely_successors(extracted.concepts, successions(_chinese(documents)))
    concepts = with_short_forms(concepts, of_chinese)
    merged = merge(*current_and_last(workspace / GLOSSARY / "terms.csv"), concepts)
    inconsistent = inconsistencies(extracted, merged.kept)
    done = [*concepts, *(row for row in merged.concepts if row.en or row.status == "rejected")]
    wanted = joined(
        extracted.candidates,
        of_chinese,
        [form for concept in done for form in (concept.zh, *concept.zh_variants)],
    )
    wanted = with_suggestions(wanted, merged.concepts)
    with all_or_none():
        written, more = _write(workspace, documents, bilingual, stems, merged, wanted, inconsistent)
    warnings += more
    warnings += [
        f"glossary/terms.csv: {conflict.zh}: {conflict.column} is kept as “{conflict.kept}”; "
        f"the documents now suggest “{conflict.proposed}”"
        for conflict in merged.conflicts
    ]
    warnings += _said_twice(merged)
    return BuildReport(
        documents=tuple(
            _built(document, bilingual.get(document.name), reviewed.get(document.name), stems[document.name])
            for document in documents
        ),
        units=len(units),
        concepts=len(merged.concepts),
        kept_by_people=len(merged.kept),
        candidates=len(wanted),
        inconsistencies=len(inconsistent),
        warnings=tuple(warnings),
        written=tuple(written),
        signature=alignment_signature(options),
    )


def workspace_of(path: Path) -> Path | None:
    """Return the workspace in whose seeds/ a file lies, None where it lies in none."""
    folders = path.absolute().parents
    return next((folder.parent for folder in folders if folder.name == SEEDS), None)


def glossary_by_people(workspace: Path) -> dict[str, tuple[str, ...]]:
    """Return the terms of a workspace that people decided, as evidence for pairs. Raises InputError."""
    return forms_by_people(workspace / GLOSSARY / "terms.csv")


def _seed_paths(workspace: Path) -> tuple[list[Path], list[str]]:
    seeds = workspace / SEEDS
    if workspace.is_file():
        raise InputError(f"{workspace}: is a file; name the folder that holds {SEEDS}/")
    if not seeds.is_dir():
        raise InputError(f"{seeds}: no such folder; create it and put your documents in it")
    files = sorted(
        path
        for path in seeds.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(seeds).parts)
    )
    if not files:
        raise InputError(f"{seeds}: is empty; put your documents in it")
    warnings = [
        f"{path.relative_to(seeds)}: {path.suffix or 'no ending'}: no reader for this format; passed over"
        for path in files
        if not is_readable(path)
    ]
    return [path for path in files if is_readable(path)], warnings


def _read(paths: Iterable[Path], seeds: Path) -> tuple[list[Document], list[str]]:
    documents: list[Document] = []
    warnings: list[str] = []
    for path in paths:
        name = path.relative_to(seeds).as_posix()
        try:
            document = read_document(path, name=name)
        except VetTermsError as error:
            warnings.append(f"{error}; passed over")
            continue
        documents.append(document)
        warnings += [f"{name}: {note}" for note in document.notes]
    return documents, warnings


def _aligned(
    documents: Iterable[Document], corrected_by_hand: Collection[str], options: Options, progress: Progress
) -> tuple[dict[str, Alignment], list[str]]:
    """Return the alignments of the bilingual documents, by name, and why others have none.

    Where a person corrected the pairs, the two languages are taken for translations whatever they look like.
    """
    bilingual: dict[str, Alignment] = {}
    warnings: list[str] = []
    for document in documents:
        if not is_bilingual(document):
            continue
        forced = replace(options, force=document.name in corrected_by_hand)
        try:
            bilingual[document.name] = align_document(document, forced, progress)
        except UsageError as error:
            warnings.append(f"{error}; passed over")
            continue
        if not forced.force:
            warnings += bilingual[document.name].notes
    return bilingual, warnings


def _chinese(documents: Iterable[Document]) -> list[Segment]:
    return [segment for document in documents for segment in segments(document) if segment.language == "zh"]


def _said_twice(merged: MergeResult) -> list[str]:
    """Return a remark for each Chinese that a person's row and another row both have."""
    by_chinese: dict[str, list[Concept]] = defaultdict(list)
    for concept in merged.concepts:
        if concept.status != "rejected":
            by_chinese[concept.zh].append(concept)
    return [
        f"glossary/terms.csv: {zh} has {len(rows)} rows ({', '.join(row.en for row in rows)}); "
        "delete or reject those you do not want"
        for zh, rows in by_chinese.items()
        if len(rows) > 1 and any(row in merged.kept for row in rows)
    ]


def _write(
    workspace: Path,
    documents: Sequence[Document],
    bilingual: dict[str, Alignment],
    stems: dict[str, str],
    merged: MergeResult,
    wanted: Sequence[Candidate],
    inconsistent: Sequence[Inconsistency],
) -> tuple[list[str], list[str]]:
    memory, glossary = workspace / MEMORY, workspace / GLOSSARY
    make_folder(memory)
    make_folder(glossary)
    written: list[str] = []
    warnings: list[str] = []
    for document in documents:
        alignment = bilingual.get(document.name)
        if alignment is not None:
            paths, more = _write_memory(memory, stems[document.name], document.script, alignment)
            written += paths
            warnings += more
    warnings += _stale(memory, stems, bilingual, written)
    write_concepts(glossary / "terms.csv", merged.concepts)
    write_concepts(glossary / MACHINE_FILE, merged.machine)
    write_candidates(glossary / "candidates.csv", wanted)
    export(merged.concepts, "tbx2", glossary / "terms.tbx")
    export(merged.concepts, "omegat", glossary / "terms.utf8")
    write_whole(glossary / INCONSISTENCIES, report(inconsistent).encode("utf-8"))
    names = ("terms.csv", MACHINE_FILE, "candidates.csv", INCONSISTENCIES, "terms.tbx", "terms.utf8")
    written += [f"{GLOSSARY}/{name}" for name in names]
    return written, warnings


def memory_stems(names: Sequence[str]) -> dict[str, str]:
    """Return the file name, without ``.tmx``, of each document's memory.

    The document's own without its ending, and with it where that would not tell two documents apart.
    """
    stems = {name: name.removesuffix(PurePath(name).suffix) for name in names}
    used = Counter([*names, *stems.values()])
    return {name: stem if used[stem] == 1 else name for name, stem in stems.items()}


def _write_memory(folder: Path, stem: str, script: str, alignment: Alignment) -> tuple[list[str], list[str]]:
    """Write a document's memory and its unpaired texts; return the names written and the warnings.

    A file that somebody edited is never touched: the rebuilt one goes beside it, and where that was
    edited too, nowhere.
    """
    names = [f"{stem}.tmx", f"{stem}.rebuilt.tmx"]
    make_folder((folder / stem).parent)
    write_whole(folder / f"{stem}.unpaired.tsv", unpaired_table(alignment))
    edited = [name for name in names if (folder / name).exists() and not is_as_written(folder / name)]
    free = next((name for name in names if name not in edited), None)
    warnings: list[str] = []
    if free is None:
        warnings.append(
            f"{MEMORY}/{names[0]} and {names[1]} were both changed since they were built and are kept; "
            "delete one of them to see the rebuilt one"
        )
        return [f"{MEMORY}/{stem}.unpaired.tsv"], warnings
    if edited:
        warnings.append(
            f"{MEMORY}/{edited[0]} was changed since it was built and is kept; "
            f"the rebuilt one is {MEMORY}/{free} (delete the one you do not want)"
        )
    code = chinese_code((unit.zh for unit in alignment.units), script)
    data = tmx_bytes(alignment.units, alignment.signature, code)
    write_whole(folder / free, data)
    return [f"{MEMORY}/{free}", f"{MEMORY}/{stem}.unpaired.tsv"], warnings


def unpaired_table(alignment: Alignment) -> bytes:
    """Return the texts that have no partner as a tab-separated table: place, language, text.

    Cells that a spreadsheet would take for formulas are guarded as in the term base.
    """
    table = io.StringIO()
    table.write("place\tlanguage\ttext\n")
    for segment in sorted([*alignment.zh_only, *alignment.en_only], key=lambda each: each.place):
        text = guard(segment.mark + segment.text)
        table.write(f"{guard(str(segment.place))}\t{segment.language}\t{text}\n")
    return table.getvalue().encode("utf-8")


def _stale(
    memory: Path, stems: Mapping[str, str], aligned: Collection[str], written: Sequence[str]
) -> list[str]:
    """Return a remark for each memory of an earlier build that would be taken for one of this."""
    said: dict[str, str] = {}
    for name, stem in stems.items():
        first, second = f"{stem}.tmx", f"{stem}.rebuilt.tmx"
        if name not in aligned:
            said |= dict.fromkeys(
                (first, second), "is of an earlier build, as its document gave no pairs this time"
            )
        elif f"{MEMORY}/{first}" in written:
            said |= {first: "", second: f"is of an earlier build; the new one is {MEMORY}/{first}"}
        else:  # what somebody edited has had its remark
            said |= {first: "", second: ""}
    gone = f"its document is no longer in {SEEDS}/; delete it if it is not needed"
    found = [path.relative_to(memory).as_posix() for path in sorted(memory.rglob("*.tmx"))]
    remarks = [(name, said.get(name, gone)) for name in found]
    return [f"{MEMORY}/{name}: {remark}" for name, remark in remarks if remark]


def _built(
    document: Document, alignment: Alignment | None, review: Corrected | None, stem: str
) -> BuiltDocument:
    languages = "+".join(sorted({block.language for block in document.blocks}, reverse=True))
    return BuiltDocument(
        name=document.name,
        languages=languages,
        units=len(alignment.units) if alignment else 0,
        zh_only=len(alignment.zh_only) if alignment else 0,
        en_only=len(alignment.en_only) if alignment else 0,
        segments=len(segments(document)),
        notes=document.notes,
        review=f"{MEMORY}/{stem}{REVIEW}" if review else "",
        corrected=review.edited if review else 0,
        left_out=review.left_out if review else 0,
    )
