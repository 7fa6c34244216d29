"""CSV in the encodings and with the delimiters that spreadsheets write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from builder.content.roster.table import MAX_COLUMNS, MAX_ROWS, Cell, Row, refusal
from builder.errors import Place
from builder.tabular.delimited import records
from builder.tabular.faults import TableError
from builder.words import words

ENCODINGS = ("utf-8-sig", "gb18030")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff]")


def delimited_rows(data: bytes, shown: Path) -> list[Row]:
    """The rows of a CSV file; UTF-8 with or without a mark, or GB18030; commas, semicolons or tabs.

    Raises ContentError for an encoding that is none of them, or a file that is too long.
    """
    text = _decoded(data, shown)
    lines = re.split(r"\r\n|\n|\r", text)
    rows = []
    for row in _rows(text, lines, shown):
        rows.append(row)
        if len(rows) > MAX_ROWS:
            sentence = words("the roster has more than {limit} rows", limit=MAX_ROWS)
            raise refusal("ROSTER-FORMAT", sentence, shown, words("split it into several campaigns"))
    return rows


def _decoded(data: bytes, shown: Path) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    sentence = words("the roster's encoding is not recognised")
    raise refusal("ROSTER-ENCODING", sentence, shown, words("save it as “CSV UTF-8” or as XLSX"))


def _rows(text: str, lines: list[str], shown: Path) -> Iterator[Row]:
    try:
        for record in records(text):
            yield list(_cells(record.values[:MAX_COLUMNS], lines, record.line - 1, shown))
    except TableError as error:
        raise refusal("ROSTER-FORMAT", error.sentence, shown, error.hint) from None


def _cells(values: list[str], lines: list[str], line: int, shown: Path) -> Iterator[Cell]:
    """The cells of the row that begins in a line, from 0."""
    excerpt = lines[line] if line < len(lines) else ""
    column = 0
    for value in values:
        text = value.strip()
        found = excerpt.find(text.split("\n")[0], column) if text else -1
        column = found if found >= 0 else column
        yield Cell(text, Place(shown, line + 1, column + 1, excerpt))
        column += len(text) + 1
