"""Columns of a table, and the cells in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.importers.blocks import Block
from builder.tabular.grid import letters


@dataclass(frozen=True, slots=True)
class Column:
    """Where it stands, from 0, what it holds, and how it is headed."""

    index: int
    field: str
    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns that a row of headings names, and how many rows it takes."""

    columns: tuple[Column, ...]
    rows: int


Names = Mapping[str, str]
"""Field by heading in plain signs, or by the letters of a column, as the user says."""


def cell(row: Block, index: int) -> str:
    """What stands in a column of the row."""
    return row.cells[index] if index < len(row.cells) else ""


def filled(row: Block) -> list[int]:
    """The columns in which something stands."""
    return [i for i, text in enumerate(row.cells) if text.strip()]


def lettered(names: Names, width: int, known: set[int]) -> list[Column]:
    """The columns that the user names by their letters, but for those known by their headings."""
    by_letter = {letters(index): index for index in range(width)}
    found = [(by_letter[key], field) for key, field in names.items() if key in by_letter]
    return [Column(index, field, letters(index)) for index, field in sorted(found) if index not in known]
