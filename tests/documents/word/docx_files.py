"""Word documents made in code: paragraphs, tables, boxes and notes as markup, and the package around them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="zhang"><w:name w:val="章标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="bodylike"><w:name w:val="x"/><w:basedOn w:val="1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:name w:val="r"/><w:basedOn w:val="about"/></w:style>
<w:style w:type="paragraph" w:styleId="about"><w:name w:val="s"/><w:basedOn w:val="round"/></w:style>
<w:style w:type="paragraph" w:styleId="secret"><w:name w:val="q"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="veiled"><w:name w:val="v"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="item"><w:name w:val="List Number"/>
  <w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def docx(
    body: str,
    *,
    parts: Mapping[str, str | bytes] | None = None,
    links: str = "",
    main_type: str = MAIN,
    without: Sequence[str] = (),
) -> bytes:
    """Return a document. ``parts`` are named as their kinds (``footnotes``) or with their path; those in
    ``word/`` named by a kind are linked to."""
    others = dict(parts or {})
    others.setdefault("styles", STYLES)
    related = [
        f'<Relationship Id="{_identity(name)}" Type="{_OFFICE}/{name.rstrip("0123456789")}"'
        f' Target="{name}.xml"/>'
        for name in others
        if "/" not in name
    ]
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ),
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": root("w:document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relationships("".join(related) + links),
    }
    for name, content in others.items():
        if "/" not in name:
            element = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
            assert isinstance(content, str)
            files[f"word/{name}.xml"] = root(f"w:{element}", content)
    files.update({name: content for name, content in others.items() if "/" in name})
    return zipped({name: content for name, content in files.items() if name not in without})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def relationships(inner: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


def link(identity: str, kind: str, target: str, mode: str = "Internal") -> str:
    return (
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}'
        f' TargetMode="{mode}"/>'
    )


def _identity(name: str) -> str:
    return f"rId{name}"


def root(name: str, inner: str) -> str:
    return f"<{name} {_NAMESPACES}>{inner}</{name}>"


def r(text: str, properties: str = "") -> str:
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inner: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs and other markup; plain texts become runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f"<w:p><w:pPr>{named}{properties}</w:pPr>"
        + "".join(each if each.startswith("<") else r(each) for each in inner)
        + "</w:p>"
    )


def item(text: str, list_id: int, level: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, properties=numbered)


def cell(*blocks: str, properties: str = "") -> str:
    inner = "".join(each if each.startswith("<") else p(each) for each in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(each if each.startswith("<w:tc") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(*blocks: str) -> str:
    """Return a text box as Word writes it: for newer programs, and once more for older ones."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def note_mark(identity: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def notes(texts: Sequence[str], kind: str = "footnote") -> str:
    """Return notes with ids from 1, after the line that Word keeps among them."""
    line = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    return line + "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{r(text)}</w:p></w:{kind}>'
        for number, text in enumerate(texts, start=1)
    )


def field(code: str, result: str = "") -> str:
    """Return a field as runs; ``result`` is a text or markup, none where it is empty."""
    shown = result if result.startswith("<") or not result else r(result)
    separated = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}' if shown else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>{separated}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def level(index: int, kind: str, form: str, *, start: int = 1, inner: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{inner}'
        f"<w:lvlText w:val={quoteattr(form)}/></w:lvl>"
    )


def definition(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def numbered_list(identity: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'
