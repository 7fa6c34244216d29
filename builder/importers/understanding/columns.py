"""What the columns of a table hold, by their headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.lexicon import part_of

_NUMBERS = ("题号", "序号", "编号", "no.", "no", "#", "number", "id", "nr", "q#", "q no.")
_SECTIONS = ("部分", "类别", "模块", "环节", "板块", "section", "part", "category")
_LEVELS = ("等级", "档次", "等次", "分档", "档位", "分数段", "得分区间", "分数区间", "得分", "score", "rating", "level", "grade", "mark", "scale", "band")  # fmt: skip
_DESCRIPTORS = ("描述", "标准", "表现", "说明", "等级描述", "行为描述", "行为表现", "具体表现", "评价", "description", "descriptor", "meaning", "definition", "behaviour", "behavior", "behaviours", "indicators", "what it looks like", "anchor", "evidence", "response", "answer looks like", "criteria")  # fmt: skip
_CRITERIA = ("评分项", "评分项目", "评分点", "评价项目", "项目", "指标", "要素", "维度", "内容", "criterion", "criteria", "item", "element", "area")  # fmt: skip
_POINTS = (
    "分值",
    "分数",
    "满分",
    "配分",
    "权重分",
    "points",
    "marks",
    "max",
    "max score",
    "maximum",
    "weight",
)
_LEVEL = re.compile(
    r"[(\[]?(?:\d{1,3}(?:\.\d)?(?: *(?:-|至|到|to) *\d{1,3}(?:\.\d)?)? *(?:分|points?|marks?|pts?)?(?:及?以[上下])?"
    r"|(?:优秀|优良|优|良好|良|中等|中|一般|合格|及格|较好|较差|不合格|不及格|好|差|[一二三四五]等|第?[一二三四五]档|[A-E]档?"
    r"|excellent|outstanding|very good|good|strong|average|adequate|acceptable|satisfactory|fair|mixed|developing|weak|poor|unacceptable|limited)"
    r"(?: *[(\[] *\d[^()]{0,14}[)\]])?)[)\]]?(?: *[-:(] *[^\d]{0,30})?",
    re.IGNORECASE,
)


def columns_of(header: Sequence[str]) -> list[str]:
    """Of each column a part of a question, `number`, `section`, `level`, `descriptor` or `criterion`; empty: unknown."""
    columns = [_column(cell) for cell in header]
    if "stem" not in columns:
        columns = [_scoring(cell) or column for cell, column in zip(header, columns, strict=True)]
    return columns


def is_level(cell: str) -> bool:
    """It names a level: 5, 8-10分, 优（9-10分）, 3 - Adequate."""
    return _LEVEL.fullmatch(_name(cell)) is not None


def labels_itself(cell: str) -> bool:
    """It announces a part of a question."""
    return part_of(_name(cell)) is not None


def _name(cell: str) -> str:
    return skeleton_of(cell).strip(" *:").lower()


def _column(cell: str) -> str:
    name = _name(cell)
    if name in _NUMBERS:
        return "number"
    if name in _SECTIONS:
        return "section"
    part = part_of(name) or part_of(name.partition("(")[0].strip())
    return part or ("level" if is_level(cell) else "")


def _scoring(cell: str) -> str:
    """What a column of a table without questions is for."""
    name = _name(cell).partition("(")[0].strip()
    if name in _POINTS:
        return "points"
    if name in _LEVELS:
        return "scored"
    if name in _DESCRIPTORS or name.endswith(("标准", "描述", "表现")):
        return "descriptor"
    return "criterion" if name in _CRITERIA or name.endswith(("要素", "指标", "项目", "维度")) else ""
