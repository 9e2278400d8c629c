"""Our cuts of Chinese text as rules of SRX, so that a CAT tool cuts where `language/sentences.py` does.

SRX 2.0 (LISA OSCAR, 2008) has rules of two regular expressions: what stands before a place and what behind
it, and whether the text is cut there. A rule that forbids goes before those that cut. The expressions look
around and consume nothing: OmegaT goes on searching behind what one consumed, and would pass over places.
Java's look-behind needs a bounded length, and bounds inside bounds are none to it.

What rules cannot know, and where the two therefore differ: a heading is one segment of ours whatever stands
in it; a bracket that closes more than a thousand characters further on, or brackets deeper than two, hold
no text together here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from vet_terms.language.marks import MARK
from vet_terms.language.scripts import HAN

_END = "。！？；!?;"
_CLOSERS = "”’」』）)》】"
_WORD = r"[\p{L}\p{N}_]"
_NO_WORD = r"[^\p{L}\p{N}_]"
_FULL_STOP = rf"(?<=[{HAN}])\.(?=\s{{0,9}}[{HAN}])"
"""A half-width full stop ends a sentence only between Chinese characters."""
_AFTER_END = rf"(?<=(?:[{_END}.]|…)[{_CLOSERS}]{{0,9}})"
_MARK = re.sub(r"\s+", "", MARK.pattern).removeprefix("^")
"""The enumerators of `language/marks.py`, without the layout of their verbose pattern."""


@dataclass(frozen=True, slots=True)
class SegmentationRule:
    """Cut, or do not cut, where the text before and the text behind are such."""

    cuts: bool
    before: str
    behind: str


def _inside(opening: str, closing: str) -> SegmentationRule:
    """Return the rule that a text is not cut inside brackets, and inside brackets in them."""
    plain = rf"[^{opening}{closing}]"
    return SegmentationRule(
        False,
        rf"{_AFTER_END}(?<=[{opening}]{plain}{{0,999}}"
        rf"|[{opening}]{plain}{{0,200}}[{opening}]{plain}{{0,99}}[{closing}]{plain}{{0,200}})",
        rf"(?=(?:{plain}|[{opening}]{plain}{{0,200}}[{closing}]){{0,999}}[{closing}])",
    )


CHINESE: tuple[SegmentationRule, ...] = (
    _inside("（(", "）)"),
    _inside("《", "》"),
    _inside(r"【\[［", r"】\]］"),
    # A short quoted name with an end mark, behind which the sentence goes on: “党课开讲啦！”系列活动.
    SegmentationRule(
        False,
        rf"(?<=(?<![：:，])[“‘「][^“‘「{_END}]{{0,11}}[{_END}]{{1,3}}[{_CLOSERS}]{{0,3}}[”」’])",
        rf"(?=[{HAN}，、的])",
    ),
    # Behind an end mark and what closes there, with a word on either side before the next end mark.
    SegmentationRule(
        True,
        rf"(?<={_WORD}{_NO_WORD}{{0,50}}(?:[{_END}]|…{{2}}|{_FULL_STOP})[{_CLOSERS}]{{0,9}})",
        rf"(?![{_CLOSERS}{_END}])(?!…{{2}})(?!(?<=…)…)(?!{_NO_WORD}{{0,9}}[：:.]\s{{1,9}}{_MARK})"
        rf"(?=(?:(?!…{{2}})(?![{_END}]){_NO_WORD}){{0,50}}{_WORD})",
    ),
    # Before an enumerator behind a colon or an end mark.
    SegmentationRule(
        True,
        rf"(?<={_WORD}{_NO_WORD}{{0,50}}[：:；;。.!?！？]\s{{1,9}})",
        rf"(?=\S)(?={_MARK})(?={_NO_WORD}{{0,50}}{_WORD})",
    ),
)
"""The rules for Chinese, those that forbid before those that cut."""


def srx() -> bytes:
    """Return the rules as an SRX 2.0 file: ``segmentation.srx`` of OmegaT 6, and what other tools import."""
    rules = "".join(
        f'        <rule break="{"yes" if rule.cuts else "no"}">\n'
        f"          <beforebreak>{escape(rule.before)}</beforebreak>\n"
        f"          <afterbreak>{escape(rule.behind)}</afterbreak>\n"
        "        </rule>\n"
        for rule in CHINESE
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n'
        '  <header segmentsubflows="yes" cascade="yes"/>\n'
        "  <body>\n    <languagerules>\n"
        f'      <languagerule languagerulename="Chinese">\n{rules}      </languagerule>\n'
        "    </languagerules>\n    <maprules>\n"
        '      <languagemap languagepattern="(?i)zh.*" languagerulename="Chinese"/>\n'
        "    </maprules>\n  </body>\n</srx>\n"
    ).encode()


def omegat_conf() -> bytes:
    """Return the rules as OmegaT keeps them up to version 5: ``segmentation.conf``, a Java bean as XML.

    The version in it is the last that the format had; under an older one OmegaT adds rules of its own.
    """
    rules = "".join(
        "       <void method=\"add\"><object class=\"org.omegat.core.segmentation.Rule\">\n"
        f"        <void property=\"breakRule\"><boolean>{str(rule.cuts).lower()}</boolean></void>\n"
        f"        <void property=\"beforebreak\"><string>{escape(rule.before)}</string></void>\n"
        f"        <void property=\"afterbreak\"><string>{escape(rule.behind)}</string></void>\n"
        "       </object></void>\n"
        for rule in CHINESE
    )  # fmt: skip
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<java version="1.8.0" class="java.beans.XMLDecoder">\n'
        ' <object class="org.omegat.core.segmentation.SRX">\n'
        '  <void property="mappingRules"><object class="java.util.ArrayList">\n'
        '   <void method="add"><object class="org.omegat.core.segmentation.MapRule">\n'
        '    <void property="language"><string>Chinese</string></void>\n'
        '    <void property="pattern"><string>(?i)zh.*</string></void>\n'
        '    <void property="rules"><object class="java.util.ArrayList">\n'
        f"{rules}"
        "    </object></void>\n   </object></void>\n  </object></void>\n"
        '  <void property="version"><string>0.2.2</string></void>\n'
        " </object>\n</java>\n"
    ).encode()
