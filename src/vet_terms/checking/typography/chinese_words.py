"""Chinese words that are miswritten: confused characters, 的 for 地, words that stand twice.

The collected wrong words are in ``vet_terms/checking/tables/wrong_words.tsv``. Where a wrong word is only the
end of one word and the beginning of the next (预|防犯|罪), nothing is wrong; the words decide.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography import near_misses
from vet_terms.checking.typography.near_misses import NearMiss
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.language.words import general_frequency, words
from vet_terms.model import Severity


@dataclass(frozen=True, slots=True)
class _WrongWord:
    right: str
    is_variant: bool
    exceptions: tuple[str, ...]


@functools.cache
def _wrong_words() -> tuple[dict[str, _WrongWord], re.Pattern[str]]:
    text = files("vet_terms.checking").joinpath("tables/wrong_words.tsv").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines()[1:]:
        wrong, right, kind, exceptions = line.split("\t")
        found[wrong] = _WrongWord(right, kind == "variant", listed(exceptions))
    # By the first character: one look at each character of the text settles most of them.
    rest: dict[str, list[str]] = {}
    for wrong in sorted(found, key=lambda word: (-len(word), word)):
        rest.setdefault(wrong[0], []).append(wrong[1:])
    branches = "|".join(f"{first}(?:{'|'.join(rest[first])})" for first in sorted(rest))
    return found, re.compile(f"(?=[{''.join(sorted(rest))}])(?:{branches})")


_LIKE = re.compile(
    rf"(?<![现对印形大气抽景意迹想具表万幻假病])象(?!征|形|棋|牙|素|限|山|州|牌|群)[{HAN}]{{1,8}}一样"
)
_BOTH = re.compile(r"既使[^。；]{1,40}?(?:又|也使|还使|更使|而且|并且)")


def wrong_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words of the source written with wrong characters, and with those no longer standard (info)."""
    zh = reading.zh
    known, pattern = _wrong_words()
    for found in pattern.finditer(zh):
        word = known[found.group()]
        start, end = found.span()
        if _is_excepted(zh, start, end, word.exceptions):
            continue
        if found.group() == "既使" and _BOTH.match(zh, start):
            continue
        boundaries = _boundaries(zh, start, end)
        # 自己|经过, 预防|犯罪: the end of one word and the beginning of the next.
        if not boundaries.isdisjoint(range(start + 1, end)) and not {start, end} <= boundaries:
            continue
        message = f"{found.group()} is written {word.right} today." if word.is_variant else (
            f"{found.group()} should be {word.right}."
        )  # fmt: skip
        yield Slip(start, end, message, "warning", word.right)
    if "一样" in zh and "象" in zh:
        for found in _LIKE.finditer(zh):
            start = found.start()
            yield Slip(start, start + 1, "象 before what something is like should be 像.", suggestion="像")


