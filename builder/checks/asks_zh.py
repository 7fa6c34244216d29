"""How Chinese asks: open words, yes-or-no forms, requests."""

from __future__ import annotations

import re

CLAUSE = re.compile(r"[^，,；;：:—]+[，,；;：:—]*")

_LINKS = r"(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[①-⑳]|然后|那么|同时|最后|接着|另外|此外|以及|并且|而且|随后|其次|其一|其二|[再并又也还且先另])"
_JOINED = re.compile(rf"\s*{_LINKS}")
_ASKED = re.compile(r"你(?:会|将|打算|应该|准备)?(?:怎么|怎样|如何)")

_WHAT = r"什么|哪(?!怕)|谁|多少|多久|多大|(?<![这那好十前后头近几有])几[个项件分点次步成时天位]"
_STRONG = r"怎么|怎样|如何|为什么|为何|凭什么|是什么|是谁|是哪|何时|何处|何以|何种"
_OPEN = re.compile(rf"(?<!无论)(?<!不论)(?<!不管)(?:{_STRONG}|{_WHAT})|是[^，]{{1,30}}还是")
_STRONG_OPEN = re.compile(rf"(?<!无论)(?<!不论)(?<!不管)(?:{_STRONG})|是[^，]{{1,30}}还是")
_REASON = re.compile(r"理由|原因|依据|经过|看法|想法|观点|见解|体会|为例|举例|做法|过程")

_ALTERNATIVE = re.compile(
    r"是否|能否|可否|会否|有没有|有无|可不可以|愿不愿意|(?![时动])([\u4e00-\u9fff])[不没]\1"
)
_TAG = re.compile(r"(?:吗|嘛|没有|没|吧)[\s*_]*[？?]")
_KNOWING = re.compile(r"(?:你|您)?(?:知道|清楚|了解|懂得|明白|会)")
_POLITE = re.compile(
    rf"\s*(?:{_LINKS})?(?:你|您)?(?:能不能|能否|可否|可不可以|可以|能|愿意|方便|是否可以|是否愿意)(?:请)?(?:你|您)?[^，]{{0,6}}?"
    r"(?:讲|说|谈|介绍|描述|举|分享|聊|解释|回顾)"
)
_SUPPOSING = re.compile(r"\s*(?:如果|假如|假设|假定|要是|倘若|设想|当|若)")

_SAYING = (
    r"(?:说说|讲讲|谈谈|说一|讲一|谈一|谈[^判]|说明|说出|说清|讲出|讲清|讲述|描述|介绍|举[例一出个]|分享|列[举出]|解释|阐述|论述"
    r"|指出|判断|分析|评价|算[出一]|演示|拟[一定写]|写[出一]|给出|比较|回顾|聊聊|试述|简述|概述|制定|提出|回答|试[分说论谈])"
)
_REQUEST = re.compile(
    rf"\s*(?:{_LINKS}|由此|就此|对此|据此|口头|现在|麻烦|烦|结合[^，]*?|对照|针对[^，]*?|用[^，]{{1,12}}?)*"
    rf"(?:请(?!假|示|求|教|客|他|她)|{_SAYING})|[^，]*(?:谈谈|说说|讲讲|谈一谈|说一说|讲一讲)"
)
_STORY = re.compile(
    r"[讲说谈举用述绍顾享][^，。；]{0,4}[一最][次件段位个项回例]|[讲说谈举]+[^，。；]{0,20}最[^，。；]{1,20}的"
    r"|一[次件段位个项回例][^，。；]*(?:经历|事|例)|的?经历|带团队度过|[^，]*的(?:一周|一天|一年)"
)
SETTING = re.compile(r"\s*(?:请?(?:设想|想象|假设|假定|阅读|看))")


def kind_of(clause: str, *, question: bool) -> str:
    """`open`, `closed`, `request`, `story` or `none`."""
    if _SUPPOSING.match(clause) and not _TAG.search(clause) and not _REQUEST.match(clause):
        return "none"
    if question and _POLITE.match(clause):
        return "story" if _STORY.search(clause) else "request"
    if _closed(clause, question):
        return "closed"
    if _OPEN.search(clause):
        return "open"
    if _REQUEST.match(clause):
        return "story" if _STORY.search(clause) else "request"
    return "none"


def requests(clause: str) -> bool:
    """Whether it asks even where the sentence ends in a full stop."""
    return bool(_REQUEST.match(clause) or _ASKED.search(clause))


def joined(clause: str) -> bool:
    """Whether it goes on to something else: 又怎样…, 再说说…, 并说明…."""
    return bool(_JOINED.match(clause))


def brief(clause: str) -> bool:
    """Whether it is too short to be a question of its own: 后来怎样, 怎么学."""
    return len(re.findall(r"\w", clause)) <= 5 and not re.search("你|您", clause)


def _closed(clause: str, question: bool) -> bool:
    if question and _TAG.search(clause):
        return True
    found = _ALTERNATIVE.search(clause)
    if not found or _OPEN.search(clause, 0, found.start()) or _REASON.search(clause):
        return False
    if _KNOWING.match(clause, found.end()):
        return True
    return not _STRONG_OPEN.search(clause, found.end())
