"""A workbook's sheets, or a CSV file, as rows of cells of text, bounded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from builder.content.roster.table import MAX_BYTES, Cell, Row
from builder.errors import Place, RequestError
from builder.exchange.sheets.cell_text import unguarded
from builder.tabular.faults import TableError
from builder.tabular.grid import Grid as Sheet
from builder.tabular.grid import GridRow, address
from builder.tabular.workbook import read_workbook
from builder.words import words

Grid = list[Row]
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 5_000, 100, 40
ENDINGS = (".xlsx", ".csv", ".tsv")
ENCODINGS = ("utf-8-sig", "gb18030", "utf-16")
HEAD = 300
"""Characters, within the headings, that tell what parts the cells."""
DELIMITERS = (",", ";", "\t")


def grids_of(file: Path, *, rows: int = MOST_ROWS) -> list[Grid]:
    """The first rows of every sheet. Raises RequestError for a file that cannot be read, or is too large."""
    data = _bytes_of(file)
    if file.suffix.lower() == ".xlsx":
        return _workbook(data, file, rows)
    return [_delimited(data, file, rows)]


def _bytes_of(file: Path) -> bytes:
    if not file.is_file():
        raise RequestError(words("there is no file “{path}”", path=file), words("check the name"))
    try:
        if file.stat().st_size > MAX_BYTES:
            raise RequestError(
                words("{path} is larger than {limit} MB", path=file, limit=MAX_BYTES // 1_000_000),
                words("split the file"),
            )
        return file.read_bytes()
    except OSError as error:
        raise _unread(file, error.strerror or error) from None


def _unread(file: Path, reason: object) -> RequestError:
    return RequestError(
        words("{path} cannot be read as a table: {reason}", path=file, reason=reason),
        words("save it anew as XLSX, or as “CSV UTF-8”"),
    )


def _workbook(data: bytes, file: Path, most: int) -> list[Grid]:
    try:
        book = read_workbook(data, max_sheets=MOST_SHEETS)
    except TableError as error:
        raise _unread(file, error.sentence) from None
    return [_sheet(sheet, file, most) for sheet in book.grids]


def _sheet(sheet: Sheet, file: Path, most: int) -> Grid:
    grid: Grid = []
    for row in sheet.rows:
        _bound(row.number, most, file)
        if row.number > most:
            break
        grid += [[] for _ in range(row.number - 1 - len(grid))]
        grid.append(list(_row(row, sheet.name, file)))
    return grid


def _row(row: GridRow, sheet: str, file: Path) -> Iterator[Cell]:
    for column in range(min(max(row.cells) + 1, MOST_COLUMNS)):
        place = Place(file, row.number, column + 1)
        where = f"{sheet}!{address(row.number, column)}"
        found = row.cells.get(column)
        yield Cell(unguarded(found.text), place, where, found.formula) if found else Cell("", place, where)


def _bound(row: int, most: int, file: Path) -> None:
    if row > most == MOST_ROWS:
        raise _unread(file, words("it has more than {limit} rows", limit=MOST_ROWS))


def _delimited(data: bytes, file: Path, most: int) -> Grid:
    text = _decoded(data, file)
    head = text[:HEAD]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count), strict=False
    )
    grid: Grid = []
    begun = 0
    try:
        for values in reader:
            if len(grid) >= most:
                _bound(len(grid) + 1, most, file)
                break
            grid.append(list(_cells(values, file, begun)))
            begun = reader.line_num
    except csv.Error as error:
        raise _unread(file, error) from None
    return grid


def _cells(values: list[str], file: Path, begun: int) -> Iterator[Cell]:
    for column, value in enumerate(values[:MOST_COLUMNS], 1):
        yield Cell(unguarded(value.strip()), Place(file, begun + 1, column))


def _decoded(data: bytes, file: Path) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unread(file, words("its encoding is not recognised"))
