"""Rubrics with a criterion a row: its levels in columns, or its points in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.importers.understanding.ruled.cells import is_band, label_of, labelled, level_of, points_of
from builder.importers.understanding.ruled.criterion import Criterion

CRITERIA = frozenset({"criterion", "competencies", "rubric", "key_points", "analysis"})
"""What the column of the criteria may be headed by."""
_TICK = re.compile(r"[●√✓✔☑○★*√]|是|yes", re.IGNORECASE)
_BAND = re.compile(
    r"[(（]?([\d.]{1,4} *(?:分|points?)? *(?:[-–—~～至到]+|to) *[\d.]{1,4} *(?:分|points?|pts?)?|[\d.]{1,4} *(?:分|points?|pts?))[)）]?[:：,，]?(?:\s+|(?<=[:：,，]))",
    re.IGNORECASE,
)


def by_columns(
    cells: Sequence[tuple[str, ...]], header: Sequence[str], heads: Sequence[bool]
) -> list[Criterion]:
    """A criterion a row, a level a column."""
    criteria = []
    for row in cells[1:]:
        if label_of(row[0]) == "total":
            continue
        criterion = Criterion(points=worth(row, header))
        for name, label, is_level, cell in zip(cells[0], header, heads, row, strict=False):
            if is_level and cell:
                criterion.levels.append(_level_with_band(name, cell))
            elif label in ("number", "points") or not cell:
                continue
            elif not criterion.title:
                criterion.title, criterion.points = _titled(cell, criterion.points)
            else:
                criterion.details.append(labelled(name, cell) if label not in CRITERIA else cell)
        criteria.append(criterion)
    return criteria


def _titled(cell: str, points: Decimal | None) -> tuple[str, Decimal | None]:
    """The title and the points of a cell that may have them in its last line."""
    head, _, last = cell.rpartition("\n")
    if head and points is None and (worth := points_of(last)) is not None:
        return " ".join(head.split()), worth
    return " ".join(cell.split()), points


def _level_with_band(name: str, words: str) -> tuple[str, str]:
    """A level whose band stands at the beginning of its cell: 8-10分 …, （8-10分）：…"""
    level = level_of(name)
    first = _BAND.match(words)
    if (
        first
        and level is not None
        and level.low is None
        and (is_band(first[1]) or points_of(first[1]) is not None)
    ):
        return f"{name}（{first[1]}）", words[first.end() :]
    return name, words


def by_points(cells: Sequence[tuple[str, ...]], header: Sequence[str]) -> list[Criterion]:
    """A criterion a row with its points."""
    title_at = next(i for i, label in enumerate(header) if label in CRITERIA)
    criteria: list[Criterion] = []
    for row in cells[1:]:
        points = worth(row, header)
        title = row[title_at] if title_at < len(row) else ""
        if (
            total := next((cell for cell in row[:2] if label_of(cell) == "total"), "")
        ) and points is not None:
            criteria.append(
                Criterion(
                    details=[labelled(total if total.isascii() else "总分", f"{points.normalize():f}分")]
                )
            )
            continue
        rest = [
            cells[0][i] if _TICK.fullmatch(cell) and cells[0][i] else cell
            for i, (label, cell) in enumerate(zip(header, row, strict=False))
            if cell and i != title_at and label not in ("number", "points")
        ]
        if header[title_at] == "key_points" and points is not None and rest:
            title, rest = f"{title}（{'；'.join(rest)}）", []
        if title or not criteria:
            criteria.append(Criterion(title, points, rest))
        else:
            criteria[-1].details += rest
    return criteria


def worth(row: Sequence[str], header: Sequence[str]) -> Decimal | None:
    """What the row has in the column of points; None where that is no number."""
    return next(
        (points_of(cell) for label, cell in zip(header, row, strict=False) if label == "points" and cell),
        None,
    )
