"""The text of an HTML or XHTML file to its tree, and nothing fetched, expanded or run for it.

Refused is what declares entities (its text would hide behind them) and what is nested as no page is: the
parser would drop the text of it without a word.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

from vet_terms.errors import InputError

_PROLOGUE = re.compile(r"(?:[^<]|<(?![a-z]))*", re.IGNORECASE)
_PROLOGUE_WITHIN = 100_000
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_XML_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# What stands behind these is still of the page, but the parser would pass over it.
_LAST_TAGS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


def html_tree(text: str, name: str) -> Any:
    """Return the root element of a page. Raises InputError where there is none, or what is refused."""
    prologue = _PROLOGUE.match(text[:_PROLOGUE_WITHIN])
    if prologue and "<!ENTITY" in prologue.group().upper():
        raise InputError(f"{name}: declares XML entities, which are not read; save it without them")
    declared = _XML_DECLARATION.match(text)
    if declared or name.lower().endswith(".xhtml"):
        root = _xml(text[declared.end() :] if declared else text, text[: declared.end()] if declared else "")
        if root is not None:
            return root
    root = _html(text, name)
    if root is None:
        raise InputError(f"{name}: holds no text; there is nothing to read in it")
    return root


def html_fragment(text: str) -> Any | None:
    """Return the root element around a piece of markup, or None where it has no text or is refused."""
    try:
        return html_tree(text, "")
    except InputError:
        return None


def _xml(text: str, before: str) -> Any | None:
    """Return the root of well-formed XHTML, where ``<title/>`` is an element that is closed; else None."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    known = _ENTITY.sub(_as_character, text)
    try:
        return etree.fromstring(
            ("\n" * before.count("\n") + known.lstrip("\ufeff")).encode("utf-8", "replace"), parser
        )
    except etree.XMLSyntaxError:
        return None


def _as_character(found: re.Match[str]) -> str:
    entity = found[1]
    return found[0] if entity in _XML_OWN else html5.get(entity, found[0])


def _html(text: str, name: str) -> Any | None:
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(_LAST_TAGS.sub("", text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(f"{name}: nests elements deeper than any page does; save its text as .txt instead")
    return root
