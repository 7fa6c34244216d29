"""Writes the words of a page into blocks, a line each."""

from __future__ import annotations

from dataclasses import dataclass

from builder.importers.blocks import Block, Kind
from builder.importers.reading.copying import Copyist
from builder.importers.reading.html.line import Line
from builder.importers.reading.html.numbering import NUMBERED, Numbering


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the words in an element, from it and those around it."""

    bold: bool = False
    heading: int = 0
    pre: bool = False
    block: bool = True
    numbering: Numbering | None = None
    depth: int = 0
    place: int = 1


class Pen:
    """The line that is being written, and the marker that waits for its first words."""

    def __init__(self, copyist: Copyist) -> None:
        self.copyist = copyist
        self._line = Line()
        self._setting = Setting()
        self._marker, self._depth = "", 0

    def add(self, text: str | None, setting: Setting) -> None:
        """Adds words to the line; the first of them say how it looks. Preformatted text keeps its lines."""
        if not text:
            return
        if setting.pre:
            first, *others = text.split("\n")
            self._put(first, setting)
            for piece in others:
                self.end_line()
                self._put(piece, setting)
        else:
            self._put(text, setting)

    def _put(self, text: str, setting: Setting) -> None:
        if not self._line and text.strip():
            self._setting = setting
        self._line.add(text, bold=setting.bold)

    def begin_item(self, marker: str, depth: int) -> None:
        """The next words are those of a list item."""
        self._marker, self._depth = marker, depth

    def break_line(self, setting: Setting) -> None:
        """A line ends inside a paragraph; a heading goes on."""
        if setting.heading:
            self._line.add(" ", bold=setting.bold)
        else:
            self.end_line()

    def end_line(self) -> None:
        """Writes the line as a block, if it has words."""
        if not self._line:
            self._line = Line()
            return
        text, lead = self._line.words()
        look, self._line = self._setting, Line()
        kind, level, marker = Kind.PARAGRAPH, 0, ""
        if self._depth:
            kind, level, marker = Kind.LIST_ITEM, self._depth, self._marker
            self._marker, self._depth = "", 0
        if look.heading:
            kind, level = Kind.HEADING, look.heading
        if NUMBERED.match(text):
            marker = ""
        self.copyist.write(Block(text, kind, level, marker, lead, place=look.place))
