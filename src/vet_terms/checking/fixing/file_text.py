"""The bytes of a text file as text that can be written back to the same bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from vet_terms.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHAPES = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
"""How XML in UTF-16 begins without a mark."""
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]{1,40})[\"']")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "ascii": "utf-8"}


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text, line ends and all, without its byte-order mark; and what it was written in."""

    text: str
    encoding: str
    mark: bytes = b""

    def written(self, text: str, errors: str = "strict") -> bytes:
        """Return another text as the bytes of a file that is written in the same way."""
        return self.mark + text.encode(self.encoding, errors)


def file_text(data: bytes, name: str, encoding: str) -> FileText:
    """Return the text of a file; a byte-order mark wins over ``encoding``.

    Raises InputError where the same text could not be written back as the same bytes.
    """
    mark, encoding = next(
        ((mark, marked) for mark, marked in _MARKS if data.startswith(mark)), (b"", encoding)
    )
    try:
        found = FileText(data[len(mark) :].decode(encoding), encoding, mark)
        if found.written(found.text) == data:
            return found
    except (UnicodeError, LookupError):
        pass  # as where other bytes would be written: it is said below
    raise InputError(
        f"{name}: cannot be written back as it was, since its bytes are not all {encoding}; "
        "save it as UTF-8 first"
    )


def xml_text(data: bytes, name: str) -> FileText:
    """Return the text of an XML file in the encoding that it declares. Raises InputError as `file_text`."""
    shape = next((shaped for shape, shaped in _SHAPES if data.startswith(shape)), "")
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    said = declared[1].decode("ascii").lower() if declared else ""
    # Read as single bytes, a declaration of UTF-16 gainsays itself.
    if not said or said.startswith(("utf-16", "utf-32")):
        said = "utf-8"
    return file_text(data, name, shape or _WIDER.get(said, said))
