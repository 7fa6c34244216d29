"""A bank sent out as a spreadsheet, changed as colleagues change it, and brought back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from builder.content.bank import LoadedBank, load_bank
from builder.content.project import open_workspace
from builder.content.reading import read_source
from builder.exchange.exporting.delimited import csv_bytes
from builder.exchange.exporting.export import exported
from builder.exchange.merging.merging import merge
from builder.exchange.merging.outcome import Outcome
from builder.exchange.merging.writing import merged_text

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "content").glob("*.yaml"))
HEADINGS, FIRST = 3, 4
"""Rows of a sheet of the workbook."""

Rows = list[list[str]]


def shipped(file: Path) -> LoadedBank:
    """One of the banks of this repository."""
    bank, findings = load_bank(file, Path(file.name))
    assert bank is not None, findings
    return bank


def workbook_of(bank: LoadedBank, file: Path) -> Path:
    """The exported workbook, written."""
    file.write_bytes(exported(bank, "xlsx", open_workspace(ROOT)))
    return file


def csv_rows(bank: LoadedBank) -> Rows:
    """The rows of the exported CSV file."""
    return list(csv.reader(io.StringIO(csv_bytes(bank.source.data).decode("utf-8-sig"), newline="")))


def written(rows: Rows, file: Path, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    """The rows as a CSV file."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    file.write_bytes(stream.getvalue().encode(encoding))
    return file


def column(rows: Rows, heading: str) -> int:
    """Number of the column whose heading begins so."""
    return next(i for i, cell in enumerate(rows[0]) if cell.split("\n")[0] == heading)


def cell(rows: Rows, key: str, heading: str) -> str:
    """The cell of a question."""
    return next(row for row in rows if row[0] == key)[column(rows, heading)]


def changed(rows: Rows, key: str, heading: str, text: str) -> Rows:
    """The rows with one cell changed."""
    at = column(rows, heading)
    return [[*row[:at], text, *row[at + 1 :]] if row[0] == key else row for row in rows]


def edit(file: Path, work: Callable[[Any], None]) -> Path:
    """Opens the workbook, lets somebody work on it, saves it."""
    book = openpyxl.load_workbook(file)
    work(book)
    book.save(file)
    return file


def sheet_cell(sheet: Any, heading: str, **keys: str) -> Any:
    """The cell below a heading in the row whose columns say what `keys` do."""
    heads = {str(c.value).split("\n")[0]: c.column for c in sheet[HEADINGS] if c.value}
    for row in range(FIRST, sheet.max_row + 1):
        if all(str(sheet.cell(row, heads[name]).value) == text for name, text in keys.items()):
            return sheet.cell(row, heads[heading])
    raise AssertionError(f"no row with {keys}")


@dataclass(frozen=True)
class Merged:
    """What a merge found and the text it would write."""

    outcome: Outcome
    text: str
    data: Any

    @property
    def notes(self) -> str:
        return "\n".join(note.in_language("en") for note in self.outcome.notes)


def merged(bank: LoadedBank, *files: Path) -> Merged:
    """Merges files into the bank."""
    outcome = merge(files, bank)
    text = merged_text(bank, outcome)
    aside = files[0].parent / "merged.yaml"
    aside.write_bytes(text.encode())
    return Merged(outcome, text, read_source(aside).data)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value of plain data with its path; numbers as they count."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from leaves(item, (*path, i))
    else:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        yield path, Decimal(str(value)).normalize() if is_number else value
