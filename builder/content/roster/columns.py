"""Which column of a roster is which: by its heading, in Chinese or English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from builder.content.roster.table import Row
from builder.errors import Finding
from builder.words import words

HEADINGS: Mapping[str, Sequence[str]] = {
    "draw_number": ("抽签号", "抽签序号", "抽签编号", "签号", "draw number", "draw no", "draw"),
    "name": ("姓名", "考生姓名", "候选人姓名", "候选人", "name", "candidate name", "full name", "candidate"),
    "application": ("报名序号", "报名号", "准考证号", "应聘编号", "application number", "application no", "application"),
    "room": ("考场", "考场号", "考场名称", "面试考场", "面试室", "room", "room name", "room no"),
    "time": ("时间", "面试时间", "开始时间", "时段", "面试时段", "time", "start time", "start", "interview time"),
}  # fmt: skip
"""Column → the headings it is known by; the first is the one that hints name. Other columns are passed over."""
WANTED = ("draw_number", "name")
_TITLE_ROWS = 10


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


_COLUMN = {_plain(heading): column for column, headings in HEADINGS.items() for heading in headings}


def heading_row(rows: Sequence[Row]) -> int | None:
    """Index of the row of headings: the first that names two columns, below titles if there are any."""
    for number, row in enumerate(rows[:_TITLE_ROWS]):
        if len({_COLUMN[p] for cell in row if (p := _plain(cell.text)) in _COLUMN}) > 1:
            return number
    return next((number for number, row in enumerate(rows) if any(cell.text for cell in row)), None)


def columns_of(headings: Row) -> dict[str, int]:
    """Column → where it stands in a row, from 0; of two of one kind the first."""
    found: dict[str, int] = {}
    for number, cell in enumerate(headings):
        column = _COLUMN.get(_plain(cell.text))
        if column is not None:
            found.setdefault(column, number)
    return found


def column_findings(headings: Row) -> Iterator[Finding]:
    """Columns that are missing, or there twice."""
    found = columns_of(headings)
    for column in WANTED:
        if column not in found:
            names = " / ".join(HEADINGS[column])
            sentence = words("the roster has no column “{column}”", column=HEADINGS[column][0])
            yield Finding(
                "ROSTER-COLUMN",
                sentence,
                headings[0].place,
                words("head it with one of: {names}", names=names),
            )
    for number, cell in enumerate(headings):
        column = _COLUMN.get(_plain(cell.text), "")
        if column and found[column] != number:
            sentence = words("two columns are headed “{column}”", column=HEADINGS[column][0])
            yield Finding("ROSTER-COLUMN", sentence, cell.place, words("remove or rename one of them"))
