"""What each CAT tool needs of a TMX, and what it refuses or passes over, as one table.

Every fact is from the tool's own documentation or source, or was measured by running it (OmegaT 3.6); the
docstring of each field and the note of each profile say which. What was not to be had is not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_SEGMENT = 2000
"""Characters of a segment that Trados Studio imports at most, source and target each (RWS,
"Importing content": longer ones are left out)."""

ONE_GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Profile:
    """A tool as a reader of TMX. Where a field is false or 0, the tool is not known to mind."""

    name: str
    """Its name on the command line."""
    tool: str
    """Its name as people know it."""
    note: str
    """What is special about it, in one sentence with its source."""
    bilingual: bool = False
    """It refuses units of more than two languages."""
    one_direction: bool = False
    """It passes over units whose languages are not its memory's or the header's: a file has one pair."""
    one_target: bool = False
    """It keeps one target a source."""
    last_target_wins: bool = False
    """Of several targets of a source it fills in the one that comes last."""
    longest_segment: int = 0
    greatest_file: int = 0
    """Bytes."""
    prefixed_properties: bool = False
    """It reads properties only where their type begins with ``x-``."""
    people_on_target: bool = False
    """It reads who and when from properties of the target variant."""
    context_on_source: bool = False
    """It reads the neighbouring texts from properties of the source variant."""
    known_codes_only: bool = False
    """A language code that it does not know makes it refuse the whole file."""


PROFILES: Mapping[str, Profile] = {
    entry.name: entry
    for entry in (
        Profile(
            "generic",
            "any tool",
            "The form that all the tools below and Okapi, Smartling, Tolgee and TMXValidator accept.",
        ),
        Profile(
            "omegat",
            "OmegaT",
            "Fills in from tm/auto/; of several targets the last one counts (measured with OmegaT 3.6; newer "
            "ones check the file against the TMX schema before they read it, OmegaT source, 2026).",
            last_target_wins=True,
        ),
        Profile(
            "trados",
            "Trados Studio",
            "Two languages, the direction of the memory, 2,000 characters a segment, 1 GB a file (RWS: "
            '"Importing a TMX file", "Importing content", docs.rws.com importing-tm-content-741139).',
            bilingual=True,
            one_direction=True,
            longest_segment=LONGEST_SEGMENT,
            greatest_file=ONE_GIGABYTE,
            prefixed_properties=True,
        ),
        Profile(
            "memoq",
            "memoQ",
            "Reads TMX 1.1 to 1.4b; a person maps the languages of the file to those of the memory "
            '(memoQ help: "Translation memories (TMX)").',
        ),
        Profile(
            "phrase",
            "Phrase TMS",
            "One target a source and language, 1 GB; who and when from properties of the target variant "
            "(support.phrase.com 9386879926556, 5709688865692).",
            one_direction=True,
            one_target=True,
            greatest_file=ONE_GIGABYTE,
            people_on_target=True,
        ),
        Profile(
            "xtm",
            "XTM",
            "Context from properties of the source variant, dates in UTC (XTM wiki EXKB 3273490578).",
            context_on_source=True,
        ),
        Profile(
            "weblate",
            "Weblate",
            "Needs header and srclang and passes over units without a text in srclang; a language code that "
            "it does not know fails the whole file; of the properties it reads x-context only "
            "(weblate/memory/models.py).",
            one_direction=True,
            known_codes_only=True,
        ),
    )
}
"""Every profile by its name. Adding one: an entry here, and its rules in ``rules.py`` if it has any."""

ALTERNATIVE_PROPERTIES = frozenset({"file", "id", "prev", "next", "path"})
"""Property types that make a unit of OmegaT's the translation of one place only (measured: with ``file`` and
``id`` on a unit nothing is filled; OmegaT source, ProjectTMX)."""

WEBLATE_CODES = frozenset(
    [
        "zh",
        "zh-cn",
        "zh-tw",
        "zh-hk",
        "zh-sg",
        "zh-hans",
        "zh-hant",
        "zh-hans-cn",
        "zh-hant-tw",
        "zh-hant-hk",
        "zh-hans-sg",
        "zh-chs",
        "zh-cht",
        "zho",
        "chi",
        "cmn",
        "cmn-hans",
        "cmn-hant",
        "en",
        "eng",
        "en-us",
        "en-gb",
        "eng-gb",
        "en-au",
        "en-ca",
        "en-ie",
        "en-in",
        "en-nz",
        "en-za",
        "en-sg",
        "en-ph",
        "en-hk",
    ]
)
"""Codes of Chinese and English that Weblate knows, in lower case (weblate-language-data: languages.csv and
aliases.csv; ``zho`` is Traditional there)."""
