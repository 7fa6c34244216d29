"""Tables of fixed layout; what their cells hold is handed in as XML."""

from __future__ import annotations

from collections.abc import Callable

from builder.render.docx.blocks import Block, Cell, Row, Table
from builder.render.docx.oxml.formats import shading
from builder.render.docx.oxml.markup import element

WriteBlocks = Callable[[list[Block]], str]


def table_xml(table: Table, style: str, write: WriteBlocks) -> str:
    """The table in the style of id `style`; `write` makes the XML of a cell's blocks."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.columns)
    rows = "".join(_row(row, write) for row in table.rows)
    return f"<w:tbl>{_properties(table, style)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(table: Table, style: str) -> str:
    return element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(table.columns), type="dxa"),
        element("tblInd", w=table.indent, type="dxa") if table.indent else "",
        '<w:tblLayout w:type="fixed"/>',
        _conditions(table),
    )


def _conditions(table: Table) -> str:
    bits = 0x0600 | (0x0020 if table.first_row else 0) | (0x0080 if table.first_column else 0)
    return element(
        "tblLook",
        val=f"{bits:04X}",
        firstRow=int(table.first_row),
        lastRow=0,
        firstColumn=int(table.first_column),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


def _row(row: Row, write: WriteBlocks) -> str:
    properties = [
        "" if row.may_split else "<w:cantSplit/>",
        f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>' if row.height else "",
        "<w:tblHeader/>" if row.header else "",
    ]
    inner = "".join(properties)
    head = f"<w:trPr>{inner}</w:trPr>" if inner else ""
    return f"<w:tr>{head}{''.join(_cell(cell, write) for cell in row.cells)}</w:tr>"


def _cell(cell: Cell, write: WriteBlocks) -> str:
    properties = [
        f'<w:tcW w:w="{cell.width}" w:type="dxa"/>',
        f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "",
        f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else "",
        shading(cell.fill) if cell.fill else "",
        '<w:vAlign w:val="top"/>' if cell.top else "",
    ]
    return f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{write(cell.blocks)}</w:tc>"
