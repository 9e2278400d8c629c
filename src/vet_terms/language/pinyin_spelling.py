"""Whether a Latin word consists of pinyin syllables (hukou, Liuzhou, Xi'an): then it may be a Chinese name.

Which characters it spells is not known here; see :mod:`vet_terms.language.pinyin`.
"""

from __future__ import annotations

import re

_SYLLABLES = (
    "zhuang|shuang|chuang|zhang|zheng|zhong|zhuai|zhuan|chang|cheng|chong|chuai|chuan|shang|sheng|shuai|shuan"
    "|jiang|jiong|qiang|qiong|xiang|xiong|liang|niang|guang|kuang|huang|zhai|zhan|zhao|zhen|zhei|zhou|zhua|zhui|zhun"
    "|zhuo|chai|chan|chao|chen|chou|chua|chui|chun|chuo|shai|shan|shao|shei|shen|shou|shua|shui|shun|shuo|bang|beng|bian"
    "|biao|bing|pang|peng|pian|piao|ping|mang|meng|mian|miao|ming|fang|feng|fiao|dang|deng|dian|diao|ding|dong|duan|tang"
    "|teng|tian|tiao|ting|tong|tuan|nang|neng|nian|niao|ning|nong|nuan|lang|leng|lian|liao|ling|long|luan|gang|geng|gong"
    "|guai|guan|kang|keng|kong|kuai|kuan|hang|heng|hong|huai|huan|jian|jiao|jing|juan|qian|qiao|qing|quan|xian|xiao|xing"
    "|xuan|rang|reng|rong|ruan|zang|zeng|zong|zuan|cang|ceng|cong|cuan|sang|seng|song|suan|yang|ying|yong|yuan|wang|weng"
    "|bai|ban|bao|bei|ben|bie|bin|pai|pan|pao|pei|pen|pie|pin|pou|mai|man|mao|mei|men|mie|min|miu|mou|fan|fei|fen|fou|dai"
    "|dan|dao|dei|den|die|diu|dou|dui|dun|duo|tai|tan|tao|tei|tie|tou|tui|tun|tuo|nai|nan|nao|nei|nen|nie|nin|niu|nou|nuo"
    "|nue|lai|lan|lao|lei|lia|lie|lin|liu|lou|lun|luo|lue|lyu|nyu|gai|gan|gao|gei|gen|gou|gua|gui|gun|guo|kai|kan|kao|kei"
    "|ken|kou|kua|kui|kun|kuo|hai|han|hao|hei|hen|hou|hua|hui|hun|huo|jia|jie|jin|jiu|jue|jun|qia|qie|qin|qiu|que|qun|xia"
    "|xie|xin|xiu|xue|xun|zhi|chi|shi|zha|cha|sha|zhe|che|she|zhu|chu|shu|ran|rao|ren|rou|rui|run|ruo|zai|zan|zao|zei|zen"
    "|zou|zui|zun|zuo|cai|can|cao|cen|cou|cui|cun|cuo|sai|san|sao|sen|sou|sui|sun|suo|yan|yao|yin|you|yue|yun|wai|wan|wei"
    "|wen|ang|eng|ba|bi|bo|bu|pa|pi|po|pu|ma|me|mi|mo|mu|fa|fo|fu|da|de|di|du|ta|te|ti|tu|na|ne|ni|nu|nv|la|le|li|lo|lu|lv"
    "|ga|ge|gu|ka|ke|ku|ha|he|hu|ji|ju|qi|qu|xi|xu|re|ri|ru|za|ze|zi|zu|ca|ce|ci|cu|sa|se|si|su|ya|ye|yi|yo|yu|wa|wo|wu"
    "|ai|an|ao|ei|en|er|ou|a|o|e"
)
_ONLY_SYLLABLES = re.compile(rf"(?:(?:{_SYLLABLES})['’]?){{1,8}}", re.IGNORECASE)
_LONGEST = 24


def may_be_pinyin(word: str) -> bool:
    """Tell whether a word consists of pinyin syllables; long words are none."""
    return len(word) <= _LONGEST and _ONLY_SYLLABLES.fullmatch(word) is not None
