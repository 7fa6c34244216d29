"""Paragraphs that were not printed: in a field, a list, a table, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from builder.importers.own.finding import Found
from builder.importers.own.page import Line
from builder.importers.own.pieces import Added, Page, Piece, Printing
from builder.importers.own.places import item_of, kind_of
from builder.importers.own.slots import Slots


class Newcomers:
    """Finds a place for each."""

    def __init__(
        self, page: Page, slots: Slots, found: Found, by_mark: dict[tuple[int, str], Printing]
    ) -> None:
        self._page, self._slots, self._found, self._by_mark = page, slots, found, by_mark
        self._lines = page.file.lines
        self._printing_of = {printing.path: printing for printing in page.printings}
        self._rows: dict[tuple[int, int], list[int]] = {}
        for i, line in enumerate(self._lines):
            if line.cell is not None:
                self._rows.setdefault(line.cell[:2], []).append(i)
        self._columns = dict(self._columns_of())
        self._new_rows: dict[tuple[int, int], Added] = {}

    def settle(self) -> None:
        """Adds each to what it belongs to, or to what is loose."""
        for i, line in enumerate(self._lines):
            if i in self._found.slot_of or i in self._found.known:
                continue
            if not (self._in_row(i, line) or self._beside(i, line)):
                self._page.loose.append(line.text.strip())

    def _columns_of(self) -> Iterator[tuple[tuple[int, int], int]]:
        """(table, column) → a slot of that column, in tables whose rows are items of a list."""
        for slot, places in self._found.lines_of.items():
            cell = self._lines[places[0]].cell
            items = [item_of(self._slots.fields[mark]) for mark in self._slots.marks(slot)]
            if cell and items and all(item and item[2] for item in items):
                yield (cell[0], cell[2]), slot

    def _in_row(self, i: int, line: Line) -> bool:
        """A cell of a table whose rows are items of a list."""
        slot = self._columns.get((line.cell[0], line.cell[2])) if line.cell else None
        if slot is None or line.cell is None:
            return False
        whole = self._slots.is_whole(slot)
        spans = {self._slots.marks(slot)[0]: (0, len(line.text))} if whole else self._slots.values(slot, line)
        if spans is None:
            return False
        for mark, (start, end) in spans.items():
            item = item_of(self._slots.fields[mark])
            assert item is not None
            piece = Piece(line, start, end)
            row = next((n for j in self._rows[line.cell[:2]] for n in self._items_at(j, item[0])), None)
            printing = self._printing_of.get(f"{item[0]}/{row}/{item[2]}")
            if printing is not None:
                printing.pieces.append(piece)
                printing.place = i if printing.place < 0 else printing.place
            elif row is None:
                self._new_row(i, line, item[0]).fields.setdefault(item[2], []).append(piece)
            else:
                return False
        return True

    def _new_row(self, i: int, line: Line, items: str) -> Added:
        assert line.cell is not None
        key = line.cell[:2]
        if key not in self._new_rows:
            self._new_rows[key] = Added(items, i, {})
            self._page.added.append(self._new_rows[key])
        return self._new_rows[key]

    def _items_at(self, i: int, items: str) -> Iterator[int]:
        """Numbers of the items of a list that a line prints."""
        slot = self._found.slot_of.get(i)
        for mark in self._slots.marks(slot) if slot is not None else ():
            item = item_of(self._slots.fields[mark])
            if item is not None and item[0] == items:
                yield item[1]

    def _beside(self, i: int, line: Line) -> bool:
        """A paragraph beside one of a field in the same cell, or outside tables: of the same text or list."""
        for j, behind in ((self._neighbour(i, -1), True), (self._neighbour(i, 1), False)):
            slot = self._found.slot_of.get(j)
            if slot is None or self._lines[j].cell != line.cell or not self._slots.is_whole(slot):
                continue
            if self._joins(i, line, j, slot, behind):
                self._found.slot_of[i] = slot
                return True
        return False

    def _joins(self, i: int, line: Line, j: int, slot: int, behind: bool) -> bool:
        path = self._slots.fields[self._slots.marks(slot)[0]]
        item = item_of(path)
        if item is not None and not item[2]:
            if line.item in ("-", "1."):
                self._page.added.append(Added(item[0], i, {"": [Piece(line)]}))
            return line.item in ("-", "1.")
        if kind_of(path) != "prose" and (line.cell is None or kind_of(path) != "line"):
            return False
        pieces = self._by_mark[slot, path].pieces
        at = next((k for k, p in enumerate(pieces) if p.line is self._lines[j]), len(pieces) - 1)
        pieces.insert(at + behind, Piece(line))
        return True

    def _neighbour(self, i: int, step: int) -> int:
        """The nearest line before or behind that has a place, past blank ones; -1 where there is none."""
        j = i + step
        while 0 <= j < len(self._lines) and j not in self._found.slot_of and not self._is_own(j):
            j += step
        return j if 0 <= j < len(self._lines) else -1

    def _is_own(self, i: int) -> bool:
        """Words of the document's own."""
        return i in self._found.known and bool(self._lines[i].text.strip())
