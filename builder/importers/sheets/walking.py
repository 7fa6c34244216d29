"""Down the rows of a sheet: sections, questions with the rows that belong to them, sums, and other lines."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.importers.blocks import Block
from builder.importers.sheets.cells import WITHIN, points_in
from builder.importers.sheets.columns import Column, Names, cell, filled
from builder.importers.sheets.fields import ASKED, NUMBER
from builder.importers.sheets.parting import of_all, parted
from builder.importers.sheets.signs import (
    is_code,
    is_note,
    is_sum,
    is_to_fill,
    labelled_part,
    may_name_section,
    surely_names_section,
)
from builder.importers.sheets.tables import lone, tables_in
from builder.importers.understanding.flow import skeleton_of

LEADING = ("number", "section", "tags", "type", "")
"""Columns in which a line that is no question begins."""


@dataclass
class Asked:
    """A question: its row, the rows that continue it, and what stands above it for several."""

    rows: list[Block]
    columns: tuple[Column, ...]
    section: int
    """The section's rows it stands below, counted from 0; -1 above the first."""
    material: str = ""
    strays: list[tuple[str, str]] = field(default_factory=list)
    """Heading and words of what is said of several questions together."""


@dataclass
class Walked:
    """A sheet, taken apart."""

    preface: list[Block] = field(default_factory=list)
    sections: list[list[Block]] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    sums: list[tuple[int, Block]] = field(default_factory=list)
    """Each with the section it stands in."""
    loose: list[tuple[int, Block]] = field(default_factory=list)
    """Each with the number of questions above it."""
    headings: list[tuple[Column, ...]] = field(default_factory=list)


def walked(rows: Sequence[Block], names: Names, *, key: bool = False) -> Walked | None:
    """The sheet's rows, each in its place; None for a sheet without a table of questions, or, for a `key`, of answers."""
    above, tables = tables_in(rows, names, key=key)
    if not tables:
        return None
    done = Walked(preface=above)
    for table in tables:
        done.headings.append(table.columns)
        done.sections += [table.introduction] if table.introduction else []
        _Walk(done, table.columns, table.rows).run()
    return done


