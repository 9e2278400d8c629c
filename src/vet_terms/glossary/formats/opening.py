"""The root of a glossary in XML, opened safely: TBX and MultiTerm XML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_SAYS_UTF_16 = re.compile(rb"(\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"']utf-16", re.IGNORECASE)


def xml_root_of(data: bytes, name: str) -> Any:
    """Return the root element of an XML file's bytes. Raises InputError where it is broken or hides text.

    A file that still says UTF-16, as MultiTerm wrote it, though an editor has saved it as UTF-8, is read.
    """
    from vet_terms.documents.bilingual.xliff import xml_root

    return xml_root(data, name, "utf-8" if _SAYS_UTF_16.match(data) else None)


def name_of(element: Any) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    return _name_in(element.tag)


@lru_cache(maxsize=1000)
def _name_in(tag: Any) -> str:
    """Return the name in a tag: a glossary has millions of elements of a few dozen names."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
