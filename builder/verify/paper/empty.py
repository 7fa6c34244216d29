"""No page is empty that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator

from builder.errors import Severity
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.verify.paper.body import MM
from builder.verify.paper.sheets import Sheet
from builder.verify.wanted import squeezed, wanted
from builder.words import words


def empty_pages(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Pages with nothing but running header and footer, unless the next one had to be a left- or right-hand one."""
    texts = [""] * len(file.sheets)
    for piece in file.pieces:
        texts[piece.page - 1] += squeezed(piece.text)
    asked = wanted(expected.document.html)
    hint = words("take out a page break, or shorten the text before it")
    for sheet, text, following in zip(file.sheets, texts, [*texts[1:], ""], strict=True):
        if not (text or _is_drawn_on(sheet, expected) or asked.may_be_empty(sheet.page, following)):
            sentence = words("the page is empty")
            yield Fault("PAGE-EMPTY", sentence, file.path, sheet.page, hint, Severity.WARNING)


def _is_drawn_on(sheet: Sheet, expected: Expected) -> bool:
    """Whether there is a line, a shade or an image between the margins."""
    foot = sheet.visible.bottom + expected.theme.page.bottom * MM
    head = sheet.visible.top - expected.theme.page.top * MM
    return any(box.bottom > foot and box.top < head for box in [*sheet.rules, *sheet.others])
