"""A TBX checked against the standard and its dialect, with a line for each thing found.

Version 3: the core structure, then what TBX-Min or TBX-Basic allow, in the styles DCA and DCT. Version 2:
the structure of its entries. A file is looked at as a whole and never mended; what a term means is not known
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vet_terms.errors import InputError
from vet_terms.glossary.formats.opening import name_of, xml_root_of
from vet_terms.glossary.formats.tbx.dialects import (
    CORE_NAMESPACE,
    DIALECTS,
    META_ELEMENTS,
    NAMESPACES,
    Category,
)
from vet_terms.glossary.formats.tbx.rules import TbxFinding, finding, shown
from vet_terms.glossary.formats.tbx.structure import (
    ANY,
    ID,
    IDREF,
    LANGUAGE,
    URI,
    VERSION_2,
    VERSION_3,
    Model,
    misplaced,
)

_XML = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGE_CODE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_NAME = re.compile(r"[^\W\d][\w.\-\u00b7]*")
_WEB = re.compile(r"https?://.+")
_DATE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?"
)
_LEVELS = ("conceptEntry", "langSec", "termSec")


def tbx_findings(data: bytes, name: str) -> list[TbxFinding]:
    """Return what is wrong with a TBX file's bytes, in the order of lines; an empty list if nothing is."""
    try:
        root = xml_root_of(data, name)
    except InputError as error:
        line = getattr(error.__cause__, "lineno", None) or 1
        said = str(error).removeprefix(name).removeprefix(f", line {line}").lstrip(": ")
        return [finding(line, "xml", said)]
    found = list(_of_root(root))
    return sorted(found, key=lambda each: each.line)


def _of_root(root: Any) -> Iterator[TbxFinding]:
    if name_of(root) == "martif":
        yield from _structure(root, VERSION_2, {})
    elif name_of(root) != "tbx":
        yield finding(root.sourceline, "root", f"the outermost element is <{name_of(root)}>, not <tbx>")
    elif not _in_core(root):
        said = f"<tbx> is not in the namespace {CORE_NAMESPACE}; nothing else was checked"
        yield finding(root.sourceline, "namespace", said)
    else:
        dialect, style = root.get("type") or "", root.get("style") or ""
        categories = DIALECTS.get(dialect, {})
        if not re.fullmatch("TBX-.+", dialect):
            said = f"type of <tbx> is “{shown(dialect)}”; it names the dialect: {', '.join(DIALECTS)}"
            yield finding(root.sourceline, "attribute", said)
        elif dialect not in DIALECTS:
            said = f"of the dialect {shown(dialect)} only the core structure is checked"
            yield finding(root.sourceline, "dialect", said)
        yield from _structure(root, VERSION_3, categories)
        for element in root.iter("*"):
            yield from _categories(element, dialect, style, categories)
            yield from _inline(element)


def _structure(
    root: Any, models: Mapping[str, Model], categories: Mapping[str, Category]
) -> Iterator[TbxFinding]:
    """Yield what breaks the structure; elements of other namespaces stand for what their category is."""
    ids: set[str] = {each.get("id") for each in root.iter("*") if each.get("id")}
    seen: set[str] = set()
    version_3 = models is VERSION_3
    for element in root.iter("*"):
        own = not version_3 or _in_core(element)
        name = name_of(element)
        if own:
            if name in models:
                yield from _content(element, name, models[name], categories, version_3=version_3)
                yield from _attributes(element, name, models[name], ids, seen)
            elif version_3:
                yield finding(element.sourceline, "element", f"<{name}> is no element of TBX version 3")
        elif (target := element.get("target")) is not None and target not in ids and not _WEB.match(target):
            said = (
                f"<{name}> points at “{shown(target)}”, which is neither an id of the file nor a web address"
            )
            yield finding(element.sourceline, "target", said)


def _content(
    element: Any, name: str, model: Model, categories: Mapping[str, Category], *, version_3: bool
) -> Iterator[TbxFinding]:
    children = [each for each in element if isinstance(each.tag, str)]
    names = [_stands_for(each, categories) if version_3 else name_of(each) for each in children]
    if not model.text:
        texts = [element.text, *(each.tail for each in element)]
        if any(text and text.strip() for text in texts):
            advice = "; wrap it in <p>" if any("p" in slot.names for slot in model.slots) else ""
            yield finding(element.sourceline, "text", f"text may not stand directly in <{name}>{advice}")
    for each in misplaced(name, model, names):
        place = element if each.position < 0 else children[each.position]
        yield finding(place.sourceline, each.rule, each.said)
    if name == "term" and not "".join(element.itertext("*")).strip():
        yield finding(element.sourceline, "empty", "<term> is empty")
    if name == "date" and version_3 and not _is_date(element.text or ""):
        yield finding(
            element.sourceline, "date", f"<date> is “{shown(element.text or '')}”; write it as 2024-05-31"
        )


def _is_date(text: str) -> bool:
    """Say whether a text is a day of the calendar as XML writes it, with a time or not."""
    found = _DATE.fullmatch(text.strip())
    try:
        return found is not None and bool(date.fromisoformat(found["day"]))
    except ValueError:
        return False


def _stands_for(element: Any, categories: Mapping[str, Category]) -> str:
    """Return the name that counts for the structure: of a data category of DCT its element; else empty."""
    name = name_of(element)
    if _in_core(element):
        return name if name in VERSION_3 else ""
    return categories[name].element if name in categories else ""


