"""The bounds of an English number: more than, up to, nearly, about; or more, -odd."""

from __future__ import annotations

import re

from vet_terms.language.quantity import Bound, after, before, bound_of_sign
from vet_terms.language.words_en import DENYING_WORDS, Words

_LEFT = re.compile(
    r"(?<![a-z])(?:(?P<less>(?:less|fewer|lower|smaller|(?:not|no) (?:more|greater|higher|larger|older)) than"
    r"|before (?:[a-z]+ ){0,3}(?:turn(?:ed|ing)|reach(?:ed|ing))|under|below|at most|within"
    r"|not (?:to )?exceed(?:ing)?|up to|a maximum of|capped at|limited to)"
    r"|(?P<more>(?:more|greater|higher|larger|no less|no fewer|not less|not fewer) than"
    r"|over|above|at least|beyond|exceed(?:s|ed|ing)?|in excess of|upwards? of|surpass(?:es|ed|ing)?"
    r"|topp(?:ed|ing)|\btops|\b(?:pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|breach(?:ed|es|ing)?)"
    r"|br(?:oke|eaks?|eaking|oken) through|a minimum of)"
    r"|(?P<nearly>nearly|almost|close to|approach(?:ing|es|ed)?|just short of)"
    r"|(?P<about>about|around|approximately|approx\.?|roughly|some|circa|an estimated))"
    r"\s+(?:(?:a|an|the)\s+)?(?:total of\s+)?(?:US\$|HK\$|[$¥€£]|RMB|CNY)?\s?¥?\s?$",
    re.IGNORECASE,
)
_ENDS_LEFT = (
    "than", "turned", "turning", "reached", "reaching",
    "under", "below", "at most", "within", "exceed", "exceeds", "exceeded", "exceeding", "up to",
    "maximum of", "capped at", "limited to", "over", "above", "at least", "beyond", "excess of",
    "upward of", "upwards of", "surpass", "surpasses", "surpassed", "surpassing", "topped", "topping", "tops",
    "pass", "passed", "passes", "passing", "cross", "crossed", "crosses", "crossing", "breach", "breached",
    "breaches", "breaching", "through", "minimum of", "nearly", "almost", "close to", "approach",
    "approaches", "approached", "approaching",
    "short of", "about", "around", "approximately", "approx", "approx.", "roughly", "some", "circa",
    "estimated", "total of", "rmb", "cny",
)  # fmt: skip
"""With what the words before a bounded number end, in lower case, without article and sign of money."""
_SINGLE: tuple[tuple[Bound, str], ...] = (
    ("less", "under below within"),
    ("more", "over above beyond surpass surpasses surpassed surpassing topped topping tops"),
    ("nearly", "nearly almost approach approaches approached approaching"),
    ("about", "about around approximately approx approx. roughly some circa"),
)
_ONE_WORD = {word: bound for bound, words in _SINGLE for word in words.split()}
"""Bounds of one word, which most are; "exceed" may be denied."""
_ARTICLES = ("a", "an", "the")
_LAST_TWO = frozenset(end[-2:] for end in _ENDS_LEFT)
_TAILS = _LAST_TWO.union(article[-2:] for article in _ARTICLES)
_MONEY_SIGNS = frozenset("$¥€£")
_RIGHT = re.compile(
    r"(?P<more>\+|-plus\b| (?:or|and) (?:more|above|over|older|upwards?|higher)\b"
    r"|(?: [a-z]++){1,2} (?:or (?:more|above|older|higher)|and (?:above|over))\b)"
    r"|(?P<less>(?: [a-z]++){0,2} (?:or (?:less|fewer|under|younger|lower|below)|and (?:below|under))\b)"
    r"|(?P<about> or so\b|-odd\b| odd\b)",
    re.IGNORECASE,
)
_IN_RIGHT = (" or ", " and ", " odd")
_LEFT_BOUNDS: tuple[Bound, ...] = ("less", "more", "nearly", "about")
# "No class has more than 40 students", "does not exceed 40"
_DENIED = re.compile(
    r"\b(?:no|not|never|neither|nor|cannot|none)\b(?! (?:only|more|less|fewer|later|greater|higher)\b)"
    r"[^,.;:]*$",
    re.IGNORECASE,
)
# "has never dropped below 97%", "shall not be lower than 97%"
_NEVER_LESS = re.compile(
    r"(?:\b(?:not|never|cannot|without)|n['’]t)(?: (?:once|yet|ever|be|been|have|has|was|were))*"
    r"(?: (?:drop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|dip(?:s|ped|ping)?|s[aiu]nk(?:s|ing)?"
    r"|slip(?:s|ped|ping)?"
    r"|go(?:ne|ing)?|went|slid(?:e|ing)?|declin(?:e|ed|ing)|c[ao]m(?:e|ing)))?$",
    re.IGNORECASE,
)
_UNDER = frozenset({"below", "under", "less than", "fewer than", "lower than", "smaller than"})
_LIMIT = re.compile(
    r"\b(?:(?P<less>max(?:imum)?|(?:upper )?limit)|(?P<more>min(?:imum)?|lower limit))\b\.?"
    r"(?:(?: [a-z-]+){0,5}?(?::| is| are| be)|(?<=ax)|(?<=in)|(?<=\.))\s?$",
    re.IGNORECASE,
)
"""Maximum file size: 20 MB."""
_LIMIT_BEHIND = re.compile(
    r"\s?[a-z%]*,? (?:(?P<less>max(?:imum)?)|(?P<more>minimum|(?<=[a-z%] )min))\b", re.IGNORECASE
)
_LIMITS = frozenset({"max", "maximum", "min", "minimum", "limit"})
_SIGNS: dict[str, Bound] = {"≥": "more", "⩾": "more", "≤": "less", "⩽": "less"}
# "over 24 hours" is mostly the time that something took.
_DURATION = re.compile(r"[\s-](?:hours?|days?|weeks?|months?|years?|decades?)\b", re.IGNORECASE)


