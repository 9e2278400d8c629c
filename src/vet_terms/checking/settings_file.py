"""``vet-terms.toml``: what a team has settled for its checks, so that nobody types it again.

Only the table ``check`` is read. A key that it does not know is an error, so that no slip goes unnoticed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vet_terms.checking.own_rules import own_rule
from vet_terms.checking.rule import SEVERITIES, Rule
from vet_terms.checking.settings import refuse_unknown
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN, read_bytes
from vet_terms.model import Severity

FILE_NAME = "vet-terms.toml"


@dataclass(frozen=True, slots=True)
class FileSettings:
    """The table ``check`` of a settings file; paths are as seen from the file's folder.

    The memory may be the address of a database.
    """

    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    fail_on: Severity | None = None
    year: int | None = None
    glossary: Path | None = None
    memory: Path | str | None = None
    baseline: Path | None = None
    own_rules: tuple[Rule, ...] = ()


def read_settings_file(path: Path) -> FileSettings:
    """Return what a settings file says; raises InputError for what it may not say, naming the key."""
    try:
        parsed = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        # ValueError: also a number of thousands of digits.
        raise InputError(f"{path}: is no TOML: {error}") from error
    table = parsed.get("check", {})
    if not isinstance(table, dict):
        raise InputError(f"{path}: check must be a table, [check]")
    unknown = parsed.keys() - {"check"} or table.keys() - _KEYS
    if unknown:
        raise InputError(
            f"{path}: does not know {min(unknown)!r}; the table check may have {', '.join(sorted(_KEYS))}"
        )
    settings = FileSettings(
        ignore=_names(table, "ignore", path),
        only=_names(table, "only", path),
        also=_names(table, "also", path),
        severities=_severities(table, path),
        fail_on=_severity(table["fail-on"], "fail-on", path) if "fail-on" in table else None,
        year=_year(table, path),
        glossary=_beside(table, "glossary", path),
        memory=_memory(table, path),
        baseline=_beside(table, "baseline", path),
        own_rules=_own_rules(table, path),
    )
    _refuse_unknown_rules(settings, path)
    return settings


def _refuse_unknown_rules(settings: FileSettings, path: Path) -> None:
    from vet_terms.checking.rules import RULES

    graded = (name for name, _ in settings.severities)
    try:
        refuse_unknown(
            (*settings.ignore, *settings.only, *settings.also, *graded), (*RULES, *settings.own_rules)
        )
    except UsageError as error:
        raise InputError(f"{path}: {error}") from error


_ADDRESS = re.compile(r"\w+://")
_YEARS = range(1, 10_000)
_KEYS = frozenset(
    {"ignore", "only", "also", "severity", "fail-on", "year", "glossary", "memory", "baseline", "rules"}
)


def _names(table: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise InputError(
            f'{path}: {key} must be a list of rules or families, as ["numbers/bound", "spelling"]'
        )
    return tuple(value)


def _severities(table: Mapping[str, Any], path: Path) -> tuple[tuple[str, Severity], ...]:
    value = table.get("severity", {})
    if not isinstance(value, dict):
        raise InputError(
            f'{path}: severity must be a table, as "numbers/bound" = "info" below [check.severity]'
        )
    return tuple((name, _severity(each, f"severity of {name}", path)) for name, each in value.items())


def _severity(value: Any, what: str, path: Path) -> Severity:
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise InputError(f"{path}: {what} must be one of {', '.join(SEVERITIES)}")


def _year(table: Mapping[str, Any], path: Path) -> int | None:
    value = table.get("year")
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value not in _YEARS:
        raise InputError(f"{path}: year must be a number from 1 to {_YEARS[-1]}, as 2019")
    return value


def _beside(table: Mapping[str, Any], key: str, path: Path) -> Path | None:
    value = table.get(key)
    if value is None:
        return None
    # Standard input is for what is checked.
    if not isinstance(value, str) or not value.strip() or value == STDIN:
        raise InputError(f"{path}: {key} must be the name of a file")
    return path.parent / value


def _memory(table: Mapping[str, Any], path: Path) -> Path | str | None:
    """Return the name of a file, or the address of a database as it is written."""
    found = _beside(table, "memory", path)
    address = str(table.get("memory", ""))
    return address if _ADDRESS.match(address) else found


def _own_rules(table: Mapping[str, Any], path: Path) -> tuple[Rule, ...]:
    from vet_terms.checking.rules import RULES

    value = table.get("rules", [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise InputError(f"{path}: rules of your own stand in tables named [[check.rules]]")
    rules = [own_rule(each, f"{path}, rule {number}") for number, each in enumerate(value, start=1)]
    taken = {rule.id for rule in RULES} | {rule.family for rule in RULES}
    for number, rule in enumerate(rules):
        if rule.family in taken or rule.id in {other.id for other in rules[:number]}:
            raise InputError(f"{path}: the id {rule.id} is taken; name the rule house/… and each once")
    return tuple(rules)
