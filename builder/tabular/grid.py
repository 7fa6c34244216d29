"""A sheet as it was read: rows of cells that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

FIRST = ord("A")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's words, as the sheet shows them."""

    text: str
    formula: bool = False
    """A formula stands in it; `text` is the value that was computed last, empty where the file has none."""
    typed: str = ""
    """What was most likely typed where the program made a date of it: `3-5` of `2030-03-05`."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with something in it; columns count from 0, rows from 1."""

    number: int
    cells: dict[int, Cell]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, bounds included; columns from 0, rows from 1."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(slots=True)
class Grid:
    """A sheet: what is written in it, and what a reader would not see of that."""

    name: str
    rows: list[GridRow] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each hidden range."""
    comments: list[tuple[str, str]] = field(default_factory=list)
    """Cell and words of each comment."""
    has_pictures: bool = False


def letters(column: int) -> str:
    """The name of a column that counts from 0: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(FIRST + place) + name
    return name


def column_number(name: str) -> int:
    """The number, from 0, of a column's letters. Raises ValueError for anything else."""
    number = 0
    for letter in name:
        if not "A" <= letter <= "Z":
            raise ValueError(name)
        number = number * 26 + ord(letter) - FIRST + 1
    if not 0 < number <= 16_384:
        raise ValueError(name)
    return number - 1


def address(row: int, column: int) -> str:
    """As the sheet names a cell: C7."""
    return f"{letters(column)}{row}"


def split_address(name: str) -> tuple[int, int]:
    """Row from 1 and column from 0 of a cell's name. Raises ValueError for anything else."""
    bare = name.replace("$", "")
    column = bare.rstrip("0123456789")
    number = int(bare[len(column) :])
    if not 0 < number <= 1_048_576:
        raise ValueError(name)
    return number, column_number(column)
