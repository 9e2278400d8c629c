"""Names inside Chinese names: the place, the parent and the branch, the name without its place.

English often says only a part of an institution's name, or takes it apart with "of" and "in"; each
part that can stand by itself is a candidate of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vet_terms.glossary.extraction.spans import ChineseSpan, span_of
from vet_terms.language.entities import Entity
from vet_terms.language.lexicon import is_proper_noun
from vet_terms.language.name_words import is_institution, is_kind
from vet_terms.language.supposed_names import DASHES
from vet_terms.language.tables import listed
from vet_terms.language.tagging import Token, tagged
from vet_terms.language.words import words

BRANCHES = listed("代表处 办事处 联络处 分公司 分中心 分校 分院 分会 分行 分部 工作站 校区")
"""Words for what an institution sets up elsewhere."""

_AUTHORITY = re.compile(r"(?:人民政府|政府|市委|省委|县委|区委|党委|人大常委会|常委会)$")
_KIND_OF_SCHOOL = re.compile(r"(?:学院|大学|学校)$")
_ORGAN = re.compile(r"(?:[部厅局委署院]|组织)$")
_QUOTED_PARTNERS = re.compile(rf"^(?:“[^”]+”|[^{DASHES}]+[{DASHES}]+[^{DASHES}]+院)(?=.{{4}})")


def parts_of_names(text: str, names: Iterable[Entity], tokens: Sequence[Token]) -> list[ChineseSpan]:
    """Return the candidates inside the names of a sentence."""
    found: list[ChineseSpan] = []
    for name in names:
        if name.kind == "organisation":
            found += _without_place(text, name)
            found += _governed_place(text, name)
            found += _parent_and_branch(text, name)
            found += _organ_and_body(text, name)
            found += _without_partners(text, name)
            found += [
                span_of(text, token.start, token.end, "entity", "place")
                for token in tokens
                if name.start <= token.start
                and token.end <= name.end
                and token.tag == "LOC"
                and is_proper_noun(token.text)
            ]
    return found


def branch_of(whole: ChineseSpan, spans: Sequence[ChineseSpan]) -> tuple[ChineseSpan, ChineseSpan] | None:
    """Return the parent and the branch that an institution's name is made of, where it is."""
    for branch in spans:
        if branch.end != whole.end or branch.start <= whole.start or not branch.text.endswith(BRANCHES):
            continue
        for parent in spans:
            if (parent.start, parent.end) == (whole.start, branch.start) and parent.kind == "organisation":
                return parent, branch
    return None


def _without_place(text: str, name: Entity) -> list[ChineseSpan]:
    """Return an institution without the place before it, which English may leave out."""
    parts = words(name.text)
    place = parts[0] if len(parts) > 2 else ""
    dash = name.text[len(place) : len(place) + 1] in DASHES
    if not is_proper_noun(place) or dash or len(name.text) - len(place) <= 3:
        return []
    rest = name.text[len(place) :]
    found = []
    if not is_kind(_KIND_OF_SCHOOL.sub("", rest)):
        found.append(span_of(text, name.start + len(place), name.end, "entity", name.kind))
    # Of a place the tagger knows it also alone; a firm's name (华为) is none.
    if [token.tag for token in tagged(place)] == ["LOC"]:
        found.append(span_of(text, name.start, name.start + len(place), "entity", "place"))
    return found


def _governed_place(text: str, name: Entity) -> list[ChineseSpan]:
    """Return the place whose authority is named: 肯特郡 of 肯特郡政府; and that of a branch."""
    found = []
    authority = _AUTHORITY.search(name.text)
    if authority and authority.start() > 1 and name.text[authority.start() - 1] in "省市县区州郡府镇乡":
        end = name.start + authority.start()
        country = words(name.text)[0]
        skipped = len(country) if is_proper_noun(country) and end - name.start > len(country) + 1 else 0
        found.append(span_of(text, name.start + skipped, end, "entity", "place"))
    return found


def _parent_and_branch(text: str, name: Entity) -> list[ChineseSpan]:
    ending = next((branch for branch in BRANCHES if name.text.endswith(branch)), None)
    if not ending:
        return []
    before = name.text[: -len(ending)]
    place = next((before[-size:] for size in (4, 3, 2) if is_proper_noun(before[-size:])), "")
    cut = name.end - len(ending) - len(place)
    parent = text[name.start : cut]
    if not is_proper_noun(place) or not (is_institution(parent) or parent.endswith(("会", "行", "社"))):
        return []
    return [
        span_of(text, name.start, cut, "entity", "organisation"),
        span_of(text, cut, name.end, "entity", "organisation"),
        span_of(text, cut, cut + len(place), "entity", "place"),
    ]


def _organ_and_body(text: str, name: Entity) -> list[ChineseSpan]:
    """Return an organ of the state and the body under it that one name holds (教育部|中外…合作中心)."""
    for size in range(len(name.text) - 4, 2, -1):
        organ, body = name.text[:size], name.text[size:]
        if _ORGAN.search(organ) and is_proper_noun(organ) and is_institution(body):
            cut = name.start + size
            return [
                span_of(text, name.start, cut, "entity", "organisation"),
                span_of(text, cut, name.end, "entity", "organisation"),
            ]
    return []


def _without_partners(text: str, name: Entity) -> list[ChineseSpan]:
    """Return an institution without the partners it is called after ("柳工-柳职院"…中心)."""
    partners = _QUOTED_PARTNERS.match(name.text)
    if not partners:
        return []
    branch = _parent_and_branch(text, name)
    end = branch[0].end if branch else name.end
    start = name.start + partners.end()
    return [span_of(text, start, end, "entity", "organisation")] if end - start > 3 else []
