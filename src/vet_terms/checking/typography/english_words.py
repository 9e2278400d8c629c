"""Words of an English text that are wrong by their neighbours or their capitals, not by their spelling."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.english_names import small_names
from vet_terms.checking.typography.plain import plain, small_letter_runs
from vet_terms.language.scripts import HAN
from vet_terms.language.spelling import is_common, is_english
from vet_terms.language.tables import listed

_DOUBLED = re.compile(r"(?<![\w'’.-])([A-Za-z]+)( +)(\1)(?![\w'’-])", re.IGNORECASE)
_MAY_STAND_TWICE = frozenset(
    listed(
        """
    had her his you who do no so very much many more long far too bye ha hey ho oh la da na tut knock
    hear there now well yeah yes aye chop win cha tuk bon pom same blah really quite again never ever pretty
    half walla woo boo choo night night hush come sing yo go please twenty what mai dum doo tick
    """
    )
)
_CLAUSE = re.compile(
    r"\b(?:what\w*|where\w*|who|whoever|how|why|all|when|which\w*|thing|problem)\b[^.;]*$", re.IGNORECASE
)
"""What makes a subject of a clause that ends in a verb: what it is is a school."""
_GOVERNS = frozenset(listed("of in to for with on at from about do make made makes making without by like"))
"""Behind one of these the first "it" ends what goes before: without it it would not work."""
_POINTS = frozenset("那这该此")
"""With one of these in the source, "that that part" is right."""
_PARTICLES = frozenset({"in", "on", "up", "out", "off", "over", "by"})
_TAKES_PARTICLE = frozenset(
    listed(
        """
        is was are were be been being am it them him her us me you one what which where
        log logged logs logging sign signed signing check checked come comes came coming go goes went gone
        bring brings brought get gets got give gives gave given hand handed join joined move moved settle
        settled step stepped turn turned turning tune tuned walk walked drop dropped phase phased kick kicked
        carry carried hold held set put take takes took taken live lives lived stay stayed pass passed stand
        stood drive drove cross crossed fly flew hang hung keep kept run ran start started switch switched
        believe believed engage engaged moving living standing
        """
    )
)
"""Words that may have a particle of their own before the next one: the room it was in in May."""
_ALWAYS_A_SLIP = frozenset(
    listed("the a an of and to with for from at as or are were be been has have its their")
)
_LONG_NAME = 7
_DOUBLED_PAIR = re.compile(
    r"(?<![\w'’-])((?:of|in|to|for|on|at|by|with|from|and|as|is|are) (?:the|a|an|its|their|this|these|all))"
    r" \1(?![\w'’-])",
    re.IGNORECASE,
)


def doubled_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that stand twice where English has them once."""
    runs = small_letter_runs(reading.en)
    if not (any(map(operator.eq, runs, runs[1:])) or any(map(operator.eq, runs, runs[2:]))):
        return
    text = plain(reading.en)
    for found in _DOUBLED.finditer(text):
        first, gap, second = found.groups()
        word = first.lower()
        if word == "it" and _before(text, found.start()) in _GOVERNS:
            continue
        if word in {"is", "was"} and _CLAUSE.search(text, 0, found.start()):
            continue
        if word == "that" and not _POINTS.isdisjoint(reading.zh):
            continue
        if word in _MAY_STAND_TWICE or (len(word) == 1 and (first, second) not in {("a", "a"), ("A", "a")}):
            continue
        if first.isupper() and len(first) > 1 and word not in _ALWAYS_A_SLIP:
            continue
        if first[0].isupper() and second[0].isupper():
            if word not in _ALWAYS_A_SLIP and (len(word) < _LONG_NAME or not is_english(word)):
                continue
        elif word in _PARTICLES and _before(text, found.start()) in _TAKES_PARTICLE:
            yield _doubled(found, None, "info")
            continue
        sure = word in _ALWAYS_A_SLIP and gap == " " and second.islower()
        yield _doubled(found, first if sure else None, "warning")
    for found in _DOUBLED_PAIR.finditer(text):
        yield Slip(*found.span(), f"“{found[1]}” stands twice.", suggestion=found[1])


def _doubled(found: re.Match[str], replacement: str | None, severity: str) -> Slip:
    return Slip(
        *found.span(), f"The word “{found[1]}” stands twice.",
        "info" if severity == "info" else "warning", found[1], replacement,
    )  # fmt: skip


