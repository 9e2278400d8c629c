"""Parts with known English put together in the order of English.

Chinese and English both set what qualifies before what is qualified, so most names keep their order. What
does not is here: "of" for 的 and 之 and for processes, offices and schools of a field, the kind of a place
before a government, adjectives of countries. Where the parts do not fit, nothing is composed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.glossary.suggesting.heads import ABSTRACT, TRAILING
from vet_terms.glossary.suggesting.parts import Part
from vet_terms.glossary.suggesting.places import ADJECTIVES, PlaceName
from vet_terms.language.tables import listed

_GOVERNMENTS = frozenset(["人民政府", "政府"])
_SCHOOLS = frozenset(["学院", "大学"])
# What is taught: such a school is "of" it.
_DISCIPLINE = re.compile(
    r"(?:工程|管理|教育|艺术|经济|设计|商务|科技|信息|会计|传媒|外国语|旅游|马克思主义|医学|护理|体育|财经|金融"
    r"|法律|应用技术|工程技术|信息技术|材料科学|汽车|建筑|化工|航空|软件|通信|物流|材料|农业|林业|医药|中医药)$"
)
_LEVELS = {"市": "Municipal", "省": "Provincial"}
_SMALL = frozenset(listed("a an and as at by for from in of on or the to with"))
# Of a word that also has a noun, which stands better after another noun.
_ADJECTIVES = frozenset(
    listed("industrial agricultural economic financial commercial cultural historical social")
)
_JOINTS = frozenset({"and", "plus", "dash", "of"})
_PROPER_KINDS = frozenset({"place", "name", "office"})


@dataclass(frozen=True, slots=True)
class Composed:
    """English made of parts, and for each part the words it gave."""

    en: str
    said: tuple[tuple[Part, str], ...]


def composed(parts: Sequence[Part], *, is_name: bool) -> Composed | None:
    """Return the English of a term, or None where its parts do not make one.

    A name keeps countries as nouns (Vietnam International …) and is written in title case; elsewhere they
    are adjectives (Vietnamese students).
    """
    phrase = _with_of(parts, is_name)
    if phrase is None:
        return None
    en = " ".join(text for _, text in phrase if text)
    en = re.sub(r" ?- ?(?=\S)", "-", en) if any(part.kind == "dash" for part in parts) else en
    en = re.sub(r"\s+", " ", en).strip()
    return Composed(title_case(en) if is_name else en, tuple(each for each in phrase if each[0].origin))


def title_case(en: str) -> str:
    """Return a name with capitals, but for small words inside it; what has capitals keeps them."""
    words = en.split(" ")
    return " ".join(
        word if index and word in _SMALL else "-".join(_capital(piece) for piece in word.split("-"))
        for index, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return word if not word[:1].islower() or word in _SMALL else word[:1].upper() + word[1:]


_Phrase = list[tuple[Part, str]]
_OF = Part("", "of", "of", "of")


def _with_of(parts: Sequence[Part], is_name: bool) -> _Phrase | None:
    """Return a phrase in which the last 的 or 之 sets its two sides in the order of English."""
    cut = next((index for index in reversed(range(len(parts))) if parts[index].kind == "of"), None)
    if cut is None:
        return _noun_phrase(parts, is_name)
    left, right = parts[:cut], parts[cut + 1 :]
    if left[-1].last:
        owner, owned = _with_of(left, is_name), _noun_phrase(right, is_name)
        return [*owned, (_OF, "of"), *owner] if owner and owned else None
    return _noun_phrase([*left, *right], is_name)


def _noun_phrase(parts: Sequence[Part], is_name: bool) -> _Phrase | None:
    for arranged in (_place_in_place, _abroad, _trailing, _government, _office, _school, _process):
        found = arranged(parts, is_name)
        if found is not None:
            return found
    if len(parts) == 2 and parts[0].place and parts[1].place:
        return None
    return _straight(parts, is_name)


def _place_in_place(parts: Sequence[Part], _is_name: bool) -> _Phrase | None:
    """Return a place with the one that it lies in after it: Hanoi, Vietnam."""
    if len(parts) != 2 or parts[0].place is None or parts[1].place is None:
        return None
    whole, place = parts[0].place, parts[1].place
    if place.name in ADJECTIVES or place.name.isupper():
        return None  # 中国东盟: two that stand beside each other
    return [(parts[1], f"{place},"), (parts[0], str(whole))]


def _abroad(parts: Sequence[Part], is_name: bool) -> _Phrase | None:
    """Return an institution of a place abroad with its country last: Kent County Government, Britain."""
    if len(parts) < 3 and not (len(parts) == 2 and parts[1].origin == "glossary"):
        return None
    country, city = parts[0].place, parts[1]
    if not is_name or country is None or country.name not in ADJECTIVES or country.level:
        return None
    if city.place is None and not (len(parts) == 2 and city.kind == "name"):
        return None
    if len(parts) > 2 and parts[2].kind == "dash":
        return None
    rest = _noun_phrase(parts[1:], is_name)
    if rest is None:
        return None
    return [*rest[:-1], (rest[-1][0], f"{rest[-1][1]},"), (parts[0], country.name)]


def _trailing(parts: Sequence[Part], is_name: bool) -> _Phrase | None:
    """Return a phrase whose first part English says last: … with Chinese characteristics."""
    if parts[0].zh not in TRAILING or len(parts) < 2 or is_name:
        return None
    rest = _noun_phrase(parts[1:], is_name)
    return [*rest, (parts[0], TRAILING[parts[0].zh])] if rest else None


def _straight(parts: Sequence[Part], is_name: bool, *, ends: bool = True) -> _Phrase | None:
    """Return parts in their own order; None where one of them cannot stand in its place."""
    if sum(part.kind == "and" for part in parts) > 1 or any(part.kind == "of" for part in parts):
        return None
    phrase: _Phrase = []
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if part.kind in _JOINTS:
            text = _joint(part, parts[index - 1] if index else None, following)
        else:
            at_end = following is None or following.kind == "plus"
            # Of two at the end both are named: 教学与研究.
            at_end |= following is not None and following.kind == "and" and index + 3 == len(parts)
            text = _form(part, following, is_name, last=ends and at_end)
            if text in _ADJECTIVES and index and parts[index - 1].kind == "word" and parts[index - 1].last:
                text = part.last  # intelligent manufacturing | industry | demand
        if not text:
            return None
        phrase.append((part, text))
    return phrase


def _joint(joint: Part, left: Part | None, right: Part | None) -> str:
    """Return what joins two parts; empty where they cannot be joined so."""
    if left is None or right is None or {left.kind, right.kind} & _JOINTS:
        return ""
    if joint.kind == "dash":
        return "-" if {left.kind, right.kind} <= {"place", "name"} else ""
    return joint.before


def _form(part: Part, following: Part | None, is_name: bool, *, last: bool) -> str:
    if part.kind == "office":
        return ""
    if part.place is not None:
        if last:
            return part.last
        if following is not None and following.kind == "dash":
            return part.place.name
        return _place_before(part.place, is_name)
    # 第一 before a school numbers it; elsewhere it ranks.
    if part.before.startswith("No. ") and not (is_name and following and following.kind in {"word", "head"}):
        return ""
    if part.shared and is_name:
        return part.shared
    if part.kind == "head" and last and not is_name and not part.last.startswith("Co."):
        return part.last.lower() if "Luban" not in part.last else part.last
    return part.last if last else part.before


def _place_before(place: PlaceName, is_name: bool) -> str:
    if not is_name and not place.level:
        return ADJECTIVES.get(place.name, place.name)
    return place.name if place.level in {"", "市", "省"} else str(place)


def _government(parts: Sequence[Part], _is_name: bool) -> _Phrase | None:
    """Return "… Municipal People's Government", and the party's committee of a place."""
    if len(parts) != 2 or parts[0].place is None:
        return None
    place, head = parts[0].place, parts[1]
    if head.zh == "党委" and place.level:
        return [(parts[0], f"CPC {_of_level(place)}"), (head, "Committee")]
    if head.zh not in _GOVERNMENTS or not place.level:
        return None
    if place.level == "自治区":
        return [(head, f"{head.last} of"), (parts[0], str(place))]
    return [(parts[0], _of_level(place)), (head, head.last)]


