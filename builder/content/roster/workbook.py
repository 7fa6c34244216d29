"""The first sheet of an XLSX workbook as rows of text."""

from __future__ import annotations

from pathlib import Path

from builder.content.roster.table import MAX_COLUMNS, MAX_ROWS, Cell, Row, refusal
from builder.errors import Place
from builder.tabular.faults import TableError
from builder.tabular.grid import GridRow, address
from builder.tabular.workbook import read_workbook


def workbook_rows(data: bytes, shown: Path) -> list[Row]:
    """The rows of the first sheet that have something in them; nothing is computed, and a formula is known as one.

    Raises ContentError for a file that is no workbook, or one that unfolds to more than a roster can be.
    """
    try:
        grids = read_workbook(data, max_sheets=1, max_rows=MAX_ROWS).grids
    except TableError as error:
        raise refusal("ROSTER-FORMAT", error.sentence, shown, error.hint) from None
    return [list(_cells(row, shown)) for grid in grids for row in grid.rows if min(row.cells) < MAX_COLUMNS]


def _cells(row: GridRow, shown: Path) -> list[Cell]:
    cells = []
    for column in range(min(max(row.cells) + 1, MAX_COLUMNS)):
        found = row.cells.get(column)
        place = Place(shown, row.number, column + 1)
        where = address(row.number, column)
        cells.append(Cell(found.text, place, where, found.formula) if found else Cell("", place, where))
    return cells
