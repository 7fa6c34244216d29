"""Rows that came back and the rows of the bank that they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.content.roster.rows import cell_finding
from builder.exchange.merging.outcome import Outcome
from builder.exchange.returning.recognising import ReturnedRow, ReturnedTable
from builder.exchange.sheets.layout import Row, Table
from builder.words import words


@dataclass
class Pairing:
    """Rows that are in both, rows that somebody added, keys of rows that are gone from the sheet."""

    known: list[tuple[ReturnedRow, Row]] = field(default_factory=list)
    new: list[ReturnedRow] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def paired(table: Table, returned: ReturnedTable, outcome: Outcome) -> Pairing:
    """Which row is which: by its ids, or where their columns are gone by what it was made as."""
    rows = {row.key: row for row in table.rows}
    has_ids = all(name in returned.columns for name in table.sheet.keys)
    keys = [_key(row, table) if has_ids else row.made_as for row in returned.rows]
    pairing, seen = Pairing(), set[str]()
    for row, given in zip(returned.rows, keys, strict=True):
        key = _kept(row, given, keys, outcome) if given not in rows and row.made_as in rows else given
        if key not in rows:
            pairing.new.append(row)
        elif key in seen:
            _refuse_twice(row, key, outcome)
        else:
            seen.add(key)
            pairing.known.append((row, rows[key]))
    pairing.missing = [key for key in rows if key not in seen]
    return pairing


def _key(row: ReturnedRow, table: Table) -> str:
    return "/".join(row.text(name).strip() for name in table.sheet.keys)


def _kept(row: ReturnedRow, given: str, keys: list[str], outcome: Outcome) -> str:
    """The key of a row whose id was changed: the old one, unless the row is a copy of one that is still there."""
    if row.made_as in keys:
        return given
    outcome.notes.append(
        words("{id}: ids are not changed by a sheet; “{new}” is left out", id=row.made_as, new=given)
    )
    return row.made_as


def _refuse_twice(row: ReturnedRow, key: str, outcome: Outcome) -> None:
    sentence = words("a second row with the id “{id}”", id=key)
    hint = words("empty the id of a row that is meant to be a new entry, or delete the row")
    outcome.problems.append(cell_finding("SHEET-ROW", row.place, sentence, hint))
