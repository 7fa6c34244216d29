"""The sheet of marks where a rater gives one total a candidate."""

from __future__ import annotations

from builder.compose.workbook import checks
from builder.compose.workbook.desk import Columns, Desk, Marked
from builder.compose.workbook.notation import Area, at, quoted, when
from builder.compose.workbook.opening import HEAD, opening, room_list
from builder.model.workbook import Cell, Highlight, Sheet, Validation

WIDTHS = {
    "number": 6.0,
    "room": 12.0,
    "draw": 10.0,
    "reason": 28.0,
    "remark": 14.0,
    "result": 11.0,
    "highest": 11.5,
    "lowest": 11.5,
    "valid_total": 12.0,
}


def totals_sheet(desk: Desk) -> tuple[Sheet, Marked]:
    """A row a candidate, and where the results stand."""
    columns = _columns(desk)
    rows = range(HEAD + 1, HEAD + 1 + desk.candidates)
    name = desk.name("marks")
    sheet = Sheet(
        name=name,
        widths=tuple(WIDTHS.get(column, 9.0) for column in columns.names),
        rows=(
            *opening(desk, len(columns)),
            _head(desk, columns),
            *(_row(desk, columns, row) for row in rows),
        ),
        head=HEAD,
        side=columns["draw"] + 1,
        validations=tuple(_validations(desk, columns, rows[0], rows[-1])),
        highlights=tuple(_highlights(desk, columns, rows[0], rows[-1])),
    )
    room = columns.place("room")
    return sheet, Marked(name, rows, columns["draw"], columns["result"], columns["remark"], room)


def _columns(desk: Desk) -> Columns:
    view = desk.view
    found = ["number", *(["room"] if view.adjusts else []), "draw", *(f"rater{n}" for n in _raters(desk))]
    if view.agrees:
        return Columns([*found, "agreed", "reason", "result", "remark"])
    dropped = ["highest", "lowest"] if view.trims_totals else []
    return Columns([*found, *dropped, "valid_total", "valid_count", "result", "remark"])


def _raters(desk: Desk) -> range:
    return range(1, desk.view.raters + 1)


def _head(desk: Desk, columns: Columns) -> tuple[Cell, ...]:
    said = {
        "draw": desk.say("draw_number"),
        "result": desk.result,
        **{f"rater{n}": desk.say("rater", n=n) for n in _raters(desk)},
    }
    return tuple(Cell("head", said.get(name) or desk.say(name)) for name in columns.names)


def _marks(columns: Columns, desk: Desk, row: int) -> Area:
    return Area(columns["rater1"], row, columns[f"rater{desk.view.raters}"], row)


def _row(desk: Desk, columns: Columns, row: int) -> tuple[Cell, ...]:
    marks = _marks(columns, desk, row)
    here = {name: at(columns[name], row) for name in columns.names}
    ready = f"AND(COUNT({marks})={desk.view.raters},{here['remark']}<>{desk.absent})"
    cells = {
        "number": Cell("number", row - HEAD),
        "draw": Cell("entry"),
        "remark": Cell("entry"),
        "agreed": Cell("mark"),
        "reason": Cell("entry"),
        "highest": Cell("number", formula=when(ready, f"MAX({marks})")),
        "lowest": Cell("number", formula=when(ready, f"MIN({marks})")),
        "valid_count": Cell("number", formula=when(ready, str(desk.view.valid))),
        **{f"rater{n}": Cell("mark") for n in _raters(desk)},
    }
    if "room" in columns:
        cells["room"] = room_list(desk, row - HEAD - 1)
    if desk.view.agrees:
        cells["result"] = Cell("score", formula=_agreed(desk, marks, ready, here))
    else:
        taken = f"-{here['highest']}-{here['lowest']}" if "highest" in columns else ""
        cells["valid_total"] = Cell("number", formula=when(ready, f"SUM({marks}){taken}"))
        average = f"ROUND({here['valid_total']}/{here['valid_count']},2)"
        cells["result"] = Cell("score", formula=when(ready, average))
    return tuple(cells[name] for name in columns.names)


def _agreed(desk: Desk, marks: Area, ready: str, here: dict[str, str]) -> str:
    agreed = here["agreed"]
    outside = f"OR({agreed}>MAX({marks}),{agreed}<MIN({marks}))"
    unexplained = f'AND({outside},TRIM({here["reason"]})="")'
    wanted = quoted(desk.say("workbook.reason_wanted"))
    return when(f"AND({ready},ISNUMBER({agreed}))", when(unexplained, wanted, f"ROUND({agreed},2)"))


def _validations(desk: Desk, columns: Columns, top: int, bottom: int) -> list[Validation]:
    marks = _marks(columns, desk, top)
    most = f"{desk.view.points.normalize():f}"
    found = [
        checks.mark(desk, Area(marks.left, top, marks.right, bottom), most),
        checks.draw_number(desk, columns, top, bottom),
        checks.remark(desk, columns, top, bottom),
    ]
    if desk.view.agrees:
        found.append(checks.agreed(desk, Area(columns["agreed"], top, columns["agreed"], bottom), most))
    if "room" in columns:
        found.append(checks.room(desk, columns, top, bottom))
    return found


def _highlights(desk: Desk, columns: Columns, top: int, bottom: int) -> list[Highlight]:
    if "highest" not in columns:
        return []
    return [checks.dropped(columns, _marks(columns, desk, top), bottom)]
