"""The rules that a TBX is checked against, as one table; a finding's message says what a file did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vet_terms.model import Severity

MOST_SHOWN = 60
"""Characters of a text of the file that a message shows."""


@dataclass(frozen=True, slots=True)
class TbxRule:
    """A rule: its id, how grave it is to break it, and what it holds to."""

    id: str
    severity: Severity
    what: str


@dataclass(frozen=True, slots=True)
class TbxFinding:
    """What a rule has to say of a line of a file."""

    line: int
    rule: str
    severity: Severity
    message: str


RULES: Mapping[str, TbxRule] = {
    rule.id: rule
    for rule in (
        TbxRule("xml", "error", "The file is well-formed XML and declares no entities."),
        TbxRule("root", "error", "The outermost element is tbx (version 3) or martif (version 2)."),
        TbxRule("namespace", "error", "Elements are in the namespace of TBX, or in DCT of a module."),
        TbxRule("element", "error", "Only elements of the standard are used."),
        TbxRule("place", "error", "Every element stands where the standard has it, as often as it may."),
        TbxRule("missing", "error", "No element lacks what must stand in it."),
        TbxRule("text", "error", "Text stands only in elements that hold text."),
        TbxRule("attribute", "error", "Attributes and their values are the standard's; none is missing."),
        TbxRule("id", "error", "Ids are XML names, and no two are the same."),
        TbxRule("target", "error", "What an element points at is there: an id of the file."),
        TbxRule("address", "error", "What lies outside the file is named by a web address."),
        TbxRule("language", "error", "Languages are said by well-formed codes (RFC 5646): zh-CN, not zh_CN."),
        TbxRule("date", "error", "Dates are written 2024-05-31, with a time 2024-05-31T08:00:00."),
        TbxRule("dialect", "info", "The dialect is TBX-Core, TBX-Min or TBX-Basic; of others only the "
                "structure is checked."),
        TbxRule("style", "error", "A file has one style: data categories are types (DCA) or elements."),
        TbxRule("category", "error", "Data categories are those of the dialect."),
        TbxRule("level", "error", "A data category stands at a level at which the dialect allows it."),
        TbxRule("value", "error", "A data category with a list of values has one of them."),
        TbxRule("inline", "error", "sc and ec in a text belong together as their isolated and startRef say."),
        TbxRule("empty", "warning", "Terms and data categories say something."),
    )
}  # fmt: skip
"""Every rule by its id."""


def finding(line: int | None, rule: str, message: str) -> TbxFinding:
    """Return a finding of a rule, as grave as the rule is."""
    return TbxFinding(line or 0, rule, RULES[rule].severity, message)


def shown(text: str) -> str:
    """Return a text of the file as a message may show it: not long, and nothing that a terminal obeys."""
    short = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in short)