class _Walk:
    """One table's rows, one after the other."""

    def __init__(self, done: Walked, columns: tuple[Column, ...], rows: Sequence[Block]) -> None:
        self.done = done
        self.columns = columns
        self.rows = rows
        self.by_field: dict[str, list[Column]] = {}
        for column in columns:
            self.by_field.setdefault(column.field, []).append(column)
        self.asking = [c.index for name in ASKED for c in self.by_field.get(name, [])]
        self.asking = self.asking or [c.index for c in self.by_field.get("number", [])]
        self.fields = {c.index: c.field for c in columns}
        self.material = ""
        self.current: Asked | None = None
        self.asked_below = self._asked_below()
        self.opened = False
        """The row above names a section, or says more of it."""

    def run(self) -> None:
        """Puts every row into its place."""
        for i, row in enumerate(self.rows):
            if filled(row):
                sections = len(self.done.sections)
                self._take(i, row)
                self.opened = len(self.done.sections) > sections or (self.opened and self.current is None)

    def _asked_below(self) -> list[bool]:
        """For every row, whether a question's row comes after it."""
        found, below = [], False
        for row in reversed(self.rows):
            found.append(below)
            below = below or (len(filled(row)) > 1 and any(cell(row, i).strip() for i in self.asking))
        return found[::-1]

    def _take(self, i: int, row: Block) -> None:
        if self._is_sum(row):
            self.done.sums.append((len(self.done.sections) - 1, row))
            self.current = None
        elif heading := self._section_with_points(row):
            self._open_section(heading)
        elif lone(row):
            self._take_lone(i, row)
        elif all(map(is_to_fill, (t for t in row.cells if t.strip()))) or not self._numbered(row):
            self._put_aside(row)
        elif self._asks(row) and not self._repeats(row):
            self._open(row)
        else:
            self._continue(row)

    def _asks(self, row: Block) -> bool:
        """Something stands in a column that asks, and it is not the answer to the question above."""
        said = [text for c in self.asking if (text := cell(row, c)).strip()]
        numbered = any(cell(row, c.index).strip() for c in self.by_field.get("number", []))
        answers = self.current is not None and not numbered and all(labelled_part(t) in WITHIN for t in said)
        return bool(said) and not answers

    def _take_lone(self, i: int, row: Block) -> None:
        words = skeleton_of(lone(row)).strip()
        at = filled(row)[0]
        leads = at == min(self.fields)
        counted = "number" in self.by_field
        below = self.asked_below[i]
        if is_note(words):
            self._put_aside(row)
        elif at in self.asking and not (below and (leads or counted) and surely_names_section(words)):
            self._open(row) if self._asks(row) else self._continue(row)
        elif self.fields.get(at, "") not in LEADING and not leads and at not in self.asking:
            self._continue(row)
        elif NUMBER.fullmatch(words):
            return
        elif labelled_part(words) == "scenario":
            self.material = lone(row)
        elif below and may_name_section(words):
            self._open_section(row)
        else:
            self._put_aside(row)

    def _section_with_points(self, row: Block) -> Block | None:
        """The line that names a section and its points in columns of their own, as one that says so in words."""
        first, *others = filled(row)
        text = row.cells[first]
        worth = [points_in(row.cells[i]) for i in others]
        fits = bool(others) and None not in worth and self.fields.get(first) in (*LEADING, *ASKED)
        if not (fits and surely_names_section(text)):
            return None
        return dataclasses.replace(row, cells=(f"{text}（{'，'.join(f'{value}分' for value in worth)}）",))

    def _open_section(self, row: Block) -> None:
        self.done.sections.append([row])
        self.current, self.material = None, ""

    def _put_aside(self, row: Block) -> None:
        """Keeps a line; one right below a section's says more of that section."""
        if self.opened and lone(row) and not is_note(lone(row)):
            self.done.sections[-1].append(row)
        else:
            self.done.loose.append((len(self.done.questions), row))

    def _open(self, row: Block) -> None:
        parts = parted(row, self.columns)
        for part in parts:
            self.current = Asked([part], self.columns, len(self.done.sections) - 1, self.material)
            self.done.questions.append(self.current)
        if len(parts) > 1:
            self.done.questions[-len(parts)].strays += of_all(row, self.columns)

    def _continue(self, row: Block) -> None:
        only = {self.fields.get(i, "") for i in filled(row)}
        if only <= {"number", "points"} and "number" in only:
            return
        if self.current is None or only <= {"section", "number", "type"}:
            self.done.loose.append((len(self.done.questions), row))
        else:
            self.current.rows.append(row)

    def _repeats(self, row: Block) -> bool:
        """The row says again what the question's first row says, as exported tables do, with another criterion."""
        if self.current is None or not {"criterion", "level", "level_name", "detail"} & set(self.by_field):
            return False
        first = self.current.rows[0]
        numbers = [c.index for c in self.by_field.get("number", [])]
        return all(cell(row, c) == cell(first, c) for c in [*self.asking, *numbers[:1]])

    def _numbered(self, row: Block) -> bool:
        """Where numbers stand, there is one, or none; a line of words there is no question's."""
        numbers = self.by_field.get("number", [])
        texts = [skeleton_of(cell(row, c.index)).strip() for c in numbers[:1]]
        return all(not t or NUMBER.fullmatch(t) or is_code(t) or len(t) <= 2 for t in texts)

    def _is_sum(self, row: Block) -> bool:
        first = filled(row)[0]
        leading = [i for i in filled(row) if i == first or i in self.asking or self.fields.get(i) in LEADING]
        return any(is_sum(row.cells[i]) for i in leading)
