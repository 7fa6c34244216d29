"""Our own spreadsheet → what it changes in a bank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.errors import RequestError
from builder.exchange.merging.comparing import compare
from builder.exchange.merging.finishing import finish_guide
from builder.exchange.merging.new_rows import add_rows
from builder.exchange.merging.outcome import Change, Conflict, Outcome
from builder.exchange.merging.pairing import Pairing, paired
from builder.exchange.merging.putting import put, without_empty_levels
from builder.exchange.returning.recognising import ReturnedTable
from builder.exchange.sheets.layout import Data, tables_of, value_at
from builder.exchange.sheets.lexicon import lexicon_of
from builder.words import words

NAMED = 8
"""Rows that are named when they are missing."""
FIRST = ("sections", "competencies")
"""Sheets whose new rows others refer to."""


def merge_tables(file: Path, returned: Sequence[ReturnedTable], data: Data, outcome: Outcome) -> None:
    """Adds to the outcome what the tables of a file say that the bank's `data` does not.

    Raises RequestError for a file of another bank.
    """
    tables = {table.sheet.id: table for table in tables_of(data)}
    pairings = [(table, paired(tables[table.sheet.id], table, outcome)) for table in returned]
    _refuse_another_bank(file, data, returned, pairings)
    stale, before = 0, len(outcome.changes)
    for table, pairing in pairings:
        if table.sheet.id in FIRST:
            add_rows(table, pairing.new, outcome)
    for table, pairing in pairings:
        stale += compare(pairing, table, lexicon_of(outcome.data, _renamed(pairings)), outcome)
    _apply(outcome, before)
    _note_origin(returned, outcome)
    for table, pairing in pairings:
        if table.sheet.id not in FIRST:
            add_rows(table, pairing.new, outcome)
        if table.sheet.id != "settings":
            _note_missing(table.sheet.name(data["locale"]), pairing, outcome)
    if stale:
        outcome.notes.append(
            words(
                "{count} cells are older than the bank, which has changed since; the bank's values stay",
                count=stale,
            )
        )


def _renamed(pairings: Sequence[tuple[ReturnedTable, Pairing]]) -> dict[str, str]:
    """Competencies by the names that the file gives them."""
    return {
        row.text("name"): mine.key
        for table, pairing in pairings
        if table.sheet.id == "competencies"
        for row, mine in pairing.known
    }


def _note_origin(returned: Sequence[ReturnedTable], outcome: Outcome) -> None:
    """Says what is unusual about where the file comes from."""
    named = next((table.bank_id for table in returned if table.bank_id), outcome.data["id"])
    if named != outcome.data["id"]:
        outcome.notes.append(words("the file was made from the bank “{id}”", id=named))
    if not any(row.prints for table in returned for row in table.rows):
        outcome.notes.append(
            words("the file does not remember what it was made from: whatever differs counts as changed")
        )
    for name in dict.fromkeys(name for table in returned for name in table.others):
        outcome.notes.append(words("the column “{name}” is not one of an export and was left out", name=name))


def _refuse_another_bank(
    file: Path, data: Data, returned: Sequence[ReturnedTable], pairings: list[tuple[ReturnedTable, Pairing]]
) -> None:
    named = next((table.bank_id for table in returned if table.bank_id), data["id"])
    if named != data["id"] and not any(
        pairing.known for table, pairing in pairings if table.sheet.id != "settings"
    ):
        raise RequestError(
            words(
                "{path} is a sheet of the bank “{other}”, not of “{id}”",
                path=file,
                other=named,
                id=data["id"],
            ),
            words("name the bank it was made from: --merge {id}", id=named),
        )


def _apply(outcome: Outcome, before: int) -> None:
    """Puts the changes into the data; two files that change one cell differently are in conflict."""
    made: dict[object, Change] = {
        (change.path, change.is_part): change for change in outcome.changes[:before]
    }
    kept = outcome.changes[:before]
    for change in outcome.changes[before:]:
        earlier = made.setdefault((change.path, change.is_part), change)
        if earlier.new != change.new:
            outcome.conflicts.append(
                Conflict(change.where, change.field, earlier.new, change.new, change.cell)
            )
        elif earlier is change:
            kept.append(change)
            put(outcome.data, change.path, change.value, is_part=change.is_part)
            outcome.cells[change.path] = change.cell
    outcome.changes = kept
    for change in kept:
        if change.path[-2:-1] == ("guide",):
            finish_guide(value_at(outcome.data, change.path[:-2]), change.path[:-2], outcome)
        if "levels" in change.path:
            without_empty_levels(value_at(outcome.data, change.path[: change.path.index("levels")]))


def _note_missing(sheet: str, pairing: Pairing, outcome: Outcome) -> None:
    if not pairing.missing:
        return
    names = ", ".join(pairing.missing[:NAMED]) + (" …" if len(pairing.missing) > NAMED else "")
    outcome.notes.append(
        words(
            "{count} rows of “{sheet}” are not in the file and stay in the bank: {names} (a question that is used no more gets the status retired)",
            count=len(pairing.missing),
            sheet=sheet,
            names=names,
        )
    )
