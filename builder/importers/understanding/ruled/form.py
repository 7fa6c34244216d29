"""Forms: a label and its value beside it, as in 题目 | … / 参考答案 | … / 评分标准 | 优 | 8-10分 | …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from builder.importers.blocks import Block
from builder.importers.understanding.cues import is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.ruled.cells import (
    bare_number,
    label_of,
    labelled,
    level_of,
    question_number,
)
from builder.importers.understanding.ruled.rubric import rubric_lines

TELLING = frozenset({"stem", "scenario", "task", "answer", "key_points", "rubric", "probes", "analysis"})
"""Parts of a question; a form has at least one of them."""
_INNER = ("题目内容", "Main question")
"""Labels of a question's words that do not begin a question in running text."""
_FIRST = ("number", "stem", "scenario", "task")
_LISTS = frozenset({"rubric", "key_points"})


@dataclass
class Entry:
    """A label with its value: the cells beside it, a row each; a row without a label has none."""

    row: Block
    label: str
    part: str
    values: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def text(self) -> str:
        if self.part in _LISTS and any(len(value) > 1 for value in self.values):
            return "\n".join(rubric_lines(self.values))
        return "\n".join("  ".join(value) for value in self.values)


def is_form(rows: Sequence[Block]) -> bool:
    """Most of its rows begin with a label, and its first row does not head columns."""
    labels = [_part(_first(row)) for row in rows]
    known = [label for label in labels if label]
    if not TELLING & set(known):
        return False
    header = [label_of(cell) for cell in rows[0].cells if cell.strip()]
    if len(rows) > 1 and len(header) > 1 and all(header) and not labels[1]:
        return False
    spoken = [row for row in rows if _first(row) and len([c for c in row.cells if c.strip()]) > 1]
    return len(known) >= 2 and len(known) * 2 >= len(spoken)


def asked_in(rows: Sequence[Block]) -> int:
    """How many questions the form holds under the label of one."""
    return sum(entry.part == "stem" for entry in _entries(rows))


def form_lines(rows: Sequence[Block], *, titled: bool) -> Iterator[tuple[Block, str, bool]]:
    """The form as lines: the row, the text, and whether it heads what follows.

    `titled`: the line above it begins its question, so that no label in it does.
    """
    group: list[Entry] = []
    for entry in _entries(rows):
        if titled and entry.part == "stem":
            entry.label = _INNER[entry.label.isascii()]
        if entry.part == "" and not entry.label:
            yield from _written(group)
            group = []
            text = entry.text
            yield entry.row, text, is_title(skeleton_of(text)) and not label_of(text)
            continue
        if _begins(entry, group):
            yield from _written(group)
            group = []
        group.append(entry)
    yield from _written(group)


def _begins(entry: Entry, group: Sequence[Entry]) -> bool:
    """Another question begins with the entry."""
    parts = {known.part for known in group}
    if entry.part == "number":
        return bool(parts & (TELLING | {"number"}))
    return entry.part == "stem" and "stem" in parts


def _written(group: Sequence[Entry]) -> Iterator[tuple[Block, str, bool]]:
    """The entries of one question, what begins it first."""
    ordered = sorted(group, key=lambda e: _FIRST.index(e.part) if e.part in _FIRST else len(_FIRST))
    for entry in ordered:
        if entry.part == "number" and (number := bare_number(entry.text)) is not None:
            yield entry.row, f"Question {number}:", False
        elif entry.part == "number" and (number := _numbered(entry.label)) is not None:
            yield entry.row, f"Question {number}: {entry.text}", False
        elif entry.part in _LISTS and "\n" in entry.text:
            yield entry.row, labelled(entry.label, ""), False
            yield entry.row, entry.text, False
        else:
            yield entry.row, labelled(entry.label, entry.text), False


def _entries(rows: Sequence[Block]) -> Iterator[Entry]:
    entry: Entry | None = None
    for row in rows:
        told = [cell for cell in row.cells if cell.strip()]
        labels_nothing = len(told) == 1 and (not row.cells[0].strip() or not _part(told[0]))
        if not told:
            continue
        if labels_nothing and not row.cells[0].strip() and entry is not None:
            entry.values.append((told[0],))
            continue
        if labels_nothing:
            if entry is not None:
                yield entry
            entry = None
            yield Entry(row, "", "", [(told[0],)])
            continue
        for part, label, values in _pairs(row):
            if not label and entry is not None:
                entry.values.append(values)
                continue
            if entry is not None:
                yield entry
            entry = Entry(row, label, part, [values] if values else [])
    if entry is not None:
        yield entry


def _pairs(row: Block) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each label of a row with the cells behind it; cells before the first label have none."""
    label, part, values, gap = "", "", list[str](), False
    for position, cell in enumerate(row.cells):
        if not cell.strip():
            gap = True
            continue
        waits = bool(label) and not values and not gap
        here = _part(cell) or ("number" if position == 0 and bare_number(cell) is not None else "")
        if (here and not waits and not (values and level_of(cell))) or (
            position == 0 and len(row.cells) > 1 and _could_label(cell)
        ):
            if label or values:
                yield part, label, tuple(values)
            label, part, values = cell, here, []
        else:
            values.append(cell)
        gap = False
    if label or values:
        yield part, label, tuple(values)


def _numbered(cell: str) -> int | None:
    number = question_number(cell)
    return bare_number(cell) if number is None else number


def _could_label(cell: str) -> bool:
    return len(cell) <= 10 and is_title(skeleton_of(cell)) and level_of(cell) is None


def _first(row: Block) -> str:
    return row.cells[0].strip() if row.cells else ""


def _part(cell: str) -> str:
    """What a cell announces in a form."""
    return "number" if question_number(cell) is not None else label_of(cell)
