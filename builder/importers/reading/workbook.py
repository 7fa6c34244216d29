"""XLSX: every sheet with its rows; what is hidden is read too, and said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from builder.errors import RequestError
from builder.importers.blocks import Manuscript
from builder.importers.reading.table_rows import MOST_ROWS, Pages
from builder.tabular.faults import TableError
from builder.tabular.grid import Grid, GridRow, address, letters, split_address
from builder.tabular.workbook import Workbook, read_workbook
from builder.words import Words, words

_GIVEN = re.compile(r"(?:sheet|工作表|表|table|feuil|tabelle) *\d*(?: *\(\d+\))?", re.IGNORECASE)
_THREADED = re.compile(
    r"^\[(?:Threaded comment|线程批注|线索批注)\].*?(?:Comment|批注|注释)[:：]\s*", re.DOTALL | re.IGNORECASE
)
MOST_NAMED = 12
MOST_MERGED = 2_000_000


def read_xlsx(name: str, data: bytes) -> Manuscript:
    """The workbook's rows, sheet by sheet. Raises RequestError, naming sheet and cell, for what cannot be read."""
    try:
        book = read_workbook(data, max_rows=MOST_ROWS)
    except TableError as error:
        raise RequestError(
            words("{path}: {problem}", path=name, problem=error.sentence), error.hint
        ) from None
    pages = Pages()
    notes: list[Words] = [*_book_notes(book)]
    for table, grid in enumerate(book.grids, 1):
        if not (grid.rows or grid.comments):
            pages.leave_out(grid.name, words("the name of an empty sheet"))
            continue
        if _GIVEN.fullmatch(grid.name.strip()):
            pages.leave_out(grid.name, words("the name that the program gave a sheet"))
        else:
            pages.heading(grid.name, table)
        _add_rows(pages, grid, table)
        notes += _notes(grid)
    for chart in book.charts:
        pages.leave_out(chart, words("the name of a sheet that holds a chart alone"))
    return Manuscript(name, pages.finished(), tuple(pages.blocks), tuple(pages.left_out), tuple(notes))


def _add_rows(pages: Pages, grid: Grid, table: int) -> None:
    merged = _merged(grid)
    for row in grid.rows:
        cells = [_words(row, column) for column in range(max(row.cells) + 1)]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            width = max([len(cells) - 1, *merged.get(row.number, {})]) + 1
            above = tuple(merged[row.number].get(c, 0) for c in range(width)) if row.number in merged else ()
            pages.row(tuple(cells), above=above, place=row.number, table=table)
    for where, text in grid.comments:
        pages.remark(_THREADED.sub("", text), where, place=_row_of(where), table=table)


def _words(row: GridRow, column: int) -> str:
    cell = row.cells.get(column)
    return (cell.typed or cell.text).replace("\t", " ") if cell else ""


def _row_of(where: str) -> int:
    try:
        return split_address(where)[0]
    except ValueError:
        return 1


def _merged(grid: Grid) -> dict[int, dict[int, int]]:
    """Row → column → rows above, for the cells of merged ranges below their first row."""
    found: dict[int, dict[int, int]] = {}
    numbers = [row.number for row in grid.rows]
    width = max((max(row.cells) + 1 for row in grid.rows), default=0)
    left = MOST_MERGED
    for merge in grid.merges:
        columns = range(merge.first_column, min(merge.last_column + 1, width))
        first, last = bisect_right(numbers, merge.first_row), bisect_right(numbers, merge.last_row)
        left -= (last - first) * len(columns)
        for row in grid.rows[first:last] if left > 0 else ():
            here = found.setdefault(row.number, {})
            for column in columns:
                if column not in row.cells:
                    here.setdefault(column, row.number - merge.first_row)
    return found


def _book_notes(book: Workbook) -> Iterator[Words]:
    if book.has_macros:
        yield words("the workbook holds macros; they were not run and are not kept")
    if book.has_links:
        yield words(
            "the workbook refers to other files; they were not opened, the values saved in it are used"
        )


def _notes(grid: Grid) -> Iterator[Words]:
    """What a person who looks at the sheet would not expect."""
    sheet = grid.name
    if grid.hidden:
        yield words("sheet “{sheet}” is hidden; it was read too", sheet=sheet)
    if hidden := [str(row.number) for row in grid.rows if row.hidden]:
        yield words("sheet “{sheet}”: hidden rows were read too: {rows}", sheet=sheet, rows=_named(hidden))
    filled = {column for row in grid.rows for column in row.cells}
    if columns := sorted(c for c in filled if any(a <= c <= b for a, b in grid.hidden_columns)):
        named = _named([letters(c) for c in columns])
        yield words("sheet “{sheet}”: hidden columns were read too: {columns}", sheet=sheet, columns=named)
    cells = [(address(row.number, c), cell) for row in grid.rows for c, cell in sorted(row.cells.items())]
    if empty := [where for where, cell in cells if cell.formula and not cell.text]:
        yield words(
            "sheet “{sheet}”: formulas without a saved value: {cells}", sheet=sheet, cells=_named(empty)
        )
    if dates := [f"{where} ({cell.typed})" for where, cell in cells if cell.typed]:
        yield words(
            "sheet “{sheet}”: dates that were most likely typed as something else: {cells}",
            sheet=sheet,
            cells=_named(dates),
        )
    if grid.has_pictures:
        yield words("sheet “{sheet}” holds pictures or text boxes; what they show was not read", sheet=sheet)


def _named(names: Sequence[str] | Iterable[str]) -> str:
    listed = list(names)
    more = "" if len(listed) <= MOST_NAMED else f" … ({len(listed)})"
    return ", ".join(listed[:MOST_NAMED]) + more
