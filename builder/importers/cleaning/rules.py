"""The patterns of what sites put around documents, and the reasons that reports give."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from builder.words import Words, words

REASONS: dict[str, Words] = {
    "notice": words("a notice of the web site"),
    "upload": words("who uploaded it, when and how often it was read"),
    "page": words("a page number"),
    "links": words("links to other documents"),
    "comments": words("comments of the site's users"),
    "header": words("the title at the head of a page"),
    "contents": words("a table of contents"),
    "file": words("the name of the file"),
    "repeat": words("the same text stands once more in the document"),
}
_LEAD = re.compile(r"(?:[-*·●•○■□>»]+ *)?(?:\d{1,2} *[.、) ]+ *){0,2}")
_SELF = re.compile(
    "本站|本网站?(?!点)|本平台|(?:本|该|此)(?:文档|资源)|如文档|文库|(?:网友|用户|会员)上传|上传者|vip|压缩(?:文件|包)|winrar",
    re.IGNORECASE,
)
_TERMS = re.compile(
    "上传|下载|版权|著作权|侵权|侵犯|举报|申诉|认领|会员|付费|退款|积分|转载|商业用途|商业或盈利|法律责任|不保证|不承担|真实性|准确性|完整性|删除|与我们联系|联系我们|客服|预览|存储空间|仅供|权益|网友|合作方|补贴|格式转换|软件|附件|图纸|无特殊说明|阅读器|解压|伤害或损失"
)
_OF_INTERVIEWS = re.compile(
    "面试|岗位|考生|候选人|应聘|考官|客户|坐席|员工|团队|评分(?:标准|要点|细则|表)|[?]|(?:请|你)(?:说|谈|举|描述|分析|如何|怎)"
)
"""Words of the document itself: a line with one of them is no notice, whatever else it says."""

SHORT = 12
"""Characters up to which a numbered line is a word of a list: 3.相关文档, 2.评论."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of whole lines, where it holds, and why such a line is left out."""

    where: str
    reason: str
    pattern: re.Pattern[str]


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are asked."""
    file = Path(__file__).with_name("boilerplate.toml")
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    return tuple(
        Rule(
            entry["where"],
            entry["reason"],
            re.compile("|".join(f"(?:{line})" for line in entry["lines"]), re.IGNORECASE),
        )
        for entry in entries
    )


@functools.lru_cache(20_000)
def rule_of(line: str, *where: str) -> Rule | None:
    """The first rule of these places that a line, in plain signs, is of."""
    lead = _LEAD.match(line)
    bare = line[lead.end() :].strip() if lead else line
    if lead and re.search(r"\d *[.、)]", lead[0]) and len(bare) <= SHORT:
        return None  # an item of a list of the document's own
    found = (
        rule
        for rule in rules()
        if rule.where in where
        and (rule.pattern.fullmatch(bare) or (bare != line and rule.pattern.fullmatch(line)))
    )
    return next(found, None)


def is_notice(line: str) -> bool:
    """It speaks of the site itself and of what sites speak of, and of nothing that interviews are about."""
    own = set(_SELF.findall(line))
    return bool(own) and len(own | set(_TERMS.findall(line))) >= 3 and not _OF_INTERVIEWS.search(line)


def may_be_notice(line: str) -> bool:
    """It has some of these words: enough beside a line that is one."""
    own, others = set(_SELF.findall(line)), set(_TERMS.findall(line))
    return (bool(own - {"本平台"}) or len(own | others) >= 2) and not _OF_INTERVIEWS.search(line)
