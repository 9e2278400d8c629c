"""Rules on marks that come in pairs: brackets and quotes.

Findings are about the target. A quotation that runs over several units leaves the same mark open
in both languages, which is not worth more than a remark; so is a slip of the source alone.
Apostrophes, primes and list marks such as "a)" are no halves of a pair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.model import Finding, Severity, Span, TranslationUnit

_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "《": "》", "〈": "〉"}
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_WIDE = str.maketrans("（）［］｛｝", "()[]{}")
_ANY_BRACKET = re.compile(r"[][(){}（）［］｛｝【】《》〈〉]")
_ANY_QUOTE = re.compile('["“”‘’「」『』]')
_CLOSES_AT_THE_END = re.compile('[.!?]?["”’][.!?]?$')
_ANY_MARK = re.compile(f"{_ANY_BRACKET.pattern}|{_ANY_QUOTE.pattern}")
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;；，。：:(（]))[（(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)）]")
_STRAIGHT_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[a-z]|\s[a-z])")
_CURLY_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[a-z])")
_APOSTROPHE = re.compile(
    r"[’'](?:(?<=[A-Za-z\d].)(?=[A-Za-z\d])|(?=\d0s)|(?=\d\ds?\b))|‘(?:(?=\d0s)|(?=\d\ds?\b))"
)
_SHORTENED = re.compile(r"[‘’'](?=(?:em|tis|twas|til|n)\b)")
_INCHES = re.compile(r"(?<=\d)[\"”″](?=[\s,.;)]|$)")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d+[\"”″]")
_GENITIVE = re.compile(r"(?<=[sS])’(?=\s)")
_AFTER_LETTER = re.compile(r"(?<=[A-Za-z])’")
_EMOTICON = re.compile(r"[:;]-?[()]")


@dataclass(frozen=True, slots=True)
class _Lone:
    """A mark that opens and never closes, or closes what was never opened."""

    mark: str
    position: int
    opens: bool


def _check_brackets(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    source, target = _lone_brackets(unit.zh), _lone_brackets(unit.en)
    yield from _report(unit, BRACKETS.id, "bracket", source, target)


def _check_quotes(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    source, target = _lone_quotes(unit.zh), _lone_quotes(unit.en)
    yield from _report(unit, QUOTES.id, "quote", source, target)
    if not target:
        for position in _mixed_quotes(unit.en):
            yield finding(
                unit, QUOTES.id, "warning", "A curly quote and a straight one make a pair.",
                Span("target", position, position + 1),
            )  # fmt: skip


def _check_nested(reading: Reading, context: Context) -> Iterator[Finding]:
    en = reading.en
    if en.count("“") < 2 or en.count("“") != en.count("”"):
        return
    depth = 0
    for position, char in enumerate(en):
        if char == "“":
            depth += 1
            if depth == 2:
                message = "A quotation inside “ ” has ‘ ’."
                span = Span("target", position, position + 1)
                yield finding(reading.unit, NESTED.id, "warning", message, span, "‘")
        elif char == "”":
            depth = max(0, depth - 1)


def _check_kinds(reading: Reading, context: Context) -> Iterator[Finding]:
    en = reading.en
    if '"' not in en and "'" not in en:
        return
    plain = _without_apostrophes(en) if "“" in en and '"' in en else ""
    straight = [position for position, char in enumerate(plain) if char == '"']
    if "“" in plain and straight and len(straight) % 2 == 0 and plain.count("“") == plain.count("”"):
        span = Span("target", straight[0], straight[0] + 1)
        message = "Straight quotes stand beside curly ones."
        yield finding(reading.unit, KINDS.id, "info", message, span)
    apostrophe = _STRAIGHT_APOSTROPHE.search(en) if "’" in en else None
    if apostrophe and _CURLY_APOSTROPHE.search(en):
        message = "A straight apostrophe stands beside a curly one."
        yield finding(reading.unit, KINDS.id, "info", message, Span("target", *apostrophe.span()))


def _report(
    unit: TranslationUnit, rule: str, thing: str, source: list[_Lone], target: list[_Lone]
) -> Iterator[Finding]:
    # Quotes are often typed the wrong way round: any open one of the source answers that of the target.
    mirrored = bool(source) if thing == "quote" else _openings(source) == _openings(target)
    for lone in target:
        problem = "is never closed" if lone.opens else "was never opened"
        message = f"The {thing} {lone.mark} {problem}" + (", as in the source." if mirrored else ".")
        span = Span("target", lone.position, lone.position + 1)
        yield finding(unit, rule, "info" if mirrored else "warning", message, span)
    if target:
        return
    for lone in source:
        problem = "is never closed" if lone.opens else "was never opened"
        message = f"In the source, the {thing} {lone.mark} {problem}."
        # A quotation may run over several units, and a straight mark be anything; a title does not.
        inside = lone.opens and not lone.mark.isascii() and _stands_inside(unit.zh, lone.position)
        if thing == "quote":
            inside = (
                lone.opens
                and not lone.mark.isascii()
                and len(_ANY_QUOTE.findall(unit.zh)) == 1
                and len(_ANY_QUOTE.findall(unit.en)) == 2
            ) or _is_mixed(source)
        severity: Severity = "warning" if inside else "info"
        yield finding(unit, rule, severity, message, Span("source", lone.position, lone.position + 1))


def _is_mixed(lone: list[_Lone]) -> bool:
    """Return whether two marks, all that is wrong, open and close with different quotes: “技能之星’."""
    return (
        len(lone) == 2
        and lone[0].opens
        and not lone[1].opens
        and {lone[0].mark, lone[1].mark} in ({"“", "’"}, {"‘", "”"})
    )


def _stands_inside(text: str, position: int) -> bool:
    """Return whether a mark opens in the middle of the one sentence that a text is, or a title at all."""
    if text[position] == "《" and text.rstrip().endswith(("。", "！", "？")) and "》" not in text[position:]:
        return True
    return position > 0 and text[position - 1] not in "：:。！？\n" and text.rstrip("。！？ ").find("。") < 0


def _openings(lone: list[_Lone]) -> set[bool]:
    return {each.opens for each in lone}


def _lone_brackets(text: str) -> list[_Lone]:
    if _ANY_BRACKET.search(text) is None:
        return []
    plain = text.translate(_WIDE)
    plain = _EMOTICON.sub(lambda match: " " * len(match.group()), plain)
    pairs = {
        opening: closing for opening, closing in _BRACKETS.items() if opening.translate(_WIDE) == opening
    }
    list_marks = {match.end() - 1 for match in _LIST_MARK.finditer(plain)}
    return [each for each in _lone(plain, text, pairs) if each.opens or each.position not in list_marks]


def _lone(plain: str, text: str, pairs: dict[str, str]) -> list[_Lone]:
    closers = {closing: opening for opening, closing in pairs.items()}
    open_marks: list[tuple[str, int]] = []
    # How many of each mark are open: looking for one among thousands at each closing mark takes minutes.
    still_open: Counter[str] = Counter()
    found: list[_Lone] = []
    for match in _ANY_MARK.finditer(plain):
        position, char = match.start(), match[0]
        if char in pairs:
            open_marks.append((char, position))
            still_open[char] += 1
        elif char in closers:
            if not still_open[closers[char]]:
                found.append(_Lone(text[position], position, False))
                continue
            while open_marks[-1][0] != closers[char]:
                mark, where = open_marks.pop()
                still_open[mark] -= 1
                found.append(_Lone(text[where], where, True))
            open_marks.pop()
            still_open[closers[char]] -= 1
    found += [_Lone(text[where], where, True) for _, where in open_marks]
    return sorted(found, key=lambda each: each.position)


def _lone_quotes(text: str) -> list[_Lone]:
    if _ANY_QUOTE.search(text) is None:
        return []
    plain = _without_apostrophes(text)
    double = [position for position, char in enumerate(plain) if char == '"']
    curly = _lone(plain, text, _QUOTES)
    # A straight mark closes a curly one, and the reverse: mixed, but paired.
    lone_double = [each for each in curly if each.mark in "“”"]
    if len(double) % 2 and lone_double:
        partner = lone_double[0]
        curly = [each for each in curly if each is not partner]
    elif len(double) % 2:
        position = _unpaired_straight(plain, double)
        opens = (
            position + 1 < len(plain)
            and not plain[position + 1].isspace()
            and (position == 0 or not plain[position - 1].isalnum())
        )
        curly.append(_Lone('"', position, opens))
    return sorted(curly, key=lambda each: each.position)


def _unpaired_straight(plain: str, positions: list[int]) -> int:
    """Return the straight quote that has no partner, told by the spaces around each."""
    open_at: int | None = None
    for position in positions:
        before = plain[position - 1] if position else " "
        opening = before.isspace() or before in "([—–-"
        if open_at is None and not opening:
            return position
        if open_at is not None and opening:
            return open_at
        open_at = position if open_at is None else None
    return positions[-1]


def _mixed_quotes(text: str) -> Iterator[int]:
    if '"' not in text:
        return
    plain = _without_apostrophes(text)
    marks = [(char, position) for position, char in enumerate(plain) if char in '“”"']
    for (left, _), (right, position) in zip(marks[::2], marks[1::2], strict=False):
        if (left, right) in {("“", '"'), ('"', "”")}:
            yield position


def _without_apostrophes(text: str) -> str:
    """Blank out what looks like a quote and is none: apostrophes, primes, inches."""
    plain = text
    if "’" in text or "'" in text or "‘" in text:
        plain = _SHORTENED.sub(" ", _APOSTROPHE.sub(" ", text))
    straight = plain.count('"')
    if straight % 2:
        feet = _INCHES.sub(" ", plain)
        if not feet.count('"') % 2 and (straight == 1 or _FEET_AND_INCHES.search(text)):
            plain = feet
    # A closing single quote that closes nothing is an apostrophe, most often after an s.
    for apostrophe in (_GENITIVE, _AFTER_LETTER) if "’" in plain else ():
        surplus = plain.count("’") - plain.count("‘")
        if surplus > 0:
            plain = apostrophe.sub(" ", plain, count=surplus)
    return plain


BRACKETS = Rule(
    id="pairing/brackets",
    severity="warning",
    summary="A bracket of the target is not paired.",
    explanation=(
        "Round, square, curly and Chinese brackets must close what they open, in order; （ may be answered "
        "by ). List marks such as a) and 1) are no brackets. Where the source leaves the same bracket "
        "open, or only the source is at fault, it is info."
    ),
    bad=(
        Example("柳州职业技术学院（柳职院）", "Liuzhou Vocational & Technical College (LVTC"),
        Example("高职院校4所（含区属1所）", "4 higher vocational colleges including 1 regional one)"),
    ),
    good=(
        Example("柳州职业技术学院（柳职院）", "Liuzhou Vocational & Technical College (LVTC)"),
        Example("（三）总结成果", "c) Summarize the achievements"),
        Example("（见附件", "(see the annex"),
    ),
    check=_check_brackets,
)

QUOTES = Rule(
    id="pairing/quotes",
    severity="warning",
    summary="A quotation mark of the target is not paired, or a curly one pairs with a straight one.",
    explanation=(
        "Double and single quotes, nested or not, must close. Apostrophes, primes and inches are no "
        "quotes. Where the source leaves the same quote open, or only the source is at fault, it is info."
    ),
    bad=(
        Example("“走出去”战略", "the “going out strategy"),
        Example("“走出去”战略", 'the "going out strategy'),
        Example("“走出去”战略", 'the “going out" strategy'),
    ),
    good=(
        Example("“走出去”战略", "the “going out” strategy"),
        Example("“他说‘好’。”", "“He said ‘good’.”"),
        Example("学生的作品", "the students’ work in the ’90s, it’s said"),
        Example("“我们将继续努力。", "“We will keep working hard."),
    ),
    check=_check_quotes,
)

NESTED = Rule(
    id="pairing/nested-quotes",
    severity="warning",
    summary="A quotation stands inside another with the same marks.",
    explanation=(
        "Inside “ ” English has ‘ ’, and the reverse. Marks that do not pair at all are left to another rule."
    ),
    bad=(
        Example("他说：“要办好‘鲁班工坊’。”", "He said, “Run the “Luban Workshop” well.”"),
        Example("“‘双高计划’建设的经验”", "“Experience of the “Double High Plan””"),
    ),
    good=(
        Example("他说：“要办好‘鲁班工坊’。”", "He said, “Run the ‘Luban Workshop’ well.”"),
        Example("“双高计划”与“鲁班工坊”", "the “Double High Plan” and the “Luban Workshop”"),
        Example("他说：“好。”", '"Good," he said.'),
    ),
    check=_check_nested,
)

KINDS = Rule(
    id="pairing/quote-kinds",
    severity="info",
    summary="Curly and straight quotes, or apostrophes, stand in one text.",
    explanation=(
        "One text keeps to “ ” or to \", to ’ or to '. Feet, inches and what pairs wrongly are left alone."
    ),
    bad=(
        Example("“双高计划”与“鲁班工坊”", 'the “Double High Plan” and the "Luban Workshop"'),
        Example("学校的学生和教师的作品", "the college’s students and the teachers' work"),
    ),
    good=(
        Example("“双高计划”与“鲁班工坊”", "the “Double High Plan” and the “Luban Workshop”"),
        Example("学校的“双高计划”", "the college's “Double High Plan”"),
        Example("他身高6英尺2英寸。", "He is 6'2\" tall, the “tower”."),
    ),
    check=_check_kinds,
)

RULES: tuple[Rule, ...] = (BRACKETS, QUOTES, NESTED, KINDS)
