"""What every sheet of the panel's workbook needs to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.compose.labels import Labels
from builder.compose.workbook.notation import Area, at, on, quoted
from builder.content.views.panel import PanelView
from builder.model.workbook import Cell

_FORBIDDEN = re.compile(r"[\\/*?:\[\]']")

CANDIDATES = 30
ROOMS = 6


@dataclass(frozen=True, slots=True)
class Desk:
    """The view, and the labels of the panel summary."""

    view: PanelView
    labels: Labels

    @property
    def candidates(self) -> int:
        """Rows for candidates: one room's, or those of every room that is evened out."""
        return CANDIDATES * ROOMS if self.view.adjusts else CANDIDATES

    def say(self, label: str, **gaps: object) -> str:
        """A label of the panel summary, or of its workbook (`workbook.fill`), as plain text."""
        found = self.labels
        for key in label.split("."):
            found = found[key]
        text = str(found)
        for name, value in gaps.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def name(self, sheet: str) -> str:
        """The name of a sheet, without what spreadsheets forbid there."""
        return _FORBIDDEN.sub(" ", self.say(f"workbook.{sheet}"))[:31]

    @property
    def result(self) -> str:
        """What the result of one candidate is called before rooms are evened out."""
        return self.say("raw_result" if self.view.adjusts else "result")

    @property
    def absent(self) -> str:
        """`缺考` as a formula's text."""
        return quoted(self.say("absent"))

    def heading(self, sheet: str) -> tuple[Cell]:
        """The first row of a sheet."""
        return (Cell("title", f"{self.view.position}　{self.name(sheet)}"),)


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the sheet of marks holds what the other sheets show: one row (from 1) a candidate."""

    sheet: str
    rows: Sequence[int]
    draw: int
    result: int
    remark: int
    room: int = 0
    bottom: int = 0
    """The last row; by default that of the last candidate."""

    def cell(self, column: int, candidate: int) -> str:
        """A candidate's cell as other sheets name it; candidates count from 0."""
        return on(self.sheet, at(column, self.rows[candidate]))

    def column(self, column: int) -> str:
        """A whole column as other sheets name it."""
        return on(self.sheet, Area(column, self.rows[0], column, self.bottom or self.rows[-1]).fixed)


class Columns:
    """Columns by name, in order, from 0."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(names)

    def __getitem__(self, name: str) -> int:
        return self.names.index(name)

    def place(self, name: str, default: int = 0) -> int:
        """The column of that name, or `default` where there is none."""
        return self.names.index(name) if name in self.names else default

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def __len__(self) -> int:
        return len(self.names)
