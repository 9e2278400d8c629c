"""Rules on terminology: what the glossary asks for, forbids, or has given up, and in which case.

How the target stands to an entry is worked out in ``glossary_terms``; here is what to say of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.glossary_terms import (
    accepted,
    each_once,
    forbidden,
    is_in_force,
    is_name,
    is_referred_to,
    is_run_together,
    names_of_place,
    runs_into_a_word,
    successor_in,
    tells_history,
    wrong_cases,
    year_of_change,
)
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.glossary.english_words import has_all_words
from vet_terms.glossary.evidence import without_evidence
from vet_terms.glossary.term_index import TermHit, english_terms
from vet_terms.model import Concept, Finding, Severity, Span


def _check_missing(reading: Reading, context: Context) -> Iterator[Finding]:
    if not reading.en.strip():
        return
    judged: set[tuple[str, ...]] = set()
    for hit in reading.term_hits:
        # A term that stands in the source many times is looked for in the target once.
        which = tuple(concept.id for concept in hit.concepts)
        if which not in judged:
            judged.add(which)
            yield from _missing(reading, context, hit)


def _missing(reading: Reading, context: Context, hit: TermHit) -> Iterator[Finding]:
    unit, words = reading.unit, reading.english_words
    asked = [each for each in hit.concepts if is_in_force(each, context.year) and each.en.strip()]
    if len(asked) < len(hit.concepts) or not asked:
        return
    if any(accepted(each, words) or forbidden(each, words) or _miswritten(each, reading) for each in asked):
        return
    if any(accepted(old, words) for each in asked for old in context.terms.predecessors(each)):
        return  # terms/superseded has that one
    if unit.zh[hit.start : hit.end] in unit.en:
        return  # left in Chinese, which another rule says
    concept = min(asked, key=lambda each: each.status != "approved")
    reordered = any(has_all_words(term, words) for each in asked for term in english_terms(each))
    if reordered and concept.status != "approved":
        return
    zh = unit.zh[hit.start : hit.end]
    severity = _missing_severity(concept, zh)
    if severity != "info":
        if any(is_run_together(each, unit.en) for each in asked):
            return
        referred = reordered or any(is_referred_to(each, reading) for each in asked)
        if referred or runs_into_a_word(unit.zh, hit.end):
            severity = "info"
    wanted = " or ".join(f"“{term}”" for term in (concept.en, *concept.en_variants))
    also = "".join(f" or “{other.en}”" for other in asked if other is not concept)
    yield finding(
        unit, MISSING.id, severity,
        f"The target lacks the {_standing(concept)} term for “{zh}”: {wanted}{also}.",
        Span("source", hit.start, hit.end), concept.en,
    )  # fmt: skip


def _miswritten(concept: Concept, reading: Reading) -> bool:
    """Return whether another rule says what is wrong: the case, or the pinyin of a person."""
    if any(True for _ in wrong_cases(concept, reading)):
        return True
    return concept.type == "person" and any(
        reading.zh[person.start : person.end] in (concept.zh, *concept.zh_variants)
        for person in reading.spelt_people
    )


def _missing_severity(concept: Concept, zh: str) -> Severity:
    """Return how grave it is that a term is missing.

    Short words (教师, 德国) have too many good renderings for more than a remark, and so has a common
    term that only the machine proposed: translators rightly vary those. Names are not varied.
    """
    if len(zh) <= 2 and not is_name(concept):
        return "info"
    if concept.status != "proposed":
        # Another country in its place is found with the names; left out, it is understood.
        return "info" if names_of_place(concept) else "error"
    return "warning" if is_name(concept) else "info"


def _standing(concept: Concept) -> str:
    return "proposed" if concept.status == "proposed" else "approved"


def _check_case(reading: Reading, context: Context) -> Iterator[Finding]:
    reported: set[tuple[int, int]] = set()
    for _, concept in each_once(reading.term_hits):
        for wrong in wrong_cases(concept, reading):
            if (wrong.start, wrong.end) not in reported:
                reported.add((wrong.start, wrong.end))
                yield finding(
                    reading.unit, CASE.id, "warning",
                    f"“{reading.en[wrong.start : wrong.end]}” is written “{wrong.right}”.",
                    Span("target", wrong.start, wrong.end), wrong.right,
                )  # fmt: skip


def _is_of_another(hit: TermHit, zh: str, en: str) -> bool:
    """Return whether characters beside a term are spelt as it must not be: Shanxi is 山西, if not 陕西."""
    from vet_terms.language.pinyin import letters, pinyin_keys

    size, spelt = hit.end - hit.start, letters(en)
    return any(
        spelt in pinyin_keys(zh[start : start + size])
        for start in range(len(zh) - size + 1)
        if not hit.start - size < start < hit.end
    )


def _check_forbidden(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    hits = each_once(reading.term_hits)
    if not any(concept.en_forbidden for _, concept in hits):
        return
    words = reading.english_words
    right = [span for _, concept in hits for span in accepted(concept, words)]
    reported: set[tuple[int, int]] = set()
    for hit, concept in hits:
        for start, end in forbidden(concept, words):
            covered = any(first <= start and end <= last for first, last in right)
            if covered or (start, end) in reported or _is_of_another(hit, unit.zh, unit.en[start:end]):
                continue
            reported.add((start, end))
            zh = unit.zh[hit.start : hit.end]
            instead = f"; use “{concept.en}”" if concept.en.strip() else ""
            yield finding(
                unit, FORBIDDEN.id, "error",
                f"“{unit.en[start:end]}” must not be used for “{zh}”{instead}.",
                Span("target", start, end), concept.en,
            )  # fmt: skip


def _check_superseded(reading: Reading, context: Context) -> Iterator[Finding]:
    likely = context.terms.superseded_in(reading.english_words)
    if not likely:
        return
    in_source = [concept for _, concept in each_once(reading.term_hits)]
    grave = [
        (old, severity)
        for old in likely
        if (severity := _superseded_severity(old, in_source, reading, context)) is not None
    ]
    if not grave:
        return
    unit, words = reading.unit, reading.english_words
    current = [span for each in in_source if each.status != "superseded" for span in accepted(each, words)]
    for old, severity in grave:
        left = [
            (start, end)
            for start, end in accepted(old, words)
            if not any(first <= start and end <= last for first, last in current)
        ]
        if not left:
            continue
        start, end = left[0]
        note = without_evidence(old.note)
        because = f" ({note})" if note else ""
        said = ", as the source says" if old in in_source else ", and the source does not use the old name"
        yield finding(
            unit, SUPERSEDED.id, severity, f"“{unit.en[start:end]}” is superseded{because}{said}.",
            Span("target", start, end), successor_in(context, old, in_source),
        )  # fmt: skip


def _superseded_severity(
    old: Concept, in_source: list[Concept], reading: Reading, context: Context
) -> Severity | None:
    """Return how grave it is that an old name stands in the target; None where it is the right one."""
    replaced = any(old in context.terms.predecessors(concept) for concept in in_source)
    if old in in_source:
        if is_in_force(old, context.year):
            return None
        changed = year_of_change(old)
        late = bool(context.year and changed) and not tells_history(reading.zh, changed)
        return "warning" if late else "info"
    if replaced:
        return "warning"
    # A common word may be there for another reason, and of its own time an old name is right.
    return "warning" if is_name(old) and not is_in_force(old, context.year) else None


_DUAL_SYSTEM = Concept(
    id="1", zh="双元制", en="dual system", en_variants=("dual training system",),
    en_forbidden=("double system",), status="approved",
)  # fmt: skip
_COLLEGE = Concept(
    id="2", zh="柳州职业技术学院", en="Liuzhou Vocational & Technical College", zh_variants=("柳职院",),
    en_variants=("LVTC",), en_forbidden=("Liuzhou Polytechnic",), type="organisation", status="approved",
)  # fmt: skip
_FORMER = Concept(
    id="3", zh="柳州职业技术学院", en="Liuzhou Vocational & Technical College", type="organisation",
    status="superseded", note="superseded by 柳州职业技术大学 since 2024",
)  # fmt: skip
_PRESENT = Concept(
    id="4", zh="柳州职业技术大学", en="Liuzhou Polytechnic University", type="organisation", status="approved"
)

MISSING = Rule(
    id="terms/missing",
    severity="error",
    summary="A glossary term of the source is not in the target.",
    explanation=(
        "The preferred term or any admitted variant will do, in any inflection and, but for abbreviations, "
        "any case, and so will the initials of an organisation and the word for the people of a country. "
        "An approved entry is an error; of the merely proposed ones, a name is a warning and a common term "
        "info. "
        "Common words of one or two characters, countries and Chinese places left out, a term whose words "
        "all stand there in another order or derivation, and a name that the target calls by its kind (the "
        "College) are info or nothing. A term inside a longer glossary term asks for nothing of its own. A "
        "superseded name is asked for in a document dated before the change."
    ),
    bad=(
        Example("引进“双元制”。", "Introduce the two-track scheme.", (_DUAL_SYSTEM,)),
        Example("柳职院开展培训。", "Liuzhou College offers training.", (_COLLEGE,)),
    ),
    good=(
        Example("引进“双元制”。", "Introduce Dual Systems.", (_DUAL_SYSTEM,)),
        Example("柳职院开展培训。", "The College offers training.", (_COLLEGE,)),
        Example("柳职院开展培训。", "LVTC offers training.", (_COLLEGE,)),
        Example(
            "柳州職業技術學院開展培訓。",
            "The Liuzhou Vocational and Technical College offers training.",
            (_COLLEGE,),
        ),
    ),
    check=_check_missing,
)

FORBIDDEN = Rule(
    id="terms/forbidden",
    severity="error",
    summary="The target uses an English term that the glossary forbids for this Chinese term.",
    explanation=(
        "Looked at only where the entry's Chinese stands in the source. A forbidden word inside an "
        "accepted longer term is fine."
    ),
    bad=(
        Example("引进“双元制”。", "Introduce the double system.", (_DUAL_SYSTEM,)),
        Example("柳职院开展培训。", "Liuzhou Polytechnic offers training.", (_COLLEGE,)),
    ),
    good=(
        Example("引进“双元制”。", "Introduce the dual system.", (_DUAL_SYSTEM,)),
        Example("采用双系统设计。", "A double system design is used.", (_DUAL_SYSTEM,)),
    ),
    check=_check_forbidden,
)

CASE = Rule(
    id="terms/case",
    severity="warning",
    summary="A name or an abbreviation of the glossary is written in the wrong case.",
    explanation=(
        "Organisations, people, places and publications keep the capitals of their entry, and so do "
        "programmes, policies and events that a person approved; an abbreviation keeps all of its own. A "
        "text in capitals, a common term with capitals (Dual System in a title), and a small word like “of” "
        "in a name are fine."
    ),
    bad=(
        Example("柳职院开展培训。", "Lvtc offers training.", (_COLLEGE,)),
        Example("柳职院开展培训。", "Liuzhou vocational & technical college offers training.", (_COLLEGE,)),
    ),
    good=(
        Example("柳职院开展培训。", "LVTC offers training.", (_COLLEGE,)),
        Example("柳职院开展培训。", "LIUZHOU VOCATIONAL & TECHNICAL COLLEGE OFFERS TRAINING", (_COLLEGE,)),
        Example("引进“双元制”。", "Introduce the Dual System.", (_DUAL_SYSTEM,)),
    ),
    check=_check_case,
)

SUPERSEDED = Rule(
    id="terms/superseded",
    severity="warning",
    summary="The target uses a name that the glossary marks as superseded.",
    explanation=(
        "A warning where the source does not use the old name itself. Where it does, a document dated before "
        "the change is right and nothing is reported; one dated after it gets a warning, unless the sentence "
        "speaks of that time; without a date it is info. Old common words are looked at only where the "
        "source has what took over from them."
    ),
    bad=(
        Example(
            "柳州职业技术大学成立。",
            "Liuzhou Vocational & Technical College was founded.",
            (_FORMER, _PRESENT),
        ),
        Example(
            "柳州职业技术学院开展培训。",
            "Liuzhou Vocational & Technical College offers training.",
            (_FORMER, _PRESENT),
            year=2025,
        ),
    ),
    good=(
        Example("柳州职业技术大学成立。", "Liuzhou Polytechnic University was founded.", (_FORMER, _PRESENT)),
        Example(
            "柳州职业技术学院开展培训。",
            "Liuzhou Vocational & Technical College offers training.",
            (_FORMER, _PRESENT),
            year=2019,
        ),
        Example(
            "2016年，柳州职业技术学院签署协议。",
            "In 2016, Liuzhou Vocational & Technical College signed an agreement.",
            (_FORMER, _PRESENT),
            year=2025,
        ),
    ),
    check=_check_superseded,
)

RULES: tuple[Rule, ...] = (FORBIDDEN, MISSING, CASE, SUPERSEDED)
