"""Rules on what must be carried over as it is: inline codes, placeholders, addresses, reference numbers.

How these are read is in ``vet_terms.checking.kept``, how codes are compared in ``vet_terms.checking.tags``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.kept import (
    Kept,
    addresses,
    codes,
    figures_of,
    file_names,
    folded_code,
    has_code,
    host,
    is_short,
    is_slip,
    placeholders,
    telephone_numbers,
)
from vet_terms.checking.numbered_parts import other_part
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.checking.tags import first_crossing, paired, tag_of, unanswered
from vet_terms.model import Finding, InlineCode, Severity, Side, Span


def _check_inline(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    if not unit.codes:
        return
    source = [code for code in unit.codes if code.side == "source"]
    target = [code for code in unit.codes if code.side == "target"]
    if not unit.en.strip() and not target:
        return
    missing, surplus = unanswered(source, target)
    for tags in paired(missing):
        message = f"The {_named(tags)} of the source {'are' if len(tags) > 1 else 'is'} missing."
        span = Span("source", tags[0].at, tags[-1].at)
        yield finding(unit, INLINE.id, "error", message, span, tag_of(tags[0]))
    known = {tag_of(code) for code in source}
    for tags in paired(surplus):
        further = "further " if tag_of(tags[0]) in known else ""
        message = f"The source has no {further}{_named(tags)}."
        yield finding(unit, INLINE.id, "error", message, Span("target", tags[0].at, tags[-1].at))
    if not missing and not surplus and first_crossing(source) is None:
        crossing = first_crossing(target)
        if crossing is not None:
            span = Span("target", crossing.at, crossing.at)
            message = f"The tag {tag_of(crossing)} does not close what was opened last."
            yield finding(unit, INLINE.id, "error", message, span)


def _named(tags: Sequence[InlineCode]) -> str:
    return f"tag{'s' if len(tags) > 1 else ''} {' and '.join(map(tag_of, tags))}"


def _check_placeholders(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    source, target = placeholders(unit.zh), placeholders(unit.en)
    if not source and not target:
        return
    for kept in _missing(source, target):
        # A space that must not break is typography, which the other language may do without.
        severity: Severity = "info" if kept.key == "&nbsp;" else "error"
        yield _said(
            reading, PLACEHOLDER.id, severity, f"{kept.text} of the source is missing.", "source", kept
        )
    for kept in _missing(target, source):
        severity = "info" if kept.key == "&nbsp;" else "error"
        yield _said(reading, PLACEHOLDER.id, severity, f"The source has no {kept.text}.", "target", kept)


def _check_addresses(reading: Reading, context: Context) -> Iterator[Finding]:
    source, target = addresses(reading.zh), addresses(reading.en)
    if not source:
        return
    altered = _missing(target, source)
    for kept in _missing(source, target):
        gentle = "@" not in kept.key and any(
            host(each) == host(kept) and not is_slip(kept, each) for each in altered
        )
        # A page may have an English sister at the same address: lvtc.cn/zh and lvtc.cn/en.
        severity: Severity = "info" if gentle else "error"
        yield _said(
            reading, ADDRESS.id, severity, f"The address {kept.text} is missing or changed.", "source", kept
        )


def _check_references(reading: Reading, context: Context) -> Iterator[Finding]:
    wanted = codes(reading.zh)
    folded = folded_code(reading.en) if wanted else ""
    for kept in wanted:
        if not has_code(folded, kept):
            severity: Severity = "info" if is_short(kept) else "warning"
            message = f"The code {kept.text} is missing or changed."
            yield _said(reading, REFERENCE.id, severity, message, "source", kept)
    names = list(file_names(reading.zh))
    for kept in names:
        if kept.key not in reading.en.lower():
            message = f"The file name {kept.text} is missing or changed."
            yield _said(reading, REFERENCE.id, "warning", message, "source", kept)
    part = other_part(reading.zh, reading.en)
    if part is not None:
        said, there = part
        message = f"“{said}” is rendered as “{there.group()}”."
        yield finding(reading.unit, REFERENCE.id, "warning", message, Span("target", *there.span()))


def _check_telephones(reading: Reading, context: Context) -> Iterator[Finding]:
    wanted = telephone_numbers(reading.zh)
    figures = figures_of(reading.en) if wanted else ""
    for kept in wanted:
        if kept.key not in figures:
            message = f"The telephone number {kept.text} is missing or changed."
            yield _said(reading, TELEPHONE.id, "warning", message, "source", kept)


def _missing(wanted: Sequence[Kept], given: Sequence[Kept]) -> list[Kept]:
    """Return those of some that are not among others, each as often as it is missing."""
    there = Counter(kept.key for kept in given)
    missing = []
    for kept in wanted:
        if there[kept.key]:
            there[kept.key] -= 1
        else:
            missing.append(kept)
    return missing


def _said(reading: Reading, rule: str, severity: Severity, message: str, side: Side, kept: Kept) -> Finding:
    suggestion = kept.text if side == "source" else ""
    return finding(reading.unit, rule, severity, message, Span(side, kept.start, kept.end), suggestion)


INLINE = Rule(
    id="codes/inline",
    severity="error",
    summary="An inline code of the file is missing, not in the source, or wrongly nested.",
    explanation=(
        "Codes stand for the formatting and the fields of the document that the file was made of, as tags "
        "or placeholders in the CAT tool; without them it cannot be made again. Their order may change with "
        "the order of the words, and their number in the file where they are the same otherwise. Units "
        "without codes, and codes that cross in the source too, are left alone."
    ),
    bad=(
        Example("产教融合", "industry-education integration", zh_codes=("g1", "/g1"), en_codes=("g1",)),
        Example("产教融合", "industry-education integration", zh_codes=("x1",), en_codes=("x1", "x2")),
        Example(
            "产教融合",
            "industry-education integration",
            zh_codes=("g1", "g2", "/g2", "/g1"),
            en_codes=("g1", "g2", "/g1", "/g2"),
        ),
    ),
    good=(
        Example("产教融合", "industry-education integration", zh_codes=("g1", "/g1"), en_codes=("g1", "/g1")),
        Example("校企合作", "school-enterprise cooperation", zh_codes=("x1", "x2"), en_codes=("x2", "x1")),
        Example("校企合作", "school-enterprise cooperation"),
    ),
    check=_check_inline,
)

PLACEHOLDER = Rule(
    id="codes/placeholder",
    severity="error",
    summary="A placeholder or a tag in the text is missing, or the source has none like it.",
    explanation=(
        "{0}, {name}, ${x}, %s, %1$d, <b>, </b>, &lt; and their like are filled in or shown by a program. "
        "Per cent signs after numbers, set braces and what only looks like a tag are left alone; of a tag "
        "only the name counts."
    ),
    bad=(
        Example("欢迎{name}同学！", "Welcome to the college!"),
        Example("共有%s名学生", "%d students in all"),
        Example("<b>产教融合</b>", "<b>industry-education integration"),
    ),
    good=(
        Example("欢迎{name}同学！", "Welcome, {name}!"),
        Example("就业率为98%", "an employment rate of 98% of students"),
        Example("《职业教育法》", "<Vocational Education Law>"),
        Example("<b>产教融合</b>", "<B>industry-education integration</B>"),
    ),
    check=_check_placeholders,
)

ADDRESS = Rule(
    id="codes/address",
    severity="error",
    summary="A web or e-mail address of the source is missing or changed.",
    explanation=(
        "http:// and www. at the beginning and a stroke at the end do not count. Another page of the same "
        "site is info, since it may be the English one, unless only figures or a letter differ. Addresses "
        "that only the target has are left alone."
    ),
    bad=(
        Example("详见www.lvtc.example。", "See www.ivtc.example for details."),
        Example("请发邮件至office@lvtc.edu.cn。", "Please send an e-mail to the office."),
    ),
    good=(
        Example("详见https://www.lvtc.example/。", "See www.lvtc.example for details."),
        Example("详见www.lvtc.example/zh。", "See www.lvtc.example/en for details."),
        Example("请发邮件至office@lvtc.edu.cn。", "Please write to office@lvtc.edu.cn."),
    ),
    check=_check_addresses,
)

REFERENCE = Rule(
    id="codes/reference",
    severity="warning",
    summary="A code of letters and figures, a file name or a numbered part is missing or changed.",
    explanation=(
        "Standards (GB/T 28039—2011, ISO 9001), models, rooms (A-101), certificates (1+X), versions and "
        "file names are kept; spaces and hyphens in them may differ. Amounts of money, years, counted "
        "things and ranks are left to other rules; codes of two or three characters, which English may "
        "write in words, are info. A table, figure, chapter, article or annex that has become another "
        "part with the same number is reported too."
    ),
    bad=(
        Example("符合标准GB/T 28039—2011。", "It conforms to the standard GB/T 28093—2011."),
        Example("推行1+X证书制度。", "Carry out the certificate system."),
        Example("见附件plan-b.docx。", "See the annex plan-a.docx."),
        Example("表3　满意度调查结果", "Figure 3 Results of the satisfaction survey"),
    ),
    good=(
        Example("符合标准GB/T 28039—2011。", "It conforms to the standard GB/T 28039-2011."),
        Example("推行1+X证书制度。", "Carry out the “1 + X” certificate system."),
        Example("G7国家", "the Group of Seven"),
        Example("总投资RMB500万元", "a total investment of RMB 5 million"),
    ),
    check=_check_references,
)

TELEPHONE = Rule(
    id="codes/telephone",
    severity="warning",
    summary="A telephone number of the source is missing or changed.",
    explanation=(
        "Mobile numbers, numbers with an area code and 400 numbers; brackets, hyphens, the country's code "
        "86 and the 0 before the area code may differ."
    ),
    bad=(
        Example("联系电话：0772-3156789", "Telephone: 0772-3156798"),
        Example("手机：13907721234", "Mobile: 13907721243"),
    ),
    good=(
        Example("联系电话：0772-3156789", "Telephone: +86 772 315 6789"),
        Example("手机：13907721234", "Mobile: 139-0772-1234"),
        Example("编号为20190001", "the number is 20190001"),
    ),
    check=_check_telephones,
)

RULES: tuple[Rule, ...] = (INLINE, PLACEHOLDER, ADDRESS, REFERENCE, TELEPHONE)
