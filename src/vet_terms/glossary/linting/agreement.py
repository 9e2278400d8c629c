"""Checks on entries beside each other: whether they contradict or repeat each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from vet_terms.glossary.linting.rule import Example, LintRule, Problem, tables
from vet_terms.glossary.linting.subject import TERM_BASE, Keyed, Subject
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.termbase import in_order


def repeated_id(subject: Subject) -> Iterator[Problem]:
    """Find ids of two rows."""
    first: dict[str, int] = {}
    for entry in subject.entries:
        id_ = entry.cells.get("id", "").strip()
        if id_ and id_ in first:
            yield Problem(f"{id_} is the id of {_at(first[id_])} too", entry, "id")
        first.setdefault(id_, entry.line)


def repeated_pair(subject: Subject) -> Iterator[Problem]:
    """Find two rows of the same Chinese and English."""
    first: dict[tuple[str, str], int] = {}
    for each in subject.in_use:
        pair = (each.chinese[0], _preferred(each))
        if pair in first:
            yield Problem(f"the same pair of terms stands at {_at(first[pair])}", each.entry, "zh")
        first.setdefault(pair, each.entry.line)


def chinese_twice(subject: Subject) -> Iterator[Problem]:
    """Find Chinese terms that two rows translate differently."""
    first: dict[str, Keyed] = {}
    for each in subject.in_use:
        other = first.setdefault(each.chinese[0], each)
        if _preferred(other) != _preferred(each):
            yield Problem(
                f"{each.concept.zh} is “{other.concept.en}” at {_at(other.entry.line)} "
                f"and “{each.concept.en}” here",
                each.entry,
                "zh",
            )


def english_twice(subject: Subject) -> Iterator[Problem]:
    """Find English terms that are preferred for two Chinese ones."""
    first: dict[str, Keyed] = {}
    for each in subject.in_use:
        if not each.english or each.concept.status == "superseded":
            continue
        other = first.setdefault(_preferred(each), each)
        if other.chinese[0] != each.chinese[0]:
            yield Problem(
                f"“{each.concept.en}” is preferred for {other.concept.zh} ({_at(other.entry.line)}) too",
                each.entry,
                "en",
            )


def crossed(subject: Subject) -> Iterator[Problem]:
    """Find two rows each of which has for its term what the other has for another form."""
    named = subject.by_preferred_chinese
    for each in subject.in_use:
        for form in each.chinese[1:]:
            for other in named.get(form, ()):
                if each.chinese[0] in other.chinese[1:] and other.entry.line < each.entry.line:
                    yield Problem(
                        f"{each.concept.zh} and {other.concept.zh} ({_at(other.entry.line)}) "
                        "are each a variant of the other",
                        each.entry,
                        "zh_variants",
                    )
    for each in subject.in_use:
        for other in named.get(_preferred(each).replace(" ", ""), ()):
            back = _preferred(other).replace(" ", "") == each.chinese[0]
            if back and other.entry.line < each.entry.line:
                yield Problem(
                    f"{each.concept.zh} is “{each.concept.en}” here; {_at(other.entry.line)} has the reverse",
                    each.entry,
                    "en",
                )


def forbidden_elsewhere(subject: Subject) -> Iterator[Problem]:
    """Find a form that one row forbids for a Chinese term and another row admits for it."""
    admitting: dict[tuple[str, str], Keyed] = {}
    for each in subject.in_use:
        for zh in each.chinese:
            for en in each.english:
                admitting.setdefault((zh, en), each)
    for each in subject.in_use:
        for form, key in zip(each.concept.en_forbidden, each.forbidden, strict=True):
            others = (admitting.get((zh, key)) for zh in each.chinese)
            other = next((found for found in others if found and found is not each), None)
            if other:
                yield Problem(
                    f"“{form}” is forbidden here; {_at(other.entry.line)} admits it for {other.concept.zh}",
                    each.entry,
                    "en_forbidden",
                )


def out_of_order(subject: Subject) -> Iterator[Problem]:
    """Find the first row that does not stand where a build would put it."""
    if not subject.is_term_base:
        return
    rows = list(subject.concepts())
    for (entry, concept), wanted in zip(rows, in_order(concept for _, concept in rows), strict=True):
        if concept is not wanted:
            yield Problem(f"{concept.zh} stands where {wanted.zh} belongs; a build sorts the file", entry)
            return


def out_of_step(subject: Subject) -> Iterator[Problem]:
    """Find proposed rows that the machine's own copy does not know."""
    if PurePath(subject.name).name != TERM_BASE:
        return
    proposed = [(entry, concept) for entry, concept in subject.concepts() if concept.status == "proposed"]
    if subject.last_machine is None:
        if proposed:
            yield Problem(f"{MACHINE_FILE} is not beside it, so every row counts as a person's")
        return
    known = {row.id for row in subject.last_machine}
    for entry, concept in proposed:
        if concept.id and concept.id not in known:
            yield Problem(f"is proposed, but {MACHINE_FILE} does not know it", entry, "id")


