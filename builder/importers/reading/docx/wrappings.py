"""Paragraphs, tables, rows and cells inside whatever Word wraps them in: content controls, tracked changes, alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from builder.importers.reading.docx.markup import MC, W, chosen, number, within
from builder.importers.reading.docx.tally import Tally

GONE = frozenset({f"{W}{name}" for name in ("del", "moveFrom")})
"""What a tracked change took away."""
MOST_COLUMNS = 63
"""As many as Word allows."""


def blocks_in(container: _Element, tally: Tally) -> Iterator[_Element]:
    """Paragraphs and tables, whatever they are wrapped in."""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for inner in chosen(child):
                yield from _blocks_of(inner, tally)
        elif child.tag in GONE:
            tally.deletions += 1
        elif child.tag == f"{W}altChunk":
            tally.embedded += 1
        elif child.tag not in (f"{W}sectPr", f"{W}sdtPr", f"{W}tblPr", f"{W}tcPr"):
            yield from blocks_in(child, tally)


def _blocks_of(element: _Element, tally: Tally) -> Iterator[_Element]:
    if element.tag in (f"{W}p", f"{W}tbl"):
        yield element
    else:
        yield from blocks_in(element, tally)


def rows_of(table: _Element, tally: Tally) -> Iterator[_Element]:
    """Rows that no tracked change took away, whatever they are wrapped in."""
    for child in table:
        if child.tag == f"{W}tr":
            properties = within(child, "trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                tally.deletions += 1
            else:
                yield child
        elif child.tag not in (f"{W}tblPr", f"{W}tblGrid"):
            yield from rows_of(child, tally)


def cells_of(row: _Element, tally: Tally) -> Iterator[_Element]:
    """Cells that no tracked change took away, whatever they are wrapped in."""
    for child in row:
        if child.tag == f"{W}tc":
            if child.find(f"{W}tcPr/{W}cellDel") is None:
                yield child
            else:
                tally.deletions += 1
        elif child.tag not in (f"{W}trPr", f"{W}tblPrEx", f"{W}sdtPr"):
            yield from cells_of(child, tally)


def is_gone(paragraph: _Element) -> bool:
    """A tracked change took the mark at the paragraph's end: its words run on in the next one."""
    mark = within(paragraph, "pPr", "rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in GONE)


def spanned(properties: _Element | None, name: str) -> int:
    """Columns that a cell spans, or that a row leaves free."""
    return min(max(number(within(properties, name)) or 0, 0), MOST_COLUMNS)
