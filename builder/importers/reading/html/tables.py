"""Tables of a page: which hold data, and their cells in rows and columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from lxml import etree

from builder.importers.reading.html.page import texts_of

MOST_COLUMNS, MOST_SPAN = 60, 200
LONGEST_CELL = 4000
MOST_BLOCKS = 12
"""Paragraphs in one cell; more are a page laid out in a table."""
_PARTS = ("h1", "h2", "h3", "h4", "h5", "h6", "table")
_GROUPS = ("thead", "tbody", "tfoot")
_TABLE = ("caption", "colgroup", "col", "tr", *_GROUPS)
_LINES = ("p", "div", "li", "br")
Grid = list[list[str]]


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of the table itself."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in child if row.tag == "tr")


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of one row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def holds_data(table: etree._Element) -> bool:
    """Its cells belong together in rows; otherwise it only places text on the page."""
    if table.get("role") in ("presentation", "none") or not _is_made_of(table, _TABLE):
        return False
    if not all(_is_made_of(row, ("td", "th")) for row in rows_of(table)):
        return False
    widest = max((len(cells_of(row)) for row in rows_of(table)), default=0)
    inner = next((e for e in table.iterdescendants(*_PARTS)), None)
    if widest < 2 or widest > MOST_COLUMNS or inner is not None:
        return False
    return all(_is_cell_of_data(cell) for row in rows_of(table) for cell in cells_of(row))


def _is_made_of(element: etree._Element, names: Collection[str]) -> bool:
    """It holds such elements alone, and no text between them."""
    parts = [part for part in element if isinstance(part.tag, str)]
    inner = all(_is_made_of(p, ("tr",)) for p in parts if p.tag in _GROUPS)
    stray = [element.text, *(part.tail for part in element)]
    return inner and all(part.tag in names for part in parts) and not any(t and t.strip() for t in stray)


def _is_cell_of_data(cell: etree._Element) -> bool:
    blocks = sum(1 for _ in cell.iterdescendants(*_LINES))
    return blocks <= MOST_BLOCKS and sum(map(len, texts_of(cell))) <= LONGEST_CELL


def grid_of(table: etree._Element, text_of: Callable[[etree._Element], str]) -> Grid:
    """The texts of the cells; what a cell covers beyond its first place is empty."""
    grid: Grid = []
    covered: dict[int, int] = {}
    for row in rows_of(table):
        line: list[str] = []
        for cell in cells_of(row):
            _skip(line, covered)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(line), len(line) + width):
                if height > 1:
                    covered[column] = height
            line += [text_of(cell), *[""] * (width - 1)]
        _skip(line, covered)
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        grid.append(_within(line))
    return grid


def _within(line: list[str]) -> list[str]:
    """The row in as many columns as a table may have; what stands beyond is in the last of them."""
    beyond = [text for text in line[MOST_COLUMNS:] if text]
    return (
        [*line[: MOST_COLUMNS - 1], "\n".join([line[MOST_COLUMNS - 1], *beyond])]
        if beyond
        else line[:MOST_COLUMNS]
    )


def _skip(line: list[str], covered: dict[int, int]) -> None:
    """Fills places that a cell of a row above covers."""
    while len(line) in covered and len(line) < MOST_COLUMNS:
        line.append("")


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), MOST_SPAN)) if re.fullmatch(r"\d{1,4}", value) else 1
