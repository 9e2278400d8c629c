"""Rules that people write in TOML: words that must not stand, words to put instead, patterns; no code.

A rule looks at one side. English words are whole words; one in lower letters is found in any case, one with
capitals only as written. Chinese words are found wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import SEVERITIES, Rule, finding
from vet_terms.checking.time_limit import at_most
from vet_terms.errors import InputError
from vet_terms.model import Finding, Severity, Side, Span

Kind = Literal["existence", "substitution", "pattern"]
KINDS: dict[Kind, str] = {"existence": "words", "substitution": "swap", "pattern": "pattern"}
"""Each kind, and the key that says what it looks for."""

SECONDS = 5
"""Of the processor, in which a pattern must get through one text: what takes longer may never end."""

_COMMON = frozenset({"id", "kind", "side", "message", "severity", "explanation"})
_ID = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
_SIDES: Mapping[str, Side] = {"zh": "source", "en": "target"}


@dataclass(frozen=True, slots=True)
class _Search:
    """What an own rule does with a unit; a value, so that it can go to another process."""

    rule: str
    kind: Kind
    severity: Severity
    side: Side
    message: str
    pattern: re.Pattern[str]
    instead: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What to write, by the words as `_key` gives them."""

    def __call__(self, reading: Reading, context: Context) -> Iterator[Finding]:
        """Yield a finding for each place where the pattern stands."""
        text = reading.zh if self.side == "source" else reading.en
        for match in self._matches(text, reading.unit.id):
            found = match.group()
            plain = " ".join(found.split())
            suggestion = self.instead.get(plain) or self.instead.get(plain.casefold(), "")
            # Words that are found in any case may stand as they should.
            if not found or plain == suggestion:
                continue
            message = self.message.replace("{found}", found).replace("{instead}", suggestion)
            span = Span(self.side, *match.span())
            yield finding(reading.unit, self.rule, self.severity, message, span, suggestion)

    def _matches(self, text: str, unit: str) -> Iterable[re.Match[str]]:
        if self.kind != "pattern":
            return self.pattern.finditer(text)
        said = f"the pattern of {self.rule} takes more than {SECONDS} seconds in unit {unit}; make it simpler"
        with at_most(SECONDS, said):
            return list(self.pattern.finditer(text))


def own_rule(table: Mapping[str, Any], where: str) -> Rule:
    """Return the rule that a table of a settings file describes; raises InputError, which says ``where``."""
    identifier = _text(table, "id", where)
    if not _ID.fullmatch(identifier):
        raise InputError(f"{where}: the id {identifier!r} must look like house/learning-by-doing")
    where = f"{where} ({identifier})"
    kind = _one_of(table, "kind", tuple(KINDS), where)
    side = _one_of(table, "side", tuple(_SIDES), where, "en")
    severity = _one_of(table, "severity", SEVERITIES, where, "warning")
    unknown = table.keys() - _COMMON - {KINDS[kind]}
    if unknown:
        raise InputError(
            f"{where}: {min(unknown)!r} says nothing in a rule of the kind {kind}; "
            f"it may have {', '.join(sorted(_COMMON))} and {KINDS[kind]}"
        )
    pattern, instead = _looked_for(kind, table.get(KINDS[kind]), where)
    default = "“{found}” stands here; write “{instead}”." if instead else "“{found}” should not stand here."
    message = _text(table, "message", where, default)
    search = _Search(identifier, kind, severity, _SIDES[side], message, pattern, instead)
    explanation = _text(table, "explanation", where, "A rule of your own, from the settings file.")
    return Rule(
        identifier, severity, _text(table, "message", where, _summary(kind)), explanation, (), (), search
    )


def _summary(kind: Kind) -> str:
    return {
        "existence": "Words that should not stand.",
        "substitution": "Words to be replaced by others.",
        "pattern": "A pattern that should not be met.",
    }[kind]


def _looked_for(kind: Kind, value: Any, where: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    if kind == "existence" and isinstance(value, list) and value and all(map(_is_word, value)):
        return _any_of(value), {}
    if kind == "substitution" and isinstance(value, dict) and value:
        words = [*value, *value.values()]
        if all(map(_is_word, words)):
            return _any_of(list(value)), {_key(wrong): right.strip() for wrong, right in value.items()}
    if kind == "pattern" and isinstance(value, str) and value:
        try:
            return re.compile(value), {}
        except (re.error, RecursionError, OverflowError) as error:
            raise InputError(f"{where}: the pattern is no regular expression: {error}") from error
    wanted = {
        "existence": 'words = ["one word", "another"]',
        "substitution": 'swap = { "wrong" = "right" }',
        "pattern": "pattern = 'a regular expression'",
    }[kind]
    raise InputError(f"{where}: a rule of the kind {kind} needs {wanted}")


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _key(word: str) -> str:
    """Return words as they are looked up when found: those in lower letters in any case."""
    plain = " ".join(word.split())
    return plain.casefold() if word == word.lower() else plain


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Return what finds any of some words, where they begin alike the longest of them."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(map(str.strip, words), key=len, reverse=True):
        by_first.setdefault(word[0].lower(), []).append(word)
    # By their first letters, which are soon compared; what a word needs before it is asked once for all.
    latin = [_beginning_alike(group) for first, group in by_first.items() if _is_latin(first)]
    other = [_beginning_alike(group) for first, group in by_first.items() if not _is_latin(first)]
    # \b never matches inside running Chinese: it is for words of Latin letters.
    return re.compile("|".join([*other, f"(?<![A-Za-z0-9])(?:{'|'.join(latin)})"] if latin else other))


def _beginning_alike(words: list[str]) -> str:
    letters = {letter for word in words for letter in (word[0], *word[0].lower(), *word[0].upper())}
    return f"(?=[{re.escape(''.join(sorted(letters)))}])(?:{'|'.join(map(_one_word, words))})"


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _one_word(word: str) -> str:
    escaped = r"\s+".join(re.escape(part) for part in word.split())
    right = r"(?![A-Za-z0-9])" if _is_latin(word[-1]) else ""
    return f"(?i:{escaped}){right}" if word == word.lower() else f"{escaped}{right}"


def _text(table: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'{where}: needs {key} = "…"')
    return value


def _one_of(
    table: Mapping[str, Any], key: str, allowed: tuple[Any, ...], where: str, default: str | None = None
) -> Any:
    value = table.get(key, default)
    if value not in allowed:
        raise InputError(f"{where}: {key} must be one of {', '.join(allowed)}")
    return value
