"""Several questions in one cell: a line each, all of them marked as items."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from builder.importers.blocks import Block
from builder.importers.sheets.columns import Column, cell
from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import skeleton_of

_ITEM = re.compile(r" *(?:\d{1,2} *[.、)]|\(\d{1,2}\)|[-*·●•◆■▪○►]|[①-⑳]) *(?=\S)")
_ALONE = frozenset(
    {"number", "scenario", "answer", "key_points", "rubric", "criterion", "level", "option", "task"}
)
"""Fields that belong to one question; where one is filled in, a list is what that question asks."""
_TOGETHER = ("points", "answer_minutes", "think_minutes")
_SHARED = frozenset({"section", "type", "competencies", "difficulty", "position"})


def parted(row: Block, columns: Sequence[Column]) -> list[Block]:
    """The row itself, or a row for each question that its cell lists; the first keeps what is said of all of them.

    Points and minutes of all of them are nobody's: in the rows their columns are empty (see `of_all`).
    """
    stems = [c.index for c in columns if c.field == "stem" and cell(row, c.index).strip()]
    alone = any(c.field in _ALONE and cell(row, c.index).strip() for c in columns)
    lines = [line for line in cell(row, stems[0]).split("\n") if line.strip()] if len(stems) == 1 else []
    marks = [_ITEM.match(skeleton_of(line)) for line in lines]
    if (
        alone
        or len(lines) < 2
        or None in marks
        or sum(asks(skeleton_of(line)) for line in lines) * 3 < len(lines) * 2
    ):
        return [row]
    questions = [line[mark.end() :].strip() for line, mark in zip(lines, marks, strict=True) if mark]
    shared = {c.index for c in columns if c.field in _SHARED}
    none = {c.index for c in columns if c.field in _TOGETHER}
    rows = []
    for i, question in enumerate(questions):
        cells = [
            text if at in shared or (i == 0 and at not in none) else "" for at, text in enumerate(row.cells)
        ]
        cells[stems[0]] = question
        rows.append(dataclasses.replace(row, cells=tuple(cells)))
    return rows


def of_all(row: Block, columns: Sequence[Column]) -> list[tuple[str, str]]:
    """Heading and words of points and minutes that a row gives to all its questions together."""
    return [(c.name, text) for c in columns if c.field in _TOGETHER and (text := cell(row, c.index)).strip()]
