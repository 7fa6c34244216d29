"""Guesses that a person is asked to look at: types of questions, the position, the language."""

from __future__ import annotations

import re

from builder.importers.understanding.flow import skeleton_of

DEFAULT_TYPE = "open"
_TYPES = (
    ("work-sample", r"实操|实际操作|上机|work sample|hands-on"),
    ("role-play", r"角色扮演|role[- ]?play"),
    ("case", r"案例|case stud|\bcases?\b"),
    ("emergency", r"应变|应急|突发|危机|紧急|emergency|crisis|incident"),
    ("situational", r"情景|情境|场景|假设|situational|scenario|hypothetical"),
    ("stress", r"压力|抗压|情绪|stress|pressure|resilience"),
    ("organisation", r"组织|计划|策划|统筹|planning|organi[sz]|project management"),
    ("interpersonal", r"人际|沟通|团队|协作|合作|冲突|领导|interpersonal|communicat|teamwork|collaborat|conflict|stakeholder|leadership"),
    ("motivation", r"自我认知|动机|求职|职业规划|职业认知|匹配|适配|价值观|自我介绍|motivation|about you|career|\bfit\b|values|warm-?up|background|icebreaker"),
    ("technical", r"专业|技术|知识|技能|业务|technical|knowledge|skills|product|tools|domain"),
    ("analysis", r"综合分析|社会现象|观点|分析|analysis|analytical|problem[- ]solving|judg?ement"),
    ("behavioural", r"行为|经历|过往|履历|behaviou?ral|past|experience"),
    ("open", r"开放|综合|open"),
)  # fmt: skip
_BEHAVIOURAL = re.compile(
    r"(?:讲|描述|分享|举|回忆|说|谈).{0,4}一[次个件段]|你(?:曾经|过去|以往)|\b(?:tell (?:me|us) about a time|describe a (?:time|situation)|give (?:me|us) an example|walk (?:me|us) through a time|a time when)",
    re.IGNORECASE,
)
_SITUATIONAL = re.compile(
    r"假如|假设|假定|如果你|如果您|要是你|\b(?:imagine|suppose|what would you do|how would you (?:handle|respond|deal))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:\d{4} *年?(?:度)?|最新|精选)+|\(\d{4}.*?\)|\.(?:docx?|pdf|txt)\w*$", re.IGNORECASE)
_ZH_END = re.compile(
    r"(?:岗位|职位)?(?:招聘|招录|应聘|竞聘|求职|校招|社招)?(?:结构化|半结构化|行为|专业)?(?:面试|笔试|试题|题库|题本|考核|测评|问答|考试)"
)
_EN_END = re.compile(
    r"[ \-:|,]*\b(?:structured |behavioural |behavioral |technical )*(?:interview|question bank|questions|assessment|hiring guide)\b.*",
    re.IGNORECASE,
)
_EN_FOR = re.compile(
    r"\b(?:interview(?: guide| pack| kit)?|questions?)\b.*?\bfor (?:an? |the |our )?(?P<who>.+)",
    re.IGNORECASE,
)
LONGEST_POSITION = 30


def guessed_type(*hints: str, stem: str = "") -> str | None:
    """The type that the words of a label, a title or a section's title name, the first that does; or the stem's."""
    for hint in hints:
        for kind, pattern in _TYPES:
            if re.search(pattern, skeleton_of(hint), re.IGNORECASE):
                return kind
    words = skeleton_of(stem)
    if _BEHAVIOURAL.search(words):
        return "behavioural"
    return "situational" if _SITUATIONAL.search(words) else None


def guessed_position(title: str) -> str | None:
    """The position that a title such as 2026年客服专员面试题 names, or None."""
    words = re.sub(r"^interview \w+: ", "", _YEAR.sub("", skeleton_of(title)).strip(), flags=re.IGNORECASE)
    if words.isascii():
        found = _EN_FOR.search(words)
        position = found["who"] if found else _EN_END.sub("", words)
        changed = found is not None or position != skeleton_of(title)
    else:
        end = _ZH_END.search(words)
        position, changed = (words[: end.start()], True) if end else (words, False)
    start = title.find(position) if position else -1
    position = title[start : start + len(position)] if start >= 0 else position
    position = position.strip(" -–—:：·|《》【】()（）")
    changed = changed and not re.fullmatch("案例分析|情景模拟|综合分析|结构化|专业知识", position)
    return position if changed and 1 < len(position) <= LONGEST_POSITION * (1 + position.isascii()) else None


def guessed_locale(text: str) -> str:
    """`zh-CN` where a tenth of the letters are Han characters, `en` otherwise."""
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    return "zh-CN" if han * 10 > len(re.findall(r"[^\W\d_]", text)) else "en"


def guessed_difficulty(text: str) -> str | None:
    """`easy`, `medium` or `hard`, as the words say."""
    words = skeleton_of(text).lower()
    for level, pattern in (
        ("medium", "中|medium|intermediate|moderate"),
        ("hard", "难|高|hard|difficult|advanced"),
        ("easy", "易|简单|低|easy|basic"),
    ):
        if re.search(pattern, words):
            return level
    return None
