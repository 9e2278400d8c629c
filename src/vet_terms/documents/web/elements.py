"""What the elements of a page are by their names, roles, classes and styles: block, hidden, menu, share bar.

Nothing is left out here: a class is what somebody called a thing, and whether that is believed is decided
where the whole page is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

Strength = Literal["hidden", "element", "word"]
"""How an element says that it is no text: it is not shown, by its name or role, or by its class alone."""

# fmt: off
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext",
        "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "xmp",
    }
)
# fmt: on

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

SILENT = frozenset(
    {"base", "basefont", "bgsound", "link", "meta", "param", "rp", "script", "source", "style", "track"}
)
"""What never has a text that is shown."""

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("noembed", "noframes", "noscript", "template"), "hidden"),
        **dict.fromkeys(("annotation", "annotation-xml"), "hidden"),
        **dict.fromkeys(("audio", "canvas", "embed", "iframe", "object", "video"), "embedded"),
        **dict.fromkeys(("button", "datalist", "select", "textarea", "optgroup", "option"), "form"),
        **dict.fromkeys(("rt", "rtc"), "ruby"),
        "svg": "picture",
    }
)
"""What is left out wherever it stands, and why."""

_ELEMENTS = MappingProxyType(
    {
        "nav": "navigation",
        "header": "head of the site",
        "footer": "foot of the site",
        "aside": "beside the text",
        "form": "form",
        "search": "search",
        "menu": "menu",
        "dir": "menu",
        "pre": "code",
        "listing": "code",
        "xmp": "code",
        "plaintext": "code",
    }
)
_ROLES = MappingProxyType(
    {
        "navigation": "navigation",
        "banner": "head of the site",
        "contentinfo": "foot of the site",
        "complementary": "beside the text",
        "search": "search",
        "form": "form",
        "menu": "menu",
        "menubar": "menu",
        "toolbar": "menu",
        "doc-toc": "table of contents",
        "doc-pagelist": "navigation",
    }
)
_NOTES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes", "footnote", "endnote", "rearnote"})

# Pinyin, whole or its first letters, is what Chinese makers of sites name their classes in.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        word: reason
        for reason, words in {
            "navigation": "nav navbar navigation topnav subnav sitenav daohang breadcrumb breadcrumbs crumb "
            "crumbs mianbaoxie dqwz weizhi pager paging pagination prevnext shangxiaye skip",
            "menu": "menu menus submenu dropdown caidan toolbar topbar",
            "beside the text": "sidebar sidenav cebianlan widget widgets",
            "foot of the site": "footer foot bottombar yejiao colophon",
            "label of the page": "meta metas",
            "share bar": "share sharing sharebar bdshare bdsharebuttonbox addthis sns social fenxiang",
            "comments": "comment comments commentlist disqus pinglun",
            "related links": "related recommend recommended recommendation friendlink friendlinks yqlj "
            "youlian xgyd xglj xiangguan tuijian",
            "copyright": "copyright banquan",
            "advertisement": "ad ads adv advert adverts advertisement advertising adsbygoogle "
            "sponsor sponsored promo guanggao",
            "pop-up": "cookie cookies consent gdpr popup modal lightbox",
            "form": "login signin signup subscribe newsletter searchbox searchbar sousuo",
            "code of a picture": "qrcode erweima",
        }.items()
        for word in words.split()
    }
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSEEN = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text)(?:$|\s)", re.IGNORECASE)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_AS_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_LONGEST_ATTRIBUTE = 2000

# These stand around the whole page or are its text: their classes say how the page is made up.
_NEVER_BY_WORD = frozenset({"html", "body", "main", "article"}) | HEADINGS


def is_hidden(element: Any) -> bool:
    """Say whether a person does not see an element."""
    if not element.attrib:
        return False
    if element.get("aria-hidden") == "true" or _HIDING.search(_attribute(element, "style")):
        return True
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    return bool(_UNSEEN.search(_attribute(element, "class")))


def is_block(element: Any, name: str) -> bool:
    """Say whether a text before an element and one in it stand on lines of their own."""
    return name in BLOCKS or bool(element.attrib and _AS_BLOCK.search(_attribute(element, "style")))


def is_main(element: Any, name: str) -> bool:
    """Say whether an element says that it is the main text of the page."""
    return name == "main" or element.get("role") == "main"


def is_note(element: Any) -> bool:
    """Say whether an element is a footnote or an endnote; books have them in ``aside``."""
    if not element.attrib:
        return False
    kinds = f"{_attribute(element, 'role')} {_attribute(element, '{http://www.idpf.org/2007/ops}type')} "
    return bool(_NOTES & set(f"{kinds} {_attribute(element, 'epub:type')}".split()))


def claim_of(element: Any, name: str, *, in_text: bool) -> tuple[str, Strength] | None:
    """Return why a block may be no text of the document; ``in_text`` says that an article is around it."""
    if is_hidden(element):
        return "hidden", "hidden"
    role = _ROLES.get(_attribute(element, "role")) if element.attrib else None
    reason = role or ("" if name == "header" and in_text else _ELEMENTS.get(name, ""))
    if name == "dialog" and element.get("open") is None:
        return "hidden", "hidden"
    if reason:
        return reason, "element"
    if not element.attrib or name in _NEVER_BY_WORD:
        return None
    for word in _WORD.findall(f"{_attribute(element, 'id')} {_attribute(element, 'class')}"):
        if word.lower() in _WORDS:
            return _WORDS[word.lower()], "word"
    return None


def _attribute(element: Any, key: str) -> str:
    value: str = element.get(key) or ""
    return value[:_LONGEST_ATTRIBUTE]
