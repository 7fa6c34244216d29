"""Lines and tables of all pages → the blocks of a manuscript."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from builder.importers.blocks import Block, Kind
from builder.importers.reading.copying import Copyist
from builder.importers.reading.grids import blocks_of
from builder.importers.reading.pdf.characters import bullet_apart, plain, without_controls
from builder.importers.reading.pdf.contents import contents_lines
from builder.importers.reading.pdf.headings import Sizes
from builder.importers.reading.pdf.layout import Layout, Table
from builder.importers.reading.pdf.pages import Line
from builder.importers.reading.pdf.paragraphs import (
    Measure,
    is_rest_of_row,
    joined,
    measure_of,
    paragraphs_of,
    stands_apart,
)
from builder.importers.reading.pdf.restating import Restating
from builder.importers.reading.pdf.running import running_lines
from builder.words import Words, words


class Composer:
    """Writes the blocks; counts characters that had to be replaced."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        self.copyist = Copyist()
        self.replaced = 0
        self._restating = Restating()
        self._layouts = layouts
        lines = [line for layout in layouts for line in layout.lines]
        self._running = running_lines(layouts)
        text = [line for line in lines if id(line) not in self._running]
        width = max((layout.page.width for layout in layouts), default=0.0)
        self._measures: Mapping[str, Measure] = {
            slot: measure_of([line for line in text if line.slot == slot], width)
            for slot in ("whole", "left", "right")
        }
        self._contents = contents_lines(text)
        self._sizes = Sizes(text)
        self._bullets = sorted(line.left for line in text if bullet_apart(line.text)[0])
        self._words = Counter(
            re.findall(r"[a-z]+(?:-[a-z]+)+", " ".join(line.text for line in lines).lower())
        )

    def write(self) -> None:
        """Writes all pages; a paragraph goes on over the end of a page."""
        for is_table, items in groupby(self._stream(), key=lambda item: isinstance(item, Table)):
            if is_table:
                self._write_tables([item for item in items if isinstance(item, Table)])
            else:
                lines = [item for item in items if isinstance(item, Line)]
                self._write_paragraphs(list(paragraphs_of(lines, self._measures)))
        for layout in self._layouts:
            self._leave_out(layout)

    def _stream(self) -> Iterator[Line | Table]:
        for layout in self._layouts:
            aside = self._running | self._contents
            yield from (item for item in layout.items if id(item) not in aside)

    def _write_paragraphs(self, paragraphs: Sequence[list[Line]]) -> None:
        for i, paragraph in enumerate(paragraphs):
            before = paragraphs[i - 1][-1] if i else None
            after = paragraphs[i + 1][0] if i + 1 < len(paragraphs) else None
            apart = stands_apart(before, paragraph, after, self._measures)
            self._write_paragraph(paragraph, is_title=apart)

    def _write_paragraph(self, lines: Sequence[Line], *, is_title: bool) -> None:
        marker, text = bullet_apart(self._text(lines))
        level = 0 if marker else self._sizes.level(lines[0], text)
        if level and self._restating.restates(text):
            self.copyist.leave_out(
                text, words("heading that says again which question goes on"), lines[0].page
            )
            return
        bold = is_title or all(line.is_bold for line in lines)
        lead = text if bold else bullet_apart(self._plain(lines[0].bold_lead))[1]
        kind = Kind.HEADING if level else Kind.LIST_ITEM if marker else Kind.PARAGRAPH
        depth = self._depth(lines[0]) if marker else 0
        self.copyist.write(Block(text, kind, level or depth, marker, lead, place=lines[0].page))

    def _depth(self, line: Line) -> int:
        """How deep an item is, by where its bullet stands."""
        steps = [place for place in self._bullets if place <= line.left]
        return 1 + sum(b - a > line.size for a, b in itertools.pairwise(steps))

    def _write_tables(self, tables: Sequence[Table]) -> None:
        """Tables; one that goes on at the top of the next page is one table."""
        grid: list[list[str]] = []
        places: list[int] = []
        for table in tables:
            rows = [[self._cell(cell) for cell in row] for row in table.rows]
            if grid and (table.page == places[-1] or len(rows[0]) != len(grid[0])):
                self._write_grid(grid, places)
                grid, places = [], []
            if grid and rows[0] == grid[0]:
                self.copyist.leave_out(
                    "\t".join(rows.pop(0)), words("header of a table, repeated"), table.page
                )
            if grid and rows and is_rest_of_row(grid[-1], rows[0]):
                rest = rows.pop(0)
                grid[-1] = [cell + more for cell, more in zip(grid[-1], rest, strict=True)]
            grid += rows
            places += [table.page] * len(rows)
        self._write_grid(grid, places)

    def _write_grid(self, grid: Sequence[Sequence[str]], places: Sequence[int]) -> None:
        for block in blocks_of(grid, places):
            self.copyist.write(block)

    def _cell(self, lines: Sequence[Line]) -> str:
        if not lines:
            return ""
        measure = {"cell": Measure(lines[0].left, max(line.right for line in lines), 1.5)}
        return "\n".join(self._text(paragraph) for paragraph in paragraphs_of(lines, measure))

    def _text(self, lines: Sequence[Line]) -> str:
        return self._plain(joined(lines, self._words))

    def _plain(self, text: str) -> str:
        usual, replaced = plain(text)
        self.replaced += replaced
        return without_controls(usual)

    def _leave_out(self, layout: Layout) -> None:
        running = [line for line in layout.lines if id(line) in self._running]
        contents = [line for line in layout.lines if id(line) in self._contents]
        asides: tuple[tuple[Sequence[Line], Words], ...] = (
            (running, words("running head, foot or page number")),
            (contents, words("table of contents")),
            (layout.turned, words("text that stands askew, such as a watermark")),
            (layout.unseen, words("invisible text")),
        )
        for lines, reason in asides:
            for line in lines:
                self.copyist.leave_out(self._plain(line.text), reason, line.page)
