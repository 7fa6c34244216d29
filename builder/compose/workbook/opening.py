"""The rows above the marks, and the rooms that candidates are in."""

from __future__ import annotations

from builder.compose.workbook.desk import CANDIDATES, ROOMS, Desk
from builder.compose.workbook.notation import Area, at, on
from builder.model.workbook import Cell

HEAD = 4
"""Rows above the marks: title, how to fill in, where and when, column heads."""
FIRST_ROOM = 4
ROOM_NAMES = Area(0, FIRST_ROOM, 0, FIRST_ROOM + ROOMS - 1)


def opening(desk: Desk, width: int) -> tuple[tuple[Cell | None, ...], ...]:
    """Title, how to fill in, and blanks for room, session and date."""
    names = ["session", "date"] if desk.view.adjusts else ["room", "session", "date"]
    blanks: list[Cell | None] = [None]
    for name in names:
        blanks += [Cell("label", desk.say(name)), Cell("entry")]
    return desk.heading("marks"), (Cell("note", desk.say("workbook.fill")),), tuple(blanks)


def room_list(desk: Desk, candidate: int) -> Cell:
    """The room of a candidate (from 0): thirty in each to begin with, but it may be changed."""
    name = at(0, FIRST_ROOM + candidate // CANDIDATES, fixed="cr")
    return Cell("entry", formula=on(desk.name("rooms"), name))
