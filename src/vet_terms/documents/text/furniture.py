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


# Labels that only a page's own machinery sets, and labels that a title slide may carry as well: of
# these one alone proves nothing, two on a line do.
_SITE_LABELS = (
    "发布时间|发布日期|发文时间|加入时间|录入时间|添加时间|发布者|发布人|发布单位|发表时间|更新时间|稿源|文章来源|信息来源|稿件来源|责任编辑|责编|"
    "审核|校对|初审|复审|终审|浏览次数|浏览量|浏览|阅读量|阅读次数|访问量|点击数|点击量|点击次数|点击|字号|字体|"
    "分享到|發布時間|發布日期|發佈日期|瀏覽次數|點閱數|Published|Posted|Last updated|Views|Hits"
)
_LABELS = (
    f"{_SITE_LABELS}|日期|时间|時間|来源|來源|作者|编辑|編輯|阅读|分享|打印|收藏|摄影|供稿|版式|"
    "Date|Source|Author|Editor|Share"
)
_COLON = r"\s?[：:]"

_ADDRESS_LABELS = (
    r"地址|邮编|邮政编码|电话|联系电话|传真|邮箱|电子邮箱|Add|Address|Tel|Fax|P\.?C|Post ?code|E-?mail"
)

_MENU_WORDS = (
    "首页|首頁|主页|设为首页|加入收藏|收藏本站|联系我们|网站地图|網站地圖|登录|登入|注册|搜索|无障碍|English|"
    "中文版?|繁體|简体|旧版回顾|信息公开|Home|Contact us|About us|Sitemap|Log ?in|Search"
)
_MENU_ITEM = rf"(?:[{HAN}]{{2,6}}|English|EN)"

WEB_ADDRESS = re.compile(rf"^(?:(?:https?://|www\.)[^\s{HAN}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$", re.IGNORECASE)
"""A line that is an address on the web or of mail and nothing else."""

FURNITURE: tuple[Furniture, ...] = (
    Furniture(
        "navigation",
        re.compile(
            r"^(?:[您你]?(?:的|当前|现在|當前|目前|所在){0,3}(?:位置|页面)|You are here)\s?[：:]|"
            r"^\[?(?:网站|學校|学校)?(?:首页|首頁|主页|Home)\]?(?:\([^)]*\))?\s*(?:>|»|›|/|\||::|→)",
            re.IGNORECASE,
        ),
    ),
    Furniture(
        "navigation",
        re.compile(r"^(?:欢迎访问[^，。；]{0,40}|.{0,30}今天是\s?\d{4}年.{0,20})$"),
    ),
    Furniture(
        "navigation",
        re.compile(
            r"^(?:[上下]一[篇条則页]|Previous|Next)(?:\s?[：:]|$)|"
            r"^(?:返回(?:顶部|頂部|首页|列表|目录|上一页)|阅读全文|查看更多|更多\s?(?:>>|»)?)$|"
            r"^(?:Back to top|Read more)$",
            re.IGNORECASE,
        ),
    ),
    Furniture(
        "navigation",
        re.compile(
            rf"^(?=.*(?:{_MENU_WORDS}))(?:(?:{_MENU_ITEM}\s+){{3,}}{_MENU_ITEM}"
            r"|[^。；，！？.;,!?]{1,16}(?:[|｜][^。；，！？.;,!?|｜]{1,16}){2,})$"
        ),
    ),
    Furniture("links", re.compile(r"^[^\w\[]*(?:\[[^\]]*\]\([^)]*\)[^\w\[]*)+$")),
    Furniture(
        "picture",
        re.compile(
            r"^[\[【](?:图片|圖片|图|视频|影片|image|picture|photo|video)\s?\d*[\]】]$", re.IGNORECASE
        ),
    ),
    Furniture(
        "label of the page",
        re.compile(
            rf"^[\[【(（]?(?:(?:{_SITE_LABELS}){_COLON}[^。！？]{{0,60}}"
            rf"|(?:{_LABELS}){_COLON}[^。！？]{{0,40}}\s(?:{_LABELS}){_COLON}[^。！？]{{0,60}})$"
        ),
    ),
    Furniture(
        "address of the site",
        re.compile(
            rf"^(?:{_ADDRESS_LABELS}){_COLON}[^。！？]{{0,60}}\s(?:{_ADDRESS_LABELS}){_COLON}[^。！？]{{0,80}}$"
            rf"|^(?:{_ADDRESS_LABELS}){_COLON}[\d\s()（）+-]+$",
            re.IGNORECASE,
        ),
    ),
    Furniture(
        "tool of the page",
        re.compile(
            r"^(?:[\[【]\s?)?(?:打印|打印本页|打印此页|关闭|关闭窗口|分享到?|收藏|字号|大中小|Print|Share|Close)(?:\s?[\]】])?$",
            re.IGNORECASE,
        ),
    ),
    Furniture(
        "tool of the page",
        re.compile(
            r"^[▲▼↑↓☝👆]?\s?(?:(?:点击|长按|识别)(?=[^。]{0,20}(?:蓝字|阅读原文|二维码|关注))[^。]{0,30}"
            r"|扫码关注[^。]{0,20})$"
        ),
    ),
    Furniture(
        "end of the text", re.compile(r"^[-—–=·*\s]+(?:END|The End|完|全文完)[-—–=·*\s]+$", re.IGNORECASE)
    ),
    Furniture(
        "imprint of the site",
        re.compile(
            r"^(?:版权所有|版權所有|Copyright\b|©|All rights reserved|.{0,40}ICP备\s?\d)", re.IGNORECASE
        ),
    ),
    Furniture(
        "page number",
        re.compile(
            r"^(?:第\s?\d+\s?[页頁](?:\s?[/／,，]?\s?共\s?\d+\s?[页頁])?"
            r"|Page \d+(?: of \d+)?|[-–—]\s?\d{1,4}\s?[-–—])$",
            re.IGNORECASE,
        ),
    ),
)

_BYLINE_WORD = "供稿|文/图|图/文|文/|图/|摄影|摄|记者|通讯员|作者|撰稿|编译|翻译|报道"

BYLINE = re.compile(
    rf"[（(](?=[^（）()。！？]{{2,60}}[）)]$)(?:[^（）()]*(?:{_BYLINE_WORD})[^（）()]*|"
    rf"[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})+)[）)]$|"
    rf"^(?:□\s?)?(?:本报|本刊|全媒体)?(?:记者|通讯员|作者)[\s：:]\s?[{HAN}\s]{{2,40}}$|"
    r"[（(](?:Text|Words|Photos?|Pictures?|Reported|Edited|Translated)(?: by|:)[^（）()。！？]{2,80}[）)]$"
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
