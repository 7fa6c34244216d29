"""Text stays on the sheet, and off other text."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.verify.paper.sheets import Box, Run, Sheet
from builder.words import words

_EDGE = 6.0
"""What lies nearer to the sheet's edge, in pt, office printers do not print."""
_OVERLAP = 0.35
"""Share of the lower line's height by which two texts may reach into one another: accents, indices."""
_SIDEWAYS = 2.0
"""Breadth, in pt, by which neighbours may touch; what is narrower is a dot that leads to a page number."""


def off_the_sheet(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Text that runs off the sheet, or so near to its edge that printers cut it off; one finding a page."""
    hint = words("let the text wrap, or widen the margins in theme.yaml")
    for sheet, cut in file.wrong(_first_cut):
        sentence = words("“{text}” runs off the sheet", text=sheet.excerpt(cut.box))
        yield Fault("PAGE-EDGE", sentence, file.path, sheet.page, hint)


def _first_cut(sheet: Sheet) -> Run | None:
    return next((run for run in sheet.runs if not _is_inside(run.box, sheet.visible)), None)


def _is_inside(box: Box, paper: Box) -> bool:
    return (
        box.left >= paper.left + _EDGE
        and box.right <= paper.right - _EDGE
        and box.bottom >= paper.bottom + _EDGE
        and box.top <= paper.top - _EDGE
    )


def printed_over(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Text that is printed over other text; one finding a page."""
    hint = words("give the column more room, or let the text wrap")
    for sheet, pair in file.wrong(_first_collision):
        upper, lower = (sheet.excerpt(run.box, 12) for run in pair)
        sentence = words("“{text}” is printed over “{other}”", text=upper, other=lower)
        yield Fault("PAGE-OVERLAP", sentence, file.path, sheet.page, hint)


def _first_collision(sheet: Sheet) -> tuple[Run, Run] | None:
    """Runs from the foot of the page upwards; each is held against those whose lines are not yet over."""
    open_runs: list[Run] = []
    broad = (run for run in sheet.runs if run.box.width > _SIDEWAYS)
    for run in sorted(broad, key=attrgetter("box.bottom")):
        left, right, bottom = run.box.left, run.box.right, run.box.bottom
        open_runs = [other for other in open_runs if other.box.top > bottom]
        for other in open_runs:
            if other.box.left < right and other.box.right > left and _collide(run.box, other.box):
                return run, other
        open_runs.append(run)
    return None


def _collide(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > min(_SIDEWAYS, one.width / 2, other.width / 2) and up > _OVERLAP * min(
        one.height, other.height
    )
