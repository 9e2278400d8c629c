"""English spans: what in an English sentence could be a term, acronyms, and base forms.

There is no grammar here, only what the writing shows: words, marks that no term crosses, quotes,
capitals, small words at which no term begins or ends. Which span is the right one is decided against
the Chinese; see :mod:`vet_terms.glossary.extraction.pairing`.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from vet_terms.language.lexicon import STOP_WORDS, english_lemma, is_general_english
from vet_terms.language.tables import listed

_TOKEN = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*(?:&[A-Z]+)?|\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*%?|&")
_COMPANY_TAIL = re.compile(
    r"(?:\s*\([A-Z][A-Za-z]+\)(?=,?\s*(?:Co|Ltd|Inc)\b))?,?\s*(?:Co\.?,?\s*)?(?:Ltd|Inc|LLC|Corp|Co)\.?(?![A-Za-z])"
)
_QUOTED = re.compile(r"“([^“”]{2,200}?)[”\"]|\"([^\"“”]{2,200})[\"”]|‘([^‘’]{2,100})’")
_NAME_WORD = r"(?:[A-Z][A-Za-z'’-]*|&|of|and|the|for|in)"
# Surnames that look like small words; "An" at the beginning is the article.
_SURNAME = re.compile(r"(?:\b(?:He|She|You)|(?<=[a-z,] )(?:An|So|Do|Can)) (?=[A-Z][a-z]{2,}(?![A-Za-z]))")
_EXPANSION = re.compile(rf"({_NAME_WORD}(?:(?:,? |-){_NAME_WORD})+) ?[(（]([A-Z][A-Za-z&-]{{1,9}})[)）]")
# A dash between spaces may join two names ("Liugong - LVTC Center"); one without spaces sets apart.
# A plus sign joins the members of a formula ("1+X certificate").
# A quotation may stand inside a term (“Dual System” vocational education).
_GAP_INSIDE = re.compile(r"\s*(?:[-–—/]|--)?\s+$|\s*$|-\s*$|/$|[”’\"]?\s+[“‘\"]?$|\s?[+＋]\s?$")
_EDGE_WORDS = frozenset(
    listed(
        """
    however therefore thus while still only just even each every both all some many much any other
    others several such same so-called second third fourth fifth one two three four five six seven
    eight nine ten including include included further actively fully jointly vigorously according
    based co ltd inc corp llc etc
    """
    )
)
_INNER_WORDS = frozenset(
    listed(
        """
    of and for the in to on with by from a an into under at between
    """
    )
)
_PLURALS_KEPT = frozenset(
    listed(
        """
    services goods affairs news sports economics mathematics statistics logistics physics politics
    ethics electronics mechanics resources communications humanities characteristics studies arts
    works media data people headquarters series species premises savings earnings belongings means
    ceramics robotics graphics
    """
    )
)
LONGEST = 12
LEGAL_FORMS = frozenset({"Co", "Ltd", "Inc", "Corp", "LLC", "Limited", "Company"})
"""Words that end the name of a company."""


@dataclass(frozen=True, slots=True)
class Word:
    """An English word with its base form and place."""

    text: str
    lemma: str
    start: int
    end: int
    segment: int
    """Words with the same number have no mark between them that a term cannot cross."""
    is_name: bool = False
    """Whether a small word is a surname by its capital and the next one's (He Jianguo)."""

    @property
    def is_content(self) -> bool:
        """Whether the word carries meaning of its own."""
        return self.is_name or (self.text.lower() not in STOP_WORDS and self.text != "&")

    @property
    def is_capitalised(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class EnglishSentence:
    """A sentence as words, with the quoted stretches (character spans) and acronyms it explains."""

    text: str
    words: tuple[Word, ...]
    quotes: tuple[tuple[int, int], ...]
    expansions: tuple[tuple[str, str], ...]
    """Pairs of full name and acronym, as "Liuzhou Vocational & Technical College (LVTC)" gives them."""


def analyse(text: str) -> EnglishSentence:
    """Return the words, quotes and explained acronyms of an English sentence."""
    words: list[Word] = []
    segment = 0
    quotes = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]
    marks = {place for start, end in quotes for place in (start - 1, end)}
    surnames = {match.start() for match in _SURNAME.finditer(text)}
    for match in _TOKEN.finditer(text):
        if words and not _is_gap_inside(text, words[-1].end, match.start(), marks):
            segment += 1
        words.append(
            Word(
                match.group(), english_lemma(match.group()), *match.span(), segment, match.start() in surnames
            )
        )
    unclosed = text.rfind("“")
    if unclosed >= 0 and not re.search('[”"]', text[unclosed:]):
        quotes.append((unclosed + 1, len(text.rstrip(" .;"))))
    return EnglishSentence(text, tuple(words), tuple(quotes), tuple(expansions(text)))