def wrong_characters(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield what `wrong_words` does, then the idioms and terms with one wrong character."""
    zh = reading.zh
    taken: set[int] = set()
    for slip in itertools.chain(wrong_words(reading, context), _near_misses(zh, context)):
        stretch = range(slip.start, slip.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            yield slip


def _near_misses(zh: str, context: Context) -> Iterator[Slip]:
    for miss in near_misses.four_character_idioms().near_misses(zh):
        # Between quotation marks it may be a play on words.
        severity: Severity = "info" if zh[miss.start - 1 : miss.start] in _OPENED else "warning"
        yield _miswritten(zh, miss, severity)
    for miss in context.chinese_terms.near_misses(zh):
        if _is_by_itself(zh, miss.wrong):
            yield _miswritten(zh, miss, "warning")


def _miswritten(zh: str, miss: NearMiss, severity: Severity) -> Slip:
    message = f"{zh[miss.start : miss.end]} should be {miss.right}."
    return Slip(miss.start, miss.end, message, severity, miss.right)


def _is_by_itself(zh: str, at: int) -> bool:
    """Return whether a character is no part of a usual word, nor a little word: what a wrong one is."""
    boundaries = _boundaries(zh, at, at + 1)
    start = max(end for end in boundaries if end <= at)
    end = min(end for end in boundaries if end > at)
    is_usual = end - start > 1 and general_frequency(zh[start:end]) >= _USUAL
    return not (near_misses.is_small_word(zh[at]) or is_usual)


_USUAL = 30
"""How often the general corpus has a word that is no accident."""
_OPENED = frozenset('“‘「『《"')


def _is_excepted(zh: str, start: int, end: int, exceptions: tuple[str, ...]) -> bool:
    wrong = zh[start:end]
    for each in exceptions:
        at = each.find(wrong)
        if at >= 0 and zh.startswith(each, start - at) and start >= at:
            return True
    return False


_CONTEXT = 40
"""Characters of a clause that are looked at before and after a word."""
_AROUND = 12


def _boundaries(zh: str, start: int, end: int) -> frozenset[int]:
    """Return where words begin and end in the neighbourhood of a stretch."""
    first = max(0, start - _AROUND)
    return frozenset(first + at for at in _word_ends(zh[first : end + _AROUND]))


@functools.lru_cache(maxsize=1000)
def _word_ends(text: str) -> tuple[int, ...]:
    return tuple(itertools.accumulate(map(len, words(text)), initial=0))


_ADVERBS = (
    "积极|主动|认真|深入|扎实|大力|全面|不断|逐步|切实|努力|有效|充分|广泛|严格|稳步|有力|顺利|迅速|良好|有针对性"
    "|有序|有计划|系统|科学|合理|自觉|坚决|坚定不移|持续|逐渐|渐渐|慢慢|大幅度|更好|更快|更多|更有效|较好|很好|真正"
    "|紧密|密切|灵活|精准|高效|高质量|明显|显著|极大|进一步|创造性|圆满|及时|快速|高度|熟练|清楚|清晰|明确|仔细|耐心|热情"
)
_VERBS = (
    "推进|推动|开展|落实|实施|完成|参与|促进|提高|加强|提升|贯彻|实现|拓展|构建|打造|培养|发挥|服务|融入|解决|掌握"
    "|改善|增强|探索|建立|建设|引导|帮助|支持|利用|运用|整合|优化|扩大|深化|履行|执行|适应|满足|体现|反映|展示|说明|指出"
    "|改变|降低|减少|增加|做好|抓好|引进|对接|了解|认识|把握|调动|激发|保障|保证|配合|应对|发展|学习|完善"
)
_OF_MANNER = re.compile(rf"(?:{_ADVERBS})的(?=({_VERBS})(了|着|好|到|出)?([{HAN}“《]{{1,{_CONTEXT}}}))")
# What makes of the verb a noun: 进行积极的探索, 有效的服务措施, 更好的发展.
_GOVERNOR = re.compile(
    "进行|作出|做出|作了|做了|开展|提供|有了|没有|具有|拥有|是|通过|经过|给予|得到|取得|需要|要求|形成|发挥|起到|起着|产生|加以|予以"
    "|成为|获得|寻求|实现|采取|受到|存在|面临|创造|带来|奠定|营造|走出|付出|一[个种项套系条次]|这[种个些]|与|和|对于|为了|随着|从而|及|、"
)
_HEAD = re.compile(
    "(?:作用|意义|措施|方案|计划|机制|过程|工作|活动|能力|方式|方法|途径|模式|力度|成果|效果|体系|水平|态度|精神|环境|平台|作风"
    "|条件|基础|经验|政策|需求|需要|机会|空间|前景|道路|势头|局面|态势|关系|氛围|影响|贡献|支撑|保障|服务|手段|策略|思路|理念|制度"
    "|人才|队伍|课程|教学|教育|资源|项目|企业|学校|学生|教师|者|人|员|力|性|率|点|面|量|度|感|路|之一|结果|建议|意见|问题|方向|目标|结构|架构|形式|内容"
    "|规律|原则|标准|规模|速度|成绩|业绩|步伐|阶段|趋势|行动|任务|单位|部门|机构)$"
)
_NO_OBJECT = re.compile("[的和与及中上下后前]")
_WITH_WHOM = re.compile("与.{2,20}的")
_SURE_OBJECT = 4
_BEFORE_A_VERB = re.compile("(?:们|都|也|正在|已经|应当?|应该|必须|能够?|可以|愿意)$")
_CLAUSE = re.compile(r"[，。；：！？、,;:!?]")


def particles(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield 的 between an adverb of manner and its verb, where 地 is right."""
    zh = reading.zh
    if "的" not in zh:
        return
    yield from complements(zh)
    for found in itertools.chain(_OF_MOOD.finditer(zh), _OF_PERSISTENCE.finditer(zh)):
        at = found.end() - 1
        yield Slip(at, at + 1, f"Before the verb {found['verb']}, 的 should be 地.", suggestion="地")
    for found in _OF_MANNER.finditer(zh):
        clause = _CLAUSE.split(zh[max(0, found.start() - _CONTEXT) : found.start()])[-1]
        aspect, rest = found[2] or "", found[3]
        if rest.startswith("的") or _GOVERNOR.search(clause):
            continue
        tail = _CLAUSE.split(rest)[0]
        has_object = len(tail) > 1 and (_NO_OBJECT.match(tail) is None or _WITH_WHOM.match(tail) is not None)
        is_head = _HEAD.search(tail) is not None and len(tail) <= 4
        # What a plural or an auxiliary stands before is no noun: 同学们积极的参与讨论.
        certain = bool(aspect) or (
            not is_head and (len(tail) >= _SURE_OBJECT or _BEFORE_A_VERB.search(clause) is not None)
        )
        if aspect or has_object:
            severity: Severity = "warning" if certain else "info"
            at = found.end() - 1
            yield Slip(at, at + 1, f"Before the verb {found[1]}, 的 should be 地.", severity, "地")


# 讲的很流利: how something is done follows 得; 讲的 alone may be what is said.
_OF_DEGREE = re.compile(
    "(?P<verb>[讲说做写跑学干办读唱跳打走答变长]|表现|完成|发展|进行|准备|组织|掌握|回答|发挥|布置|安排)的"
    "(?=(?:很|非常|十分|特别|更加?|越来越|相当|比较|极其|格外)"
    "(?:流利|清楚|清晰|认真|仔细|透彻|生动|精彩|出色|扎实|顺利|整齐|熟练|迅速|圆满|到位|快|慢|好|棒|稳)(?:[，。；！、]|$))"
)


# 高兴的跳了起来: a mood before what is done in it, which an ending shows to be done.
_OF_MOOD = re.compile(
    "(?:高兴|兴奋|激动|开心|愉快|快乐|难过|伤心|紧张|骄傲|自豪|惊讶|好奇|大声|小声|轻轻|悄悄|默默|静静|飞快|拼命|不停|连连|频频"
    "|亲切|深情|急忙|匆匆|激动不已|满意)的(?=(?P<verb>[跳笑说哭喊叫跑走唱看听点望问答讲挥鼓拍站坐写记]|介绍|告诉|表示|回答)"
    "(?:了(?!的)|起来|着(?![^，。；]{0,4}的)|道|出来|起了))"
)


# 坚定不移的走: expressions of four that say how something is done, and hardly what something is.
_OF_PERSISTENCE = re.compile(
    "(?:坚定不移|坚持不懈|毫不动摇|旗帜鲜明|锲而不舍|一如既往|全心全意|循序渐进|有条不紊|源源不断|持之以恒|大张旗鼓|千方百计"
    "|义无反顾|马不停蹄|不折不扣|目不转睛|小心翼翼|聚精会神|全神贯注|争先恐后|夜以继日|自始至终|毫不犹豫|不遗余力|心甘情愿)的"
    "(?=(?P<verb>走(?!势|向)|沿着|朝着?|向(?!往|心)|把|将|为(?!人)|推进|推动|贯彻|执行|落实|坚持|支持|输送|开展|投入|工作(?=[，。；])"
    "|学习(?=[，。；])|看着?|听着?|守着?|做着?|干(?!劲|部)|跟着?|选择了?|实施|奔向|涌向|涌入))"
)


def complements(zh: str) -> Iterator[Slip]:
    """Yield 的 between a verb and how it is done, where 得 is right."""
    for found in _OF_DEGREE.finditer(zh):
        at = found.end() - 1
        yield Slip(at, at + 1, f"After the verb {found['verb']}, 的 should be 得.", suggestion="得")


_OFTEN_TWICE = {
    "的": r"目的的|有的的|的的确|的的喀|标的的|似的的|真的的|打的的|的的士",
    "了": r"了了[解结断却事然望不]|为了了|除了了|罢了了|了了无|受不了了|得了了|[忘忍完终到明少大]了了",
    "是": r"是是[否非]|[但还只就可于总要都算凡若]是是|老是是|是是是",
    "在": r"[存现正实内外潜所好何自]在在|在在[职校乎野线场建读地此]",
    "和": r"和和[气美睦平谐]|[共中温总缓饱平柔亲]和和",
    "与": r"[参赠给授付赋]与与|与与会|与与日",
    "对": r"对对[方联手象口立应抗称策比接外内话待付照]|[面针相应绝反校核派]对对",
    "为": r"[以认成作因称行人视变分较更极成]为为|为为[人了止何主期此数难]",
    "中": r"[其高初集当途]中中|中中[国学间央心小华外部西文等职东高]",
    "有": r"[所没具拥还只享富占国私公]有有|有有[关效限利力序机无用名益害]",
    "被": r"被被[子褥告动]|棉被被",
    "将": r"[即必行]将将|将将[军士领来要近]",
    "把": r"把把(?:关|脉|握)|[一两几每]把把",
    "从": r"从从[容事业业]",
    "向": r"[方走意取倾面定朝]向向|向向[导往]",
    "及": r"[以普涉顾触来]及及|及及[时格]",
}
_TWICE = re.compile("(" + "|".join(_OFTEN_TWICE) + r")\1")
_LEGAL_TWICE = {char: re.compile(pattern) for char, pattern in _OFTEN_TWICE.items()}
_WORD_TWICE = re.compile(
    "(我们|他们|通过|以及|进行|可以|对于|加强|推进|开展|实施|提高|促进|深化|建立|推动|坚持|围绕|根据|为了"
    "|因此|同时|并且|但是|由于|如果|目前|我国|中国|全国|校企|产教|融合)\\1"
)


def doubled_characters(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield little words and common words that stand twice."""
    zh = reading.zh
    for found in _TWICE.finditer(zh):
        start, end = found.span()
        around = zh[max(0, start - 2) : end + 2]
        if not _LEGAL_TWICE[found[1]].search(around):
            yield Slip(start, end, f"{found[1]} stands twice.", suggestion=found[1])
    for found in _PAIR_TWICE.finditer(zh):
        start, end = found.span()
        if not _may_stand_twice(found[1]) and {start, end} <= _boundaries(zh, start, end):
            yield Slip(start, end, f"{found[1]} stands twice.", suggestion=found[1])


@functools.lru_cache(maxsize=1024)
def _may_stand_twice(pair: str) -> bool:
    """Return whether two characters may be said twice: actions (研究研究), degrees (非常非常), one by one."""
    from vet_terms.language.lexicon import may_be_an_action

    if _WORD_TWICE.fullmatch(pair * 2):
        return False
    is_rare = general_frequency(pair) < _OFTEN
    return pair[0] == pair[1] or is_rare or pair in _DEGREES or may_be_an_action(pair)


_OFTEN = 3000
"""How often the general corpus has a word that no name is made of twice."""
_DEGREES = frozenset(
    listed(
        """
        非常 很多 许多 永远 特别 十分 好多 一点 一步 一个 一天 一年 一次 很久 不断 真的 大家 重要 所有 太多
        """
    )
)
_PAIR_TWICE = re.compile(f"([{HAN}]{{2}})\\1")
