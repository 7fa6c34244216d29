"""Tables: HTML's rows, with cells that span, to Word's grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.errors import BuildError
from builder.render.docx.blocks import Block, Cell, Row, Table
from builder.render.docx.breaks import spaced
from builder.render.docx.grid import GridCell, grid_rows
from builder.render.docx.keeping import keep_header_rows, keep_together, keep_with_next
from builder.render.docx.look import twips
from builder.render.docx.measures import length, shares
from builder.render.docx.place import Place
from builder.render.docx.stylesheet.cells import aligned
from builder.render.docx.stylesheet.tables import CELL_SIDE
from builder.render.docx.vocabulary import Element, classes_of
from builder.words import words

if TYPE_CHECKING:
    from builder.render.docx.walker import Walker

_STYLES = {"grid": "Grid", "rubric": "Rubric", "form": "Form", "bare": "Bare"}


def table(walker: Walker, node: Element, place: Place) -> list[Block]:
    """The table under its caption, which stays with it."""
    caption = node.find("caption")
    above: list[Block] = []
    if caption is not None:
        above = [walker.paragraph("Caption", walker.inline.content(caption, place.width))]
        keep_with_next(above[0])
    return [*above, _Writer(walker, node, place).table()]


class _Writer:
    def __init__(self, walker: Walker, node: Element, place: Place) -> None:
        self._walker = walker
        self._place = place
        self._style = next((s for c, s in _STYLES.items() if c in classes_of(node)), "Bare")
        self._alert = "alert" in classes_of(node)
        self._lines = list(node.iterfind("thead/tr")) + list(node.iterfind("tbody/tr"))
        self._lines += list(node.iterfind("tr"))
        if not self._lines:
            raise BuildError(words("a table has no rows"))
        self._heads = len(list(node.iterfind("thead/tr")))
        self._columns = self._widths(node)

    def table(self) -> Table:
        rows = grid_rows(self._lines, len(self._columns))
        table = Table(
            self._style,
            self._columns,
            [self._row(i, *line) for i, line in enumerate(zip(self._lines, rows, strict=True))],
            indent=self._place.indent,
            first_row=self._heads > 0 and self._style != "Bare",
            first_column=self._style == "Rubric",
        )
        keep_header_rows(table)
        return table

    def _widths(self, node: Element) -> list[int]:
        columns = [length(col.get("style", ""), "width", "%") for col in node.iterfind("colgroup/col")]
        first = sum(int(cell.get("colspan") or 1) for cell in self._lines[0])
        return shares(columns or [None] * first, self._place.width)

    def _row(self, index: int, line: Element, cells: list[GridCell]) -> Row:
        classes = classes_of(line)
        self._walker.drafting.bookmarks.open(line.get("id"))
        row = Row(
            [self._cell(index, cell) for cell in cells],
            header=index < self._heads,
            may_split="may-split" in classes,
            height=twips(length(line.get("style", ""), "height", "mm") or 0),
        )
        if "keep-next" in classes:
            for cell in row.cells:
                keep_together([*cell.blocks, *cell.blocks[-1:]])
        return row

    def _cell(self, row: int, cell: GridCell) -> Cell:
        width = sum(self._columns[cell.column : cell.column + cell.span])
        if cell.node is None:
            filler = [self._walker.paragraph("Table Text")]
            return Cell([*filler], width, cell.span, cell.merge)
        classes = classes_of(cell.node)
        style = _text_style(self._base(cell.node), classes)
        inside = self._place.enclosed_in(style, width - 2 * CELL_SIDE, "Table")
        self._walker.drafting.bookmarks.open(cell.node.get("id"))
        outer = self._walker.drafting.marks.enter(cell.node)
        blocks = spaced(self._walker.flow(cell.node, inside)) or [self._walker.paragraph(style)]
        self._walker.drafting.marks.leave(outer)
        return Cell(
            blocks,
            width,
            cell.span,
            cell.merge,
            fill=self._fill(row, cell, classes),
            top="top" in classes,
        )

    def _base(self, node: Element) -> str:
        if node.tag == "td":
            return "Table Text"
        return "Table Alert Head" if self._alert else "Table Head"

    def _fill(self, row: int, cell: GridCell, classes: set[str]) -> str:
        """Label cells are shaded one by one; heads and first columns by the table's style."""
        if "shade" in classes:
            return self._walker.drafting.look.colours.shade
        assert cell.node is not None
        by_style = (row == 0 and self._heads > 0) or (cell.column == 0 and self._style == "Rubric")
        if cell.node.tag != "th" or by_style or self._style == "Bare":
            return ""
        return self._walker.drafting.look.colours.shade


def _text_style(base: str, classes: set[str]) -> str:
    side = "Center" if "center" in classes else "Right" if "right" in classes else ""
    return aligned(base, side)
