"""Tables as the lines they would be in running text: a question a row, levels of a rubric, or a label a row."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind
from builder.importers.understanding.columns import columns_of, is_level, labels_itself
from builder.importers.understanding.flow import skeleton_of

_ORDER = (
    "type",
    "points",
    "answer_minutes",
    "think_minutes",
    "competencies",
    "difficulty",
    "scenario",
    "stem",
    "task",
)


_ASIDE = "Interviewer notes"
"""Announces what a column of unknown meaning holds."""


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every table that is understood unfolded; other tables stay as they are."""
    done: list[Block] = []
    i = 0
    while i < len(blocks):
        end = i
        while end < len(blocks) and blocks[end].kind is Kind.TABLE_ROW:
            end += 1
        done += _table([b for b in blocks[i:end] if b.cells]) or blocks[i : max(end, i + 1)]
        i = max(end, i + 1)
    return done


def _table(rows: Sequence[Block]) -> list[Block]:
    """The lines of a table; none where what its columns hold is not known."""
    if len(rows) < 2:
        return []
    columns = columns_of(rows[0].cells)
    if "stem" in columns:
        return list(_questions(rows, columns))
    if columns.count("level") >= 2 and columns[0] in ("criterion", "competencies", "number", "rubric", ""):
        return list(_matrix(rows, columns))
    if "descriptor" in columns and all(is_level(row.cells[0]) for row in rows[1:]):
        return list(_levels(rows[1:]))
    if "points" in columns and "criterion" in columns:
        return list(_criteria(rows, columns))
    pairs = [row for row in rows if len(row.cells) == 2]
    if len(pairs) == len(rows) and sum(labels_itself(row.cells[0]) for row in rows) >= 2:
        return [_line(row, f"{row.cells[0].strip(' :：')}：{row.cells[1]}") for row in rows]
    return []


def _questions(rows: Sequence[Block], columns: Sequence[str]) -> Iterator[Block]:
    names = [cell.strip(" *:：") for cell in rows[0].cells]
    yield dataclasses.replace(rows[0], text="", cells=())
    section = ""
    for number, row in enumerate(rows[1:], 1):
        cells = [
            (part, name, cell)
            for part, name, cell in zip(columns, names, row.cells, strict=False)
            if cell.strip()
        ]
        here = next((cell for part, _, cell in cells if part == "section"), "")
        if here and here != section:
            section = here
            yield _line(row, here, Kind.HEADING)
        yield _line(row, f"Question {number}:")
        cells.sort(key=lambda c: _ORDER.index(c[0]) if c[0] in _ORDER else len(_ORDER) + (c[0] == "level"))
        levels = [(name, cell) for part, name, cell in cells if part == "level"]
        for part, name, cell in cells:
            if part not in ("number", "section", "level"):
                yield _line(row, f"{name}：{cell}" if part else f"{_ASIDE}：{name}：{cell}")
        if levels:
            yield _rubric(row)
            yield from (_line(row, f"{name}：{cell}") for name, cell in levels)


def _levels(rows: Sequence[Block]) -> Iterator[Block]:
    yield _rubric(rows[0])
    for row in rows:
        words = "，".join(cell for cell in row.cells[1:] if cell)
        yield _line(row, f"{row.cells[0].strip(' :：')}：{words}")


def _matrix(rows: Sequence[Block], columns: Sequence[str]) -> Iterator[Block]:
    """A criterion a row and a level a column."""
    yield dataclasses.replace(rows[0], text="", cells=())
    yield _rubric(rows[0])
    for number, row in enumerate(rows[1:], 1):
        cells = list(zip(columns, rows[0].cells, row.cells, strict=False))
        worth = next((cell for part, _, cell in cells if part == "points"), "")
        said = next((cell for part, _, cell in cells if part not in ("level", "number", "points")), "")
        if worth.strip().isdigit():
            said = f"{number}. {said}（{worth}分）："
        if said:
            yield _line(row, said)
        yield from (_line(row, f"{name}：{cell}") for part, name, cell in cells if part == "level" and cell)


def _criteria(rows: Sequence[Block], columns: Sequence[str]) -> Iterator[Block]:
    """A criterion a row, with its points and what is said of it."""
    yield dataclasses.replace(rows[0], text="", cells=())
    yield _rubric(rows[0])
    title, worth = columns.index("criterion"), columns.index("points")
    for number, row in enumerate(rows[1:], 1):
        if len(row.cells) <= max(title, worth):
            yield row
            continue
        points = skeleton_of(row.cells[worth]).strip().removesuffix("分")
        rest = [
            c for i, c in enumerate(row.cells) if i not in (title, worth) and columns[i : i + 1] != ["number"]
        ]
        said = "，".join(filter(None, rest))
        yield _line(row, f"{number}. {row.cells[title]}（{points}分）：{said}")


def _rubric(row: Block) -> Block:
    return _line(row, "评分标准：")


def _line(row: Block, text: str, kind: Kind = Kind.PARAGRAPH) -> Block:
    level = 2 if kind is Kind.HEADING else 0
    return Block(text, kind, level, place=row.place, start=row.start, end=row.end)
