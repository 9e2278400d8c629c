"""What stands on a page beside its text: navigation, labels of the site, page numbers, by-lines.

Only forms that no running text takes are recognised, each with the reason that a person is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vet_terms.language.scripts import HAN


@dataclass(frozen=True, slots=True)
class Furniture:
    """A form of line that is no text of the document, and the reason for leaving it out."""

    reason: str
    pattern: re.Pattern[str]


_LABELS = (
    "发布时间|发布日期|发表时间|更新时间|日期|时间|来源|稿源|文章来源|信息来源|作者|编辑|责任编辑|责编|审核|校对|初审|复审|终审|"
    "浏览次数|浏览量|阅读量|阅读|点击数|点击量|点击|字号|字体|分享|分享到|打印|收藏|"
    "Published|Posted|Updated|Date|Source|Author|Editor|Views|Share"
)
_LABELLED = rf"(?:{_LABELS})\s?[：:]"

FURNITURE: tuple[Furniture, ...] = (
    Furniture(
        "navigation",
        re.compile(
            r"^(?:当前位置|您的位置|您当前的位置|你的位置|所在位置|You are here)\s?[：:]?|"
            r"^(?:\[?(?:首页|网站首页|Home)\]?(?:\([^)]*\))?)\s*(?:>|»|›|/|\||::)",
            re.IGNORECASE,
        ),
    ),
    Furniture(
        "navigation",
        re.compile(
            r"^(?:上一篇|下一篇|上一条|下一条|Previous|Next)\s?[：:]|^(?:返回顶部|返回首页|Back to top)$",
            re.IGNORECASE,
        ),
    ),
    Furniture("links", re.compile(r"^(?:\W*\[[^\]]*\]\([^)]*\)\W*)+$")),
    Furniture(
        "label of the page",
        re.compile(rf"^[\[【(（]?{_LABELLED}[^。！？]{{0,60}}$"),
    ),
    Furniture(
        "tool of the page",
        re.compile(
            r"^(?:[\[【]\s?)?(?:打印|打印本页|关闭|关闭窗口|分享到?|收藏|字号|大中小|Print|Share|Close)(?:\s?[\]】])?$",
            re.IGNORECASE,
        ),
    ),
    Furniture(
        "imprint of the site",
        re.compile(r"^(?:版权所有|Copyright\b|©|.{0,20}ICP备\s?\d)", re.IGNORECASE),
    ),
    Furniture(
        "page number",
        re.compile(
            r"^(?:第\s?\d+\s?页(?:\s?[/／,，]?\s?共\s?\d+\s?页)?"
            r"|Page \d+(?: of \d+)?|[-–—]\s?\d{1,4}\s?[-–—])$",
            re.IGNORECASE,
        ),
    ),
)

_BYLINE_WORD = "供稿|文/图|图/文|文/|图/|摄影|摄|记者|通讯员|作者|撰稿|编译|翻译|报道"

BYLINE = re.compile(
    rf"[（(](?=[^（）()。！？]{{2,60}}[）)]$)(?:[^（）()]*(?:{_BYLINE_WORD})[^（）()]*|"
    rf"[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})+)[）)]$|"
    rf"^(?:□\s?)?(?:本报|本刊|全媒体)?(?:记者|通讯员|作者)[\s：:]\s?[{HAN}\s]{{2,40}}$"
)
"""The names of those who wrote: in brackets at the end, or a line of their own."""


def furniture_reason(line: str) -> str:
    """Return why a line is no text of the document, or an empty string where it is one."""
    text = line.strip()
    for form in FURNITURE:
        if form.pattern.search(text):
            return form.reason
    return ""


def split_byline(text: str) -> tuple[str, str]:
    """Return a paragraph without its by-line, and the by-line (either may be empty)."""
    found = BYLINE.search(text)
    return (text[: found.start()].rstrip(), found.group()) if found else (text, "")
