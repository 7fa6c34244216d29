"""Whether a table is one of ours, and which column of it is which."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.content.roster.table import Cell, Row
from builder.errors import Place, RequestError
from builder.exchange.returning.grids import ENDINGS, Grid, grids_of
from builder.exchange.sheets.columns import MOST_LEVELS, Column, Sheet, sheet_of, sheets
from builder.exchange.sheets.prints import read_marker, read_prints
from builder.words import words

SEARCHED = 8
"""Rows at the top among which headings are looked for."""
FEWEST_HEADINGS = 4
PRINTS = "#"


@dataclass(frozen=True)
class ReturnedRow:
    """A row as it came back."""

    cells: Mapping[str, Cell]
    """By column."""
    made_as: str = ""
    """Its key when the sheet was made; empty for a row that somebody added."""
    prints: Mapping[str, str] = field(default_factory=dict)
    """The hashes of its cells when it was made."""

    def text(self, column: str) -> str:
        """What the cell says; nothing where the column is gone."""
        return self.cells[column].text if column in self.cells else ""

    @property
    def place(self) -> Cell:
        """A cell that stands for the row."""
        return next(iter(self.cells.values()), Cell("", Place(Path())))


@dataclass(frozen=True)
class ReturnedTable:
    """A sheet of ours as it came back: columns may be gone or moved, rows may be new, gone or moved."""

    sheet: Sheet
    bank_id: str | None
    """Whose it says it is; None where its marker is gone."""
    columns: Mapping[str, Column]
    rows: list[ReturnedRow]
    others: tuple[str, ...] = ()
    """Headings of columns that somebody added."""


def is_ours(file: Path) -> bool:
    """Whether the file is a spreadsheet that `packs export` made, whoever saved it since."""
    if file.suffix.lower() not in ENDINGS:
        return False
    try:
        return any(_head_of(grid) is not None for grid in grids_of(file, rows=SEARCHED))
    except RequestError:  # whoever reads it as a stranger's says what is wrong with it
        return False


def refuse_ours(files: Sequence[Path]) -> None:
    """Raises RequestError for an exported spreadsheet that is to become a new bank."""
    for file in files:
        if is_ours(file):
            table = returned_tables(file)[0]
            raise RequestError(
                words("{path} is an export of a bank", path=file.as_posix()),
                words(
                    "packs import {path} --merge {id} writes what was changed in it",
                    path=file.as_posix(),
                    id=table.bank_id or "BANK",
                ),
            )


def returned_tables(file: Path) -> list[ReturnedTable]:
    """The sheets of ours in a file, in the order of an export; others are left alone."""
    found = [table for grid in grids_of(file) if (table := _table(grid)) is not None]
    order = [sheet.id for sheet in sheets()]
    return sorted(found, key=lambda table: order.index(table.sheet.id))


@dataclass(frozen=True)
class _Head:
    sheet: Sheet
    places: Mapping[str, int]
    """Column → number of its cell in a row."""
    last: int
    """Number of the last row that is none of data."""
    bank_id: str | None = None
    printed: tuple[str, ...] = ()


def _table(grid: Grid) -> ReturnedTable | None:
    head = _head_of(grid)
    if head is None:
        return None
    columns = {column.id: column for column in head.sheet.with_levels(MOST_LEVELS)}
    known = {name: place for name, place in head.places.items() if name in columns}
    rows = [_row(row, known, head) for row in grid[head.last + 1 :]]
    filled = [row for row in rows if any(cell.text for cell in row.cells.values())]
    others = tuple(
        cell.text for i, cell in enumerate(grid[head.last]) if cell.text and i not in head.places.values()
    )
    return ReturnedTable(head.sheet, head.bank_id, {name: columns[name] for name in known}, filled, others)


def _row(row: Row, places: Mapping[str, int], head: _Head) -> ReturnedRow:
    end = row[-1] if row else Cell("", Place(Path()))
    cells = {name: row[i] if i < len(row) else Cell("", end.place, end.address) for name, i in places.items()}
    i = head.places.get(PRINTS, len(row))
    made = read_prints(row[i].text, head.printed) if i < len(row) and head.printed else None
    return ReturnedRow(cells, *made) if made else ReturnedRow(cells)


def _head_of(grid: Grid) -> _Head | None:
    """The marker first, then the hidden ids, then headings in full."""
    for number, row in enumerate(grid[:SEARCHED]):
        head = _by_ids(number, row) or _by_headings(number, row)
        if head is not None:
            headings = _by_headings(number + 1, grid[number + 1]) if number + 1 < len(grid) else None
            same = headings is not None and headings.sheet is head.sheet
            return _Head(head.sheet, head.places, number + 1 if same else number, head.bank_id, head.printed)
    return None


def _marked(row: Row) -> tuple[dict[str, int], str | None, str, tuple[str, ...]]:
    for i, cell in enumerate(row):
        if found := read_marker(cell.text):
            return {PRINTS: i}, found[0], found[1], tuple(found[2])
    return {}, None, "", ()


def _by_ids(number: int, row: Row) -> _Head | None:
    found = {cell.text: i for i, cell in reversed(list(enumerate(row)))}
    marked, bank_id, _, printed = _marked(row)
    for sheet in sheets():
        ids = [column.id for column in sheet.with_levels(MOST_LEVELS)]
        places = {name: found[key] for name in ids if (key := f"{sheet.id}.{name}") in found}
        if len(places) >= min(2, len(ids)):
            return _Head(sheet, {**places, **marked}, number, bank_id, printed)
    return None


def _by_headings(number: int, row: Row) -> _Head | None:
    marked, bank_id, named, printed = _marked(row)
    best: _Head | None = None
    for sheet in sheets():
        places = _places(sheet, row, whole=not named)
        fits = sheet.id == named or (not named and _is_convincing(sheet, places, row))
        if fits and (best is None or len(places) > len(best.places)):
            best = _Head(sheet, {**places, **marked}, number, bank_id, printed)
    return best


def _is_convincing(sheet: Sheet, places: Mapping[str, int], row: Row) -> bool:
    """Nobody else heads columns so: ours in full, notes and all, and hardly any other."""
    noted = [c.id for c in sheet.columns if c.id in places and c.note_zh]
    filled = sum(bool(cell.text) for cell in row)
    return (
        bool(noted) and len(places) >= min(FEWEST_HEADINGS, len(sheet.columns)) and 2 * len(places) > filled
    )


def _places(sheet: Sheet, row: Row, *, whole: bool) -> dict[str, int]:
    known, places = _headings(sheet.id, whole), dict[str, int]()
    for i, cell in enumerate(row):
        name = known.get(_plain(cell.text, whole))
        if name is not None:
            places.setdefault(name, i)
    return places


@functools.cache
def _headings(sheet_id: str, whole: bool) -> dict[str, str]:
    """Column by what it is called in either language."""
    columns = sheet_of(sheet_id).with_levels(MOST_LEVELS)
    return {_plain(c.heading(locale), whole): c.id for locale in ("en", "zh-CN") for c in reversed(columns)}


def _plain(heading: str, whole: bool) -> str:
    """Without white space, and unless `whole` counts without the note in brackets."""
    text = heading if whole else re.split(r"[（(\n]", heading.strip(), maxsplit=1)[0]
    return re.sub(r"\s+", "", text).casefold()
