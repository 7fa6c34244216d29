"""Which lines are headings: those in larger type than the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from builder.importers.reading.pdf.pages import Line

LARGER = 1.1
"""Times the size of the text."""
LONGEST = 60
PROSE = 0.35
"""Share of the lines of one size."""
MOST = 0.4
"""Share of the characters that headings are at most."""


class Sizes:
    """The sizes of type in a document."""

    def __init__(self, lines: Sequence[Line]) -> None:
        counted: Counter[float] = Counter()
        for line in lines:
            counted[_rounded(line.size)] += len(line.text)
        total = sum(counted.values())
        self._text = counted.most_common(1)[0][0] if counted else 0.0
        width = max((line.right - line.left for line in lines), default=0.0)
        larger = sorted(
            (size for size in counted if size >= LARGER * self._text and not _is_prose(lines, size, width)),
            reverse=True,
        )
        few = sum(counted[size] for size in larger) <= MOST * total
        self._levels = {size: min(level, 6) for level, size in enumerate(larger, 1)} if few else {}

    def level(self, line: Line, text: str) -> int:
        """The level of the heading that a paragraph beginning with the line is; 0 where it is none."""
        length = len(text) if not text.isascii() else len(text) // 2
        if length > LONGEST or re.search(r"[。；;]\W*$", text):
            return 0
        return self._levels.get(_rounded(line.size), 0)


def _is_prose(lines: Sequence[Line], size: float, width: float) -> bool:
    """The size is that of sentences, such as what is read aloud: lines fill the page, or end as sentences do."""
    own = [line for line in lines if _rounded(line.size) == size]
    prose = [x for x in own if x.right - x.left > 0.75 * width or re.search(r"[。；;,，.]\W*$", x.text)]
    return len(prose) > PROSE * len(own)


def _rounded(size: float) -> float:
    return round(size * 2) / 2
