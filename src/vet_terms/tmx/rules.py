"""The rules that a TMX is checked against, as one table: the standard's, and what single tools trip over.

A rule of the standard is from TMX 1.4b (LISA OSCAR, 2005: the DTD and section 2), as TMXValidator applies it
too; one of a tool is named after its profile, whose sources are in ``profiles.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class TmxRule:
    """A rule: its id (a tool's begins with the profile and a slash), how grave it is, what it holds to."""

    id: str
    severity: Severity
    what: str

    @property
    def profile(self) -> str:
        """The profile that the rule belongs to, empty for one of the standard."""
        return self.id.partition("/")[0] if "/" in self.id else ""


RULES: Mapping[str, TmxRule] = {
    rule.id: rule
    for rule in (
        TmxRule("xml", "error", "The file is well-formed XML from its first to its last byte."),
        TmxRule("entities", "error", "No entities are declared: text could hide behind them."),
        TmxRule("root", "error", "The outermost element is tmx."),
        TmxRule("version", "error", "tmx says its version, 1.1 to 1.4."),
        TmxRule("namespace", "warning", "TMX 1.4 knows no namespaces; many tools find no unit in one."),
        TmxRule("header", "error", "There is one header and after it one body."),
        TmxRule("header-attribute", "error", "The header has its seven attributes, none empty."),
        TmxRule("element", "error", "Only elements of the standard are used."),
        TmxRule("place", "error", "Every element and text stands where the standard has it."),
        TmxRule("order", "error", "Notes and properties stand before the texts that they are about."),
        TmxRule("attribute", "error", "Only attributes of the standard are used, none is missing."),
        TmxRule("value", "error", "Attributes with a list of values have one of them; x is a number."),
        TmxRule("date", "error", "Dates are written YYYYMMDDThhmmssZ and exist."),
        TmxRule("count", "error", "usagecount is a number."),
        TmxRule("language", "error", "Every tuv says its language."),
        TmxRule("language-attribute", "warning", "A language is said by xml:lang; in TMX 1.1 by lang."),
        TmxRule("language-code", "error", "Language codes are well-formed (RFC 5646): zh-CN, not zh_CN."),
        TmxRule("source-language", "error", "Every unit has a text in the source language (srclang)."),
        TmxRule("segment", "error", "Every unit has a tuv, and every tuv exactly one seg."),
        TmxRule("empty", "warning", "Segments have text."),
        TmxRule("alone", "warning", "Units have at least two languages."),
        TmxRule("twice", "warning", "A unit has one text a language."),
        TmxRule("codes-paired", "error", "In a segment each bpt has one ept behind it with the same, own i."),
        TmxRule("codes-matched", "warning", "Codes with an x stand in every text of the unit."),
        TmxRule("generic/all", "warning", "srclang names a language: Okapi and Smartling refuse *all*."),
        TmxRule("generic/srclang", "warning", "Units go from the language of the header, for Smartling."),
        TmxRule("omegat/alternative", "error", "Properties file, id, prev, next, path make a unit an "
                "alternative for one place in OmegaT: it fills nothing elsewhere."),
        TmxRule("omegat/underscore", "error", "OmegaT fills nothing from codes with an underscore."),
        TmxRule("omegat/extension", "error", "OmegaT passes over files that do not end in .tmx, .tmx.gz or "
                ".zip, in small letters."),
        TmxRule("omegat/creationtool", "warning", "A file that says it is OmegaT's has its codes read in "
                "OmegaT's own way."),
        TmxRule("omegat/schema", "warning", "Newer OmegaT loads no file that breaks the standard."),
        TmxRule("trados/multilingual", "error", "Trados Studio imports no file of more than two languages."),
        TmxRule("trados/long", "error", "Trados Studio leaves out segments of more than 2,000 characters."),
        TmxRule("trados/size", "error", "Trados Studio imports files of up to 1 GB."),
        TmxRule("trados/property", "warning", "Trados Studio reads fields only from properties that begin "
                "with x-."),
        TmxRule("phrase/size", "error", "Phrase TMS imports files of up to 1 GB."),
        TmxRule("phrase/people", "warning", "Phrase TMS reads who and when from properties of the target tuv "
                "(created_by …), not from attributes of the unit."),
        TmxRule("weblate/code", "error", "Weblate refuses a file with a code that it does not know."),
        TmxRule("weblate/extension", "error", "Weblate takes files that end in .tmx."),
        TmxRule("weblate/codes", "warning", "Weblate keeps inline codes as text."),
    )
}  # fmt: skip
"""Every rule by its id."""
