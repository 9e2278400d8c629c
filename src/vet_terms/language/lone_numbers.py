"""The one number of a sort on either side: 近四成 for "nearly half", 第三批 for "the second group".

Small numbers may be left unsaid, and by chance another number of the sentence can answer them. But where each
side has a single share, a single ordinal or a single number of copies, the one must be the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from vet_terms.language.mismatches import Mismatch
from vet_terms.language.quantity import Quantity

_HALF = Fraction(1, 2)
_MILLION = 10**6
_IN_TENTHS = re.compile("成(?![新熟])")
"""九成 is a share, 九成新 and 九成熟 are not."""
_LATER_ZH = re.compile("[次副再又亚后下另双两]|其二|二手|二等|二把手")
"""Chinese that "second" may stand for without a numeral, or with another."""
_HALVES_ZH = re.compile("[上下](?:学期|半[年场])")
"""The second term of the second year is the fourth."""
_FIRST_OF_ALL = re.compile(
    "第[一1](?:作者|批|届|期|阶段|年(?!级)|学期|轮|章|条|步|名|期|组|次|位|季度|部分|单元|节)"
)
"""What is counted from the first on, and no phrase as 第一时间."""
_FIRST_EN = re.compile(
    r"\bfirst (?:author|batch|group|cohort|intake|session|phase|stage|round|term|semester|chapter|article"
    r"|clause|step|place|issue|edition|team|part|unit|section|forum|conference|congress|festival|contest|competition)\b"
    r"|\bfirst[- ]year (?:students?|undergraduates?|courses?)\b",
    re.IGNORECASE,
)
_IN_A_PHRASE = re.compile(
    r"\bsecond[- ](?:hand|nature|half|only|to none|language|thoughts?|best|chance|class|home|or|and)\b"
    r"|\b(?:every|a|split) second\b|\bseconds\b|\bthird[- ](?:party|parties|rate|world|person)\b",
    re.IGNORECASE,
)
_COPIES_ZH = re.compile(
    "(?:各执|各持|各留存?|各存|各保[留存]|各持有)(?P<number>[一二两三四五六七八九十]|\\d{1,2})份"
)
_COPIES_EN = re.compile(
    r"\b(?:each|both|either)(?: party| side| of (?:the|them|which)(?: parties)?)?,?"
    r"(?: (?:shall|will|to|is|are|being|party|side))*? (?:hold|keep|retain|hav|receiv|tak|giv|possess)\w*"
    r"(?: to keep| to hold)? (?P<number>[a-z]+|\d{1,2})"
    r"(?: of (?:them|which)| copies| copy| originals?)?(?=[,.;]|$)",
    re.IGNORECASE,
)
_COPIES_FOR_EN = re.compile(
    r"\b(?P<number>one|two|three|four|five|six|\d{1,2})(?: copies| copy| originals?)? (?:for|to"
    r"|with) (?:each|either)\b",
    re.IGNORECASE,
)
_WORDED = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_WORDED_ZH = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2}


def lone_mismatches(
    zh_text: str, zh: Sequence[Quantity], en_text: str, en: Sequence[Quantity]
) -> tuple[Mismatch, ...]:
    """Return the number that is the one of its sort on either side and is another one there, if any."""
    found = (
        *_tenths(zh_text, zh, en),
        *_ordinals(zh_text, zh, en_text, en),
        *(_copies(zh_text, en_text) if "份" in zh_text else ()),
        *_great(zh, en),
        *(_others(zh_text, en_text) if "等" in zh_text else ()),
    )
    return found[:1]


def _tenths(zh_text: str, zh: Sequence[Quantity], en: Sequence[Quantity]) -> Iterator[Mismatch]:
    """Yield the one share in tenths (九成) for which the English has one other share: eight in ten."""
    tenths = [each for each in zh if each.kind == "fraction" and _IN_TENTHS.match(zh_text, each.end - 1)]
    if len(tenths) != 1:
        return
    shares = [each for each in en if each.kind == "fraction" or _is_half(each, zh_text, tenths[0])]
    if len(shares) != 1 or tenths[0].value == shares[0].value:
        return
    known, said = _values(zh), _values(en)
    of_other = tenths[0].value in said or shares[0].value in known or 1 - shares[0].value in known
    if not of_other:
        yield Mismatch("wrong", tenths[0], shares[0])


def _is_half(quantity: Quantity, zh_text: str, tenths: Quantity) -> bool:
    """Tell whether a number is a half that 近四成 is no other word for; 四成多 may be nearly half."""
    if quantity.value != _HALF or re.search("半|对折|五折", zh_text):
        return False
    return quantity.bound in {"exact", "nearly"} and tenths.bound in {"exact", "nearly"}


def _ordinals(
    zh_text: str, zh: Sequence[Quantity], en_text: str, en: Sequence[Quantity]
) -> Iterator[Mismatch]:
    """Yield the one ordinal above the first for which the English has one other; a month answers neither."""
    there, here = _ordinals_of(zh), _ordinals_of(en)
    if not there or not here:
        return
    there = [each for each in there if each.value > 1 or _FIRST_OF_ALL.search(zh_text)]
    here = [each for each in here if each.value > 1 or _FIRST_EN.search(en_text)]
    if not (len(there) == len(here) == 1) or there[0].values & here[0].values:
        return
    if any(each.weight == "loose" and each.value > 1 for each in (*there, *here)):
        return
    if _IN_A_PHRASE.search(en_text):
        return
    if _HALVES_ZH.search(zh_text) or (here[0].value == 2 and _LATER_ZH.search(zh_text.replace("双方", ""))):
        return
    said = _values(each for each in en if each is not here[0] and each.kind == "plain")
    known = _values(each for each in zh if each.kind == "plain" and zh_text[each.start : each.end] != "双")
    if not there[0].values & said and not here[0].values & known:
        yield Mismatch("wrong", there[0], here[0])


def _ordinals_of(quantities: Iterable[Quantity]) -> list[Quantity]:
    return [each for each in quantities if each.kind == "ordinal"]


def _copies(zh_text: str, en_text: str) -> Iterator[Mismatch]:
    """Yield the copies that each party has: 双方各执三份, "each holding two"."""
    there, here = _COPIES_ZH.search(zh_text), _COPIES_EN.search(en_text) or _COPIES_FOR_EN.search(en_text)
    if there is None or here is None:
        return
    one, other = _number(there["number"]), _number(here["number"].lower())
    if one and other and one != other:
        yield Mismatch(
            "wrong",
            Quantity(Fraction(one), *there.span("number")),
            Quantity(Fraction(other), *here.span("number")),
        )


def _great(zh: Sequence[Quantity], en: Sequence[Quantity]) -> Iterator[Mismatch]:
    """Yield the one great number that is a thousand times too great or small: 百万 as "a billion"."""
    there, here = ([each for each in said if each.value >= _MILLION] for said in (zh, en))
    if len(there) == len(here) == 1 and "loose" in {there[0].weight, here[0].weight}:
        factor = there[0].value / here[0].value
        if factor in {Fraction(1000), Fraction(1, 1000)} and not there[0].values & here[0].values:
            yield Mismatch("wrong", there[0], here[0])


_IN_ALL_ZH = re.compile(
    "等(?P<number>[二两三四五六七八九十]|\\d{1,2})(?:个|家)?(?:部门|部委|单位|机构|委办局|大?部|高校|院校|企业|国家|省份|城市)"
)
_OTHERS_EN = re.compile(r"\b(?:and|with) (?P<number>[a-z]+|\d{1,2}) other\b", re.IGNORECASE)


def _others(zh_text: str, en_text: str) -> Iterator[Mismatch]:
    """Yield the number of all that English gives to the others: 等五部门, "and five other departments"."""
    there, here = _IN_ALL_ZH.search(zh_text), _OTHERS_EN.search(en_text)
    one = there and _number(there["number"])
    if there and here and one and one == _number(here["number"].lower()):
        yield Mismatch(
            "wrong",
            Quantity(Fraction(one), *there.span("number")),
            Quantity(Fraction(one), *here.span("number")),
        )


def _number(numeral: str) -> int | None:
    if numeral.isdecimal():
        return int(numeral)
    return _WORDED.get(numeral) or _WORDED_ZH.get(numeral)


def _values(quantities: Iterable[Quantity]) -> frozenset[Fraction]:
    return frozenset(value for each in quantities for value in each.values)