def _preferred(each: Keyed) -> str:
    return each.english[0] if each.concept.en else ""


def _at(line: int) -> str:
    return f"line {line}"


RULES = (
    LintRule(
        "table/ids",
        "error",
        "Two rows have the same id.",
        "Every other command refuses the file. Clear the cell of the newer row: a copied row is a new one.",
        repeated_id,
        tables("id,zh,en\nc1,双元制,Dual System\nc1,双轨制,dual track\n"),
        tables("id,zh,en\nc1,双元制,Dual System\nc2,双轨制,dual track\n,学徒制,apprenticeship\n,甲,a\n"),
    ),
    LintRule(
        "table/twice",
        "error",
        "Two rows have the same Chinese and the same English.",
        "They are compared without case, script and width. Make one of them, with what both say.",
        repeated_pair,
        tables("zh,en\n双元制,Dual System\n雙元制,dual system\n"),
        tables("zh,en,status\n双元制,Dual System,\n双元制,Dual System,rejected\n职称,title,\n职称,rank,\n"),
    ),
    LintRule(
        "table/chinese",
        "warning",
        "Two rows have the same Chinese and another English.",
        "A check accepts both. Where the Chinese has two meanings, that is right; else make one of them, "
        "or reject or forbid the other.",
        chinese_twice,
        tables("zh,en\n职称,title\n职称,professional rank\n"),
        tables("zh,en,status\n职称,title,\n职称,rank,rejected\n"),
    ),
    LintRule(
        "table/english",
        "warning",
        "One English term is preferred for two Chinese ones.",
        "Where both Chinese terms mean the same, one row with a variant says so; where they do not, the "
        "difference is lost in English. An old name may keep its English.",
        english_twice,
        tables("zh,en\n高职院校,higher vocational college\n高等职业院校,Higher Vocational College\n"),
        tables(
            "zh,zh_variants,en\n高职院校,高等职业院校,higher vocational college\n",
            "zh,en,status\n柳州职院,Liuzhou College,superseded\n柳州学院,Liuzhou College,approved\n",
        ),
    ),
    LintRule(
        "table/crossed",
        "error",
        "Two rows contradict each other: each has for a variant, or for its English, what the other is.",
        "One concept is in two rows, with another form preferred in each. Make one of them.",
        crossed,
        tables(
            "zh,zh_variants,en\n职教,职业教育,VET\n职业教育,职教,vocational education\n",
            "zh,en\nIHK,AHK\nAHK,IHK\n",
        ),
        tables("zh,zh_variants,en\n职业教育,职教,vocational education\n教育,,education\n"),
    ),
    LintRule(
        "table/forbidden",
        "error",
        "A form is forbidden in one row and admitted in another of the same Chinese.",
        "A check cannot obey both. What is forbidden for one Chinese term may be right for another.",
        forbidden_elsewhere,
        tables("zh,en,en_forbidden\n职称,title,professional rank\n职称,professional rank,\n"),
        tables("zh,en,en_forbidden\n大学,university,college\n学院,college,university\n"),
    ),
    LintRule(
        "table/order",
        "warning",
        "The rows are not in the order in which a build writes them.",
        "By type, then by the Chinese in code point order: in any other order a change of one row looks "
        "like a change of many. The next build sorts the file. Only the first row is reported, and only of a "
        "table with ids, which is somebody's term base.",
        out_of_order,
        tables("id,zh,en\nc1,学校,school\nc2,双元制,Dual System\n"),
        tables(
            "id,zh,en\nc2,双元制,Dual System\nc1,学校,school\n", "zh,en\n学校,school\n双元制,Dual System\n"
        ),
    ),
    LintRule(
        "table/machine",
        "warning",
        "The machine's own copy beside terms.csv is not of this file.",
        "A proposed row that the copy does not know is taken for a person's and never brought up to date. "
        "Keep both files together in version control.",
        out_of_step,
        (
            Example(
                "id,zh,en,status\nc1,双元制,Dual System,proposed\n",
                machine="id,zh,en,status\nc2,学校,school,proposed\n",
            ),
            Example("id,zh,en,status\nc1,双元制,Dual System,proposed\n"),
        ),
        (
            Example(
                "id,zh,en,status\nc1,双元制,dual system,proposed\n,新,new,approved\n",
                machine="id,zh,en,status\nc1,双元制,Dual System,proposed\nc3,校,school,rejected\n",
            ),
            Example("zh,en,status\n双元制,Dual System,approved\n"),
        ),
    ),
)  # fmt: skip
