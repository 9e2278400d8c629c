"""The exchange formats of the glossary: one file each, one table of all.

A writer gets concepts and returns the bytes of a file; a reader gets bytes and returns concepts. What is
exported at all is decided once, in ``exportable``. Nothing here decides what a format's cells mean to the
people who edit ``terms.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from vet_terms.files import write_whole
from vet_terms.glossary.evidence import without_evidence
from vet_terms.glossary.formats import (
    jieba_words,
    memoq,
    multiterm,
    omegat,
    own_table,
    phrase,
    trados,
    two_columns,
    utx,
    weblate,
)
from vet_terms.glossary.formats.format import DEFAULT, EVERYTHING, Format, Held, WriteOptions
from vet_terms.glossary.formats.tbx import reading as tbx_reading
from vet_terms.glossary.formats.tbx import version2, version3
from vet_terms.glossary.termbase import in_order
from vet_terms.model import Concept

_OF_MEMOQ: frozenset[Held] = EVERYTHING - {"id", "source", "count", "extra"}
_COMMENTED: frozenset[Held] = frozenset(
    {"zh_variants", "en_variants", "en_forbidden", "type", "status", "domain", "definition", "note"}
)

FORMATS: Mapping[str, Format] = {
    entry.name: entry
    for entry in (
        Format(
            "tbx2",
            "terms.tbx",
            "TBX version 2 (martif): OmegaT, Weblate and others",
            version2.write,
            tbx_reading.read,
        ),
        Format(
            "tbx-basic",
            "terms.basic.tbx",
            "TBX-Basic, version 3, style DCA (ISO 30042:2019)",
            version3.write_basic,
            tbx_reading.read,
        ),
        Format(
            "tbx-basic-dct",
            "terms.basic-dct.tbx",
            "TBX-Basic, version 3, style DCT",
            version3.write_basic_dct,
            tbx_reading.read,
        ),
        Format(
            "tbx-min",
            "terms.min.tbx",
            "TBX-Min, version 3, style DCA",
            version3.write_min,
            tbx_reading.read,
        ),
        Format(
            "multiterm",
            "terms.multiterm.xml",
            "MultiTerm XML: Trados",
            multiterm.write,
            multiterm.read,
        ),
        Format(
            "omegat",
            "terms.utf8",
            "OmegaT's glossary with tabs",
            omegat.write,
            omegat.read,
            holds=frozenset({"en"}),
            shows=_COMMENTED,
        ),
        Format(
            "csv",
            "terms.export.csv",
            "a table with the columns of glossary/terms.csv",
            own_table.write_csv,
            own_table.read_csv,
            holds=EVERYTHING,
            keeps_evidence=True,
            needs_english=False,
            takes_mark=True,
        ),
        Format(
            "xlsx",
            "terms.xlsx",
            "the same table as a workbook",
            own_table.write_xlsx,
            own_table.read_xlsx,
            holds=EVERYTHING,
            keeps_evidence=True,
            needs_english=False,
        ),
        Format(
            "memoq-csv",
            "terms.memoq.csv",
            "memoQ's table, as CSV",
            memoq.write_csv,
            memoq.read_csv,
            holds=_OF_MEMOQ,
            takes_mark=True,
        ),
        Format(
            "memoq-xlsx",
            "terms.memoq.xlsx",
            "memoQ's table, as a workbook",
            memoq.write_xlsx,
            memoq.read_xlsx,
            holds=_OF_MEMOQ,
        ),
        Format(
            "trados-xlsx",
            "terms.trados.xlsx",
            "a workbook for MultiTerm's converters and the cloud of Trados",
            trados.write,
            trados.read,
        ),
        Format(
            "phrase-xlsx",
            "terms.phrase.xlsx",
            "a workbook for Phrase TMS: preferred terms",
            phrase.write,
            phrase.read,
            holds=frozenset({"en", "status", "domain", "definition", "note"}),
        ),
        Format(
            "weblate-csv",
            "terms.weblate.csv",
            "the CSV of Weblate's glossaries",
            weblate.write,
            weblate.read,
            holds=frozenset({"en"}),
            shows=_COMMENTED,
            takes_mark=True,
        ),
        Format(
            "deepl",
            "terms.deepl.csv",
            "DeepL: two columns, one direction, preferred terms",
            two_columns.write,
            two_columns.read,
            holds=frozenset({"en"}),
            leaves_out=two_columns.leaves_out,
        ),
        Format(
            "google",
            "terms.google.csv",
            "Google Cloud Translation: two columns, one direction, preferred terms",
            two_columns.write,
            two_columns.read,
            holds=frozenset({"en"}),
            leaves_out=two_columns.leaves_out,
        ),
        Format(
            "utx",
            "terms.utx",
            "UTX 1.11, for machine translation",
            utx.write,
            utx.read,
            holds=frozenset({"id", "zh_variants", "en", "en_variants", "en_forbidden", "status", "note"}),
        ),
        Format(
            "jieba",
            "terms.jieba.txt",
            "a user dictionary for jieba: Chinese alone",
            jieba_words.write,
            jieba_words.read,
            holds=frozenset(),
            shows=frozenset({"zh_variants", "type"}),
            needs_english=False,
            leaves_out=jieba_words.leaves_out,
        ),
    )
}
"""Every format by its name. Adding one: its file, and one line here."""


def exportable(
    concepts: Iterable[Concept], *, needs_english: bool = True, keeps_evidence: bool = False
) -> list[Concept]:
    """Return the concepts that may leave the house, in order: not rejected, and as a rule with English.

    What the machine says of a pair in its note stays behind, as a rule.
    """
    going = in_order(
        concept for concept in concepts if concept.status != "rejected" and (concept.en or not needs_english)
    )
    if keeps_evidence:
        return going
    return [replace(concept, note=without_evidence(concept.note)) for concept in going]


def exportable_to(concepts: Iterable[Concept], chosen: Format) -> list[Concept]:
    """Return the concepts that may go into a format, as they go there."""
    return exportable(concepts, needs_english=chosen.needs_english, keeps_evidence=chosen.keeps_evidence)


def export(concepts: Iterable[Concept], name: str, path: Path | str, options: WriteOptions = DEFAULT) -> None:
    """Write the concepts in the format of that name (a key of FORMATS). Raises OutputError."""
    chosen = FORMATS[name]
    write_whole(path, chosen.write(exportable_to(concepts, chosen), options))
