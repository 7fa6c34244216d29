"""Rubrics with a level a row: 优 | 8-10分 | …, or 条理（3分） | 优 | 3分 | …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.understanding.ruled.cells import bare_number, is_band, label_of, level_of, points_of
from builder.importers.understanding.ruled.criterion import Criterion

_WORD = re.compile(r"[^\W\d_]")


def by_rows(rows: Sequence[tuple[str, ...]]) -> list[Criterion]:
    """Rows such as 优 | 8-10分 | … or 条理 | 3分 | … or 条理（3分） | 优 | 3分 | …"""
    criteria: list[Criterion] = []
    for row in rows:
        cells = [cell.strip() for cell in row if cell.strip()]
        at = next((i for i, cell in enumerate(cells[:3]) if level_of(cell) is not None), None)
        if not cells:
            continue
        if at is None:
            criteria.append(_plain(cells))
            continue
        before = [cell for cell in cells[:at] if bare_number(cell) is None or len(cells[:at]) == 1]
        if (before and before[0] != (criteria[-1].title if criteria else None)) or not criteria:
            points = next((p for cell in before[1:] if (p := points_of(cell)) is not None), None)
            criteria.append(Criterion(before[0] if before else "", points))
        criteria[-1].levels.append(_level(cells[at:]))
    return criteria


def _level(cells: Sequence[str]) -> tuple[str, str]:
    """What names the level, its band in brackets, and its words."""
    name, *rest = cells
    level = level_of(name)
    if (
        rest
        and level is not None
        and level.low is None
        and (is_band(rest[0]) or points_of(rest[0]) is not None)
    ):
        band = rest.pop(0)
        name = f"{name}（{band if points_of(band) is None or '分' in band else f'{band}分'}）"
    elif (
        rest
        and level is not None
        and level.low is not None
        and level_of(rest[0])
        and level_of(name)
        and not _names(name)
    ):
        name = f"{rest.pop(0)}（{name}）"
    return name, "；".join(rest)


def _names(cell: str) -> bool:
    """It has a word beside its band."""
    return not is_band(cell) and points_of(cell) is None


def _plain(cells: Sequence[str]) -> Criterion:
    """A row without levels: 1 | 条理 | 说明 | 3分."""
    words = [
        cell
        for i, cell in enumerate(cells)
        if not (i == 0 and len(cells) > 1 and bare_number(cell) is not None)
    ]
    points = next((p for cell in words[1:] if (p := points_of(cell)) is not None), None)
    rest = [cell for cell in words[1:] if points is None or points_of(cell) != points]
    return Criterion(words[0], points, rest)


def names_level(row: Sequence[str]) -> bool:
    """One of its first cells names a level, in a word or in points: 8-10分; bare numbers could be anything."""
    told = [cell for cell in row if cell]
    return len(told) >= 2 and any(level_of(cell) is not None and _WORD.search(cell) for cell in told[:3])


def heads_rows(row: Sequence[str]) -> bool:
    """It has short words only, one of them the name of a column, and no level or points."""
    told = [cell for cell in row if cell]
    names = any(label_of(cell) for cell in told)
    return names and all(
        len(cell) <= 16 and level_of(cell) is None and points_of(cell) is None for cell in told
    )
