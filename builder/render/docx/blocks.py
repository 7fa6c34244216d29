"""A document in Word's own terms: paragraphs and tables of named styles, in sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

SectionStart: TypeAlias = Literal["nextPage", "evenPage", "oddPage"]


@dataclass(slots=True)
class Paragraph:
    """Runs in a named style; `bookmarks` are (id, name) pairs, `numbering` is (list, level).

    `title` is what a running header shows from here on: the words of a first-level heading.
    """

    style: str
    content: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    numbering: tuple[int, int] | None = None
    bookmarks: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""


@dataclass(slots=True)
class Cell:
    """A cell `width` twips wide; `merge` is the cell's part in a cell that spans rows."""

    blocks: list[Block]
    width: int
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""
    fill: str = ""
    top: bool = False


@dataclass(slots=True)
class Row:
    """A row; `height` is its least height in twips, or 0."""

    cells: list[Cell]
    header: bool = False
    may_split: bool = False
    height: int = 0


@dataclass(slots=True)
class Table:
    """Rows over fixed columns (twips); `indent` is its distance from the margin."""

    style: str
    columns: list[int]
    rows: list[Row]
    indent: int = 0
    first_row: bool = False
    first_column: bool = False
    page_break_before: bool = False


@dataclass(slots=True)
class Contents:
    """The contents: a title and the lines of its field."""

    number: int
    title: list[Paragraph]
    lines: list[Paragraph]


@dataclass(slots=True)
class NewSection:
    """From here on another section; `cover` has neither header nor footer on its page.

    `title` is what its running header shows; empty leaves that of the section before.
    """

    start: SectionStart = "nextPage"
    cover: bool = False
    title: str = ""


Block: TypeAlias = Paragraph | Table | Contents | NewSection


def paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """Every paragraph inside, in order."""
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row_paragraphs(row)
    elif isinstance(block, Contents):
        yield from block.title
        yield from block.lines


def row_paragraphs(row: Row) -> Iterator[Paragraph]:
    """Every paragraph of every cell of a row."""
    for cell in row.cells:
        for block in cell.blocks:
            yield from paragraphs_of(block)
