"""One worksheet's XML → a grid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from builder.tabular.faults import TableError
from builder.tabular.formats import shown
from builder.tabular.grid import Cell, Grid, GridRow, Merge, address, split_address
from builder.tabular.package import SAVE_ANEW, Package
from builder.tabular.strings import words_of
from builder.words import Words, words

MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 20_000, 500, 400_000
"""What may be written in: rows and cells with words, and the last column that has some."""
MAX_TEXT = 5_000_000
MAX_SEEN, MAX_MERGES = 200_000, 50_000
LAST_ROW = 1_048_576
_EMPTY = (
    re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"[^<>]*/>'),
    re.compile(rb'<row [^<>]*\br="\d{1,7}"[^<>]*(?:/>|>\s*</row>)'),
)
"""Cells and rows that have looks and nothing else: a careless click makes a million of them."""
_WITHIN = "row", "mergeCell", "col", "drawing", "picture"


@dataclass
class Book:
    """What all sheets of a workbook share."""

    package: Package
    strings: Sequence[str]
    formats: Sequence[str]
    """Format codes by style."""
    from_1904: bool = False
    text: int = 0
    """Characters read so far."""
    limits: tuple[int, int] = field(default=(MAX_ROWS, MAX_COLUMNS))


class SheetReader:
    """Reads one sheet of a workbook."""

    def __init__(self, book: Book, name: str) -> None:
        self._book = book
        self._grid = Grid(name)
        self._cells = 0
        self._last = 0

    def read(self, part: str) -> Grid:
        """The sheet's grid. Raises TableError, naming sheet and cell, for what is damaged or too large."""
        for seen, (tag, element) in enumerate(self._book.package.elements(part, *_WITHIN, without=_EMPTY)):
            if seen > MAX_SEEN:
                raise self._fault(words("the sheet holds more than {limit} rows", limit=MAX_SEEN))
            self._take(tag, element)
        self._grid.rows.sort(key=lambda row: row.number)
        return self._grid

    def _take(self, tag: str, element: Any) -> None:
        try:
            if tag == "row":
                self._row(element)
            elif tag == "mergeCell" and len(self._grid.merges) < MAX_MERGES:
                self._grid.merges.append(_merge(element.get("ref", "")))
            elif (
                tag == "col"
                and element.get("hidden") in ("1", "true")
                and len(self._grid.hidden_columns) < MAX_COLUMNS
            ):
                self._grid.hidden_columns.append((int(element.get("min")) - 1, int(element.get("max")) - 1))
            elif tag in ("drawing", "picture"):
                self._grid.has_pictures = True
        except (ValueError, TypeError):
            shown_row = self._last or 1
            raise self._fault(words("row {row} or what stands near it is malformed", row=shown_row)) from None

    def _row(self, element: Any) -> None:
        stated = element.get("r")
        number = int(stated) if stated else self._last + 1
        if not 0 < number <= LAST_ROW:
            raise ValueError(stated)
        self._last = number
        cells: dict[int, Cell] = {}
        column = -1
        for child in element:
            if not child.tag.endswith("}c"):
                continue
            name = child.get("r")
            column = split_address(name)[1] if name else column + 1
            if len(child) and (cell := self._cell(child, number, column)) is not None:
                cells[column] = cell
        if cells:
            self._bounded(number, cells)
            self._grid.rows.append(GridRow(number, cells, element.get("hidden") in ("1", "true")))

    def _bounded(self, number: int, cells: dict[int, Cell]) -> None:
        self._cells += len(cells)
        self._book.text += sum(len(cell.text) for cell in cells.values())
        rows, columns = self._book.limits
        if len(self._grid.rows) >= rows:
            raise self._fault(words("more than {limit} rows are filled in", limit=rows))
        if self._cells > MAX_CELLS:
            raise self._fault(words("more than {limit} cells are filled in", limit=MAX_CELLS))
        if max(cells) >= columns:
            where = address(number, max(cells))
            raise self._fault(words("cell {cell} stands right of {limit} columns", cell=where, limit=columns))
        if self._book.text > MAX_TEXT:
            raise self._fault(words("the workbook holds more than {limit} characters", limit=MAX_TEXT))

    def _cell(self, element: Any, row: int, column: int) -> Cell | None:
        kind = element.get("t", "n")
        formula, value, inline = False, None, None
        for child in element:
            tag = child.tag.rpartition("}")[2]
            if tag == "f":
                formula = True
            elif tag == "v":
                value = child.text
            elif tag == "is":
                inline = words_of(child)
        if kind == "inlineStr" or inline is not None:
            return Cell((inline or "").strip(), formula) if inline and inline.strip() else None
        if value is None or not value.strip():
            return Cell("", formula) if formula else None
        return self._valued(kind, value, element, address(row, column), formula)

    def _valued(self, kind: str, value: str, element: Any, where: str, formula: bool) -> Cell | None:
        typed = ""
        if kind == "s":
            text = self._shared(value, where)
        elif kind == "b":
            text = "TRUE" if value.strip() == "1" else "FALSE"
        elif kind == "n":
            text, typed = self._number(value, element.get("s"), where)
        else:  # str, e, d
            text = value
        text = text.strip()
        return Cell(text, formula, typed) if text or formula else None

    def _shared(self, value: str, where: str) -> str:
        try:
            index = int(value)
            if index < 0:
                raise ValueError(value)
            return self._book.strings[index]
        except (ValueError, IndexError):
            raise self._fault(
                words("cell {cell} refers to a text that the file does not hold", cell=where)
            ) from None

    def _number(self, value: str, style: str | None, where: str) -> tuple[str, str]:
        formats = self._book.formats
        try:
            number = float(value)
            index = int(style or 0)
        except ValueError:
            raise self._fault(words("cell {cell} holds a number that is none", cell=where)) from None
        if number != number or abs(number) > 1e300:
            return value, ""
        code = formats[index] if 0 <= index < len(formats) else "General"
        found = shown(number, code, from_1904=self._book.from_1904)
        return found.text, found.typed

    def _fault(self, problem: Words) -> TableError:
        return TableError(
            words("sheet “{sheet}”: {problem}", sheet=self._grid.name, problem=problem), SAVE_ANEW
        )


def _merge(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    (a, b), (c, d) = split_address(first), split_address(last or first)
    return Merge(min(a, c), max(a, c), min(b, d), max(b, d))
