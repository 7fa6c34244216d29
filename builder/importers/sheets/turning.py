"""Tables that do not stand as usual: headings on the left, or several side by side."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from builder.importers.blocks import Block, Kind
from builder.importers.sheets.columns import Column, cell, filled
from builder.importers.sheets.fields import field_of

LEAST_QUESTIONS, LEAST_KNOWN = 2, 3


def upright(rows: Sequence[Block]) -> list[Block] | None:
    """The table turned, a question a row, with the lines above and below it; None where its headings are not on the left."""
    wide = [i for i, row in enumerate(rows) if len(filled(row)) > 1]
    if not wide:
        return None
    body = rows[wide[0] : wide[-1] + 1]
    fields = [field_of(cell(row, 0)) for row in body]
    known = [field for field in fields if field]
    if fields.count("stem") != 1 or len(known) < LEAST_KNOWN or len(set(known)) < len(known) - 1:
        return None
    stems = [i for i in filled(body[fields.index("stem")]) if i > 0]
    if len(stems) < LEAST_QUESTIONS:
        return None
    width = max(len(row.cells) for row in body)
    columns = [tuple(cell(row, i) for row in body) for i in range(width)]
    place = body[0].place
    turned = [
        Block("\t".join(cells), Kind.TABLE_ROW, cells=cells, place=place + i, table=body[0].table)
        for i, cells in enumerate(columns)
    ]
    return [*rows[: wide[0]], *turned, *rows[wide[-1] + 1 :]]


def stacked(columns: Sequence[Column], rows: Sequence[Block]) -> tuple[Sequence[Column], list[Block]]:
    """One table of several that stand side by side with the same headings, the rows of each below those before it."""
    names = [column.name for column in columns]
    count = names.count(names[0]) if names else 0
    width = len(names) // count if count else 0
    if count < 2 or width < 2 or names != names[:width] * count:
        return columns, list(rows)
    done = []
    for i in range(count):
        group = columns[i * width : (i + 1) * width]
        for row in rows:
            cells = [""] * (columns[width - 1].index + 1)
            for column, first in zip(group, columns, strict=False):
                cells[first.index] = cell(row, column.index)
            if any(cells):
                done.append(dataclasses.replace(row, cells=tuple(cells), above=()))
    return columns[:width], done
