"""Cells that came back, held against what the bank says now and said when the sheet was made."""

from __future__ import annotations

from dataclasses import dataclass

from builder.content.roster.rows import cell_finding
from builder.content.roster.table import Cell
from builder.exchange.merging.outcome import Change, Conflict, Outcome
from builder.exchange.merging.pairing import Pairing
from builder.exchange.returning.recognising import ReturnedRow, ReturnedTable
from builder.exchange.sheets.columns import Column
from builder.exchange.sheets.layout import Row, Slot
from builder.exchange.sheets.lexicon import Lexicon, MisreadError
from builder.exchange.sheets.notation import read, shown
from builder.exchange.sheets.prints import print_of
from builder.words import words

FIXED = ("key", "info")


@dataclass(frozen=True)
class _Case:
    """A cell, what the bank has in its place, and the hash of what it was made with."""

    where: str
    field: str
    slot: Slot
    cell: Cell
    made: str | None

    @property
    def now(self) -> str:
        return print_of(self.slot.text)

    def is_as_made(self, text: str) -> bool:
        return self.made is not None and print_of(text) == self.made

    @property
    def bank_has_changed(self) -> bool:
        return self.made is not None and self.now != self.made


def compare(pairing: Pairing, returned: ReturnedTable, lexicon: Lexicon, outcome: Outcome) -> int:
    """Notes every cell that was changed; returns how many were not, but the bank has changed since."""
    cases = [
        _case(row, mine, column, returned, lexicon)
        for row, mine in pairing.known
        for column in returned.columns.values()
        if column.kind not in FIXED
    ]
    for case in cases:
        if not case.is_as_made(case.cell.text):
            _judge(case, lexicon, outcome)
    return sum(case.bank_has_changed and case.is_as_made(case.cell.text) for case in cases)


def _case(row: ReturnedRow, mine: Row, column: Column, returned: ReturnedTable, lexicon: Lexicon) -> _Case:
    # A column that this bank's own sheet would not have, such as that of a fourth level, shows nothing of it.
    slot = mine.slots.get(column.id) or Slot("", column.kind, (*mine.path, *column.keys))
    name = column.zh if lexicon.zh else column.en
    if column.kind == "setting":
        where, name = returned.sheet.name(lexicon.locale), mine.slots["about"].text
    else:
        called = next((mine.slots[key].text for key in ("title", "name", "about") if key in mine.slots), "")
        where = f"{mine.key} {called}".strip()
    return _Case(where, name, slot, row.cells[column.id], row.prints.get(column.id))


def _judge(case: _Case, lexicon: Lexicon, outcome: Outcome) -> None:
    text, slot = case.cell.text, case.slot
    if print_of(text) == case.now or text == _in_old_encoding(slot.text):
        return
    if slot.kind == "section":
        if lexicon.section(text) == lexicon.section(slot.text):
            return
        outcome.notes.append(
            words("{id}: a question is not moved to another section by a sheet", id=case.where)
        )
        return
    try:
        if case.cell.formula:
            raise MisreadError(words("the cell holds a formula"), words("paste its value"))
        value = read(slot.kind, text, lexicon, slot.value)
    except MisreadError as error:
        outcome.problems.append(cell_finding("SHEET-CELL", case.cell, error.sentence, error.hint))
        return
    new = shown(slot.kind, value, lexicon, slot.default)
    if print_of(new) == case.now or case.is_as_made(new):
        return
    if case.bank_has_changed:
        outcome.conflicts.append(Conflict(case.where, case.field, slot.text, new, case.cell))
    else:
        is_part = slot.kind == "band"
        change = Change(case.where, case.field, slot.text, new, slot.path, value, case.cell, is_part)
        outcome.changes.append(change)


def _in_old_encoding(text: str) -> str:
    """What is left of a text that was saved in GBK: a question mark for each character it does not have."""
    return text.encode("gbk", "replace").decode("gbk")
