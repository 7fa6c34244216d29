"""Tables fit their column of text, and their rows stay whole."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.errors import Severity
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.ooxml.names import W, is_on, number, text_of, value
from builder.verify.opened import OpenedDocx
from builder.verify.wanted import squeezed, wanted
from builder.words import words

_SLACK = 20
"""Twips by which a table may be broader than its column of text: a millimetre's third."""
_RULED = {"Grid", "Rubric", "Form", "Bare"}
"""Table styles of the vocabulary; a box may go on on the next page."""


def too_broad(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Tables that are broader than the text or than the cell they stand in, and rows that do not fit the grid."""
    hint = words("make the columns narrower; in all they may not be broader than the text")
    for table, room in _tables(file):
        grid = [number(column, "w") or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        indent = table.find(f"{W}tblPr/{W}tblInd")
        left = (number(indent, "w") or 0) if indent is not None else 0
        fits = left + sum(grid) <= room + _SLACK
        if not (fits and all(_fits(row, grid) for row in table.iterfind(f"{W}tr"))):
            sentence = words("a table does not fit its width: “{text}”", text=_excerpt(table))
            yield Fault("WORD-TABLE", sentence, file.path, hint=hint)


def splitting_rows(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Rows that Word may split between two pages, a rubric's levels above all, where the document has them whole."""
    allowed = wanted(expected.document.html).split_rows
    hint = words("set “Allow row to break across pages” off, or build the file again")
    for table in file.document.iter(f"{W}tbl"):
        if value(table, "tblPr/tblStyle") not in _RULED:
            continue
        for row in table.iterfind(f"{W}tr"):
            if not is_on(row, "trPr/cantSplit") and squeezed(text_of(row)) not in allowed:
                sentence = words(
                    "a row of a table may be split between two pages: “{text}”", text=_excerpt(row)
                )
                yield Fault("WORD-ROW", sentence, file.path, hint=hint, severity=Severity.WARNING)
                break  # one a table


def _tables(file: OpenedDocx) -> Iterator[tuple[etree._Element, int]]:
    """Every table and the width in twips of what it stands in: its section's text, or a cell."""
    waiting: list[etree._Element] = []
    for block in file.document.iterfind(f"{W}body/*"):
        waiting += [table for table in block.iter(f"{W}tbl") if not _inside_cell(table)]
        section = next(block.iter(f"{W}sectPr"), None)
        if section is not None:
            yield from ((table, _text_width(section)) for table in waiting)
            waiting.clear()
    for table in file.document.iter(f"{W}tbl"):
        cell = table.getparent()
        width = cell.find(f"{W}tcPr/{W}tcW") if cell is not None and cell.tag == f"{W}tc" else None
        room = number(width, "w") if width is not None else None
        if room is not None:
            yield table, room


def _inside_cell(table: etree._Element) -> bool:
    return next(table.iterancestors(f"{W}tc"), None) is not None


def _text_width(section: etree._Element) -> int:
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if page is None or margins is None:
        return 0
    used = sum(number(margins, side) or 0 for side in ("left", "right", "gutter"))
    return (number(page, "w") or 0) - used


def _fits(row: etree._Element, grid: list[int]) -> bool:
    """Whether a row's cells take up the grid, column by column."""
    column = int(value(row, "trPr/gridBefore") or 0)
    for cell in row.iterfind(f"{W}tc"):
        span = int(value(cell, "tcPr/gridSpan") or 1)
        width = cell.find(f"{W}tcPr/{W}tcW")
        own = number(width, "w") if width is not None and width.get(f"{W}type") == "dxa" else None
        if own is not None and abs(own - sum(grid[column : column + span])) > _SLACK:
            return False
        column += span
    return column + int(value(row, "trPr/gridAfter") or 0) == len(grid)


def _excerpt(node: etree._Element) -> str:
    text = text_of(node)
    return text if len(text) <= 20 else text[:19] + "…"
