"""Rubrics in tables: levels as columns, levels as rows, or criteria with their points."""

from __future__ import annotations

from collections.abc import Sequence

from builder.importers.blocks import Block
from builder.importers.understanding.ruled.by_columns import CRITERIA, by_columns, by_points, worth
from builder.importers.understanding.ruled.by_rows import by_rows, heads_rows, names_level
from builder.importers.understanding.ruled.cells import bare_number, is_band, label_of, level_of
from builder.importers.understanding.ruled.criterion import Criterion


def rubric_of(rows: Sequence[Block]) -> list[str] | None:
    """The lines of a table that is a rubric; None for any other."""
    cells = [tuple(cell.strip() for cell in row.cells) for row in rows]
    header = [label_of(cell) for cell in cells[0]]
    if "stem" in header or len(cells) < 2:
        return None
    heads = [level_of(cell) is not None and not label for cell, label in zip(cells[0], header, strict=True)]
    if (columns := _levels_above(cells)) is not None:
        return _told([columns])
    if sum(heads) >= 2 and not any(heads[:1]):
        return _told(by_columns(cells, header, heads))
    first = [row[0] for row in cells[1:]]
    if header[0] in ("level", "points", "rubric") and (_is_scale(first) or all(map(is_band, first))):
        return _told([Criterion(levels=[(row[0], "；".join(filter(None, row[1:]))) for row in cells[1:]])])
    if sum(names_level(row) for row in cells) >= 2:
        return _told(by_rows([row for row in cells if not heads_rows(row)]))
    if (
        "points" in header
        and CRITERIA & set(header)
        and sum(worth(row, header) is not None for row in cells[1:]) >= 2
    ):
        return _told(by_points(cells, header))
    return None


def _levels_above(rows: Sequence[tuple[str, ...]]) -> Criterion | None:
    """Levels side by side, each with its words below it; None for any other table."""
    heads, *others = rows
    told = [name for name in heads if name]
    if len(told) < 2 or len(told) < len(heads) or any(level_of(name) is None for name in told):
        return None
    words = ["；".join(row[i] for row in others if i < len(row) and row[i]) for i in range(len(heads))]
    return Criterion(levels=list(zip(heads, words, strict=True))) if all(words) else None


def _is_scale(cells: Sequence[str]) -> bool:
    """Numbers from the best to the worst or the other way round, such as 5, 3, 1."""
    numbers = [bare_number(cell) for cell in cells]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) >= 2 and known in (sorted(set(known)), sorted(set(known), reverse=True))


def _told(criteria: Sequence[Criterion]) -> list[str] | None:
    """The criteria in running text; None where it could not tell whose the levels are."""
    if len(criteria) > 1 and any(criterion.worth is None and criterion.levels for criterion in criteria):
        return None
    return [line for criterion in criteria for line in criterion.lines()]


def rubric_lines(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows of a rubric inside a form as lines of running text."""
    columns = _levels_above(rows)
    return _told([columns] if columns else by_rows(rows)) or ["  ".join(filter(None, row)) for row in rows]
