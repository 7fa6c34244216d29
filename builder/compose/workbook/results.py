"""Rooms and their factors, ranks, and the composite with the written test."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.workbook.desk import ROOMS, Columns, Desk, Marked
from builder.compose.workbook.notation import Area, at, half_up, on, shown, when
from builder.compose.workbook.opening import FIRST_ROOM, ROOM_NAMES
from builder.model.workbook import Cell, Sheet, Validation

RANKS_HEAD = 3
COMPOSITE_HEAD = 4
FACTORS = Area(3, FIRST_ROOM, 3, FIRST_ROOM + ROOMS - 1)
WIDTHS = {"number": 6.0, "remark": 16.0, "name": 14.0}


def rooms_sheet(desk: Desk, marked: Marked) -> Sheet:
    """Each room's average A, their average R, and the factors R ÷ A (builder.scoring.adjust)."""
    heads = [desk.say(name) for name in ("room", "present", "room_average", "factor")]
    last = FIRST_ROOM + ROOMS - 1
    averages, overall = Area(2, FIRST_ROOM, 2, last), at(2, last + 1, fixed="cr")
    usable = f"AND(COUNT({averages})>0,COUNTIF({averages},0)=0)"
    bottom = (
        Cell("label", desk.say("overall_average")),
        Cell("text"),
        Cell("score", formula=when(usable, f"AVERAGE({averages})")),
        Cell("text"),
    )
    return Sheet(
        name=desk.name("rooms"),
        widths=(18.0, 14.0, 18.0, 18.0),
        rows=(
            desk.heading("rooms"),
            (Cell("note", desk.say("workbook.fill_rooms")),),
            tuple(Cell("head", head) for head in heads),
            *(_room(desk, marked, row, overall) for row in range(FIRST_ROOM, last + 1)),
            bottom,
        ),
        head=FIRST_ROOM - 1,
        side=1,
    )


def _room(desk: Desk, marked: Marked, row: int, overall: str) -> tuple[Cell, ...]:
    name, present, average = (at(column, row) for column in range(3))
    rooms, results = marked.column(marked.room), marked.column(marked.result)
    counted = when(f'{name}<>""', f'COUNTIFS({rooms},{name},{results},">=0")', "0")
    mean = when(f"{present}>0", f"SUMIFS({results},{rooms},{name})/{present}")
    factor = when(f"AND(ISNUMBER({average}),ISNUMBER({overall}))", f"{overall}/{average}")
    return (
        Cell("entry", desk.say("workbook.room_name", n=row - FIRST_ROOM + 1)),
        Cell("number", formula=counted),
        Cell("score", formula=mean),
        Cell("factor", formula=factor),
    )


def ranks_sheet(desk: Desk, marked: Marked) -> tuple[Sheet, Columns]:
    """Every candidate's result and rank; those who were absent have none."""
    between = ["raw_result", "factor", "adjusted"] if desk.view.adjusts else ["result"]
    room = ["room"] if desk.view.adjusts else []
    columns = Columns(["number", *room, "draw", *between, "rank", "remark"])
    heads = {"draw": desk.say("draw_number"), "factor": desk.say("workbook.factor")}
    sheet = Sheet(
        name=desk.name("ranks"),
        widths=tuple(WIDTHS.get(name, 13.0) for name in columns.names),
        rows=(
            desk.heading("ranks"),
            (Cell("note", desk.say("rank_rule", result=desk.say(between[-1]))),),
            tuple(Cell("head", heads.get(name) or desk.say(name)) for name in columns.names),
            *(_ranked(desk, marked, columns, number) for number in range(desk.candidates)),
        ),
        head=RANKS_HEAD,
        side=columns["draw"] + 1,
    )
    return sheet, columns


def _ranked(desk: Desk, marked: Marked, columns: Columns, number: int) -> tuple[Cell, ...]:
    row = RANKS_HEAD + 1 + number
    final = columns["adjusted" if "adjusted" in columns else "result"]
    result = marked.cell(marked.result, number)
    cells = {
        "number": Cell("number", number + 1),
        "draw": Cell("text", formula=shown(marked.cell(marked.draw, number))),
        "result": Cell("score", formula=shown(result)),
        "rank": Cell("number", formula=_rank(final, row, RANKS_HEAD + 1, desk.candidates)),
        "remark": Cell("text", formula=shown(marked.cell(marked.remark, number))),
    }
    if "adjusted" in columns:
        cells |= _adjusted(desk, marked, columns, number, row)
    return tuple(cells[name] for name in columns.names)


def _adjusted(desk: Desk, marked: Marked, columns: Columns, number: int, row: int) -> dict[str, Cell]:
    draw, raw, factor = (at(columns[name], row) for name in ("draw", "raw_result", "factor"))
    room = marked.cell(marked.room, number)
    names, factors = (on(desk.name("rooms"), area.fixed) for area in (ROOM_NAMES, FACTORS))
    found = when(f"ISNUMBER({raw})", f'IFERROR(INDEX({factors},MATCH({room},{names},0)),"")')
    product = when(f"AND(ISNUMBER({raw}),ISNUMBER({factor}))", half_up(f"{raw}*{factor}"))
    return {
        "room": Cell("text", formula=when(f'{draw}<>""', room)),
        "raw_result": Cell("score", formula=shown(marked.cell(marked.result, number))),
        "factor": Cell("factor", formula=found),
        "adjusted": Cell("score", formula=product),
    }


