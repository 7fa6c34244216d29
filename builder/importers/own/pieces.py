"""What is found on a page: printings of fields, in pieces, new items of lists, words of no field."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.importers.own.carried import OwnFile
from builder.importers.own.page import Line


@dataclass(eq=False)
class Piece:
    """One paragraph's share of a field: its printed slot, where it had one, and what is there now."""

    line: Line
    start: int = 0
    end: int | None = None
    slot: int | None = None
    """None for a paragraph that is new."""
    same: bool = False

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


@dataclass
class Printing:
    """One place where a field is printed; a field can be printed in several."""

    path: str
    slots: list[int]
    pieces: list[Piece] = field(default_factory=list)
    place: int = -1
    """Number of its first line; -1 where it is gone."""

    @property
    def text(self) -> str:
        """The words that are there now."""
        return " ".join(piece.text.strip() for piece in self.pieces)

    @property
    def is_gone(self) -> bool:
        return not self.pieces

    @property
    def is_whole(self) -> bool:
        """Whether every paragraph is as it was printed, and none is new."""
        return [piece.slot for piece in self.pieces] == self.slots and all(p.same for p in self.pieces)


@dataclass
class Page:
    """All printings of one file in the order of the document, its new rows and items, and what belongs nowhere."""

    file: OwnFile
    printings: list[Printing]
    added: list[Added] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    """Paragraphs in which the words around the fields were changed too, so that the fields cannot be told."""


@dataclass
class Added:
    """A new item of a list: behind which line of the document, and its fields by what they are called."""

    items: str
    place: int
    fields: dict[str, list[Piece]]
