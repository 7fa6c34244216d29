"""What each page draws and where, as PDFium sees it: runs of text, ruled lines, everything else."""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_THIN = 3.2  # pt: what is thinner is a rule, not a shape
_LONG = 6.0  # pt: what is shorter is a dash or a dot


class Box(NamedTuple):
    """A rectangle in pt from the lower left corner of the sheet."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of at least one."""
    known = list(boxes)
    return Box(
        min([box.left for box in known]),
        min([box.bottom for box in known]),
        max([box.right for box in known]),
        max([box.top for box in known]),
    )


class Run(NamedTuple):
    """Some letters of one line in one font; `box` is that of their ink."""

    number: int
    """Marked content id; -1 for what is not tagged."""
    box: Box


@dataclass
class Sheet:
    """One page."""

    page: int
    """1-based."""
    visible: Box
    """What is shown of the page: its crop box."""
    runs: list[Run] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    """Thin lines that are no part of a picture."""
    others: list[Box] = field(default_factory=list)
    """Images, shades, and drawings."""

    @cached_property
    def upright(self) -> list[Box]:
        """Vertical rules from left to right."""
        return sorted((r for r in self.rules if r.height > r.width), key=attrgetter("left"))

    @cached_property
    def level(self) -> list[Box]:
        """Horizontal rules from the foot upwards."""
        return sorted((r for r in self.rules if r.width >= r.height), key=attrgetter("bottom"))

    @cached_property
    def tagged(self) -> dict[int, list[Box]]:
        """Marked content id → the boxes of its runs."""
        found: dict[int, list[Box]] = {}
        for run in self.runs:
            if run.number >= 0:
                found.setdefault(run.number, []).append(run.box)
        return found

    def upright_between(self, left: float, right: float) -> list[Box]:
        """Vertical rules whose left side lies between two positions."""
        rules = self.upright
        return rules[
            bisect_left(rules, left, key=attrgetter("left")) : bisect_right(
                rules, right, key=attrgetter("left")
            )
        ]

    def level_between(self, bottom: float, top: float) -> list[Box]:
        """Horizontal rules whose lower side lies between two heights."""
        rules = self.level
        return rules[
            bisect_left(rules, bottom, key=attrgetter("bottom")) : bisect_right(
                rules, top, key=attrgetter("bottom")
            )
        ]


class DrawnSheet(Sheet):
    """One page as PDFium draws it."""

    def __init__(self, page: int, handle: Any) -> None:
        """`handle` is the page's `pypdfium2.PdfPage`; Form XObjects are looked into."""
        super().__init__(page, Box(*handle.get_bbox()))
        self._handle = handle
        for i in range(pdfium.FPDFPage_CountObjects(handle.raw)):
            _add(self, pdfium.FPDFPage_GetObject(handle.raw, i), ())

    def excerpt(self, box: Box, length: int = 20) -> str:
        """The first letters inside a box."""
        layer = self._handle.get_textpage()
        text = " ".join(layer.get_text_bounded(box.left, box.bottom, box.right, box.top).split())
        return text if len(text) <= length else text[: length - 1] + "…"


def _add(sheet: Sheet, drawn: Any, matrices: tuple[Any, ...]) -> None:
    kind = pdfium.FPDFPageObj_GetType(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        inner = (_matrix(drawn), *matrices)
        for part in _parts(drawn):
            _add(sheet, part, inner)
        return
    box = _box(drawn, matrices)
    number = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        if box.width > 0 and box.height > 0:  # spaces leave no ink
            sheet.runs.append(Run(number, box))
    elif kind == pdfium.FPDF_PAGEOBJ_PATH and number < 0 and is_rule(box):
        sheet.rules.append(box)
    else:
        sheet.others.append(box)


def is_rule(box: Box) -> bool:
    """Whether a drawn shape is a line rather than a dot, a shade or a drawing."""
    return min(box.width, box.height) <= _THIN and max(box.width, box.height) >= _LONG


def _parts(form: Any) -> Iterator[Any]:
    for i in range(pdfium.FPDFFormObj_CountObjects(form)):
        yield pdfium.FPDFFormObj_GetObject(form, i)


def _matrix(form: Any) -> Any:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, matrix)
    return matrix


_EDGES = tuple(ctypes.c_float() for _ in range(4))
_REFERENCES = tuple(ctypes.byref(edge) for edge in _EDGES)


def _box(drawn: Any, matrices: tuple[Any, ...]) -> Box:
    if not pdfium.FPDFPageObj_GetBounds(drawn, *_REFERENCES):
        return Box(0, 0, 0, 0)
    left, bottom, right, top = (edge.value for edge in _EDGES)
    for m in matrices:
        corners = [
            (m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f) for x in (left, right) for y in (bottom, top)
        ]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    return Box(left, bottom, right, top)
