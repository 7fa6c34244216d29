"""Which characters a font has, as sorted ranges: quick to store, to load and to ask."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

RADICALS = range(0x2E80, 0x2FE0)
"""CJK and Kangxi radicals: they look like everyday characters (⼀ 一) but search and copy as others."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The code points of a font; `starts` and `ends` are the inclusive bounds of its ranges."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, points: Iterable[int]) -> Coverage:
        """The coverage that holds exactly these code points."""
        starts: list[int] = []
        ends: list[int] = []
        for point in sorted(points):
            if ends and point == ends[-1] + 1:
                ends[-1] = point
            else:
                starts.append(point)
                ends.append(point)
        return cls(tuple(starts), tuple(ends))

    def __contains__(self, character: str) -> bool:
        index = bisect_right(self.starts, ord(character)) - 1
        return index >= 0 and ord(character) <= self.ends[index]


def needs_no_glyph(character: str) -> bool:
    """Whether a character is never drawn: tabs, line ends, format and variation marks.

    Other control characters do need one and have none: paper cannot show them, and no Word file can hold them.
    """
    if character in "\t\n\r\x85" or "\ufe00" <= character <= "\ufe0f":
        return True
    return unicodedata.category(character) in ("Cf", "Zl", "Zp")
