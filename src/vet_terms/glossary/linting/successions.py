"""Checks on names that took over from others, as notes say it."""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.glossary.identity import chinese_key
from vet_terms.glossary.linting.rule import LintRule, Problem, tables
from vet_terms.glossary.linting.subject import Subject
from vet_terms.glossary.succession import successor_named


def without_successor(subject: Subject) -> Iterator[Problem]:
    """Find superseded concepts whose note names no concept of the term base."""
    known = {form for each in subject.in_use for form in each.chinese if len(form) > 1}
    ids = {concept.id for _, concept in subject.concepts() if concept.id}
    for each in subject.in_use:
        if each.concept.status != "superseded":
            continue
        successor = successor_named(each.concept.note)
        note = chinese_key(each.concept.note)
        if successor is None:
            others = (known | ids) - {*each.chinese, each.concept.id}
            if not any(other in note for other in others):
                yield Problem(
                    "is superseded, and its note names no concept that took over", each.entry, "note"
                )
        elif chinese_key(successor.name) not in known:
            yield Problem(
                f"is superseded by {successor.name}, which is not in the term base", each.entry, "note"
            )


def succession_in_a_circle(subject: Subject) -> Iterator[Problem]:
    """Find names that took over from each other."""
    named = subject.by_preferred_chinese
    after: dict[str, str] = {}
    for each in subject.in_use:
        successor = successor_named(each.concept.note)
        if successor is not None and successor.decided:
            after[each.chinese[0]] = chinese_key(successor.name)
    for each in subject.in_use:
        name, seen = each.chinese[0], set[str]()
        while name in after and name not in seen:
            seen.add(name)
            name = after[name]
        # Each circle is said once, at its first entry.
        if name in seen and name == each.chinese[0] and each is min(
            (other for one in seen for other in named.get(one, ())), key=lambda other: other.entry.line
        ):  # fmt: skip
            yield Problem(f"{each.concept.zh} is superseded by what it took over from", each.entry, "note")


RULES = (
    LintRule(
        "table/successor",
        "error",
        "A superseded concept does not name one of the term base that took over.",
        "Whoever looks up the old name must find the new one. Begin the note with “superseded by NAME” "
        "and, where it is known, “since YEAR”; NAME is a Chinese form of another row.",
        without_successor,
        tables(
            "zh,en,status,note\n柳州职业技术学院,Liuzhou College,superseded,renamed\n",
            "zh,en,status,note\n柳州职业技术学院,Liuzhou College,superseded,"
            "superseded by 柳州职业技术大学 since 2024\n",
        ),
        tables(
            "zh,en,status,note\n柳州职业技术学院,Liuzhou College,superseded,"
            "superseded by 柳州职业技术大学 since 2024\n柳州职业技术大学,Liuzhou University,approved,\n",
            "zh,en,status,note\n职中,vocational school,superseded,now 中职学校\n中职学校,secondary,,\n",
        ),
    ),
    LintRule(
        "table/circle",
        "error",
        "Names took over from each other in a circle.",
        "Of two names one is the newer. Correct the note of the other.",
        succession_in_a_circle,
        tables(
            "zh,en,status,note\n甲校,A,superseded,superseded by 乙校\n乙校,B,superseded,superseded by 甲校\n",
            "zh,en,status,note\n甲校,A,superseded,superseded by 甲校 since 2024\n",
        ),
        tables(
            "zh,en,status,note\n甲校,A,superseded,superseded by 乙校 since 2001\n"
            "乙校,B,superseded,superseded by 丙校 since 2024\n丙校,C,approved,\n"
        ),
    ),
)  # fmt: skip
