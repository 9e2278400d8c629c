"""What is wrong with the attributes of one element of a TMX, by the rules of ``rules.py``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vet_terms.language.codes import language_of_code
from vet_terms.tmx.dates import is_tmx_date
from vet_terms.tmx.profiles import WEBLATE_CODES
from vet_terms.tmx.standard import ATTRIBUTES, DATES, NUMBERS, REQUIRED, VALUES, is_language_tag

SHOWN = 60
"""Characters of a value that a message repeats."""

_LANGUAGES = frozenset({"xml:lang", "lang", "adminlang", "srclang"})


def attribute_problems(name: str, attributes: Mapping[str, str], version: str) -> Iterator[tuple[str, str]]:
    """Yield the rule and a message for each thing that is wrong; nothing for an unknown element."""
    if name not in ATTRIBUTES:
        return
    for key, value in attributes.items():
        if key == "xmlns" or key.startswith("xmlns:"):
            yield "namespace", "declares a namespace; TMX 1.4 knows none"
        elif key not in ATTRIBUTES[name]:
            yield "attribute", f"{key[:SHOWN]} is no attribute of <{name}>"
        elif key in _LANGUAGES:
            yield from _code_problems(key, value)
        else:
            yield from _value_problems(name, key, value)
    for key in REQUIRED.get(name, ()):
        if key not in attributes and not (key == "i" and version < "1.4"):
            yield "version" if name == "tmx" else "attribute", f"<{name}> lacks {key}"


def _value_problems(name: str, key: str, value: str) -> Iterator[tuple[str, str]]:
    shown = repr(value[:SHOWN])
    is_number = value.isascii() and value.isdigit()
    values = VALUES.get((name, key))
    if key in DATES and not is_tmx_date(value):
        yield "date", f"{key}={shown} is no date of the form YYYYMMDDThhmmssZ"
    elif key in NUMBERS and not is_number:
        yield "count", f"{key}={shown} is no number"
    elif values is not None and value not in values:
        yield "value", f"{key}={shown} is none of {', '.join(sorted(values))}"
    elif key == "x" and not is_number:
        yield "value", f"x={shown} of <{name}> is no number"


def _code_problems(key: str, value: str) -> Iterator[tuple[str, str]]:
    shown = repr(value[:SHOWN])
    if key == "srclang" and value in {"", "*all*"}:
        return
    if "_" in value:
        yield "omegat/underscore", f"OmegaT fills nothing from {key}={shown}"
    if not is_language_tag(value):
        yield "language-code", f"{key}={shown} is no well-formed language code"
    elif key != "adminlang" and language_of_code(value) and value.lower() not in WEBLATE_CODES:
        yield "weblate/code", f"Weblate does not know {key}={shown} and refuses the file"
