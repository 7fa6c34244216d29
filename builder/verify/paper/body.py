"""What stands between the margins: running headers and footers are in no element."""

from __future__ import annotations

from builder.verify.opened import OpenedPdf
from builder.verify.paper.sheets import Box, Sheet

MM = 72 / 25.4
"""A millimetre in pt."""


def drawn_on(sheet: Sheet, file: OpenedPdf) -> list[Box]:
    """The tagged text of a page, its rules, and everything else that is drawn there, without running text."""
    tagged = {piece.number for piece in file.pieces if piece.page == sheet.page}
    return [*(run.box for run in sheet.runs if run.number in tagged), *sheet.rules, *sheet.others]