def ends_in_bound(preceding: str) -> bool:
    """Tell whether a text may end in what bounds the number after it."""
    said = preceding.rstrip()
    tail = said[-2:].lower().lstrip()
    if tail not in _TAILS:
        return tail[-1:] in _MONEY_SIGNS
    said = said.lower()
    if said.endswith(_ARTICLES):
        *rest, last = said.rsplit(None, 1)
        said = "".join(rest) if last in _ARTICLES else said
    return said[-2:] in _LAST_TWO and said.endswith(_ENDS_LEFT)


def bound_of(text: str, words: Words, start: int, end: int) -> Bound:
    """Return how the words around a number bound it."""
    # Each bound is followed by a space, and perhaps by an article or a currency.
    preceding = before(text, start)
    if preceding.endswith("±"):
        return "exact"
    if not text.isascii() and (sign := _SIGNS.get(preceding.rstrip()[-1:])):
        return sign
    if compared := bound_of_sign(text, start):
        return compared
    if ends_in_bound(preceding) and (bound := _bound_before(text, words, preceding, end)):
        return bound
    if words.trails_bound:
        following = after(text, end).lower()
        if following[:1] in {"+", "-"} or any(word in following for word in _IN_RIGHT):
            right = _RIGHT.match(text, end)
            if right:
                return "more" if right["more"] else "less" if right["less"] else "about"
    if not _LIMITS.isdisjoint(words.said):
        limit = _LIMIT.search(preceding) or _LIMIT_BEHIND.match(text, end)
        if limit:
            return "more" if limit["more"] else "less"
    return "exact"


def _bound_before(text: str, words: Words, preceding: str, end: int) -> Bound | None:
    """Return the bound that what stands before a number ends in; None if it says how long something took."""
    said = preceding.rstrip()
    word = said.rpartition(" ")[2].lower()
    bound, at = _ONE_WORD.get(word), len(said) - len(word)
    if bound is None or len(said) == len(preceding):
        left = _LEFT.search(preceding)
        if left is None:
            return None
        at, word = left.start(), left[left.lastgroup or ""].lower()
        bound = next(bound for bound in _LEFT_BOUNDS if left[bound])
    if word == "over" and _DURATION.match(text, end):
        return None
    if bound == "less" and word in _UNDER and _NEVER_LESS.search(preceding[:at].rstrip()):
        return "more"
    if bound == "more" and not DENYING_WORDS.isdisjoint(words.telling) and _DENIED.search(preceding, 0, at):
        return "less"
    return bound
