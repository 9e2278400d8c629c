"""Rules on terminology: what the glossary asks for, forbids, or has given up.

Only entries whose Chinese stands in the source are looked at, so an English word is never judged
out of its context; the one exception is a superseded name that the source does not call for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.glossary.term_index import TermHit, Word, find_english, has_all_words
from vet_terms.model import Concept, Finding, Severity, Span


def _check_missing(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    hits, superseded = reading.term_hits, context.terms.superseded
    words = reading.english_words if hits else ()
    seen: set[str] = set()
    judged: set[tuple[str, ...]] = set()
    for hit in hits:
        # A term that stands in the source many times is looked for in the target once.
        which = tuple(concept.id for concept in hit.concepts)
        if which in judged:
            continue
        judged.add(which)
        current = [
            concept for concept in hit.concepts if concept.status != "superseded" and concept.en.strip()
        ]
        if len(current) < len(hit.concepts) or not current or current[0].id in seen:
            continue
        if any(_accepted(concept, words) or _forbidden(concept, words) for concept in current):
            continue
        if any(
            _took_over(concept, old) and _accepted(old, words) for concept in current for old in superseded
        ):
            continue  # terms/superseded has that one
        concept = min(current, key=lambda each: each.status != "approved")
        reordered = any(
            has_all_words(term, words) for each in current for term in (each.en, *each.en_variants)
        )
        if reordered and concept.status != "approved":
            continue
        seen.add(current[0].id)
        zh = unit.zh[hit.start : hit.end]
        wanted = " or ".join(f"“{term}”" for term in (concept.en, *concept.en_variants))
        also = "".join(f" or “{other.en}”" for other in current if other is not concept)
        yield finding(
            unit, MISSING.id, "info" if reordered else _missing_severity(concept, zh),
            f"The target lacks the {_standing(concept)} term for “{zh}”: {wanted}{also}.",
            Span("source", hit.start, hit.end), concept.en,
        )  # fmt: skip


def _missing_severity(concept: Concept, zh: str) -> Severity:
    """Return how grave it is that a term is missing.

    Short words (教师, 德国) have too many good renderings for more than a remark, and so has a common
    term that only the machine proposed: translators rightly vary those. Names are not varied.
    """
    is_name = concept.type not in {"term", "place", "role"} or (
        concept.type == "term" and not concept.en.islower()
    )
    if len(zh) <= 2 and not is_name:
        return "info"
    if concept.status == "approved":
        return "error"
    return "warning" if is_name or concept.type == "place" else "info"


def _standing(concept: Concept) -> str:
    return "approved" if concept.status == "approved" else "proposed"


def _check_forbidden(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    hits = reading.term_hits
    words = reading.english_words if hits else ()
    each_once = _each_once(hits)
    accepted = [span for _, concept in each_once for span in _accepted(concept, words)]
    reported: set[tuple[int, int]] = set()
    for hit, concept in each_once:
        for start, end in _forbidden(concept, words):
            covered = any(first <= start and end <= last for first, last in accepted)
            if covered or (start, end) in reported:
                continue
            reported.add((start, end))
            zh = unit.zh[hit.start : hit.end]
            yield finding(
                unit, FORBIDDEN.id, "error",
                f"“{unit.en[start:end]}” must not be used for “{zh}”; use “{concept.en}”.",
                Span("target", start, end), concept.en,
            )  # fmt: skip


def _check_superseded(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    if not context.terms.superseded:
        return
    words = reading.english_words
    in_source = [concept for _, concept in _each_once(reading.term_hits)]
    current_terms = [
        span for each in in_source if each.status != "superseded" for span in _accepted(each, words)
    ]
    for concept in context.terms.superseded:
        called_for = concept in in_source
        for start, end in _accepted(concept, words)[:1]:
            if any(first <= start and end <= last for first, last in current_terms):
                continue
            because = f" ({concept.note})" if concept.note else ""
            said = ", as the source says" if called_for else ", and the source does not use the old name"
            successor = next((each.en for each in in_source if _took_over(each, concept)), "")
            yield finding(
                unit, SUPERSEDED.id, "info" if called_for else "warning",
                f"“{unit.en[start:end]}” is superseded{because}{said}.",
                Span("target", start, end), successor,
            )  # fmt: skip


def _took_over(concept: Concept, old: Concept) -> bool:
    """Tell whether the note of a superseded entry names this one as its successor."""
    return concept.status != "superseded" and any(
        name and name in old.note for name in (concept.zh, concept.en)
    )


def _each_once(hits: Iterable[TermHit]) -> list[tuple[TermHit, Concept]]:
    """Return the concepts of all hits, each with its first hit."""
    first: dict[str, tuple[TermHit, Concept]] = {}
    for hit in hits:
        for concept in hit.concepts:
            first.setdefault(concept.id, (hit, concept))
    return list(first.values())


def _accepted(concept: Concept, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    return [span for term in (concept.en, *concept.en_variants) for span in find_english(term, words)]


def _forbidden(concept: Concept, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    return [span for term in concept.en_forbidden for span in find_english(term, words)]


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
    status="superseded", note="since 2024: Liuzhou Polytechnic University",
)  # fmt: skip
_PRESENT = Concept(
    id="4", zh="柳州职业技术大学", en="Liuzhou Polytechnic University", type="organisation", status="approved"
)

MISSING = Rule(
    id="terms/missing",
    severity="error",
    summary="A glossary term of the source is not in the target.",
    explanation=(
        "The preferred term or any admitted variant will do, in any inflection and, but for "
        "abbreviations, any case. An approved entry is an error; of the merely proposed ones, a name is "
        "a warning and a common term info. Common words of one or two characters, and a term whose words "
        "all stand there in another order, are info or nothing. A term inside a longer glossary term asks "
        "for nothing of its own."
    ),
    bad=(
        Example("引进“双元制”。", "Introduce the two-track scheme.", (_DUAL_SYSTEM,)),
        Example("柳职院开展培训。", "Lvtc offers training.", (_COLLEGE,)),
    ),
    good=(
        Example("引进“双元制”。", "Introduce Dual Systems.", (_DUAL_SYSTEM,)),
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

SUPERSEDED = Rule(
    id="terms/superseded",
    severity="warning",
    summary="The target uses a name that the glossary marks as superseded.",
    explanation=(
        "A warning where the source does not use the old name itself; info where it does, since a "
        "text of that time is right to use it."
    ),
    bad=(
        Example(
            "柳州职业技术大学成立。",
            "Liuzhou Vocational & Technical College was founded.",
            (_FORMER, _PRESENT),
        ),
    ),
    good=(
        Example("柳州职业技术大学成立。", "Liuzhou Polytechnic University was founded.", (_FORMER, _PRESENT)),
    ),
    check=_check_superseded,
)

RULES: tuple[Rule, ...] = (FORBIDDEN, MISSING, SUPERSEDED)
