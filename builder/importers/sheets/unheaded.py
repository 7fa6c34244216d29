"""Tables without headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.blocks import Block
from builder.importers.sheets.columns import Column, Heading, Names, cell, filled, lettered
from builder.importers.sheets.fields import UNKNOWN
from builder.importers.sheets.headings import may_head
from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import skeleton_of
from builder.tabular.grid import letters


def unheaded(rows: Sequence[Block], names: Names) -> Heading | None:
    """The columns of a table without headings: those that the user names by their letters, or the one that asks."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = lettered(names, width, set())
    stem = next((c for c in columns if c.field in ("stem", "scenario", "task")), None)
    if stem is None:
        columns = _asking(rows)
    known = {c.index for c in columns}
    columns += [Column(i, UNKNOWN, letters(i)) for i in range(width) if i not in known] if columns else []
    if stem is not None and _heads_by_looks(rows, stem.index):
        columns = [Column(c.index, c.field, cell(rows[0], c.index) or c.name) for c in columns]
        return Heading(tuple(columns), 1)
    return Heading(tuple(columns), 0) if columns else None


def _heads_by_looks(rows: Sequence[Block], stem: int) -> bool:
    """The first row is of short words, shorter than any question below it."""
    texts = [text for text in rows[0].cells if text.strip()]
    below = [len(text) for row in rows[1:] if (text := cell(row, stem)).strip()]
    short = all(may_head(text) and not re.search(r"\d", text) for text in texts)
    return bool(below) and short and 0 < len(cell(rows[0], stem)) < min(below)


def _asking(rows: Sequence[Block]) -> list[Column]:
    """The column in which nearly every row asks, and the one of numbers, of at least three rows with several cells."""
    wide = [row for row in rows if len(filled(row)) > 1]
    if len(wide) < 3 or len(wide) * 10 < len(rows) * 7:
        return []
    width = max(len(row.cells) for row in wide)
    asking = [sum(asks(skeleton_of(cell(row, i))) for row in wide) for i in range(width)]
    best = max(range(width), key=lambda i: asking[i])
    if asking[best] * 10 < len(wide) * 8 or sum(n * 10 >= len(wide) * 6 for n in asking) > 1:
        return []
    numbers = [
        i for i in range(best) if all(skeleton_of(cell(row, i)).strip(" .、").isdigit() for row in wide)
    ]
    return [Column(i, "number", letters(i)) for i in numbers[:1]] + [Column(best, "stem", letters(best))]
