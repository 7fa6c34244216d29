"""What stands above and below the text of every page: running heads, page numbers, marks across the page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from builder.importers.reading.pdf.layout import Layout
from builder.importers.reading.pdf.pages import Line
from builder.importers.understanding.flow import skeleton_of

_NUMBER = re.compile(
    r"\W*(?:第? *\d{1,4} *页?(?: *[/,，共of|]+ *共? *\d{1,4} *页?)?|page +\d{1,4}(?: +of +\d{1,4})?|共 *\d{1,4} *页|[ivx]{1,5})\W*",
    re.I,
)
EDGE = 0.12
"""Share of a page's height, above and below, in which such lines stand."""
FEWEST, MOST = 2, 0.2
"""A line is repeated on so many pages, and on so great a share of them; left-hand and right-hand pages may differ."""
APART = 3.0
"""Ems between what stands at the left and at the right of a running head."""
DEEP = 3
"""Lines of a running head or foot."""
FEW = 4
"""Lines that are the same on every page; more are a form that is printed again and again."""
Key = tuple[str, int]


def running_lines(layouts: Sequence[Layout]) -> set[int]:
    """The `id` of every line that is no part of the text."""
    edges = [edge for layout in layouts for edge in _edges(layout)]
    counted = Counter(key for edge in edges for key in {key for line in edge for key in _keys(line)})
    enough = max(FEWEST, MOST * len(layouts))
    repeated = {key for key, count in counted.items() if count >= enough}
    running: set[int] = set()
    for edge in edges:
        inside = takewhile(lambda line: bool(repeated & _keys(line)) or _is_number(line), edge[:DEEP])
        running |= {id(line) for line in inside}
    return running | _stamped([layout.lines for layout in layouts])


def _edges(layout: Layout) -> tuple[list[Line], list[Line]]:
    """The lines near the upper edge from above, and those near the lower from below."""
    page = layout.page
    lowest = min((run.base for run in page.runs), default=0.0)
    bottom = 0.0 if lowest >= 0 else lowest - EDGE / 3 * page.height  # a turned page begins below nought
    low, high = bottom + EDGE * page.height, bottom + (1 - EDGE) * page.height
    lines = sorted(layout.lines, key=lambda line: line.base)
    return [line for line in reversed(lines) if line.base > high], [line for line in lines if line.base < low]


def _keys(line: Line) -> set[Key]:
    """Its words, those at its left and at its right, and about where they stand; a number may count the pages."""
    parts = {line.text, *_ends(line)}
    return {
        (text, round(line.base / 6)) for part in parts for text in _readings(part, line.page) if len(text) > 2
    }


def _ends(line: Line) -> list[str]:
    gaps = [b.left - a.right > APART * a.size for a, b in itertools.pairwise(line.runs)]
    if not any(gaps):
        return []
    first, last = gaps.index(True) + 1, len(gaps) - gaps[::-1].index(True)
    return ["".join(run.text for run in line.runs[:first]), "".join(run.text for run in line.runs[last:])]


def _readings(text: str, page: int) -> Iterator[str]:
    """The words as they are, and for each number in them with how far it is from the page's number."""
    words = re.sub(r"\s", "", text)
    yield words
    for number in itertools.islice(re.finditer(r"\d{1,4}", words), 4):
        yield f"{words[: number.start()]}\0{int(number[0]) - page}{words[number.end() :]}"


def _is_number(line: Line) -> bool:
    """It only says which page this is."""
    return _NUMBER.fullmatch(skeleton_of(line.text)) is not None


def _stamped(lines: Sequence[Sequence[Line]]) -> set[int]:
    """Words that stand at the same place of nearly every page, such as a watermark."""
    counted: Counter[tuple[str, int, int]] = Counter()
    for found in lines:
        counted.update({(line.text, round(line.base), round(line.left)) for line in found})
    stamped = {key for key, count in counted.items() if count >= 3 and count >= 0.8 * len(lines)}
    if len(stamped) > FEW:
        return set()
    return {
        id(line)
        for found in lines
        for line in found
        if (line.text, round(line.base), round(line.left)) in stamped
    }
