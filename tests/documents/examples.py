"""One small bilingual file of each format, with the texts that a person sees in it.

The same sentences stand in all of them, in the way that is usual in the format.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

TITLE = ("柳州职业教育", "Vocational Education in Liuzhou")
PAIRS = (
    ("学校现有教师120名。", "The school has 120 teachers."),
    ("学校与25家企业合作。", "The school works with 25 enterprises."),
    ("学生每年到企业实习三个月。", "Every year the students work in an enterprise for three months."),
)
VISIBLE = tuple(text for pair in (TITLE, *PAIRS) for text in pair)


def _text() -> bytes:
    return "\n\n".join(VISIBLE).encode()


def _markdown() -> bytes:
    return ("# " + " / ".join(TITLE) + "\n\n" + "\n\n".join(VISIBLE[2:]) + "\n").encode()


def _html() -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in VISIBLE[2:])
    headings = "".join(f"<h1>{text}</h1>" for text in TITLE)
    return f"<html><head><meta charset='utf-8'></head><body>{headings}{paragraphs}</body></html>".encode()


def _table(delimiter: str) -> bytes:
    return "".join(f"{zh}{delimiter}{en}\n" for zh, en in (("中文", "英文"), TITLE, *PAIRS)).encode()


def _subtitles(*, web: bool) -> bytes:
    point = "." if web else ","
    cues = [
        f"{number}\n00:00:{number * 3:02}{point}000 --> 00:00:{number * 3 + 2:02}{point}500\n{zh}\n{en}\n"
        for number, (zh, en) in enumerate((TITLE, *PAIRS), 1)
    ]
    return (("WEBVTT\n\n" if web else "") + "\n".join(cues)).encode()


def _xliff() -> bytes:
    units = "".join(
        f'<trans-unit id="{number}"><source>{zh}</source><target>{en}</target></trans-unit>'
        for number, (zh, en) in enumerate((TITLE, *PAIRS), 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><xliff version="1.2" '
        'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-CN" '
        f'target-language="en-US" datatype="plaintext"><body>{units}</body></file></xliff>'
    ).encode()


def _po() -> bytes:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'
    return (head + "\n".join(f'msgid "{zh}"\nmsgstr "{en}"\n' for zh, en in (TITLE, *PAIRS))).encode()


def _tmx() -> bytes:
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en-US"><seg>{en}</seg></tuv></tu>'
        for zh, en in (TITLE, *PAIRS)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><tmx version="1.4"><header creationtool="test" '
        'creationtoolversion="1" segtype="sentence" o-tmf="test" adminlang="en" srclang="zh-CN" '
        f'datatype="plaintext"/><body>{units}</body></tmx>'
    ).encode()


def _pptx() -> bytes:
    from pptx import Presentation
    from pptx.util import Inches

    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text_frame.text = "\n".join(TITLE)
    for number, text in enumerate(VISIBLE[2:]):
        box = slide.shapes.add_textbox(Inches(1), Inches(2 + number * 0.7), Inches(8), Inches(0.6))
        box.text_frame.text = text
    return _saved(deck)


def _docx() -> bytes:
    from docx import Document

    document: Any = Document()
    for text in TITLE:
        document.add_heading(text, 1)
    for text in VISIBLE[2:]:
        document.add_paragraph(text)
    return _saved(document)


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book: Any = Workbook()
    for row in (("中文", "英文"), TITLE, *PAIRS):
        book.active.append(row)
    return _saved(book)


def _pdf() -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas: Any = Canvas(stream, pagesize=(595, 842), invariant=1)
    canvas.setFont("STSong-Light", 12)
    for number, text in enumerate(VISIBLE):
        canvas.drawString(60, 780 - 40 * number, text)
    canvas.save()
    return stream.getvalue()


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


EXAMPLES: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        ".txt": _text,
        ".text": _text,
        ".md": _markdown,
        ".markdown": _markdown,
        ".html": _html,
        ".htm": _html,
        ".xhtml": _html,
        ".csv": lambda: _table(","),
        ".tsv": lambda: _table("\t"),
        ".tab": lambda: _table("\t"),
        ".srt": lambda: _subtitles(web=False),
        ".vtt": lambda: _subtitles(web=True),
        ".xlf": _xliff,
        ".xliff": _xliff,
        ".sdlxliff": _xliff,
        ".mqxliff": _xliff,
        ".mxliff": _xliff,
        ".po": _po,
        ".pot": _po,
        ".tmx": _tmx,
        ".pptx": _pptx,
        ".pptm": _pptx,
        ".docx": _docx,
        ".docm": _docx,
        ".dotx": _docx,
        ".dotm": _docx,
        ".xlsx": _xlsx,
        ".xlsm": _xlsx,
        ".pdf": _pdf,
    }
)
"""By ending, the bytes of an example; every reader has one."""
