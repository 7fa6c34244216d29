"""Where each cell of an HTML table stands once spanning cells have taken their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from builder.errors import BuildError
from builder.render.docx.vocabulary import Element
from builder.words import words


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell from `column` over `span` columns; without a node it only fills its place."""

    node: Element | None
    column: int
    span: int
    merge: Literal["", "restart", "continue"] = ""


@dataclass(slots=True)
class _Hanging:
    """A cell from a row above that still reaches down `rows` rows."""

    span: int
    rows: int


def grid_rows(lines: Sequence[Element], columns: int) -> list[list[GridCell]]:
    """The cells of every row, left to right; places that no cell takes are filled with empty ones.

    Raises BuildError when a row has more cells than the table has columns.
    """
    hanging: dict[int, _Hanging] = {}
    return [_row(line, columns, hanging) for line in lines]


def _row(line: Element, columns: int, hanging: dict[int, _Hanging]) -> list[GridCell]:
    cells: list[GridCell] = []
    waiting = list(line)
    column = 0
    while column < columns or waiting:
        if column in hanging:
            cell = _continued(column, hanging)
        elif waiting:
            cell = _begun(waiting.pop(0), column, hanging)
        else:
            cell = GridCell(None, column, 1)
        cells.append(cell)
        column += cell.span
    if column > columns:
        raise BuildError(
            words("a table row has {cells} columns, its table has {columns}", cells=column, columns=columns)
        )
    return cells


def _continued(column: int, hanging: dict[int, _Hanging]) -> GridCell:
    above = hanging[column]
    above.rows -= 1
    if above.rows == 0:
        del hanging[column]
    return GridCell(None, column, above.span, "continue")


def _begun(node: Element, column: int, hanging: dict[int, _Hanging]) -> GridCell:
    span, rows = int(node.get("colspan") or 1), int(node.get("rowspan") or 1)
    if rows > 1:
        hanging[column] = _Hanging(span, rows - 1)
    return GridCell(node, column, span, "restart" if rows > 1 else "")
