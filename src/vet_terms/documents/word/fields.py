"""Fields of a Word document: an instruction, which nobody sees, and the result that Word last made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

FIELD_CODE = "field code"
PAGE_NUMBER = "page number"
CONTENTS = "table of contents"

_REASONS = {
    "PAGE": PAGE_NUMBER,
    "NUMPAGES": PAGE_NUMBER,
    "SECTION": PAGE_NUMBER,
    "SECTIONPAGES": PAGE_NUMBER,
    "TOC": CONTENTS,
}
"""The fields whose results are no text of the document, and what they are."""

_DRAWN = frozenset({"EQ", "MACROBUTTON", "GOTOBUTTON", "SYMBOL", "QUOTE", "ADVANCE"})
"""The fields that show something of their instruction where they hold no result."""


@dataclass(slots=True)
class _Field:
    outer: str
    """Why a text around the field is left out."""
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False

    @property
    def name(self) -> str:
        return ("".join(self.instruction).split(None, 1) or [""])[0].upper()


@dataclass(slots=True)
class OpenFields:
    """The fields that are open at a point of a text, the outermost first.

    ``reason`` says why a text that stands there is left out; empty where it is seen.
    """

    reason: str = ""
    _open: list[_Field] = field(default_factory=list)

    def begin(self) -> None:
        """Open a field: what comes is its instruction."""
        self._open.append(_Field(self.reason))
        self.reason = FIELD_CODE

    def instruct(self, text: str) -> bool:
        """Add a piece to the instruction of the innermost field; say whether one takes it."""
        if not self._open or self._open[-1].in_result:
            return False
        self._open[-1].instruction.append(text)
        return True

    def separate(self) -> None:
        """Go from the instruction of the innermost field to its result."""
        if self._open:
            innermost = self._open[-1]
            innermost.in_result = True
            self.reason = innermost.outer or _REASONS.get(innermost.name, "")

    def end(self) -> str:
        """Close the innermost field; return its instruction where something of that is seen."""
        if not self._open:
            return ""
        closed = self._open.pop()
        self.reason = closed.outer
        is_drawn = not closed.in_result and closed.name in _DRAWN
        return "".join(closed.instruction).strip() if is_drawn else ""
