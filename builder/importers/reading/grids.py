"""Cells in rows and columns → the blocks of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind


def blocks_of(grid: Sequence[Sequence[str]], places: Sequence[int]) -> Iterator[Block]:
    """A block a row, each with its place; what has never two cells side by side only places its text, a line a block."""
    rows = [(tuple(cell.strip() for cell in row), place) for row, place in zip(grid, places, strict=True)]
    is_table = any(sum(map(bool, row)) > 1 for row, _ in rows)
    for row, place in rows:
        if is_table and any(row):
            yield Block("\t".join(row), Kind.TABLE_ROW, cells=row, place=place)
        elif not is_table:
            lines = (line.strip() for cell in row for line in cell.split("\n"))
            yield from (Block(line, place=place) for line in lines if line)
