"""What a reader of some file format hands over, and all that understanding knows of the file: blocks of plain text.

A reader says how the text looks (a heading, an item of a list, bold words at its beginning); what it means is found out
later. Nothing is lost on the way: every character of the source that is not white space is in the span of exactly one
block, or in exactly one piece that was left out and says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from builder.words import Words, words


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
    above: tuple[int, ...] = ()
    """For each cell, how many rows above the merged cell begins that it is part of; empty where none is merged."""
    table: int = 0
    """Which sheet of a spreadsheet it belongs to, from 1; 0 in other documents."""
    place: int = 1
    """Line, page or row of the source where the block begins, from 1."""
    start: int = 0
    """Offset of its first character in the source's text."""
    end: int = 0
    """Offset after its last character there."""

    @property
    def line(self) -> str:
        """The words with their marker before them: every bullet as Markdown has it, and a bare number with a full stop."""
        marker = self.marker
        if not marker or not self.text:
            return self.text
        if marker.isdigit() and marker.isascii():
            return f"{marker}. {self.text}"
        if self.kind is Kind.LIST_ITEM and not any(character.isalnum() for character in marker):
            return f"- {self.text}"
        return f"{marker}{'' if marker[-1] in _CLOSE else ' '}{self.text}"


_CLOSE = "、）．：】〕》」』。，"
"""Full-width signs have their own space."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of the source that is no part of the document, such as a site's notice."""

    text: str
    reason: Words
    place: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of a block of which a person must decide whether they are right."""

    text: str
    """As they stand in the block, with a little around them."""
    sentence: Words
    place: int = 1


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
    doubts: tuple[Doubt, ...] = ()

    def where(self, place: int) -> Words:
        """A place of the file as people call it: a page of a PDF, a line or row of any other."""
        if self.name.lower().endswith(".pdf"):
            return words("page {number}", number=place)
        return words("line {number}", number=place)

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
