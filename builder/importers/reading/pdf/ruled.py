"""Tables with ruled lines: the grid that the lines make, and which characters stand in which cell."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.importers.reading.pdf.pages import Page, Run

NEAR = 3.0
"""Lines closer than this, in points, are one."""
MOST_LINES, MOST_CELLS = 400, 12_000
Segment = tuple[float, float, float]
"""Where a line stands, and from where to where it goes."""


@dataclass
class Ruled:
    """A table: its cells row by row, each the runs in it; cells that belong to another are None."""

    top: float
    bottom: float
    left: float
    right: float
    cells: list[list[list[Run] | None]]
    edges: list[float]


def ruled_tables(page: Page) -> tuple[list[Ruled], list[Run]]:
    """The tables of a page, and the runs that are in none."""
    level = _merged(
        (_middle(r.bottom, r.top), r.left, r.right) for r in page.rules if r.right - r.left > r.top - r.bottom
    )
    upright = _merged(
        (_middle(r.left, r.right), r.bottom, r.top)
        for r in page.rules
        if r.right - r.left <= r.top - r.bottom
    )
    if not level or not upright or len(level) + len(upright) > MOST_LINES:
        return [], list(page.runs)
    tables, rest = [], list(page.runs)
    for lying, standing in sorted((group for group in _touching(level, upright) if group[0]), key=_area):
        table = _table(lying, standing, rest)
        if table is not None:
            tables.append(table)
            inside = {id(run) for row in table.cells for cell in row if cell for run in cell}
            rest = [run for run in rest if id(run) not in inside]
    return tables, rest


def _middle(a: float, b: float) -> float:
    return (a + b) / 2


def _merged(segments: Iterable[Segment]) -> list[Segment]:
    """Lines that lie on each other, or go on where another ends, as one."""
    done: list[Segment] = []
    places: list[list[Segment]] = []
    for segment in sorted(segments):
        if places and segment[0] - places[-1][0][0] <= NEAR:
            places[-1].append(segment)
        else:
            places.append([segment])
    for group in places:
        place = group[0][0]
        start, end = None, 0.0
        for _, a, b in sorted(group, key=lambda s: s[1]):
            if start is None or a > end + NEAR:
                if start is not None:
                    done.append((place, start, end))
                start, end = a, b
            end = max(end, b)
        if start is not None:
            done.append((place, start, end))
    return done


def _touching(
    level: Sequence[Segment], upright: Sequence[Segment]
) -> list[tuple[list[Segment], list[Segment]]]:
    """Groups of lines that meet."""
    groups: list[tuple[list[Segment], list[Segment]]] = []
    for x, bottom, top in upright:
        met = [h for h in level if h[1] - NEAR <= x <= h[2] + NEAR and bottom - NEAR <= h[0] <= top + NEAR]
        joined = [g for g in groups if any(h in g[0] for h in met)]
        lying = {h: None for g in joined for h in g[0]} | dict.fromkeys(met)
        standing = [v for g in joined for v in g[1]] + [(x, bottom, top)]
        groups = [g for g in groups if g not in joined] + [(list(lying), standing)]
    return groups


def _area(group: tuple[list[Segment], list[Segment]]) -> float:
    lying, standing = group
    width = max(h[2] for h in lying) - min(h[1] for h in lying)
    return width * (max(v[2] for v in standing) - min(v[1] for v in standing))


def _table(lying: Sequence[Segment], standing: Sequence[Segment], runs: Sequence[Run]) -> Ruled | None:
    xs, ys = _places(v[0] for v in standing), _heights(lying, standing)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:
        return None
    owner = _owners(xs, ys, lying, standing)
    cells: list[list[list[Run] | None]] = [
        [[] if owner[r, c] == (r, c) else None for c in range(len(xs) - 1)] for r in range(len(ys) - 1)
    ]
    rising = ys[::-1]
    for run in runs:
        height, column = (
            _between(rising, run.base + 0.3 * run.size),
            _between(xs, _middle(run.left, run.right)),
        )
        if height >= 0 and column >= 0:
            row = len(ys) - 2 - height
            r, c = owner[row, column]
            cell = cells[r][c]
            if cell is not None:
                cell.append(run)
    filled = sum(1 for row in cells for cell in row if cell)
    return Ruled(ys[0], ys[-1], xs[0], xs[-1], cells, xs) if filled > 1 else None


def _heights(lying: Sequence[Segment], standing: Sequence[Segment]) -> list[float]:
    """Where rows part, from above; a row that a page cuts has lines at its sides and none where it is cut."""
    ends = [min(v[1] for v in standing), max(v[2] for v in standing)]
    heights = _places(h[0] for h in lying)
    beyond = [end for end in ends if not heights[0] - 2 * NEAR <= end <= heights[-1] + 2 * NEAR]
    return _places([*heights, *beyond])[::-1]


def _places(values: Iterable[float]) -> list[float]:
    places: list[float] = []
    for place in sorted(values):
        if not places or place - places[-1] > NEAR:
            places.append(place)
    return places


def _between(places: Sequence[float], value: float) -> int:
    """In which of the gaps between the rising places the value lies; -1 for none."""
    return bisect.bisect_right(places, value) - 1 if places[0] <= value < places[-1] else -1


def _owners(
    xs: Sequence[float], ys: Sequence[float], lying: Sequence[Segment], standing: Sequence[Segment]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the place whose cell covers it: no line stands between the two."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            x, y = _middle(xs[c], xs[c + 1]), _middle(ys[r], ys[r + 1])
            if c and not _is_crossed(standing, xs[c], y):
                owner[r, c] = owner[r, c - 1]
            elif r and not _is_crossed(lying, ys[r], x):
                owner[r, c] = owner[r - 1, c]
            else:
                owner[r, c] = (r, c)
    return owner


def _is_crossed(segments: Iterable[Segment], place: float, at: float) -> bool:
    return any(abs(s[0] - place) <= NEAR and s[1] <= at <= s[2] for s in segments)
