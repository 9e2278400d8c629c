"""Two things compared, the other way round: 西部低于东部 as "the west is higher than the east".

`comparisons` reads what is compared with a norm; here both things are named, and either may stand first in
English. So the words of each are looked for on both sides of "than": the comparison is turned round if they
stand where they stand in the Chinese and the word of comparison is the contrary one, or if they have changed
places and the word is the same. What is denied, and a text with comparisons of both ways, tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vet_terms.checking.counterparts.answers import Content, chinese_contents, english_contents
from vet_terms.checking.counterparts.kinship import akin

_ONE, _OTHER = r"(?P<one>[^，。；：]{2,24}?)", r"(?P<other>[^，。；：]{2,16})"
_ADVERB = "(?:明显|显著|普遍|略|稍|远|大幅|要|都|还|更|均|总体)"
_MORE, _LESS = "高|多|大|强|快|好|优|长|早|贵|重", "低|少|小|弱|慢|差|短|晚|便宜|轻"
_THAN_ZH = (
    re.compile(rf"{_ONE}{_ADVERB}?(?:(?P<more>[{_MORE}])|(?P<less>[低少小弱慢短晚]))于{_OTHER}"),
    re.compile(
        rf"{_ONE}(?<![相对])比(?![例较重如赛])(?P<other>[^，。；：]{{2,16}}?){_ADVERB}?"
        rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?![于中部])"
    ),
    re.compile(
        rf"{_ONE}(?<![比相])[比较](?![例重如赛为大高多长强])(?P<other>[^，。；：]{{2,16}}?){_ADVERB}?"
        r"(?:(?P<more>增[加长多]|上升|提高|上涨)|(?P<less>减少|下降|降低|回落))"
    ),
)
_RATHER_ZH = re.compile(
    r"(?:比起|相比于?|相较于?)(?P<other>[^，。；：]{2,14})，[^，。；]{0,10}更(?:加)?"
    r"(?:(?P<more>看重|重视|注重|关注|关心|在意|喜欢|强调|需要|青睐|倾向于?)|(?P<less>不可能))(?P<one>[^，。；：]{2,14})"
)
"""比起证书，企业更看重能力."""
_MORE_EN = "higher|more|greater|larger|bigger|stronger|faster|better|longer|earlier|older|heavier"
_LESS_EN = "lower|less|fewer|smaller|weaker|slower|worse|poorer|shorter|later|younger|lighter|cheaper"
_THAN_EN = re.compile(
    rf"(?P<one>[^.;:]{{3,90}}?)\b(?:(?P<more>{_MORE_EN})|(?P<less>{_LESS_EN}))\b(?: [\w-]+){{0,4}}? than "
    r"(?P<other>[^.,;:]{3,70})",
    re.IGNORECASE,
)
_DENIES_ZH = re.compile("[不没未无非否难]")
_DENIES_EN = re.compile(
    r"\b(?:no|not|never|nor|neither|hardly|rarely|without|cannot)\b|n[’']t\b", re.IGNORECASE
)

Words = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Read:
    """The one comparison of both sides, and what the words of the two things mean, by where they stand."""

    said: re.Match[str]
    there: re.Match[str]
    one: Sequence[frozenset[str]]
    other: Sequence[frozenset[str]]
    before: Sequence[frozenset[str]]
    behind: Sequence[frozenset[str]]

    @property
    def ways(self) -> tuple[str, str]:
        """More or less, in the Chinese and in the English."""
        way, there = ("more" if match["more"] else "less" for match in (self.said, self.there))
        return way, there


def compared_the_other_way(
    zh: str, en: str, words: Callable[[], Words]
) -> tuple[str, tuple[int, int]] | None:
    """Return the Chinese word of comparison, and where the English one stands that says the contrary."""
    read = _read(zh, en, words)
    if read is None or read.ways[0] == read.ways[1] or not _answered(read.one, read.before):
        return None
    is_crossed = _answered(read.one, read.behind) or _answered(read.other, read.before)
    return None if is_crossed else (read.said[read.ways[0]], read.there.span(read.ways[1]))


def compared_in_exchange(zh: str, en: str, words: Callable[[], Words]) -> tuple[str, tuple[int, int]] | None:
    """Return the word of comparison, and where its English stands, if the things compared changed places."""
    read = _read(zh, en, words)
    if read is None or read.ways[0] != read.ways[1]:
        return None
    is_crossed = _only_in(read.other, read.before, read.behind) and any(
        _only_in([word], read.behind, read.before) for word in read.one
    )
    return (read.said[read.ways[0]], read.there.span(read.ways[1])) if is_crossed else None


def _read(zh: str, en: str, words: Callable[[], Words]) -> _Read | None:
    if " than " not in en or _DENIES_ZH.search(zh) or _DENIES_EN.search(en):
        return None
    in_chinese = [match for pattern in (*_THAN_ZH, _RATHER_ZH) for match in pattern.finditer(zh)]
    in_english = list(_THAN_EN.finditer(en)) if len(in_chinese) == 1 else []
    if len(in_english) != 1:
        return None
    said, there = in_chinese[0], in_english[0]
    contents_zh, contents_en = chinese_contents(words()), english_contents(en)
    one, other = (_inside(contents_zh, said.span(side)) for side in ("one", "other"))
    before = _inside(contents_en, (there.start(), there.start("other")))
    behind = _inside(contents_en, there.span("other"))
    return _Read(said, there, _apart(one, other), _apart(other, one), before, behind)


def _inside(contents: Sequence[Content], span: tuple[int, int]) -> list[frozenset[str]]:
    """Return what the words of a stretch mean; how they sound is no meaning."""
    return [
        frozenset(key for key in keys if not key.startswith("sound:"))
        for at, keys in contents
        if span[0] <= at < span[1]
    ]


def _apart(words: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return what the words mean that no word of the other thing means as well."""
    return [rest for word in words if (rest := word.difference(*others))]


def _only_in(
    words: Sequence[frozenset[str]], here: Sequence[frozenset[str]], there: Sequence[frozenset[str]]
) -> bool:
    """Tell whether each of the words that mean something is answered in one place and not in the other."""
    telling = [word for word in words if word]
    return bool(telling) and all(_answered([word], here) and not _answered([word], there) for word in telling)


def _answered(words: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> bool:
    return any(akin(word, other) for word in words for other in others)
