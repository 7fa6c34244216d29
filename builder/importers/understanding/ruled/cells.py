"""What a single cell of a table is: a label, the number of a question, a level of a rubric, points."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from builder.importers.blocks import Block
from builder.importers.understanding.amounts import amounts_in, halves
from builder.importers.understanding.flow import Flow, skeleton_of
from builder.importers.understanding.levels import LevelMark, level_marks
from builder.importers.understanding.lexicon import part_of
from builder.importers.understanding.numerals import amount, whole

LONGEST_LABEL = 24
_OTHERS = {
    **dict.fromkeys(("题号", "序号", "编号", "试题编号", "题目编号", "题序", "no.", "no", "#", "number", "question no.", "question no", "question number"), "number"),
    **dict.fromkeys(("部分", "类别", "模块", "环节", "板块", "section", "category"), "section"),
    **dict.fromkeys(("面试题目", "面试试题", "试题题目", "考题", "问题内容", "问题描述", "interview question", "questions"), "stem"),
    **dict.fromkeys(("参考答案及评分标准", "答案及评分标准", "答案与评分标准", "参考答案与评分标准", "答题参考", "参考答复", "参考内容"), "answer"),
    **dict.fromkeys(("合计", "总计", "总分", "小计", "total", "合计得分", "总得分", "total score"), "total"),
    **dict.fromkeys(("评分项", "评分项目", "评分内容", "评分维度", "评价项目", "评价内容", "评估项目", "评估内容", "考核项目", "考核内容", "考核维度", "项目", "内容", "维度", "要素", "指标", "评价指标", "考核指标", "测评指标", "评分要素", "评分点", "criterion", "criteria", "item", "dimension", "area", "factor"), "criterion"),
    **dict.fromkeys(("满分", "配分", "标准分", "分数", "分值(分)", "权重分", "最高分", "max", "maximum", "max points", "max. points", "points", "marks", "score"), "points"),
    **dict.fromkeys(("weak answer", "weak answers", "poor answer", "poor answers", "weak response", "poor response", "差的回答", "较差回答"), "common_errors"),
    **dict.fromkeys(("等级", "档次", "等次", "评分等级", "评价等级", "级别", "level", "rating", "grade"), "level"),
}  # fmt: skip
"""Words that head a column or stand before a value, and are no label, or another one, in running text."""
_WEIGHT = ("stem", "answer", "key_points", "rubric", "analysis", "intent")
_CANONICAL = {
    "number": ("题号", "No."),
    "section": ("部分", "Section"),
    "stem": ("题目", "Question"),
    "answer": ("参考答案", "Sample answer"),
    "key_points": ("答案要点", "Key points"),
    "rubric": ("评分标准", "Scoring"),
    "points": ("分值", "Points"),
    "common_errors": ("常见错误", "Common mistakes"),
}
_QUESTION = re.compile(
    r"(?:第 *([\d一二三四五六七八九十]{1,3}) *(?:道题|题|问)|(?:面试题|试题|题目|问题|题|question|q) *(?:no\. *)?([\d一二三四五六七八九十]{1,3}))[.、:]?"
)
_NUMBER = re.compile(r"\(?(\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[).、]?")
_POINTS = re.compile(r"(?:满分)? *(\d{1,3}(?:\.\d)?) *(?:分|points?|marks?|pts?)?")
_SPACED = re.compile(r"(?<=[一-龥]) +(?=[一-龥])")


def plain(cell: str) -> str:
    """The cell in plain signs and small letters, without the spaces that spread a label over its cell."""
    return _SPACED.sub("", skeleton_of(" ".join(cell.split())).strip(" *:[]").lower())


@functools.lru_cache(maxsize=4096)
def label_of(cell: str) -> str:
    """The part that a cell announces, or `number`, `section`, `criterion`, `level`, `total`; empty for other words."""
    if not cell.strip() or len(cell) > LONGEST_LABEL * 2:
        return ""
    name = plain(cell)
    bare = re.sub(r" *\([^()]*\)$", "", name).strip()
    if len(bare) > LONGEST_LABEL:
        return ""
    return _known(name) or _known(bare) or _first_known(re.split(r"及其?|和|与|、|/| & | and ", bare))


def _known(name: str) -> str:
    return _OTHERS.get(name) or part_of(name) or ""


def _first_known(names: list[str]) -> str:
    """What a column of several things holds first of all: 题目 before 参考答案 before 考察点."""
    parts = [_known(name.strip()) for name in names]
    return (
        min(parts, key=lambda part: _WEIGHT.index(part) if part in _WEIGHT else len(_WEIGHT))
        if all(parts)
        else ""
    )


def canonical(cell: str, part: str) -> str:
    """The cell where it is a label in running text; otherwise the common word for the part."""
    if part_of(plain(cell)) == part or part not in _CANONICAL:
        return cell
    chinese, english = _CANONICAL[part]
    return english if cell.strip() and cell.isascii() else chinese


def question_number(cell: str) -> int | None:
    """The number of 第3题, 题目三 or Question 3; None for a cell that is something else too."""
    found = _QUESTION.fullmatch(plain(cell)) if len(cell) <= LONGEST_LABEL else None
    return whole(found[1] or found[2]) if found else None


def bare_number(cell: str) -> int | None:
    """The number of 3, 3. or （三）, which is all that the cell holds."""
    found = _NUMBER.fullmatch(plain(cell)) if len(cell) <= LONGEST_LABEL else None
    return whole(found[1]) if found else None


@functools.lru_cache(maxsize=4096)
def level_of(cell: str) -> LevelMark | None:
    """The level that a cell names and nothing else: 优秀（9-10分）, 8-10分, Poor."""
    words = " ".join(cell.split())
    if not words or len(words) > 2 * LONGEST_LABEL:
        return None
    flow = Flow([Block(f"{words}: 甲"), Block(f"{words}: 乙")])
    marks = level_marks(flow, 0, len(flow), None)
    return marks[0] if marks and marks[0].start == 0 and marks[0].end >= len(words) + 1 else None


def is_band(cell: str) -> bool:
    """It names points from … to …: 8-10分, 9分以上."""
    level = (
        level_of(f"优（{' '.join(cell.split())}）") if re.search(r"\d|[一二三四五六七八九十]", cell) else None
    )
    return level is not None and level.low is not None and (level.low != level.high or "以" in cell)


def points_of(cell: str) -> Decimal | None:
    """The points of 4, 4分, 满分4分; None for anything else."""
    found = _POINTS.fullmatch(plain(cell))
    return halves(amount(found[1])) if found else None


def worth_of(title: str) -> Decimal | None:
    """The points that a title has in brackets behind it: 表达清楚（4分）."""
    found = re.search(r"[(\[]([^()\[\]]{1,20})[)\]]\s*$", skeleton_of(title))
    amounts, rest = amounts_in(found[1]) if found else (None, "")
    return (
        halves(amounts.points if amounts.points is not None else amounts.total)
        if amounts and not rest
        else None
    )


def labelled(name: str, value: str) -> str:
    """A label and its value as running text has them; the value alone where there is no name."""
    name = " ".join(name.split()).strip(" *:：")
    if not name:
        return value
    return f"{name}: {value}" if name.isascii() else f"{_SPACED.sub('', name)}：{value}"
