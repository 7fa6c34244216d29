"""Workbooks as people lay them out, drawn at random: layouts vary, and what they hold is known."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from written_documents import HAN, Asked, written

NUMBERS = ("题号", "序号", "编号", "No.", "#")
STEMS = ("题目", "试题", "面试问题", "题干", "问题", "试题内容", "Question", "面试题目（必填）")
POINTS = ("分值", "分数", "满分", "分值（分）", "Points", "配分")
ANSWERS = ("参考答案", "答案", "参考答案/要点", "标准答案", "Suggested answer", "回答示例")
SECTIONS = ("部分", "模块", "类别", "一级分类", "Section", "题目分类")
RUBRICS = ("评分标准", "评分细则", "评分要点")
CRITERIA = ("评分项", "评分要素", "评分指标", "Criterion")
UNKNOWN = ("出题人", "更新日期", "适用门店")
TITLES = ("前台主管面试题库", "2026年仓储岗位结构化面试试题", "客服面试题本（内部）")
NOTES = ("注：本表每季度更新一次", "备注：打印时请用双面纸")
WAYS = ("column", "merged", "rows", "sheets")


@dataclass
class Laid:
    """A workbook, and what it holds."""

    data: bytes
    sections: list[tuple[str, list[Asked]]]
    strange: list[str]
    """Words that belong to no field."""
    shape: str


def laid(seed: int) -> Laid:
    """A workbook of a layout that the seed draws."""
    draw = random.Random(seed)
    document = written(seed)
    way = draw.choice(WAYS if len(document.sections) > 1 else WAYS[:3])
    plan = _Plan(draw, document.sections, way)
    book = Workbook()
    book.remove(book.active)
    if way == "sheets":
        for title, questions in document.sections:
            plan.fill(book.create_sheet(title), [(title, questions)])
    else:
        plan.fill(book.create_sheet("Sheet1"), document.sections)
    stream = io.BytesIO()
    book.save(stream)
    shape = f"{seed} {way} {[name for name, _ in plan.columns]} rubric={plan.rubric} restart={plan.restart} total={plan.total}"
    return Laid(stream.getvalue(), document.sections, plan.strange, shape)


class _Plan:
    def __init__(self, draw: random.Random, sections: list[tuple[str, list[Asked]]], way: str) -> None:
        questions = [q for _, qs in sections for q in qs]
        self.draw, self.way = draw, way
        self.restart = draw.random() < 0.5
        self.total = draw.random() < 0.5 and way != "sheets"
        self.title = draw.choice(TITLES)
        self.strange: list[str] = []
        self.rubric = draw.choice(("cell", "below", "blank below")) if questions[0].criteria else ""
        fields = [("number", NUMBERS), ("stem", STEMS), ("points", POINTS)]
        if way in ("column", "merged"):
            fields.insert(draw.randint(0, 1), ("section", SECTIONS))
        if any(q.answer for q in questions):
            fields.insert(draw.randint(2, len(fields)), ("answer", ANSWERS))
        if self.rubric == "cell":
            fields.append(("rubric", RUBRICS))
        elif self.rubric:
            fields += [("criterion", CRITERIA), ("criterion_points", ("分项分值", "Criterion points"))]
        if draw.random() < 0.4:
            fields.insert(draw.randint(2, len(fields)), ("strange", UNKNOWN))
        self.columns = [(field, draw.choice(names)) for field, names in fields]

    def fill(self, sheet: Worksheet, sections: list[tuple[str, list[Asked]]]) -> None:
        width = len(self.columns)
        if self.draw.random() < 0.6:
            sheet.append([self.title])
            sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
            for _ in range(self.draw.randint(0, 2)):
                sheet.append([None])
        sheet.append([name for _, name in self.columns])
        number = 0
        for s, (title, questions) in enumerate(sections):
            number = 0 if self.restart else number
            if self.way == "rows":
                sheet.append([f"{HAN[s]}、{title}"])
            first = sheet.max_row + 1
            for question in questions:
                number += 1
                self._question(sheet, number, title, question)
            if self.way == "merged":
                self._merge(sheet, "section", first, sheet.max_row)
            if self.draw.random() < 0.2:
                sheet.append([None])
        self._below(sheet, sections)

    def _question(self, sheet: Worksheet, number: int, title: str, asked: Asked) -> None:
        row = sheet.max_row + 1
        strange = f"戊{self.draw.randint(100, 999)}"
        lines = (
            asked.answer
            if len(asked.answer) < 2
            else [f"{i}.{text}" for i, text in enumerate(asked.answer, 1)]
        )
        values = {
            "number": self.draw.choice((number, str(number), f"{number}.", f"第{number}题")),
            "stem": asked.stem,
            "points": self.draw.choice((asked.points, f"{asked.points}分")),
            "section": title,
            "answer": "\n".join(lines),
            "rubric": "\n".join(
                f"{i}.{name}（{points}分）" for i, (name, points) in enumerate(asked.criteria, 1)
            ),
            "strange": strange,
        }
        sheet.append([values.get(field) for field, _ in self.columns])
        if any(field == "strange" for field, _ in self.columns):
            self.strange.append(strange)
        if self.rubric.endswith("below"):
            self._criteria(sheet, row, asked)

    def _criteria(self, sheet: Worksheet, row: int, asked: Asked) -> None:
        names = [field for field, _ in self.columns]
        for i, (title, points) in enumerate(asked.criteria):
            sheet.cell(row + i, names.index("criterion") + 1, title)
            sheet.cell(row + i, names.index("criterion_points") + 1, points)
        if self.rubric == "below":
            for field in names:
                if field not in ("criterion", "criterion_points", "section"):
                    self._merge(sheet, field, row, sheet.max_row)

    def _merge(self, sheet: Worksheet, field: str, first: int, last: int) -> None:
        column = [name for name, _ in self.columns].index(field) + 1
        if last > first:
            for row in range(first + 1, last + 1):
                sheet.cell(row, column).value = None
            sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)

    def _below(self, sheet: Worksheet, sections: list[tuple[str, list[Asked]]]) -> None:
        if self.total:
            row = sheet.max_row + 1
            sheet.cell(row, 1, "合计")
            column = [name for name, _ in self.columns].index("points") + 1
            sheet.cell(row, column, sum(q.points for _, qs in sections for q in qs))
        if self.draw.random() < 0.4:
            note = self.draw.choice(NOTES)
            sheet.append([note])
            self.strange.append(note)
