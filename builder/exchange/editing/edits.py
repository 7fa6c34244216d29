"""Pieces of a text that are to be replaced, and the text afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass
class Edits:
    """Collects replacements by offset; those at one offset apply in the order they came."""

    text: str
    pieces: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def line_end(self) -> str:
        """What ends the lines of this text."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def replace(self, start: int, end: int, new: str) -> None:
        """Puts `new` between two offsets, where it differs from what is there."""
        if self.text[start:end] != new:
            self.pieces.append((start, end, new))

    def add_lines(self, offset: int, lines: list[str]) -> None:
        """Puts whole lines below the line of an offset."""
        if lines:
            end = self.end_of_line(offset)
            self.pieces.append((end, end, "".join(self.line_end + line for line in lines)))

    def add_lines_above(self, offset: int, lines: list[str]) -> None:
        """Puts whole lines above the line of an offset."""
        start = self.start_of_line(offset)
        self.pieces.append((start, start, "".join(line + self.line_end for line in lines)))

    def remove_lines(self, first: int, last: int) -> None:
        """Takes out the lines from one offset's to another's."""
        start, end = self.start_of_line(first), self.end_of_line(last)
        after = _LINE_END.match(self.text, end)
        if after:
            end = after.end()
        elif start:
            start -= 2 if self.text[start - 2 : start] == "\r\n" else 1
        self.pieces.append((start, end, ""))

    def start_of_line(self, offset: int) -> int:
        """Offset of the first character of a line."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def end_of_line(self, offset: int) -> int:
        """Offset after the last character of a line, before its line end."""
        found = _LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def applied(self) -> str:
        """The text with every replacement made. Raises ValueError where two of them overlap."""
        done, position = [], 0
        for start, end, new in sorted(self.pieces, key=lambda piece: piece[0]):
            if start < position:
                raise ValueError("two edits overlap")
            done += [self.text[position:start], new]
            position = end
        return "".join([*done, self.text[position:]])