def _before(text: str, at: int) -> str:
    words = re.findall(r"[A-Za-z]+", text[max(0, at - 20) : at])
    return words[-1].lower() if words else ""


# What stands before is looked at behind the first letter, which is soon found.
_ARTICLE = re.compile(r"([Aa](?<![\w'’.&/-].)n?) ([“\"‘(]?)([A-Za-z][A-Za-z’'-]*|\d+(?:,\d{3})*)")
_SOUNDED_H = re.compile(
    r"h(?:igh|uge|undred|ome|uman|ealth|ouse|ands?\b|andbook|ard|alf|elp|ead|ope|app|old|all\b|igher|ybrid|ub\b)"
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)(?!st)")
_SPOKEN_YOU = re.compile(
    r"(?:uni(?:v|t|q|f|on|c|l|corn)|us(?:e|a|u)|ut(?:ili|op)|eu|ewe|ubiq|ura[nl]|uk(?:rain|ul)|uni\b|u-)|on(?:e|ce)(?![a-z])|one-"
)
_SPOKEN_VOWEL = re.compile(r"(?:[aio]|e(?!u|we)|un(?![ia])|up|ult|umb|urb|urg|ush|utt|utm)(?![a-z]?$)")
_LETTER_VOWELS, _LETTER_CONSONANTS = frozenset("AEFHILMNORSX"), frozenset("BCDGJKPQTUVWYZ")
_NOT_AFTER_A = frozenset(
    listed("and or in on at of is are as if it up to i o ii e u us am al el un une o’clock est et")
)
_EIGHT = re.compile(r"8\d*(?:,\d{3})*$|(?:11|18)(?:,\d{3})?$")


