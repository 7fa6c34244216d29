"""Pages in two columns of text: where the gutter is, and which lines stand on which side of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from builder.importers.reading.pdf.pages import Run, rows_of

FEWEST = 6
"""Lines on each side."""
FILLED = 0.6
"""Share of the column that its lines fill, half of them at least; cells of a table fill less."""


Stretch = tuple[str, list[list[Run]]]
"""Rows of one column, each its runs, and which column that is: whole, left or right."""


def in_reading_order(runs: Sequence[Run]) -> list[Stretch]:
    """The rows of a page, column by column; what goes across both columns parts them."""
    rows = rows_of(runs)
    gutter = _gutter(rows)
    if gutter is None:
        return [("whole", rows)]
    stretches: list[Stretch] = []
    beside: list[list[Run]] = []
    for row in rows:
        if any(run.left < gutter < run.right for run in row):
            stretches += [*_sides(beside, gutter), ("whole", [row])]
            beside = []
        else:
            beside.append(row)
    return [stretch for stretch in [*stretches, *_sides(beside, gutter)] if stretch[1]]


def _sides(rows: Sequence[list[Run]], gutter: float) -> list[Stretch]:
    left = [[run for run in row if run.right <= gutter] for row in rows]
    right = [[run for run in row if run.left >= gutter] for row in rows]
    return [("left", [row for row in left if row]), ("right", [row for row in right if row])]


def _gutter(rows: Sequence[Sequence[Run]]) -> float | None:
    """The middle of the gap between two columns; None where the page has but one."""
    runs = [run for row in rows for run in row]
    if len(rows) < FEWEST:
        return None
    start, end = min(run.left for run in runs), max(run.right for run in runs)
    for x in _candidates(rows, start, end):
        if _parts_text(runs, x, start, end):
            return x
    return None


def _candidates(rows: Sequence[Sequence[Run]], start: float, end: float) -> list[float]:
    """Where lines have a gap near the middle, the most frequent first; to five points."""
    counted: dict[float, int] = {}
    for row in rows:
        for run, following in itertools.pairwise(row):
            x = (run.right + following.left) / 2
            if following.left - run.right > run.size and 0.35 < (x - start) / (end - start) < 0.65:
                place = 5 * round(x / 5)
                counted[place] = counted.get(place, 0) + 1
    middle = 5 * round((start + end) / 10)
    ranked = sorted(counted, key=lambda place: (-counted[place], place))[:4]
    return [*ranked, middle] if middle not in ranked else ranked


def _parts_text(runs: Sequence[Run], x: float, start: float, end: float) -> bool:
    left, right = [r for r in runs if r.right <= x], [r for r in runs if r.left >= x]
    across = len(runs) - len(left) - len(right)
    if min(len(left), len(right)) < FEWEST or across * 4 > len(runs):
        return False
    widths = ((left, x - start), (right, end - x))
    return all(median(run.right - run.left for run in side) >= FILLED * width for side, width in widths)
