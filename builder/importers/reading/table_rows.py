"""Rows of a table as blocks, and the source that they are spans of."""

from __future__ import annotations

from builder.importers.blocks import Block, Kind, LeftOut
from builder.words import Words

MOST_ROWS = 10_000
"""Rows with words; no bank holds as many questions."""


class Pages:
    """Collects the pieces of a source that has no text of its own, and where each stands in it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self._parts: list[str] = []
        self._length = 0

    def row(self, cells: tuple[str, ...], *, above: tuple[int, ...], place: int, table: int) -> None:
        """Adds a row; tabs and trailing empty cells are gone already."""
        text = "\t".join(cells)
        start, end = self._add(text)
        self.blocks.append(
            Block(
                text, Kind.TABLE_ROW, cells=cells, above=above, place=place, table=table, start=start, end=end
            )
        )

    def heading(self, text: str, table: int) -> None:
        """Adds the name of a sheet."""
        start, end = self._add(text)
        self.blocks.append(Block(text, Kind.HEADING, 1, table=table, start=start, end=end))

    def remark(self, text: str, marker: str, *, place: int, table: int) -> None:
        """Adds what stands beside a cell, which `marker` names."""
        start, end = self._add(text)
        self.blocks.append(Block(text, marker=marker, place=place, table=table, start=start, end=end))

    def leave_out(self, text: str, reason: Words) -> None:
        """Adds a piece that is no part of the document."""
        start, end = self._add(text)
        self.left_out.append(LeftOut(text, reason, start=start, end=end))

    def finished(self) -> str:
        """The whole source."""
        return "\n".join(self._parts)

    def _add(self, text: str) -> tuple[int, int]:
        start = self._length
        self._parts.append(text)
        self._length += len(text) + 1
        return start, start + len(text)
