"""Rows of tables that no page can hold: the engine must be told that it may split them.

A row stays whole; one that is taller than a page then begins a page of its own, and the engine drops the table's
head to make room, and leaves the heading above behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.model.theme import Theme

_MM_PER_PT = 25.4 / 72
_LINE = 1.4
"""Line height in tables, as print.css has it."""
_SIDES = 3.0
"""Space at both sides of a cell, in mm."""
_MOST = 0.7
"""Share of the page's height from which a row may be split: the estimate is rough, and heads take room too."""
_PERCENT = re.compile(r"width:\s*(\d+(?:\.\d+)?)%")
_NEW_LINE = frozenset({"br", "p", "li", "tr"})


@dataclass(frozen=True, slots=True)
class Room:
    """What one page has room for, in tables."""

    width: float
    """Breadth of the text, in mm."""
    lines: float
    letter: float
    """Size of a Han character, in mm."""


def room_of(theme: Theme, *, landscape: bool) -> Room:
    """The room on a page of a theme."""
    page, letter = theme.page, theme.sizes.table * _MM_PER_PT
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    return Room(width - page.inner - page.outer, (height - page.top - page.bottom) / (letter * _LINE), letter)


def let_tall_rows_split(root: Any, room: Room) -> None:
    """Adds the class `may-split` to every row of a document (ElementTree) that may be taller than a page."""
    for table in root.iter("table"):
        shares = [_share(col.get("style", "")) for col in table.iter("col")]
        for row, cell, share in _cells(table, shares):
            if _lines(cell, share / 100 * room.width - _SIDES, room.letter) > _MOST * room.lines:
                row.set("class", f"{row.get('class', '')} may-split".strip())


def _share(style: str) -> float:
    """A column's percentage; 0 where none is given, and its cells count as narrow."""
    found = _PERCENT.search(style)
    return float(found[1]) if found else 0.0


def _cells(table: Any, shares: list[float]) -> Iterator[tuple[Any, Any, float]]:
    """Row, cell, and the cell's share of the table's breadth in percent; a cell over several rows comes with each."""
    above: dict[int, tuple[int, Any, float]] = {}
    for row in table.iter("tr"):
        column, own = 0, [cell for cell in row if cell.tag in ("td", "th")]
        while own or column in above:
            if column in above:
                left, cell, share = above.pop(column)
            else:
                cell = own.pop(0)
                left = int(cell.get("rowspan") or 1)
                share = sum(shares[column : column + int(cell.get("colspan") or 1)])
            yield row, cell, share
            if left > 1:
                above[column] = (left - 1, cell, share)
            column += int(cell.get("colspan") or 1)


def _lines(cell: Any, width: float, letter: float) -> float:
    """About how many lines a cell's text takes, rather too many than too few."""
    text = "".join(cell.itertext())
    ems = sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.6 for c in text)
    return ems * letter / max(width - letter, letter) + sum(
        1 for node in cell.iter() if node.tag in _NEW_LINE
    )
