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
    texts = _texts(file)
    asked = wanted(expected.document.html)
    hint = words("take out a page break, or shorten the text before it")
    for page, text in enumerate(texts, 1):
        following = "".join(texts[page : page + 1])
        drawn_on = (_is_drawn_on(sheet, expected) for sheet in file.looks(page))
        if not (text or any(drawn_on) or asked.may_be_empty(page, following)):
            sentence = words("the page is empty")
            yield Fault("PAGE-EMPTY", sentence, file.path, page, hint, Severity.WARNING)


def _texts(file: OpenedPdf) -> list[str]:
    """The tagged text of every page."""
    found: list[list[str]] = [[] for _ in file.pdf.pages]
    for piece in file.pieces:
        found[piece.page - 1].append(piece.text)
    return [squeezed("".join(texts)) for texts in found]


def _is_drawn_on(sheet: Sheet, expected: Expected) -> bool:
    """Whether there is a line, a shade or an image between the margins."""
    foot = sheet.visible.bottom + expected.theme.page.bottom * MM
    head = sheet.visible.top - expected.theme.page.top * MM
    return any(box.bottom > foot and box.top < head for box in [*sheet.rules, *sheet.others])