def expansions(text: str) -> list[tuple[str, str]]:
    """Return full name and acronym where the acronym in brackets is made of the name's initials."""
    found = []
    for match in _EXPANSION.finditer(text):
        words = match.group(1).split()
        for first in range(len(words)):
            name = " ".join(words[first:])
            # The place at the end is often left out of the acronym (RUA, of Cambodia).
            short = re.sub(r" (?:of|in) (?:the )?[A-Z][A-Za-z]+$", "", name)
            if words[first][:1].isupper() and any(is_acronym_of(match.group(2), n) for n in (name, short)):
                found.append((name, match.group(2)))
                break
    return found


def is_acronym_of(acronym: str, name: str) -> bool:
    """Return whether an acronym is made of the initials of a name's content words, in order, all of them."""
    if not re.fullmatch(r"[A-Z][A-Za-z&-]{1,9}", acronym):
        return False
    letters = initials(name)
    return len(letters) > 1 and acronym.replace("&", "").replace("-", "").upper() == letters


def initials(name: str) -> str:
    """Return the initials of a name's content words, as capitals."""
    words = re.findall(r"[A-Za-z]+", name)
    return "".join(word[0] for word in words if word.lower() not in STOP_WORDS).upper()


def is_acronym(text: str) -> bool:
    """Return whether a text is one word in capitals ("LVTC") and no Roman number."""
    return not re.fullmatch(r"[IVXLC]+", text) and bool(re.fullmatch(r"[A-Z][A-Z&]{1,9}", text))


def is_title(text: str) -> bool:
    """Return whether a text is written as a name: several words, each with a capital but small ones."""
    words = [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() not in STOP_WORDS]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def spans(sentence: EnglishSentence) -> list[tuple[int, int]]:
    """Return the spans (first word, last word + 1) that may be a term.

    They begin and end in a content word, cross no mark, cut no hyphenated word and no number, and
    hold at most LONGEST words. A quotation is a span as it stands, marks inside it included.
    """
    words = sentence.words
    found = set()
    for first in range(len(words)):
        if not _may_begin(sentence, first) or _is_joined(sentence, first - 1):
            continue
        for last in range(first, min(len(words), first + LONGEST)):
            word = words[last]
            if word.segment != words[first].segment:
                break
            if not word.is_content and word.text != "&" and word.text.lower() not in _INNER_WORDS:
                break
            if (
                _is_edge(word)
                and not _is_joined(sentence, last)
                and not _cuts_quotation(sentence, words[first].start, word.end)
            ):
                found.add((first, last + 1))
    for start, end in sentence.quotes:
        inside = [index for index, word in enumerate(words) if start <= word.start and word.end <= end]
        if inside:
            found.add((inside[0], inside[-1] + 1))
    return sorted(found)


def span_text(sentence: EnglishSentence, first: int, last: int) -> str:
    """Return the text of a span; a company's legal form after it ("Co., Ltd.") belongs to it."""
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    for opening, close in sentence.quotes:
        # A quotation at either end of a longer term keeps its marks.
        if start <= opening and close <= end and (start, end) != (opening, close):
            start, end = min(start, max(0, opening - 1)), max(end, close + 1)
    tail = _COMPANY_TAIL.match(sentence.text, end)
    if tail and tail.end() > end and sentence.words[last - 1].is_capitalised:
        end = tail.end()
    return tidy(sentence.text[start:end])


