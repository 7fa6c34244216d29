"""A bank as CSV: a row a question, with all that belongs to it in cells of the row."""

from __future__ import annotations

import csv
import io

from builder.exchange.sheets.cell_text import guarded
from builder.exchange.sheets.layout import Data, tables_of
from builder.exchange.sheets.prints import marker, row_prints

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the file for one in the machine's old encoding."""


def csv_bytes(data: Data) -> bytes:
    """UTF-8 with a mark, commas, CRLF; the last column is what an import compares with."""
    (table,) = tables_of(data, "csv")
    names = [column.id for column in table.columns]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(
        [*(c.heading(data["locale"]) for c in table.columns), marker(data["id"], table.sheet.id, names)]
    )
    for row in table.rows:
        writer.writerow([*(guarded(row.slots[name].text) for name in names), row_prints(row, names)])
    return (BYTE_ORDER_MARK + stream.getvalue()).encode()