def wrong_articles(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield a before a vowel sound and an before a consonant, where the sound is sure."""
    text = plain(reading.en)
    for found in _ARTICLE.finditer(text):
        article, _, word = found.groups()
        # "Class A enterprises", "Vitamin A is": only the first word of a sentence is surely an article.
        if article == "A" and re.search(r"[\w,)] $", text[max(0, found.start() - 2) : found.start()]):
            continue
        other = _other_article(article.lower(), word)
        if other:
            start, end = found.span(1)
            right = other.capitalize() if article[0] == "A" else other
            yield Slip(start, end, f"“{article} {word}” should be “{right} {word}”.", suggestion=right)


_SPELT = frozenset({"MBA", "EMBA", "IHK", "AHK", "IT", "AI", "EU"})
"""Abbreviations that have a vowel, and yet are read letter by letter."""


def _other_article(article: str, word: str) -> str:
    """Return the article that a word needs instead of the one that it has; empty where that may be right."""
    lower = word.lower().replace("’", "'")
    if word[0].isdigit():
        spoken_vowel = bool(_EIGHT.match(word))
        return ("an" if article == "a" else "") if spoken_vowel else ("a" if article == "an" else "")
    if word.isupper() and 1 < len(word) < 7:
        if article == "a":
            spelt = not set(word) & set("AEIOUY") or word in _SPELT
            return "an" if word[0] in _LETTER_VOWELS and spelt else ""
        return "a" if word[0] in _LETTER_CONSONANTS else ""
    if not (word.islower() or word.istitle()) or len(lower.split("-")[0]) < 2:
        return "an" if article == "a" and re.match(r"(?:e|x)-[a-z]{3}", lower) else ""
    if article == "a":
        if lower in _NOT_AFTER_A or not is_english(lower.split("-")[0].split("'")[0]):
            return ""
        if _SILENT_H.match(lower):
            return "an"
        return "an" if _SPOKEN_VOWEL.match(lower) and not _SPOKEN_YOU.match(lower) else ""
    if lower[0] in "bcdfgjklmnpqrstvwz" or (lower[0] == "y" and lower[1] in "aeiou"):
        return "a" if word.islower() or is_common(lower) else ""
    return "a" if _SPOKEN_YOU.match(lower) or _SOUNDED_H.match(lower) else ""


_BEGINS_PLAINLY = re.compile(rf"[{HAN}]|\d+年")
"""A Chinese sentence: no list mark, no quote, no Latin name before it."""
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_NAME_PARTS = frozenset(listed("de van von der den del della di da al bin ibn la le du dos ter d l"))


def small_beginnings(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield sentences that begin with a small letter: the text itself, and those after a full stop in it."""
    text = plain(reading.en)
    zh = reading.zh.rstrip(" ”’\"'）)》」』")
    first = text[:1]
    if first.islower() and zh.endswith(("。", "！", "？")) and _BEGINS_PLAINLY.match(reading.zh):
        word = _WORD.match(text)
        ends = text.rstrip(" ”’\"')")[-1:] in {".", "!", "?"}
        goes_on = word is not None and word.group() in {"and", "or", "but"}
        if word and ends and not goes_on and _may_be_raised(word.group()):
            yield Slip(0, 1, "The sentence begins with a small letter.", suggestion=first.upper())
    for stop in _AFTER_STOP.finditer(text) if _STOP_AND_SMALL.search(text) else ():
        before, after = stop.groups()
        if (
            before.lower() not in _SHORTENED
            and _is_word(before)
            and _may_be_raised(after)
            and is_english(after)
        ):
            at = stop.start(2)
            yield Slip(at, at + 1, "After a full stop comes a capital.", suggestion=after[0].upper())


_STOP_AND_SMALL = re.compile(r"\. ?[a-z]")
_AFTER_STOP = re.compile(r"(?<![\w.&-])([A-Za-z]{2,}|\d{4}|%)\. ?([a-z]{2,})(?![\w.’'-])(?<! [A-Z])")
_SHORTENED = frozenset(
    listed(
        """
    etc vs al cf eg ie co ltd inc corp llc plc no nos vol vols fig figs pp ed eds approx dept univ assoc prof
    dr mr mrs ms st mt jr sr gen col capt lt sgt rev hon gov sen rep pres est ext tel fax esp resp incl excl
    max min avg temp dist div sec ch art para app ref refs jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thurs fri sat sun ave blvd rd bldg rm fl trans orig repr rpt ser suppl std mfg
    intl natl
    """
    )
)


def _is_word(before: str) -> bool:
    return before[0].isdigit() or before == "%" or (before.islower() and len(before) > 1) or len(before) > 4


def _may_be_raised(word: str) -> bool:
    return word.isalpha() and word.islower() and len(word) > 1 and word not in _NAME_PARTS


_CAPITAL_INSIDE = re.compile("[A-Z](?<=[A-Za-z].)")
_CAPITALS = re.compile(
    r"(?<![\w-])(?:[A-Z]{2,}[a-z]{2,}|[A-Z]{2}[a-z]|[a-z][A-Z]{2,}|[a-z][A-Z][a-z]+)(?![\w-])"
)


_LITTLE_AFTER_SEMICOLON = re.compile(
    r"[a-z]; (?P<word>To|The|A|An|In|On|Of|And|By|With|For|From|It|This|These|They|That|At|As|But|Or)"
    r"(?= [a-z])"
)


def _capitals_after_semicolons(text: str) -> Iterator[Slip]:
    """Yield little words with a capital after a semicolon; a list whose items all have one is a style."""
    if "; " not in text:
        return
    items = text.count("; ")
    found = list(_LITTLE_AFTER_SEMICOLON.finditer(text))
    if items > 1 and len(re.findall(r"; [A-Z]", text)) == items:
        return
    for match in found:
        word = match["word"]
        message = f"A capital follows a semicolon: “{word.lower()}”."
        yield Slip(*match.span("word"), message, suggestion=word.lower())


def slipped_capitals(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words whose capitals are a slip: EDucation, tHe, wednesday, a little word after a semicolon."""
    yield from _capitals_after_semicolons(reading.en)
    if reading.zh and not reading.en.isupper():
        yield from small_names(reading)
    text = plain(reading.en)
    for found in _CAPITALS.finditer(text) if _CAPITAL_INSIDE.search(text) else ():
        word = found.group()
        lower = word.lower()
        # DVDs, PhDs, NGOers: what is left without its last letters are capitals of an abbreviation.
        if word.rstrip("s").isupper() or word in reading.zh or not is_common(lower) or len(lower) < 3:
            continue
        rest = word.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if 2 < len(rest) < 5 and is_english(rest):
            continue
        right = lower.capitalize() if word[0].isupper() else lower
        yield Slip(*found.span(), f"The capitals of “{word}” are a slip.", suggestion=right)
