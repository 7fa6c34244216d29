"""A roster file → candidates, with every finding at once."""

from __future__ import annotations

from pathlib import Path

from builder.content.roster.columns import WANTED, column_findings, columns_of, heading_row
from builder.content.roster.delimited import delimited_rows
from builder.content.roster.rows import RosterRow, row_of
from builder.content.roster.table import MAX_BYTES, Cell, Row, refusal
from builder.content.roster.workbook import workbook_rows
from builder.errors import ContentError, Finding
from builder.words import words

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


def read_roster(file: Path, shown: Path) -> tuple[list[RosterRow], list[Finding]]:
    """The candidates of a roster in its order, and what is wrong with rows that are none."""
    try:
        rows = _rows(file, shown)
    except ContentError as error:
        return [], error.findings
    start = heading_row(rows)
    if start is None:
        sentence = words("the roster is empty")
        return [], refusal(
            "ROSTER-EMPTY", sentence, shown, words("head its columns, and add a row a candidate")
        ).findings
    findings = list(column_findings(rows[start]))
    columns = columns_of(rows[start])
    if any(column not in columns for column in WANTED):
        return [], findings
    found = [row_of(_by_column(row, columns)) for row in rows[start + 1 :] if any(cell.text for cell in row)]
    if not found:
        sentence = words("the roster has no candidates")
        findings += refusal("ROSTER-EMPTY", sentence, shown, words("add a row for each candidate")).findings
    findings += [finding for _, wrong in found for finding in wrong]
    return [row for row, _ in found if row is not None], findings


def _by_column(row: Row, columns: dict[str, int]) -> dict[str, Cell]:
    """The row's cells by column; where a row is shorter than the headings, its last cell's place stands in."""
    return {
        c: row[i] if i < len(row) else Cell("", row[-1].place, row[-1].address) for c, i in columns.items()
    }


def _rows(file: Path, shown: Path) -> list[Row]:
    if file.suffix.lower() not in ENDINGS:
        sentence = words("a roster is a CSV or XLSX file, not “{ending}”", ending=file.suffix)
        raise refusal("ROSTER-FORMAT", sentence, shown, words("save it as “CSV UTF-8” or as XLSX"))
    try:
        if file.stat().st_size > MAX_BYTES:
            sentence = words("the file is larger than {limit} MB", limit=MAX_BYTES // 1_000_000)
            raise refusal("ROSTER-FORMAT", sentence, shown, words("split it into several campaigns"))
        data = file.read_bytes()
    except FileNotFoundError:
        sentence = words("there is no such file")
        raise refusal(
            "FILE-MISSING", sentence, shown, words("correct “roster:”; paths begin at the project's root")
        ) from None
    except OSError as error:
        sentence = words("the file cannot be read: {reason}", reason=error.strerror or error)
        raise refusal("FILE-UNREADABLE", sentence, shown, words("check its permissions")) from None
    return workbook_rows(data, shown) if file.suffix.lower() == ".xlsx" else delimited_rows(data, shown)
