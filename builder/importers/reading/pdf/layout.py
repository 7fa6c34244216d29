"""Pages → lines and tables in the order they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from builder.importers.reading.pdf.columns import in_reading_order
from builder.importers.reading.pdf.gapped import Gapped, tables_among
from builder.importers.reading.pdf.pages import INVISIBLE, TURNED, Line, Page, Run, rows_of
from builder.importers.reading.pdf.ruled import Ruled, ruled_tables


@dataclass
class Table:
    """Rows of cells, each the lines in it."""

    rows: list[list[list[Line]]]
    page: int


@dataclass
class Layout:
    """What stands on one page; what was set aside stands askew, or cannot be seen."""

    page: Page
    items: list[Line | Table] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    unseen: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """The lines outside tables."""
        return [item for item in self.items if isinstance(item, Line)]


def layout_of(page: Page, *, with_unseen: bool) -> Layout:
    """The page in reading order; `with_unseen` where all text is invisible, as behind a scanned picture."""
    layout = Layout(page)
    aside = [run for run in page.runs if run.flags & TURNED]
    hidden = [] if with_unseen else [r for r in page.runs if r.flags & INVISIBLE and not r.flags & TURNED]
    layout.turned = [Line(row, page.number) for row in rows_of(aside)]
    layout.unseen = [Line(row, page.number) for row in rows_of(hidden)]
    page.runs = [r for r in page.runs if not r.flags & TURNED and (with_unseen or not r.flags & INVISIBLE)]
    tables, rest = ruled_tables(page)
    layout.items = list(_with_tables(_running(page, rest), tables, page))
    return layout


def _running(page: Page, runs: Sequence[Run]) -> Iterator[Line | Table]:
    for slot, rows in in_reading_order(runs):
        for piece in tables_among(rows):
            if isinstance(piece, Gapped):
                cells = [[_lines(cell, page.number) for cell in row] for row in piece.rows]
                yield Table(cells, page.number)
            else:
                yield Line(piece, page.number, slot)


def _lines(runs: Sequence[Run], number: int) -> list[Line]:
    return [Line(row, number, "cell") for row in rows_of(runs)]


def _with_tables(
    items: Iterator[Line | Table], tables: Sequence[Ruled], page: Page
) -> Iterator[Line | Table]:
    """The items with each ruled table before the first line below it."""
    waiting = sorted(tables, key=lambda table: -table.top)
    for item in items:
        while waiting and isinstance(item, Line) and item.base < waiting[0].bottom:
            yield _ruled(waiting.pop(0), page)
        yield item
    for table in waiting:
        yield _ruled(table, page)


def _ruled(table: Ruled, page: Page) -> Table:
    rows = [[_lines(cell or [], page.number) for cell in row] for row in table.cells]
    used = [c for c in range(len(rows[0])) if any(row[c] for row in rows)]
    return Table([[row[c] for c in used] for row in rows if any(row)], page.number)