def _office(parts: Sequence[Part], _is_name: bool) -> _Phrase | None:
    """Return an office of its field: Ministry of Education, … Municipal Education Bureau."""
    office = parts[-1].office
    if office is None or len(parts) > 2 or (len(parts) == 2 and parts[0].place is None):
        return None
    place = parts[0].place if len(parts) == 2 else None
    named = str(office)
    if office.kind == "部":
        return [(parts[-1], named)] if place is None or place.name == "China" else None
    if office.kind == "厅" and place and place.level == "自治区":
        return [(parts[-1], f"{named} of"), (parts[0], str(place))]
    if place is None:
        return [(parts[-1], named)]
    return [(parts[0], _of_level(place)), (parts[-1], named)]


def _of_level(place: PlaceName) -> str:
    return f"{place.name} {_LEVELS[place.level]}" if place.level in _LEVELS else str(place)


def _school(parts: Sequence[Part], is_name: bool) -> _Phrase | None:
    """Return a school of a field: School of Business Management, … University of Science and Technology."""
    head = parts[-1]
    if head.zh not in _SCHOOLS or len(parts) < 2 or not _DISCIPLINE.search(parts[-2].zh) or not is_name:
        return None
    first = next((index for index, part in enumerate(parts) if part.kind not in _PROPER_KINDS), 0)
    field = parts[first:-1]
    if any(part.kind != "word" for part in field):
        return None
    subject = _straight(field, is_name)
    placed = _straight(parts[:first], is_name, ends=False)
    if subject is None or placed is None or (not placed and head.zh == "大学"):
        return None
    return [*placed, (head, "University of" if head.zh == "大学" else _school_word(placed)), *subject]


def _school_word(placed: _Phrase) -> str:
    return "College of" if placed else "School of"


def _process(parts: Sequence[Part], is_name: bool) -> _Phrase | None:
    """Return "digitalization of vocational education": a process is of what it happens to."""
    head = parts[-1]
    if head.zh not in ABSTRACT or len(parts) < 2 or is_name or not parts[-2].last:
        return None
    if parts[-2].kind not in {"word", "head"} or parts[-2].before != parts[-2].last:
        return None
    owner = _straight(parts[:-1], is_name)
    return [(head, head.last), (_OF, "of"), *owner] if owner else None


def without_final_law(zh: str) -> tuple[str, str] | None:
    """Return the subject of a law and what stands after "… Law", where the text names a law."""
    found = re.fullmatch(r"(中华人民共和国)?(.{2,12})法", zh)
    if not found:
        return None
    return found[2], " of the People's Republic of China" if found[1] else ""