def _rank(column: int, row: int, top: int, count: int) -> str:
    results = Area(column, top, column, top + count - 1)
    return when(f"ISNUMBER({at(column, row)})", f"RANK({at(column, row)},{results.fixed})")


def composite_sheet(desk: Desk, ranks: Sheet, ranked: Columns) -> Sheet:
    """Written test and interview by their shares, which are the named cells of `composite_names`."""
    hundred = ["interview_hundred"] if desk.view.points != 100 else []
    columns = Columns(
        (
            *("number", "draw", "name", "written", "interview", *hundred),
            *("written_part", "interview_part", "composite_result", "rank", "remark"),
        )
    )
    own = {"written_part", "interview_part"}
    heads = {"draw": desk.say("draw_number")} | {name: desk.say(f"workbook.{name}") for name in own}
    top = COMPOSITE_HEAD + 1
    return Sheet(
        name=desk.name("composite"),
        widths=tuple(WIDTHS.get(name, 12.0) for name in columns.names),
        rows=(
            desk.heading("composite"),
            (Cell("note", " ".join(_composite_notes(desk))),),
            _shares(desk),
            tuple(Cell("head", heads.get(name) or desk.say(name)) for name in columns.names),
            *(_composite(desk, ranks.name, ranked, columns, n) for n in range(desk.candidates)),
        ),
        head=COMPOSITE_HEAD,
        side=columns["name"] + 1,
        validations=tuple(_composite_checks(desk, columns, top, top + desk.candidates - 1)),
    )


def composite_names(desk: Desk) -> tuple[tuple[str, str], ...]:
    """The two shares by name."""
    sheet = desk.name("composite")
    places = {"written_share": at(2, 3, fixed="cr"), "interview_share": at(4, 3, fixed="cr")}
    return tuple((name, on(sheet, place)) for name, place in places.items())


def _composite_notes(desk: Desk) -> Iterator[str]:
    yield desk.say("workbook.fill_composite")
    if desk.view.points != 100:
        yield desk.say("hundred_rule", points=f"{desk.view.points.normalize():f}")
    yield desk.say("composite_rule")


def _shares(desk: Desk) -> tuple[Cell | None, ...]:
    written = when("ISNUMBER(interview_share)", "1-interview_share")
    return (
        None,
        Cell("label", desk.say("workbook.written_share")),
        Cell("share", formula=written, open=False),
        Cell("label", desk.say("workbook.interview_share")),
        Cell("share"),
    )


def _composite(desk: Desk, sheet: str, ranked: Columns, columns: Columns, number: int) -> tuple[Cell, ...]:
    row, there = COMPOSITE_HEAD + 1 + number, RANKS_HEAD + 1 + number
    here = {name: at(columns[name], row) for name in columns.names}
    final = on(sheet, at(ranked["adjusted" if "adjusted" in ranked else "result"], there))
    counted = here["interview_hundred" if "interview_hundred" in columns else "interview"]
    parts = [here["written_part"], here["interview_part"]]
    both = f"AND(ISNUMBER({parts[0]}),ISNUMBER({parts[1]}))"
    cells = {
        "number": Cell("number", number + 1),
        "draw": Cell("text", formula=shown(on(sheet, at(ranked["draw"], there)))),
        "name": Cell("entry"),
        "written": Cell("mark"),
        "interview": Cell("score", formula=when(f"ISNUMBER({final})", final)),
        "interview_hundred": Cell(
            "score",
            formula=when(f"ISNUMBER({here['interview']})", half_up(_hundred(desk, here["interview"]))),
        ),
        "written_part": Cell("score", formula=_part(here["written"], "written_share")),
        "interview_part": Cell("score", formula=_part(counted, "interview_share")),
        "composite_result": Cell("score", formula=when(both, half_up(f"{parts[0]}+{parts[1]}"))),
        "rank": Cell(
            "number",
            formula=_rank(columns["composite_result"], row, COMPOSITE_HEAD + 1, desk.candidates),
        ),
        "remark": Cell("text", formula=shown(on(sheet, at(ranked["remark"], there)))),
    }
    return tuple(cells[name] for name in columns.names)


def _hundred(desk: Desk, result: str) -> str:
    return f"{result}*100/{desk.view.points.normalize():f}"


def _part(result: str, share: str) -> str:
    return when(f"AND(ISNUMBER({result}),ISNUMBER({share}))", f"{result}*{share}")


def _composite_checks(desk: Desk, columns: Columns, top: int, bottom: int) -> Iterator[Validation]:
    cell = at(columns["written"], top)
    written = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<=100,{cell}=ROUND({cell},2))"
    yield Validation(
        str(Area(columns["written"], top, columns["written"], bottom)),
        written,
        problem=desk.say("workbook.bad_written"),
    )
    share = at(4, 3)
    yield Validation(
        share, f"AND(ISNUMBER({share}),{share}>=0,{share}<=1)", problem=desk.say("workbook.bad_share")
    )
