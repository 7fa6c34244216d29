"""Text that remembers where each of its characters came from, through any number of edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""From, to, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Traced:
    """Words, and for each character (and the end) its offset in the text they were made of."""

    text: str
    origins: Sequence[int]

    @staticmethod
    def of(text: str) -> Traced:
        """The text as it is, before any edit."""
        return Traced(text, range(len(text) + 1))

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """The text with the edits made, which come in order and do not overlap."""
        pieces: list[str] = []
        origins: list[int] = []
        position = 0
        for start, end, new in edits:
            pieces += [self.text[position:start], new]
            origins += self.origins[position:start]
            origins += (self.origins[min(start + i, end)] for i in range(len(new)))
            position = end
        if not pieces:
            return self
        pieces.append(self.text[position:])
        origins += self.origins[position:]
        return Traced("".join(pieces), origins)

    def offset_of(self, origin: int) -> int:
        """Where the first character stands that came from there or from behind it."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.origins[middle] < origin else (low, middle)
        return low

    def converted(self, convert: Callable[[str], str]) -> Traced:
        """The text converted as a whole; where its length changes, line by line, what follows is traced to its line."""
        lines = [(line, convert(line)) for line in self.text.split("\n")]
        origins: list[int] = []
        position = 0
        for line, new in lines:
            origins += (self.origins[position + min(i, len(line))] for i in range(len(new) + 1))
            position += len(line) + 1
        return Traced("\n".join(new for _, new in lines), origins)