def _attributes(element: Any, name: str, model: Model, ids: set[str], seen: set[str]) -> Iterator[TbxFinding]:
    line = element.sourceline
    given = {key.replace(_XML, "xml:"): value for key, value in element.attrib.items()}
    for key in sorted(model.required - given.keys()):
        yield finding(line, "attribute", f"<{name}> lacks the attribute {key}")
    for key, value in given.items():
        kind = model.attributes.get(key)
        if kind is None:
            yield finding(line, "attribute", f"<{name}> has no attribute {key}")
        elif kind == ID:
            if not _NAME.fullmatch(value):
                yield finding(
                    line,
                    "id",
                    f"the id “{shown(value)}” is no XML name (a letter, then letters, digits, -._)",
                )
            if value in seen:
                yield finding(line, "id", f"the id “{shown(value)}” stands twice")
            seen.add(value)
        elif kind == LANGUAGE and not _LANGUAGE_CODE.fullmatch(value):
            yield finding(line, "language", f"“{shown(value)}” is no language code; write it as zh-CN")
        elif kind == IDREF and value not in ids:
            yield finding(
                line, "target", f"{key} of <{name}> is “{shown(value)}”, which is no id of the file"
            )
        elif kind == URI and value not in ids and not _WEB.match(value):
            said = f"{key} of <{name}> is “{shown(value)}”; write a whole web address: https://…"
            yield finding(line, "address", said)
        elif kind not in {ANY, ID, IDREF, LANGUAGE, URI} and value not in kind.split():
            values = ", ".join(kind.split())
            yield finding(line, "attribute", f"{key} of <{name}> is “{shown(value)}”; it may be {values}")


def _categories(
    element: Any, dialect: str, style: str, categories: Mapping[str, Category]
) -> Iterator[TbxFinding]:
    """Yield what a data category breaks of its dialect and style."""
    name, line = name_of(element), element.sourceline
    if not _in_core(element):
        yield from _foreign(element, dialect, style, categories)
        return
    if name not in META_ELEMENTS:
        return
    said = element.get("type")
    if said is None:
        return
    if not said.strip():
        yield finding(line, "category", f"<{name}> has an empty type; it names the data category")
    elif style == "dct":
        yield finding(line, "style", f'<{name} type="{shown(said)}"> is of the style DCA; the file is DCT')
    elif categories:
        category = categories.get(said)
        if category is None or category.element != name:
            known = ", ".join(each.name for each in categories.values() if each.element == name)
            allowed = f"; <{name}> may be {known}" if known else f"; it has no <{name}>"
            yield finding(line, "category", f'{dialect} has no <{name} type="{shown(said)}">{allowed}')
        else:
            yield from _use(element, category)


def _foreign(
    element: Any, dialect: str, style: str, categories: Mapping[str, Category]
) -> Iterator[TbxFinding]:
    name, line = name_of(element), element.sourceline
    namespace = element.tag.rpartition("}")[0].lstrip("{")
    if style != "dct":
        said = f"<{name}> is in the namespace “{namespace}”; in the style DCA all are in {CORE_NAMESPACE}"
        yield finding(line, "namespace", said)
    elif dialect == "TBX-Core" or (categories and name not in categories):
        yield finding(line, "category", f"{dialect} has no data category {name}")
    elif name in categories:
        wanted = NAMESPACES[categories[name].module]
        if namespace != wanted:
            said = f"<{name}> is in the namespace “{namespace}”; the category belongs to {wanted}"
            yield finding(line, "namespace", said)
        yield from _use(element, categories[name])


def _use(element: Any, category: Category) -> Iterator[TbxFinding]:
    """Yield what is wrong with the level and the value of a data category."""
    line = element.sourceline
    parent = element.getparent()
    grouped = name_of(parent) not in _LEVELS
    level = next((name_of(each) for each in element.iterancestors() if name_of(each) in _LEVELS), "")
    if level and level not in (category.grouped if grouped else category.levels):
        allowed = [f"in <{each}>" for each in _LEVELS if each in category.levels]
        allowed += [
            f"in a group in <{each}>" for each in _LEVELS if each in category.grouped - category.levels
        ]
        where = f"in a group in <{level}>" if grouped else f"in <{level}>"
        yield finding(line, "level", f"{category.name} stands {where}; it may stand {', '.join(allowed)}")
    value = "".join(element.itertext("*")).strip()
    if category.values and value not in category.values:
        said = f"{category.name} is “{shown(value)}”; it may be {', '.join(category.values)}"
        yield finding(line, "value", said)
    elif not value:
        yield finding(line, "empty", f"{category.name} says nothing")


def _inline(element: Any) -> Iterator[TbxFinding]:
    """Yield what the codes ``sc`` and ``ec`` in a text break."""
    codes = [each for each in element if _in_core(each) and name_of(each) in {"sc", "ec"}]
    names = [name_of(each) for each in codes]
    first_start = names.index("sc") if "sc" in names else len(names)
    last_end = len(names) - 1 - names[::-1].index("ec") if "ec" in names else -1
    for position, code in enumerate(codes):
        paired = position < last_end if names[position] == "sc" else position > first_start
        yield from _code(code, paired=paired)


def _code(element: Any, *, paired: bool) -> Iterator[TbxFinding]:
    """Yield what one code breaks; ``paired`` where its other half may stand in the same text."""
    start = name_of(element) == "sc"
    isolated = element.get("isolated")
    name, line = name_of(element), element.sourceline
    if isolated == ("yes" if paired else "no"):
        said = "has its other half in the text" if paired else "has no other half in the text"
        yield finding(line, "inline", f"<{name}> {said}, but isolated is “{isolated}”")
    if not start and paired and not element.get("startRef"):
        yield finding(line, "inline", "<ec> lacks startRef, the id of the <sc> before it")
    if not start and not (paired and isolated != "yes") and not element.get("id"):
        yield finding(line, "inline", "<ec> without an <sc> before it needs an id")


def _in_core(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{CORE_NAMESPACE}}}")
