"""Rows that go on on the next page: a page ends in the middle of every cell, the words are read cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from builder.verify.pieces import Element, Piece
from builder.verify.words.composed import squeezed

Cell = list[int]
"""Places of a cell's pieces."""


def cell_by_cell(pieces: Sequence[Piece], root: Any) -> list[Piece]:
    """The pieces in the order of the composed document (`root`), which knows no pages.

    The engine tags the parts of a row as rows of their own. They are put together where a composed row says so.
    """
    composed = [*_composed(root)]
    order: dict[int, Cell] = {}
    for chain in _chains(pieces, _rows(pieces)):
        told = [[(cell, _text(pieces, cell)) for cell in cells] for cells in chain]
        joined = next((found for row in composed if (found := _joined(told, row))), None)
        if joined is not None:
            order.update({place: [] for place in joined})
            order[min(joined)] = joined
    return [pieces[place] for i in range(len(pieces)) for place in order.get(i, [i])]


def _chains(pieces: Sequence[Piece], rows: Sequence[list[Cell]]) -> Iterator[Sequence[list[Cell]]]:
    """What may be one row: the last of a page, the first of the next, and on, where that is all there is of it."""
    for first in range(len(rows)):
        last = first + 1
        while last < len(rows) and _follows(pieces, rows[last - 1], rows[last]):
            last += 1
            yield rows[first:last]


def _rows(pieces: Sequence[Piece]) -> list[list[Cell]]:
    """The rows of tables in reading order, without heads, each with its cells that have text."""
    rows: dict[Element, dict[object, Cell]] = {}
    for i, piece in enumerate(pieces):
        tags = dict(piece.elements)
        if "/TR" in tags and "/THead" not in tags:
            cells = rows.setdefault(("/TR", tags["/TR"]), {})
            cells.setdefault(tags.get("/TD", tags.get("/TH")), []).append(i)
    return [list(cells.values()) for cells in rows.values()]


def _follows(pieces: Sequence[Piece], above: list[Cell], below: list[Cell]) -> bool:
    return pieces[below[0][0]].page == pieces[above[-1][-1]].page + 1


def _composed(root: Any) -> Iterator[list[str]]:
    for row in root.iter("tr"):
        yield [squeezed(cell.text_content()) for cell in row if cell.tag in ("td", "th")]


def _joined(chain: Sequence[Sequence[tuple[Cell, str]]], row: Sequence[str]) -> Cell | None:
    """The places of all pieces by cell, where each cell of a composed row is what the pages have of it, and no more.

    `chain` has each cell of the pages with its text.
    """
    waiting = [list(cells) for cells in chain]
    found: Cell = []
    for text in row:
        rest = text
        for cells in waiting:
            if rest and cells and rest.startswith(cells[0][1]):
                cell, part = cells.pop(0)
                found += cell
                rest = rest[len(part) :]
        if rest:
            return None
    return None if any(waiting) else found


def _text(pieces: Sequence[Piece], cell: Cell) -> str:
    """What a cell says, without the marks of lists."""
    return squeezed("".join(pieces[i].text for i in cell if pieces[i].inside("/Lbl") is None))
