"""What a reader of some file format hands over, and all that understanding knows of the file: blocks of plain text.

A reader says how the text looks (a heading, an item of a list, bold words at its beginning); what it means is found out
later. Nothing is lost on the way: every character of the source that is not white space is in the span of exactly one
block, or in exactly one piece that was left out and says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from builder.words import Words


class Kind(StrEnum):
    """How a block of text looks."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item or row, in the order it is read."""

    text: str
    """The words without the marker; lines inside one block are parted by a line feed."""
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    """Of a heading its level, of a list item its depth, from 1; 0 for anything else."""
    marker: str = ""
    """The number or bullet as shown, where the format keeps it apart from the words: `1.`, `（一）`, `•`."""
    bold_lead: str = ""
    """The words at the beginning that are bold, such as a label; empty where none are."""
    cells: tuple[str, ...] = ()
    """Of a table row its cells; `text` is these, parted by tabs."""
    place: int = 1
    """Line, page or row of the source where the block begins, from 1."""
    start: int = 0
    """Offset of its first character in the source's text."""
    end: int = 0
    """Offset after its last character there."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of the source that is no part of the document, such as a site's notice."""

    text: str
    reason: Words
    place: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as plain blocks."""

    name: str
    """The file's name, for reports."""
    source: str
    """All its characters; the spans of blocks are offsets into this."""
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Words, ...] = ()
    """What the reader wants the user to know, e.g. that characters could not be decoded."""

    def uncovered(self) -> Iterator[tuple[int, int]]:
        """Spans of the source, other than white space, that are in no block and in nothing left out, or in two."""
        position = 0
        pieces: tuple[Block | LeftOut, ...] = (*self.blocks, *self.left_out)
        for start, end in sorted((piece.start, piece.end) for piece in pieces):
            if start < position:
                yield start, min(end, position)
            elif self.source[position:start].strip():
                yield position, start
            position = max(position, end)
        if self.source[position:].strip():
            yield position, len(self.source)
