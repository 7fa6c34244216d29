"""The sheet of marks where each competency is marked: a block of rows a candidate."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.workbook import checks
from builder.compose.workbook.desk import Columns, Desk, Marked
from builder.compose.workbook.notation import EXACT, Area, at, half_up, quoted, when
from builder.compose.workbook.opening import HEAD, opening, room_list
from builder.model.workbook import Cell, Highlight, Sheet, Validation

WIDTHS = {
    "number": 6.0,
    "room": 12.0,
    "draw": 10.0,
    "competency": 22.0,
    "reason": 28.0,
    "remark": 14.0,
    "highest": 11.5,
    "lowest": 11.5,
    "valid_total": 12.0,
    "trimmed_average": 12.0,
}
WHOLE = ("number", "room", "draw", "result", "remark")
"""Columns with one cell for the whole block."""


def competencies_sheet(desk: Desk) -> tuple[Sheet, Marked]:
    """A block a candidate, and where the results stand."""
    return _Blocks(desk).sheet()


class _Blocks:
    def __init__(self, desk: Desk) -> None:
        self.desk, self.view = desk, desk.view
        self.columns = Columns(self._names())
        self.count = len(self.view.competencies)
        self.height = self.count + (1 if self.view.trims_totals else 0)
        self.tops = range(HEAD + 1, HEAD + 1 + self.height * desk.candidates, self.height)
        self.bottom = self.tops[-1] + self.height - 1

    def sheet(self) -> tuple[Sheet, Marked]:
        desk, columns = self.desk, self.columns
        rows = [row for top in self.tops for row in self._block(top)]
        name = desk.name("marks")
        sheet = Sheet(
            name=name,
            widths=tuple(WIDTHS.get(column, 9.0) for column in columns.names),
            rows=(*opening(desk, len(columns)), self._head(), *rows),
            head=HEAD,
            side=columns["competency"] + 1,
            merged=tuple(self._merged()),
            validations=tuple(self._validations()),
            highlights=tuple(self._highlights()),
        )
        room = columns.place("room")
        return sheet, Marked(
            name, self.tops, columns["draw"], columns["result"], columns["remark"], room, self.bottom
        )

    def _names(self) -> Iterator[str]:
        yield "number"
        if self.view.adjusts:
            yield "room"
        yield from ("draw", "competency", "weight")
        yield from (f"rater{n}" for n in self._raters)
        if self.view.trims:
            yield from ("highest", "lowest", "valid_total", "valid_count")
        if self.view.trims_competencies:
            yield "trimmed_average"
        elif self.view.agrees:
            yield from ("agreed", "reason")
        elif not self.view.trims_totals:
            yield "average"
        if self.view.rated and not self.view.trims_totals:
            yield "weighted"
        yield from ("result", "remark")

    @property
    def _raters(self) -> range:
        return range(1, self.view.raters + 1)

    def _head(self) -> tuple[Cell, ...]:
        say = self.desk.say
        said = {
            "draw": say("draw_number"),
            "result": self.desk.result,
            "weight": f"{say('weight')} %" if self.view.rated else say("full"),
            **{f"rater{n}": say("rater", n=n) for n in self._raters},
        }
        return tuple(Cell("head", said.get(name) or say(name)) for name in self.columns.names)

    def _block(self, top: int) -> Iterator[tuple[Cell, ...]]:
        whole = self._whole(top)
        for index in range(self.height):
            row = top + index
            cells = self._competency(top, row) if index < self.count else self._total(top, row)
            cells |= whole if index == 0 else dict.fromkeys(WHOLE, Cell("text"))
            yield tuple(cells.get(name, Cell("text")) for name in self.columns.names)

    def _marks(self, top: int, bottom: int) -> Area:
        return Area(self.columns["rater1"], top, self.columns[f"rater{self.view.raters}"], bottom)

    def _there(self, top: int) -> str:
        """The candidate was there."""
        return f"{at(self.columns['remark'], top, fixed='cr')}<>{self.desk.absent}"

    def _whole(self, top: int) -> dict[str, Cell]:
        number = (top - HEAD - 1) // self.height
        cells = {"number": Cell("number", number + 1), "draw": Cell("entry"), "remark": Cell("entry")}
        cells["result"] = Cell("score", formula=self._result(top))
        if self.view.adjusts:
            cells["room"] = room_list(self.desk, number)
        return cells

    def _result(self, top: int) -> str:
        if self.view.trims_totals:
            row = top + self.count
            total, count = (at(self.columns[name], row) for name in ("valid_total", "valid_count"))
            return when(f"ISNUMBER({total})", half_up(f"{total}/{count}"))
        column = self.columns["weighted" if self.view.rated else "trimmed_average"]
        parts = Area(column, top, column, top + self.count - 1)
        return when(f"COUNT({parts})={self.count}", half_up(f"SUM({parts})"))

    def _competency(self, top: int, row: int) -> dict[str, Cell]:
        competency = self.view.competencies[row - top]
        marks = self._marks(row, row)
        ready = f"AND(COUNT({marks})={self.view.raters},{self._there(top)})"
        here = {name: at(self.columns[name], row) for name in self.columns.names}
        cells = {
            "competency": Cell("text", competency.name),
            "weight": Cell("number", competency.weight),
            "agreed": Cell("mark"),
            "reason": Cell("entry"),
            "average": Cell("score", formula=when(ready, f"AVERAGE({marks})")),
            **{f"rater{n}": Cell("mark") for n in self._raters},
        }
        if self.view.trims_competencies:
            cells |= self._trimmed(marks, ready, here)
        if "weighted" in self.columns:
            cells["weighted"] = Cell("score", formula=self._weighted(marks, ready, here))
        return cells

    def _trimmed(self, marks: Area, ready: str, here: dict[str, str]) -> dict[str, Cell]:
        """The cells of one row whose highest and lowest are dropped."""
        valid = f"SUM({marks})-{here['highest']}-{here['lowest']}"
        average = f"{here['valid_total']}/{here['valid_count']}"
        return {
            "highest": Cell("number", formula=when(ready, f"MAX({marks})")),
            "lowest": Cell("number", formula=when(ready, f"MIN({marks})")),
            "valid_total": Cell("number", formula=when(ready, f"ROUND({valid},{EXACT})")),
            "valid_count": Cell("number", formula=when(ready, str(self.view.valid))),
            "trimmed_average": Cell("score", formula=when(f"ISNUMBER({here['valid_total']})", average)),
        }

    def _weighted(self, marks: Area, ready: str, here: dict[str, str]) -> str:
        weight = here["weight"]
        if not self.view.agrees:
            average = here["trimmed_average" if self.view.trims_competencies else "average"]
            return when(f"ISNUMBER({average})", f"{average}*{weight}/100")
        agreed = here["agreed"]
        outside = f"OR({agreed}>MAX({marks}),{agreed}<MIN({marks}))"
        unexplained = f'AND({outside},TRIM({here["reason"]})="")'
        wanted = quoted(self.desk.say("workbook.reason_wanted"))
        return when(f"AND({ready},ISNUMBER({agreed}))", when(unexplained, wanted, f"{agreed}*{weight}/100"))

    def _total(self, top: int, row: int) -> dict[str, Cell]:
        """Each rater's weighted total, and what is left of them when two are dropped."""
        weights = Area(self.columns["weight"], top, self.columns["weight"], top + self.count - 1)
        cells = {"competency": Cell("label", self.desk.say("weighted_total")), "weight": Cell("text")}
        for n in self._raters:
            column = self.columns[f"rater{n}"]
            own = Area(column, top, column, top + self.count - 1)
            total = f"ROUND(SUMPRODUCT({own},{weights})/100,{EXACT})"
            cells[f"rater{n}"] = Cell(
                "number", formula=when(f"AND(COUNT({own})={self.count},{self._there(top)})", total)
            )
        marks = self._marks(row, row)
        here = {name: at(self.columns[name], row) for name in self.columns.names}
        return cells | self._trimmed(marks, f"COUNT({marks})={self.view.raters}", here)

    def _merged(self) -> Iterator[str]:
        for top in self.tops if self.height > 1 else ():
            for name in WHOLE:
                if name in self.columns:
                    column = self.columns[name]
                    yield str(Area(column, top, column, top + self.height - 1))

    def _validations(self) -> Iterator[Validation]:
        top, bottom = self.tops[0], self.bottom
        most = str(self.view.points) if self.view.rated else at(self.columns["weight"], top, fixed="c")
        marks = self._marks(top, bottom)
        yield checks.mark(self.desk, marks, most)
        yield checks.draw_number(self.desk, self.columns, top, bottom)
        yield checks.remark(self.desk, self.columns, top, bottom)
        if self.view.agrees:
            column = self.columns["agreed"]
            yield checks.agreed(self.desk, Area(column, top, column, bottom), most)
        if self.view.adjusts:
            yield checks.room(self.desk, self.columns, top, bottom)

    def _highlights(self) -> Iterator[Highlight]:
        if self.view.trims:
            top = self.tops[0]
            yield checks.dropped(self.columns, self._marks(top, top), self.bottom)
