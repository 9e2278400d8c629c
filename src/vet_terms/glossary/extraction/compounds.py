"""Chinese noun compounds: which runs of words in a sentence may be a term.

They follow the grammar of Chinese terms (ISO 704 would call them designations): nouns and verbal nouns
with adjectives, distinguishing words and names before them; a verb only inside or, after a noun, at
the end. Which of the runs are terms is not decided here; see :mod:`termhood`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from vet_terms.glossary.extraction.spans import QUOTE_MARKS, ChineseSpan, without_marks
from vet_terms.glossary.extraction.typing import EVENT_ENDINGS
from vet_terms.glossary.extraction.vocabulary import (
    ATTENDING,
    CEREMONIES,
    EMPTY_HEADS,
    EMPTY_TAILS,
    GENERIC,
    GOVERNING,
    JOINING,
    NAME_HEADS,
    SCOPES,
    TRANSITIVE,
)
from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.entities import Entity
from vet_terms.language.lexicon import is_known, is_proper_noun
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import Token
from vet_terms.language.words import general_frequency, words

_OUTSIDE = frozenset({"c", "LOC", "ORG", "v", "vd", "m"})
_PRAISE = re.compile(r"(?:高.{1,2}|一流)$")
_NOUN_TAGS = frozenset({"n", "nz", "vn", "an", "nw"})
_MODIFIER_TAGS = frozenset({"a", "s", "LOC", "ORG", "vd", "ad"})
_MODIFIER_TIMES = frozenset({"现代", "当代", "新时代", "近代"})
_HAN_WORD = re.compile(rf"[{HAN}A-Za-z0-9]+$")
_LONGEST_COMPOUND = 7
_LONGEST_OPENING = 3
_SPEAKER = frozenset({"学校", "学院", "本报", "本校", "我校", "该校", "全校"})
_RANKS = frozenset({"组织部", "宣传部", "章程"})
_NOMINAL_ENDINGS = frozenset("制化率群链库岗型性")
_TIME = re.compile(r"[年月日世纪今昨早晚午夜季周末]|时代|时期|期间|近代|\d")


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words with what the tagger cuts off or mistakes put right, as terms need it.

    A nominal ending is joined to its noun (学徒|制, 专业|群), and a "time" that says nothing of time is
    a noun (现代学徒制).
    """
    joined: list[Token] = []
    for token in tokens:
        if token.tag == "TIME" and len(token.text) > 3 and not _TIME.search(token.text):
            token = Token(token.text, "nz", token.start, token.end)
        if _is_broken(token.text) and token.text[0] in _NOMINAL_ENDINGS and joined and joined[-1].tag == "m":
            cut = token.start + 1
            joined.append(Token(token.text[0], "k", token.start, cut))
            token = Token(token.text[1:], token.tag, cut, token.end)
        if token.tag == "vn" and token.text.endswith("化") and not _is_plain(token.text):
            # A verb made for the sentence (示范化) is no noun.
            token = Token(token.text, "v", token.start, token.end)
        last = joined[-1] if joined else None
        if last is not None and last.text + token.text in ABBREVIATED:
            joined[-1] = Token(last.text + token.text, "n", last.start, token.end)
            continue
        if (
            last is not None
            and token.text in _NOMINAL_ENDINGS
            and last.tag in {"n", "nz", "vn", "v"}
            and len(last.text) > 1
            and _HAN_WORD.match(last.text)
        ):
            whole = last.text + token.text
            tag = "n" if token.text != "化" else "vn" if _is_plain(whole) else "v"
            joined[-1] = Token(last.text + token.text, tag, last.start, token.end)
        else:
            joined.append(token)
    return tuple(joined)


def compounds(text: str, tokens: Sequence[Token], names: Sequence[Entity]) -> list[ChineseSpan]:
    """Return all runs of words in a sentence that have the build of a term, nested ones included."""
    found = []
    for run in _runs(tokens, names):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + _LONGEST_COMPOUND)):
                part = run[first : last + 1]
                if _is_compound(part) and (
                    part[-1].tag != "v" or part[0].text in ABBREVIATED or _ends_phrase(text, part[-1].end)
                ):
                    start, end = part[0].start, part[-1].end
                    found.append(
                        ChineseSpan(
                            without_marks(text[start:end]),
                            start,
                            end,
                            "compound",
                            None,
                            _tags(part),
                            _neighbour(run, first - 1, is_after=False),
                            _neighbour(run, last + 1, is_after=True),
                        )
                    )
    return found


