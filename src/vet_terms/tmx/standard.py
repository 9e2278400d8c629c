"""What TMX 1.4b allows where: elements, attributes, values (LISA OSCAR, 2005: tmx14.dtd and section 2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADER_REQUIRED = (
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
)

_WHO_AND_WHEN = frozenset({"creationdate", "creationid", "changedate", "changeid"})
_USE = frozenset({"usagecount", "lastusagedate", "creationtool", "creationtoolversion", "o-tmf"})

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "tmx": frozenset({"version"}),
    "header": frozenset(HEADER_REQUIRED) | _WHO_AND_WHEN | {"o-encoding"},
    "body": frozenset(),
    "ude": frozenset({"name", "base"}),
    "map": frozenset({"unicode", "code", "ent", "subst"}),
    "note": frozenset({"o-encoding", "xml:lang", "lang"}),
    "prop": frozenset({"type", "o-encoding", "xml:lang", "lang"}),
    "tu": _WHO_AND_WHEN | _USE | {"tuid", "o-encoding", "datatype", "segtype", "srclang"},
    "tuv": _WHO_AND_WHEN | _USE | {"xml:lang", "lang", "o-encoding", "datatype"},
    "seg": frozenset(),
    "bpt": frozenset({"i", "x", "type"}),
    "ept": frozenset({"i"}),
    "ph": frozenset({"x", "assoc", "type"}),
    "it": frozenset({"pos", "x", "type"}),
    "hi": frozenset({"x", "type"}),
    "ut": frozenset({"x"}),
    "sub": frozenset({"datatype", "type"}),
}
"""Every element of the standard, and its attributes."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "tmx": ("version",),
    "ude": ("name",),
    "map": ("unicode",),
    "prop": ("type",),
    "bpt": ("i",),
    "ept": ("i",),
    "it": ("pos",),
}
"""Attributes that an element must have, but for the header's and the language of a ``tuv``."""

_INLINE = frozenset({"bpt", "ept", "ph", "it", "hi", "ut"})

CHILDREN: Mapping[str, frozenset[str]] = {
    "tmx": frozenset({"header", "body"}),
    "header": frozenset({"note", "prop", "ude"}),
    "ude": frozenset({"map"}),
    "body": frozenset({"tu"}),
    "tu": frozenset({"note", "prop", "tuv"}),
    "tuv": frozenset({"note", "prop", "seg"}),
    "seg": _INLINE,
    "hi": _INLINE,
    "sub": _INLINE,
    "bpt": frozenset({"sub"}),
    "ept": frozenset({"sub"}),
    "ph": frozenset({"sub"}),
    "it": frozenset({"sub"}),
    "ut": frozenset({"sub"}),
}
"""Which elements may stand in which; what is not named here holds text only."""

HOLDS_TEXT = frozenset({"note", "prop", "seg", "sub"}) | _INLINE

VALUES: Mapping[tuple[str, str], frozenset[str]] = {
    ("header", "segtype"): frozenset({"block", "paragraph", "sentence", "phrase"}),
    ("tu", "segtype"): frozenset({"block", "paragraph", "sentence", "phrase"}),
    ("it", "pos"): frozenset({"begin", "end"}),
    ("ph", "assoc"): frozenset({"p", "f", "b"}),
}
"""Attributes that have a closed list of values."""

DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
NUMBERS = frozenset({"usagecount"})
VERSIONS = frozenset({"1.0", "1.1", "1.2", "1.3", "1.4", "1.4b"})

_BCP_47 = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
    r"|x(?:-[a-z\d]{1,8})+|i(?:-[a-z]{3,8})+",
    re.ASCII | re.IGNORECASE,
)


def is_language_tag(code: str) -> bool:
    """Say whether a language code is well-formed (RFC 5646, section 2.1, and the grandfathered ``i-``)."""
    return _BCP_47.fullmatch(code) is not None
