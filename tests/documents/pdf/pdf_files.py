"""PDFs for tests, built in code: pages drawn by reportlab, and files written object by object."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageBreak, PageTemplate, Paragraph

from vet_terms.documents.pdf.pdf import read_pdf
from vet_terms.documents.source import Source
from vet_terms.model import Document

KEY = Path(__file__).parent.parent.parent / "gold" / "deck_alignment.tsv"

CHINESE, TRADITIONAL, ENGLISH = "STSong-Light", "MSung-Light", "Times-Roman"
for font in (CHINESE, TRADITIONAL):
    pdfmetrics.registerFont(UnicodeCIDFont(font))

ZH = ParagraphStyle("zh", fontName=CHINESE, fontSize=10.5, leading=15, wordWrap="CJK", spaceAfter=6)
EN = ParagraphStyle("en", fontName=ENGLISH, fontSize=10.5, leading=13, alignment=4, spaceAfter=6)
"""Chinese, and justified English with another leading."""

Draw = Callable[[Canvas], None]


def read(data: bytes) -> Document:
    return read_pdf(Source(data, "a.pdf"))


def pdf(*pages: Draw, encrypt: Any = None) -> bytes:
    """Return a PDF whose pages are drawn by functions."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encrypt, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def texts(*rows: tuple[float, float, str], size: float = 11) -> Draw:
    """Return what draws texts at places; each in the font of its first character."""

    def draw(canvas: Canvas) -> None:
        for x, y, text in rows:
            canvas.setFont(ENGLISH if text.isascii() else CHINESE, size)
            canvas.drawString(x, y, text)

    return draw


def frames(*columns: tuple[tuple[float, float, float, float], Sequence[tuple[str, ParagraphStyle]]]) -> Draw:
    """Return what sets paragraphs in frames (left, bottom, width, height)."""

    def draw(canvas: Canvas) -> None:
        for (left, bottom, width, height), paragraphs in columns:
            Frame(left, bottom, width, height, 0, 0, 0, 0).addFromList(
                [Paragraph(escape(text), style) for text, style in paragraphs], canvas
            )

    return draw


def deck_rows() -> list[tuple[str, str, str]]:
    """Return slide, Chinese and English of the deck's key."""
    rows = [line.split("\t") for line in KEY.read_text("utf-8").splitlines()[1:]]
    return [(slide, zh, en) for slide, _, zh, en in rows]


def deck_in_columns() -> bytes:
    """Return the deck with the Chinese of each slide in the left column and its English in the right one."""
    story: list[Any] = []
    for _, group in groupby(deck_rows(), key=lambda row: row[0]):
        rows = list(group)
        story += [Paragraph(escape(zh), ZH) for _, zh, _ in rows if zh]
        story += [FrameBreak(), *(Paragraph(escape(en), EN) for _, _, en in rows if en), PageBreak()]
    return _report(story, [Frame(60, 60, 230, 730), Frame(305, 60, 230, 730)])


def deck_stacked() -> bytes:
    """Return the deck with each Chinese paragraph above its English one."""
    story = [
        Paragraph(escape(text), style)
        for _, zh, en in deck_rows()
        for text, style in ((zh, ZH), (en, EN))
        if text
    ]
    return _report(story, [Frame(70, 60, 455, 720)])


def _report(story: list[Any], its_frames: list[Frame]) -> bytes:
    def furniture(canvas: Canvas, document: Any) -> None:
        canvas.setFont(CHINESE, 9)
        canvas.drawString(70, 805, "职业教育年度报告")
        canvas.drawRightString(520, 805, "Annual Report")
        canvas.drawCentredString(297, 30, f"第 {document.page} 页 共 19 页")

    out = io.BytesIO()
    document = BaseDocTemplate(out, invariant=1)
    document.addPageTemplates(PageTemplate(frames=its_frames, onPage=furniture))
    document.build(story)
    return out.getvalue()


def objects(bodies: Iterable[bytes], root: int = 1) -> bytes:
    """Return a PDF of some objects, numbered from 1."""
    out = b"%PDF-1.5\n"
    offsets: list[int] = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(offsets) + 1, root, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1) + table + end


def stream(attributes: bytes, body: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (attributes, len(body), body)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def one_page(content: bytes, *more: bytes, attributes: bytes = b"", font: bytes = FONT) -> bytes:
    """Return a PDF of one page with this content; ``more`` are the objects from number 6."""
    return objects([CATALOG, PAGES, PAGE, stream(attributes, content), font, *more])


CID_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4>>>>]>>"
)
"""A font that does not say which characters its glyphs show."""


def unicode_page(text: str) -> bytes:
    """Return a PDF of one line whose text layer has exactly these characters."""
    code = text.encode("utf-16-be").hex().encode()
    cmap = (
        b"/CMapName/X def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n"
        b"1 beginbfrange\n<0000><ffff><0000>\nendbfrange\nendcmap"
    )
    font = CID_FONT.replace(b"/Encoding", b"/ToUnicode 6 0 R/Encoding")
    return one_page(b"BT /F 11 Tf 40 700 Td <%s> Tj ET" % code, stream(b"", cmap), font=font)