def _neighbour(run: Sequence[Token], index: int, *, is_after: bool) -> str:
    """Return the word beside a compound that could be of it: no name, verb, "and", or ceremony."""
    if not 0 <= index < len(run) or run[index].tag in _OUTSIDE:
        return ""
    # An adjective opens a new phrase; an empty or praising word before a term is none of it.
    if is_after and run[index].tag in {"a", "ad"}:
        return ""
    if not is_after and (run[index].text in EMPTY_HEADS or _PRAISE.match(run[index].text)):
        return ""
    if index + 1 < len(run) and run[index + 1].text in CEREMONIES:
        return ""
    return run[index].text


def _runs(tokens: Sequence[Token], names: Sequence[Entity]) -> list[list[Token]]:
    """Return the longest runs of words that compounds may be made of; a name is not cut in two."""
    runs: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        name = next((name for name in names if name.start <= token.start < name.end), None)
        if name and (name.start, name.end) != (token.start, token.end):
            if token.start == name.start:
                runs[-1].append(Token(name.text, "ORG", name.start, name.end))
            continue
        if (
            not runs[-1]
            and token.text in _SPEAKER
            and index + 1 < len(tokens)
            and tokens[index + 1].text not in _RANKS
        ):
            # The paper's own school says whose a thing is.
            runs.append([])
        elif _joins(tokens, index):
            runs[-1].append(token)
        else:
            quoted = _quoted_head(tokens, index) if token.text in "”’" else []
            before = [run for run in runs if run][-1:]
            if (
                quoted
                and before
                and before[0][-1].end == quoted[0].start
                and _calls_event(before[0], tokens, index)
            ):
                quoted = before[0] + quoted
            runs.append(quoted)
    return [run for run in runs if run]


def _calls_event(before: Sequence[Token], tokens: Sequence[Token], close: int) -> bool:
    """Return whether words before a quotation and it begin an event's name (中国国际“互联网+”…大赛)."""
    after = itertools.takewhile(lambda token: token.tag in _NOUN_TAGS, tokens[close + 1 :])
    ends = [token.text.endswith(EVENT_ENDINGS) for token in after]
    begins = before[0].tag in {"LOC", "m"} or before[0].text in SCOPES
    return begins and len(before) <= _LONGEST_OPENING and any(ends)


def _quoted_head(tokens: Sequence[Token], close: int) -> list[Token]:
    """Return a short quotation as one word, for compounds such as “双元制”职业教育基地."""
    opening = next((i for i in range(close - 1, -1, -1) if tokens[i].text in "“‘"), None)
    if opening is None or close + 1 >= len(tokens) or not _joins(tokens, close + 1):
        return []
    inside = tokens[opening + 1 : close]
    if not inside or inside[-1].end - inside[0].start > 8 or any(token.tag == "w" for token in inside):
        return []
    text = tokens[opening].text + "".join(token.text for token in inside) + tokens[close].text
    return [Token(text, "nz", tokens[opening].start, tokens[close].end)]


