"""The tables of a sheet: where each begins and ends, and the lines above it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.importers.blocks import Block, Kind
from builder.importers.sheets.columns import Column, Heading, Names, cell, filled
from builder.importers.sheets.fields import ASKED, UNKNOWN
from builder.importers.sheets.headings import heading_at
from builder.importers.sheets.settling import settled
from builder.importers.sheets.signs import (
    is_note,
    may_name_section,
    repeats_above,
    says_nothing,
    surely_names_section,
)
from builder.importers.sheets.turning import stacked, upright
from builder.importers.sheets.unheaded import unheaded
from builder.tabular.grid import letters


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and the rows below their headings, and the line above these that names a section, if there is one."""

    columns: tuple[Column, ...]
    rows: list[Block]
    introduction: list[Block]


def tables_in(rows: Sequence[Block], names: Names, *, key: bool = False) -> tuple[list[Block], list[Table]]:
    """The lines above the first table of a sheet, and its tables in order; `key`: of answers, without questions."""
    above, tables = _cut(rows, names, key=key)
    if not tables and not key and (turned := upright(rows)):
        above, tables = _cut(turned, names, key=key)
    return above, tables


def _cut(rows: Sequence[Block], names: Names, *, key: bool) -> tuple[list[Block], list[Table]]:
    starts = list(_starts(rows, names, key=key))
    if not starts and not key and (heading := unheaded(rows, names)):
        starts = [(0, heading)]
    if not starts:
        return list(rows), []
    above, introduction = _introduced(list(rows[: starts[0][0]]), several=len(starts) > 1)
    ends = [*(start for start, _ in starts[1:]), len(rows)]
    tables = []
    for (start, heading), end in zip(starts, ends, strict=True):
        body = list(rows[start + heading.rows : end])
        body, following = _introduced(body, several=True) if end < len(rows) else (body, [])
        stood, body = stacked(heading.columns, body)
        columns = settled(_with_unheaded(stood, body), body)
        tables.append(Table(columns, list(_spelt_out(body, columns)), introduction))
        introduction = following
    return above, tables


def _with_unheaded(columns: Sequence[Column], rows: Sequence[Block]) -> list[Column]:
    """The columns with those that have words but no heading, which are called by their letters."""
    known = {column.index for column in columns}
    others = sorted({i for row in rows for i in filled(row)} - known)
    return sorted([*columns, *(Column(i, UNKNOWN, letters(i)) for i in others)], key=lambda c: c.index)


def _starts(rows: Sequence[Block], names: Names, *, key: bool) -> Iterator[tuple[int, Heading]]:
    i = 0
    while i < len(rows):
        heading = heading_at(rows, i, names, key=key)
        if heading:
            yield i, heading
        i += heading.rows if heading else 1


def _introduced(rows: list[Block], *, several: bool) -> tuple[list[Block], list[Block]]:
    """The rows without the lines right above a table that name its section and say more of it, and these lines."""
    first = len(rows)
    while first > 0 and (words := lone(rows[first - 1])) and not is_note(words):
        first -= 1
        if surely_names_section(words) or (rows[first].kind is Kind.HEADING and first > 0):
            return rows[:first], rows[first:]
    likely = bool(rows) and several and len(rows) > 1 and may_name_section(lone(rows[-1]))
    return (rows[:-1], rows[-1:]) if likely and not is_note(lone(rows[-1])) else (rows, [])


def _spelt_out(rows: Sequence[Block], columns: Sequence[Column]) -> Iterator[Block]:
    """The rows with what stands for an empty cell left out, and what stands for the cell above written out."""
    asking = {c.index for c in columns if c.field in ASKED}
    above: Block | None = None
    for row in rows:
        cells = list(row.cells)
        for i in filled(row):
            if i not in asking and says_nothing(cells[i]):
                cells[i] = ""
            elif i not in asking and above is not None and repeats_above(cells[i]):
                cells[i] = cell(above, i)
        above = dataclasses.replace(row, cells=tuple(cells))
        yield above


def lone(row: Block) -> str:
    """The words of a row in which one cell is filled in; empty for other rows."""
    texts = [text for text in row.cells if text.strip()]
    return texts[0] if len(texts) == 1 else ""
