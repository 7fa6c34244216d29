"""What the body of a document is made of, once its words are read: lines, rows of tables, words that stand aside."""

from __future__ import annotations

from dataclasses import dataclass

from builder.importers.blocks import Kind
from builder.importers.reading.docx.inline import Piece
from builder.importers.reading.docx.numbering import UNNUMBERED, Numbered
from builder.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text; a blank one has no pieces."""

    pieces: tuple[Piece, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    marker: str = ""
    number: Numbered = UNNUMBERED
    """The list that its number is of."""
    is_title: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces).strip()


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that are no part of the document."""

    text: str
    reason: Words


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; each cell holds what stands in it."""

    cells: tuple[tuple[Item, ...], ...]


Item = Line | Aside | Row


def is_told(items: tuple[Item, ...]) -> bool:
    """Words stand there."""
    return any(not isinstance(item, Line) or item.text for item in items)
