"""One row of a roster → one candidate, or what keeps it from being one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.content.roster.table import Cell
from builder.content.roster.times import BadTime, DayTime, read_time
from builder.errors import Finding, Place
from builder.model.names import is_portable
from builder.model.widths import half_widths
from builder.words import Words, words

MAX_DRAW = 12
"""Half-widths: what a score sheet's head has room for."""
MAX_TEXT = 40
_DRAW = re.compile(r"\w[\w-]*")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A candidate as the roster has them."""

    draw_number: str
    name: str
    application: str
    """报名序号, or nothing."""
    room: str
    """The room as it is named there, or nothing."""
    time: int | None
    """Start in minutes since midnight, where it is fixed."""
    day: datetime.date | None
    """The day, where the time came with one."""
    cells: Mapping[str, Cell]

    @property
    def draw_key(self) -> str:
        """Draw numbers with one key would be taken for each other: 7 and 007."""
        return self.draw_number.casefold().lstrip("0")

    def place(self, column: str) -> Place:
        """Where a cell of the row stands; where its column is missing, the draw number's."""
        return self.cells.get(column, self.cells["draw_number"]).place

    def finding(self, code: str, column: str, sentence: Words, hint: Words) -> Finding:
        """A finding about one cell of the row."""
        return cell_finding(code, self.cells.get(column, self.cells["draw_number"]), sentence, hint)


def cell_finding(code: str, cell: Cell, sentence: Words, hint: Words) -> Finding:
    """A finding about one cell; in a workbook it names the cell as the sheet does."""
    said = (
        words("cell {address}: {problem}", address=cell.address, problem=sentence)
        if cell.address
        else sentence
    )
    return Finding(code, said, cell.place, hint)


def row_of(cells: Mapping[str, Cell]) -> tuple[RosterRow | None, list[Finding]]:
    """The candidate of one row by column, or everything that is wrong with its cells."""
    findings = list(_cell_findings(cells))
    time = read_time(cells["time"].text) if "time" in cells else None
    if isinstance(time, BadTime):
        sentence = words("“{text}” is no time", text=cells["time"].text[:MAX_TEXT])
        findings.append(
            cell_finding("ROSTER-TIME", cells["time"], sentence, words("write {expected}", expected="09:30"))
        )
    if findings or isinstance(time, BadTime):
        return None, findings
    texts = {column: cell.text for column, cell in cells.items()}
    at = time or DayTime(None, None)
    row = RosterRow(
        texts["draw_number"],
        texts["name"],
        texts.get("application", ""),
        texts.get("room", ""),
        at.minutes,
        at.day,
        cells,
    )
    return row, []


def _cell_findings(cells: Mapping[str, Cell]) -> Iterator[Finding]:
    for column, cell in cells.items():
        if cell.formula:
            sentence = words("a formula stands where a value is expected")
            hint = words("copy the column and paste it as values")
            yield cell_finding("ROSTER-FORMULA", cell, sentence, hint)
        elif _UNPRINTABLE.search(cell.text):
            sentence = words("an invisible character or line break stands in the cell")
            yield cell_finding("ROSTER-VALUE", cell, sentence, words("type the value anew"))
        elif len(cell.text) > MAX_TEXT:
            sentence = words("the value is longer than {limit} characters", limit=MAX_TEXT)
            yield cell_finding("ROSTER-VALUE", cell, sentence, words("check the column; shorten the value"))
        elif column in ("draw_number", "name") and not cell.text:
            missing = (
                words("the draw number is missing")
                if column == "draw_number"
                else words("the name is missing")
            )
            yield cell_finding("ROSTER-VALUE", cell, missing, words("fill it in, or remove the row"))
        elif column == "draw_number" and not _is_draw_number(cell.text):
            sentence = words("“{text}” cannot be a draw number", text=cell.text)
            hint = words("use at most {limit} letters, digits and hyphens, like 0107 or A-07", limit=MAX_DRAW)
            yield cell_finding("ROSTER-DRAW", cell, sentence, hint)


def _is_draw_number(text: str) -> bool:
    """Whether it can also be part of a file's name, on every system."""
    return half_widths(text) <= MAX_DRAW and bool(_DRAW.fullmatch(text)) and is_portable(text)
