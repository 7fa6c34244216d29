"""Panels to fill in: a view of any rule, its workbook, marks typed into it, and what a reader finds in it."""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from ruamel.yaml import YAML

from builder.compose.labels import Labels, read_labels
from builder.compose.workbook import panel_workbook
from builder.content.project import built_in_templates
from builder.content.views.panel import TOP, PanelView, WeighedCompetency
from builder.model.bank import Aggregation, Scale
from builder.model.theme import Theme
from builder.render.xlsx import render_xlsx

COMPETENCIES = (("交接", 35), ("沉着", 40), ("记录", 25))
ROOMS = ("第1考场", "第2考场", "第3考场")
ABSENT = "缺考"


def panel(
    rule: str, raters: int, scale: str = "points", locale: str = "zh-CN", competencies: Any = COMPETENCIES
) -> PanelView:
    """The view of a panel of that size and rule; points are out of 100."""
    return PanelView(
        id="night-desk",
        title="夜班服务台结构化面试",
        locale=locale,
        version="1.0",
        position="夜班服务台专员",
        raters=raters,
        aggregation=Aggregation(rule),
        scale=Scale(scale),
        competencies=[WeighedCompetency(name=name, weight=Decimal(weight)) for name, weight in competencies],
        points=Decimal(TOP.get(Scale(scale), 100)),
        marking=None,
    )


@functools.cache
def labels(locale: str = "zh-CN") -> Labels:
    return Labels(read_labels(locale, [built_in_templates()]))


@functools.cache
def theme() -> Theme:
    return Theme.model_validate(
        YAML(typ="safe").load((built_in_templates() / "theme.yaml").read_text("utf-8"))
    )


def book(view: PanelView) -> bytes:
    """The Excel file of a panel."""
    return render_xlsx(panel_workbook(view, labels(view.locale)), theme())


@dataclass(frozen=True)
class Candidate:
    """What is typed in for one candidate: marks by competency (one list if there are none), each one a rater."""

    marks: Sequence[Sequence[Decimal | None]]
    room: str = ""
    remark: str = ""
    agreed: Sequence[Decimal] = ()
    reasons: Sequence[str] = ()
    written: Decimal | None = None


class Columns:
    """A sheet by the words in its head row, candidate by candidate."""

    def __init__(self, sheet: Worksheet, head: int, height: int = 1) -> None:
        self._sheet, self._head, self._height = sheet, head, height
        self._columns = {cell.value: cell.column for cell in sheet[head] if cell.value}

    def cell(self, word: str, candidate: int = 0, row: int = 0) -> Any:
        """The cell of a column; `row` counts within the candidate's block."""
        return self._sheet.cell(self._head + 1 + candidate * self._height + row, self._columns[word])

    def __contains__(self, word: str) -> bool:
        return word in self._columns


def marks_columns(workbook: Any, view: PanelView) -> Columns:
    """The sheet of marks."""
    height = len(view.competencies) + view.trims_totals if view.by_competency else 1
    return Columns(workbook["评分录入"], 4, height)


def filled(view: PanelView, candidates: Sequence[Candidate], interview_share: Decimal) -> bytes:
    """The Excel file with candidates typed in."""
    workbook = load_workbook(io.BytesIO(book(view)))
    marks, composite = marks_columns(workbook, view), Columns(workbook["综合成绩"], 4)
    for number, candidate in enumerate(candidates):
        marks.cell("抽签号", number).value = f"{number + 1:02}"
        if candidate.remark:
            marks.cell("备注", number).value = candidate.remark
        if candidate.room:
            marks.cell("考场", number).value = candidate.room
        for row, given in enumerate(candidate.marks):
            for rater, mark in enumerate(given, start=1):
                marks.cell(f"考官{rater}", number, row).value = mark
        for row, mark in enumerate(candidate.agreed):
            marks.cell("合议分", number, row).value = mark
        for row, reason in enumerate(candidate.reasons):
            marks.cell("理由", number, row).value = reason
        composite.cell("笔试成绩", number).value = candidate.written
    ((_, place),) = list(workbook.defined_names["interview_share"].destinations)
    workbook["综合成绩"][place.replace("$", "")].value = interview_share / 100
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def read(file: Path) -> Any:
    """A recalculated workbook: the results, not the formulas."""
    return load_workbook(file, data_only=True)
