"""A manuscript of tables → a draft: sheets, tables and sections in their order, every cell in its place."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind, Manuscript
from builder.importers.draft import Draft
from builder.importers.sheets.columns import Column
from builder.importers.sheets.filing import Filing
from builder.importers.sheets.mapping import Mapping
from builder.importers.sheets.prose import read_as_document, understood_lines
from builder.importers.sheets.walking import walked
from builder.words import Words, words


def is_tabular(manuscript: Manuscript) -> bool:
    """It is a spreadsheet; tables inside a document are part of its text."""
    return any(block.table for block in manuscript.blocks)


def _rows(blocks: Sequence[Block]) -> list[Block]:
    """The rows of a sheet; of a document every line too, as a row with one cell."""
    if any(block.table for block in blocks):
        return [b for b in blocks if b.kind is Kind.TABLE_ROW]
    words = [f"{b.marker} {b.text}" if b.marker else b.text for b in blocks]
    lines = [b if b.cells else dataclasses.replace(b, cells=(w,)) for b, w in zip(blocks, words, strict=True)]
    return [line for line in lines if line.text.strip()]


def understand_tables(manuscript: Manuscript, mapping: Mapping) -> Draft:
    """What the sheets tell of a bank; cells that are in no part of it are in `unparsed`, with their question named."""
    draft = Draft(manuscript.name)
    sheets = [list(blocks) for _, blocks in itertools.groupby(manuscript.blocks, key=lambda b: b.table)]
    rows = [_rows(sheet) for sheet in sheets]
    found = [walked(r, mapping.names) for r in rows]
    tables = sum(walk is not None for walk in found)
    lines: list[tuple[str, list[Block]]] = []
    filing = Filing(draft, several=tables > 1)
    for sheet, sheet_rows, walk in zip(sheets, rows, found, strict=True):
        name = next((b.text for b in sheet if b.kind is Kind.HEADING and b.table), "")
        remarks = [b for b in sheet if b.kind is Kind.PARAGRAPH and b.table]
        if walk is None and tables and (key := walked(sheet_rows, mapping.names, key=True)):
            filing.file_key(name, key, sheet_rows)
            draft.unparsed += [f"{b.marker}: {b.text}" for b in remarks]
            continue
        if walk is None:
            lines.append((name, sheet_rows))
            if tables:
                understood_lines(draft, name, sheet_rows, remarks)
            else:
                draft.unparsed += [f"{b.marker}: {b.text}" for b in remarks]
            continue
        for columns in walk.headings:
            mapping.saw(columns)
            draft.remarks += _unknown(draft.name, columns, sheet_rows)
        filing.file(name, walk, sheet_rows, remarks)
    if not tables:
        read_as_document(draft, lines)
    return draft


def _unknown(name: str, columns: Sequence[Column], rows: Sequence[Block]) -> Iterator[Words]:
    """Names the columns that were not recognised and in which something stands."""
    if unknown := [c.name for c in columns if not c.field and _is_filled(rows, c.index)]:
        yield words(
            "{name}: columns that were not recognised: {columns} (--map COLUMN=FIELD says what one holds)",
            name=name,
            columns=unknown,
        )


def _is_filled(rows: Sequence[Block], index: int) -> bool:
    return sum(index < len(row.cells) and bool(row.cells[index].strip()) for row in rows) > 1
