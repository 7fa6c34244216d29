"""The text of a manuscript as it grows, and where each block stands in it."""

from __future__ import annotations

import dataclasses

from builder.importers.blocks import Block, LeftOut
from builder.words import Words


class Scroll:
    """Takes blocks and pieces that are left out, a line each, and gives them their place and span."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self._lines: list[str] = []
        self._length = 0
        self._place = 1

    @property
    def text(self) -> str:
        """All lines that were taken; numbers stand before their words."""
        return "\n".join(self._lines)

    def add(self, block: Block) -> None:
        """Takes a block; one without words is a blank line."""
        place, start, end = self._take(block.line)
        self.blocks.append(dataclasses.replace(block, place=place, start=start, end=end))

    def leave_out(self, text: str, reason: Words) -> None:
        """Takes a piece that is no part of the document; nothing where it has no words."""
        if text.strip():
            place, start, end = self._take(text.strip())
            self.left_out.append(LeftOut(text.strip(), reason, place, start, end))

    def _take(self, line: str) -> tuple[int, int, int]:
        place, start = self._place, self._length
        self._lines.append(line)
        self._length += len(line) + 1
        self._place += line.count("\n") + 1
        return place, start, start + len(line)
