"""A workbook as the spreadsheet renderer is handed it: cells with roles, rules for what may be typed in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Role = Literal[
    "title", "note", "head", "label", "entry", "mark", "text", "number", "score", "factor", "share"
]
"""What a cell is for. `entry` (words), `mark` (a number) and `share` (per cent) are filled in by people, the
others are locked: `text`, `number` (as it is), `score` (two decimals), `factor` (four)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a fixed value, or a formula (without its `=`), in a role."""

    role: Role
    value: str | int | Decimal | None = None
    formula: str = ""
    open: bool | None = None
    """Whether it may be written in; by default what people fill in may, the rest not."""


@dataclass(frozen=True, slots=True)
class Validation:
    """What may be typed into `cells`: whatever makes `formula` true, or one of `choices` (a range or words)."""

    cells: str
    formula: str = ""
    choices: str = ""
    strict: bool = True
    """Whether anything else is refused, or only the choices offered."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Strikes through those of `cells` for which `formula`, written for the first of them, is true."""

    cells: str
    formula: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells from A1; `widths` in characters; the first `head` rows stay and repeat in print."""

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    head: int
    merged: tuple[str, ...] = ()
    validations: tuple[Validation, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    side: int = 0
    """Number of columns on the left that stay in view."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in order, names of single cells, and what the file says about itself."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    foot: str = ""
    """At the foot of every printed page, e.g. blanks for signatures."""
    problem_title: str = ""
    """Above what is said when something else is typed in than may be."""
    author: str = ""
    marking: str = ""
    names: tuple[tuple[str, str], ...] = ()
    """Name → cell, e.g. `interview_share` → `'综合成绩'!$C$3`."""
