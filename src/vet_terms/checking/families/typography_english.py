"""Rules on spaces, marks and capitals of the English side.

What they look for is in ``vet_terms.checking.typography``; here they have their names, reasons and examples.
A finding whose place to write is sure carries a replacement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.typography_english_examples import (
    ARTICLE_EXAMPLES,
    CAPITAL_EXAMPLES,
    CAPITAL_SLIP_EXAMPLES,
    CHINESE_QUOTES_EXAMPLES,
    DASH_EXAMPLES,
    DOUBLED_SPACE_EXAMPLES,
    DOUBLED_WORD_EXAMPLES,
    EDGE_SPACE_EXAMPLES,
    END_MARK_EXAMPLES,
    FULL_WIDTH_EXAMPLES,
    LIST_MARK_EXAMPLES,
    MISSING_SPACE_EXAMPLES,
    REPEATED_MARK_EXAMPLES,
    SPACE_AT_MARK_EXAMPLES,
)
from vet_terms.checking.rule import DocumentCheck, Noted, Rule
from vet_terms.checking.slips import reporting
from vet_terms.checking.typography import english_marks, english_spaces, english_words
from vet_terms.model import Finding

_GOES_ON = (";", ",", "；", "，")
_SMALL_BEGINNINGS = reporting("typography-english/capital", "target", english_words.small_beginnings)


def _note_beginning(reading: Reading, context: Context) -> tuple[bool, list[Finding]] | None:
    """Note small beginnings of a text, and whether the next text may go on with its sentence."""
    goes_on = reading.en.endswith(_GOES_ON)
    found = list(_SMALL_BEGINNINGS(reading, context))
    return (goes_on, found) if goes_on or found else None


def _conclude_beginnings(notes: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    after = -1
    for noted in notes:
        goes_on, found = noted.fact
        for each in found:
            if not (noted.position == after and each.span is not None and each.span.start == 0):
                yield noted.position, each
        after = noted.position + 1 if goes_on else -1


DOUBLED_SPACE = Rule(
    id="typography-english/doubled-space",
    severity="warning",
    summary="Two or more spaces stand between two words.",
    explanation=(
        "One space stands between words and between sentences. Spaces that lay out a form (six or more), "
        "and texts whose source has doubled spaces too, are left alone."
    ),
    bad=DOUBLED_SPACE_EXAMPLES.bad,
    good=DOUBLED_SPACE_EXAMPLES.good,
    check=reporting("typography-english/doubled-space", "target", english_spaces.doubled_spaces),
)

EDGE_SPACE = Rule(
    id="typography-english/edge-space",
    severity="warning",
    summary="A space stands before the first or after the last word, unlike in the source.",
    explanation=(
        "A space at the beginning shows in print. One at the end may be wanted, since it parts the "
        "sentence from the next, which Chinese does without: that is info. Spaces that the source has too "
        "are right."
    ),
    bad=EDGE_SPACE_EXAMPLES.bad,
    good=EDGE_SPACE_EXAMPLES.good,
    check=reporting("typography-english/edge-space", "target", english_spaces.edge_spaces),
)

SPACE_AT_MARK = Rule(
    id="typography-english/space-at-mark",
    severity="warning",
    summary="A space stands before a closing mark or after an opening one.",
    explanation=(
        "No space stands before a comma, full stop, colon, semicolon, question or exclamation mark, "
        "closing bracket or closing quote, and none after an opening bracket or quote. Per cent signs, "
        "dots before a word or number (.NET), ellipses, ratios (3 : 1) and smileys are left alone."
    ),
    bad=SPACE_AT_MARK_EXAMPLES.bad,
    good=SPACE_AT_MARK_EXAMPLES.good,
    check=reporting("typography-english/space-at-mark", "target", english_spaces.spaces_at_marks),
)

MISSING_SPACE = Rule(
    id="typography-english/missing-space",
    severity="warning",
    summary="A space is missing after a mark, beside a bracket or a quote, or between two words.",
    explanation=(
        "A space follows commas, stops, colons and semicolons, stands outside brackets and quotes, and "
        "parts words that run together (theImplementation, 29colleges). Web addresses, file names, "
        "placeholders, numbers, times, initials (Ph.D., U.S.), single letters (a,b), optional parts in "
        "brackets (teacher(s)) and names with capitals inside (JavaScript, iPhone) are left alone."
    ),
    bad=MISSING_SPACE_EXAMPLES.bad,
    good=MISSING_SPACE_EXAMPLES.good,
    check=reporting("typography-english/missing-space", "target", english_spaces.missing_spaces),
)

LIST_MARK = Rule(
    id="typography-english/list-mark",
    severity="warning",
    summary="A list mark runs into the word after it.",
    explanation=(
        "A space follows 1., (1), 1), I. and their like before the text of the item. Numbers with "
        "decimals and section numbers (1.2) are left alone."
    ),
    bad=LIST_MARK_EXAMPLES.bad,
    good=LIST_MARK_EXAMPLES.good,
    check=reporting("typography-english/list-mark", "target", english_spaces.unspaced_list_marks),
)

DASH = Rule(
    id="typography-english/dash",
    severity="warning",
    summary="A hyphen or a dash has a space on one side only, or two hyphens stand for one mark.",
    explanation=(
        "A range and a compound have no space at their hyphen. Hyphens left hanging (short- and "
        "long-term), negative numbers and dashes with a space on both sides are left alone; but where the "
        "Chinese joins two names with a hyphen, English does so without spaces too."
    ),
    bad=DASH_EXAMPLES.bad,
    good=DASH_EXAMPLES.good,
    check=reporting("typography-english/dash", "target", english_spaces.uneven_dashes),
)

FULL_WIDTH = Rule(
    id="typography-english/full-width",
    severity="warning",
    summary="Full-width marks, letters, digits or spaces stand in English.",
    explanation=(
        "，。；：（）、％ and full-width letters, digits and spaces belong to Chinese. Marks inside "
        "Chinese that is left in the text, and brackets that hold Chinese, are left to other rules."
    ),
    bad=FULL_WIDTH_EXAMPLES.bad,
    good=FULL_WIDTH_EXAMPLES.good,
    check=reporting("typography-english/full-width", "target", english_marks.full_width),
)

CHINESE_QUOTES = Rule(
    id="typography-english/chinese-quotes",
    severity="warning",
    summary="Chinese title marks or corner quotes stand around English.",
    explanation=(
        "《》〈〉「」『』【】 are Chinese. English sets the title of a work in italics or quotes, which a "
        "person must choose. Marks around Chinese are left alone."
    ),
    bad=CHINESE_QUOTES_EXAMPLES.bad,
    good=CHINESE_QUOTES_EXAMPLES.good,
    check=reporting("typography-english/chinese-quotes", "target", english_marks.chinese_quotes),
)

END_MARK = Rule(
    id="typography-english/end-mark",
    severity="warning",
    summary="The mark at the end does not answer the source's.",
    explanation=(
        "A sentence that ends with 。 ends with a full stop, a question with a question mark, an "
        "introduction with its colon. Quotes and brackets may stand before or after the mark, an "
        "abbreviation's dot is a full stop, an exclamation may be toned down. Very short texts, a full "
        "stop that only the target has, and one mark for another are info."
    ),
    bad=END_MARK_EXAMPLES.bad,
    good=END_MARK_EXAMPLES.good,
    check=reporting("typography-english/end-mark", "target", english_marks.end_mark),
)

REPEATED_MARK = Rule(
    id="typography-english/repeated-mark",
    severity="warning",
    summary="A mark is repeated, or two marks do not go together.",
    explanation=(
        "Two commas, two full stops, a comma before a full stop and their like are slips. Ellipses, the "
        "dot of an abbreviation before a comma (Co., Ltd.), ?! and !! are left alone."
    ),
    bad=REPEATED_MARK_EXAMPLES.bad,
    good=REPEATED_MARK_EXAMPLES.good,
    check=reporting("typography-english/repeated-mark", "target", english_marks.repeated_marks),
)

DOUBLED_WORD = Rule(
    id="typography-english/doubled-word",
    severity="warning",
    summary="A word stands twice.",
    explanation=(
        "Words that English may double (that that, had had, very very) and short names (Pago Pago, Lang "
        "Lang) are left alone; a preposition after a verb that may take it (moved in in May) is info."
    ),
    bad=DOUBLED_WORD_EXAMPLES.bad,
    good=DOUBLED_WORD_EXAMPLES.good,
    check=reporting("typography-english/doubled-word", "target", english_words.doubled_words),
)

ARTICLE = Rule(
    id="typography-english/article",
    severity="warning",
    summary="The article is a before a vowel sound, or an before a consonant.",
    explanation=(
        "The sound decides: a university, an hour, an MBA, an 80-year history. Only what is surely "
        "pronounced so is reported; an historic, abbreviations that may be read as a word, and names are "
        "left alone."
    ),
    bad=ARTICLE_EXAMPLES.bad,
    good=ARTICLE_EXAMPLES.good,
    check=reporting("typography-english/article", "target", english_words.wrong_articles),
)

CAPITAL = Rule(
    id="typography-english/capital",
    severity="warning",
    summary="A sentence begins with a small letter.",
    explanation=(
        "Looked at are whole sentences in both languages, and what follows a full stop inside a text. "
        "Items after a list mark, fragments, words in quotes, abbreviations (Co., etc.), names that "
        "begin small (iPhone, de Gaulle), and texts that go on where the one before them ended with a "
        "semicolon or a comma are left alone."
    ),
    bad=CAPITAL_EXAMPLES.bad,
    good=CAPITAL_EXAMPLES.good,
    over_document=DocumentCheck(_note_beginning, _conclude_beginnings),
)

CAPITAL_SLIP = Rule(
    id="typography-english/capital-slip",
    severity="warning",
    summary="The capitals of a word are a slip of the shift key, or stand inside a sentence.",
    explanation=(
        "A common word with two capitals at its beginning, or a small letter before capitals, was "
        "mistyped; a little word has no capital after a semicolon, unless all items of a list have one. "
        "Abbreviations with a plural s (DVDs), units (kWh), brands and words of the source are "
        "left alone."
    ),
    bad=CAPITAL_SLIP_EXAMPLES.bad,
    good=CAPITAL_SLIP_EXAMPLES.good,
    check=reporting("typography-english/capital-slip", "target", english_words.slipped_capitals),
)

RULES: tuple[Rule, ...] = (
    *(DOUBLED_SPACE, EDGE_SPACE, SPACE_AT_MARK, MISSING_SPACE, LIST_MARK, DASH),
    *(FULL_WIDTH, CHINESE_QUOTES, END_MARK, REPEATED_MARK),
    *(DOUBLED_WORD, ARTICLE, CAPITAL, CAPITAL_SLIP),
)
