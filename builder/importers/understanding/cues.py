"""How a piece of text sounds: an ask, a title, a heading of notes or of an answer key."""

from __future__ import annotations

import re

from builder.importers.understanding.flow import skeleton_of

_ASK = re.compile(
    r"[?]|请(?!联系|点击|自行|勿|进行|注意|下载|参阅|参考|遵守|妥善)|如何|怎么|怎样|为什么|为何|哪些|哪个|哪几|谈谈|说说|谈一谈|说一说|讲讲|简述|描述|阐述|论述|举例|"
    r"(?:^|[。,;:]) *(?:分析|介绍|分享|设计|比较|列举|假如|假设|假定|如果你|如果您|如果让)|"
    r"\b(?:how|what|why|which) (?:do|did|does|would|will|are|is|was|were|have|has|can|could|should|kind|makes?|made|steps)\b|"
    r"(?:^|[.;:,] *|\band )(?:tell|describe|give|walk|explain|imagine|suppose|outline|recall|think of|demonstrate)\b|"
    r"^[\"“* ]*(?:share|talk|discuss|draft|write|compare|show|name|list|define|design|identify|take us|take me|talk us)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"您|你|什么|如果|\b(?:you|your|how|what|why|when)\b", re.IGNORECASE)
_TITLE_WORDS = re.compile(
    r"(?:题|类|部分|能力|素质|素养|技能|知识|认知|动机|匹配|适配|经验|管理|沟通|协作|模拟|分析|问答|环节|板块|应变|面试|评分|应急|动机|意识|潜力|潜质|稳定性|价值观|态度|背景|关系|规划|组织|计划|决策|创新|抗压|压力|热身|开场|暖场|收尾|综合|情景|情境|案例|行为|基础|考察|考查)(?:题目|问题|部分|类)?$|"
    r"\b(?:questions?|competenc|skills|round|interview|experience|knowledge|motivation|teamwork|leadership|communication|problem[- ]solving|fit|values|judg?ement|scenarios?|cases?|behaviou?ral|situational|technical|service|warm-?up|icebreakers?|introduct(?:ion|ory)|ethics|integrity|adaptability|collaboration|ownership|initiative|resilience|planning|organi[sz]ation|delivery|strategy|customers?|safety|people|culture|background|closing|opening)\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"面试|试题|题库|题本|考题|真题|问答|题目|模拟题|\b(?:interviews?|questions?|question bank|hiring guide|screening|assessment centre)\b",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(
    r"(?:题|题目|问题|题库|题本|题集|清单|大全|汇总|真题|问答|提纲)(?:[一二三四五六七八九十]|\d{1,3}[题道]|[A-Z]卷)?$|\bquestions?(?: .{0,40})?$",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^(?:附件?[一二三\d]?[:：]? *)?(?:.{0,10}(?:使用|填写|操作|评分)(?:说明|须知|指南)|(?:面试|考试|答题|评分|使用|考生|考官|作答|题本)?(?:须知|注意事项|说明|要求|目的|流程|安排|纪律|规则|概况|程序|时间)|温馨提示|前言|引言|(?:面试官|考官)?(?:导语|导入语|结束语|须知|指引|寄语)|结语|总结|小结|写在最后|后记|岗位职责|任职要求|任职资格|岗位要求|"
    r"评分表|评分标准|评分细则|评分等级|评分说明|评分维度|评分量表|评分办法|评分等级说明|评分参照表|(?:总体)?评价|面试评价|评分汇总|面试评分表|测评要素|考核内容|考察要素|(?:双向)?细目表|命题蓝图|(?:考核|面试|测试|测评|考试|考察)(?:形式|方式|方法|对象|范围|地点|组织|人员|准备|结果)|其他(?:事项|说明|要求)|附录|附件|备注|"
    r"instructions?(?: (?:for|to) .*)?|conclusions?|summary|final thoughts|in summary|references|overall (?:rating|score|assessment|recommendation).*|recommendation|rating.*|overview|about.*|introduction|notes?|notes for .*|how to .*|scoring.*|rating scale.*|rubric|closing remarks|opening (?:words|script|remarks)|next steps|tips .*|guidance .*|reminders?|legal.*|(?:questions|topics) (?:to avoid|not to ask).*|do not ask.*|appendix|job description|guidelines?|candidate information|interviewer guide.*|before (?:you start|the interview).*|after the interview.*|wrap[- ]?up)"
    r"(?:\(.*\))?:?$",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"^(?:附件?[一1]?:? *)?(?:试题|面试题|试卷)?(?:参考|标准)?答案(?:(?:及|与|和|、)(?:参考|答案|试题)?(?:解析|评分标准|评分细则|评分参考|要点|提示|评分))?(?:部分)?:?$|"
    r"^(?:answer key|model answers|sample answers|suggested answers|answers|answers and scoring|answer guide):?$",
    re.IGNORECASE,
)
_END = re.compile(r"[。?!;.…:](?:[\"”’'》」)\]]*)$")


def speaks_of_interviews(skeleton: str) -> bool:
    """It has a word that documents full of questions have in their title."""
    return _INTERVIEW.search(skeleton) is not None


def heads_questions(skeleton: str) -> bool:
    """It is the title of a list of questions."""
    return _QUESTIONS.search(re.sub(r" *[(\[][^()\[\]]*[)\]]$", "", skeleton.strip(" *:#"))) is not None


def asks(skeleton: str) -> bool:
    """It asks or tells somebody to answer."""
    return _ASK.search(skeleton) is not None


def hints_at_asking(skeleton: str) -> bool:
    """It has a word that asks often have, and other sentences too."""
    return _HINT.search(skeleton) is not None


def is_title(skeleton: str) -> bool:
    """It is short, one line, and ends like no sentence."""
    words = skeleton.strip(" *#")
    limit = 80 if words.isascii() else 36
    return (
        0 < len(words) <= limit
        and "\n" not in words
        and "___" not in words
        and not re.search(r"[。;!]|[.?]$", words)
    )


def sounds_like_section(skeleton: str) -> bool:
    """It ends in a word that parts of interviews are called by."""
    words = re.sub(r" *[(\[][^()\[\]]*[)\]]$", "", skeleton.strip(" *:#"))
    return _TITLE_WORDS.search(words.strip(" *:")) is not None


def only_says_questions(skeleton: str) -> bool:
    """It says that questions follow, and not which."""
    return (
        re.fullmatch(r"(?:interview )?questions?|(?:面试)?(?:问题|题目|试题)", skeleton, re.IGNORECASE)
        is not None
    )


def heads_notes(skeleton: str) -> bool:
    """It heads something that is no part of the interview: instructions, an appendix, a score sheet."""
    return _NOTES.match(skeleton.strip(" *#")) is not None


def heads_key(skeleton: str) -> bool:
    """It heads the answers to all questions, at the end of a paper."""
    return _KEY.match(skeleton.strip(" *#")) is not None


def ends_well(text: str) -> bool:
    """It ends with a sign that ends a sentence."""
    return _END.search(skeleton_of(text).rstrip(" *")) is not None
