"""Tables without ruled lines, as far as wide gaps between aligned words tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.importers.reading.pdf.pages import Run

WIDE = 1.6
"""Ems between two cells."""
ALIGNED = 0.7
"""Ems by which cells of one column may differ in where they begin."""
FEWEST = 3
"""Rows of a table."""
MOST_CELLS = 40
MARKER = re.compile(
    r"[(（\[【]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[.、)）．\]】:：]+|[-–—•·●○■◆▪◦‣\uf020-\uf0ff]|[①-⑳]"
)
"""What stands before an item of a list, often with a wide gap behind it."""
Row = Sequence[Run]


@dataclass
class Gapped:
    """Rows that stand below each other in the same columns, each its cells."""

    rows: list[list[list[Run]]]


def tables_among(rows: Sequence[Row]) -> Iterator[Row | Gapped]:
    """The rows of one column of text, those of a table together."""
    cut = [_cells(row) for row in rows]
    i = 0
    while i < len(rows):
        end = i
        while end < len(rows) and 1 < len(cut[end]) <= MOST_CELLS and _fits(cut[i], cut[end]):
            end += 1
        if end - i >= FEWEST:
            table, end = _table(cut, i, end)
            yield table
        else:
            end = i + 1
            yield rows[i]
        i = end


def _cells(row: Row) -> list[list[Run]]:
    cells: list[list[Run]] = [[row[0]]]
    for run in row[1:]:
        if run.left - cells[-1][-1].right > WIDE * run.size:
            cells.append([run])
        else:
            cells[-1].append(run)
    is_item = len(cells) == 2 and MARKER.fullmatch("".join(run.text for run in cells[0])) is not None
    return [[*cells[0], *cells[1]]] if is_item else cells


def _starts(cells: Sequence[Row]) -> list[float]:
    return [cell[0].left for cell in cells]


def _fits(first: Sequence[Row], cells: Sequence[Row]) -> bool:
    """All its cells begin where cells of the first row begin."""
    return all(_column(_starts(first), cell) >= 0 for cell in cells)


def _column(starts: Sequence[float], cell: Row) -> int:
    near = ALIGNED * cell[0].size
    return next((i for i, start in enumerate(starts) if abs(start - cell[0].left) <= near), -1)


def _table(cut: Sequence[list[list[Run]]], start: int, end: int) -> tuple[Gapped, int]:
    starts = _starts(cut[start])
    table = Gapped([])
    for cells in cut[start:end]:
        row: list[list[Run]] = [[] for _ in starts]
        for cell in cells:
            row[_column(starts, cell)] += cell
        table.rows.append(row)
    return table, end
