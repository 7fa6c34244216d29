"""Blocks written one behind the other, for formats whose file is not itself the text that people read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from builder.importers.blocks import Block, LeftOut, Manuscript
from builder.words import Words


class Copyist:
    """Collects blocks and what is left out, and writes the source that they are spans of, in their order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._asides: list[LeftOut] = []
        self._pieces: list[str] = []
        self._length = 0

    def write(self, block: Block) -> None:
        """Adds a block; its text is its source, so that its span is set here."""
        start, end = self._append(block.text)
        self.blocks.append(dataclasses.replace(block, start=start, end=end))

    def leave_out(self, text: str, reason: Words, place: int) -> None:
        """Adds a piece that is no part of the document, to the one right before it if that has the same reason."""
        if not text.strip():
            return
        start, end = self._append(text)
        last = self._asides[-1] if self._asides else None
        if last is not None and last.reason == reason and last.end + 1 == start:
            self._asides[-1] = dataclasses.replace(last, end=end)
        else:
            self._asides.append(LeftOut("", reason, place, start, end))

    def _append(self, text: str) -> tuple[int, int]:
        start = self._length
        self._pieces.append(text)
        self._length += len(text) + 1
        return start, start + len(text)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The pieces that were left out, with their texts."""
        source = self._source()
        return tuple(dataclasses.replace(a, text=source[a.start : a.end]) for a in self._asides)

    def _source(self) -> str:
        return "\n".join(self._pieces)

    def manuscript(self, name: str, notes: Sequence[Words] = ()) -> Manuscript:
        """All that was written, as the manuscript of a file of that name."""
        return Manuscript(name, self._source(), tuple(self.blocks), self.left_out, tuple(notes))
