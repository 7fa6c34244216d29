"""The body of a document, paragraph by paragraph and table by table, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from builder.importers.blocks import Kind
from builder.importers.reading.docx.inline import InlineReader, Paragraph, Piece
from builder.importers.reading.docx.items import Aside, Item, Line, Row, is_told
from builder.importers.reading.docx.markup import W, val, within
from builder.importers.reading.docx.numbering import Numbering
from builder.importers.reading.docx.styles import Style, Styles, outline_level
from builder.importers.reading.docx.tally import Tally
from builder.importers.reading.docx.wrappings import blocks_in, cells_of, is_gone, rows_of, spanned
from builder.words import words

CONTENTS = words("table of contents")
FIELD_CODE = words("code of a field")
ASIDE = words("prompt of an empty form field, or a reading above characters")
LONGEST_HEADING = 300
MOST_CHARACTERS, PARAGRAPH, CELL = 1_000_000, 20, 4
"""What a document may hold; a paragraph counts as so many characters besides its own, and so does a cell."""
NOTE_MARKER = "※"


class OverlongError(Exception):
    """The document holds more than any question bank."""


@dataclass
class Story:
    """Reads whatever holds paragraphs: the body, a cell, a text box, a note. Raises OverlongError for what holds too much."""

    styles: Styles
    numbering: Numbering
    tally: Tally
    notes: dict[tuple[str, str], _Element] = field(default_factory=dict)
    """Foot- and endnotes by kind and id; each is read where it is first referred to."""

    def __post_init__(self) -> None:
        self._inline = InlineReader(self.styles, self.tally)
        self._room = MOST_CHARACTERS

    def _spend(self, characters: int) -> None:
        self._room -= characters
        if self._room < 0:
            raise OverlongError

    def items(self, container: _Element) -> Iterator[Item]:
        """What stands in a container, in order."""
        carried = Paragraph()
        behind_table = False
        for block in blocks_in(container, self.tally):
            if block.tag == f"{W}tbl":
                if behind_table:
                    yield Line()
                yield from self._table(block)
                behind_table = True
                continue
            behind_table = False
            style = self.styles.of_paragraph(within(block, "pPr"))
            self._inline.read(block, style, carried)
            self._spend(PARAGRAPH + len(carried.text))
            if is_gone(block):
                self.tally.deletions += 1
                continue
            yield from self._paragraph(block, style, carried)
            carried = Paragraph()
        if carried.text.strip():
            yield from self._lines(carried, Line())

    def _paragraph(self, element: _Element, style: Style, paragraph: Paragraph) -> Iterator[Item]:
        properties = within(element, "pPr")
        if style.is_contents or paragraph.is_contents:
            yield Aside(paragraph.text, CONTENTS)
            return
        number = self.numbering.of(properties, style)
        outline = outline_level(properties)
        heading = (style.heading if outline is None else outline) or (1 if style.is_title else 0)
        if heading and 0 < len(paragraph.text.strip()) <= LONGEST_HEADING:
            one_line = tuple(Piece(p.text.replace("\n", " "), p.look) for p in paragraph.pieces)
            yield Line(one_line, Kind.HEADING, heading, number.marker, is_title=style.is_title)
        else:
            is_item = bool(number.depth and number.marker)
            first = Line((), Kind.LIST_ITEM, number.depth, number.marker, number) if is_item else Line()
            yield from self._lines(paragraph, first)
        yield from self._hanging(paragraph)

    def _lines(self, paragraph: Paragraph, first: Line) -> Iterator[Line]:
        """A paragraph's lines, parted where somebody broke them; only the first has the number."""
        lines: list[list[Piece]] = [[]]
        for piece in paragraph.pieces:
            head, *rest = piece.text.split("\n")
            lines[-1].append(Piece(head, piece.look))
            lines += [[Piece(text, piece.look)] for text in rest]
        for line in lines:
            if any(piece.text.strip() for piece in line):
                yield replace(first, pieces=tuple(line))
                first = Line()
            else:
                yield Line()

    def _hanging(self, paragraph: Paragraph) -> Iterator[Item]:
        """Notes and text boxes behind the paragraph that they hang on."""
        for code in paragraph.codes:
            yield Aside(code, FIELD_CODE)
        for text in paragraph.aside:
            yield Aside(text, ASIDE)
        for key in paragraph.notes:
            if (note := self.notes.pop(key, None)) is not None:
                yield from self._note(note)
        for box in paragraph.boxes:
            yield from (item for item in self.items(box) if not isinstance(item, Line) or item.text)

    def _note(self, note: _Element) -> Iterator[Item]:
        marked = False
        for item in self.items(note):
            if isinstance(item, Line) and item.text:
                yield Line(item.pieces, marker="" if marked else NOTE_MARKER)
                marked = True
            elif not isinstance(item, Line):
                yield item

    def _table(self, table: _Element) -> Iterator[Item]:
        """Rows; a table that only places its text, one cell beside nothing, is that text."""
        rows = [self._row(row) for row in rows_of(table, self.tally)]
        if all(sum(map(is_told, row.cells)) <= 1 for row in rows):
            for row in rows:
                for cell in row.cells:
                    yield from cell
        else:
            yield from rows

    def _row(self, row: _Element) -> Row:
        """The cells by the columns of the grid: one that spans several is followed by empty ones."""
        cells: list[tuple[Item, ...]] = [()] * spanned(within(row, "trPr"), "gridBefore")
        for cell in cells_of(row, self.tally):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            continues = merged is not None and val(merged) in (None, "continue")
            content = tuple(self.items(cell))
            cells.append(() if continues and not is_told(content) else content)
            columns = max(spanned(within(cell, "tcPr"), "gridSpan"), 1)
            cells += [()] * (columns - 1)
            self._spend(CELL * columns)
        return Row(tuple(cells))
