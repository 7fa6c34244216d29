"""What a line of a sheet is by its words: a sum, a note, the name of a section, something to fill in."""

from __future__ import annotations

import re

from builder.importers.understanding.cues import asks, is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.lexicon import part_of

_CODE = re.compile(r"[a-z]{1,12}[-_./ ]?[a-z0-9._/-]*\d[a-z0-9._/-]*|\d+(?:[-._/]\d+)+", re.IGNORECASE)
_SUM = re.compile(
    r"(?:合计|总计|总分|小计|共计|满分|总分值|总成绩|得分合计|grandtotal|subtotal|sub-total|totalscore|totalpoints|total|sum)(?:\(.*\))?:?"
)
_NOTE = re.compile(
    r" *(?:注|备注|说明|注意|提示|填写说明|填表说明|使用说明|评分说明|note|notes|nb|remarks?|instructions?|source|legend)(?:\d{0,2}) *[:.]|.*(?:签名|签字|signature|signed) *:",
    re.IGNORECASE,
)
_FILL = re.compile(r"必填|选填|非必填|required|optional|mandatory|示例|例|example", re.IGNORECASE)
_STRONG = re.compile(
    r" *(?:第 *[一二三四五六七八九十\d]{1,3} *(?:部分|篇|章|单元|模块|环节|类|轮)|[一二三四五六七八九十]{1,3} *[、.]|\([一二三四五六七八九十]{1,3}\)|(?:part|section|module|stage|round) +[\dIVXa-h]+)",
    re.IGNORECASE,
)
_LABEL = re.compile(r" *([^ :()]{1,8})(?:\([^()]*\)|[一二三四五\d])? *:")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NOTHING = re.compile(r"无|暂无|略过|[-—–/\\]{1,3}|n/?a|none|nil|null", re.IGNORECASE)
_DITTO = re.compile(r"同上|〃|″|ditto|same as above|as above", re.IGNORECASE)


def is_code(words: str) -> bool:
    """It is a number with letters, such as QB-0012 or 2.3."""
    return _CODE.fullmatch(words) is not None


def is_sum(text: str) -> bool:
    """It heads a row of sums."""
    return _SUM.fullmatch(re.sub(r"\s", "", skeleton_of(text)).lower()) is not None


def is_note(text: str) -> bool:
    """It is a remark on the table, or a line to sign on."""
    return _NOTE.match(skeleton_of(text)) is not None


def is_to_fill(text: str) -> bool:
    """It says of a template's column whether it must be filled in."""
    return _FILL.fullmatch(skeleton_of(text).strip(" ()[]*")) is not None


def says_nothing(text: str) -> bool:
    """It stands for an empty cell."""
    return _NOTHING.fullmatch(skeleton_of(text).strip()) is not None


def repeats_above(text: str) -> bool:
    """It stands for what the cell above says."""
    return _DITTO.fullmatch(skeleton_of(text).strip()) is not None


def surely_names_section(text: str) -> bool:
    """It is numbered like a section and asks nothing."""
    words = skeleton_of(text).strip()
    return _STRONG.match(words) is not None and may_name_section(words)


def may_name_section(text: str) -> bool:
    """It could be a title; what it says of points and minutes in brackets is no part of that."""
    bare = _BRACKETS.sub("", skeleton_of(text))
    return is_title(bare) and not asks(bare)


def labelled_part(text: str) -> str:
    """The part of a question that a label at the beginning announces; empty where there is none."""
    found = _LABEL.match(skeleton_of(text))
    return (part_of(found[1].lower()) or "") if found else ""
