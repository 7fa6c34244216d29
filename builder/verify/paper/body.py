"""What stands between the margins: running headers and footers are in no element."""

from __future__ import annotations

from collections.abc import Iterator

from builder.verify.opened import OpenedPdf
from builder.verify.paper.sheets import Box, Sheet

MM = 72 / 25.4
"""A millimetre in pt."""


class Body:
    """The pages of a file without their running text."""

    def __init__(self, file: OpenedPdf) -> None:
        self.sheets = file.sheets
        self._numbers: list[set[int]] = [set() for _ in self.sheets]
        for piece in file.pieces:
            self._numbers[piece.page - 1].add(piece.number)

    def drawn(self, sheet: Sheet) -> Iterator[Box]:
        """Tagged text of a page, its rules, and everything else that is drawn there."""
        numbers = self._numbers[sheet.page - 1]
        yield from (run.box for run in sheet.runs if run.number in numbers)
        yield from sheet.rules
        yield from sheet.others
