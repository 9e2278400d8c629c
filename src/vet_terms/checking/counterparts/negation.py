"""Negation of the two sides: what surely denies, and what may.

Chinese and English deny in many ways, and one may say with a prefix or a verb (unable, fail, lack) what the
other says with a particle. So a side that surely denies is held against a side with nothing at all that may.
不 is no negation in 不断, 不仅, 不少; "not" is none in "not only" and "no later than".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container
from importlib.resources import files

from vet_terms.checking.counterparts.answers import english_keys
from vet_terms.language.lexicon import is_general_english
from vet_terms.language.tables import listed

NO_NEGATION = re.compile(
    "|".join(
        listed(
            """
            不得不 不能不 不会不 不可不 不无 无不 无非 莫不 未尝不 不断 不仅 不但 不只 不光 不单 不同
            不一样 不少 不论 无论 不管 不过 不久 不已 不止 不禁 不愧 不失 不乏 不亚于 不日 不时
            不妨 不惜 不懈 不等 不约而同 不可或缺 不可分割 不可替代 不可逆 不可避免 不可估量 不可多得
            不可磨灭 不得已 不得了 不少于 不低于 不超过 不高于 不多于 不晚于 不迟于 不早于 不小于
            不大于 不足 不满(?!意) 不到 不及 不下 不外乎 不言而喻 不遗余力 不怕 不畏 不屈 不易
            不料 不想 不觉 不然 不如 不容 不良
            不利 不忘 不负 不辞 不愿 不幸 不肯 不知 不信(?!任) 不安(?![排装]) 不顾 不便 不当(?!场) 不法 不力
            不平(?![衡等]) 不适(?![应用合]) 不齐 不均 不明(?![确显白]) 不定 不变(?!更) 不动 不一
            无数 无比 无疑 无限 无私 无线 无人机 无人 无障碍 无缝 无穷 无偿 无愧
            无悔 无锡 无形 无声 无界 无意 无损 未来 未必 未免 未婚 未成年 未央 未尝 非常 非洲 非凡 非遗
            非物质 除非 莫非 若非 非但 并非不 无一 是不是 能不能 会不会 要不要 可不可 对不对 好不好 有没有
            差不多 了不起 来不及 免不了 离不开 少不了 不是没 对不起 舍不得 不要紧 巴不得 恨不得 不经意 不间断
            不拘一格 说不定 不必要 并非没有 不是没有 并非不 不能说 不是吗 要不是 何不 岂不 不就 毫不 不应求
            没有辜负 没有白费 不由得 不由自主 不由分说 没有例外 并不难 并非难 不难 没有忘记
            而不是 不准确 不得安宁 不得其解
            受不了 大不了 不了了之 不得人心 不得要领 不得而知 不得超过 不得少于 不得低于 不得高于
            不得多于 不得晚于 不得迟于 不得早于 不得大于 不得小于 不能超过 不能少于 不能低于 不能多于
            不会超过 不会少于 不会低于
            """
        )
    )
    + "|没有(?:人|谁|哪|一)[^，。；]{0,6}?不"
    "|没有[^，。；、]{0,3}不|没有[^。；]{1,24}?就(?:没有|不)|[无莫][^，。；]{0,2}?不"
    "|没有[^，。；]{0,3}比[^，。；]{1,12}更"
    "|非[^，。；]{1,8}?(?:不可|不行|莫属)|不[^，。；]{1,4}?不(?:行|可|成)"
    + "|不是.{0,3}(?:容易|易事)|不是(?=.{0,40}(?:而是|就是))"
)
"""Chinese with 不, 无, 未 or 非 that denies nothing, or twice."""
SURE_CHINESE = re.compile(
    "|".join(
        listed(
            """
            如无 若无 如未 若未 如不 若不
            不具有 不得 不准 不许 不要 不能 不可以 不允许 不会 不应 不宜 不予 不再 不是 不必 不需
            不用 不具备 没有 没能 未能 尚未 从未 未曾 未经 未被 未获 并未 并非 并不
            并没 无法 无权 无需 无须 无效 决不 绝不 严禁 禁用 禁入 禁行 禁止 切勿 请勿
            未尽事宜 互不 概不 不由 不存在 不包括 不含 不包含 不计入 不参加 不属于 不符合 不接受 不承担 不收取
            不适用 不合格 买不起 付不起 用不上 赶不上 跟不上 比不上 做不到 达不到 找不到 看不到 听不到 得不到
            """
        )
    )
    + "|不(?:满意|开放|营业|提供|享受|享有|负责|办理|受理|招收|招生|收费|影响|退还|退费|补发|补考|支持|同意"
    "|显著|明显|充分|完善|健全|平衡|稳定|匹配|清楚|清晰|具体|完整|规范|真实|熟悉|了解|认同|认可|重视|有效|可靠"
    "|适应|计学分|计分|相关|推荐|主张|代表|保证|足以|强求|建议|单独|直接|构成|涉及|设置|采用|采取|占用|依赖|追求|讲究|欢迎"
    "|赞成|喜欢|适合|需要|安排|使用|公开|对外|相同|一致|合理|录取|录用|发放|设立|颁发|列入|纳入)"
    "|不退(?![休役伍缩步出])|不搞|不以[^，。；]{1,8}为(?:目的|依据|标准|前提|条件|由)"
    "|不可(?:在|将|让|使用|用于|用作|修改|更改|撤[销回]|转让|退[款回还]|携带|擅自|随意|任意|触摸|靠近|进入|操作|拆[卸开]?"
    "|带|打开|重复|恢复|更换|调整|转借|出借|外借|外传|外泄|泄露|超载|超速|离开|迟到|早退|缺席|同时|直接|食用|饮用|混[放用]"
    "|兼[得任报]|续借|补[考办发]|延期|取消|查询|编辑|删除|关闭|停|代替)"
    "|未(?:发现|显示|取得|通过|完成|提交|缴纳?|达到|达标|获得|获批|签订|签署|批准|履行|列入|纳入|计入|包括"
    "|包含|报名|注册|登记|佩戴|戴|穿|办理|收到|设立|开设|参加|到场|按时|按规定|按要求|及时|明确|出现|造成|影响)"
    "|(?<=[\u4e00-\u9fff])(?<![免少大])不了(?![了解起])"
)
"""Chinese that surely denies."""
_DENIES = re.compile("[不没未无非禁勿]")
"""One of these is in whatever surely denies."""
_MAYBE_CHINESE = re.compile(
    "[不没未无非否莫勿毋弗别休免禁拒缺欠乏失难防避停止绝弃罕鲜误零空反违抗排除仅只才唯惟少"
    "谁哪岂何怎吗弱差漏废撤消戒忌劣另待]|出乎|意料|意外|出入|悬殊"
)
_SURE_ENGLISH = re.compile(
    r"\b(?:not|never|cannot|nobody|nothing|neither|none)\b|\b(?:[a-z]+n[’']t)\b|\bno longer\b"
    r"|\bha(?:ve|s|d) (?:still )?yet to (?!come\b)"
    r"|\bha(?:ve|s|d) no\b(?! (?:longer|less|more|doubt|fewer|matter|choice"
    r"|shortage|end|intention of stopping|one)\b)",
    re.IGNORECASE,
)
_IN_EACH_SURE = re.compile("no[btn]|(?:ha(?:ve|s|d) no|no longer)|yet to|never|neither|n['’]t")
"""One of these is in whatever surely denies, in small letters."""
_ENGLISH_NO_NEGATION = re.compile(
    r"\bnot (?:only|just|merely|simply|solely|least|to mention|until|before|unlike|all|every|far|long"
    r"|surprising|surprisingly|(?:less|more|fewer|later|earlier) than|exceeding|to exceed|in excess)\b"
    r"|\bno (?:less|more|fewer|later|sooner|matter|doubt|small|wonder)\b|\bwhether or not\b|\bor not\b"
    r"|\bif not\b|\b(?:from|out of|next to) nothing\b"
    r"|\bwhy not\b|\bnothing (?:but|short|less)\b|\bhave nothing\b|\bnone other\b"
    r"|\bcan(?:no|[’'])t (?:but|help)\b|\bnot[- ]for[- ]profit\b|\bsecond to none\b"
    r"|\bnever[- ](?:ending|before|been|so|more|too|stop|stopped|give"
    r"|forg[eo]t\w*|ceased?|fail\w*|tire[sd]?|looked|leav\w+|left|depart\w*|desert\w*|abandon\w*|lack\w*"
    r"|los[et]s?|miss\w*|neglect\w*|rest(?:s|ed)?|waver\w*|falter\w*|flinch\w*|gave|gives|given up|doubt\w*"
    r"|slack\w*|let up|stray\w*|quit|refus\w*|hesitat\w*|shirk\w*|turn(?:ed)? (?:back|away)|been absent)\b"
    r"|\b(?:not|never|cannot|[a-z]+n[’']t)(?: [a-z]+){0,3} (?:below|under|less than|fewer than|lower than)\b"
    r"|\b(?:do|did|does|is|are|was|were|have|has|wo|ca|would|could|should)n[’']t "
    r"(?:you|we|it|they|he|she|i|that|there)\b",
    re.IGNORECASE,
)
_NEGATIVE_PREFIX = re.compile(r"(?:in|im|il|ir|dis|non)(?=[a-z]{4})")
ENGLISH_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
"""A word of an English text in small letters."""


def sure_in_chinese(zh: str) -> re.Match[str] | None:
    """Return the first word of a Chinese text that surely denies."""
    if not _DENIES.search(zh):
        return None
    found = SURE_CHINESE.search(zh)
    found = found and SURE_CHINESE.search(NO_NEGATION.sub(blank, zh))
    # A figure of speech has its own in English: 不能“一头热”.
    return None if found and zh.startswith(("“", "「"), found.end()) else found


_FAILED_ZH = re.compile("不合格|不及格|未及格|不达标|未达标|未通过|没有?通过|没及格")
_FAILED_EN = re.compile(
    r"\b(?:fail(?:s|ed|ing)?|unsuccessful|unqualified|substandard|flunk\w*|sub-?par)\b", re.IGNORECASE
)


def without_failing(zh: str, en: str) -> tuple[str, str]:
    """Return both texts without a 不合格 that the English says with a word of its own: those who fail."""
    if not (_FAILED_ZH.search(zh) and _FAILED_EN.search(en)):
        return zh, en
    return _FAILED_ZH.sub(blank, zh), _FAILED_EN.sub(blank, en)


def maybe_in_chinese(zh: str) -> bool:
    """Return whether anything in a Chinese text may deny or restrict."""
    return _MAYBE_CHINESE.search(zh) is not None


def sure_in_english(en: str) -> re.Match[str] | None:
    """Return the first word of an English text that surely denies."""
    if not _IN_EACH_SURE.search(en.lower()):
        return None
    found = _SURE_ENGLISH.search(en)
    return found and _SURE_ENGLISH.search(_ENGLISH_NO_NEGATION.sub(blank, en))


def without_each_other(en: str) -> str:
    """Return a text in small letters, without the other that denies nothing."""
    return en.lower().replace("each other", "each")


def maybe_in_english(en: str, in_chinese: Container[str] = frozenset()) -> bool:
    """Return whether anything in an English text may deny or restrict: a particle, a prefix, a verb.

    A verb does not if it is the English of another Chinese word: ``in_chinese`` are the keys of those.
    """
    small = without_each_other(en)
    may = [word for word in ENGLISH_WORD.findall(small) if may_deny(word)]
    if any(
        word not in _OWN_MEANING or not any(key in in_chinese for key in english_keys(word)) for word in may
    ):
        return True
    return _OUT_OF.search(small) is not None or "all but " in small


_OUT_OF = re.compile(r"\bout of (?!the \w+ ?(?:[.,;]|$))")
"""Out of work, and not out of the laboratory."""
_OWN_MEANING = frozenset(
    listed(
        """
        away bad before delay delayed delaying delays difficult difficulty disabled disability empty end
        ended ending ends false foreign hard limit limited limiting limits lose loses losing loss lost
        minor most other outside pending poor prior remain remaining remains tough void worse worst wrong
        zero contrary late same identical normal intact leave leaves left outstanding withhold withholds
        withholding withheld deduct deducts refuse refuses reject rejects deny denies violate violates break
        breaks damage damages destroy destroys harm harms waste wastes cheat
        cheats skip skips evade evades neglect neglects else off only solely merely exclusively strictly
        less fewer
        """
    )
)
"""Words that deny only where no Chinese word says just that."""


def denies_twice(en: str) -> bool:
    """Return whether an English text that surely denies has something else that may: two make none."""
    rest = _SURE_ENGLISH.sub(blank, en.lower())
    return sum(1 for _ in _SURE_ENGLISH.finditer(en)) > 1 or any(map(may_deny, ENGLISH_WORD.findall(rest)))


@functools.lru_cache(maxsize=65536)
def may_deny(word: str) -> bool:
    """Return whether an English word in small letters may deny or restrict."""
    words = _negative_words()
    if f"-{word}" in words:
        return False
    if word in words or word.endswith(("n't", "n’t", "less")):
        return True
    if word.startswith("un"):
        return len(word) > 4
    prefix = _NEGATIVE_PREFIX.match(word)
    return prefix is not None and is_general_english(word[prefix.end() :])


@functools.cache
def _negative_words() -> frozenset[str]:
    """Return words that may deny, and behind a hyphen those that only look so."""
    text = files("vet_terms.checking").joinpath("tables/negative_english.txt").read_text("utf-8")
    return frozenset(listed("\n".join(line for line in text.split("\n") if not line.startswith("#"))))


def blank(match: re.Match[str]) -> str:
    """Return as many spaces as a match has characters."""
    return " " * len(match.group())
