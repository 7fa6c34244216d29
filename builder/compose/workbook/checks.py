"""What may be typed into the cells that people fill in."""

from __future__ import annotations

from builder.compose.workbook.desk import Columns, Desk
from builder.compose.workbook.notation import Area, at, on
from builder.compose.workbook.opening import ROOM_NAMES
from builder.model.workbook import Highlight, Validation


def mark(desk: Desk, area: Area, most: str) -> Validation:
    """Points from 0 to `most` (a number or a cell) in steps of half a point, or whole ratings from 1."""
    cell = at(area.left, area.top)
    lowest, step, problem = ("1", 1, "bad_rating") if desk.view.rated else ("0", 2, "bad_mark")
    formula = f"AND(ISNUMBER({cell}),{cell}>={lowest},{cell}<={most},{cell}*{step}=INT({cell}*{step}))"
    return Validation(str(area), formula, problem=desk.say(f"workbook.{problem}", most=_top(desk, most)))


def agreed(desk: Desk, area: Area, most: str) -> Validation:
    """The panel's mark: a rating, or points with two decimals at most."""
    if desk.view.rated:
        return mark(desk, area, most)
    cell = at(area.left, area.top)
    formula = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<={most},{cell}=ROUND({cell},2))"
    return Validation(str(area), formula, problem=desk.say("workbook.bad_agreed", most=_top(desk, most)))


def draw_number(desk: Desk, columns: Columns, top: int, bottom: int) -> Validation:
    """No draw number twice; in several rooms, not twice in one."""
    draw = Area(columns["draw"], top, columns["draw"], bottom)
    cell = at(draw.left, top)
    formula = f"COUNTIF({draw.fixed},{cell})=1"
    if "room" in columns:
        rooms = Area(columns["room"], top, columns["room"], bottom)
        formula = f"COUNTIFS({draw.fixed},{cell},{rooms.fixed},{at(rooms.left, top)})=1"
    return Validation(str(draw), formula, problem=desk.say("workbook.bad_draw"))


def remark(desk: Desk, columns: Columns, top: int, bottom: int) -> Validation:
    """Offers `缺考`; other remarks may be written."""
    cells = Area(columns["remark"], top, columns["remark"], bottom)
    return Validation(str(cells), choices=f'"{desk.say("absent")}"', strict=False)


def room(desk: Desk, columns: Columns, top: int, bottom: int) -> Validation:
    """One of the rooms of the sheet of rooms."""
    cells = Area(columns["room"], top, columns["room"], bottom)
    return Validation(str(cells), choices=on(desk.name("rooms"), ROOM_NAMES.fixed))


def dropped(columns: Columns, marks: Area, bottom: int) -> Highlight:
    """Strikes through the marks that are dropped: the first highest, and the first lowest of the others."""
    row, cell = marks.sideways, at(marks.left, marks.top)
    highest, lowest = (at(columns[name], marks.top, fixed="c") for name in ("highest", "lowest"))
    place = f"COLUMN({cell})-COLUMN({at(marks.left, marks.top, fixed='c')})+1"
    formula = (
        f"IF(ISNUMBER({highest}),OR({place}=MATCH({highest},{row},0),"
        f"{place}=IF({highest}={lowest},2,MATCH({lowest},{row},0))),FALSE)"
    )
    return Highlight(str(Area(marks.left, marks.top, marks.right, bottom)), formula)


def _top(desk: Desk, most: str) -> str:
    return most if most.replace(".", "").isdigit() else desk.say("full")