def tidy(text: str) -> str:
    """Return a term with its spaces single and hyphens closed where the layout had opened them."""
    plain = re.sub(r"\s+", " ", text).strip(" ,;:.") if not text.rstrip().endswith("td.") else text
    plain = re.sub(r"\s+", " ", plain).strip()
    plain = re.sub(r"\s--\s", " - ", plain)
    return re.sub(r"(?<=\w)-\s+(?=\w)|(?<=\w)\s+-(?=\w)", "-", plain)


def base_form(text: str, *, is_name: bool) -> str:
    """Return the form for a glossary: names as they stand, other terms in lower case and singular.

    Only words that general English writes in lower case lose their capital; the head (the last word,
    or the word before "of") becomes singular unless the plural has a meaning of its own.
    """
    # Text layers of PDF files lose the space after a short word ("theImplementation").
    plain = re.sub(r"^(?:(?:[Tt]he|[Aa]n?) |the(?=[A-Z]))", "", tidy(text))
    plain = re.sub(r"['’]s$", "", plain)
    if is_name:
        return plain
    words = [
        word.lower()
        if not is_acronym(word) and all(map(is_general_english, word.lower().split("-")))
        else word
        for word in plain.split(" ")
    ]
    # North of "North Macedonia" is a part of the name.
    for index, word in enumerate(plain.split(" ")[:-1]):
        if word[:1].isupper() and words[index + 1][:1].isupper() and not is_acronym(words[index + 1]):
            words[index] = word
    if "and" not in words and "of" not in words and "," not in plain:
        words[-1] = singular(words[-1])
    return " ".join(words)


def is_general_word(word: str) -> bool:
    """Return whether general English writes a word in lower case and it is no acronym."""
    return not is_acronym(word) and is_general_english(word)


def singular(word: str) -> str:
    """Return the singular of a plural noun in lower case; any other word as it is."""
    if word in _PLURALS_KEPT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return english_lemma(word)


def key(text: str) -> str:
    """Return the form under which two English terms count as the same: base forms of content words."""
    return " ".join(
        english_lemma(word)
        for word in re.findall(r"[A-Za-zÀ-ɏ0-9]+(?:'s)?", text.replace("’", "'"))
        if word.lower() not in STOP_WORDS
    )


def _is_edge(word: Word) -> bool:
    lowered = word.text.lower()
    return word.is_content and not word.text[0].isdigit() and lowered not in _EDGE_WORDS


def _may_begin(sentence: EnglishSentence, index: int) -> bool:
    """Return whether a term may begin with a word; with a number only where a plus sign follows ("1+X")."""
    word = sentence.words[index]
    return _is_edge(word) or (word.text.isdigit() and sentence.text[word.end : word.end + 1] in {"+", "＋"})


def _is_gap_inside(text: str, start: int, end: int, marks: Container[int]) -> bool:
    """Return whether what stands between two words can be inside a term; a lone quotation mark cannot."""
    lone = any(text[place] in '“”"' and place not in marks for place in range(start, end))
    return not lone and bool(_GAP_INSIDE.match(text[start:end]))


def _cuts_quotation(sentence: EnglishSentence, start: int, end: int) -> bool:
    """Return whether a stretch holds a part of a quotation and more, or ends with one it does not begin.

    A quotation before its noun (“Dual System” vocational education) is a part of the term; what stands
    before a quotation mostly governs it (held “…”).
    """
    for opening, close in sentence.quotes:
        apart = end <= opening or close <= start
        within = opening <= start and end <= close
        if not (apart or within or (start <= opening and close < end)):
            return True
    return False


def _is_joined(sentence: EnglishSentence, index: int) -> bool:
    """Return whether a hyphen without spaces joins the word to the next one."""
    if not 0 <= index < len(sentence.words) - 1:
        return False
    gap = sentence.text[sentence.words[index].end : sentence.words[index + 1].start]
    return gap.strip() in {"-", "/", "+", "＋"} and len(gap) <= 2 and gap != " - "
