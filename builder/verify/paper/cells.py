"""Text stays inside the cell of its table, as the drawn rules have it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.verify.paper.sheets import Box, Sheet, hull
from builder.words import words

_TOUCH = 0.8
"""How far, in pt, ink may reach over a rule: half a rule's own breadth, and an accent."""
_JOINT = 2.5
"""How far apart, in pt, the ends of two rules may be that meet."""


def over_a_rule(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Text that runs through the side of its table cell, or on below its foot; one finding a page.

    A line that a vertical rule goes through, or a cell whose own text lies on both sides of a rule that goes from one
    side of the cell to the other: a blank to write on and a ruled line for notes are shorter.
    """
    hint = words("give the column more room, or put a space or hyphen into the long word")
    cells = _cells(file)

    def crossing(sheet: Sheet) -> Box | None:
        return _through_a_side(sheet) or _below_the_foot(sheet, cells.get(sheet.page, {}))

    for sheet, box in file.wrong(crossing):
        sentence = words("“{text}” runs out of its table cell", text=sheet.excerpt(box))
        yield Fault("PAGE-CELL", sentence, file.path, sheet.page, hint)


def _through_a_side(sheet: Sheet) -> Box | None:
    for run in sheet.runs:
        box = run.box
        if run.number >= 0 and any(
            min(box.top, rule.top) - max(box.bottom, rule.bottom) > box.height / 3
            for rule in sheet.upright_between(box.left + _TOUCH, box.right - _TOUCH)
        ):
            return box
    return None


Cells = dict[tuple[int, int], list[int]]
"""The tag of a cell → the marked content ids of its text, in reading order."""


def _cells(file: OpenedPdf) -> dict[int, Cells]:
    """Page → its cells; boxes within cells are left out."""
    pages: dict[int, Cells] = {}
    for piece in file.pieces:
        tags = [tag for tag, _ in piece.elements]
        cell = max((i for i, tag in enumerate(tags) if tag in ("/TD", "/TH")), default=None)
        if cell is not None and "/Div" not in tags[cell:]:
            cells = pages.setdefault(piece.page, {})
            cells.setdefault(piece.elements[cell][1], []).append(piece.number)
    return pages


def _below_the_foot(sheet: Sheet, cells: Cells) -> Box | None:
    for numbers in cells.values():
        lines = [box for number in numbers for box in sheet.tagged.get(number, ())]
        if len(lines) < 2:
            continue
        text = hull(lines)
        for rule in sheet.level_between(text.bottom + _TOUCH, text.top - _TOUCH):
            if rule.left < text.right and rule.right > text.left and _divides(sheet, rule, lines[0]):
                return lines[-1]
    return None


def _divides(sheet: Sheet, rule: Box, first: Box) -> bool:
    """Whether a rule goes from side to side of the cell that the text's first line stands in."""
    sides = [
        side
        for side in sheet.upright
        if side.bottom <= first.bottom + _TOUCH and side.top >= first.top - _TOUCH
    ]
    left = max((side.left for side in sides if side.left <= first.left + _TOUCH), default=None)
    right = min((side.right for side in sides if side.right >= first.right - _TOUCH), default=None)
    return (
        left is not None and right is not None and rule.left <= left + _JOINT and rule.right >= right - _JOINT
    )
