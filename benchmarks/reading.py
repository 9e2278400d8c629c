"""Reading documents: each reader beside its library's own plain extraction, in one run.

    python -m benchmarks.reading [--slides N] [--paragraphs N] [--pages N] [--rows N]

The files are made from the sentences of the deck, numbered so that none is like another. A peer is the
shortest loop that the library's own documentation shows, over the same file: it gives bare text, with no
places, languages or roles. Each is run three times in a process of its own, one after the other; the best
time of each is compared, and the memory is the most that its process held. Compare ratios within one run.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchmarks.scoring import DECK_KEY

_RUNS = 3

_OURS = "from vet_terms.documents.readers import read_document\ndef run(path): return read_document(path)"
_TEXT_ALONE = """
from vet_terms.documents.readers import read_document
from vet_terms.documents.slides import pptx
from vet_terms.documents.word import docx
pptx.document_of_parts = docx.document_of_parts = lambda parts, document: list(parts)
def run(path): return read_document(path)
"""
"""The text with its places, in reading order, before languages and roles are told."""

_PPTX = """
from pptx import Presentation
def run(path):
    slides = Presentation(path).slides
    return [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
"""
_DOCX = """
from docx import Document
def run(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells
"""
_PDF = """
from pdfminer.high_level import extract_text
def run(path): return extract_text(path)
"""
_XLSX = """
from openpyxl import load_workbook
def run(path):
    book = load_workbook(path, read_only=True, data_only=True)
    return [row for sheet in book for row in sheet.iter_rows(values_only=True)]
"""
_PEERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        ".pptx": ("python-pptx", _PPTX),
        ".docx": ("python-docx", _DOCX),
        ".pdf": ("pdfminer.six", _PDF),
        ".xlsx": ("openpyxl, read-only", _XLSX),
    }
)
_TIMED = """
import sys, time
{run}
run(sys.argv[2])
started = time.perf_counter()
found = run(sys.argv[1])
print(time.perf_counter() - started)
try:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
except ImportError:
    print(0)
"""
"""The libraries are imported and their tables made before the clock starts, by reading a small file."""


@dataclass(frozen=True, slots=True)
class Took:
    """The seconds of the quickest run, and the most memory that one held."""

    seconds: float
    megabytes: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, count in (("slides", 300), ("paragraphs", 5000), ("pages", 500), ("rows", 100_000)):
        parser.add_argument(f"--{name}", type=int, default=count, metavar="N")
    options = parser.parse_args(arguments)
    sizes = {
        ".pptx": options.slides, ".docx": options.paragraphs, ".pdf": options.pages, ".xlsx": options.rows,
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for ending, size in sizes.items():
            small, large = Path(folder) / f"small{ending}", Path(folder) / f"large{ending}"
            _MAKERS[ending](small, 2)
            _MAKERS[ending](large, size)
            ours = _took(_OURS, large, small)
            peer, run = _PEERS[ending]
            theirs = _took(run, large, small)
            alone = _took(_TEXT_ALONE, large, small) if ending in {".pptx", ".docx"} else None
            text = f" (text alone {alone.seconds / theirs.seconds:.2f} ×)" if alone else ""
            print(
                f"{ending} {size} {_UNITS[ending]}, {large.stat().st_size // 1024} KB: "
                f"vet-terms {ours.seconds:.2f} s, {ours.megabytes} MB; "
                f"{peer} {theirs.seconds:.2f} s, {theirs.megabytes} MB; "
                f"{ours.seconds / theirs.seconds:.2f} × {peer}{text}",
                flush=True,
            )
    return 0


def _took(run: str, large: Path, small: Path) -> Took:
    found = []
    for _ in range(_RUNS):
        printed = subprocess.run(
            [sys.executable, "-c", _TIMED.format(run=run), str(large), str(small)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        found.append((float(printed[-2]), int(printed[-1])))
    return Took(min(seconds for seconds, _ in found), max(size for _, size in found))


def _pairs() -> Iterator[tuple[str, str]]:
    rows = [line.split("\t") for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    pairs = list(dict.fromkeys((zh, en) for _, kind, zh, en in rows if kind == "pair"))
    for number in itertools.count(1):
        for zh, en in pairs:
            yield f"{zh}第{number}次。", f"{en} No. {number}."


def _make_pptx(path: Path, slides: int) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    deck: Any = Presentation()
    pairs = _pairs()
    for _ in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = next(pairs)[0]
        for row in range(3):
            for column, text in enumerate(next(pairs)):
                box = slide.shapes.add_textbox(
                    Inches(0.5 + 4.5 * column), Inches(1.5 + 1.8 * row), Inches(4), Inches(1.5)
                )
                box.text_frame.text = text
    deck.save(path)


def _make_docx(path: Path, paragraphs: int) -> None:
    from docx import Document

    document: Any = Document()
    pairs = _pairs()
    for number in range(paragraphs // 2):
        for text in next(pairs):
            document.add_paragraph(text)
        if number % 100 == 0:
            table = document.add_table(rows=4, cols=2)
            for row in table.rows:
                for cell, text in zip(row.cells, next(pairs), strict=True):
                    cell.text = text
    document.save(path)


def _make_pdf(path: Path, pages: int) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas: Any = Canvas(str(path), pagesize=A4)
    pairs = _pairs()
    for number in range(1, pages + 1):
        height = 780
        while height > 90:
            for text, columns in zip(next(pairs), (40, 90), strict=True):
                for start in range(0, len(text), columns):
                    canvas.setFont("STSong-Light", 11)
                    canvas.drawString(60, height, text[start : start + columns].strip())
                    height -= 15
            height -= 12
        canvas.drawString(290, 30, str(number))
        canvas.showPage()
    canvas.save()


def _make_xlsx(path: Path, rows: int) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Terms")
    sheet.append(["编号", "中文", "英文"])
    for number, pair in zip(range(1, rows + 1), _pairs(), strict=False):
        sheet.append([number, *(text[:60] for text in pair)])
    book.save(path)


_MAKERS: Mapping[str, Callable[[Path, int], None]] = MappingProxyType(
    {".pptx": _make_pptx, ".docx": _make_docx, ".pdf": _make_pdf, ".xlsx": _make_xlsx}
)
_UNITS = {".pptx": "slides", ".docx": "paragraphs", ".pdf": "pages", ".xlsx": "rows"}

if __name__ == "__main__":
    sys.exit(main())