def _joins(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not _HAN_WORD.match(token.text):
        return False
    if token.text in GOVERNING:
        return False
    if token.tag in _NOUN_TAGS or token.tag in _MODIFIER_TAGS or token.text in ABBREVIATED:
        return True
    if token.tag == "TIME":
        return token.text in _MODIFIER_TIMES
    if token.tag == "c":
        return (
            token.text in {"与", "和"}
            and 0 < index < len(tokens) - 1
            and (tokens[index - 1].tag == tokens[index + 1].tag == "vn")
        )
    if token.tag == "m":
        return bool(re.match(r"第.+[期届批次轮]$", token.text))
    return token.tag == "v" and len(token.text) >= 2 and token.text not in TRANSITIVE


def _is_compound(run: Sequence[Token]) -> bool:
    first, last = run[0], run[-1]
    is_event = len(run) > 2 and last.text.endswith(EVENT_ENDINGS)
    if (first.text in EMPTY_HEADS and not (is_event and first.text in SCOPES)) or last.text in EMPTY_TAILS:
        return False
    if any(_is_broken(word.text) for word in run):
        return False
    if len(run) == 1:
        return _stands_alone(first)
    if len(run) == 2 and first.text[0] in QUOTE_MARKS and last.text in GENERIC:
        return False
    if any(word.tag in {"LOC", "ORG"} for word in run[1:]) or all(
        word.tag in {"LOC", "ORG"} or (word.text in GENERIC and len(run) == 1) for word in run
    ):
        return False
    if first.tag == "v" and first.text not in ABBREVIATED:
        return len(run) == 2 and last.text in CEREMONIES and first.text not in ATTENDING
    if len(run) > 2 and first.text in TRANSITIVE and first.tag == "vn":
        # 服务|职教|强区 is a verb and its object, whatever the tagger says.
        return False
    if any(word.tag == "c" for word in run):
        return _is_joined_pair(run)
    if first.tag == "ORG" and not _may_begin_with_name(run):
        return False
    if first.tag in {"ad"} or (first.tag == "a" and len(first.text) < 2):
        return False
    verbs = [
        position for position, word in enumerate(run) if word.tag == "v" and word.text not in ABBREVIATED
    ]
    if last.tag in _NOUN_TAGS or last.text in ABBREVIATED:
        return not verbs or (len(run) >= 4 and len(verbs) <= 2) or (len(run) == 3 and verbs == [1])
    # Noun and verb in four characters name an activity (海外办学); longer ones are sentences.
    return (
        last.tag == "v"
        and len(run) == 2
        and last.end - first.start == 4
        and (first.text in ABBREVIATED or (verbs == [1] and first.tag in {"n", "s", "vd"}))
    )


def _tags(run: Sequence[Token]) -> tuple[str, ...]:
    """Return the tags of a compound; set phrases with a shortened word (产教融合) count as nouns."""
    tags = ["quote" if token.text[0] in QUOTE_MARKS else token.tag for token in run]
    for index, token in enumerate(run):
        joining = index and run[index - 1].text in ABBREVIATED and token.text in JOINING
        if token.text in ABBREVIATED or (token.tag == "v" and (joining or run[-1].text in CEREMONIES)):
            tags[index] = "vn"
    return tuple(tags)


def _is_joined_pair(run: Sequence[Token]) -> bool:
    """Return whether a compound ends in two verbal nouns joined by a word for "and" (交流与合作)."""
    return (
        len(run) >= 3
        and run[-2].tag == "c"
        and (run[-3].tag, run[-1].tag) == ("vn", "vn")
        and not any(word.tag in {"c", "v", "LOC", "ORG"} for word in run[:-3])
    )


def _may_begin_with_name(run: Sequence[Token]) -> bool:
    """Return whether an institution may begin a compound: 东盟国家, 教育厅厅长; not 柳工产业发展需求."""
    name = run[0].text
    if not is_proper_noun(name) and _is_plain(name):
        return True
    return len(run) == 2 and run[1].text in NAME_HEADS


def _is_plain(word: str) -> bool:
    return is_known(word) or general_frequency(word) > 0


def _is_broken(word: str) -> bool:
    """Return whether a supposed word is the end of one and another (制工程 in 两年制工程机械)."""
    return (
        not _is_plain(word)
        and len(word) > 2
        and len(words(word)[0]) == 1
        and re.match(f"[{HAN}]", word) is not None
    )


def _ends_phrase(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in "，、。；：！？,.;:!?）)”"


def _stands_alone(word: Token) -> bool:
    if (
        word.text in GENERIC
        or word.text in ABBREVIATED
        or word.tag not in {"n", "nz", "vn", "ORG"}
        or not re.search(f"[{HAN}]", word.text)
    ):
        return False
    # A two-character word must be rare in general text to be worth an entry.
    common = general_frequency(word.text)
    return common < 60 if len(word.text) == 2 else common < 3000 or len(word.text) >= 4
